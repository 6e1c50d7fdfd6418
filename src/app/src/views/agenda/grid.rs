//! A month as one real table. Arrow keys walk the days, Page Up and Page Down the months; a day shows its items alone.

use super::clash::{clash, is_useless};
use super::decide::{peaks_in, peaks_on};
use super::item::{Drag, day_mark};
use super::month::{Month, Step};
use crate::effects::use_focus_part;
use chrono::Datelike;
use domain::{AgendaItem, AgendaSlice, DayOff, Language, NaiveDate, Summary};
use std::collections::BTreeMap;
use std::rc::Rc;
use wording::agenda::{AgendaText, CalendarText, Conflict, full_title, month_title, weekday, weekday_short};
use wording::{Say, dates};
use yew::prelude::*;

/// Items named in a day's cell; the others are counted.
const NAMED: usize = 2;

/// What the grid shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GridProps {
    /// The language.
    pub(super) language: Language,
    /// The summary, for peaks, deadlines and the as-of day.
    pub(super) summary: Rc<Summary>,
    /// The items of the month.
    pub(super) items: Rc<Vec<AgendaItem>>,
    /// The month.
    pub(super) month: Month,
    /// The day shown alone.
    pub(super) day: Option<NaiveDate>,
    /// Told which day alone is to be shown.
    pub(super) on_day: Callback<Option<NaiveDate>>,
    /// Told which month is to be shown.
    pub(super) on_month: Callback<Month>,
    /// The agenda, for days off and for what speaks against a day.
    pub(super) slice: Rc<AgendaSlice>,
    /// An item on its way to another day.
    pub(super) drag: Drag,
}

/// The month.
#[component]
pub(super) fn Grid(props: &GridProps) -> Html {
    let GridProps { language, month, on_month, .. } = props;
    let cursor = use_state(|| None::<NaiveDate>);
    let moves = use_state(|| 0_u32);
    let over = use_state(|| None::<NaiveDate>);
    let here = use_node_ref();
    use_focus_part(&here, *moves);
    let at = (*cursor).filter(|day| Month::of(*day) == *month).or(month.first_day());
    let onkeydown = walk(*month, at, &cursor, &moves, on_month);
    html! {
        <section class="month-frame">
            { head(props) }
            <table class="month" {onkeydown} aria-describedby="month-hint">
                <caption class="visually-hidden">{ month_title(*language, month.year(), month.number()) }</caption>
                { weekdays(*language) }
                <tbody>
                    for week in month.weeks() {
                        <tr>for day in week { { cell(props, day, at, (&here, &over)) } }</tr>
                    }
                </tbody>
            </table>
            <p id="month-hint" class="visually-hidden">{ AgendaText::GridHint.say(*language) }</p>
            <p class="quiet month-drag" role="status">{ drag_line(props, *over) }</p>
        </section>
    }
}

/// Keys move the cursor; past the month's edge they turn the page.
fn walk(
    month: Month,
    at: Option<NaiveDate>,
    cursor: &UseStateHandle<Option<NaiveDate>>,
    moves: &UseStateHandle<u32>,
    on_month: &Callback<Month>,
) -> Callback<KeyboardEvent> {
    let (cursor, moves, on_month) = (cursor.clone(), moves.clone(), on_month.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some((step, day)) = Step::of_key(&event.key()).zip(at) else { return };
        event.prevent_default();
        let next = step.taken_from(day);
        cursor.set(Some(next));
        moves.set(*moves + 1);
        if Month::of(next) != month {
            on_month.emit(Month::of(next));
        }
    })
}

fn head(props: &GridProps) -> Html {
    let GridProps { language, month, on_month, summary, .. } = props;
    let peaks = peaks_in(&summary.overview.peaks, *month);
    let names: Vec<&str> = peaks.iter().map(|peak| peak.label.text(*language)).collect();
    html! {
        <div class="month-head">
            { turn(*language, &AgendaText::PreviousMonth, "‹", on_month.reform({ let to = month.previous(); move |_| to })) }
            <h2>{ month_title(*language, month.year(), month.number()) }</h2>
            { turn(*language, &AgendaText::NextMonth, "›", on_month.reform({ let to = month.next(); move |_| to })) }
            if !names.is_empty() {
                <p class="month-peak">{ AgendaText::Peak.say(*language) }{ ": " }{ names.join("; ") }</p>
            }
        </div>
    }
}

fn turn(language: Language, words: &AgendaText, sign: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="month-turn" aria-label={words.say(language).to_string()} {onclick}>{ sign }</button>
    }
}

fn weekdays(language: Language) -> Html {
    html! {
        <thead>
            <tr>
                for place in 0..7_u32 {
                    <th scope="col" key={place} abbr={weekday(language, place).to_string()}>
                        { weekday_short(language, place) }
                    </th>
                }
            </tr>
        </thead>
    }
}

fn cell(
    props: &GridProps,
    day: NaiveDate,
    at: Option<NaiveDate>,
    (here, over): (&NodeRef, &UseStateHandle<Option<NaiveDate>>),
) -> Html {
    let GridProps { summary, month, slice, .. } = props;
    if Month::of(day) != *month {
        return html! { <td class="month-other" key={day.to_string()}><span aria-hidden="true">{ day.day() }</span></td> };
    }
    let peak = peaks_on(&summary.overview.peaks, day).next().is_some().then_some("yes");
    let as_of = (summary.as_of == day).then_some("yes");
    let off = day_off(slice, day).map(|_| "yes");
    let here = if at == Some(day) { here.clone() } else { NodeRef::default() };
    let mark = props.drag.item.as_ref().map(|item| day_mark(conflict(props, item, day).as_ref()));
    let (ondragover, ondrop) = dropping(props, day, over);
    html! {
        <td key={day.to_string()} data-peak={peak} data-as-of={as_of} data-off={off} data-drop={mark} {ondragover} {ondrop}>
            { day_button(props, day, at, here) }
        </td>
    }
}

fn conflict(props: &GridProps, item: &AgendaItem, day: NaiveDate) -> Option<Conflict> {
    let GridProps { summary, slice, .. } = props;
    clash(slice, summary.as_of, item, day)
}

/// A day takes an item unless it would be useless there.
fn dropping(
    props: &GridProps,
    day: NaiveDate,
    over: &UseStateHandle<Option<NaiveDate>>,
) -> (Option<Callback<DragEvent>>, Option<Callback<DragEvent>>) {
    let Some(item) = props.drag.item.clone() else { return (None, None) };
    let useless = conflict(props, &item, day).as_ref().is_some_and(is_useless);
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            if !useless {
                event.prevent_default();
            }
            if *over != Some(day) {
                over.set(Some(day));
            }
        })
    };
    let ondrop = props.drag.on_drop.reform(move |event: DragEvent| {
        event.prevent_default();
        // The page takes files that are dropped on it.
        event.stop_propagation();
        (item.clone(), day)
    });
    (Some(ondragover), Some(ondrop))
}

/// What speaks against the day under the pointer; how to move an item, while none is moved.
fn drag_line(props: &GridProps, over: Option<NaiveDate>) -> String {
    let language = props.language;
    let Some((item, day)) = props.drag.item.as_ref().zip(over) else {
        return CalendarText::DragHint.say(language).into_owned();
    };
    let said = conflict(props, item, day).map(|conflict| conflict.say(language).into_owned()).unwrap_or_default();
    format!("{}: {said}", dates::day(day))
}

fn day_button(props: &GridProps, day: NaiveDate, at: Option<NaiveDate>, here: NodeRef) -> Html {
    let items: Vec<&AgendaItem> = props.items.iter().filter(|item| item.date == day).collect();
    let pressed = props.day == Some(day);
    // A day with nothing on it shows the whole month again.
    let (on_day, next) = (props.on_day.clone(), (!pressed && !items.is_empty()).then_some(day));
    let onclick = move |_| on_day.emit(next);
    let tabindex = if at == Some(day) { "0" } else { "-1" };
    html! {
        <button type="button" ref={here} {tabindex} {onclick} aria-pressed={pressed.to_string()}>
            <span class="visually-hidden">{ label(props, day, &items) }</span>
            <time datetime={day.to_string()} aria-hidden="true">{ day.day() }</time>
            { off_mark(props, day) }
            { deadlines(props, day) }
            { named(props, &items) }
        </button>
    }
}

/// `Thứ Ba 12/11/2024, 1 việc: Tin, bài`
fn label(props: &GridProps, day: NaiveDate, items: &[&AgendaItem]) -> String {
    let language = props.language;
    let count = AgendaText::Items(u32::try_from(items.len()).unwrap_or(u32::MAX)).say(language);
    let name = weekday(language, day.weekday().num_days_from_monday());
    let titles: Vec<String> = titles(props, items).into_iter().map(|(title, _)| title).collect();
    let off = day_off(&props.slice, day).map(|off| format!(", {}", off.say(language)));
    let due = due_on(props, day).map(|label| format!(", {}: {label}", AgendaText::Deadline.say(language)));
    let titles = if titles.is_empty() { String::new() } else { format!(": {}", titles.join("; ")) };
    format!("{name} {}{}, {count}{titles}{}", dates::day(day), off.unwrap_or_default(), due.collect::<String>())
}

fn due_on(props: &GridProps, day: NaiveDate) -> impl Iterator<Item = &str> {
    let language = props.language;
    let duties = props.summary.overview.deadlines.iter().filter(move |line| line.is_duty() && line.date == day);
    duties.map(move |line| line.label.text(language))
}

/// A holiday, a break or a day to be kept free; no mere weekend.
fn day_off(slice: &AgendaSlice, day: NaiveDate) -> Option<&DayOff> {
    slice.days.iter().find(|line| line.date == day)?.for_all()
}

fn off_mark(props: &GridProps, day: NaiveDate) -> Html {
    let said = day_off(&props.slice, day).map(|off| off.say(props.language));
    html! { if let Some(said) = said { <span class="month-off" aria-hidden="true">{ said }</span> } }
}

fn deadlines(props: &GridProps, day: NaiveDate) -> Html {
    html! { for label in due_on(props, day) { <span class="month-deadline" aria-hidden="true">{ label }</span> } }
}

/// Titles of the day, each once with its number of items; those beyond the first few are counted.
fn named(props: &GridProps, items: &[&AgendaItem]) -> Html {
    let language = props.language;
    let titles = titles(props, items);
    let more = titles.iter().skip(NAMED).map(|(_, count)| count).sum();
    let single = |wanted: &str| items.iter().find(|item| title_of(props, item) == wanted);
    html! {
        <>
            for (title, count) in titles.iter().take(NAMED) {
                { chip(props, AgendaText::Times(title.clone(), *count).say(language), single(title).filter(|_| *count == 1)) }
            }
            if more > 0 { <span class="month-more" aria-hidden="true">{ AgendaText::MoreOnDay(more).say(language) }</span> }
        </>
    }
}

fn titles(props: &GridProps, items: &[&AgendaItem]) -> Vec<(String, u32)> {
    let mut titles: BTreeMap<String, u32> = BTreeMap::new();
    for item in items {
        *titles.entry(title_of(props, item)).or_default() += 1;
    }
    titles.into_iter().collect()
}

fn title_of(props: &GridProps, item: &AgendaItem) -> String {
    full_title(props.language, item, props.slice.duty(item), None).into_owned()
}

/// One item can be dragged; several together cannot.
fn chip(props: &GridProps, words: wording::Text, item: Option<&&AgendaItem>) -> Html {
    let start = item.map(|item| props.drag.start((*item).clone()));
    let draggable = if start.is_some() { "true" } else { "false" };
    html! {
        <span class="month-item" aria-hidden="true" {draggable} ondragstart={start} ondragend={props.drag.end()}>{ words }</span>
    }
}
