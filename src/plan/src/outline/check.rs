//! What an outline must have: every part of a report, somebody who reports for every kind of unit, and somebody who
//! receives it.

use super::raw::{RawOutline, parts};
use crate::problem::{Problem, Source};
use crate::suggest::did_you_mean;
use domain::{Outline, UnitKind};

pub(crate) fn check(source: Source<'_>, outline: &Outline, raw: &RawOutline) -> Vec<Problem> {
    let mut problems = missing_parts(source, raw);
    problems.extend(missing_issuers(source, outline, raw));
    if outline.recipients.is_empty() {
        problems.push(source.problem(raw.kind.span(), "nobody receives the report".to_owned(), None));
    }
    problems
}

/// A part that no section is, unless the outline says that it has none.
fn missing_parts(source: Source<'_>, raw: &RawOutline) -> Vec<Problem> {
    let mut problems = Vec::new();
    let named = || raw.section.iter().filter_map(|section| section.get_ref().part()).chain(&raw.without);
    for word in named().filter(|word| parts().all(|(code, _)| code != word.get_ref().as_str())) {
        let help = did_you_mean(word.get_ref(), parts().map(|(code, _)| code));
        problems.push(source.problem(word.span(), format!("unknown part `{}`", word.get_ref()), help));
    }
    for (code, _) in parts().filter(|(code, _)| named().all(|word| word.get_ref() != code)) {
        let help = format!("give a section `part = \"{code}\"`, or say `without = [\"{code}\"]`");
        problems.push(source.problem(raw.kind.span(), format!("no section is the part `{code}`"), Some(help)));
    }
    problems
}

/// A kind of unit that hands this report in and for which no issuer stands, whatever the day.
fn missing_issuers(source: Source<'_>, outline: &Outline, raw: &RawOutline) -> Vec<Problem> {
    let suited = UnitKind::ALL.into_iter().filter(|kind| outline.kind.suits(Some(*kind)));
    let has = |kind: &UnitKind| {
        outline.issuers.iter().any(|issuer| issuer.when.kinds.is_empty() || issuer.when.kinds.contains(kind))
    };
    let missing: Vec<&str> = suited.filter(|kind| !has(kind)).map(UnitKind::code).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    vec![source.problem(raw.kind.span(), format!("no issuer stands for `{}`", missing.join("`, `")), None)]
}
