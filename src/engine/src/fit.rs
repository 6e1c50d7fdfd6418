//! What a row could be for a count rule, its date and unit aside.

use crate::title;
use domain::{Activity, Exclusion, Relevance};
use plan::{Part, Untagged};
use std::collections::BTreeSet;
use unicode_normalization::char::is_combining_mark;

/// What a row could be for a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It counts.
    Certain,
    /// It may count: nothing says that it is about gender equality, or that it belongs to the campaign.
    Possible,
    /// It does not count, for this reason.
    Unfit(Exclusion),
}

/// What `row` could be for `rule`.
pub(crate) fn fit(rule: &Part, row: &Activity) -> Fit {
    if let Some(missing) = rule.require_tag.iter().find(|tag| !row.tags.has(tag)) {
        return Fit::Unfit(Exclusion::MissingTag(missing.clone()));
    }
    let channel = named_by(&rule.channels, &row.channel);
    let audience = named_by(&rule.audiences, &row.audience);
    match (is_named(rule, row), rule.untagged, row.relevant) {
        (false, Untagged::Ignore, _) => Fit::Unfit(Exclusion::OtherKind(row.kind)),
        _ if channel == Some(false) => Fit::Unfit(Exclusion::OtherChannel),
        _ if audience == Some(false) => Fit::Unfit(Exclusion::OtherAudience),
        _ if channel.is_none() || audience.is_none() => Fit::Possible,
        (true, _, Relevance::Yes) | (false, Untagged::Certain, Relevance::Yes) => Fit::Certain,
        (_, _, Relevance::Unknown) | (false, Untagged::Possible, _) => Fit::Possible,
    }
}

/// Does the text hold one of the words? `None` = the row leaves it open. No words = anything will do.
pub(crate) fn named_by(words: &BTreeSet<String>, text: &str) -> Option<bool> {
    if words.is_empty() {
        return Some(true);
    }
    let text = spaced(text);
    (!text.trim().is_empty()).then(|| words.iter().any(|word| text.contains(&spaced(word))))
}

/// The words without accents and marks, each between spaces, so that only whole words are found.
fn spaced(text: &str) -> String {
    let letters: String = text
        .chars()
        .map(|letter| if letter.is_alphanumeric() || is_combining_mark(letter) { letter } else { ' ' })
        .collect();
    format!(" {} ", title::fold(&letters))
}

/// Does a row like this show that its table keeps what the rule counts? A file of events proves nothing about news
/// items, and events that merely may belong to a campaign prove nothing about the campaign.
pub(crate) fn shows_coverage(rule: &Part, row: &Activity) -> bool {
    rule.require_tag.iter().all(|tag| row.tags.has(tag))
        && named_by(&rule.channels, &row.channel) == Some(true)
        && named_by(&rule.audiences, &row.audience) == Some(true)
        && (is_named(rule, row) || rule.untagged == Untagged::Certain)
}

/// Any of the kinds, or any of the tags.
fn is_named(rule: &Part, row: &Activity) -> bool {
    rule.count.contains(&row.kind) || row.tags.iter().any(|tag| rule.or_tag.contains(tag.as_str()))
}
