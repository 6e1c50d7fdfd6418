//! Every place where the text can be read in more than one way, and how many verdicts hang on it.

use domain::{Bilingual, ReadingGroup, ReadingLine, ReadingsSlice};
use serde::Serialize;

/// The readings of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Readings {
    verdicts: u32,
    readings: Vec<Reading>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Reading {
    id: String,
    rule: Option<String>,
    ask: Bilingual,
    why: Bilingual,
    in_force: String,
    default: String,
    options: Vec<Choice>,
    clauses: Vec<Quoted>,
}

/// One way to read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Choice {
    id: String,
    label: Bilingual,
    changes: u32,
}

/// The words that are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Quoted {
    id: String,
    quote: String,
}

/// The readings as they are given out: those of several rules first, then by rule.
pub(crate) fn readings(found: ReadingsSlice) -> Readings {
    Readings { verdicts: found.verdicts, readings: found.groups.into_iter().flat_map(of_one_rule).collect() }
}

fn of_one_rule(ReadingGroup { target, readings, .. }: ReadingGroup) -> Vec<Reading> {
    readings.into_iter().map(|line| reading(target.clone(), line)).collect()
}

fn reading(rule: Option<String>, line: ReadingLine) -> Reading {
    let option = |option: domain::ReadingOptionLine| Choice {
        id: option.id,
        label: option.label,
        changes: option.changes.unwrap_or_default(),
    };
    Reading {
        id: line.id,
        rule,
        ask: line.ask,
        why: line.why,
        in_force: line.in_force,
        default: line.default,
        options: line.options.into_iter().map(option).collect(),
        clauses: line.clauses.into_iter().map(|(id, quote)| Quoted { id, quote }).collect(),
    }
}
