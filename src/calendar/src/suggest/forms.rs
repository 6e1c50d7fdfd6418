//! In which form, on which channel: the forms that the plan has for a target and a kind of unit, in turn.

use super::Occasion;
use super::book::Shelf;
use domain::{ItemKind, SuggestedForm};
use std::collections::BTreeMap;

/// The forms of one unit.
pub(super) struct Forms<'t, 'a> {
    shelf: &'t Shelf<'a>,
    /// The unit's number among all, so that neighbours begin on different channels.
    rank: usize,
    /// How many items of a target had a form.
    given: BTreeMap<&'a str, usize>,
    /// How many items had a channel.
    published: usize,
}

impl<'t, 'a> Forms<'t, 'a> {
    pub(super) fn new(shelf: &'t Shelf<'a>, rank: usize) -> Self {
        Self { shelf, rank, given: BTreeMap::new(), published: 0 }
    }

    /// Form and channel of the unit's next item.
    pub(super) fn next(&mut self, item: &Occasion<'_>) -> (Option<usize>, Option<usize>) {
        let Some((at, form)) = self.form(item) else { return (None, None) };
        (Some(at), self.channel(form))
    }

    /// The first form that fits names the target; forms of that target take turns.
    fn form(&mut self, item: &Occasion<'_>) -> Option<(usize, &'a SuggestedForm)> {
        let forms = || self.shelf.book.forms.iter().enumerate().filter(|(_, form)| fits(form, item));
        let target = forms().next()?.1.target.as_str();
        let alike: Vec<(usize, &SuggestedForm)> = forms().filter(|(_, form)| form.target == target).collect();
        let given = self.given.entry(target).or_default();
        let next = alike.get(*given % alike.len().max(1)).copied();
        *given += 1;
        next
    }

    fn channel(&mut self, form: &SuggestedForm) -> Option<usize> {
        let next = form.channels.get((self.rank + self.published) % form.channels.len().max(1))?;
        self.published += 1;
        self.shelf.book.channels.iter().position(|channel| channel.id == *next)
    }
}

fn fits(form: &SuggestedForm, item: &Occasion<'_>) -> bool {
    let kind = match item.kind {
        ItemKind::Activity(kind) => form.kinds.is_empty() || form.kinds.contains(&kind),
        _ => form.kinds.is_empty(),
    };
    kind && (form.unit_kinds.is_empty() || form.unit_kinds.contains(&item.unit_kind))
        && item.closes.iter().any(|gap| gap.target == form.target)
}
