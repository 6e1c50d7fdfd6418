//! Tiles and counts by place agree with the overview, before and after the districts ended.

use crate::world::{PROVINCE, SAMPLE_DAY, assess, assess_sample, sample};
use assess::Assessment;
use domain::{Options, RollupSlice, State, StateCounts, UnitKind};

fn added(counts: impl Iterator<Item = StateCounts>) -> StateCounts {
    counts.flatten().fold(StateCounts::new(), |mut all, (state, units)| {
        *all.entry(state).or_default() += units;
        all
    })
}

/// What the overview counts, without units that did not live.
fn overview(assessment: &Assessment, target: &str) -> StateCounts {
    let summary = assessment.summary();
    let line = summary.overview.targets.iter().find(|line| line.target == target).unwrap();
    line.counts
        .iter()
        .filter(|(state, _)| **state != State::NotApplicable)
        .map(|(state, units)| (*state, *units))
        .collect()
}

fn holds(assessment: &Assessment, rollup: &RollupSlice) {
    assert!(!rollup.rows.is_empty());
    assert_eq!(rollup.columns.len(), rollup.whole.len());
    for (nth, (column, whole)) in rollup.columns.iter().zip(&rollup.whole).enumerate() {
        let rows = added(rollup.rows.iter().map(|row| row.counts.get(nth).unwrap().clone()));
        assert_eq!(rows, *whole, "{}", column.target.target);
        assert_eq!(rows, overview(assessment, &column.target.target), "{}", column.target.target);
    }
}

#[test]
fn rows_by_place_add_up_to_the_overview_on_the_way_down() {
    let province = assess_sample(PROVINCE);
    let rollup = province.rollup();
    holds(&province, &rollup);
    assert_eq!(rollup.path, []);
    let districts: Vec<_> = rollup.rows.iter().filter(|row| row.unit.kind == UnitKind::District).collect();
    assert_eq!(districts.len(), 15);
    let district = districts.iter().find(|row| row.below > 1).unwrap();
    let options = Options { scope: Some(district.unit.id.clone()), ..Options::default() };
    let below = assess(&[sample(PROVINCE)], options, SAMPLE_DAY);
    let rollup = below.rollup();
    holds(&below, &rollup);
    assert_eq!(rollup.path.last().map(|unit| &unit.id), Some(&district.unit.id));
    assert!(rollup.path.len() > 1, "there is a way up");
    let communes = rollup.rows.iter().filter(|row| row.unit.kind == UnitKind::Commune);
    assert!(communes.count() > 1);
    let above = province.rollup();
    for (nth, column) in rollup.columns.iter().enumerate() {
        let same = above.columns.iter().position(|other| other.target.target == column.target.target).unwrap();
        let row = above.rows.iter().find(|row| row.unit.unit == district.unit.unit).unwrap();
        assert_eq!(rollup.whole[nth], row.counts[same], "{}", column.target.target);
    }
}

#[test]
fn after_the_districts_the_province_leads_to_its_communes() {
    let options = Options { year: Some(2026), as_of: "2026-10-15".parse().ok(), ..Options::default() };
    let assessment = assess(&[sample(PROVINCE)], options, "2026-10-16");
    let rollup = assessment.rollup();
    holds(&assessment, &rollup);
    // What only the data name still belongs to a place that ended: such places come last.
    let living = rollup.rows.iter().take_while(|row| row.unit.life.to.is_none());
    assert!(living.clone().all(|row| row.unit.kind != UnitKind::District));
    assert!(
        rollup
            .rows
            .iter()
            .skip(living.count())
            .all(|row| row.unit.life.to.is_some() || row.unit.kind.level().is_none())
    );
    assert!(rollup.rows.iter().filter(|row| row.unit.kind == UnitKind::Commune).count() > 40);
}

#[test]
fn there_is_a_tile_for_each_commune_and_it_shows_the_state_that_is_counted() {
    let assessment = assess_sample(PROVINCE);
    let tiles = assessment.tiles();
    assert_eq!(tiles.kind, Some(UnitKind::Commune));
    let all = || tiles.groups.iter().flat_map(|group| &group.tiles);
    assert!(all().count() > 140 && tiles.left_out == 0);
    assert!(tiles.groups.iter().all(|group| group.tiles.iter().all(|tile| tile.unit.parent == group.parent)));
    for (nth, column) in tiles.columns.iter().enumerate() {
        let line = overview(&assessment, &column.target.target);
        let mut shown = StateCounts::new();
        for state in all().filter_map(|tile| tile.states[nth]) {
            *shown.entry(state).or_default() += 1;
        }
        for (state, units) in shown {
            assert!(units <= line.get(&state).copied().unwrap_or(0), "{} {state:?}", column.target.target);
        }
    }
    assert!(all().all(|tile| tile.worst == assess::worst(tile.states.iter().copied().flatten())));
}
