//! What the user settles about days: a fold with fields, each of which takes effect at once.

use super::acts::{AgendaActs, day_of, iso};
use super::clash::{WEEKDAYS, has_weekday};
use crate::choice::Choice;
use crate::effects::value_of;
use chrono::Weekday;
use domain::{AgendaSlice, CalendarSettings, Language, NaiveDate, Peak, Span, Summary, UncertainHolidays, Week};
use std::rc::Rc;
use wording::Say;
use wording::agenda::{CalendarText, weekday, weekday_short};
use yew::prelude::*;

/// The most that a number field takes.
const MOST: u32 = 999;

/// What is settled.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SettingsProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda, for the anniversaries on offer.
    pub(super) slice: Rc<AgendaSlice>,
    /// The summary, for the peaks and the settings in force.
    pub(super) summary: Rc<Summary>,
    /// Told what is chosen.
    pub(super) acts: AgendaActs,
}

impl SettingsProps {
    fn now(&self) -> &CalendarSettings {
        &self.summary.options.calendar.settings
    }

    /// The settings with one change.
    fn change(&self, change: impl FnOnce(&mut CalendarSettings)) {
        let mut settings = self.now().clone();
        change(&mut settings);
        self.acts.on_choose.emit(Choice::Calendar(settings));
    }
}

/// The fold.
#[component]
pub(super) fn SettingsFold(props: &SettingsProps) -> Html {
    let language = props.language;
    let reset = props.acts.on_undo.reform({
        let settings = props.now().clone();
        move |_: MouseEvent| Choice::Calendar(settings.clone())
    });
    let is_default = *props.now() == CalendarSettings::default();
    html! {
        <details class="card calendar-settings">
            <summary>{ CalendarText::Settings.say(language) }</summary>
            <p class="quiet">{ CalendarText::SettingsLead.say(language) }</p>
            <div class="settings-grid">
                { numbers(props) }
                { weeks(props) }
                { peaks(props) }
                <Blackouts ..props.clone() />
            </div>
            <button type="button" class="button" disabled={is_default} onclick={reset}>
                { CalendarText::Defaults.say(language) }
            </button>
        </details>
    }
}

fn numbers(props: &SettingsProps) -> Html {
    let now = props.now();
    html! {
        <div class="settings-numbers">
            { number(props, &CalendarText::PlaceCapacity, now.place_capacity, 1, |settings, number| settings.place_capacity = number) }
            <p class="quiet">{ CalendarText::PlaceHint.say(props.language) }</p>
            { number(props, &CalendarText::DayCapacity, now.day_capacity, 1, |settings, number| settings.day_capacity = number) }
            { number(props, &CalendarText::VisitsPerTeam, Some(now.visits_per_team), 1, |settings, number| settings.visits_per_team = number.unwrap_or(1)) }
            { number(props, &CalendarText::Spare, Some(now.spare_per_quarter), 0, |settings, number| settings.spare_per_quarter = number.unwrap_or(0)) }
            { number(props, &CalendarText::FreeBeforeReports, Some(now.days_free_before_reports), 0, |settings, number| settings.days_free_before_reports = number.unwrap_or(0)) }
        </div>
    }
}

type SetNumber = fn(&mut CalendarSettings, Option<u32>);

fn number(props: &SettingsProps, label: &CalendarText, value: Option<u32>, least: u32, set: SetNumber) -> Html {
    let (language, settled) = (props.language, props.clone());
    let onchange = move |event: Event| {
        let typed = value_of(&event);
        let number = typed.trim().parse::<u32>().ok().map(|number| number.clamp(least, MOST));
        settled.change(|settings| set(settings, number));
    };
    html! {
        <label class="settings-number">
            <span>{ label.say(language) }</span>
            <input type="number" inputmode="numeric" min={least.to_string()} max={MOST.to_string()}
                placeholder={CalendarText::NoLimit.say(language).into_owned()}
                value={value.map(|value| value.to_string()).unwrap_or_default()} {onchange} />
        </label>
    }
}

fn weeks(props: &SettingsProps) -> Html {
    let now = props.now();
    html! {
        <div>
            { week(props, &CalendarText::OfficeWeek, now.office_week, |settings, week| settings.office_week = week) }
            { week(props, &CalendarText::ResidentWeek, now.resident_week, |settings, week| settings.resident_week = week) }
            { uncertain(props) }
        </div>
    }
}

type SetWeek = fn(&mut CalendarSettings, Week);

fn week(props: &SettingsProps, label: &CalendarText, now: Week, set: SetWeek) -> Html {
    html! {
        <fieldset class="settings-week">
            <legend>{ label.say(props.language) }</legend>
            for day in WEEKDAYS { { weekday_box(props, day, now, set) } }
        </fieldset>
    }
}

fn weekday_box(props: &SettingsProps, day: Weekday, now: Week, set: SetWeek) -> Html {
    let (language, place, has) = (props.language, day.num_days_from_monday(), has_weekday(now, day));
    let next = if has { now.without(day) } else { now.with(day) };
    // Nobody could do anything in a week without days.
    let is_last = !WEEKDAYS.iter().any(|day| has_weekday(next, *day));
    let settled = props.clone();
    let onchange = move |_: Event| settled.change(|settings| set(settings, next));
    html! {
        <label key={place}>
            <input type="checkbox" checked={has} disabled={is_last} {onchange}
                aria-label={weekday(language, place).into_owned()} />
            <span aria-hidden="true">{ weekday_short(language, place) }</span>
        </label>
    }
}

fn uncertain(props: &SettingsProps) -> Html {
    let is_off = props.now().uncertain == UncertainHolidays::Off;
    let next = if is_off { UncertainHolidays::Work } else { UncertainHolidays::Off };
    let settled = props.clone();
    let onchange = move |_: Event| settled.change(|settings| settings.uncertain = next);
    html! {
        <div class="settings-uncertain">
            <label><input type="checkbox" checked={is_off} {onchange} />{ CalendarText::Uncertain.say(props.language) }</label>
            <p class="quiet">{ CalendarText::UncertainHint.say(props.language) }</p>
        </div>
    }
}

fn peaks(props: &SettingsProps) -> Html {
    let now = props.now();
    let plan = props.summary.overview.peaks.iter().map(|peak| (peak, !now.peaks_off.contains(&peak.id)));
    let anchors = props.slice.anchors.iter().map(|peak| (peak, now.anchors.contains(&peak.id)));
    let toggle_plan: TogglePeak = |settings, id| toggle(&mut settings.peaks_off, id);
    let toggle_anchor: TogglePeak = |settings, id| toggle(&mut settings.anchors, id);
    html! {
        <div>
            <fieldset class="settings-peaks">
                <legend>{ CalendarText::Peaks.say(props.language) }</legend>
                for (peak, is_on) in plan { { peak_box(props, peak, is_on, toggle_plan) } }
            </fieldset>
            <fieldset class="settings-peaks">
                <legend>{ CalendarText::Anchors.say(props.language) }</legend>
                <p class="quiet">{ CalendarText::AnchorsHint.say(props.language) }</p>
                for (peak, is_on) in anchors { { peak_box(props, peak, is_on, toggle_anchor) } }
            </fieldset>
        </div>
    }
}

type TogglePeak = fn(&mut CalendarSettings, &str);

fn toggle(ids: &mut std::collections::BTreeSet<String>, id: &str) {
    if !ids.remove(id) {
        ids.insert(id.to_owned());
    }
}

fn peak_box(props: &SettingsProps, peak: &Peak, is_on: bool, toggle: TogglePeak) -> Html {
    let (settled, id) = (props.clone(), peak.id.clone());
    let onchange = move |_: Event| settled.change(|settings| toggle(settings, &id));
    html! {
        <label key={peak.id.clone()}>
            <input type="checkbox" checked={is_on} {onchange} />
            { peak.label.text(props.language) }<span class="quiet">{ format!(" ({})", days(peak)) }</span>
        </label>
    }
}

/// `15/11–15/12` or `8/3`.
fn days(peak: &Peak) -> String {
    let day = |(month, day): (u32, u32)| format!("{day}/{month}");
    if peak.from == peak.to { day(peak.from) } else { format!("{}–{}", day(peak.from), day(peak.to)) }
}

/// Days kept free: a list, and two fields for the next.
#[component]
fn Blackouts(props: &SettingsProps) -> Html {
    let language = props.language;
    let first = use_state(|| None::<NaiveDate>);
    let last = use_state(|| None::<NaiveDate>);
    let span = first.and_then(|first| Span::new(first, last.unwrap_or(first)));
    let add = {
        let (settled, first, last) = (props.clone(), first.clone(), last.clone());
        move |_: MouseEvent| {
            if let Some(span) = span {
                settled.change(|settings| settings.blackouts.push(span));
                first.set(None);
                last.set(None);
            }
        }
    };
    html! {
        <fieldset class="settings-blackouts">
            <legend>{ CalendarText::Blackouts.say(language) }</legend>
            <ul>for span in props.now().blackouts.iter() { <li>{ blackout(props, *span) }</li> }</ul>
            { day_field(language, &CalendarText::From, &first) }
            { day_field(language, &CalendarText::To, &last) }
            <button type="button" class="button" disabled={span.is_none()} onclick={add}>
                { CalendarText::AddBlackout.say(language) }
            </button>
        </fieldset>
    }
}

fn blackout(props: &SettingsProps, span: Span) -> Html {
    let (language, settled) = (props.language, props.clone());
    let onclick = move |_: MouseEvent| settled.change(|settings| settings.blackouts.retain(|other| *other != span));
    let words = CalendarText::RemoveBlackout { from: span.from(), to: span.to() };
    html! { <button type="button" class="link-button" {onclick}>{ words.say(language) }</button> }
}

fn day_field(language: Language, label: &CalendarText, day: &UseStateHandle<Option<NaiveDate>>) -> Html {
    let value = day.map(iso).unwrap_or_default();
    let day = day.clone();
    let oninput = move |event: InputEvent| day.set(day_of(&value_of(&event)));
    html! { <label><span>{ label.say(language) }</span><input type="date" {value} {oninput} /></label> }
}
