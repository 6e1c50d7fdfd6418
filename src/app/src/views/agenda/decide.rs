//! Decides what the agenda shows of a month: which items, gathered over units that do the same on the same day.
//! Refuses to know words and pages.

use super::month::Month;
use crate::views::matrix::search::answers;
use domain::{Agenda, AgendaItem, ItemKind, NaiveDate, Need, Peak, Summary, UnitIndex, UnitLine, Unreachable};
use std::collections::{BTreeMap, BTreeSet};

/// What the user looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    /// Words of the unit's name.
    pub(super) search: String,
    /// Only what closes a gap of this target.
    pub(super) target: Option<String>,
    /// Only items of this kind, by its code.
    pub(super) kind: Option<String>,
    /// Only this unit and those right below it, by name.
    pub(super) parent: Option<String>,
}

/// Units by number, for their names.
pub(super) type Names<'a> = BTreeMap<UnitIndex, &'a UnitLine>;

/// The units an agenda names.
pub(super) fn names(units: &[UnitLine]) -> Names<'_> {
    units.iter().map(|line| (line.unit, line)).collect()
}

/// The items that answer the filters.
pub(super) fn found<'a>(agenda: &'a Agenda, names: &Names<'_>, filters: &Filters) -> Vec<&'a AgendaItem> {
    let wanted = |item: &&AgendaItem| {
        is_named(item.unit, names, &filters.search)
            && is_below(item.unit, names, filters.parent.as_deref())
            && filters.kind.as_ref().is_none_or(|kind| item.kind.code() == kind)
            && filters.target.as_ref().is_none_or(|target| item.closes.iter().any(|gap| gap.target == *target))
    };
    agenda.items.iter().filter(wanted).collect()
}

fn is_below(unit: Option<UnitIndex>, names: &Names<'_>, parent: Option<&str>) -> bool {
    let line = || unit.and_then(|unit| names.get(&unit));
    parent.is_none_or(|parent| line().is_some_and(|line| line.parent == parent || line.name == parent))
}

fn is_named(unit: Option<UnitIndex>, names: &Names<'_>, search: &str) -> bool {
    let name = unit.and_then(|unit| names.get(&unit)).map_or("", |line| line.name.as_str());
    answers(name, search)
}

/// What several units do on the same day for the same gaps; or one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The item, without its unit.
    pub(super) item: AgendaItem,
    /// Who; `None` = the province as a whole.
    pub(super) units: Vec<Option<UnitIndex>>,
}

impl Entry {
    /// The item, if one unit has it.
    pub(super) fn single(&self) -> Option<AgendaItem> {
        match self.units.as_slice() {
            [only] => Some(AgendaItem { unit: *only, ..self.item.clone() }),
            _ => None,
        }
    }
}

/// The entries of these items, by date.
pub(super) fn entries(items: &[&AgendaItem]) -> Vec<Entry> {
    let mut entries: BTreeMap<AgendaItem, Vec<Option<UnitIndex>>> = BTreeMap::new();
    for item in items {
        let alike = AgendaItem { unit: None, ..(*item).clone() };
        entries.entry(alike).or_default().push(item.unit);
    }
    entries.into_iter().map(|(item, units)| Entry { item, units }).collect()
}

/// A gap that no day can close, with the units that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    /// The gap, without its unit.
    pub(super) gap: Unreachable,
    /// Whose; `None` = the province's.
    pub(super) units: Vec<Option<UnitIndex>>,
}

/// What can no longer be reached, gathered over units, under the same filters.
pub(super) fn lost(agenda: &Agenda, names: &Names<'_>, filters: &Filters) -> Vec<Lost> {
    let mut gaps: BTreeMap<Unreachable, Vec<Option<UnitIndex>>> = BTreeMap::new();
    for Unreachable { need, reason } in &agenda.unreachable {
        let wanted = filters.target.as_ref().is_none_or(|target| need.target == *target);
        if wanted && is_named(need.unit, names, &filters.search) {
            let alike = Unreachable { need: Need { unit: None, ..need.clone() }, reason: *reason };
            gaps.entry(alike).or_default().push(need.unit);
        }
    }
    gaps.into_iter().map(|(gap, units)| Lost { gap, units }).collect()
}

/// Number of items in each month.
pub(super) fn by_month(items: &[&AgendaItem]) -> BTreeMap<Month, u32> {
    items.iter().fold(BTreeMap::new(), |mut months, item| {
        *months.entry(Month::of(item.date)).or_default() += 1;
        months
    })
}

/// The month shown at first: the one asked for, else the first with items, else that of the as-of day.
pub(super) fn first_month(items: &[&AgendaItem], asked: Option<u32>, as_of: NaiveDate) -> Month {
    let first = items.first().map_or(Month::of(as_of), |item| Month::of(item.date));
    let asked = asked.and_then(|asked| {
        let with_items = items.iter().map(|item| Month::of(item.date)).find(|month| month.number() == asked);
        with_items.or_else(|| Month::all_of(first.year()).find(|month| month.number() == asked))
    });
    asked.unwrap_or(first)
}

/// The last day that the agenda plans for: of the latest gap, else the end of the year shown.
pub(super) fn until(agenda: &Agenda, year: i32) -> NaiveDate {
    let latest = agenda.items.iter().map(|item| item.latest).max();
    latest.or_else(|| NaiveDate::from_ymd_opt(year, 12, 31)).unwrap_or_default()
}

/// Targets and duties whose gaps the agenda closes.
pub(super) fn targets(agenda: &Agenda) -> BTreeSet<&str> {
    agenda.items.iter().flat_map(|item| &item.closes).map(|gap| gap.target.as_str()).collect()
}

/// Kinds of items.
pub(super) fn kinds(agenda: &Agenda) -> BTreeSet<ItemKind> {
    agenda.items.iter().map(|item| item.kind).collect()
}

/// Units that have others of the agenda right below them, by name.
pub(super) fn parents(units: &[UnitLine]) -> BTreeSet<&str> {
    units.iter().map(|line| line.parent.as_str()).filter(|parent| !parent.is_empty()).collect()
}

/// The unit that the address asks for.
pub(super) fn unit_asked<'a>(
    key: Option<&crate::route::UnitKey>,
    units: &'a [UnitLine],
    summary: &'a Summary,
) -> Option<&'a UnitLine> {
    let key = key?;
    units.iter().chain(&summary.scopes).chain(&summary.scope).find(|line| key.names(line))
}

/// Whose calendar file the button takes: the one unit that the filters leave, else the one asked for.
pub(super) fn unit_taken(items: &[&AgendaItem], filters: &Filters, asked: Option<UnitIndex>) -> Option<UnitIndex> {
    let units: BTreeSet<Option<UnitIndex>> = items.iter().map(|item| item.unit).collect();
    let only = units.first().copied().flatten().filter(|_| units.len() == 1 && !filters.search.trim().is_empty());
    only.or(asked)
}

/// The peaks of the plan on this day.
pub(super) fn peaks_on(peaks: &[Peak], day: NaiveDate) -> impl Iterator<Item = &Peak> {
    use chrono::Datelike;
    let at = (day.month(), day.day());
    // A peak may cross the year's end.
    peaks.iter().filter(move |peak| {
        if peak.from <= peak.to { peak.from <= at && at <= peak.to } else { peak.from <= at || at <= peak.to }
    })
}

/// The peaks that touch this month.
pub(super) fn peaks_in(peaks: &[Peak], month: Month) -> Vec<&Peak> {
    let Some(days) = month.days() else { return Vec::new() };
    let touches = |peak: &&Peak| {
        let mut days = days.from().iter_days().take_while(|day| *day <= days.to());
        days.any(|day| peaks_on(std::slice::from_ref(*peak), day).next().is_some())
    };
    peaks.iter().filter(touches).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use domain::{
        ActivityKind, Bilingual, Closes, DayReason, Life, NeedKind, Period, Span, UnitKind, UnitSource,
        UnreachableReason,
    };

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, day).unwrap()
    }

    pub(in crate::views::agenda) fn item(date: NaiveDate, unit: u32, target: &str) -> AgendaItem {
        AgendaItem {
            date,
            unit: Some(UnitIndex(unit)),
            kind: ItemKind::Activity(ActivityKind::Event),
            tags: Vec::new(),
            number: 1,
            closes: vec![Closes { target: target.into(), period: Period::Year(2024) }],
            earliest: "2024-10-01".parse().unwrap(),
            latest: day(12, 31),
            peak: None,
            reason: DayReason::OnlyDay,
            unmet: Vec::new(),
        }
    }

    fn line(number: u32, name: &str) -> UnitLine {
        let (id, parent) = (number.to_string(), String::new());
        let (kind, source, life) = (UnitKind::Hamlet, UnitSource::User, Life::default());
        UnitLine { unit: UnitIndex(number), id, name: name.into(), parent, kind, source, life }
    }

    fn agenda() -> Agenda {
        let items = vec![item(day(11, 20), 1, "T6"), item(day(11, 20), 2, "T6"), item(day(12, 3), 1, "T1")];
        Agenda { items, ..Agenda::default() }
    }

    #[test]
    fn units_that_do_the_same_on_a_day_are_one_entry_and_nobody_is_lost() {
        let agenda = agenda();
        let items: Vec<&AgendaItem> = agenda.items.iter().collect();
        let entries = entries(&items);
        assert_eq!(entries.iter().map(|entry| entry.units.len()).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(entries.iter().map(|entry| entry.units.len()).sum::<usize>(), items.len());
    }

    #[test]
    fn filters_by_unit_and_target_hold_together() {
        let (agenda, units) = (agenda(), [line(1, "Ấp Vĩnh Hội"), line(2, "Ấp Vĩnh Hòa 1")]);
        let count = |search: &str, target: Option<&str>| {
            let target = target.map(str::to_owned);
            let filters = Filters { search: search.into(), target, ..Filters::default() };
            found(&agenda, &names(&units), &filters).len()
        };
        assert_eq!(count("", None), 3);
        assert_eq!(count("vinh hoi", None), 2);
        assert_eq!(count("vinh hoi", Some("T6")), 1);
        assert_eq!(count("vinh", Some("T9")), 0);
    }

    #[test]
    fn the_first_month_is_the_one_asked_for_else_the_first_with_items() {
        let agenda = agenda();
        let items: Vec<&AgendaItem> = agenda.items.iter().collect();
        assert_eq!(first_month(&items, None, day(10, 15)), Month::of(day(11, 1)));
        assert_eq!(first_month(&items, Some(3), day(10, 15)), Month::of(day(3, 1)));
        assert_eq!(first_month(&[], None, day(10, 15)), Month::of(day(10, 1)));
    }

    #[test]
    fn what_is_out_of_reach_is_gathered_and_filtered_like_the_rest() {
        let need = |unit: u32| Need {
            target: "T5".into(),
            unit: Some(UnitIndex(unit)),
            unit_kind: UnitKind::Commune,
            period: Period::Quarter(2024, 3),
            window: Span::quarter(2024, 3).unwrap(),
            missing: 1,
            kind: NeedKind::HandIn,
        };
        let unreachable =
            [1, 2].map(|unit| Unreachable { need: need(unit), reason: UnreachableReason::NoDayLeft }).to_vec();
        let agenda = Agenda { unreachable, ..Agenda::default() };
        let units = [line(1, "Xã A"), line(2, "Xã B")];
        let all = lost(&agenda, &names(&units), &Filters::default());
        assert_eq!((all.len(), all[0].units.len()), (1, 2));
        let one = Filters { search: "xa b".into(), ..Filters::default() };
        assert_eq!(lost(&agenda, &names(&units), &one)[0].units, [Some(UnitIndex(2))]);
    }

    #[test]
    fn the_calendar_file_is_of_the_one_unit_that_was_searched_for() {
        let agenda = agenda();
        let one: Vec<&AgendaItem> = agenda.items.iter().filter(|item| item.unit == Some(UnitIndex(2))).collect();
        let searched = Filters { search: "hoa 1".into(), ..Filters::default() };
        assert_eq!(unit_taken(&one, &searched, None), Some(UnitIndex(2)));
        assert_eq!(unit_taken(&one, &Filters::default(), None), None);
        assert_eq!(unit_taken(&one, &Filters::default(), Some(UnitIndex(5))), Some(UnitIndex(5)));
    }

    #[test]
    fn a_peak_over_new_year_holds_on_both_sides() {
        let peak = |from, to| Peak { id: "p".into(), label: Bilingual::default(), from, to };
        let peaks = [peak((11, 15), (12, 15)), peak((12, 20), (1, 10))];
        for (day, count) in
            [(day(11, 14), 0), (day(11, 15), 1), (day(12, 15), 1), (day(12, 31), 1), (day(1, 10), 1), (day(1, 11), 0)]
        {
            assert_eq!(peaks_on(&peaks, day).count(), count, "{day}");
        }
        assert_eq!(peaks_in(&peaks, Month::of(day(12, 1))).len(), 2);
        assert_eq!(peaks_in(&peaks, Month::of(day(2, 1))).len(), 0);
    }
}
