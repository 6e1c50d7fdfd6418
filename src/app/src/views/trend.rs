//! How targets went from period to period, as bars with their numbers and as tables; people reached and money spent.

mod drawn;

use crate::route::Route;
use crate::views::chart::save_button;
use crate::views::words::own;
use domain::{Language, State, Summary, TargetTrend, TrendPoint, TrendSlice, YearReach};
use std::collections::BTreeSet;
use std::rc::Rc;
use wording::overview::target_code;
use wording::shell::Shell;
use wording::trend::{TrendText, narrow, share};
use wording::{Say, dates};
use yew::prelude::*;

/// A bar with its gap, the height of a full one, and room above and below, in units of the picture.
const STEP: u32 = 46;
const BAR: u32 = 30;
const HEIGHT: u32 = 64;
const TOP: u32 = 16;
const FOOT: u32 = 18;
/// As many periods as a phone shows at once: of more the rest is reached by keys, too.
const SEEN_AT_ONCE: usize = 4;

/// What the screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TrendPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary, for the scope.
    pub(crate) summary: Rc<Summary>,
    /// The trends, once they have come.
    pub(crate) trend: Option<Rc<TrendSlice>>,
    /// Source and plan, for pictures.
    pub(crate) source: Vec<String>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The screen.
#[component]
pub(crate) fn TrendPage(props: &TrendPageProps) -> Html {
    let language = props.language;
    html! {
        <>
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ TrendText::Title.say(language) }{ scope(&props.summary) }</h1>
                    <p class="lead">{ TrendText::Lead.say(language) }</p>
                </div>
            </header>
            if let Some(trend) = &props.trend {
                { content(props, trend) }
            } else {
                <p class="quiet">{ Shell::Loading.say(language) }</p>
            }
        </>
    }
}

fn scope(summary: &Summary) -> String {
    summary.scope.as_ref().map(|line| format!(": {}", line.name)).unwrap_or_default()
}

fn content(props: &TrendPageProps, trend: &TrendSlice) -> Html {
    let language = props.language;
    if trend.targets.is_empty() {
        return html! { <p class="quiet">{ TrendText::Nothing.say(language) }</p> };
    }
    html! {
        <>
            <p class="quiet">{ TrendText::UnknownLegend.say(language) }</p>
            <div class="trends">
                for target in trend.targets.iter() { { card(props, target) } }
            </div>
            { reach(language, &trend.years) }
        </>
    }
}

fn card(props: &TrendPageProps, trend: &TargetTrend) -> Html {
    let language = props.language;
    let id = format!("trend-{}", trend.target);
    html! {
        <section class="card trend" data-wide={(trend.points.len() > 6).then_some("yes")} key={trend.target.clone()} aria-labelledby={id.clone()}>
            <h2 {id}><span class="code">{ target_code(language, &trend.target) }</span>{ " " }{ trend.label.text(language) }</h2>
            { chart(language, trend) }
            <details>
                <summary>{ TrendText::AsTable.say(language) }</summary>
                { table(language, &trend.points) }
            </details>
            { save(props, trend) }
        </section>
    }
}

fn save(props: &TrendPageProps, trend: &TargetTrend) -> Html {
    let (language, title) = (props.language, drawn::title(props.language, trend));
    let (trend, as_of, source) = (trend.clone(), props.summary.as_of, props.source.clone());
    let name = format!("dien-bien-{}", trend.target);
    save_button(language, name, &title, move || drawn::chart(language, &trend, as_of, source.clone()))
}

/// Units of a period: those that met it, those of which nothing is known, all.
fn units(point: &TrendPoint) -> (u32, u32, u32) {
    let of = |state: State| point.counts.get(&state).copied().unwrap_or(0);
    (of(State::Met), of(State::NoData) + of(State::Uncertain), point.counts.values().sum())
}

fn chart(language: Language, trend: &TargetTrend) -> Html {
    let width = STEP * u32::try_from(trend.points.len()).unwrap_or(1);
    let hatch = format!("hatch-{}", trend.target);
    let label = trend.label.text(language).to_owned();
    html! {
        <div class="trend-chart" tabindex={(trend.points.len() > SEEN_AT_ONCE).then_some("0")}>
            <svg role="img" aria-label={label} viewBox={format!("0 0 {width} {}", TOP + HEIGHT + FOOT)}>
                <defs>
                    <pattern id={hatch.clone()} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <line class="trend-hatch" x1="0" y1="0" x2="0" y2="6" />
                    </pattern>
                </defs>
                for (place, point) in (0..).zip(trend.points.iter()) { { bar(language, place, point, &hatch) } }
            </svg>
        </div>
    }
}

/// A frame as tall as all units: filled from below as far as they met it, hatched from above as far as nothing is known.
/// A period that is not over has a dashed frame.
fn bar(language: Language, place: u32, point: &TrendPoint, hatch: &str) -> Html {
    let (met, unknown, of) = units(point);
    let tall = |units: u32| (HEIGHT * units).checked_div(of).unwrap_or(0);
    let (x, middle) = ((place * STEP + (STEP - BAR) / 2).to_string(), (place * STEP + STEP / 2).to_string());
    let period = dates::period_short(language, &point.period).into_owned();
    let (said, label) = match unknown == of {
        true => (TrendText::Unknown { period }, "?".to_owned()),
        false => (TrendText::Bar { period, met, of }, format!("{met}/{of}")),
    };
    html! {
        <g key={place} data-open={(!point.over).then_some("yes")}>
            <title>{ said.say(language) }</title>
            { block("trend-unknown", &x, TOP, tall(unknown), Some(format!("url(#{hatch})"))) }
            { block("trend-met", &x, TOP + HEIGHT - tall(met), tall(met), None) }
            { block("trend-all", &x, TOP, HEIGHT, None) }
            <text x={middle.clone()} y={(TOP - 4).to_string()}>{ label }</text>
            <text class="trend-period" x={middle} y={(TOP + HEIGHT + 12).to_string()}>{ narrow(&point.period) }</text>
        </g>
    }
}

fn block(class: &'static str, x: &str, y: u32, height: u32, fill: Option<String>) -> Html {
    let (x, y) = (x.to_owned(), y.to_string());
    html! { <rect {class} {x} {y} {fill} width={BAR.to_string()} height={height.to_string()} /> }
}

/// Periods × states; states that nobody is in are left out.
fn table(language: Language, points: &[TrendPoint]) -> Html {
    let states: BTreeSet<State> = points.iter().flat_map(|point| point.counts.keys().copied()).collect();
    html! {
        <div class="table-scroll" tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ TrendText::Period.say(language) }</th>
                        <th scope="col">{ TrendText::Units.say(language) }</th>
                        for state in states.iter() { <th scope="col">{ state.say(language) }</th> }
                    </tr>
                </thead>
                <tbody>for point in points { { row(language, point, &states) } }</tbody>
            </table>
        </div>
    }
}

fn row(language: Language, point: &TrendPoint, states: &BTreeSet<State>) -> Html {
    let open = (!point.over).then(|| format!(" ({})", TrendText::StillOpen.say(language)));
    html! {
        <tr>
            <th scope="row">{ dates::period(language, &point.period) }{ open.unwrap_or_default() }</th>
            <td>{ units(point).2 }</td>
            for state in states { <td>{ point.counts.get(state).copied().unwrap_or(0) }</td> }
        </tr>
    }
}

fn reach(language: Language, years: &[YearReach]) -> Html {
    if years.is_empty() {
        return Html::default();
    }
    let columns = [
        TrendText::Year,
        TrendText::Activities,
        TrendText::People,
        TrendText::Women,
        TrendText::Cost,
        TrendText::Sources,
    ];
    html! {
        <section class="card trend-reach" aria-labelledby="trend-reach">
            <h2 id="trend-reach">{ TrendText::Reach.say(language) }</h2>
            <p class="quiet">{ TrendText::ReachHint.say(language) }</p>
            <div class="table-scroll" tabindex="0">
                <table>
                    <thead><tr>for column in columns { <th scope="col">{ column.say(language) }</th> }</tr></thead>
                    <tbody>for year in years { { year_row(language, year) } }</tbody>
                </table>
            </div>
        </section>
    }
}

fn year_row(language: Language, year: &YearReach) -> Html {
    let women = (year.people_beside_women > 0).then(|| share(language, year.women, year.people_beside_women));
    html! {
        <tr>
            <th scope="row">{ year.year }</th>
            <td>{ dates::number(language, year.activities) }</td>
            <td>{ figure(language, year.people, (year.people_rows, year.rows)) }</td>
            <td>{ women.unwrap_or_else(|| TrendText::NotSaid.say(language).into_owned()) }</td>
            <td>{ figure(language, year.cost, (year.cost_rows, year.rows)) }</td>
            <td>{ sources(language, year) }</td>
        </tr>
    }
}

/// A sum with the number of rows that say it.
fn figure(language: Language, sum: u64, (said, of): (u32, u32)) -> Html {
    if said == 0 {
        return html! { <span class="quiet">{ TrendText::NotSaid.say(language) }</span> };
    }
    html! {
        <>
            { dates::number(language, sum) }
            <br /><span class="small quiet">{ TrendText::OfRows { said, of }.say(language) }</span>
        </>
    }
}

fn sources(language: Language, year: &YearReach) -> Html {
    let name = |source: &str| match source {
        "" => html! { TrendText::NoSource.say(language) },
        source => own(source),
    };
    html! {
        <>
            for (source, cost) in year.by_source.iter() {
                <div>{ name(source) }{ ": " }{ dates::number(language, *cost) }</div>
            }
        </>
    }
}
