//! How a slide of the deck stands in an address: `#/trinh-chieu?s=3`.

use super::Query;
use crate::state::Sample;

/// The highest number that the what-if slide tries.
const MOST: u32 = 20;

/// What the deck shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WorkshopView {
    /// The slide, from 1.
    pub(crate) slide: u32,
    /// So many more are tried on it.
    pub(crate) more: u32,
    /// Its answer is shown.
    pub(crate) shown: bool,
    /// The sample that the deck is made of: a page that opens here takes it by itself. A deck made of the user's own
    /// files names none.
    pub(crate) sample: Option<Sample>,
}

impl Default for WorkshopView {
    fn default() -> Self {
        Self { slide: 1, more: 0, shown: false, sample: None }
    }
}

impl WorkshopView {
    /// The first slide of a deck made of this sample.
    pub(crate) fn of(sample: Option<Sample>) -> Self {
        Self { sample, ..Self::default() }
    }

    /// This slide as its question stands.
    pub(crate) fn at(self, slide: u32) -> Self {
        Self { slide: slide.max(1), ..Self::of(self.sample) }
    }

    /// The same slide with so many more tried.
    pub(crate) fn with_more(self, more: u32) -> Self {
        Self { more: more.min(MOST), ..self }
    }

    pub(super) fn parse(query: &Query<'_>) -> Self {
        let number = |key: &str| query.get(key).and_then(|text| text.parse::<u32>().ok());
        Self {
            slide: number("s").unwrap_or(1).max(1),
            more: number("n").unwrap_or(0).min(MOST),
            shown: query.get("a") == Some("1"),
            sample: query.get("m").and_then(Sample::from_id),
        }
    }

    pub(super) fn pairs(self) -> Vec<(&'static str, String)> {
        let more = (self.more > 0).then(|| ("n", self.more.to_string()));
        let shown = self.shown.then(|| ("a", "1".to_owned()));
        let sample = self.sample.map(|sample| ("m", sample.id().to_owned()));
        std::iter::once(("s", self.slide.to_string())).chain(more).chain(shown).chain(sample).collect()
    }
}
