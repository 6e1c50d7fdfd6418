//! What the values of a column look like.
//!
//! It decides how many of them are numbers, dates, names of units and so on. It knows no header, so it never says what
//! a column means: a column of numbers may count anything.

use super::headers::{Wording, starts};
use crate::fold::fold;
use crate::grid::{Symbol, Table, Value};
use crate::meaning::dates::{DateContext, read_date};
use crate::meaning::numbers::{read_count, read_count_text};
use domain::{Span, Vocabulary};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// More cells than this do not change what a column looks like.
const SAMPLE: usize = 300;

/// Words that begin names of units, with what they are.
const PLACES: [(&str, Looks); 14] = [
    ("huyen", Looks::District),
    ("thanh pho", Looks::District),
    ("thi xa", Looks::District),
    ("tp", Looks::District),
    ("xa", Looks::Commune),
    ("phuong", Looks::Commune),
    ("thi tran", Looks::Commune),
    ("dac khu", Looks::Commune),
    ("ap", Looks::Hamlet),
    ("khu pho", Looks::Hamlet),
    ("khom", Looks::Hamlet),
    ("ubnd", Looks::Unit),
    ("uy ban nhan dan", Looks::Unit),
    ("hoi lhpn", Looks::Unit),
];
/// Words that begin like a place and are none: "Áp dụng", "Xã hội".
const NO_PLACES: [&str; 4] = ["ap dung", "xa hoi", "ap phich", "truong hop"];
/// What is counted, alone in a cell: the values of a column "Đơn vị tính".
const MEASURES: [&str; 18] = [
    "cuoc",
    "buoi",
    "lop",
    "tin",
    "bai",
    "tin bai",
    "nguoi",
    "luot",
    "luot nguoi",
    "mo hinh",
    "hoi nghi",
    "%",
    "ban",
    "to",
    "cai",
    "chuong trinh",
    "dong",
    "trieu dong",
];
const STAGES: [&str; 8] = [
    "thi diem",
    "chinh thuc",
    "ap dung thi diem",
    "ap dung chinh thuc",
    "dang thi diem",
    "da ap dung chinh thuc",
    "pilot",
    "official",
];

/// What one value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looks {
    /// A plain number.
    Number,
    /// A number that can be a year.
    Year,
    /// A day or a range of days.
    Date,
    /// Activities and people in one text.
    Compound,
    /// A number with the word of an activity.
    Counted,
    /// The name of a district.
    District,
    /// The name of a commune.
    Commune,
    /// The name of a hamlet.
    Hamlet,
    /// The name of another unit.
    Unit,
    /// A unit of counting.
    Measure,
    /// A stage of the media register.
    Stage,
    /// A duration such as `30 phút`.
    Duration,
    /// An address of mail or a telephone number.
    Contact,
    /// A roman number or a letter.
    Mark,
    /// Any other text.
    Text,
}

/// The values of one column.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    looks: Vec<Looks>,
    rises: bool,
    /// No value above 31.
    pub(super) small: bool,
    /// Up to three different values, as seen.
    pub(super) examples: Vec<String>,
}

impl Values {
    /// Looks at the cells of the column at this position of the table; totals are left out.
    pub(super) fn of(table: &Table, position: usize, vocabulary: &Vocabulary) -> Self {
        let symbols = table.rows.iter().filter(|row| !row.is_total).map(|row| row.symbol(position));
        let cells = symbols.map(|symbol| (symbol, table.rows.value(symbol)));
        let (symbols, cells): (Vec<Symbol>, Vec<Cow<'_, Value>>) =
            cells.filter(|(_, cell)| says_something(cell)).take(SAMPLE).unzip();
        let numbers: Vec<u32> = cells.iter().filter_map(|cell| read_count(cell).ok().flatten()).collect();
        let terms = UnitTerms::new(vocabulary);
        let mut known: BTreeMap<Symbol, Looks> = BTreeMap::new();
        let mut look = |(symbol, cell): (&Symbol, &Cow<'_, Value>)| {
            *known.entry(*symbol).or_insert_with(|| look(cell, vocabulary, &terms))
        };
        Self {
            looks: symbols.iter().zip(&cells).map(&mut look).collect(),
            rises: numbers.len() == cells.len() && counts_rows(&numbers),
            small: numbers.iter().all(|number| *number <= 31),
            examples: examples(&cells),
        }
    }

    /// Does no cell say anything?
    pub(super) fn are_empty(&self) -> bool {
        self.looks.is_empty()
    }

    /// Do more than half look like one of these?
    pub(super) fn mostly(&self, looks: &[Looks]) -> bool {
        self.looks.iter().filter(|own| looks.contains(own)).count() * 2 > self.looks.len()
    }

    /// Are they numbers, in the main, or nothing at all?
    pub(super) fn may_be_numbers(&self) -> bool {
        self.are_empty() || self.mostly(&[Looks::Number, Looks::Year, Looks::Counted, Looks::Compound])
    }

    /// Do they number rows: 1, 2, 3, beginning again at will; or I, II, a, b?
    pub(super) fn number_rows(&self) -> bool {
        self.are_empty() || self.rises || self.mostly(&[Looks::Mark])
    }
}

fn says_something(cell: &Value) -> bool {
    match cell {
        Value::Empty | Value::Error(_) => false,
        Value::Text(text) => !matches!(read_count(&Value::Text(text.clone())), Ok(None)),
        _ => true,
    }
}

fn counts_rows(numbers: &[u32]) -> bool {
    let steps = numbers.iter().zip(numbers.iter().skip(1));
    numbers.first().is_some_and(|first| *first <= 1) && steps.clone().all(|(a, b)| *b == a + 1 || *b == 1)
}

fn examples(cells: &[Cow<'_, Value>]) -> Vec<String> {
    let mut examples: Vec<String> = Vec::new();
    for text in cells.iter().map(|cell| cell.text()) {
        if examples.len() == 3 {
            break;
        }
        if !examples.contains(&text) {
            examples.push(text);
        }
    }
    examples
}

/// The plan's words for kinds of units. Short ones ("sở", "ban") fold like everyday words: too weak without a header.
struct UnitTerms(Vec<String>);

impl UnitTerms {
    fn new(vocabulary: &Vocabulary) -> Self {
        Self(vocabulary.units.iter().map(|(term, _)| fold(term)).filter(|term| term.len() > 5).collect())
    }
}

fn look(cell: &Value, vocabulary: &Vocabulary, terms: &UnitTerms) -> Looks {
    match cell {
        Value::Date(_) => Looks::Date,
        Value::Number(number) if (2000.0..=2100.0).contains(number) => Looks::Year,
        Value::Number(_) => Looks::Number,
        Value::Text(text) => look_of_text(text, vocabulary, terms),
        Value::Bool(_) | Value::Empty | Value::Error(_) => Looks::Text,
    }
}

fn look_of_text(text: &str, vocabulary: &Vocabulary, terms: &UnitTerms) -> Looks {
    let folded = fold(text);
    let words = Wording::of(text).words;
    if let Some(looks) = number(&folded).or_else(|| list_word(&words)).or_else(|| place(&words, terms)) {
        return looks;
    }
    if is_date(text) {
        return Looks::Date;
    }
    match read_count_text(text, vocabulary) {
        Some(counts) if counts.people.is_some() || counts.counts.len() > 1 => Looks::Compound,
        Some(_) if folded.starts_with(|letter: char| letter.is_ascii_digit()) => Looks::Counted,
        _ => Looks::Text,
    }
}

fn number(folded: &str) -> Option<Looks> {
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    let plain = folded.chars().all(|letter| letter.is_ascii_digit() || "., ".contains(letter));
    if folded.contains('@') || (plain && digits.len() >= 9 && digits.starts_with('0')) {
        return Some(Looks::Contact);
    }
    if !plain || digits.is_empty() {
        return None;
    }
    let year = folded.len() == 4 && super::headers::is_year(folded);
    read_count(&Value::Text(folded.into())).ok().map(|_| if year { Looks::Year } else { Looks::Number })
}

fn list_word(words: &str) -> Option<Looks> {
    let is_mark = words.chars().all(|letter| "ivx".contains(letter)) || (words.chars().count() == 1 && words != "x");
    match words {
        words if MEASURES.contains(&words) => Some(Looks::Measure),
        words if STAGES.contains(&words) => Some(Looks::Stage),
        words if words.ends_with(" phut") || words.ends_with(" gio") => Some(Looks::Duration),
        words if is_mark && !words.is_empty() && words != "x" => Some(Looks::Mark),
        _ => None,
    }
}

fn place(words: &str, UnitTerms(terms): &UnitTerms) -> Option<Looks> {
    if NO_PLACES.iter().any(|phrase| starts(words, phrase)) {
        return None;
    }
    let shipped = PLACES.iter().find(|(word, _)| starts(words, word) && words != *word).map(|(_, looks)| *looks);
    shipped.or_else(|| terms.iter().any(|term| starts(words, term) && words != term).then_some(Looks::Unit))
}

fn is_date(text: &str) -> bool {
    let context = DateContext { period: Span::year(2024), ..DateContext::default() };
    let has_digit = text.contains(|letter: char| letter.is_ascii_digit()) || text.to_lowercase().starts_with("qu");
    has_digit && matches!(read_date(&Value::Text(text.into()), &context), Ok(Some(_)))
}
