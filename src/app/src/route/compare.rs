//! What the screen of comparisons shows.

use super::{Query, target};
use domain::{Against, Comparison, NaiveDate, Turn};

/// What the screen of comparisons shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CompareView {
    /// With what.
    pub(crate) way: CompareWay,
    /// Only what turned for this target is listed.
    pub(crate) target: Option<String>,
    /// Only what turned this way is listed.
    pub(crate) turn: Option<Turn>,
}

/// With what the data shown are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CompareWay {
    /// With themselves on another day; `None` = the end of the quarter before.
    Day(Option<NaiveDate>),
    /// With another set of files. Which files is data, and stands in no address.
    Files,
}

impl Default for CompareWay {
    fn default() -> Self {
        Self::Day(None)
    }
}

impl CompareView {
    /// The other way, or another day; what is listed stays.
    pub(crate) fn by(&self, way: CompareWay) -> Self {
        Self { way, ..self.clone() }
    }

    /// The question that the view asks, with this on the other side.
    pub(crate) fn asks(&self, against: Against) -> Comparison {
        Comparison { against, target: self.target.clone(), turn: self.turn }
    }

    pub(super) fn parse(query: &Query<'_>) -> Self {
        let way = match query.get("w") {
            Some("files") => CompareWay::Files,
            _ => CompareWay::Day(query.get("o").and_then(|text| text.parse().ok())),
        };
        Self { way, target: target(query), turn: query.get("x").and_then(Turn::from_code) }
    }

    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let way = match self.way {
            CompareWay::Day(day) => day.map(|day| ("o", day.to_string())),
            CompareWay::Files => Some(("w", "files".to_owned())),
        };
        let target = self.target.as_ref().map(|target| ("t", target.clone()));
        let turn = self.turn.map(|turn| ("x", turn.code().to_owned()));
        way.into_iter().chain(target).chain(turn).collect()
    }
}
