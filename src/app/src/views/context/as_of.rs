//! The choice of the as-of day: the default, the days that reports turn on, and any other day.

use crate::choice::Choice;
use crate::effects;
use domain::{Language, NaiveDate};
use wording::dates::day;
use wording::shell::{AsOfDay, Shell};
use wording::{Say, Text};
use yew::prelude::*;

/// What the picker needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AsOfPickerProps {
    /// The language.
    pub(crate) language: Language,
    /// The year shown.
    pub(crate) year: i32,
    /// The day in force.
    pub(crate) as_of: NaiveDate,
    /// The day chosen, if any.
    pub(crate) chosen: Option<NaiveDate>,
    /// The day on which the page was opened.
    pub(crate) today: NaiveDate,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
}

/// The picker.
#[component]
pub(crate) fn AsOfPicker(props: &AsOfPickerProps) -> Html {
    let language = props.language;
    html! {
        <fieldset class="as-of">
            <legend>{ Shell::AsOfChoice.say(language) }</legend>
            <DayButton ..props.clone() />
            <ul>
                for (date, name) in offered(props.year, props.today) {
                    <li key={date.to_string()}>{ day_button(props, date, name.say(language)) }</li>
                }
            </ul>
            <AnyDay ..props.clone() />
            <p class="small quiet">{ Shell::AsOfHint.say(language) }</p>
        </fieldset>
    }
}

/// The days offered for a year, in time order. A day still to come is no day to look back from.
pub(crate) fn offered(year: i32, today: NaiveDate) -> Vec<(NaiveDate, AsOfDay)> {
    let days = [
        (3, 31, AsOfDay::QuarterEnd(1)),
        (6, 9, AsOfDay::HalfReport),
        (6, 14, AsOfDay::HalfCutOff),
        (6, 30, AsOfDay::QuarterEnd(2)),
        (9, 30, AsOfDay::QuarterEnd(3)),
        (12, 9, AsOfDay::YearReport),
        (12, 14, AsOfDay::YearCutOff),
        (12, 31, AsOfDay::QuarterEnd(4)),
    ];
    days.into_iter()
        .filter_map(|(month, day, name)| Some((NaiveDate::from_ymd_opt(year, month, day)?, name)))
        .filter(|(date, _)| *date < today)
        .collect()
}

fn day_button(props: &AsOfPickerProps, date: NaiveDate, name: Text) -> Html {
    let onclick = props.on_choose.reform(move |_: MouseEvent| Choice::AsOf(date));
    let pressed = (props.chosen == Some(date)).to_string();
    html! {
        <button type="button" class="day" aria-pressed={pressed} {onclick}>
            <b>{ day(date) }</b><span>{ name }</span>
        </button>
    }
}

/// Back to the default day.
#[component]
fn DayButton(props: &AsOfPickerProps) -> Html {
    let today = props.today;
    let onclick = props.on_undo.reform(move |_: MouseEvent| Choice::AsOf(today));
    html! {
        <button type="button" class="day" aria-pressed={props.chosen.is_none().to_string()} {onclick}>
            <span>{ AsOfDay::Default.say(props.language) }</span>
        </button>
    }
}

#[component]
fn AnyDay(props: &AsOfPickerProps) -> Html {
    let on_choose = props.on_choose.clone();
    let onchange = move |event: Event| {
        if let Ok(date) = effects::value_of(&event).parse() {
            on_choose.emit(Choice::AsOf(date));
        }
    };
    html! {
        <label class="field">
            { Shell::AnyDay.say(props.language) }
            <input type="date" value={props.as_of.to_string()} max={props.today.to_string()} {onchange} />
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::offered;
    use domain::NaiveDate;

    #[test]
    fn days_offered_are_past_and_in_order() {
        let today = NaiveDate::from_ymd_opt(2024, 9, 30).unwrap();
        let this_year: Vec<NaiveDate> = offered(2024, today).into_iter().map(|(date, _)| date).collect();
        assert!(this_year.is_sorted());
        assert!(this_year.iter().all(|date| *date < today));
        assert_eq!(this_year.len(), 4);
        assert_eq!(offered(2023, today).len(), 8);
        assert!(offered(2025, today).is_empty());
    }
}
