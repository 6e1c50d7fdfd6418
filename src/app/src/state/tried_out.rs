//! Rules that are being tried on the plan screen, and what came out.

use super::{Changed, State};
use domain::{TryOut, TryOutSlice};
use protocol::SliceName;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Rules that are open, by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TriedOut(BTreeMap<String, Trying>);

/// One of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Trying {
    /// What is tried now.
    pub(crate) wish: TryOut,
    /// The latest answer; it may be that to the wish before.
    pub(crate) answer: Option<Rc<TryOutSlice>>,
    is_fresh: bool,
}

impl TriedOut {
    /// A rule that is open.
    pub(crate) fn of(&self, rule: &str) -> Option<&Trying> {
        self.0.get(rule)
    }

    /// What has to be asked for.
    pub(super) fn open(&self) -> impl Iterator<Item = SliceName> {
        self.0.values().map(|trying| SliceName::TryOut(trying.wish.clone()))
    }

    pub(super) fn has(&self, wish: &TryOut) -> bool {
        self.of(&wish.rule).is_some_and(|trying| trying.wish == *wish && trying.is_fresh)
    }

    /// Other rules, or other readings of them: nothing that came out holds any more.
    pub(super) fn grow_old(&mut self) {
        self.0.values_mut().for_each(|trying| trying.is_fresh = false);
    }

    /// Another plan has other rules.
    pub(super) fn close(&mut self) {
        self.0.clear();
    }
}

impl State {
    pub(super) fn try_out(&mut self, wish: TryOut) -> Changed {
        let trying = self.tried_out.0.entry(wish.rule.clone()).or_default();
        if trying.wish == wish {
            return Changed::No;
        }
        (trying.wish, trying.is_fresh) = (wish, false);
        Changed::Yes
    }

    /// What answers an older wish is shown until the newer answer comes, and asked for no more.
    pub(super) fn tried_out_came(&mut self, wish: TryOut, slice: TryOutSlice) -> Changed {
        let Some(trying) = self.tried_out.0.get_mut(&wish.rule) else { return Changed::No };
        trying.is_fresh = trying.wish == wish;
        trying.answer = Some(Rc::new(slice));
        self.asked.remove(&SliceName::TryOut(wish));
        Changed::Yes
    }
}
