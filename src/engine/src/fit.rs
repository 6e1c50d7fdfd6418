//! What a row could be for a count rule, its date and unit aside.

use domain::{Activity, Exclusion, Relevance};
use plan::{CountRule, Untagged};

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
pub(crate) fn fit(rule: &CountRule, row: &Activity) -> Fit {
    if let Some(missing) = rule.require_tag.iter().find(|tag| !row.tags.contains(tag)) {
        return Fit::Unfit(Exclusion::MissingTag(missing.clone()));
    }
    match (is_named(rule, row), rule.untagged, row.relevant) {
        (false, Untagged::Ignore, _) => Fit::Unfit(Exclusion::OtherKind(row.kind)),
        (true, _, Relevance::Yes) | (false, Untagged::Certain, Relevance::Yes) => Fit::Certain,
        (_, _, Relevance::Unknown) | (false, Untagged::Possible, _) => Fit::Possible,
    }
}

/// Does a row like this show that its table keeps what the rule counts? A file of events proves nothing about news
/// items, and events that merely may belong to a campaign prove nothing about the campaign.
pub(crate) fn shows_coverage(rule: &CountRule, row: &Activity) -> bool {
    rule.require_tag.iter().all(|tag| row.tags.contains(tag))
        && (is_named(rule, row) || rule.untagged == Untagged::Certain)
}

/// Any of the kinds, or any of the tags.
fn is_named(rule: &CountRule, row: &Activity) -> bool {
    rule.count.contains(&row.kind) || row.tags.iter().any(|tag| rule.or_tag.contains(tag))
}
