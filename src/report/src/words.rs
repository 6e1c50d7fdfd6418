//! How to say what is reported: sentences arrive ready-made.

use domain::{AgendaItem, Arrange, Decision, Finding, Verdict};

/// How to say what was found, and where a verdict comes from.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The message of a finding.
    pub finding: &'a dyn Fn(&Finding) -> String,
    /// What the user decided, in words.
    pub decision: &'a dyn Fn(&Decision) -> String,
    /// The suggestion in words.
    pub item: &'a dyn Fn(&AgendaItem) -> ItemWords,
    /// The activities a verdict counts, as indices into [`domain::Facts::activities`].
    pub counted: &'a dyn Fn(&Verdict) -> Vec<u32>,
}

impl Words<'_> {
    /// The rows a verdict counts, as 1-based data rows of `facts/activities.csv`, rising.
    pub(crate) fn rows(&self, verdict: &Verdict) -> Vec<u32> {
        let mut rows: Vec<u32> = (self.counted)(verdict).into_iter().map(|index| index.saturating_add(1)).collect();
        rows.arrange();
        rows
    }
}

/// One suggestion in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemWords {
    /// What to do.
    pub title: String,
    /// Topic of section III.
    pub topic: String,
    /// For whom.
    pub audience: String,
    /// On which channel.
    pub channel: String,
    /// Who supports it.
    pub support: String,
    /// Which gaps it closes, and until when it would.
    pub reason: String,
    /// Why on this day.
    pub day: String,
}
