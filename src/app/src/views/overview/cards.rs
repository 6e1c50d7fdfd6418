//! The two cards beside the targets: what falls due next, and how complete the data is.

use super::decide::{result, share_due, waiting};
use crate::route::{AgendaView, MatrixView, ReportView, Route};
use crate::views::date_tile::{DateTile, TileFoot};
use crate::views::link::Link;
use domain::{Completeness, DeadlineLine, Language, ReportKind, State, Summary};
use std::rc::Rc;
use wording::overview::{OverviewText, capital};
use wording::reports::ReportsText;
use wording::{Say, dates};
use yew::prelude::*;

/// What a card shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CardProps {
    /// The language.
    pub(super) language: Language,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// Leads to another screen.
    pub(super) on_open: Callback<Route>,
}

/// How many deadlines the card names.
const NAMED: usize = 4;

/// What falls due next.
#[component]
pub(super) fn DeadlinesCard(props: &CardProps) -> Html {
    let CardProps { language, summary, on_open } = props;
    let deadlines = &summary.overview.deadlines;
    html! {
        <section class="card" aria-labelledby="overview-deadlines">
            <h2 id="overview-deadlines">{ OverviewText::Deadlines.say(*language) }</h2>
            if deadlines.is_empty() {
                <p class="quiet">{ OverviewText::NoDeadline.say(*language) }</p>
            }
            <ul class="todo">
                for line in deadlines.iter().take(NAMED) {
                    <li key={format!("{} {}", line.target, line.period)}>{ deadline(props, line) }</li>
                }
            </ul>
            <p><Link class="alone" to={Route::Agenda(AgendaView::default())} {on_open}>{ OverviewText::ToAgenda.say(*language) }</Link></p>
        </section>
    }
}

fn deadline(props: &CardProps, line: &DeadlineLine) -> Html {
    let language = props.language;
    html! {
        <>
            <DateTile {language} day={line.date} foot={TileFoot::Month} />
            <div>
                <h3>{ line.label.text(language) }</h3>
                <p class="quiet">{ capital(&dates::period(language, &line.period)) }{ ": " }{ who(props, line) }</p>
            </div>
        </>
    }
}

/// Who still has to act: units with a list, units that hand something in, or a share with its figures.
fn who(props: &CardProps, line: &DeadlineLine) -> Html {
    let CardProps { language, summary, on_open } = props;
    if let Some(share) = share_due(summary, &line.target) {
        return html! { result(share).say(*language) };
    }
    let open = OverviewText::StillToAct(line.open).say(*language);
    let Some(submission) = line.submission else {
        return html! { <Link to={Route::Matrix(waiting(summary, line))} {on_open}>{ open }</Link> };
    };
    let is_report = ReportKind::ALL.into_iter().any(|kind| kind.submission() == Some(submission));
    html! {
        <>
            { open }
            if is_report {
                { " " }
                <Link to={Route::Report(ReportView::default())} {on_open}>{ ReportsText::Open.say(*language) }</Link>
            }
        </>
    }
}

/// How complete the data is.
#[component]
pub(super) fn CompletenessCard(props: &CardProps) -> Html {
    let CardProps { language, summary, on_open } = props;
    let silent = Route::Matrix(MatrixView::of(Some(State::NoData), None));
    html! {
        <section class="card" aria-labelledby="overview-completeness">
            <h2 id="overview-completeness">{ OverviewText::Completeness.say(*language) }</h2>
            <dl class="figures">
                for kind in summary.overview.completeness.iter() {
                    { kind_line(*language, kind) }
                }
            </dl>
            if summary.overview.completeness.iter().any(|kind| !kind.has_roster) {
                <p class="quiet">{ OverviewText::NoRoster.say(*language) }</p>
            }
            <p><Link class="alone" to={silent} {on_open}>{ OverviewText::ToSilentUnits.say(*language) }</Link></p>
        </section>
    }
}

fn kind_line(language: Language, line: &Completeness) -> Html {
    html! {
        <div key={line.kind.code()}>
            <dt>{ capital(&line.kind.say(language)) }</dt>
            <dd>{ line.say(language) }</dd>
        </div>
    }
}
