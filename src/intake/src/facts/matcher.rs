//! Which unit a text means: by type word, name, what is around it, and the day.
//!
//! It decides between units of the roster and says when it cannot; a body that the roster does not list is described so
//! that it can be added. It reads no table and writes no finding.

use super::name::{BodyName, PlaceName, UnitName, display_name, parse};
use super::places::{Found, Places, Surroundings};
use super::question::{Answer, Care, Question, When};
use super::spelling::{Spelling, allowed_typos, name_distance};
use super::terms::{Terms, words, written_out};
use domain::{Arrange, Roster, Unit, UnitIndex, UnitKind, UnitSource, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// The index of a roster's names.
#[derive(Clone, Debug)]
pub struct Matcher {
    terms: Terms,
    places: Places,
    bodies: BTreeMap<String, Vec<UnitIndex>>,
    /// Keys of bodies that a roster lists: only these are worth a guess.
    listed: BTreeSet<String>,
}

impl Matcher {
    /// Indexes `roster`.
    pub fn new(roster: &Roster, vocabulary: &Vocabulary) -> Self {
        let terms = Terms::new(vocabulary);
        let mut matcher = Self { terms, places: Places::default(), bodies: BTreeMap::new(), listed: BTreeSet::new() };
        for (index, unit) in roster.iter() {
            matcher.add(index, unit);
        }
        matcher
    }

    /// The words it knows.
    pub(crate) fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The kind of body that the text begins to name.
    pub(crate) fn body_kind(&self, text: &str) -> Option<UnitKind> {
        parse(text, &self.terms).body.map(|body| body.kind)
    }

    /// The kind of the place that the text begins to name, if it names no body.
    pub(crate) fn first_place(&self, text: &str) -> Option<UnitKind> {
        let name = parse(text, &self.terms);
        let place = name.places.first().filter(|place| name.body.is_none() && !place.words.is_empty())?;
        place.designation.map(|designation| designation.kind)
    }

    /// Indexes one more unit.
    pub fn add(&mut self, index: UnitIndex, unit: &Unit) {
        for version in &unit.versions {
            let name = parse(&version.name, &self.terms);
            let is_place = unit.kind.level().is_some() && unit.kind != UnitKind::Hamlet;
            match (is_place, name.places.first()) {
                (true, Some(place)) if name.body.is_none() => self.places.add(index, unit, version, place),
                (true, _) => {
                    let plain = PlaceName { designation: None, words: words(&version.name) };
                    self.places.add(index, unit, version, &plain);
                }
                (false, _) => self.add_body((index, unit), &version.name, &name),
            }
        }
    }

    fn add_body(&mut self, (index, unit): (UnitIndex, &Unit), text: &str, name: &UnitName) {
        let written = match &name.body {
            Some(body) => body.words.clone(),
            None => words(text),
        };
        for key in [slug(&written), self.without_term(&written)].map(|slug| body_key(&slug)) {
            if unit.source != UnitSource::Data {
                self.listed.insert(key.clone());
            }
            let known = self.bodies.entry(key).or_default();
            if !known.contains(&index) {
                known.push(index);
            }
        }
    }

    /// A hamlet is also known without its type word: columns of hamlets leave it out.
    fn without_term(&self, written: &[Spelling]) -> String {
        match self.terms.opening(written) {
            Some((super::terms::Opening::Body(UnitKind::Hamlet), length)) if length < written.len() => {
                slug(written.get(length..).unwrap_or_default())
            }
            _ => slug(written),
        }
    }

    /// Which unit the text means.
    pub fn find(&self, roster: &Roster, question: &Question<'_>) -> Answer {
        let name = parse(question.text, &self.terms);
        if let Some(body) = name.body.as_ref().filter(|_| !self.is_place_after_all(&name)) {
            return self.find_body(roster, question, (&name, body));
        }
        let bare;
        let places = match &name.body {
            Some(body) => {
                bare = [PlaceName { designation: None, words: body.words.clone() }];
                &bare[..]
            }
            None => &name.places[..],
        };
        match places {
            [] => Answer::Here(None),
            [own, ..] if own.words.is_empty() => Answer::Here(own.designation.map(|designation| designation.kind)),
            [own, outer @ ..] => self.find_place(roster, question, (own, outer)),
        }
    }

    /// The places with a type word that a sentence names.
    pub(crate) fn places_within(&self, roster: &Roster, question: &Question<'_>) -> Vec<UnitIndex> {
        let mut found = question.around.to_vec();
        let places = super::name::places_within(question.text);
        for place in places.iter().rev() {
            let prefixes = (1..=place.words.len()).rev().filter_map(|length| place.words.get(..length));
            let unit =
                prefixes.map(|words| PlaceName { words: words.to_vec(), ..place.clone() }).find_map(|place| match self
                    .places
                    .find(roster, &place, &surroundings(question, &found))
                {
                    Found::One { unit, .. } => Some(unit),
                    _ => None,
                });
            if let Some(unit) = unit {
                found.insert(0, unit);
            }
        }
        found.truncate(found.len() - question.around.len());
        found
    }

    /// "Hội An" begins like an association and is a commune.
    fn is_place_after_all(&self, name: &UnitName) -> bool {
        name.places.is_empty()
            && name.body.as_ref().is_some_and(|body| self.places.has_spelling(&Spelling::join(&body.words)))
    }

    fn find_place(&self, roster: &Roster, question: &Question<'_>, (own, outer): (&PlaceName, &[PlaceName])) -> Answer {
        if let Some(both) = self.two_of_a_kind(roster, question, (own, outer)) {
            return Answer::Several(both);
        }
        let around = self.around(roster, outer, question);
        let found = self.places.find(roster, own, &surroundings(question, &around));
        match found {
            Found::One { unit, exact } => Answer::Known { unit, exact },
            Found::Many(units) => Answer::Several(units),
            Found::Outside(unit) => Answer::Outside(unit),
            Found::Nothing if own.designation.is_none() => self.find_bare_body(roster, question, &own.words),
            Found::Nothing => Answer::Nothing,
        }
    }

    /// "Xã A, xã B": a joint row is nobody's alone.
    fn two_of_a_kind(
        &self,
        roster: &Roster,
        question: &Question<'_>,
        (own, outer): (&PlaceName, &[PlaceName]),
    ) -> Option<Vec<UnitIndex>> {
        let kind = |place: &PlaceName| place.designation.map(|designation| designation.kind);
        let kind_of_own = kind(own)?;
        let twins = outer.iter().filter(|place| kind(place) == Some(kind_of_own));
        let mut units = Vec::new();
        for place in std::iter::once(own).chain(twins) {
            match self.places.find(roster, place, &surroundings(question, question.around)) {
                Found::One { unit, .. } if !units.contains(&unit) => units.push(unit),
                _ => {}
            }
        }
        (units.len() > 1).then_some(units)
    }

    /// The units that the outer places mean, nearest first, then those around the text.
    fn around(&self, roster: &Roster, outer: &[PlaceName], question: &Question<'_>) -> Vec<UnitIndex> {
        let mut around = question.around.to_vec();
        for place in outer.iter().rev() {
            let mut hints = surroundings(question, &around);
            hints.kind = place.designation.is_none().then_some(UnitKind::District);
            hints.when = When::Around(question.when.span());
            if let Found::One { unit, .. } = self.places.find(roster, place, &hints) {
                around.insert(0, unit);
            }
        }
        around
    }

    /// A name without any term, in a column that says what it lists.
    fn find_bare_body(&self, roster: &Roster, question: &Question<'_>, written: &[Spelling]) -> Answer {
        let key = slug(written);
        let near = question.around.first().copied();
        let known = self.bodies_named(roster, &body_key(&key), near, question);
        match (known.as_slice(), question.kind) {
            ([unit], _) => Answer::Known { unit: *unit, exact: true },
            ([_, _, ..], _) => Answer::Several(known),
            ([], Some(kind)) if kind.level().is_none() || kind == UnitKind::Hamlet => {
                let name = parse(question.text, &self.terms);
                Answer::New { kind, name: display_name(question.text, &name), slug: key, parent: near }
            }
            _ => Answer::Nothing,
        }
    }

    fn find_body(&self, roster: &Roster, question: &Question<'_>, (name, body): (&UnitName, &BodyName)) -> Answer {
        let (parent, leftover) = self.site(roster, question, name);
        let written: Vec<Spelling> = body.words.iter().chain(leftover).cloned().collect();
        let slug = slug(&written);
        let near = parent.or_else(|| question.around.first().or(question.scope.first()).copied());
        let near = near.filter(|_| !is_provincial(&body.words));
        let mut known = self.bodies_named(roster, &body_key(&slug), near, question);
        if known.is_empty() {
            known = self.hamlets_written_bare(roster, &written, near, question);
        }
        match known.as_slice() {
            [unit] => return Answer::Known { unit: *unit, exact: true },
            [_, _, ..] => return Answer::Several(known),
            [] => {}
        }
        match self.similar_body(roster, &body_key(&slug), body.kind, near, question) {
            Some(unit) => Answer::Known { unit, exact: false },
            None => Answer::New { kind: body.kind, name: display_name(question.text, name), slug, parent: near },
        }
    }

    /// "Ấp Kênh 1" is the hamlet that a column of hamlets calls "Kênh 1"; "Ấp 1" is not "Khu phố 1".
    fn hamlets_written_bare(
        &self,
        roster: &Roster,
        written: &[Spelling],
        near: Option<UnitIndex>,
        question: &Question<'_>,
    ) -> Vec<UnitIndex> {
        let key = body_key(&self.without_term(written));
        let is_bare = |unit: &Unit| unit.versions.iter().any(|version| body_key(&slug(&words(&version.name))) == key);
        let known = self.bodies_named(roster, &key, near, question).into_iter();
        known
            .filter(|unit| roster.get(*unit).is_some_and(|unit| unit.kind == UnitKind::Hamlet && is_bare(unit)))
            .collect()
    }

    /// Where a body is, and what follows the place's name ("Trường Tiểu học Thị trấn Giồng Riềng 1").
    fn site<'n>(
        &self,
        roster: &Roster,
        question: &Question<'_>,
        name: &'n UnitName,
    ) -> (Option<UnitIndex>, &'n [Spelling]) {
        let Some((own, outer)) = name.places.split_first() else { return (None, &[]) };
        let around = self.around(roster, outer, question);
        let hints = surroundings(question, &around);
        if own.words.is_empty() {
            return (self.places.around_of_kind(roster, own.designation, &hints), &[]);
        }
        let longest_first = (1..=own.words.len()).rev();
        for length in longest_first {
            let (written, leftover) = own.words.split_at(length);
            let place = PlaceName { designation: own.designation, words: written.to_vec() };
            let care = if leftover.is_empty() { question.care } else { Care::SameLetters };
            if let Found::One { unit, .. } = self.places.find(roster, &place, &Surroundings { care, ..hints }) {
                return (Some(unit), leftover);
            }
        }
        (None, &[])
    }

    /// Known bodies of this key: those under `near`, or else, where nothing is near, the listed ones.
    fn bodies_named(
        &self,
        roster: &Roster,
        key: &str,
        near: Option<UnitIndex>,
        question: &Question<'_>,
    ) -> Vec<UnitIndex> {
        let day = question.when.span().from();
        let known = self.bodies.get(key).map(Vec::as_slice).unwrap_or_default().iter().copied();
        known
            .filter(|unit| match near {
                Some(near) => roster.is_under(*unit, near, day),
                None => roster.get(*unit).is_some_and(|unit| {
                    unit.source != UnitSource::Data || self.is_provincial_or_free(roster, unit, day)
                }),
            })
            .collect()
    }

    fn is_provincial_or_free(&self, roster: &Roster, unit: &Unit, day: domain::NaiveDate) -> bool {
        let parent = unit.parent_at(day).and_then(|parent| roster.get(parent));
        parent.is_none_or(|parent| parent.kind == UnitKind::Province)
    }

    /// A body that the user's roster lists under nearly the same name.
    fn similar_body(
        &self,
        roster: &Roster,
        key: &str,
        kind: UnitKind,
        near: Option<UnitIndex>,
        question: &Question<'_>,
    ) -> Option<UnitIndex> {
        if question.care == Care::SameLetters {
            return None;
        }
        let day = question.when.span().from();
        let limit = allowed_typos(key);
        let listed = |unit: &UnitIndex| {
            roster.get(*unit).is_some_and(|known| known.kind == kind && known.source != UnitSource::Data)
                && near.is_none_or(|near| roster.is_under(*unit, near, day))
        };
        let near_names = self.listed.iter();
        let near_names =
            near_names.filter_map(|known| Some((name_distance(key, known, limit)?, self.bodies.get(known)?)));
        let mut distances: Vec<(usize, UnitIndex)> = near_names
            .flat_map(|(distance, units)| units.iter().filter(|unit| listed(unit)).map(move |unit| (distance, *unit)))
            .collect();
        distances.arrange();
        match distances.as_slice() {
            [(_, unit)] => Some(*unit),
            [(best, unit), (next, _), ..] if best < next => Some(*unit),
            _ => None,
        }
    }
}

fn surroundings<'a>(question: &Question<'a>, around: &'a [UnitIndex]) -> Surroundings<'a> {
    Surroundings {
        kind: question.kind,
        around,
        scope: question.scope,
        usual: question.usual,
        when: question.when,
        care: question.care,
    }
}

/// A department of the province is under the province wherever it is written.
fn is_provincial(words: &[Spelling]) -> bool {
    words.first().is_some_and(|word| word.may_be(&Spelling::of("sở")))
}

fn slug(words: &[Spelling]) -> String {
    written_out(&Spelling::join(words).folded)
}

fn body_key(slug: &str) -> String {
    slug.replace('y', "i")
}

#[cfg(test)]
mod tests;
