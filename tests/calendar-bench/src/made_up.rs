//! A province as large as one likes, in which nobody has done anything yet: five kinds of units with the needs of a year.

use domain::{ActivityKind, Bilingual, NaiveDate, Need, NeedKind, Peak, Period, Span, UnitIndex, UnitKind};
use std::collections::BTreeMap;

/// Needs, peaks and who serves whom.
pub(crate) struct Province {
    pub(crate) needs: Vec<Need>,
    pub(crate) places: BTreeMap<UnitIndex, UnitIndex>,
    pub(crate) peaks: Vec<Peak>,
}

impl Province {
    /// `units` units in `places` places of unequal size.
    pub(crate) fn new(units: u32, places: u32) -> Self {
        // Low numbers come up twice as often: places are of unequal size.
        let place = |unit: u32| unit.wrapping_mul(7919) % (places * 3 / 2) % places;
        Self {
            needs: (0..units).flat_map(needs).collect(),
            places: (0..units).map(|unit| (UnitIndex(unit), UnitIndex(place(unit)))).collect(),
            peaks: peaks(),
        }
    }
}

fn peaks() -> Vec<Peak> {
    let peak = |id: &str, from, to| Peak { id: id.into(), label: Bilingual::default(), from, to };
    vec![
        peak("women-day", (3, 8), (3, 8)),
        peak("happiness-day", (3, 20), (3, 20)),
        peak("family-day", (6, 28), (6, 28)),
        peak("dv-month", (6, 1), (6, 30)),
        peak("action-month", (11, 15), (12, 15)),
    ]
}

fn needs(unit: u32) -> Vec<Need> {
    let kind = [UnitKind::Hamlet, UnitKind::Hamlet, UnitKind::School, UnitKind::Agency, UnitKind::Commune];
    let kind = kind.get(unit as usize % 5).copied().unwrap_or(UnitKind::Hamlet);
    let event = || activity(&[ActivityKind::Event], &[]);
    let mut needs = Vec::new();
    let mut add = |target: &str, period, window, missing, what| {
        let need = |window| Need {
            target: target.into(),
            unit: Some(UnitIndex(unit)),
            unit_kind: kind,
            period,
            window,
            missing,
            kind: what,
        };
        needs.extend(Option::<Span>::map(window, need));
    };
    match kind {
        // A third of the hamlets has done one already.
        UnitKind::Hamlet => {
            add("T4", Period::Year(2026), Span::year(2026), if unit.is_multiple_of(3) { 2 } else { 3 }, event());
        }
        UnitKind::School => add("T8", Period::Named(2025, "SY".into()), span((2025, 9, 1), (2026, 5, 31)), 2, event()),
        UnitKind::Agency => add("T1", Period::Year(2026), Span::year(2026), 2, event()),
        _ => (1..=4).for_each(|quarter| {
            add(
                "T5",
                Period::Quarter(2026, quarter),
                Span::quarter(2026, quarter),
                3,
                activity(&[ActivityKind::News], &[]),
            );
        }),
    }
    let action = activity(&[ActivityKind::ActionMonth], &["action_month"]);
    add("T2", Period::Named(2026, "AM".into()), span((2026, 11, 15), (2026, 12, 15)), 1, action);
    add("R-year", Period::Year(2026), span((2026, 1, 1), (2026, 12, 9)), 1, NeedKind::HandIn);
    needs
}

fn activity(kinds: &[ActivityKind], or_tags: &[&str]) -> NeedKind {
    NeedKind::Activity {
        kinds: kinds.to_vec(),
        or_tags: or_tags.iter().map(|tag| (*tag).to_owned()).collect(),
        require_tags: Vec::new(),
        channels: Vec::new(),
        audiences: Vec::new(),
        people: None,
    }
}

fn span(from: (i32, u32, u32), to: (i32, u32, u32)) -> Option<Span> {
    let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day);
    Span::new(day(from)?, day(to)?)
}
