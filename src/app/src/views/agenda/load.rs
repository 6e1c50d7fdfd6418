//! Items a week over the rest of the year: bars with their numbers, and the same as a table.

mod drawn;

use crate::views::chart::save_button;
use chrono::{Days, Weekday};
use domain::{AgendaItem, Language, NaiveDate};
use std::collections::BTreeMap;
use wording::agenda::CalendarText;
use wording::{Say, dates};
use yew::prelude::*;

/// A bar with its gap, in units of the picture.
const STEP: u32 = 22;
const BAR: u32 = 16;
/// The height of the tallest bar.
const HEIGHT: u32 = 60;
/// Room for the number above a bar and the day below it.
const TOP: u32 = 16;
const FOOT: u32 = 16;

/// Items by the Monday of their week, weeks without any among them.
pub(super) fn by_week(items: &[&AgendaItem]) -> Vec<(NaiveDate, u32)> {
    let mut weeks: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for item in items {
        *weeks.entry(item.date.week(Weekday::Mon).first_day()).or_default() += 1;
    }
    let (Some((first, _)), Some((last, _))) = (weeks.first_key_value(), weeks.last_key_value()) else {
        return Vec::new();
    };
    let (first, last) = (*first, *last);
    let mondays = std::iter::successors(Some(first), |monday| monday.checked_add_days(Days::new(7)));
    mondays
        .take_while(|monday| *monday <= last)
        .map(|monday| (monday, weeks.get(&monday).copied().unwrap_or(0)))
        .collect()
}

/// The weeks.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LoadProps {
    /// The language.
    pub(super) language: Language,
    /// Mondays with their items.
    pub(super) weeks: Vec<(NaiveDate, u32)>,
    /// The as-of day.
    pub(super) as_of: NaiveDate,
    /// Source and plan, for pictures.
    pub(super) source: Vec<String>,
}

/// The chart; nothing for less than two weeks.
#[component]
pub(super) fn Load(props: &LoadProps) -> Html {
    let LoadProps { language, weeks, .. } = props;
    if weeks.len() < 2 {
        return Html::default();
    }
    let most = weeks.iter().map(|(_, items)| *items).max().unwrap_or(1).max(1);
    let width = STEP * u32::try_from(weeks.len()).unwrap_or(53);
    let title = CalendarText::LoadTitle.say(*language);
    html! {
        <figure class="load">
            <figcaption>{ title.clone() }</figcaption>
            <svg role="img" aria-label={title.into_owned()} viewBox={format!("0 0 {width} {}", TOP + HEIGHT + FOOT)}>
                for (place, week) in (0..).zip(weeks.iter()) { { bar(*language, place, *week, most) } }
            </svg>
            { table(*language, weeks) }
            { save(props) }
        </figure>
    }
}

fn save(props: &LoadProps) -> Html {
    let LoadProps { language, weeks, as_of, source } = props.clone();
    let title = CalendarText::LoadTitle.say(language);
    save_button(language, "lich-theo-tuan".to_owned(), &title, move || {
        drawn::chart(language, &weeks, as_of, source.clone())
    })
}

fn bar(language: Language, place: u32, (monday, items): (NaiveDate, u32), most: u32) -> Html {
    let height = HEIGHT * items / most;
    let (x, y) = (place * STEP + (STEP - BAR) / 2, TOP + HEIGHT - height);
    let middle = (place * STEP + STEP / 2).to_string();
    // A day under every second bar: more would touch each other.
    let day = place.is_multiple_of(2).then(|| dates::day_of_year(monday));
    html! {
        <g key={place}>
            <title>{ CalendarText::LoadWeek { from: monday, items }.say(language) }</title>
            <rect x={x.to_string()} y={y.to_string()} width={BAR.to_string()} height={height.to_string()} />
            if items > 0 {
                <text x={middle.clone()} y={(y - 3).to_string()}>{ items }</text>
            }
            if let Some(day) = day {
                <text class="load-day" x={middle} y={(TOP + HEIGHT + 12).to_string()}>{ day }</text>
            }
        </g>
    }
}

fn table(language: Language, weeks: &[(NaiveDate, u32)]) -> Html {
    html! {
        <details>
            <summary>{ CalendarText::LoadTable.say(language) }</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ CalendarText::WeekColumn.say(language) }</th>
                        <th scope="col">{ CalendarText::ItemsColumn.say(language) }</th>
                    </tr>
                </thead>
                <tbody>
                    for (monday, items) in weeks.iter() {
                        <tr key={monday.to_string()}><th scope="row">{ dates::day(*monday) }</th><td>{ *items }</td></tr>
                    }
                </tbody>
            </table>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::agenda::decide::tests::item;

    #[test]
    fn weeks_without_items_are_shown_as_empty() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let items =
            [item(day("2024-11-13"), 1, "T1"), item(day("2024-11-15"), 2, "T1"), item(day("2024-11-25"), 1, "T1")];
        let items: Vec<&AgendaItem> = items.iter().collect();
        let weeks = [(day("2024-11-11"), 2), (day("2024-11-18"), 0), (day("2024-11-25"), 1)];
        assert_eq!(by_week(&items), weeks);
        assert_eq!(by_week(&[]), []);
    }
}
