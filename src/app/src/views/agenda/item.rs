//! One item of one unit: what to do, about what, why on this day, and what can be done with it.

use super::acts::{AgendaActs, day_of, held_kind, is_kept, iso};
use super::clash::{clash, is_useless};
use crate::effects::value_of;
use crate::views::facts::fact;
use domain::{AgendaItem, AgendaSlice, Language, NaiveDate, Pin, Suggestion, Summary, TopicLine};
use std::rc::Rc;
use wording::Say;
use wording::agenda::{CalendarText, Conflict, Told, day_reason, law_line, support_line, unmet};
use yew::prelude::*;

/// An item.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ItemProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda.
    pub(super) slice: Rc<AgendaSlice>,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// The item.
    pub(super) item: AgendaItem,
    /// What is done with it.
    pub(super) acts: AgendaActs,
}

/// The name of a peak; one that the plan does not name says so.
pub(super) fn peak_name(slice: &AgendaSlice, id: &str, language: Language) -> String {
    match slice.peak(id) {
        Some((label, true)) => label.text(language).to_owned(),
        Some((label, false)) => format!("{} ({})", label.text(language), Told::OutsidePlan.say(language)),
        None => id.to_owned(),
    }
}

/// The topic in one line, the details in a fold, and the buttons.
#[component]
pub(super) fn ItemMore(props: &ItemProps) -> Html {
    let ItemProps { language, slice, item, .. } = props;
    let suggestion = slice.suggestion(item);
    html! {
        <>
            if let Some(topic) = &suggestion.topic {
                <p class="item-topic">
                    { Told::Topic.say(*language) }{ ": " }{ topic_line(*language, topic) }
                </p>
            }
            for wish in item.unmet.iter() { <p class="item-unmet">{ unmet(*language, *wish) }</p> }
            <details class="item-more">
                <summary>{ CalendarText::Details.say(*language) }</summary>
                { details(props, &suggestion) }
            </details>
            <Buttons ..props.clone() />
        </>
    }
}

fn topic_line(language: Language, topic: &TopicLine) -> Html {
    html! {
        <>
            { topic.label.text(language) }
            if !topic.clauses.is_empty() {
                <span class="quiet">{ format!(" ({})", topic.clauses.join(", ")) }</span>
            }
        </>
    }
}

fn details(props: &ItemProps, suggestion: &Suggestion) -> Html {
    let ItemProps { language, slice, item, .. } = props;
    let peak = item.peak.as_ref().map(|id| peak_name(slice, id, *language)).unwrap_or_default();
    let near = match &item.reason {
        domain::DayReason::Peak { id, .. } => peak_name(slice, id, *language),
        _ => peak,
    };
    html! {
        <div class="item-details">
            <dl>
            { fact(&CalendarText::WhyThisDay.say(*language), [day_reason(*language, &item.reason, &near)]) }
            { fact(&Told::Audience.say(*language), suggestion.audience.iter().map(|word| word.label.text(*language))) }
            { fact(&Told::Channel.say(*language), suggestion.channel.iter().map(|word| word.label.text(*language))) }
            if let Some(alongside) = &suggestion.alongside {
                <div><dt>{ Told::Alongside.say(*language) }</dt><dd>{ topic_line(*language, alongside) }</dd></div>
            }
            { fact(&Told::of_body(item.kind).say(*language), suggestion.support.iter().map(|line| support_line(*language, line))) }
            </dl>
            { law_fold(*language, suggestion) }
        </div>
    }
}

/// Laws are many and long: they are a fold of their own.
fn law_fold(language: Language, suggestion: &Suggestion) -> Html {
    let laws: Vec<&domain::LawNow> = laws(suggestion).collect();
    if laws.is_empty() {
        return Html::default();
    }
    html! {
        <details class="item-laws">
            <summary>{ Told::Laws.say(language) }{ format!(" ({})", laws.len()) }</summary>
            <ul>for law in laws { <li>{ law_line(language, law) }</li> }</ul>
        </details>
    }
}

fn laws(suggestion: &Suggestion) -> impl Iterator<Item = &domain::LawNow> {
    suggestion.topic.iter().chain(&suggestion.alongside).flat_map(|topic| &topic.laws)
}

/// The form that is open below an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Move,
    Done,
}

#[component]
fn Buttons(props: &ItemProps) -> Html {
    let ItemProps { language, slice, item, acts, .. } = props;
    let form = use_state(|| None::<Form>);
    let act = |act: fn(&AgendaActs, &AgendaSlice, &AgendaItem)| {
        let (acts, slice, item) = (acts.clone(), Rc::clone(slice), item.clone());
        Callback::from(move |_: MouseEvent| act(&acts, &slice, &item))
    };
    let (pin, pin_words) = match is_kept(item) {
        true => {
            let unpin = |acts: &AgendaActs, slice: &AgendaSlice, item: &AgendaItem| {
                acts.unpin(slice, Pin { key: item.key(), date: item.date });
            };
            (act(unpin), CalendarText::Unpin)
        }
        false => (act(|acts, slice, item| acts.pin(slice, item, item.date)), CalendarText::Pin),
    };
    html! {
        <div class="item-acts">
            { opener(*language, &form, Form::Move, &CalendarText::Move) }
            <button type="button" class="link-button" onclick={pin}>{ pin_words.say(*language) }</button>
            <button type="button" class="link-button" onclick={act(AgendaActs::drop_item)}>
                { CalendarText::Drop.say(*language) }
            </button>
            if held_kind(item).is_some() { { opener(*language, &form, Form::Done, &CalendarText::MarkDone) } }
            if *form == Some(Form::Move) { <MoveForm ..props.clone() /> }
            if *form == Some(Form::Done) { <DoneForm ..props.clone() /> }
        </div>
    }
}

/// A button that opens its form, or closes it.
fn opener(language: Language, form: &UseStateHandle<Option<Form>>, own: Form, words: &CalendarText) -> Html {
    let is_open = **form == Some(own);
    let form = form.clone();
    let onclick = move |_: MouseEvent| form.set((!is_open).then_some(own));
    html! {
        <button type="button" class="link-button" aria-expanded={is_open.to_string()} {onclick}>
            { words.say(language) }
        </button>
    }
}

/// A date field that keeps the last day that was typed whole.
fn date_field(
    label: wording::Text,
    day: &UseStateHandle<NaiveDate>,
    (min, max): (Option<NaiveDate>, NaiveDate),
) -> Html {
    let value = iso(**day);
    let day = day.clone();
    let oninput = move |event: InputEvent| {
        if let Some(typed) = day_of(&value_of(&event)) {
            day.set(typed);
        }
    };
    html! { <label><span>{ label }</span><input type="date" {value} min={min.map(iso)} max={iso(max)} {oninput} /></label> }
}

/// Another day, what speaks against it, and a button that moves the item all the same.
#[component]
fn MoveForm(props: &ItemProps) -> Html {
    let ItemProps { language, slice, summary, item, acts } = props;
    let day = use_state(|| item.date);
    let conflict = clash(slice, summary.as_of, item, *day);
    let useless = conflict.as_ref().is_some_and(is_useless);
    let onsubmit = {
        let (acts, slice, item, day) = (acts.clone(), Rc::clone(slice), item.clone(), *day);
        move |event: SubmitEvent| {
            event.prevent_default();
            acts.pin(&slice, &item, day);
        }
    };
    let words = if conflict.is_some() { CalendarText::MoveAnyway } else { CalendarText::MoveThere };
    html! {
        <form class="item-form" {onsubmit}>
            { date_field(CalendarText::MoveTo.say(*language), &day, (Some(item.earliest), item.latest)) }
            <button type="submit" class="button" disabled={useless || *day == item.date}>{ words.say(*language) }</button>
            <p class="item-conflict" role="status">{ conflict.map(|conflict| conflict.say(*language)).unwrap_or_default() }</p>
        </form>
    }
}

/// The day on which it was held: it becomes a row of the data. What lies after the as-of day would not count yet.
#[component]
fn DoneForm(props: &ItemProps) -> Html {
    let ItemProps { language, slice, summary, item, acts } = props;
    let day = use_state(|| summary.as_of);
    let onsubmit = {
        let (acts, slice, item, day) = (acts.clone(), Rc::clone(slice), item.clone(), *day);
        move |event: SubmitEvent| {
            event.prevent_default();
            acts.hold(&slice, &item, day);
        }
    };
    html! {
        <form class="item-form" {onsubmit}>
            { date_field(CalendarText::DoneOn.say(*language), &day, (None, summary.as_of)) }
            <button type="submit" class="button" disabled={*day > summary.as_of}>{ CalendarText::AddRow.say(*language) }</button>
            <p class="quiet">{ CalendarText::DoneHint.say(*language) }</p>
        </form>
    }
}

/// The day that is dropped on, told while dragging.
pub(super) fn day_mark(conflict: Option<&Conflict>) -> &'static str {
    match conflict {
        None => "free",
        Some(conflict) if is_useless(conflict) => "useless",
        Some(_) => "unusual",
    }
}

/// An item on its way to another day.
#[derive(Clone, PartialEq)]
pub(super) struct Drag {
    /// The item.
    pub(super) item: Option<AgendaItem>,
    /// Told what is dragged, or that nothing is any more.
    pub(super) on_drag: Callback<Option<AgendaItem>>,
    /// Told where it was dropped.
    pub(super) on_drop: Callback<(AgendaItem, NaiveDate)>,
}

impl Drag {
    /// Begins with `item`; Firefox drags nothing that carries no text.
    pub(super) fn start(&self, item: AgendaItem) -> Callback<DragEvent> {
        let on_drag = self.on_drag.clone();
        Callback::from(move |event: DragEvent| {
            if let Some(data) = event.data_transfer() {
                let _ = data.set_data("text/plain", &iso(item.date));
            }
            on_drag.emit(Some(item.clone()));
        })
    }

    /// Ends wherever it is.
    pub(super) fn end(&self) -> Callback<DragEvent> {
        self.on_drag.reform(|_| None)
    }
}
