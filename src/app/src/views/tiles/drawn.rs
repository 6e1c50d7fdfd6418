//! Units as tiles, as a picture.

use super::decide::{counts, state};
use super::words;
use crate::picture::{Chart, Plot, Tiled};
use domain::{Language, NaiveDate, TilesSlice};
use wording::Say;
use wording::chart::ChartText;
use wording::overview::capital;
use wording::states::Group;
use wording::tiers::TiersText;

/// What the chart is called: all targets, or the one looked at.
pub(super) fn title(language: Language, slice: &TilesSlice, column: Option<usize>) -> String {
    let units = u32::try_from(super::decide::all(slice).count()).unwrap_or(u32::MAX);
    let tiles = slice.kind.map(|kind| capital(&TiersText::Tiles(kind, units).say(language))).unwrap_or_default();
    let by = match column.and_then(|column| slice.columns.get(column)) {
        Some(column) => TiersText::OfTarget(column.target.target.clone(), column.period.clone()),
        None => TiersText::AnyTarget,
    };
    format!("{tiles}: {}", by.say(language))
}

/// The chart.
pub(super) fn chart(
    language: Language,
    slice: &TilesSlice,
    column: Option<usize>,
    as_of: NaiveDate,
    foot: Vec<String>,
) -> Chart {
    let (groups, others) = counts(slice, column);
    let tile =
        |tile: &domain::Tile| Tiled { group: state(tile, column).map(Group::of), said: words(language, tile, column) };
    let tiles = slice.groups.iter().map(|group| (group.parent.clone(), group.tiles.iter().map(tile).collect()));
    let left_out = (slice.left_out > 0).then(|| TiersText::LeftOut(slice.left_out).say(language).into_owned());
    let not_addressed = (others > 0).then(|| ChartText::NotAddressed.say(language).into_owned());
    let count = |(group, units): (Group, u32)| (group, TiersText::Count(group, units).say(language).into_owned());
    Chart {
        title: title(language, slice, column),
        under: ChartText::Until(as_of).say(language).into_owned(),
        plot: Plot::Tiles(tiles.collect()),
        notes: not_addressed.into_iter().chain(left_out).collect(),
        legend: groups.into_iter().map(count).collect(),
        foot,
    }
}
