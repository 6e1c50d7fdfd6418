//! The suggested agenda: whose needs, whose trainers, which choices of the user, and what each item is about.

use crate::{Assessment, House, defaults};
use calendar::{Job, Occasion};
use domain::{
    Agenda, AgendaSlice, Audience, DayLine, ItemChoice, ItemKey, Need, Peak, Pin, Span, Status, SuggestedChoice,
    SuggestionBook, UnitIndex, UnitKind, UnitLine,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

impl Assessment {
    /// The suggested agenda to the end of the as-of day's year, for `unit` (or the scope) and all below it.
    pub fn agenda(&self, house: &House, unit: Option<UnitIndex>) -> Agenda {
        let needs = self.needs_of(unit);
        let choices = &self.options.calendar;
        let anchors = house.anchors().iter().filter(|peak| choices.settings.anchors.contains(&peak.id));
        let peaks: Vec<Peak> = self.plan.peaks.iter().map(|cited| &cited.peak).chain(anchors).cloned().collect();
        let pins: Vec<Pin> =
            choices.pins.iter().filter_map(|pin| Some(Pin { key: self.key(&pin.item)?, date: pin.date })).collect();
        let drops: Vec<ItemKey> = choices.drops.iter().filter_map(|item| self.key(item)).collect();
        let job = Job {
            needs: &needs,
            places: &self.places(&needs),
            peaks: &peaks,
            holidays: house.holidays(),
            settings: &choices.settings,
            pins: &pins,
            drops: &drops,
            as_of: self.as_of,
        };
        let mut agenda = calendar::schedule(&job, |_, _| ControlFlow::Continue(())).unwrap_or_default();
        self.leave_others(&mut agenda, unit);
        agenda
    }

    /// The same with all that the page shows beside it.
    pub fn agenda_slice(&self, house: &House, unit: Option<UnitIndex>) -> AgendaSlice {
        let agenda = self.agenda(house, unit);
        let book = plan::suggestion_book(&self.plan, &plan::laws());
        AgendaSlice {
            topics: self.topics(&agenda, &book),
            units: self.named(&agenda),
            days: self.days_off(house),
            peaks: self.plan.peaks.iter().map(|cited| cited.peak.clone()).collect(),
            anchors: house.anchors().to_vec(),
            duties: self.plan.duties.iter().map(|duty| (duty.id.clone(), duty.label.clone())).collect(),
            done: self.done_by_month(unit),
            book,
            agenda,
        }
    }

    /// What each item is about, in the order of the items.
    pub fn topics(&self, agenda: &Agenda, book: &SuggestionBook) -> Vec<SuggestedChoice> {
        let kind = |unit: Option<UnitIndex>| {
            unit.and_then(|unit| self.facts().roster.get(unit)).map_or(UnitKind::Province, |unit| unit.kind)
        };
        let occasions: Vec<Occasion<'_>> =
            agenda.items.iter().map(|item| Occasion::of(item, kind(item.unit))).collect();
        calendar::suggest(&occasions, book)
    }

    fn needs_of(&self, unit: Option<UnitIndex>) -> Vec<Need> {
        let scope = unit.or(self.scope);
        let year = defaults::year_of(self.as_of);
        let in_scope = |need: &&Need| match need.unit {
            Some(unit) => defaults::in_scope(self.facts(), scope, unit, year),
            None => scope.is_none(),
        };
        let this_year = |need: &&Need| defaults::year_of(need.window.to()) == year;
        self.needs.iter().filter(in_scope).filter(this_year).cloned().collect()
    }

    /// Whose trainers serve a unit: those of the node below the province that it lies in.
    fn places(&self, needs: &[Need]) -> BTreeMap<UnitIndex, UnitIndex> {
        let units: BTreeSet<UnitIndex> = needs.iter().filter_map(|need| need.unit).collect();
        units.into_iter().map(|unit| (unit, self.place_of(unit))).collect()
    }

    fn place_of(&self, unit: UnitIndex) -> UnitIndex {
        let roster = &self.facts().roster;
        let Some(known) = roster.get(unit) else { return unit };
        let is_province = |unit: &UnitIndex| roster.get(*unit).is_some_and(|unit| unit.kind == UnitKind::Province);
        let path = defaults::path(self.facts(), unit, self.day_for(known));
        path.into_iter().find(|node| !is_province(node)).unwrap_or(unit)
    }

    fn key(&self, item: &ItemChoice) -> Option<ItemKey> {
        let unit = if item.unit.is_empty() { None } else { Some(self.facts().roster.find(&item.unit)?) };
        Some(ItemKey { unit, kind: item.kind, closes: item.closes.clone(), number: item.number })
    }

    /// A choice about a unit outside of what is shown is kept, and nothing to complain of.
    fn leave_others(&self, agenda: &mut Agenda, unit: Option<UnitIndex>) {
        let year = defaults::year_of(self.as_of);
        let scope = unit.or(self.scope);
        let is_shown = |key: &ItemKey| match key.unit {
            Some(unit) => defaults::in_scope(self.facts(), scope, unit, year),
            None => scope.is_none(),
        };
        agenda.lost_pins.retain(|lost| is_shown(&lost.pin.key));
        agenda.lost_drops.retain(is_shown);
    }

    fn named(&self, agenda: &Agenda) -> Vec<UnitLine> {
        let items = agenda.items.iter().map(|item| item.unit);
        let gaps =
            agenda.unreachable.iter().map(|gap| gap.need.unit).chain(agenda.open.iter().map(|gap| gap.need.unit));
        let lost =
            agenda.lost_pins.iter().map(|lost| lost.pin.key.unit).chain(agenda.lost_drops.iter().map(|key| key.unit));
        let full = agenda.shortfalls.iter().flat_map(|short| &short.full).map(|full| match full.place {
            domain::FullPlace::Place(place) => place,
            domain::FullPlace::Scope => None,
        });
        let units: BTreeSet<UnitIndex> = items.chain(gaps).chain(lost).chain(full).flatten().collect();
        units.into_iter().filter_map(|unit| self.unit_line(unit)).collect()
    }

    fn days_off(&self, house: &House) -> Vec<DayLine> {
        let Some(year) = Span::year(defaults::year_of(self.as_of)) else { return Vec::new() };
        let settings = &self.options.calendar.settings;
        let off = |day, audience| Some((audience, calendar::day_off(audience, day, house.holidays(), settings)?));
        let days = year.from().iter_days().take_while(|day| *day <= year.to());
        let lines = days.map(|date| DayLine {
            date,
            off: Audience::ALL.into_iter().filter_map(|audience| off(date, audience)).collect(),
        });
        lines.filter(|line| !line.off.is_empty()).collect()
    }

    /// Activities done in the as-of day's year, by month; rows that only name a quarter or a year belong to none.
    fn done_by_month(&self, unit: Option<UnitIndex>) -> BTreeMap<u32, u32> {
        let scope = unit.or(self.scope);
        let year = defaults::year_of(self.as_of);
        let mut done = BTreeMap::new();
        for activity in self.facts().activities.iter().filter(|activity| activity.status == Status::Done) {
            let Some(month) = activity.when.and_then(|when| defaults::month_in(when, year)) else { continue };
            if defaults::in_scope(self.facts(), scope, activity.unit, year) {
                *done.entry(month).or_default() += activity.count;
            }
        }
        done
    }
}
