//! The order of the row's columns: that of a template, or put together here; saved and taken as a template file.

use super::super::FormActs;
use super::cells::moved;
use crate::choice::Choice;
use crate::effects::{self, value_of};
use crate::route::{ReportView, Route};
use crate::state::OrderFile;
use crate::views::picker::{FilePicker, Picks};
use crate::views::words::naming;
use domain::{Bilingual, FormChoice, FormOrder, FormsSlice, Language, PlanProblem, RowColumn};
use std::rc::Rc;
use wording::Say;
use wording::reports::{OrderText, RowText};
use wording::rule_file::RuleFileText;
use yew::prelude::*;

/// What the order needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OrderProps {
    /// The language.
    pub(super) language: Language,
    /// The orders of columns at hand.
    pub(super) forms: Rc<FormsSlice>,
    /// A template that is not in force.
    pub(super) order_file: Option<OrderFile>,
    /// What the address asks for.
    pub(super) view: ReportView,
    /// The columns shown.
    pub(super) columns: Vec<RowColumn>,
    /// What can be done with templates.
    pub(super) acts: FormActs,
    /// Leads to another order.
    pub(super) on_open: Callback<Route>,
}

/// The order.
#[component]
pub(super) fn OrderOfRow(props: &OrderProps) -> Html {
    html! {
        <>
            { order(props) }
            { template(props) }
        </>
    }
}

fn order(props: &OrderProps) -> Html {
    let OrderProps { language, forms, view, on_open, .. } = props;
    let language = *language;
    let Some(in_force) = forms.in_force() else { return Html::default() };
    let title = in_force.title.text(language).to_owned();
    let goes = |columns: Vec<RowColumn>| {
        let view = ReportView { columns, ..view.clone() };
        on_open.reform(move |_: MouseEvent| Route::Report(view.clone()))
    };
    if view.columns.is_empty() {
        let own = vec![RowColumn::Unit, RowColumn::Events, RowColumn::EventPeople, RowColumn::News];
        let text = OrderText::InForce { title, columns: in_force.columns.len() };
        return html! {
            <>
                <p class="small">{ text.say(language) }</p>
                <button type="button" class="button small" onclick={goes(own)}>{ RowText::Own.say(language) }</button>
            </>
        };
    }
    html! {
        <>
            <ol class="report-order">
                for (at, column) in view.columns.iter().enumerate() {
                    <li key={at}>
                        <span>{ column.say(language) }</span>
                        { step(language, RowText::Before, *column, moved(&view.columns, at, at.checked_sub(1)), &goes) }
                        { step(language, RowText::After, *column, moved(&view.columns, at, at.checked_add(1)), &goes) }
                        { step(language, RowText::Remove, *column, Some(without(&view.columns, at)), &goes) }
                    </li>
                }
            </ol>
            { add(props) }
            <button type="button" class="button small" onclick={goes(Vec::new())}>
                { OrderText::BackTo(title).say(language) }
            </button>
        </>
    }
}

/// One step of a column; nothing where it cannot be taken.
fn step(
    language: Language,
    text: RowText,
    column: RowColumn,
    to: Option<Vec<RowColumn>>,
    goes: &impl Fn(Vec<RowColumn>) -> Callback<MouseEvent>,
) -> Html {
    let label = format!("{}: {}", text.say(language), column.say(language));
    let sign = match text {
        RowText::Before => "↑",
        RowText::After => "↓",
        _ => "×",
    };
    let (disabled, onclick) = (to.is_none(), goes(to.unwrap_or_default()));
    html! {
        <button type="button" class="icon-button" aria-label={label.clone()} title={label} {disabled} {onclick}>{ sign }</button>
    }
}

fn without(columns: &[RowColumn], at: usize) -> Vec<RowColumn> {
    columns.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, column)| *column).collect()
}

fn add(props: &OrderProps) -> Html {
    let OrderProps { language, view, on_open, .. } = props;
    let (view, on_open) = (view.clone(), on_open.clone());
    let onchange = move |event: Event| {
        let columns = view.columns.iter().copied().chain(RowColumn::from_code(&value_of(&event))).collect();
        on_open.emit(Route::Report(ReportView { columns, ..view.clone() }));
    };
    html! {
        // Made anew with every column, so that it stands at "add" again.
        <label class="field" key={props.view.columns.len()}>
            { RowText::Add.say(*language) }
            <select {onchange}>
                <option value="" selected=true>{ "…" }</option>
                for column in RowColumn::ALL {
                    <option key={column.code()} value={column.code()}>{ column.say(*language) }</option>
                }
            </select>
        </label>
    }
}

/// The order as a file, and a file as the order.
fn template(props: &OrderProps) -> Html {
    let OrderProps { language, forms, order_file, acts, .. } = props;
    let language = *language;
    let saved = saved(props);
    let save = Callback::from(move |_: MouseEvent| {
        let name = OrderText::FileName.say(language);
        effects::save_text(&name, "application/toml", &saved.text());
    });
    let back = Choice::Form(FormChoice::Shipped);
    let on_back = acts.on_undo.reform(move |_: MouseEvent| back.clone());
    let label = OrderText::Choose.say(language).into_owned();
    html! {
        <>
            if let Some((name, _)) = &forms.own {
                <p class="small">{ naming(language, &OrderText::Own(name.clone()).say(language), name) }</p>
                <button type="button" class="button small" onclick={on_back}>{ OrderText::ToShipped.say(language) }</button>
            }
            <button type="button" class="button small" onclick={save}>{ OrderText::Save.say(language) }</button>
            <FilePicker {label} class="small" accept=".toml" picks={Picks::One} on_files={&acts.on_order_file} />
            <p class="small quiet">{ OrderText::ChooseHint.say(language) }</p>
            if let Some(file) = order_file { { refused(language, file, acts) } }
        </>
    }
}

/// The order shown, as a template.
fn saved(OrderProps { forms, view, columns, .. }: &OrderProps) -> FormOrder {
    let in_force = forms.in_force().filter(|_| view.columns.is_empty());
    let title = |language| OrderText::OwnTitle.say(language).into_owned();
    let own = || forms.ordered(Bilingual { vi: title(Language::Vi), en: title(Language::En) }, columns);
    in_force.cloned().unwrap_or_else(own)
}

/// A template that is not in force, and why.
fn refused(language: Language, file: &OrderFile, acts: &FormActs) -> Html {
    let (text, problems) = match file {
        OrderFile::Checking(name) => (OrderText::Checking(name.clone()), None),
        OrderFile::Unreadable(name) => (OrderText::Unreadable(name.clone()), None),
        OrderFile::NotOne(name) => (OrderText::NotOne(name.clone()), None),
        OrderFile::Refused(name, problems) => {
            (OrderText::Refused { name: name.clone(), errors: problems.len() }, Some(problems))
        }
    };
    let is_bad = !matches!(file, OrderFile::Checking(_));
    let close = acts.on_order_close.reform(|_: MouseEvent| ());
    html! {
        <div class="rule-report" data-group={if is_bad { "bad" } else { "open" }}>
            <div class="rule-report-head" role={if is_bad { "alert" } else { "status" }}>
                <p><b>{ text.say(language) }</b></p>
                if problems.is_some() { <p>{ OrderText::RefusedHint.say(language) }</p> }
            </div>
            if is_bad {
                <button type="button" class="button small" onclick={close}>{ RuleFileText::Close.say(language) }</button>
            }
            if let Some(problems) = problems { { listing(language, problems) } }
        </div>
    }
}

fn listing(language: Language, problems: &[PlanProblem]) -> Html {
    html! {
        <div class="rule-problems">
            if language == Language::Vi { <p class="small quiet">{ RuleFileText::Messages.say(language) }</p> }
            <ol>
                for (place, problem) in problems.iter().enumerate() {
                    <li key={place}><pre tabindex="0" lang="en">{ &problem.text }</pre></li>
                }
            </ol>
        </div>
    }
}
