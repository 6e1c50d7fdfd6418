//! Milestones and steps: each has a name of its own and a later day than the one before.

use crate::fault::Fault;
use domain::NaiveDate;
use std::collections::BTreeSet;

/// Refuses names that are blank or taken, and days that do not follow each other. `what` is the list's name.
pub(super) fn in_order<'r>(what: &str, list: impl Iterator<Item = (&'r str, NaiveDate)>) -> Result<(), Fault> {
    let mut taken = BTreeSet::new();
    let mut before: Option<(&str, NaiveDate)> = None;
    for (number, (id, by)) in list.enumerate() {
        let place = |field| [what.to_owned(), format!("#{number}"), String::from(field)];
        let fault = |field, message: String| Fault::new(&place(field).each_ref().map(String::as_str), message);
        if id.is_empty() {
            return Err(fault("id", "an id must not be empty".to_owned()));
        }
        if !taken.insert(id) {
            return Err(fault("id", format!("the id `{id}` is taken")));
        }
        if let Some((earlier, _)) = before.filter(|(_, day)| by <= *day) {
            return Err(fault("by", format!("{what} `{id}` is not after `{earlier}`")));
        }
        before = Some((id, by));
    }
    Ok(())
}
