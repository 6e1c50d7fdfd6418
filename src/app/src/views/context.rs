//! The bar that every result stands under: year, as-of day, scope, files, and what is worth a look.

pub(crate) mod as_of;

use crate::choice::Choice;
use crate::effects;
use crate::route::Route;
use crate::state::Source;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use as_of::AsOfPicker;
use domain::{Language, NaiveDate, Options, Severity, Summary};
use std::rc::Rc;
use wording::Say;
use wording::readings::{ReadingFilter, ReadingsText};
use wording::shell::Shell;
use yew::prelude::*;

/// What the bar needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ContextBarProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary shown.
    pub(crate) summary: Rc<Summary>,
    /// What the user chose.
    pub(crate) options: Options,
    /// The day on which the page was opened.
    pub(crate) today: NaiveDate,
    /// Whose data they are.
    pub(crate) source: Source,
    /// Another run is under way.
    pub(crate) renewing: bool,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
}

/// Questions and warnings: what is worth a look.
pub(crate) fn open_questions(summary: &Summary) -> u32 {
    let count = |severity| summary.findings.get(&severity).copied().unwrap_or_default();
    count(Severity::Question) + count(Severity::Warning)
}

/// The bar.
#[component]
pub(crate) fn ContextBar(props: &ContextBarProps) -> Html {
    let ContextBarProps { language, summary, source, renewing, on_open, .. } = props;
    html! {
        <section class="context" aria-label={Shell::Context.say(*language).into_owned()}>
            <div class="wrap context-row">
                <YearAndDay ..props.clone() />
                <ScopeSelect ..props.clone() />
                <span class="context-files quiet">{ files(*language, summary) }</span>
                { cut_off(props) }
                { differing(props) }
                <Link class="context-check" to={Route::Check} {on_open}>{ to_check(*language, summary) }</Link>
                if source.sample().is_some() {
                    <span class="context-sample">{ Shell::SampleData.say(*language) }</span>
                }
                if *renewing {
                    <span class="context-renewing">{ Shell::Renewing.say(*language) }</span>
                }
            </div>
        </section>
    }
}

/// Results that look further than a table goes have less to say: one step leads back to its day.
fn cut_off(props: &ContextBarProps) -> Html {
    let ContextBarProps { language, summary, on_choose, .. } = props;
    let Some(day) = summary.cut_off else { return Html::default() };
    let onclick = on_choose.reform(move |_: MouseEvent| Choice::AsOf(day));
    html! {
        <button type="button" class="link-button context-cut-off" {onclick}>{ Shell::GoesTo(day).say(*language) }</button>
    }
}

/// Every result under the bar rests on these readings: where they are not the defaults, the bar says so.
fn differing(props: &ContextBarProps) -> Html {
    let ContextBarProps { language, options, on_open, .. } = props;
    let count = u32::try_from(options.readings.len()).unwrap_or(u32::MAX);
    html! {
        if count > 0 {
            <Link class="context-readings" to={Route::Readings(ReadingFilter::Mine)} {on_open}>
                <IconView icon={Icon::Book} />{ ReadingsText::Differing(count).say(*language) }
            </Link>
        }
    }
}

fn files(language: Language, summary: &Summary) -> String {
    let rows = summary.rows;
    let text = match summary.files.as_slice() {
        [name] => Shell::OneFile { name: name.clone(), rows },
        files => Shell::Files { files: u32::try_from(files.len()).unwrap_or(u32::MAX), rows },
    };
    text.say(language).into_owned()
}

fn to_check(language: Language, summary: &Summary) -> String {
    let text = match open_questions(summary) {
        0 => Shell::NothingToCheck,
        open => Shell::ToCheck(open),
    };
    text.say(language).into_owned()
}

/// Year and as-of day. The panel closes by being made anew whenever one of them changes.
#[component]
fn YearAndDay(props: &ContextBarProps) -> Html {
    let ContextBarProps { language, summary, options, today, on_choose, on_undo, .. } = props;
    html! {
        <details
            class="pick" key={format!("{}-{}", summary.year, summary.as_of)}
            onkeydown={|event: KeyboardEvent| effects::fold_on_escape(&event)}
            onfocusout={|event: FocusEvent| effects::fold_on_leaving(&event)}
        >
            <summary id="as-of">
                <span><b>{ Shell::Year(summary.year).say(*language) }</b>{ " · " }{ Shell::AsOf(summary.as_of).say(*language) }</span>
                <IconView icon={Icon::Down} />
            </summary>
            <div class="pick-panel">
                <YearSelect ..props.clone() />
                <AsOfPicker
                    language={*language}
                    year={summary.year}
                    as_of={summary.as_of}
                    chosen={options.as_of}
                    today={*today}
                    {on_choose}
                    {on_undo}
                />
            </div>
        </details>
    }
}

#[component]
fn YearSelect(props: &ContextBarProps) -> Html {
    let ContextBarProps { language, summary, on_choose, .. } = props;
    let on_choose = on_choose.clone();
    let onchange = move |event: Event| {
        if let Ok(year) = effects::value_of(&event).parse() {
            on_choose.emit(Choice::Year(year));
        }
    };
    html! {
        <label class="field">
            { Shell::YearShown.say(*language) }
            <select {onchange}>
                for year in summary.years.iter() {
                    <option key={*year} value={year.to_string()} selected={*year == summary.year}>{ *year }</option>
                }
            </select>
        </label>
    }
}

#[component]
fn ScopeSelect(props: &ContextBarProps) -> Html {
    let ContextBarProps { language, summary, options, on_choose, on_undo, .. } = props;
    let (on_choose, on_undo) = (on_choose.clone(), on_undo.clone());
    let onchange = move |event: Event| match effects::value_of(&event) {
        id if id.is_empty() => on_undo.emit(Choice::Scope(id)),
        id => on_choose.emit(Choice::Scope(id)),
    };
    let shown = summary.scope.as_ref().map(|line| line.id.as_str());
    let listed = summary.scopes.iter().any(|line| Some(line.id.as_str()) == shown);
    let unlisted = summary.scope.iter().filter(|_| !listed);
    let auto = if shown.is_none() && options.scope.is_none() { Shell::WholeProvince } else { Shell::ScopeAuto };
    html! {
        <label class="pick-select">
            <span>{ Shell::Scope.say(*language) }</span>
            <select {onchange}>
                <option value="" selected={shown.is_none()}>{ auto.say(*language) }</option>
                for line in unlisted.chain(&summary.scopes) {
                    <option key={line.id.clone()} lang="vi" value={line.id.clone()} selected={Some(line.id.as_str()) == shown}>
                        { scope_name(&line.name, &line.parent) }
                    </option>
                }
            </select>
        </label>
    }
}

/// Two units may share a name: the parent tells them apart.
fn scope_name(name: &str, parent: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{name} ({parent})") }
}
