//! The verdicts that edits change. Only units that the edits bear on are judged again, and only the nodes above them
//! are counted again. Where a rule is not judged by columns, or a table no longer keeps what it kept, the reference or
//! the whole target answers instead.

use super::board::Board;
use super::states::States;
use super::track::{Track, TrialCells};
use super::tree::Paths;
use super::trial::Trial;
use crate::aggregate::{self, Members, nodes_of};
use crate::judge::Judge;
use crate::overlay::overlay;
use domain::{Arrange, ChangedVerdict, Edit, Facts, State, UnitIndex, Verdict};
use plan::CountScope;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// Changes of one target and period, in the order of output.
struct Turned {
    target: String,
    code: String,
    changes: Vec<ChangedVerdict>,
}

impl Board<'_> {
    /// What [`crate::changed`] says of the verdicts before and after [`crate::overlay`].
    pub fn what_if(&self, edits: &[Edit]) -> Vec<ChangedVerdict> {
        let trial = Trial::of(self.judge.facts, self.columns, edits);
        if trial.units().is_empty() {
            return Vec::new();
        }
        let trying = Trying { board: self, trial: &trial, edits, facts: OnceCell::new() };
        let mut turned: Vec<Turned> =
            self.tracks.iter().flat_map(|(track, states)| trying.turned(track, states)).collect();
        turned.arrange_by(|a, b| (&a.target, &a.code).cmp(&(&b.target, &b.code)));
        turned.into_iter().flat_map(|turned| turned.changes).collect()
    }
}

struct Trying<'b, 'a> {
    board: &'b Board<'a>,
    trial: &'b Trial,
    edits: &'b [Edit],
    /// The facts as they would be, for rules that columns do not judge.
    facts: OnceCell<Facts>,
}

impl<'a> Trying<'_, 'a> {
    fn turned(&self, track: &Track<'a>, states: &States) -> Vec<Turned> {
        if track.parts.iter().any(|part| part.slots.is_none()) {
            return self.by_reference(track, states);
        }
        let covers_less = track.parts.iter().any(|part| part.covers_less(&self.board.judge, &self.trial.gone));
        if !covers_less {
            return self.of_owners(track, track, states, self.owners(track));
        }
        let (judge, columns) = (&self.board.judge, self.board.columns);
        let bare = Track::new(judge, columns, (track.target, track.rule), &self.trial.gone);
        self.of_owners(track, &bare, states, track.units.units.clone())
    }

    /// The whole target, judged by the reference.
    fn by_reference(&self, track: &Track<'a>, states: &States) -> Vec<Turned> {
        let facts = self.facts.get_or_init(|| overlay(self.board.judge.facts, self.edits));
        let after = Judge::new(self.board.judge.plan, facts, self.board.judge.as_of).groups(track.target);
        let before = self.board.groups(track, states);
        let pair = |group: &crate::state::Group| {
            let old = before.iter().find(|old| (&old.target, &old.code) == (&group.target, &group.code))?;
            let changes = crate::changed(&old.verdicts, &group.verdicts);
            Some(Turned { target: group.target.clone(), code: group.code.clone(), changes })
        };
        after.iter().filter_map(pair).collect()
    }

    /// Units that are judged by rows which the edits touch.
    fn owners(&self, track: &Track<'_>) -> Vec<u32> {
        let tree = &self.board.columns.tree;
        let reads_below = track.parts.iter().any(|part| part.part.scope == CountScope::Subtree);
        let mut owners = BTreeSet::new();
        for unit in self.trial.units() {
            owners.insert(unit.0);
            if reads_below && tree.is_moving(unit.0) {
                owners.extend(Paths::of(&self.board.judge.facts.roster, unit.0).all().iter().map(|node| node.0));
            } else if reads_below {
                owners.extend(tree.path(unit.0));
            }
        }
        owners.into_iter().filter(|unit| track.units.place(*unit).is_some()).collect()
    }

    /// The verdicts of these units from their cells before and after, and the shares over them.
    fn of_owners(&self, before: &Track<'a>, after: &Track<'a>, states: &States, owners: Vec<u32>) -> Vec<Turned> {
        let (board, asked) = (self.board, owners.iter().copied().collect::<BTreeSet<u32>>());
        let cells = TrialCells::of(after, &board.judge, board.columns, self.trial, owners);
        let counting = board.counting(before);
        let mut changes: Vec<Vec<ChangedVerdict>> = vec![Vec::new(); before.windows.len()];
        let (mut old, mut new) = (before.sheet(), before.sheet());
        let in_order = board.columns.tree.order.units_of(&before.target.who.kinds);
        for unit in in_order.filter(|unit| asked.contains(&unit.0)) {
            before.fill(board.columns, unit.0, &mut old);
            after.fill_trial(board.columns, &cells, unit.0, &mut new);
            for (at, changes) in changes.iter_mut().enumerate().filter(|(at, _)| old.differs(&new, *at)) {
                let pair = board
                    .verdict_of(&counting, before, &old, unit.0, at)
                    .zip(board.verdict_of(&counting, before, &new, unit.0, at));
                changes.extend(
                    pair.filter(|(old, new)| old != new).map(|(before, after)| ChangedVerdict { before, after }),
                );
            }
        }
        let shares = self.shares(before, states, &changes);
        let code = |at: usize| before.windows.get(at).map(|window| window.period.to_string()).unwrap_or_default();
        let own = changes.into_iter().enumerate().map(|(at, changes)| Turned {
            target: before.target.id.clone(),
            code: code(at),
            changes,
        });
        own.chain(shares).collect()
    }

    fn shares(&self, track: &Track<'a>, states: &States, changes: &[Vec<ChangedVerdict>]) -> Vec<Turned> {
        let Some(rule) = &track.rule.aggregate else { return Vec::new() };
        let (board, counting) = (self.board, self.board.counting(track));
        let windows = track.windows.iter().zip(changes).enumerate().filter(|(_, (_, changes))| !changes.is_empty());
        let turned = windows.filter_map(|(at, (window, changes))| {
            let members = |node: Option<UnitIndex>| states.members(&board.nodes, at, node);
            let moved = self.moved(changes, members);
            let old = aggregate::group_of(&counting, rule, window, members)?;
            let new = aggregate::group_of(&counting, rule, window, |node| {
                moved.get(&node).copied().unwrap_or_else(|| members(node))
            })?;
            let changes = crate::changed(&old.verdicts, &new.verdicts);
            Some(Turned { target: old.target, code: old.code, changes })
        });
        turned.collect()
    }

    /// The members of every node above a verdict that changed, as they would be.
    fn moved(
        &self,
        changes: &[ChangedVerdict],
        members: impl Fn(Option<UnitIndex>) -> Members,
    ) -> BTreeMap<Option<UnitIndex>, Members> {
        let mut moved: BTreeMap<Option<UnitIndex>, Members> = BTreeMap::new();
        let roster = &self.board.judge.facts.roster;
        let counts = |verdict: &Verdict| verdict.state != State::NotApplicable;
        for ChangedVerdict { before, after } in changes {
            for node in after.unit.into_iter().flat_map(|unit| nodes_of(roster, unit, after)) {
                let members = moved.entry(node).or_insert_with(|| members(node));
                if counts(before) {
                    members.remove(before.state, before.evidence);
                }
                if counts(after) {
                    members.add(after.state, after.evidence);
                }
            }
        }
        moved
    }
}
