//! The units of one reading: the roster, what the user said about spellings, and bodies only the data names.
//!
//! It decides when a body joins the roster as a provisional unit and which finding a doubtful text earns; how texts are
//! matched is the [`Matcher`]'s.

use super::matcher::Matcher;
use super::question::{Answer, Care, Question, When};
use super::roster_table::kind_of;
use crate::fold::fold;
use domain::{
    Arrange, Finding, FindingKind, Gather, Life, Place, Roster, Span, Unit, UnitChoice, UnitIndex, UnitKind,
    UnitSource, UnitVersion,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is asked in one place of one table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    /// The text and its surroundings.
    pub(crate) question: Question<'a>,
    /// The table's fingerprint.
    pub(crate) table: &'a str,
    /// The cell.
    pub(crate) at: &'a Place,
}

type Key = (String, Option<UnitKind>, Vec<UnitIndex>, Vec<UnitIndex>, Option<UnitKind>, (bool, usize, usize), Care);

/// The roster as it grows while tables are read.
#[derive(Debug)]
pub(crate) struct Units<'a> {
    roster: Roster,
    matcher: Matcher,
    choices: &'a [UnitChoice],
    /// First days of the stretches in which no unit begins or ends.
    borders: Vec<domain::NaiveDate>,
    answers: BTreeMap<Key, Answer>,
    guessed: BTreeSet<(String, String)>,
}

impl<'a> Units<'a> {
    /// Starts from a roster that holds no provisional units yet.
    pub(crate) fn new(roster: Roster, matcher: Matcher, choices: &'a [UnitChoice]) -> Self {
        let lives = roster.iter().flat_map(|(_, unit)| unit.versions.iter().map(|version| version.life));
        let ends = lives.flat_map(|life| [life.from, life.to.and_then(|to| to.succ_opt())]);
        let borders: BTreeSet<_> = ends.flatten().gathered();
        Self {
            roster,
            matcher,
            choices,
            borders: borders.into_iter().collect(),
            answers: BTreeMap::new(),
            guessed: BTreeSet::new(),
        }
    }

    /// The roster so far.
    pub(crate) fn roster(&self) -> &Roster {
        &self.roster
    }

    /// The kind that a word names: "commune", "Xã", "Trường".
    pub(crate) fn kind_of(&self, word: &str) -> Option<UnitKind> {
        if word.is_empty() { None } else { kind_of(word, self.matcher.terms()) }
    }

    /// Does the text begin as a commune's name, or as that of its committee?
    pub(crate) fn opens_with_a_commune(&self, text: &str) -> bool {
        self.matcher.first_place(text) == Some(UnitKind::Commune)
    }

    /// Is the unit a commune, a hamlet, or a body?
    pub(crate) fn is_below_districts(&self, unit: UnitIndex) -> bool {
        !matches!(self.kind(unit), Some(UnitKind::Province | UnitKind::District))
    }

    /// Of two units that a sheet may be of: the one that was there then, and of two that were the deeper.
    pub(crate) fn better(&self, one: Option<UnitIndex>, other: Option<UnitIndex>, when: When) -> Option<UnitIndex> {
        let (Some(first), Some(second)) = (one, other) else { return one.or(other) };
        let standing = |unit: UnitIndex| {
            let known = self.roster.get(unit);
            let was_there = known.is_some_and(|known| known.life().cut(when.span()).is_some());
            (was_there, known.and_then(|known| known.kind.level()).unwrap_or(u8::MAX))
        };
        Some(if standing(second) > standing(first) { second } else { first })
    }

    /// Does the text begin as the name of a body of one of these kinds?
    pub(crate) fn opens_a_body(&self, text: &str, kinds: &[UnitKind]) -> bool {
        self.matcher.body_kind(text).is_some_and(|kind| kinds.contains(&kind))
    }

    /// The kind of a unit.
    pub(crate) fn kind(&self, unit: UnitIndex) -> Option<UnitKind> {
        self.roster.get(unit).map(|unit| unit.kind)
    }

    /// The roster, complete.
    pub(crate) fn into_roster(self) -> Roster {
        self.roster
    }

    /// The unit that the user chose for rows without one.
    pub(crate) fn chosen_for_table(&self, table: &str) -> Option<UnitIndex> {
        self.chosen(table, "")
    }

    fn chosen(&self, table: &str, text: &str) -> Option<UnitIndex> {
        self.roster.find(&self.choice(table, text)?.unit)
    }

    /// Did the user say that this text names no unit?
    fn is_no_unit(&self, table: &str, text: &str) -> bool {
        self.choice(table, text).is_some_and(|choice| choice.unit.is_empty())
    }

    fn choice(&self, table: &str, text: &str) -> Option<&'a UnitChoice> {
        let folded = fold(text);
        let mut fitting = self.choices.iter().filter(|choice| choice.table.is_empty() || choice.table == table);
        // A choice for the very table beats one for every table.
        let exact = fitting.clone().find(|choice| !choice.table.is_empty() && fold(&choice.text) == folded);
        exact.or_else(|| fitting.find(|choice| fold(&choice.text) == folded))
    }

    /// The unit with this id, as tables in the canonical form name it.
    pub(crate) fn by_id(
        &self,
        text: &str,
        when: When,
        (table, at): (&str, &Place),
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        match self.chosen(table, text).or_else(|| self.roster.find(text.trim())) {
            Some(unit) => self.within_life(unit, when, at, findings),
            None if self.is_no_unit(table, text) => None,
            None => {
                findings.push(Finding { at: at.clone(), kind: FindingKind::UnknownUnit { text: text.to_owned() } });
                None
            }
        }
    }

    /// Days that see the same units alive count as one.
    pub(crate) fn stretch(&self, when: When) -> (bool, usize, usize) {
        let number = |day| self.borders.partition_point(|border| *border <= day);
        (matches!(when, When::On(_)), number(when.span().from()), number(when.span().to()))
    }

    /// The unit of the lowest level, if there is one only.
    pub(crate) fn deepest(&self, units: impl Iterator<Item = UnitIndex>) -> Option<UnitIndex> {
        let level = |unit: &UnitIndex| self.roster.get(*unit).and_then(|unit| unit.kind.level()).unwrap_or(u8::MAX);
        let mut units: Vec<UnitIndex> = units.collect();
        let lowest = units.iter().map(level).max()?;
        units.retain(|unit| level(unit) == lowest);
        units.arrange();
        units.dedup();
        if let [unit] = units[..] { Some(unit) } else { None }
    }

    /// The place that a sentence names ("trên địa bàn huyện Giồng Riềng năm 2024").
    pub(crate) fn place_within(&self, question: &Question<'_>) -> Option<UnitIndex> {
        self.deepest(self.matcher.places_within(&self.roster, question).into_iter())
    }

    /// The unit a cell names, with findings where it takes a guess or fails.
    pub(crate) fn identify(&mut self, asked: &Asked<'_>, findings: &mut Vec<Finding>) -> Option<UnitIndex> {
        let text = asked.question.text;
        if let Some(unit) = self.chosen(asked.table, text) {
            return self.within_life(unit, asked.question.when, asked.at, findings);
        }
        if self.is_no_unit(asked.table, text) {
            return None;
        }
        let mut refuse = |kind| {
            findings.push(Finding { at: asked.at.clone(), kind });
            None
        };
        match self.answer(&asked.question) {
            Answer::Known { unit, exact } => {
                if !exact {
                    self.tell_guess(unit, asked, findings);
                }
                self.within_life(unit, asked.question.when, asked.at, findings)
            }
            Answer::New { kind, name, slug, parent } => {
                Some(self.add(NewUnit { kind, name, slug, parent }, asked, findings))
            }
            Answer::Here(kind) => match self.here(kind, &asked.question) {
                Some(unit) => self.within_life(unit, asked.question.when, asked.at, findings),
                None => refuse(FindingKind::UnknownUnit { text: text.to_owned() }),
            },
            Answer::Several(units) => {
                let candidates = units.iter().map(|unit| self.roster.id(*unit).to_owned()).collect();
                refuse(FindingKind::AmbiguousUnit { text: text.to_owned(), candidates })
            }
            Answer::Outside(unit) => refuse(self.outside(unit, asked.question.when.span())),
            Answer::Nothing => refuse(FindingKind::UnknownUnit { text: text.to_owned() }),
        }
    }

    /// The unit a text around the rows names (a section, a sheet, a file, another column), if it surely names one.
    pub(crate) fn surrounding(&mut self, question: &Question<'_>, table: &str) -> Option<UnitIndex> {
        if let Some(unit) = self.chosen(table, question.text).filter(|_| !question.text.is_empty()) {
            return Some(unit);
        }
        match self.answer(question) {
            Answer::Known { unit, .. } | Answer::Outside(unit) => Some(unit),
            _ => None,
        }
    }

    /// Like [`Units::surrounding`], but a body that no roster lists may be meant, too.
    pub(crate) fn surrounding_body(&mut self, asked: &Asked<'_>, findings: &mut Vec<Finding>) -> Option<UnitIndex> {
        match self.answer(&asked.question) {
            Answer::New { kind, name, slug, parent } => {
                Some(self.add(NewUnit { kind, name, slug, parent }, asked, findings))
            }
            _ => self.surrounding(&asked.question, asked.table),
        }
    }

    fn answer(&mut self, question: &Question<'_>) -> Answer {
        let key = self.key(question);
        if let Some(answer) = self.answers.get(&key) {
            return answer.clone();
        }
        let answer = self.matcher.find(&self.roster, question);
        // What is new now is known next time.
        if !matches!(answer, Answer::New { .. }) {
            self.answers.insert(key, answer.clone());
        }
        answer
    }

    fn key(&self, question: &Question<'_>) -> Key {
        (
            question.text.to_owned(),
            question.kind,
            question.around.to_vec(),
            question.scope.to_vec(),
            question.usual,
            self.stretch(question.when),
            question.care,
        )
    }

    fn here(&self, kind: Option<UnitKind>, question: &Question<'_>) -> Option<UnitIndex> {
        let mut near = question.around.iter().chain(question.scope).copied();
        match kind {
            None => near.next(),
            Some(kind) => near.find(|unit| self.roster.get(*unit).is_some_and(|unit| unit.kind == kind)),
        }
    }

    /// The unit, unless it did not live then.
    pub(crate) fn within_life(
        &self,
        unit: UnitIndex,
        when: When,
        at: &Place,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        let When::On(span) = when else { return Some(unit) };
        let alive = self.roster.get(unit).is_some_and(|known| known.life().cut(span).is_some());
        if !alive {
            findings.push(Finding { at: at.clone(), kind: self.outside(unit, span) });
        }
        alive.then_some(unit)
    }

    fn outside(&self, unit: UnitIndex, when: Span) -> FindingKind {
        let name = self.roster.get(unit).map_or("", Unit::name);
        FindingKind::OutsideUnitLife { unit: name.to_owned(), when }
    }

    fn tell_guess(&mut self, unit: UnitIndex, asked: &Asked<'_>, findings: &mut Vec<Finding>) {
        let text = asked.question.text.to_owned();
        if self.guessed.insert((asked.table.to_owned(), text.clone())) {
            let name = self.roster.get(unit).map_or("", |known| known.name_at(asked.question.when.span().from()));
            let kind = FindingKind::UnitGuessed { text, name: name.to_owned() };
            findings.push(Finding { at: asked.at.clone(), kind });
        }
    }

    fn add(&mut self, new: NewUnit, asked: &Asked<'_>, findings: &mut Vec<Finding>) -> UnitIndex {
        let parent = new.parent.or_else(|| self.province(asked.question.when));
        let home = parent.map_or("", |parent| self.roster.id(parent));
        let id = format!("{}-{}@{home}", new.kind.code(), new.slug.replace(' ', "-"));
        if let Some(known) = self.roster.find(&id) {
            return known;
        }
        let unit = Unit {
            id,
            kind: new.kind,
            source: UnitSource::Data,
            versions: vec![UnitVersion { name: new.name.clone(), parent, life: Life::default() }],
            successors: Vec::new(),
            tags: Vec::new(),
        };
        let kind = FindingKind::ProvisionalUnit { name: new.name, kind: new.kind };
        findings.push(Finding { at: asked.at.clone(), kind });
        self.insert(unit)
    }

    fn insert(&mut self, unit: Unit) -> UnitIndex {
        let index = UnitIndex(u32::try_from(self.roster.len()).unwrap_or(u32::MAX));
        self.matcher.add(index, &unit);
        self.roster.push(unit).unwrap_or(index)
    }

    fn province(&self, when: When) -> Option<UnitIndex> {
        let alive = |unit: &Unit| unit.kind == UnitKind::Province && unit.life().cut(when.span()).is_some();
        self.roster.iter().find(|(_, unit)| alive(unit)).map(|(index, _)| index)
    }
}

struct NewUnit {
    kind: UnitKind,
    name: String,
    slug: String,
    parent: Option<UnitIndex>,
}
