//! The screen of comparisons: the data shown against themselves on another day, or against another set of files.

mod counts;
pub(crate) mod decide;
mod list;
mod rows;
mod sides;

use crate::route::{CompareView, CompareWay, Route};
use crate::state::OtherSet;
use crate::views::link::Link;
use counts::Counts;
use domain::{CompareSide, CompareSlice, Language, NaiveDate, Summary};
use list::List;
use rows::RowsCard;
use sides::{DaysCard, SetsCard, unread};
use std::rc::Rc;
use wording::Say;
use wording::compare::CompareText;
use wording::readings::ReadingFilter;
use yew::prelude::*;

/// What the screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ComparePageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// The day on which the page was opened.
    pub(crate) today: NaiveDate,
    /// What is compared, and what of it is listed.
    pub(crate) view: CompareView,
    /// The other set of files.
    pub(crate) other: Option<OtherSet>,
    /// The latest answer; perhaps still that to the question before.
    pub(crate) answer: Option<Rc<CompareSlice>>,
    /// There is a question.
    pub(crate) asked: Asked,
    /// What the user can do.
    pub(crate) acts: CompareActs,
}

/// How far the answer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// There is nothing to compare with yet.
    Nothing,
    /// It is on its way.
    Coming,
    /// It is the one shown.
    Answered,
}

/// What the user can do on the screen.
#[derive(Clone, PartialEq)]
pub(crate) struct CompareActs {
    /// Chooses another set of files.
    pub(crate) on_files: Callback<Vec<web_sys::File>>,
    /// Forgets it.
    pub(crate) on_close: Callback<()>,
    /// Saves a table under a name.
    pub(crate) on_save: Callback<(String, String)>,
    /// Leads to another screen, or to another view of this one.
    pub(crate) on_open: Callback<Route>,
}

/// The screen.
#[component]
pub(crate) fn ComparePage(props: &ComparePageProps) -> Html {
    let ComparePageProps { language, view, answer, asked, acts, .. } = props;
    html! {
        <div class="compare">
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ CompareText::Title.say(*language) }{ scope(&props.summary) }</h1>
                    <p class="lead">{ CompareText::Lead.say(*language) }</p>
                </div>
            </header>
            <div class="stack">
                <section class="card compare-choice" aria-label={CompareText::Ways.say(*language).into_owned()}>
                    <div class="chips" role="group" aria-label={CompareText::Ways.say(*language).into_owned()}>
                        { way(props, CompareWay::Day(None), &CompareText::TwoDays) }
                        { way(props, CompareWay::Files, &CompareText::TwoSets) }
                    </div>
                    { other_side(props) }
                </section>
                if *asked == Asked::Coming && answer.is_none() {
                    <p class="quiet" role="status">{ CompareText::Comparing.say(*language) }</p>
                }
                if let Some(answer) = answer {
                    <Outcome
                        language={*language} view={view.clone()} answer={Rc::clone(answer)}
                        fresh={*asked == Asked::Answered} acts={acts.clone()}
                    />
                }
            </div>
        </div>
    }
}

fn scope(summary: &Summary) -> String {
    summary.scope.as_ref().map(|line| format!(": {}", line.name)).unwrap_or_default()
}

fn way(props: &ComparePageProps, way: CompareWay, words: &CompareText) -> Html {
    let is_chosen = std::mem::discriminant(&props.view.way) == std::mem::discriminant(&way);
    let to = CompareView { way, ..CompareView::default() };
    let onclick = props.acts.on_open.reform(move |_: MouseEvent| Route::Compare(to.clone()));
    html! {
        <button type="button" class="chip" aria-pressed={is_chosen.to_string()} {onclick}>
            { words.say(props.language) }
        </button>
    }
}

fn other_side(props: &ComparePageProps) -> Html {
    let ComparePageProps { language, summary, today, view, other, acts, .. } = props;
    match view.way {
        CompareWay::Day(chosen) => html! {
            <DaysCard
                language={*language} {summary} today={*today} {chosen}
                view={view.clone()} on_open={acts.on_open.clone()}
            />
        },
        CompareWay::Files => html! { <SetsCard language={*language} other={other.clone()} acts={acts.clone()} /> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OutcomeProps {
    language: Language,
    view: CompareView,
    answer: Rc<CompareSlice>,
    fresh: bool,
    acts: CompareActs,
}

/// What differs. While a new answer is on its way the old one stays, and says so.
#[component]
fn Outcome(props: &OutcomeProps) -> Html {
    let OutcomeProps { language, view, answer, fresh, acts } = props;
    let language = *language;
    let told = match fresh {
        true => CompareText::Headline(decide::headline(answer)),
        false => CompareText::Comparing,
    };
    html! {
        <div class="stack compare-outcome" aria-busy={(!fresh).then_some("true")}>
            <section class="card" aria-labelledby="compare-told">
                <h2 id="compare-told" class="compare-told" aria-live="polite">{ told.say(language) }</h2>
                if answer.rows.is_some() { { sides(language, answer) } }
                { notes(language, answer, &acts.on_open) }
                <Counts {language} view={view.clone()} answer={Rc::clone(answer)} on_open={acts.on_open.clone()} />
            </section>
            if !answer.turned.is_empty() {
                <List {language} view={view.clone()} answer={Rc::clone(answer)} acts={acts.clone()} />
            }
            if let Some(rows) = &answer.rows { <RowsCard {language} rows={rows.clone()} /> }
        </div>
    }
}

/// Which files stand against which.
fn sides(language: Language, answer: &CompareSlice) -> Html {
    let side = |words: CompareText, side: &CompareSide| {
        let rows = CompareText::RowCount(side.rows).say(language);
        html! { <p class="compare-files"><b>{ words.say(language) }</b>{ format!(": {} · {rows}", side.files.join(", ")) }</p> }
    };
    html! {
        <>
            { side(CompareText::There, &answer.before) }
            { side(CompareText::Here, &answer.after) }
            for error in answer.before.failed.iter() { <p class="small">{ unread(language, error) }</p> }
        </>
    }
}

fn notes(language: Language, answer: &CompareSlice, on_open: &Callback<Route>) -> Html {
    let rest = CompareText::Rest { same: answer.same, figures: answer.figures_only };
    html! {
        <p class="compare-notes small quiet">
            { rest.say(language) }{ " " }
            { CompareText::SameGround.say(language) }{ " " }
            <Link to={Route::Readings(ReadingFilter::All)} {on_open}>{ CompareText::Readings.say(language) }</Link>
            if answer.other_years > 0 {
                <br />{ CompareText::OtherYears(answer.other_years).say(language) }
            }
        </p>
    }
}
