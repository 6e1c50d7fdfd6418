//! Rows that say the same twice, and files given twice.
//!
//! It only points at them: whether a copy counts once or twice is a reading of the plan.

use crate::fold::{base, each_letter, fold};
use crate::grid::Table;
use domain::{Activity, Finding, FindingKind, Place, TableInfo, Text};
use hashbrown::HashTable;
use std::hash::{Hash, Hasher};

/// A finding for every row that repeats an earlier one in unit, date, kind, title, channel and count. `each` hears how many were
/// looked at.
pub(crate) fn duplicate_rows(
    activities: &[Activity],
    tables: &[TableInfo],
    each: &mut dyn FnMut(usize),
) -> Vec<Finding> {
    // Hash and place of every row that says something new.
    let mut firsts: HashTable<(u32, u32)> = HashTable::new();
    let mut findings = Vec::new();
    for (at, activity) in (0..).zip(activities).filter(|(_, activity)| !activity.title.is_empty()) {
        each(at as usize);
        let hash = hash(activity);
        let first = |at: u32| activities.get(at as usize).filter(|first| are_same(first, activity));
        match firsts.find(spread(hash), |(own, at)| *own == hash && first(*at).is_some()) {
            Some((_, at)) => {
                let first_row = first(*at).map_or(0, |first| first.origin.row);
                findings.push(Finding { at: place(activity, tables), kind: FindingKind::DuplicateRow { first_row } });
            }
            None => {
                firsts.insert_unique(spread(hash), (hash, at), |(hash, _)| spread(*hash));
            }
        }
    }
    findings
}

/// The table looks at the top and the bottom of a hash.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

fn are_same(a: &Activity, b: &Activity) -> bool {
    let plain = |row: &Activity| (row.unit, row.when, row.kind, row.count, row.status);
    let alike = |a: &Text, b: &Text| a == b || fold(a) == fold(b);
    plain(a) == plain(b) && alike(&a.title, &b.title) && alike(&a.channel, &b.channel)
}

/// Equal rows hash alike. Rows that hash alike are compared, so a quick hash will do; nothing is listed in its order.
fn hash(row: &Activity) -> u32 {
    let mut hasher = Mixed(0);
    (row.unit, row.when.map(|when| (when.from(), when.to())), row.kind, row.count, row.status).hash(&mut hasher);
    hash_folded(&row.title, &mut hasher);
    hash_folded(&row.channel, &mut hasher);
    (hasher.finish() >> 32) as u32
}

/// Multiplies a word at a time.
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for word in bytes.chunks(8) {
            self.write_u64(word.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)));
        }
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 29;
    }

    fn write_isize(&mut self, word: isize) {
        self.write_u64(word.unsigned_abs() as u64);
    }
}

/// Texts that fold alike hash alike.
pub(crate) fn hash_folded(text: &str, hasher: &mut impl Hasher) {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |letter: char| hash = (hash ^ u64::from(letter)).wrapping_mul(0x0000_0100_0000_01b3);
    for letter in text.chars() {
        match base(letter) {
            // White space may be more or less of it.
            Some(base) if base.is_whitespace() => {}
            Some(base) => take(base),
            None => {
                each_letter(letter.encode_utf8(&mut [0; 4]), &mut |letter| {
                    take(letter);
                    true
                });
            }
        }
    }
    hasher.write_u64(hash);
}

fn place(activity: &Activity, tables: &[TableInfo]) -> Place {
    let table = tables.get(activity.origin.table as usize);
    Place {
        file: table.map(|table| table.file.clone()).unwrap_or_default(),
        sheet: table.map(|table| table.sheet.clone()).unwrap_or_default(),
        row: Some(activity.origin.row),
        column: None,
    }
}

/// Do two files hold the same tables? Names do not matter.
pub(crate) fn same_content(a: &[Table], b: &[Table]) -> bool {
    let same = |a: &Table, b: &Table| {
        a.sheet == b.sheet && a.title_lines == b.title_lines && a.columns == b.columns && a.rows == b.rows
    };
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}
