//! The choice of a report, and of the unit that hands it in.

use super::decide::{self, Asked};
use crate::effects::value_of;
use crate::route::{ReportView, Route, UnitKey};
use domain::{Language, PlanSlice, ReportKind, Summary};
use std::rc::Rc;
use wording::Say;
use wording::reports::{ReportsText, report_kind, report_kind_hint};
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct KindProps {
    /// The language.
    pub(super) language: Language,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// The plan, once it has come.
    pub(super) plan: Option<Rc<PlanSlice>>,
    /// What the address asks for.
    pub(super) view: ReportView,
    /// What that comes to.
    pub(super) asked: Asked,
    /// Leads to another report.
    pub(super) on_open: Callback<Route>,
}

/// The kinds.
#[component]
pub(super) fn KindCard(props: &KindProps) -> Html {
    let KindProps { language, summary, view, asked, on_open, .. } = props;
    html! {
        <section class="card report-kinds">
            <fieldset>
                <legend>{ ReportsText::Kind.say(*language) }</legend>
                { for ReportKind::ALL.into_iter().map(|kind| choice(props, kind)) }
            </fieldset>
            // Where nobody knows the unit, it is asked for in the report's own place.
            if matches!(asked, Asked::Report { unit: Some(_), .. }) {
                <UnitChoice language={*language} {summary} view={view.clone()} {on_open} />
            }
        </section>
    }
}

fn choice(props: &KindProps, kind: ReportKind) -> Html {
    let (language, view) = (props.language, props.view.clone());
    let onchange = props.on_open.reform(move |_: Event| Route::Report(ReportView { kind: Some(kind), ..view.clone() }));
    let hint = report_kind_hint(language, kind, props.plan.as_deref().and_then(|plan| plan.deadline(kind)));
    html! {
        <label key={kind.code()}>
            <input type="radio" name="report-kind" checked={kind == props.asked.kind()} {onchange} />
            <span>{ report_kind(language, kind) }<small>{ hint }</small></span>
        </label>
    }
}

/// What the choice of a unit needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct UnitProps {
    /// The language.
    pub(super) language: Language,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// What the address asks for.
    pub(super) view: ReportView,
    /// Leads to another report.
    pub(super) on_open: Callback<Route>,
}

/// The units at hand; nothing where there is none to choose.
#[component]
pub(super) fn UnitChoice(props: &UnitProps) -> Html {
    let UnitProps { language, summary, view, on_open } = props;
    if decide::units(summary).count() < 2 {
        return Html::default();
    }
    let (shown, units, on_open) = (view.clone(), Rc::clone(summary), on_open.clone());
    let onchange = move |event: Event| {
        let id = value_of(&event);
        let unit = decide::units(&units).find(|line| line.id == id).map(UnitKey::of);
        on_open.emit(Route::Report(ReportView { unit, ..shown.clone() }));
    };
    let is_chosen = |line: &domain::UnitLine| match &view.unit {
        Some(key) => key.names(line),
        None => summary.scope.as_ref().is_some_and(|scope| scope.unit == line.unit),
    };
    let chosen = decide::units(summary).any(is_chosen);
    html! {
        <label class="field">
            { ReportsText::Unit.say(*language) }
            <select {onchange}>
                <option value="" selected={!chosen}>{ ReportsText::NoUnit.say(*language) }</option>
                for line in decide::units(summary) {
                    <option lang="vi" key={line.id.clone()} value={line.id.clone()} selected={is_chosen(line)}>
                        { decide::name_with_parent(line) }
                    </option>
                }
            </select>
        </label>
    }
}
