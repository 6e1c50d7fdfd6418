//! What is being tried on the what-if screen. It lives in this sitting only: in no address, no option, no file.

use domain::{Edit, RowPlace, Span};

/// One edit being tried, with what the page knows about the row it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tried {
    /// The edit.
    pub(crate) edit: Edit,
    /// The row that it leaves out or moves.
    pub(crate) row: Option<TriedRow>,
}

/// A row as people know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TriedRow {
    /// Where it stands.
    pub(crate) place: RowPlace,
    /// Its title.
    pub(crate) title: String,
    /// The unit named there.
    pub(crate) unit: String,
}

/// A change of what is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trial {
    /// Try this, too. An edit about the same row takes the place of an earlier one.
    Add(Tried),
    /// Try the edit at this place differently.
    Change(usize, Edit),
    /// Take the edit at this place back.
    Drop(usize),
    /// Take all back.
    Clear,
}

impl Trial {
    /// Changes what is tried.
    pub(crate) fn make(self, tried: &mut Vec<Tried>) {
        match self {
            Self::Add(new) => {
                let row = row_of(&new.edit);
                tried.retain(|old| row.is_none() || row_of(&old.edit) != row);
                tried.push(new);
            }
            Self::Change(place, edit) => {
                if let Some(tried) = tried.get_mut(place) {
                    tried.edit = edit;
                }
            }
            Self::Drop(place) => {
                if place < tried.len() {
                    tried.remove(place);
                }
            }
            Self::Clear => tried.clear(),
        }
    }
}

/// The row that an edit is about.
fn row_of(edit: &Edit) -> Option<u32> {
    match edit {
        Edit::Remove { row } | Edit::Move { row, .. } => Some(*row),
        Edit::Add { .. } | Edit::Programme(_) => None,
    }
}

/// What still makes sense once the data were read again: units and rows may have other numbers then.
pub(crate) fn still_meant(edit: &Edit) -> bool {
    matches!(edit, Edit::Programme(programme) if programme.under.is_none())
}

/// The edit with this many activities, at least one; rows have no such number.
pub(crate) fn with_count(edit: &Edit, count: u32) -> Edit {
    let mut edit = edit.clone();
    match &mut edit {
        Edit::Add { count: old, .. } => *old = count.max(1),
        Edit::Programme(programme) => programme.count = count.max(1),
        Edit::Remove { .. } | Edit::Move { .. } => {}
    }
    edit
}

/// The edit on other days; a row left out has none.
pub(crate) fn on_days(edit: &Edit, days: Span) -> Edit {
    let mut edit = edit.clone();
    match &mut edit {
        Edit::Add { when, .. } => *when = days,
        Edit::Move { to, .. } => *to = days,
        Edit::Programme(programme) => programme.days = days,
        Edit::Remove { .. } => {}
    }
    edit
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ActivityKind, Every, Programme, UnitIndex, UnitKind};

    fn tried(edit: Edit) -> Tried {
        Tried { edit, row: None }
    }

    fn programme(under: Option<UnitIndex>) -> Edit {
        Edit::Programme(Programme {
            kinds: vec![UnitKind::Commune],
            under,
            kind: ActivityKind::News,
            count: 1,
            every: Every::Month,
            days: Span::year(2024).unwrap(),
            tags: Vec::new(),
        })
    }

    #[test]
    fn a_row_is_tried_in_one_way_at_a_time() {
        let mut all = vec![tried(programme(None))];
        Trial::Add(tried(Edit::Remove { row: 7 })).make(&mut all);
        Trial::Add(tried(Edit::Move { row: 7, to: Span::year(2023).unwrap() })).make(&mut all);
        Trial::Add(tried(Edit::Remove { row: 8 })).make(&mut all);
        assert_eq!(all.iter().filter_map(|one| row_of(&one.edit)).collect::<Vec<_>>(), [7, 8]);
        assert_eq!(all.len(), 3);
    }

    #[test]
    fn a_change_or_drop_of_what_is_not_there_does_nothing() {
        let mut all = vec![tried(programme(None))];
        Trial::Change(3, Edit::Remove { row: 1 }).make(&mut all);
        Trial::Drop(3).make(&mut all);
        assert_eq!(all, [tried(programme(None))]);
        Trial::Drop(0).make(&mut all);
        assert!(all.is_empty());
    }

    #[test]
    fn only_programmes_for_everybody_outlive_another_reading_of_the_files() {
        assert!(still_meant(&programme(None)));
        for edit in [programme(Some(UnitIndex(3))), Edit::Remove { row: 1 }] {
            assert!(!still_meant(&edit), "{edit:?}");
        }
    }

    #[test]
    fn nobody_tries_less_than_one() {
        for (count, expected) in [(0, 1), (1, 1), (5, 5)] {
            let Edit::Programme(changed) = with_count(&programme(None), count) else { panic!() };
            assert_eq!(changed.count, expected);
        }
    }
}
