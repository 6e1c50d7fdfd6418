//! Items a week, as a picture.

use crate::picture::{Chart, Column, Frame, Plot};
use domain::{Language, NaiveDate};
use wording::agenda::CalendarText;
use wording::chart::ChartText;
use wording::{Say, dates};

/// The chart.
pub(super) fn chart(language: Language, weeks: &[(NaiveDate, u32)], as_of: NaiveDate, foot: Vec<String>) -> Chart {
    let most = weeks.iter().map(|(_, items)| *items).max().unwrap_or(1).max(1);
    let column = |(from, items): &(NaiveDate, u32)| Column {
        head: if *items > 0 { items.to_string() } else { String::new() },
        foot: dates::day_of_year(*from),
        said: CalendarText::LoadWeek { from: *from, items: *items }.say(language).into_owned(),
        filled: *items,
        hatched: 0,
        of: most,
        frame: Frame::None,
    };
    Chart {
        title: CalendarText::LoadTitle.say(language).into_owned(),
        under: ChartText::Until(as_of).say(language).into_owned(),
        plot: Plot::Columns(weeks.iter().map(column).collect()),
        notes: Vec::new(),
        legend: Vec::new(),
        foot,
    }
}
