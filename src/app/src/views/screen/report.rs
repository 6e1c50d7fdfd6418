//! What the reports screen is given.

use super::UnitNotFound;
use crate::app::callback;
use crate::effects::Desk;
use crate::route::ReportView;
use crate::state::{Action, Assessed, FilledEvent, FormEvent, Notice, State};
use crate::views::reports::decide::Asked;
use crate::views::reports::{FormActs, ReportActs, ReportsPage};
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
        form: form_acts(state, desk),
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
            is_refused={matches!(state.notice, Some(Notice::Refused(_)))}
            unit={unit.and_then(|unit| assessed.unit(unit))}
            filled={Rc::clone(&state.filled)}
            forms={assessed.forms()}
            order_file={state.order_file.clone()}
            form={state.form.clone()}
            is_sample={state.source.sample().is_some()}
            {acts}
        />
    }
}

fn form_acts(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> FormActs {
    let (tell, saved) = (state.dispatcher(), state.clone());
    let (forms, orders, saver) = (Rc::clone(desk), Rc::clone(desk), Rc::clone(desk));
    FormActs {
        on_form_file: Callback::from(move |files| forms.take_form(files)),
        on_form: callback(&tell, Action::Form),
        on_form_save: Callback::from(move |()| saver.save_form(&saved)),
        on_order_file: Callback::from(move |files: Vec<web_sys::File>| orders.take_order(&files)),
        on_order_close: callback(&tell, |()| Action::Form(FormEvent::Order(None))),
        on_undo: callback(&tell, Action::Undid),
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
