//! The reports: which one, a preview whose blanks can be filled in, what to know before it is handed in, and everything it
//! can be taken along as.

mod choose;
pub(crate) mod decide;
mod form;
mod known;
mod paper;
mod row;
mod take;
mod told;

use crate::choice::Choice;
use crate::effects;
use crate::route::{MatrixView, ReportView, Route};
use crate::state::{BlankKey, Filled, FormEvent, OrderFile, SuperiorForm};
use crate::views::link::Link;
use crate::views::words::naming;
use choose::{KindCard, UnitChoice};
use decide::Asked;
use domain::{FormsSlice, Language, PlanSlice, ReportSlice, Summary, UnitSlice};
use form::FormCard;
use known::KnownCard;
use paper::Papers;
use protocol::ExportFormat;
use std::rc::Rc;
use take::TakeCard;
use wording::Say;
use wording::reports::{ReportsText, report_kind};
use wording::shell::Shell;
use yew::prelude::*;

/// What the screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReportsPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// The plan, once it has come.
    pub(crate) plan: Option<Rc<PlanSlice>>,
    /// What the address asks for.
    pub(crate) view: ReportView,
    /// What that comes to.
    pub(crate) asked: Asked,
    /// The report, once it has come.
    pub(crate) report: Option<Rc<ReportSlice>>,
    /// The worker refused something: what has not come will not come.
    pub(crate) is_refused: bool,
    /// Its unit, once it has come.
    pub(crate) unit: Option<Rc<UnitSlice>>,
    /// What was written into blanks.
    pub(crate) filled: Rc<Filled>,
    /// The orders of columns at hand, once they have come.
    pub(crate) forms: Option<Rc<FormsSlice>>,
    /// A template of columns that is not in force.
    pub(crate) order_file: Option<OrderFile>,
    /// The superior's form that is being filled.
    pub(crate) form: Option<SuperiorForm>,
    /// The data are samples.
    pub(crate) is_sample: bool,
    /// What can be done here.
    pub(crate) acts: ReportActs,
}

/// What can be done with a report.
#[derive(Clone, PartialEq)]
pub(crate) struct ReportActs {
    /// Writes into a blank.
    pub(crate) on_write: Callback<(BlankKey, String)>,
    /// Asks for a file to download, with the texts of the blanks.
    pub(crate) on_take: Callback<(ExportFormat, Vec<String>)>,
    /// Around forms.
    pub(crate) form: FormActs,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// What can be done with a superior's form and with templates of columns.
#[derive(Clone, PartialEq)]
pub(crate) struct FormActs {
    /// Takes a form.
    pub(crate) on_form_file: Callback<Vec<web_sys::File>>,
    /// Something is said about it.
    pub(crate) on_form: Callback<FormEvent>,
    /// Saves it filled.
    pub(crate) on_form_save: Callback<()>,
    /// Takes a template.
    pub(crate) on_order_file: Callback<Vec<web_sys::File>>,
    /// What was wrong with a template has been read.
    pub(crate) on_order_close: Callback<()>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
}

/// The screen.
#[component]
pub(crate) fn ReportsPage(props: &ReportsPageProps) -> Html {
    let ReportsPageProps { language, summary, view, asked, acts, .. } = props;
    html! {
        <div class="reports">
            { head(props) }
            if let (Some(form), Some(_)) = (&props.form, &props.report) {
                <FormCard language={*language} form={form.clone()} acts={acts.form.clone()} />
            }
            <div class="report-columns">
                <div class="report-choice">
                    <KindCard
                        language={*language} {summary} plan={props.plan.clone()} view={view.clone()} asked={*asked}
                        on_open={&acts.on_open}
                    />
                </div>
                { beside(props) }
                <div class="report-paper">{ paper(props) }</div>
            </div>
        </div>
    }
}

fn head(props: &ReportsPageProps) -> Html {
    let language = props.language;
    let title = match (&props.report, props.asked) {
        (Some(report), _) => {
            let (blanks, filled) = props.filled.count(report);
            ReportsText::Title { blanks, filled }.say(language)
        }
        (None, Asked::NeedsUnit(_)) => ReportsText::NeedsUnit.say(language),
        (None, Asked::Unknown(kind) | Asked::Report { kind, .. }) if props.is_refused => report_kind(language, kind),
        (None, Asked::Unknown(_) | Asked::Report { .. }) => ReportsText::Loading.say(language),
    };
    html! {
        <header class="page-head">
            <div>
                <h1 tabindex="-1">{ title }</h1>
                <p class="lead">{ naming(language, &ReportsText::Lead.say(language), "30/2020/NĐ-CP") }</p>
            </div>
        </header>
    }
}

fn beside(props: &ReportsPageProps) -> Html {
    let Some(report) = &props.report else { return Html::default() };
    let ReportsPageProps { language, summary, plan, unit, acts, is_sample, .. } = props;
    let texts: Vec<String> = props.filled.of(report).into_iter().map(|(_, text)| text).collect();
    html! {
        <div class="report-side">
            <TakeCard
                language={*language} {summary} plan={plan.clone()} report={Rc::clone(report)} unit={unit.clone()} {texts}
                forms={props.forms.clone()} order_file={props.order_file.clone()} is_sample={*is_sample}
                view={props.view.clone()} on_take={&acts.on_take} form_acts={acts.form.clone()} on_open={&acts.on_open}
            />
            <KnownCard
                language={*language} {summary} report={Rc::clone(report)} is_sample={*is_sample} on_open={&acts.on_open}
            />
        </div>
    }
}

fn paper(props: &ReportsPageProps) -> Html {
    let ReportsPageProps { language, report, filled, asked, acts, .. } = props;
    match (report, asked) {
        (Some(report), _) => {
            html! { <Papers language={*language} report={Rc::clone(report)} {filled} on_write={&acts.on_write} /> }
        }
        (None, Asked::NeedsUnit(_)) => needs_unit(props),
        (None, Asked::Report { .. } | Asked::Unknown(_)) if props.is_refused => {
            html! { <p class="card">{ ReportsText::NotThere.say(*language) }</p> }
        }
        (None, Asked::Report { .. } | Asked::Unknown(_)) => {
            html! { <p class="quiet">{ Shell::Loading.say(*language) }</p> }
        }
    }
}

/// A report of a unit where nobody knows which.
fn needs_unit(props: &ReportsPageProps) -> Html {
    let ReportsPageProps { language, summary, view, acts, .. } = props;
    html! {
        <div class="card stack">
            <p>{ ReportsText::NeedsUnitHint.say(*language) }</p>
            <UnitChoice language={*language} {summary} view={view.clone()} on_open={&acts.on_open} />
            <p>
                <Link class="button" to={Route::Matrix(MatrixView::default())} on_open={&acts.on_open}>
                    { ReportsText::AllUnits.say(*language) }
                </Link>
            </p>
        </div>
    }
}

/// Leads to the choice of the day above.
fn to_day() {
    effects::unfold("as-of");
}
