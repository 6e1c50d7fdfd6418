//! The law is in the file: quotes are the source's own words, up to white space, in the source's order.

use super::cited::{cited, milestones};
use crate::fault::Fault;
use crate::model::{Clause, Plan, Target};
use sha2::{Digest, Sha256};

/// Everything in the file that is not in the law.
pub(super) fn check(plan: &Plan, source_text: &str) -> Vec<Fault> {
    let folded = fold(source_text);
    let of_targets = plan.targets.iter().flat_map(|target| unpinned_milestones(plan, target));
    fingerprint(plan, source_text)
        .into_iter()
        .chain(clauses_in_order(plan, &folded))
        .chain(unpinned_cites(plan))
        .chain(of_targets)
        .collect()
}

/// Collapses white space, so that page breaks do not count.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fingerprint(plan: &Plan, source_text: &str) -> Option<Fault> {
    let digest = Sha256::digest(source_text.as_bytes());
    let actual: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let wrong = Fault::new(&["source", "sha256"], format!("`{}` has another sha-256", plan.source_file));
    (actual != plan.source_sha256).then(|| wrong.help(format!("the text given has `{actual}`")))
}

/// Each clause is looked for after the one before it.
fn clauses_in_order(plan: &Plan, source: &str) -> Vec<Fault> {
    let mut read_to = 0;
    let mut faults = Vec::new();
    for clause in &plan.clauses {
        let quote = fold(&clause.quote);
        match source.get(read_to..).and_then(|rest| rest.find(&quote)) {
            Some(_) if quote.is_empty() => faults.push(fault(clause, "is empty")),
            Some(at) => read_to += at + quote.len(),
            None => faults.push(not_there(clause, &quote, source)),
        }
    }
    faults
}

fn not_there(clause: &Clause, quote: &str, source: &str) -> Fault {
    if source.contains(quote) {
        return fault(clause, "stands before the clause above it in the source");
    }
    let words = longest_prefix(quote, source);
    let not_found = fault(clause, "is not in the source");
    if words.is_empty() { not_found } else { not_found.help(format!("the source agrees up to `{words}`")) }
}

fn fault(clause: &Clause, what: &str) -> Fault {
    Fault::new(&["clause", &clause.id, "quote"], format!("the quote of clause `{}` {what}", clause.id))
}

/// The last few of the leading words that `source` holds together.
fn longest_prefix(quote: &str, source: &str) -> String {
    let words: Vec<&str> = quote.split(' ').collect();
    let held = (1..=words.len()).take_while(|count| source.contains(&joined(&words, 0, *count))).last().unwrap_or(0);
    joined(&words, held.saturating_sub(5), held)
}

fn joined(words: &[&str], from: usize, to: usize) -> String {
    words.get(from..to).unwrap_or_default().join(" ")
}

fn unpinned_cites(plan: &Plan) -> Vec<Fault> {
    let wrong = cited(plan).into_iter().filter_map(|cite| {
        let clause = plan.clause(cite.clause)?;
        let pinned = fold(&clause.quote).contains(&fold(cite.quote));
        let place: Vec<&str> = cite.place.iter().map(String::as_str).chain(["quote"]).collect();
        (!pinned).then(|| Fault::new(&place, format!("clause `{}` does not say `{}`", clause.id, cite.quote)))
    });
    wrong.collect()
}

/// A milestone's words stand in one of the clauses its target cites.
fn unpinned_milestones<'p>(plan: &'p Plan, target: &'p Target) -> impl Iterator<Item = Fault> + 'p {
    milestones(&target.measure).iter().filter_map(|milestone| {
        let quote = fold(&milestone.quote);
        let mut clauses = target.cite.iter().filter_map(|cite| plan.clause(&cite.clause));
        let pinned = clauses.any(|clause| fold(&clause.quote).contains(&quote));
        let place = ["target", &target.id, "milestone", &milestone.id, "quote"];
        (!pinned)
            .then(|| Fault::new(&place, format!("no clause that `{}` cites says `{}`", target.id, milestone.quote)))
    })
}
