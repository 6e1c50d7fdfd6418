//! The list of a month: day, what to do, who, which gaps it closes and why, the latest day.

use super::acts::{AgendaActs, is_kept};
use super::decide::{Entry, Names, entries, names};
use super::item::{Drag, ItemMore, peak_name};
use super::month::Month;
use crate::route::Route;
use crate::views::date_tile::{DateTile, TileFoot};
use crate::views::link::Link;
use domain::{AgendaItem, AgendaSlice, Closes, ItemKind, Language, NaiveDate, Summary, UnitIndex, UnitLine};
use std::rc::Rc;
use wording::agenda::{AgendaText, CalendarText, full_title, gap, units_counted, who};
use wording::overview::capital;
use wording::{Say, dates};
use yew::prelude::*;

/// Entries drawn at once.
const BATCH: usize = 60;

/// What the list shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda, for the names of its units.
    pub(super) slice: Rc<AgendaSlice>,
    /// The summary, for the names of peaks.
    pub(super) summary: Rc<Summary>,
    /// The items of the month.
    pub(super) items: Rc<Vec<AgendaItem>>,
    /// The month.
    pub(super) month: Month,
    /// Only this day.
    pub(super) day: Option<NaiveDate>,
    /// Leads to a unit.
    pub(super) on_open: Callback<Route>,
    /// Told which day alone is to be shown.
    pub(super) on_day: Callback<Option<NaiveDate>>,
    /// What is done with single items.
    pub(super) acts: AgendaActs,
    /// An item on its way to another day.
    pub(super) drag: Drag,
}

/// The list.
#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let ListProps { language, slice, items, day, .. } = props;
    let limit = use_state(|| BATCH);
    let shown: Vec<&AgendaItem> = items.iter().filter(|item| day.is_none_or(|day| item.date == day)).collect();
    let entries = entries(&shown);
    let names = names(&slice.units);
    let more = entries.len() > *limit;
    let onclick = {
        let limit = limit.clone();
        move |_| limit.set(*limit + BATCH)
    };
    html! {
        <section class="card agenda-list" aria-labelledby="agenda-list">
            { head(props, shown.len()) }
            if entries.is_empty() { <p class="quiet">{ AgendaText::EmptyMonth.say(*language) }</p> }
            <ol class="todo">
                for day in days(&entries, *limit) { { day_line(props, &names, day) } }
            </ol>
            if more { <button type="button" class="button" {onclick}>{ AgendaText::More.say(*language) }</button> }
        </section>
    }
}

fn head(props: &ListProps, shown: usize) -> Html {
    let ListProps { language, month, day, on_day, .. } = props;
    let count = AgendaText::Items(u32::try_from(shown).unwrap_or(u32::MAX)).say(*language);
    let on_day = on_day.clone();
    let onclick = move |_| on_day.emit(None);
    html! {
        <div class="agenda-list-head">
            <h2 id="agenda-list">{ AgendaText::MonthList(month.number()).say(*language) }</h2>
            <span class="quiet">{ count }</span>
            if let Some(day) = day {
                <button type="button" class="chip" aria-pressed="true" {onclick}>
                    { AgendaText::OnlyDay(*day).say(*language) }
                </button>
            }
        </div>
    }
}

/// The first entries, those of one day together.
fn days(entries: &[Entry], limit: usize) -> impl Iterator<Item = &[Entry]> {
    let first = entries.get(..limit.min(entries.len())).unwrap_or_default();
    first.chunk_by(|one, next| one.item.date == next.item.date)
}

fn day_line(props: &ListProps, names: &Names<'_>, entries: &[Entry]) -> Html {
    let Some(day) = entries.first().map(|entry| entry.item.date) else { return Html::default() };
    html! {
        <li key={day.to_string()}>
            <DateTile language={props.language} {day} foot={TileFoot::Weekday} />
            <div class="agenda-day">for entry in entries.iter() { { line(props, names, entry) } }</div>
        </li>
    }
}

fn line(props: &ListProps, names: &Names<'_>, entry: &Entry) -> Html {
    let (language, slice) = (props.language, &props.slice);
    let single = entry.single();
    let item = single.as_ref().unwrap_or(&entry.item);
    let peak = item.peak.as_ref().map(|id| AgendaText::OnPeak(peak_name(slice, id, language)));
    let form = single.as_ref().and_then(|item| slice.suggestion(item).form);
    let dragged = single.as_ref().map(|item| props.drag.start(item.clone()));
    let draggable = if single.is_some() { "true" } else { "false" };
    html! {
        <div class="agenda-item" {draggable} ondragstart={dragged} ondragend={props.drag.end()}>
            <h3>{ full_title(language, item, slice.duty(item), form.as_ref()) }
                if is_kept(item) { <span class="chip item-kept">{ CalendarText::Pinned.say(language) }</span> }
            </h3>
            { units(props, names, entry) }
            <p class="quiet">
                { gaps(props, names, entry) }
                { " · " }{ AgendaText::Latest(item.latest).say(language) }
                if let Some(peak) = peak { { " · " }{ peak.say(language) } }
            </p>
            if let Some(item) = &single {
                <ItemMore {language} {slice} summary={&props.summary} item={item.clone()} acts={props.acts.clone()} />
            }
        </div>
    }
}

/// One unit by name; several as a number that opens their names.
fn units(props: &ListProps, names: &Names<'_>, entry: &Entry) -> Html {
    match entry.units.as_slice() {
        [only] => html! { <p>{ unit_link(props.language, names, *only, &props.on_open) }</p> },
        several => html! {
            <UnitsFold language={props.language} slice={&props.slice} units={several.to_vec()} on_open={&props.on_open} />
        },
    }
}

/// Which units a fold names.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct UnitsFoldProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda, for the names.
    pub(super) slice: Rc<AgendaSlice>,
    /// The units.
    pub(super) units: Vec<Option<UnitIndex>>,
    /// Leads to a unit.
    pub(super) on_open: Callback<Route>,
}

/// A number of units that opens into their names; they are drawn only then.
#[component]
pub(super) fn UnitsFold(props: &UnitsFoldProps) -> Html {
    let UnitsFoldProps { language, slice, units, on_open } = props;
    let open = use_state(|| false);
    let onclick = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    let names = names(&slice.units);
    html! {
        <div class="units-fold">
            <button type="button" class="link-button" aria-expanded={open.to_string()} {onclick}>
                { units_counted(*language, u32::try_from(units.len()).unwrap_or(u32::MAX)) }
            </button>
            if *open {
                <ul>for unit in units.iter() { <li>{ unit_link(*language, &names, *unit, on_open) }</li> }</ul>
            }
        </div>
    }
}

/// A unit's name that leads to its page, with the name of its parent.
pub(super) fn unit_link(
    language: Language,
    names: &Names<'_>,
    unit: Option<UnitIndex>,
    on_open: &Callback<Route>,
) -> Html {
    let Some(line) = unit.and_then(|unit| names.get(&unit)) else { return html! { who(language, None) } };
    html! {
        <>
            <Link lang="vi" to={Route::unit(line)} {on_open}>{ line.name.as_str() }</Link>
            if !line.parent.is_empty() { <span class="quiet" lang="vi">{ ", " }{ &line.parent }</span> }
        </>
    }
}

/// The gaps it closes; where one unit acts, each leads to the reason.
fn gaps(props: &ListProps, names: &Names<'_>, entry: &Entry) -> Html {
    let language = props.language;
    let gaps: Vec<String> =
        entry.item.closes.iter().map(|closes| gap_named(language, entry.item.kind, closes)).collect();
    let to = match entry.units.as_slice() {
        [Some(only)] => names.get(only).map(|line| why_of(line, entry)),
        [None] => Some(Route::Overview),
        _ => None,
    };
    let gaps = match entry.item.kind {
        ItemKind::HandIn => capital(&gaps.join(", ")),
        _ => format!("{} {}", AgendaText::ClosesGaps.say(language), gaps.join(", ")),
    };
    html! {
        <>
            { gaps }
            if let Some(to) = to {
                { " · " }<Link {to} on_open={&props.on_open}>{ AgendaText::Why.say(language) }</Link>
            }
        </>
    }
}

/// The unit, open at the first gap.
fn why_of(line: &UnitLine, entry: &Entry) -> Route {
    entry.item.closes.first().map_or_else(|| Route::unit(line), |gap| Route::unit_at(line, &gap.target))
}

/// Duties go by their period, targets by their code, too.
pub(super) fn gap_named(language: Language, kind: ItemKind, closes: &Closes) -> String {
    match kind {
        ItemKind::HandIn => dates::period(language, &closes.period).into_owned(),
        _ => gap(language, closes).into_owned(),
    }
}
