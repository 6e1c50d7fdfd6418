//! What the reports screen is given.

use super::UnitNotFound;
use crate::app::callback;
use crate::effects::Desk;
use crate::route::ReportView;
use crate::state::{Action, Assessed, FilledEvent, State};
use crate::views::reports::decide::Asked;
use crate::views::reports::{ReportActs, ReportsPage};
use protocol::ExportFormat;
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn report(state: &UseReducerHandle<State>, desk: &Rc<Desk>, assessed: &Assessed, view: &ReportView) -> Html {
    let (language, tell) = (state.language, state.dispatcher());
    let on_open = callback(&tell, Action::Opened);
    let Some(asked) = state.report_asked(view) else { return Html::default() };
    if matches!(asked, Asked::Unknown(_)) && assessed.matrix().is_some() {
        return html! { <UnitNotFound {language} {on_open} /> };
    }
    let (report, unit) = match asked {
        Asked::Report { kind, unit } => (assessed.report(kind, unit), unit),
        Asked::NeedsUnit(_) | Asked::Unknown(_) => (None, None),
    };
    let acts = ReportActs {
        on_write: callback(&tell, |(key, text)| Action::Filled(FilledEvent::Wrote(key, text))),
        on_take: taking(state, desk, asked),
        on_open,
    };
    html! {
        <ReportsPage
            {language}
            summary={Rc::clone(&assessed.summary)}
            plan={state.plan.clone()}
            view={view.clone()}
            {asked}
            {report}
            unit={unit.and_then(|unit| assessed.unit(unit))}
            filled={Rc::clone(&state.filled)}
            is_sample={state.source.sample().is_some()}
            {acts}
        />
    }
}

/// The Word file holds what was written, and so does the package; of everything else only the unit matters.
fn taking(state: &UseReducerHandle<State>, desk: &Rc<Desk>, asked: Asked) -> Callback<(ExportFormat, Vec<String>)> {
    let (exporter, exported, tell) = (Rc::clone(desk), state.clone(), state.dispatcher());
    let unit = match asked {
        Asked::Report { unit, .. } => unit,
        Asked::NeedsUnit(_) | Asked::Unknown(_) => None,
    };
    Callback::from(move |(format, texts): (ExportFormat, Vec<String>)| {
        exporter.export_filled(&exported, format, unit, texts);
        if matches!(format, ExportFormat::ReportDocx(_) | ExportFormat::Package) {
            tell.dispatch(Action::Filled(FilledEvent::Kept));
        }
    })
}
