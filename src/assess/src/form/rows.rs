//! Which rows of a form are filled, and with whose figures: the rows that name a unit, else the first below the header.

use super::Whose;
use domain::{FormHead, FormNote, ReportReach, RowColumn, column_letters};
use intake::fold::fold;
use intake::form::Form;
use std::collections::BTreeMap;

/// A row to be filled.
pub(super) struct Row<'a> {
    /// 1-based.
    pub(super) row: u32,
    /// The unit named there; empty where the form is of one unit.
    pub(super) unit: &'a str,
    /// The unit's name, and its figures.
    pub(super) name: &'a str,
    pub(super) reach: &'a ReportReach,
}

/// Words before a name that some leave out, as folded.
const TYPES: [&str; 18] = [
    "xa ",
    "phuong ",
    "thi tran ",
    "dac khu ",
    "huyen ",
    "thanh pho ",
    "thi xa ",
    "ap ",
    "khu pho ",
    "khom ",
    "thon ",
    "tp. ",
    "tp ",
    "tx. ",
    "x. ",
    "p. ",
    "h. ",
    "tt. ",
];
/// Rows that are told one by one; a table of strangers is told by its first.
const TOLD: usize = 20;

/// The rows, and those that name a unit of which nothing is known here.
pub(super) fn rows<'a>(form: &Form, heads: &[FormHead], whose: &'a Whose) -> (Vec<Row<'a>>, Vec<FormNote>) {
    let first = form.rows.1 + 1;
    let alone = Row { row: first, unit: "", name: &whose.name, reach: &whose.reach };
    let Some(head) = heads.iter().find(|head| head.holds == Some(RowColumn::Unit)) else {
        return (vec![alone], Vec::new());
    };
    let named = form.below.iter().filter(|((_, column), text)| *column == head.column && is_name(text));
    let named: Vec<(u32, &String)> = named.map(|((row, _), text)| (*row, text)).collect();
    if named.is_empty() {
        return (vec![alone], Vec::new());
    }
    let known = Known::new(whose);
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    for (row, text) in named {
        let address = format!("{}{row}", column_letters(head.column));
        match known.find(text) {
            Some((unit, reach)) => rows.push(Row { row, unit, name: unit, reach }),
            None if is_sum(text) => notes.push(FormNote::Sum { address, text: text.clone() }),
            None => notes.push(FormNote::Stranger { address, text: text.clone() }),
        }
    }
    notes.truncate(TOLD);
    (rows, notes)
}

/// A row of signatures below a table names nobody: names of units are short.
fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && text.chars().count() <= 80
}

fn is_sum(text: &str) -> bool {
    let folded = fold(text);
    ["tong", "cong"].iter().any(|word| folded.split(' ').next() == Some(word))
}

/// Units by their names; a name of two units finds neither.
struct Known<'a> {
    units: BTreeMap<String, Option<(&'a str, &'a ReportReach)>>,
}

impl<'a> Known<'a> {
    fn new(whose: &'a Whose) -> Self {
        let below = whose.below.iter().map(|(line, reach)| (line.name.as_str(), reach));
        let all: Vec<(&str, &ReportReach)> =
            whose.unit.iter().map(|line| (line.name.as_str(), &whose.reach)).chain(below).collect();
        let mut units: BTreeMap<String, Option<(&str, &ReportReach)>> = BTreeMap::new();
        for (name, reach) in &all {
            let entry = units.entry(fold(name));
            entry.and_modify(|found| *found = None).or_insert(Some((name, reach)));
        }
        // A short name is taken only where no full one is the same.
        let mut short: BTreeMap<String, Option<(&str, &ReportReach)>> = BTreeMap::new();
        for (name, reach) in &all {
            let entry = short.entry(bare(&fold(name)).to_owned());
            entry.and_modify(|found| *found = None).or_insert(Some((name, reach)));
        }
        for (name, found) in short {
            units.entry(name).or_insert(found);
        }
        Self { units }
    }

    fn find(&self, text: &str) -> Option<(&'a str, &'a ReportReach)> {
        let folded = fold(text);
        let exact = self.units.get(&folded).copied().flatten();
        // "X. Vĩnh Hòa Hiệp": another way of writing the type; the name alone then has to be of one unit.
        exact.or_else(|| self.units.get(bare(&folded)).copied().flatten())
    }
}

fn bare(folded: &str) -> &str {
    TYPES.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(folded)
}
