//! The findings, grouped: what was seen, why it matters, what to do, and the answer beside it.

use super::fix::{Fix, by_parent, candidates};
use crate::choice::Choice;
use crate::effects;
use crate::views::icons::{Icon, IconView};
use domain::{
    ActivityKind, CheckSlice, Finding, FindingGroup, Language, Relevance, RelevanceChoice, Severity, Summary,
    UnitChoice, UnitLine,
};
use std::rc::Rc;
use wording::Say;
use wording::check::Check;
use wording::findings::{finding, group as group_name};
use wording::overview::capital;
use yew::prelude::*;

/// What the findings need.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct IssuesProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary: its units can be chosen from.
    pub(crate) summary: Rc<Summary>,
    /// The findings.
    pub(crate) check: Rc<CheckSlice>,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
}

/// Questions and warnings in the open, notes folded away.
#[component]
pub(crate) fn IssuesCard(props: &IssuesProps) -> Html {
    let IssuesProps { language, check, .. } = props;
    let (notes, open): (Vec<&FindingGroup>, Vec<_>) =
        check.findings.iter().partition(|group| group.severity == Severity::Note);
    html! {
        <section class="card issues">
            <h2>{ Check::Issues.say(*language) }</h2>
            if open.is_empty() {
                <p class="quiet">{ Check::NoIssues.say(*language) }</p>
            } else {
                <ul>{ for open.into_iter().enumerate().map(|(key, group)| item(props, key, group)) }</ul>
            }
            if !notes.is_empty() {
                <details class="notes">
                    <summary>{ Check::Notes(notes.iter().map(|group| group.count).sum()).say(*language) }</summary>
                    <ul>{ for notes.into_iter().enumerate().map(|(key, group)| item(props, key, group)) }</ul>
                </details>
            }
        </section>
    }
}

fn item(props: &IssuesProps, key: usize, group: &FindingGroup) -> Html {
    let IssuesProps { language, summary, on_choose, .. } = props;
    html! {
        <li key={format!("{}-{key}", group.code)}>
            <Issue language={*language} {summary} group={group.clone()} {on_choose} />
        </li>
    }
}

/// One group.
#[derive(Clone, PartialEq, Properties)]
struct IssueProps {
    language: Language,
    summary: Rc<Summary>,
    group: FindingGroup,
    on_choose: Callback<Choice>,
}

#[component]
fn Issue(props: &IssueProps) -> Html {
    let IssueProps { language, group, .. } = props;
    let words = finding(*language, &group.sample);
    let severity = severity_code(group.severity);
    html! {
        <div class="issue" data-severity={severity}>
            <span class="issue-mark" title={group.severity.say(*language).into_owned()}>
                <SeverityShape severity={group.severity} />
                <span class="visually-hidden">{ group.severity.say(*language) }</span>
            </span>
            <div>
                <h3>{ Check::Places(group.count).say(*language) }{ ": " }{ group_name(*language, &group.sample) }</h3>
                <p>{ capital(&words.seen) }{ "." }</p>
                <p class="small quiet">{ capital(&words.why) }{ "; " }{ &words.todo }{ "." }</p>
                <Places language={*language} group={group.clone()} />
            </div>
            { answer(props) }
        </div>
    }
}

fn severity_code(severity: Severity) -> &'static str {
    match severity {
        Severity::Question => "question",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ShapeProps {
    severity: Severity,
}

#[component]
fn SeverityShape(props: &ShapeProps) -> Html {
    let inner = match props.severity {
        Severity::Question => html! { <>
            <circle class="fill" cx="10" cy="10" r="9" />
            <path class="cut" d="M7.4 7.6a2.7 2.7 0 1 1 3.8 2.4c-.8.4-1.2.9-1.2 1.7M10 14.4v.1" />
        </> },
        Severity::Warning => html! { <>
            <path class="line" d="M10 2.5l8.2 14.6H1.8z" /><path class="line" d="M10 8v4M10 14.4v.1" />
        </> },
        Severity::Note => html! { <>
            <circle class="line" cx="10" cy="10" r="8" /><path class="line" d="M10 9.2v5M10 6v.1" />
        </> },
    };
    html! { <svg class="shape" viewBox="0 0 20 20" aria-hidden="true">{ inner }</svg> }
}

#[derive(Clone, PartialEq, Properties)]
struct PlacesProps {
    language: Language,
    group: FindingGroup,
}

/// Where it was found: the first few places by cell.
#[component]
fn Places(props: &PlacesProps) -> Html {
    let PlacesProps { language, group } = props;
    let listed = u32::try_from(group.first.len()).unwrap_or(u32::MAX);
    let more = group.count.saturating_sub(listed);
    html! {
        if !group.first.is_empty() {
            <details class="places small">
                <summary>{ Check::Where.say(*language) }</summary>
                <ul>
                    for (key, found) in group.first.iter().enumerate() {
                        <li {key}>{ place(*language, found) }</li>
                    }
                    if more > 0 {
                        <li key="more" class="quiet">{ Check::AndMore(more).say(*language) }</li>
                    }
                </ul>
            </details>
        }
    }
}

fn place(language: Language, found: &Finding) -> String {
    let (file, sheet, cell) = (found.at.file.clone(), found.at.sheet.clone(), found.at.cell());
    capital(&Check::Place { file, sheet, cell }.say(language))
}

fn answer(props: &IssueProps) -> Html {
    let IssueProps { language, on_choose, .. } = props;
    match Fix::of(&props.group) {
        Fix::Unit { table, text } => unit_answer(props, table, text),
        Fix::Kind { word, taken } => html! { <KindAnswer language={*language} {word} {taken} {on_choose} /> },
        Fix::MonthFirst(table) => tap(on_choose, Choice::MonthFirst(table), &Check::MonthFirst, *language),
        Fix::Relevant(table) => {
            let choice = Choice::Relevance(RelevanceChoice { table, relevant: Relevance::Yes });
            tap(on_choose, choice, &Check::IsRelevant, *language)
        }
        Fix::None => Html::default(),
    }
}

fn tap(on_choose: &Callback<Choice>, choice: Choice, words: &Check, language: Language) -> Html {
    let onclick = on_choose.reform(move |_: MouseEvent| choice.clone());
    html! { <button type="button" class="button small" {onclick}>{ words.say(language) }</button> }
}

fn unit_answer(props: &IssueProps, table: String, text: String) -> Html {
    let IssueProps { language, summary, group, on_choose } = props;
    let label = match text.as_str() {
        "" => Check::WhichUnitForTable,
        text => Check::WhichUnit(text.to_owned()),
    };
    let on_choose = on_choose.clone();
    let onchange = move |event: Event| {
        let unit = effects::value_of(&event);
        if !unit.is_empty() {
            on_choose.emit(Choice::Unit(UnitChoice { table: table.clone(), text: text.clone(), unit }));
        }
    };
    html! {
        <select class="answer" aria-label={label.say(*language).into_owned()} {onchange}>
            <option value="" selected=true>{ Check::ChooseUnit.say(*language) }</option>
            for (parent, units) in by_parent(candidates(group, &summary.scopes)) {
                <optgroup key={parent.clone()} label={parent.clone()}>{ for units.iter().map(unit_option) }</optgroup>
            }
        </select>
    }
}

fn unit_option(line: &UnitLine) -> Html {
    html! { <option key={line.id.clone()} value={line.id.clone()}>{ &line.name }</option> }
}

#[derive(Clone, PartialEq, Properties)]
struct KindProps {
    language: Language,
    word: String,
    taken: ActivityKind,
    on_choose: Callback<Choice>,
}

/// Keep the guess with one tap, or choose another kind.
#[component]
fn KindAnswer(props: &KindProps) -> Html {
    let KindProps { language, word, taken, on_choose } = props;
    let (keep, kept) = (Choice::Kind { word: word.clone(), kind: *taken }, on_choose.clone());
    let (on_choose, chosen_word) = (on_choose.clone(), word.clone());
    let onchange = move |event: Event| {
        if let Some(kind) = ActivityKind::from_code(&effects::value_of(&event)) {
            on_choose.emit(Choice::Kind { word: chosen_word.clone(), kind });
        }
    };
    html! {
        <div class="answer">
            { tap(&kept, keep, &Check::KeepKind(*taken), *language) }
            <select aria-label={Check::WhichKind(word.clone()).say(*language).into_owned()} {onchange}>
                for kind in ActivityKind::ALL {
                    <option key={kind.code()} value={kind.code()} selected={kind == *taken}>
                        { capital(&kind.say(*language)) }
                    </option>
                }
            </select>
        </div>
    }
}

/// The mark of an undo, shared with the list of choices.
pub(super) fn undo_icon() -> Html {
    html! { <IconView icon={Icon::Undo} /> }
}
