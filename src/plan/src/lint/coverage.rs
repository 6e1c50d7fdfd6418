//! No clause is forgotten: each is cited, lies under a cited one, or is listed with the reason why no rule needs it.
//! Titles (preamble, heading) lay nothing down by themselves.

use super::cited::cited;
use crate::fault::Fault;
use crate::model::{Clause, Plan};
use std::collections::BTreeSet;

/// Clauses that nothing accounts for, and lists that are out of date.
pub(super) fn check(plan: &Plan) -> Vec<Fault> {
    let cited: BTreeSet<&str> = cited(plan).iter().map(|cite| cite.clause).collect();
    let listed: BTreeSet<&str> = lists(plan).map(|(_, id)| id).collect();
    let forgotten = plan.clauses.iter().filter(|clause| {
        !is_title(clause)
            && !listed.contains(clause.id.as_str())
            && !cited.iter().any(|id| is_or_is_under(&clause.id, id))
    });
    let stale = lists(plan).filter_map(|(list, id)| stale(plan, list, id));
    forgotten.map(forgotten_clause).chain(stale).chain(repeated(plan)).collect()
}

/// A clause is of one kind: informative or unmeasured.
fn repeated(plan: &Plan) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let again = lists(plan).filter(|(_, id)| !seen.insert(*id));
    again.map(|(list, id)| Fault::new(&["coverage", list, id], format!("clause `{id}` is listed twice"))).collect()
}

fn lists(plan: &Plan) -> impl Iterator<Item = (&'static str, &str)> {
    let informative = plan.coverage.informative.iter().map(|id| ("informative", id.as_str()));
    informative.chain(plan.coverage.unmeasured.iter().map(|id| ("unmeasured", id.as_str())))
}

fn is_title(clause: &Clause) -> bool {
    matches!(clause.form.as_str(), "preamble" | "heading")
}

fn is_or_is_under(id: &str, ancestor: &str) -> bool {
    id.strip_prefix(ancestor).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '/']))
}

fn forgotten_clause(clause: &Clause) -> Fault {
    Fault::new(&["clause", &clause.id, "id"], format!("nothing accounts for clause `{}`", clause.id))
        .help("cite it in a rule, or list it under `[coverage]` as `informative` or `unmeasured`")
}

fn stale(plan: &Plan, list: &str, id: &str) -> Option<Fault> {
    let known = plan.clauses.iter().map(|clause| clause.id.as_str());
    plan.clause(id).is_none().then(|| Fault::unknown(&["coverage", list, id], "clause", id, known))
}
