//! How the matrix is filtered and sorted, as an address writes it: `s=missed&t=T5&o=-name`.

use super::{Query, is_plain, target};
use domain::State;

/// What the matrix shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MatrixView {
    /// Only units with this state …
    pub(crate) state: Option<State>,
    /// … for this target; `None` = for any.
    pub(crate) target: Option<String>,
    /// In which order.
    pub(crate) sort: MatrixSort,
}

/// In which order the units stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MatrixSort {
    /// By what.
    pub(crate) by: SortBy,
    /// From the other end.
    pub(crate) reversed: bool,
}

/// What units are sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum SortBy {
    /// The order of the roster, under their parents.
    #[default]
    Roster,
    /// Their names.
    Name,
    /// Most missed first, then most open, then most unknown.
    Urgency,
    /// What needs attention most for this target.
    Target(String),
}

impl MatrixSort {
    /// By this, from the end that is looked for first.
    pub(crate) fn by(by: SortBy) -> Self {
        Self { by, reversed: false }
    }

    /// The order that the head of a column leads to: its own, its own from the other end, the roster's.
    pub(crate) fn next(&self, by: SortBy) -> Self {
        match (self.by == by, self.reversed) {
            (false, _) => Self::by(by),
            (true, false) => Self { by, reversed: true },
            (true, true) => Self::default(),
        }
    }
}

impl MatrixView {
    /// These units for this target, as the roster orders them.
    pub(crate) fn of(state: Option<State>, target: Option<String>) -> Self {
        Self { state, target, sort: MatrixSort::default() }
    }

    pub(super) fn parse(query: &Query<'_>) -> Self {
        let state = query.get("s").and_then(State::from_code);
        Self { state, target: target(query), sort: query.get("o").and_then(sort).unwrap_or_default() }
    }

    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let state = self.state.map(|state| ("s", state.code().to_owned()));
        let target = self.target.as_ref().map(|target| ("t", target.clone()));
        state.into_iter().chain(target).chain(written(&self.sort).map(|sort| ("o", sort))).collect()
    }
}

/// `name`, `urgent`, `.T5`; a minus before it reads from the other end.
fn sort(text: &str) -> Option<MatrixSort> {
    let (reversed, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let by = match text {
        "name" => SortBy::Name,
        "urgent" => SortBy::Urgency,
        text => SortBy::Target(text.strip_prefix('.').filter(|id| is_plain(id))?.to_owned()),
    };
    Some(MatrixSort { by, reversed })
}

fn written(sort: &MatrixSort) -> Option<String> {
    let by = match &sort.by {
        SortBy::Roster => return None,
        SortBy::Name => "name".to_owned(),
        SortBy::Urgency => "urgent".to_owned(),
        SortBy::Target(target) => format!(".{target}"),
    };
    Some(if sort.reversed { format!("-{by}") } else { by })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_column_leads_there_back_and_out_again() {
        let one = MatrixSort::default().next(SortBy::Name);
        assert_eq!(one, MatrixSort::by(SortBy::Name));
        let two = one.next(SortBy::Name);
        assert_eq!(two, MatrixSort { by: SortBy::Name, reversed: true });
        assert_eq!(two.next(SortBy::Name), MatrixSort::default());
        assert_eq!(two.next(SortBy::Urgency), MatrixSort::by(SortBy::Urgency));
    }

    #[test]
    fn every_order_is_read_back_as_it_was_written() {
        for by in [SortBy::Name, SortBy::Urgency, SortBy::Target("T5".to_owned())] {
            for reversed in [false, true] {
                let order = MatrixSort { by: by.clone(), reversed };
                assert_eq!(written(&order).as_deref().and_then(sort), Some(order));
            }
        }
        assert_eq!(sort("anything"), None);
    }
}
