//! The units by name: which of them a typed text is, and which it may become.

use crate::route::UnitKey;
use crate::views::matrix::search::fold;
use domain::{Arrange, Life, UnitLine};
use std::collections::BTreeMap;

/// A unit as the list offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnitName {
    /// Its id.
    pub(crate) id: String,
    /// How an address names it.
    pub(crate) key: UnitKey,
    /// Its name; with its parent's, where several have the same.
    pub(crate) label: String,
    /// The name of its parent, where the label does not say it.
    pub(crate) parent: String,
    /// From when to when it is there.
    pub(crate) life: Life,
    folded: String,
}

/// All units, in the order of the roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UnitNames {
    units: Vec<UnitName>,
    /// Folded labels that only one unit has.
    by_label: BTreeMap<String, usize>,
}

impl UnitName {
    /// Name and parent, wherever the parent stands.
    pub(crate) fn name_and_parent(&self) -> (&str, &str) {
        if self.parent.is_empty() {
            self.label.rsplit_once(", ").unwrap_or((&self.label, ""))
        } else {
            (&self.label, &self.parent)
        }
    }
}

impl UnitNames {
    /// Names units so that each label is as short as it can be.
    pub(crate) fn new(lines: &[UnitLine]) -> Self {
        let mut bearers: BTreeMap<&str, u32> = BTreeMap::new();
        for line in lines {
            *bearers.entry(&line.name).or_default() += 1;
        }
        let is_alone = |line: &UnitLine| bearers.get(line.name.as_str()).is_none_or(|count| *count == 1);
        let units: Vec<UnitName> = lines.iter().map(|line| unit(line, is_alone(line))).collect();
        let by_label = sole_labels(&units);
        Self { units, by_label }
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[UnitName] {
        &self.units
    }

    /// The unit that a text surely names.
    pub(crate) fn named(&self, text: &str) -> Option<&UnitName> {
        self.by_label.get(&fold(text)).and_then(|at| self.units.get(*at))
    }

    /// The unit with this id.
    pub(crate) fn with_id(&self, id: &str) -> Option<&UnitName> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// Up to `most` units that a text without accents may become: names that begin with it first.
    pub(crate) fn like(&self, text: &str, most: usize) -> Vec<&UnitName> {
        let folded = fold(text);
        let holds = |unit: &&UnitName| folded.split(' ').all(|word| unit.folded.contains(word));
        let mut like: Vec<(u8, &UnitName)> =
            self.units.iter().filter(holds).map(|unit| (rank(&unit.folded, &folded), unit)).collect();
        like.arrange_by_key(|(rank, _)| *rank);
        like.into_iter().take(most).map(|(_, unit)| unit).collect()
    }
}

/// A folded name without its type word.
pub(crate) fn proper(name: &str) -> &str {
    const KINDS: [&str; 8] = ["xa ", "phuong ", "thi tran ", "huyen ", "thi xa ", "thanh pho ", "tinh ", "dac khu "];
    KINDS.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

/// A label's beginning, then the beginning of its proper name, then the beginning of any word.
fn rank(label: &str, text: &str) -> u8 {
    let proper = proper(label);
    if label.starts_with(text) || proper.starts_with(text) {
        0
    } else if label.contains(&format!(" {text}")) {
        1
    } else {
        2
    }
}

fn unit(line: &UnitLine, is_alone: bool) -> UnitName {
    let alone = is_alone || line.parent.is_empty();
    let label = if alone { line.name.clone() } else { format!("{}, {}", line.name, line.parent) };
    let parent = if alone { line.parent.clone() } else { String::new() };
    let folded = fold(&format!("{label} {parent}"));
    UnitName { id: line.id.clone(), key: UnitKey::of(line), label, parent, life: line.life, folded }
}

fn sole_labels(units: &[UnitName]) -> BTreeMap<String, usize> {
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        found.entry(fold(&unit.label)).or_default().push(at);
    }
    found.into_iter().filter_map(|(label, at)| if let [at] = at[..] { Some((label, at)) } else { None }).collect()
}
