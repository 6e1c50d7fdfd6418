//! Counts by place: each unit directly below the scope with all that belong to it. Going down narrows the scope of the
//! whole page, so that the bar above stays in step.

use crate::choice::Choice;
use crate::effects::use_focus;
use crate::route::{MatrixView, Route};
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::words::{naming, own};
use domain::{Language, RollupRow, RollupSlice, StateCounts, Summary, TierColumn, UnitIndex, UnitLine};
use std::rc::Rc;
use wording::overview::target_code;
use wording::shell::Shell;
use wording::tiers::{TiersText, groups_words, in_groups, met_of};
use wording::{Say, dates};
use yew::prelude::*;

/// What the screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RollupPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary, for scope and year.
    pub(crate) summary: Rc<Summary>,
    /// The counts, once they have come.
    pub(crate) rollup: Option<Rc<RollupSlice>>,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The screen.
#[component]
pub(crate) fn RollupPage(props: &RollupPageProps) -> Html {
    let RollupPageProps { language, summary, rollup, on_open, .. } = props;
    let scope = summary.scope.as_ref();
    use_focus(scope.map(|unit| unit.unit), true);
    let title = TiersText::Title { scope: scope.map(|unit| unit.name.clone()), year: summary.year };
    html! {
        <div class="rollup-screen">
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ title.say(*language) }</h1>
                    <p class="lead">{ TiersText::Lead.say(*language) }</p>
                </div>
                <div class="button-row">
                    <Link class="button" to={Route::Matrix(MatrixView::default())} {on_open}>
                        { TiersText::ToUnits.say(*language) }
                    </Link>
                </div>
            </header>
            if let Some(rollup) = rollup {
                { way_up(props, rollup) }
                { content(props, rollup) }
            } else {
                <p class="quiet">{ Shell::Loading.say(*language) }</p>
            }
        </div>
    }
}

/// The scope and all above it; each of them leads up.
fn way_up(props: &RollupPageProps, rollup: &RollupSlice) -> Html {
    let language = props.language;
    let Some((here, above)) = rollup.path.split_last() else {
        let everything = TiersText::Everything.say(language);
        return html! { <p class="crumbs"><b>{ everything }</b></p> };
    };
    html! {
        <nav class="crumbs" aria-label={TiersText::Path.say(language).into_owned()}>
            <ol>
                for unit in above { <li key={unit.unit.0}>{ goes_to(props, unit, unit.name.clone()) }</li> }
                <li aria-current="location"><b>{ &here.name }</b></li>
            </ol>
        </nav>
    }
}

fn goes_to(props: &RollupPageProps, unit: &UnitLine, label: String) -> Html {
    let id = unit.id.clone();
    let onclick = props.on_choose.reform(move |_: MouseEvent| Choice::Scope(id.clone()));
    html! { <button type="button" class="link-button" aria-label={label} {onclick}>{ &unit.name }</button> }
}

fn content(props: &RollupPageProps, rollup: &RollupSlice) -> Html {
    let language = props.language;
    if rollup.rows.is_empty() {
        return html! { <p class="card">{ TiersText::Nothing.say(language) }</p> };
    }
    let (places, bodies): (Vec<&RollupRow>, Vec<&RollupRow>) =
        rollup.rows.iter().partition(|row| row.unit.kind.level().is_some());
    let both = !places.is_empty() && !bodies.is_empty();
    html! {
        <div class="rollup-frame" tabindex="0" role="region" aria-label={TiersText::ToRollup.say(language).into_owned()}>
            <table class="rollup">
                <thead>
                    <tr>
                        <th scope="col">{ TiersText::UnitColumn.say(language) }</th>
                        for column in rollup.columns.iter() { { head(language, column) } }
                    </tr>
                </thead>
                { group(props, rollup, &places, both.then_some(TiersText::Places)) }
                { group(props, rollup, &bodies, both.then_some(TiersText::Bodies)) }
                <tfoot>
                    <tr>
                        <th scope="row">{ TiersText::Whole.say(language) }</th>
                        for counts in rollup.whole.iter() { <td>{ cell(language, counts) }</td> }
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn head(language: Language, column: &TierColumn) -> Html {
    let period = column.period.as_ref().map(|period| dates::period_short(language, period));
    html! {
        <th scope="col" key={column.target.target.clone()}>
            { target_code(language, &column.target.target) }
            if let Some(period) = period { { ", " }{ period } }
            <small>{ column.target.label.text(language) }</small>
        </th>
    }
}

fn group(props: &RollupPageProps, rollup: &RollupSlice, rows: &[&RollupRow], heading: Option<TiersText>) -> Html {
    let language = props.language;
    if rows.is_empty() {
        return Html::default();
    }
    let columns = (rollup.columns.len() + 1).to_string();
    html! {
        <tbody>
            if let Some(heading) = heading {
                <tr class="rollup-group"><th scope="rowgroup" colspan={columns}>{ heading.say(language) }</th></tr>
            }
            for row in rows.iter() {
                <tr key={row.unit.unit.0}>
                    <th scope="row">{ name(props, row) }</th>
                    for counts in row.counts.iter() { <td>{ cell(language, counts) }</td> }
                </tr>
            }
        </tbody>
    }
}

/// A place with others below it leads down, any other to its own page.
fn name(props: &RollupPageProps, row: &RollupRow) -> Html {
    let RollupPageProps { language, summary, on_open, .. } = props;
    if leads_down(row, summary.scope.as_ref().map(|scope| scope.unit)) {
        let label = TiersText::GoDown(row.unit.name.clone()).say(*language).into_owned();
        return html! {
            <>
                <span class="rollup-down">{ goes_to(props, &row.unit, label) }<IconView icon={Icon::Down} /></span>
                <small>{ TiersText::Below(row.below).say(*language) }{ ended(*language, summary, row) }</small>
            </>
        };
    }
    let itself = summary.scope.as_ref().is_some_and(|scope| scope.unit == row.unit.unit);
    let name = &row.unit.name;
    let words =
        if itself { naming(*language, &TiersText::Itself(name.clone()).say(*language), name) } else { own(name) };
    html! { <Link to={Route::unit(&row.unit)} {on_open}>{ words }</Link> }
}

/// A place that is no more, for units that only the data name.
fn ended(language: Language, summary: &Summary, row: &RollupRow) -> String {
    let to = row.unit.life.to.filter(|to| *to < summary.as_of).map(|to| TiersText::Ended(to).say(language));
    to.map(|to| format!(", {to}")).unwrap_or_default()
}

fn leads_down(row: &RollupRow, scope: Option<UnitIndex>) -> bool {
    row.below > 0 && scope != Some(row.unit.unit)
}

/// `7/9` over a small bar that prints the number of units in each group.
fn cell(language: Language, counts: &StateCounts) -> Html {
    let (met, of) = met_of(counts);
    if of == 0 {
        return html! { <span class="quiet" aria-hidden="true">{ "–" }</span> };
    }
    let words = groups_words(language, counts);
    html! {
        <>
            <b>{ format!("{}/{}", dates::number(language, met), dates::number(language, of)) }</b>
            <span class="visually-hidden">{ words.clone() }</span>
            <ul class="bar" aria-hidden="true" title={words.clone()}>
                for (group, units) in in_groups(counts) {
                    <li key={group.code()} data-group={group.code()} data-tens={(percent(units, of) / 10).to_string()}
                        data-ones={(percent(units, of) % 10).to_string()}>
                        <span class="bar-part"><span class="bar-count">{ dates::number(language, units) }</span></span>
                    </li>
                }
            </ul>
            // Paper has no colours: there the same stands in words.
            <small class="rollup-words" aria-hidden="true">{ words }</small>
        </>
    }
}

/// Of the bar's length; never nothing.
fn percent(units: u32, of: u32) -> u32 {
    let percent = u64::from(units) * 100 / u64::from(of.max(1));
    u32::try_from(percent).unwrap_or(100).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Life, UnitKind, UnitSource};

    fn row(unit: u32, below: u32) -> RollupRow {
        let (id, kind, source) = (unit.to_string(), UnitKind::District, UnitSource::Shipped);
        let name = format!("Huyện {unit}");
        let unit =
            UnitLine { unit: UnitIndex(unit), id, name, parent: String::new(), kind, source, life: Life::default() };
        RollupRow { unit, below, counts: Vec::new() }
    }

    #[test]
    fn only_a_place_with_others_below_it_leads_down_and_never_to_itself() {
        assert!(leads_down(&row(3, 7), None));
        assert!(!leads_down(&row(3, 0), None));
        assert!(!leads_down(&row(3, 7), Some(UnitIndex(3))));
    }

    #[test]
    fn every_part_of_a_bar_can_be_seen() {
        assert_eq!([percent(1, 1_000), percent(3, 4), percent(4, 4), percent(0, 0)], [1, 75, 100, 1]);
    }
}
