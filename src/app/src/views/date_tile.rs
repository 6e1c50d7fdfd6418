//! A day as a tile: its number over its weekday or month.

use chrono::Datelike;
use domain::{Language, NaiveDate};
use wording::agenda::{month_short, weekday_short};
use wording::overview::OverviewText;
use wording::{Say, dates};
use yew::prelude::*;

/// Which day.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DateTileProps {
    /// The language.
    pub(crate) language: Language,
    /// The day.
    pub(crate) day: NaiveDate,
    /// What stands under the number.
    pub(crate) foot: TileFoot,
}

/// What stands under the number of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TileFoot {
    /// Its month.
    Month,
    /// Its weekday and month, where the list is of one month.
    Weekday,
}

/// A day's tile.
#[component]
pub(crate) fn DateTile(props: &DateTileProps) -> Html {
    let DateTileProps { language, day, foot } = props;
    let weekday = weekday_short(*language, day.weekday().num_days_from_monday());
    let under = match foot {
        TileFoot::Month => OverviewText::TileMonth(day.month()).say(*language),
        TileFoot::Weekday => format!("{}, {}", weekday, month_short(*language, day.month())).into(),
    };
    html! {
        <time class="date-tile" datetime={day.to_string()} title={dates::day(*day)}>
            <b>{ day.day() }</b><span>{ under }</span>
        </time>
    }
}
