//! How many verdicts other rules would change: only rules that differ are judged again.

use super::board::Board;
use super::states::States;
use super::track::Track;
use domain::{Period, State, UnitIndex};
use plan::{Duty, Plan, Target};
use std::collections::BTreeMap;
use std::rc::Rc;

impl Board<'_> {
    /// Number of verdicts whose state would differ under `other` (the same plan with another reading, say). A verdict
    /// that only one of them gives differs, too.
    pub fn changes(&self, other: &Plan) -> u32 {
        let rules = Rules { ours: self.judge.plan, theirs: other };
        let there = self.under(other, |target| !rules.has_same_target(target), |duty| !rules.has_same_duty(duty));
        let here = |id: &str| self.tracks.iter().find(|(track, _)| track.target.id == id);
        let anew: u32 = there.tracks.iter().map(|new| turned((self, here(&new.0.target.id)), (&there, new))).sum();
        let gone = self.tracks.iter().filter(|(track, _)| {
            !rules.has_same_target(track.target)
                && !there.tracks.iter().any(|(new, _)| new.target.id == track.target.id)
        });
        let gone: u32 = gone.map(|(track, states)| all_of(self, track, states)).sum();
        anew + gone + self.turned_registers(&there, &rules)
    }

    /// Verdicts on registers and duties whose rules differ.
    fn turned_registers(&self, there: &Board<'_>, rules: &Rules<'_>) -> u32 {
        let asked = |id: &str| !rules.has_same_rule(id);
        let (before, after) = (self.register_states(asked), there.register_states(asked));
        differing(&before, &after)
    }

    fn register_states(&self, asked: impl Fn(&str) -> bool) -> BTreeMap<(&str, &Period, Option<UnitIndex>), State> {
        let groups = self.registers.iter().filter(|group| asked(&group.target));
        let verdicts = groups.flat_map(|group| &group.verdicts);
        verdicts.map(|one| ((one.target.as_str(), &one.period, one.unit), one.state)).collect()
    }
}

/// The rules of two plans, side by side.
struct Rules<'p> {
    ours: &'p Plan,
    theirs: &'p Plan,
}

impl Rules<'_> {
    /// Whatever bears on every rule.
    fn have_same_ground(&self) -> bool {
        let ground = |plan: &Plan| (plan.from, plan.to, plan.defaults);
        ground(self.ours) == ground(self.theirs) && self.ours.windows == self.theirs.windows
    }

    fn has_same_target(&self, target: &Target) -> bool {
        self.have_same_ground() && self.ours.target(&target.id) == self.theirs.target(&target.id)
    }

    fn has_same_duty(&self, duty: &Duty) -> bool {
        self.have_same_ground() && self.ours.duty(&duty.id) == self.theirs.duty(&duty.id)
    }

    fn has_same_rule(&self, id: &str) -> bool {
        let same_duty = self.ours.duty(id) == self.theirs.duty(id);
        self.have_same_ground() && same_duty && self.ours.target(id) == self.theirs.target(id)
    }
}

/// Verdicts of a target, and of the shares over it, that differ.
fn turned(
    (us, old): (&Board<'_>, Option<&(Track<'_>, Rc<States>)>),
    (them, new): (&Board<'_>, &(Track<'_>, Rc<States>)),
) -> u32 {
    let (track, states) = new;
    let Some((before, known)) = old else { return all_of(them, track, states) };
    let shares = differing(&shares(us, before, known), &shares(them, track, states));
    if has_same_shape(before, track) {
        return known.differing(states) + shares;
    }
    let mut turned = shares;
    for (at, window) in track.windows.iter().enumerate() {
        let then = before.windows.iter().position(|other| other.period == window.period);
        for (place, unit) in track.units.units.iter().enumerate() {
            let was = then.zip(before.units.place(*unit)).and_then(|(then, place)| known.get(place, then));
            turned += u32::from(was != states.get(place, at));
        }
    }
    let is_there = |unit: u32, period: &Period| {
        track.units.place(unit).is_some() && track.windows.iter().any(|window| window.period == *period)
    };
    turned + gone((before, known), is_there)
}

/// The same units in the same periods.
fn has_same_shape(before: &Track<'_>, after: &Track<'_>) -> bool {
    let periods = |track: &Track<'_>| track.windows.iter().map(|window| window.period.clone()).collect::<Vec<_>>();
    before.units.units == after.units.units && periods(before) == periods(after)
}

/// Verdicts of a target where the other plan gives none.
fn gone((before, known): (&Track<'_>, &States), is_there: impl Fn(u32, &Period) -> bool) -> u32 {
    let mut gone = 0;
    for (at, window) in before.windows.iter().enumerate() {
        for (place, unit) in before.units.units.iter().enumerate() {
            gone += u32::from(known.get(place, at).is_some() && !is_there(*unit, &window.period));
        }
    }
    gone
}

fn all_of(board: &Board<'_>, track: &Track<'_>, states: &States) -> u32 {
    let own: u32 = states.counts().map(|(_, count)| count).sum();
    own + u32::try_from(shares(board, track, states).len()).unwrap_or(u32::MAX)
}

fn shares<'t>(
    board: &Board<'_>,
    track: &'t Track<'_>,
    states: &States,
) -> BTreeMap<(Option<&'t Period>, Option<UnitIndex>), State> {
    let shares = states.shares(board, track).into_iter();
    shares.map(|(at, node, state)| ((track.windows.get(at).map(|window| &window.period), node), state)).collect()
}

fn differing<K: Ord>(before: &BTreeMap<K, State>, after: &BTreeMap<K, State>) -> u32 {
    let turned = before.iter().filter(|(key, state)| after.get(*key) != Some(*state)).count();
    let new = after.keys().filter(|key| !before.contains_key(*key)).count();
    u32::try_from(turned + new).unwrap_or(u32::MAX)
}
