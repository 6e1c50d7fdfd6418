//! One column: its header's senses and its values → a field.
//!
//! It decides what a column is as long as that takes no other column; `settle` looks at them side by side. Where words
//! and values disagree the values win, and the guess is less sure.

use super::headers::{Said, Sense, Wording, is_year_by_accent, read_level, sense_of_unit};
use super::values::{Looks, Values};
use crate::grid::Column;
use domain::{ActivityKind, CountColumn, Field, TableKind, Vocabulary, YearPart};

/// A field guessed from values alone.
const BY_VALUES: u8 = 55;
/// A part of the year that only two levels together name.
const JOINED: u8 = 85;
/// A field whose values look otherwise.
const DOUBTFUL: u8 = 40;

/// One column on its way to a meaning.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Its place in the table.
    pub(super) position: usize,
    /// Header levels, topmost first.
    pub(super) levels: Vec<Wording>,
    /// What each level says.
    pub(super) said: Vec<Said>,
    /// Its values.
    pub(super) values: Values,
    /// What it is taken for.
    pub(super) guess: Guess,
}

/// What a column is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Guess {
    /// The field.
    pub(super) field: Field,
    /// How sure, in percent.
    pub(super) weight: u8,
}

impl Guess {
    /// Not understood: the user is told.
    pub(super) const UNKNOWN: Self = Self { field: Field::Ignored, weight: 0 };

    fn new(field: Field, weight: u8) -> Self {
        Self { field, weight }
    }
}

impl Draft {
    /// Reads a column of a table of this kind.
    pub(super) fn of(
        column: &Column,
        position: usize,
        values: Values,
        kind: TableKind,
        vocabulary: &Vocabulary,
    ) -> Self {
        let levels = levels(column);
        let said = levels.iter().map(|level| read_level(level, kind, vocabulary)).collect();
        let mut draft = Self { position, levels, said, values, guess: Guess::UNKNOWN };
        draft.guess = draft.by_header().unwrap_or_else(|| draft.by_values());
        draft
    }

    /// Does any level say this?
    pub(super) fn says(&self, fits: impl Fn(Sense) -> bool) -> bool {
        self.senses().any(fits)
    }

    fn senses(&self) -> impl DoubleEndedIterator<Item = Sense> {
        self.said.iter().flat_map(|said| said.senses.iter().copied())
    }

    fn by_header(&self) -> Option<Guess> {
        let leaf_is_known = self.said.last().is_some_and(|said| !said.senses.is_empty());
        if !leaf_is_known && self.joined_part().is_some() && self.values.may_be_numbers() {
            return Some(self.number(JOINED));
        }
        let known = self.said.iter().rposition(|said| !said.senses.is_empty())?;
        let own = self.said.get(known)?;
        // An unknown leaf takes its parent's meaning, less surely.
        let weight = if known + 1 == self.said.len() { own.weight } else { own.weight.saturating_sub(30) };
        if self.says(|sense| sense == Sense::Material) || self.unit_says(Sense::Material) {
            return Some(Guess::new(Field::Ignored, weight.max(1)));
        }
        match *own.senses.first()? {
            Sense::Is(field) => self.plain(field, weight),
            Sense::Enumeration => Some(self.enumeration(weight)),
            Sense::YearOrMen => Some(self.year_or_men(weight)),
            Sense::Open => Some(Guess::UNKNOWN),
            Sense::Names(_) if !self.values.may_be_numbers() => {
                (weight >= 70).then(|| Guess::new(Field::Title, weight))
            }
            _ => Some(self.number(weight)),
        }
    }

    /// A field that its own header names.
    fn plain(&self, field: Field, weight: u8) -> Option<Guess> {
        let numbers = !self.values.are_empty() && self.values.mostly(&[Looks::Number, Looks::Year]);
        let about_people = matches!(field, Field::People | Field::Women | Field::Men | Field::Cost);
        let planned = self.says(|sense| sense == Sense::Plan);
        match field {
            _ if about_people && planned => Some(Guess::new(Field::Ignored, weight)),
            _ if about_people && self.part().is_some() => Some(Guess::new(self.in_part(field), weight)),
            Field::UnitName if self.values.mostly(&[Looks::Measure]) && !self.values.are_empty() => {
                Some(Guess::new(Field::MeasureUnit, weight))
            }
            Field::Date if self.values.mostly(&[Looks::Duration]) && !self.values.are_empty() => {
                Some(Guess::new(Field::Ignored, weight))
            }
            Field::Kind | Field::Audience | Field::Title if numbers => None,
            Field::UnitName | Field::Commune | Field::District if numbers => None,
            Field::Status | Field::Note | Field::Title | Field::Kind if self.is_stage() => None,
            _ => Some(Guess::new(field, weight)),
        }
    }

    /// "Quý I" over "Số lượt người": the people of that quarter.
    fn in_part(&self, field: Field) -> Field {
        match (field, self.part()) {
            (Field::People, Some(part)) => Field::PeopleIn(part),
            (Field::Women, Some(part)) => Field::WomenIn(part),
            (Field::Cost, Some(part)) => Field::CostIn(part),
            _ => Field::Ignored,
        }
    }

    fn is_stage(&self) -> bool {
        self.values.mostly(&[Looks::Stage]) && !self.values.are_empty()
    }

    fn enumeration(&self, weight: u8) -> Guess {
        let leads = self.position <= 1;
        if leads && self.values.number_rows() {
            return Guess::new(Field::RowNumber, weight);
        }
        match self.by_values() {
            Guess { field: Field::Ignored, .. } if self.values.mostly(&[Looks::Text]) && !self.values.are_empty() => {
                Guess::new(Field::Title, DOUBTFUL)
            }
            guess => guess,
        }
    }

    fn year_or_men(&self, weight: u8) -> Guess {
        let by_accent = self.levels.last().is_some_and(is_year_by_accent);
        let years = self.values.mostly(&[Looks::Year]) || (self.values.are_empty() && by_accent);
        match (years, by_accent) {
            (true, _) => Guess::new(Field::Year, weight),
            (false, true) if self.values.mostly(&[Looks::Date, Looks::Text]) => Guess::new(Field::Year, weight),
            (false, true) => Guess::new(Field::Ignored, 0),
            (false, false) => Guess::new(Field::Men, weight),
        }
    }

    /// A column of numbers: what it counts, of which part of the year, planned or done.
    fn number(&self, weight: u8) -> Guess {
        let parent = self.senses().rev().find_map(people_or_money).or_else(|| self.unit_of_people());
        let kind = self.counted_kind();
        if let (Some(field), None) = (parent, kind) {
            return self.plain(field, weight).unwrap_or(Guess::UNKNOWN);
        }
        if !self.values.may_be_numbers() {
            return self.text_of_number(weight);
        }
        let count = self.count(kind);
        let compound =
            self.values.mostly(&[Looks::Compound]) || (kind.is_none() && self.values.mostly(&[Looks::Counted]));
        let in_text = compound && count.part.is_none() && !count.planned && !self.values.are_empty();
        Guess::new(if in_text { Field::CountText } else { Field::Count(count) }, weight)
    }

    fn count(&self, kind: Option<ActivityKind>) -> CountColumn {
        CountColumn {
            kind,
            part: self.part(),
            planned: self.says(|sense| sense == Sense::Plan),
            total: self.says(|sense| matches!(sense, Sense::Total | Sense::Part(YearPart::Year))),
        }
    }

    /// The finest part of the year any level names: a quarter under "Năm 2024" is a quarter.
    fn part(&self) -> Option<YearPart> {
        let parts = || self.senses().filter_map(|sense| if let Sense::Part(part) = sense { Some(part) } else { None });
        parts().find(|part| *part != YearPart::Year).or_else(|| parts().next()).or_else(|| self.joined_part())
    }

    /// "Tháng" over "1", "2", "3".
    pub(super) fn joined_part(&self) -> Option<YearPart> {
        let words: Vec<&str> = self.levels.iter().rev().take(2).rev().map(|level| level.words.as_str()).collect();
        crate::meaning::dates::read_year_part(&words.join(" "))
    }

    fn counted_kind(&self) -> Option<ActivityKind> {
        let named = self.senses().rev().find_map(kind_of);
        named.or_else(|| self.levels.iter().rev().find_map(|level| kind_of(sense_of_unit(&level.unit)?)))
    }

    fn unit_of_people(&self) -> Option<Field> {
        self.levels.iter().rev().find_map(|level| people_or_money(sense_of_unit(&level.unit)?))
    }

    fn unit_says(&self, sense: Sense) -> bool {
        self.levels.iter().any(|level| sense_of_unit(&level.unit) == Some(sense))
    }

    /// The header promises a number, the cells hold texts.
    fn text_of_number(&self, weight: u8) -> Guess {
        let said_first = |phrase: &str| self.levels.last().is_some_and(|level| level.words.starts_with(phrase));
        if said_first("chi tieu") {
            return Guess::new(Field::Title, weight.saturating_sub(10));
        }
        if self.says(|sense| matches!(sense, Sense::Counts(_) | Sense::Total)) {
            return Guess::new(Field::Count(self.count(self.counted_kind())), DOUBTFUL);
        }
        if said_first("ke hoach") {
            return Guess::new(Field::Evidence, DOUBTFUL);
        }
        if said_first("ket qua") || said_first("thuc hien") {
            return Guess::new(Field::Note, DOUBTFUL);
        }
        self.by_values()
    }

    /// No word helps: do the values?
    fn by_values(&self) -> Guess {
        let values = &self.values;
        let fields: [(Field, &[Looks]); 7] = [
            (Field::Personal, &[Looks::Contact]),
            (Field::Date, &[Looks::Date]),
            (Field::CountText, &[Looks::Compound, Looks::Counted]),
            (Field::District, &[Looks::District]),
            (Field::UnitName, &[Looks::District, Looks::Commune, Looks::Hamlet, Looks::Unit]),
            (Field::MeasureUnit, &[Looks::Measure]),
            (Field::Stage, &[Looks::Stage]),
        ];
        let field = fields.iter().find(|(_, looks)| values.mostly(looks)).map(|(field, _)| *field);
        match (self.joined_part(), field) {
            _ if values.are_empty() => Guess::UNKNOWN,
            (Some(_), _) if values.may_be_numbers() => self.number(BY_VALUES),
            (_, Some(field)) => Guess::new(field, BY_VALUES),
            _ if self.position == 0 && values.number_rows() => Guess::new(Field::RowNumber, BY_VALUES),
            _ => Guess::UNKNOWN,
        }
    }
}

/// The levels of a header in comparable form; empty ones left out.
pub(super) fn levels(column: &Column) -> Vec<Wording> {
    column.headers.iter().map(|level| Wording::of(level)).filter(|level| !level.words.is_empty()).collect()
}

fn kind_of(sense: Sense) -> Option<ActivityKind> {
    match sense {
        Sense::Counts(kind) | Sense::Names(kind) => Some(kind),
        _ => None,
    }
}

fn people_or_money(sense: Sense) -> Option<Field> {
    match sense {
        Sense::Is(field @ (Field::People | Field::Women | Field::Men | Field::Cost | Field::Percent)) => Some(field),
        _ => None,
    }
}
