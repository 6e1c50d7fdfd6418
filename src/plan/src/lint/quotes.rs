//! The law is in the file: quotes are the words of their own document, up to white space, in its order. A text that is
//! not at hand is no fault of the file: it is said that nothing was compared.

use super::cited::{Dated, cited, dated};
use super::sources::Sources;
use crate::fault::Fault;
use crate::model::{Clause, Plan, Target};
use sha2::{Digest, Sha256};

/// Everything in the file that is not in the law.
pub(super) fn check(plan: &Plan, sources: &Sources) -> Vec<Fault> {
    let of_texts = texts(plan).into_iter().flat_map(|text| text.check(plan, sources));
    let of_targets = plan.targets.iter().flat_map(|target| unpinned_days(plan, target));
    of_texts.chain(unpinned_cites(plan)).chain(of_targets).collect()
}

/// A text of the law that the file names.
struct Text<'p> {
    /// Key of the plan's documents; `None` = the plan's own text.
    key: Option<&'p str>,
    file: &'p str,
    sha256: &'p str,
}

fn texts(plan: &Plan) -> Vec<Text<'_>> {
    let own = Text { key: None, file: &plan.source_file, sha256: &plan.source_sha256 };
    let others = plan.documents.iter();
    let others = others.map(|(key, other)| Text { key: Some(key), file: &other.file, sha256: &other.sha256 });
    std::iter::once(own).chain(others).collect()
}

impl Text<'_> {
    fn check(&self, plan: &Plan, sources: &Sources) -> Vec<Fault> {
        let Some(text) = sources.get(self.file) else {
            let message = format!("quotes were not compared: the text `{}` is not at hand", self.file);
            return vec![Fault::note(&self.place("file"), message)];
        };
        let clauses = plan.clauses.iter().filter(|clause| clause.document.as_deref() == self.key);
        self.fingerprint(text).into_iter().chain(clauses_in_order(clauses, &fold(text))).collect()
    }

    fn place<'s>(&'s self, field: &'s str) -> Vec<&'s str> {
        match self.key {
            None => vec!["source", field],
            Some(key) => vec!["document", key, field],
        }
    }

    fn fingerprint(&self, text: &str) -> Option<Fault> {
        let digest = Sha256::digest(text.as_bytes());
        let actual: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let wrong = || Fault::new(&self.place("sha256"), format!("`{}` has another sha-256", self.file));
        (actual != self.sha256).then(|| wrong().help(format!("the text given has `{actual}`")))
    }
}

/// Collapses white space, so that page breaks do not count.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each clause is looked for after the one before it.
fn clauses_in_order<'p>(clauses: impl Iterator<Item = &'p Clause>, source: &str) -> Vec<Fault> {
    let mut read_to = 0;
    let mut faults = Vec::new();
    for clause in clauses {
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

/// The words of a milestone or step stand in one of the clauses its target cites.
fn unpinned_days<'p>(plan: &'p Plan, target: &'p Target) -> impl Iterator<Item = Fault> + 'p {
    let is_pinned = |dated: &Dated<'_>| {
        let mut clauses = target.cite.iter().filter_map(|cite| plan.clause(&cite.clause));
        clauses.any(|clause| fold(&clause.quote).contains(&fold(dated.quote)))
    };
    dated(target).into_iter().filter(move |dated| !is_pinned(dated)).map(|dated| {
        let place = ["target", &target.id, dated.section, dated.id, "quote"];
        Fault::new(&place, format!("no clause that `{}` cites says `{}`", target.id, dated.quote))
    })
}
