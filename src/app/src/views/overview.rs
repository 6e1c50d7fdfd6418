//! The overview screen: what stands where against the plan, one line a target, what is due, how complete the data is.

mod bar;
mod cards;
pub(crate) mod decide;
mod drawn;
mod target;

use crate::route::{CompareView, ReportView, Route};
use crate::views::chart::save_button;
use crate::views::icons::{Icon, IconView};
use crate::views::later::Later;
use crate::views::link::Link;
use crate::views::mark::StateShape;
use crate::views::tiles::Tiles;
use cards::{CompletenessCard, DeadlinesCard};
use domain::{Language, Summary, TilesSlice};
use std::rc::Rc;
use target::TargetItem;
use wording::Say;
use wording::compare::CompareText;
use wording::overview::OverviewText;
use wording::reports::ReportsText;
use wording::states::Group;
use wording::tiers::TiersText;
use wording::trend::TrendText;
use yew::prelude::*;

/// What the overview shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OverviewPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// Units as tiles, once they have come.
    pub(crate) tiles: Option<Rc<TilesSlice>>,
    /// Source and plan, for pictures.
    pub(crate) source: Vec<String>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The overview screen.
#[component]
pub(crate) fn OverviewPage(props: &OverviewPageProps) -> Html {
    let OverviewPageProps { language, summary, tiles, source, on_open } = props;
    html! {
        <div class="overview">
            <PageHead language={*language} {summary} {on_open} />
            <div class="overview-columns">
                <Later><Targets ..props.clone() /></Later>
                <div class="overview-side">
                    <Later><DeadlinesCard language={*language} {summary} {on_open} /></Later>
                    <Later><CompletenessCard language={*language} {summary} {on_open} /></Later>
                    <p class="button-row">
                        <Link class="button" to={Route::Trend} {on_open}>{ TrendText::Open.say(*language) }</Link>
                        <Link class="button" to={Route::Compare(CompareView::default())} {on_open}>
                            { CompareText::Open.say(*language) }
                        </Link>
                        <Link class="button" to={Route::Rollup} {on_open}>{ TiersText::ToRollup.say(*language) }</Link>
                    </p>
                </div>
            </div>
            if let Some(slice) = tiles {
                <Later>
                    <Tiles language={*language} {slice} as_of={summary.as_of} source={source.clone()} {on_open} />
                </Later>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HeadProps {
    language: Language,
    summary: Rc<Summary>,
    on_open: Callback<Route>,
}

#[component]
fn PageHead(props: &HeadProps) -> Html {
    let HeadProps { language, summary, on_open } = props;
    let lead = OverviewText::Lead { as_of: summary.as_of, rows: summary.rows, units: summary.units_seen };
    html! {
        <header class="page-head">
            <div>
                <h1 tabindex="-1">{ decide::headline(summary).say(*language) }</h1>
                <p class="lead">
                    { lead.say(*language) }{ " " }{ OverviewText::SilenceIsNoFailure.say(*language) }
                </p>
            </div>
            <div class="button-row">
                <Link class="button primary" to={Route::Report(ReportView::default())} {on_open}>
                    <IconView icon={Icon::File} />{ ReportsText::Open.say(*language) }
                </Link>
            </div>
        </header>
    }
}

#[component]
fn Targets(props: &OverviewPageProps) -> Html {
    let OverviewPageProps { language, summary, on_open, .. } = props;
    let targets = &summary.overview.targets;
    html! {
        <section class="card" aria-labelledby="overview-targets">
            <div class="overview-targets-head">
                <h2 id="overview-targets">{ OverviewText::Targets(targets.len()).say(*language) }</h2>
                <Legend language={*language} shown={decide::groups_shown(targets)} />
            </div>
            <ul class="targets">
                for line in targets.iter() {
                    <TargetItem key={line.target.as_str()} language={*language} line={line.clone()} {on_open} />
                }
            </ul>
            { save(props) }
        </section>
    }
}

fn save(props: &OverviewPageProps) -> Html {
    let (language, summary, source) = (props.language, Rc::clone(&props.summary), props.source.clone());
    let (name, title) = (format!("muc-tieu-{}", summary.year), drawn::title(language, &summary));
    save_button(language, name, &title, move || drawn::chart(language, &summary, source.clone()))
}

#[derive(Clone, PartialEq, Properties)]
struct LegendProps {
    language: Language,
    shown: Vec<Group>,
}

/// The groups of the bars: hue, shape and word.
#[component]
fn Legend(props: &LegendProps) -> Html {
    html! {
        <ul class="legend">
            for group in props.shown.iter().copied() {
                <li class="mark" data-group={group.code()} key={group.code()}>
                    <StateShape state={decide::representative(group)} />
                    { OverviewText::Legend(group).say(props.language) }
                </li>
            }
        </ul>
    }
}
