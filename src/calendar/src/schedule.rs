//! Needs in, agenda out.

use crate::allot::{Aim, Limits, Market, load_step};
use crate::choices::Choices;
use crate::days::Days;
use crate::flow::{Flow, Network, Node};
use crate::job::Progress;
use crate::loads::Loads;
use crate::mend::{Bench, Mended};
use crate::shortage::shortfalls;
use crate::teams::{Team, crews, hand_out, limits, teams};
use crate::template::Drafts;
use crate::units::{Units, bring_together};
use crate::wishes::{Moved, Wishes};
use crate::workdays::{PeakDays, Workdays};
use crate::write::{Bests, Desk};
use crate::{Cancelled, Job};
use domain::Audience;
use domain::{
    Agenda, Arrange, LostPin, Need, NeedKind, OpenGap, OpenReason, Peak, PinProblem, Proof, Span, Unreachable,
    UnreachableReason,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// The fewest activities that close all needs that can still be closed, on the best days after the as-of day.
///
/// The number is exact for each unit (see `cover`), the days for all units together under their capacity (see `allot`);
/// [`Agenda::proof`] says if that is in doubt. Needs without a possible day are listed, never scheduled, and so is what
/// finds no room.
///
/// `progress` hears how many steps are done, of how many; if it answers `Break`, there is no agenda.
pub fn schedule(job: &Job<'_>, mut progress: impl FnMut(u64, u64) -> ControlFlow<()>) -> Result<Agenda, Cancelled> {
    let Some(ground) = Ground::new(job) else { return Ok(all_too_late(job)) };
    ground.agenda(job, &mut Progress::new(&mut progress)).ok_or(Cancelled)
}

/// The network that [`schedule`] solves, with its source and sink, for those who want to compare or to prove;
/// `None` if no day is left.
pub fn network(job: &Job<'_>) -> Option<(Network, Node, Node)> {
    let ground = Ground::new(job)?;
    let units = ground.units(job);
    let choices = Choices::new(job, &units, &ground.days);
    let teams = teams(job, units, &choices);
    let market = ground.market(&teams, &limits(&teams, job.settings));
    Some((market.network, market.source, market.sink))
}

fn all_too_late(job: &Job<'_>) -> Agenda {
    let mut unreachable: Vec<Unreachable> = job.needs.iter().filter(|need| need.missing > 0).map(too_late).collect();
    unreachable.arrange();
    let lost = |pin: &domain::Pin| LostPin { pin: pin.clone(), problem: PinProblem::NoSuchItem };
    let mut lost_pins: Vec<LostPin> = job.pins.iter().map(lost).collect();
    lost_pins.arrange();
    let mut lost_drops = job.drops.to_vec();
    lost_drops.arrange();
    Agenda { unreachable, lost_pins, lost_drops, ..Agenda::default() }
}

fn too_late(need: &Need) -> Unreachable {
    Unreachable { need: need.clone(), reason: UnreachableReason::NoDayLeft }
}

/// The days on which all is planned, laid out once for all units.
struct Ground {
    span: Span,
    workdays: BTreeMap<Audience, Workdays>,
    days: Days,
    peaks: PeakDays,
    attracting: PeakDays,
}

impl Ground {
    /// `None` if every window is over.
    fn new(job: &Job<'_>) -> Option<Self> {
        let needs = || job.needs.iter().filter(|need| need.missing > 0);
        let span = Span::new(job.as_of.succ_opt()?, needs().map(|need| need.window.to()).max()?)?;
        let days_of = |audience| (audience, Workdays::new(audience, span, job.holidays, job.settings));
        let workdays: BTreeMap<Audience, Workdays> = Audience::ALL.into_iter().map(days_of).collect();
        let liked = |peak: &&Peak| !job.settings.peaks_off.contains(&peak.id);
        let liked: Vec<Peak> = job.peaks.iter().filter(liked).cloned().collect();
        let attracting = PeakDays::new(&liked, span);
        let reports: BTreeSet<_> =
            needs().filter(|need| need.kind == NeedKind::HandIn).map(|need| need.window.to()).collect();
        let days = Days::new(span, &workdays, &attracting, &reports, job.settings);
        Some(Self { span, workdays, days, peaks: PeakDays::new(job.peaks, span), attracting })
    }

    fn units<'n>(&self, job: &Job<'n>) -> Units<'n> {
        bring_together(job.needs, &Drafts { span: self.span, workdays: &self.workdays, settings: job.settings })
    }

    fn market(&self, teams: &[Team<'_>], limits: &Limits) -> Market {
        Market::new(&crews(teams, &self.workdays, &self.days), &self.days, limits, Aim::AllTasks)
    }

    fn agenda(&self, job: &Job<'_>, progress: &mut Progress<'_>) -> Option<Agenda> {
        let units = self.units(job);
        let choices = Choices::new(job, &units, &self.days);
        let mut teams = teams(job, units, &choices);
        let limits = limits(&teams, job.settings);
        let crews = crews(&teams, &self.workdays, &self.days);
        let market = Market::new(&crews, &self.days, &limits, Aim::AllTasks);
        progress.expect(market.wanted);
        let flow = market.settle(&mut |arrived| progress.at(arrived))?;
        let dealt = if flow.amount == market.wanted {
            market.deal(&flow)
        } else {
            let second = Market::new(&crews, &self.days, &limits, Aim::MostGaps);
            second.deal(&second.settle(&mut |arrived| progress.at(arrived))?)
        };
        hand_out(&mut teams, &dealt, self.days.len());
        let step = load_step(market.wanted, &crews, &self.days);
        let mut loads = Loads::new(&limits, step, self.days.len(), &teams);
        let may_move = Some(&mut loads).filter(|_| flow.amount == market.wanted);
        let moved = self.meet_wishes(&mut teams, may_move, &market, progress)?;
        let mut agenda = self.write(job, &teams, &choices, &moved, &mut loads);
        agenda.shortfalls = shortfalls(&market, &flow, &self.days);
        agenda.proof = proof(&teams, &market, &flow);
        agenda.lost_pins = choices.lost_pins;
        Some(agenda)
    }

    fn meet_wishes(
        &self,
        teams: &mut [Team<'_>],
        loads: Option<&mut Loads<'_>>,
        market: &Market,
        progress: &mut Progress<'_>,
    ) -> Option<Vec<Moved>> {
        let mut wishes = Wishes { workdays: &self.workdays, days: &self.days, loads };
        let mut done = market.wanted;
        let mut moved = Vec::with_capacity(teams.len());
        for team in teams {
            moved.push(wishes.meet(team));
            done += (team.units.len() * team.tasks.len()) as u64;
            if progress.at(done).is_break() {
                return None;
            }
        }
        Some(moved)
    }

    fn desk<'a>(&'a self, job: &'a Job<'a>) -> Desk<'a> {
        Desk { job, workdays: &self.workdays, days: &self.days, peaks: &self.peaks, attracting: &self.attracting }
    }

    fn write(
        &self,
        job: &Job<'_>,
        teams: &[Team<'_>],
        choices: &Choices,
        moved: &[Moved],
        loads: &mut Loads<'_>,
    ) -> Agenda {
        let whole: Vec<Vec<bool>> = teams.iter().map(|team| team.whole(&self.workdays, &self.days)).collect();
        let mut mended: Vec<(usize, usize, Mended)> = Vec::new();
        let (workdays, days, drops) = (&self.workdays, &self.days, choices.lost_drops.as_slice());
        let mut bench = Bench { workdays, days, loads, drops, found_drops: BTreeSet::new() };
        for (index, (team, whole)) in teams.iter().zip(&whole).enumerate() {
            let broken = whole.iter().enumerate().filter(|(_, whole)| !**whole);
            mended.extend(broken.map(|(number, _)| (index, number, bench.mend(team, number))));
        }
        let found_drops = bench.found_drops;
        let desk = self.desk(job);
        let mut bests = Bests::new();
        let mut agenda = Agenda::default();
        for ((team, whole), moved) in teams.iter().zip(&whole).zip(moved) {
            desk.team(team, (whole, moved), (loads, &mut bests), &mut agenda.items);
        }
        for (index, number, case) in &mended {
            let (Some(team), Some(moved)) = (teams.get(*index), moved.get(*index)) else { continue };
            desk.one_unit(team, (*number, &case.items, moved), (loads, &mut bests), &mut agenda.items);
            agenda.open.extend(case.left.iter().filter_map(|left| gap(team, *number, *left)));
        }
        agenda.lost_drops = drops.iter().filter(|key| !found_drops.contains(*key)).cloned().collect();
        desk.label_visits(&mut agenda.items);
        agenda.unreachable = teams.iter().flat_map(unreachable).collect();
        agenda.items.arrange();
        agenda.open.arrange();
        agenda.unreachable.arrange();
        agenda
    }
}

fn gap(team: &Team<'_>, number: usize, (need, left, dropped): (usize, u32, bool)) -> Option<OpenGap> {
    let unit = team.units.get(number).copied().flatten();
    let need = Need { unit, ..team.template.open.get(need)?.need.clone() };
    let reason = if dropped { OpenReason::Dropped } else { OpenReason::Full };
    Some(OpenGap { need, left, reason })
}

fn unreachable(team: &Team<'_>) -> impl Iterator<Item = Unreachable> {
    let of_unit = |unit| team.template.late.iter().map(move |need| too_late(&Need { unit, ..(*need).clone() }));
    team.units.iter().copied().flat_map(of_unit)
}

/// Where something found no day, more may be possible if what is short could be closed by other activities than these.
/// Jobs that are not short hold no full day, so nothing is gained by choosing others for them.
fn proof(teams: &[Team<'_>], market: &Market, flow: &Flow) -> Proof {
    let mut jobs = market.jobs.iter();
    let mut is_best = |team: &Team<'_>| {
        let own = jobs.by_ref().take(team.tasks.len());
        let is_short = own.fold(false, |short, job| short | flow.is_short(job.node));
        team.template.is_proved && (!is_short || team.template.is_nested && team.settled.is_empty())
    };
    let all = teams.iter().fold(true, |all, team| is_best(team) & all);
    if all { Proof::Best } else { Proof::NotProved }
}
