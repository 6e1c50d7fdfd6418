//! The findings, counted and grouped: what was seen, why it matters, what to do, and the answer beside it.

use super::CheckActs;
use super::encoding::{Previews, choosable};
use super::fix::{Fix, by_code, reason, safe_suggestions};
use super::places::Places;
use super::unit_picker::UnitPicker;
use crate::choice::Choice;
use crate::effects;
use crate::views::words::{own, quoting};
use domain::{
    ActivityKind, CheckSlice, FindingGroup, FindingKind, Language, Relevance, RelevanceChoice, Severity, Summary,
    UnitChoice, UnitLine,
};
use std::rc::Rc;
use wording::Say;
use wording::check::{Check, KeepText, LookText};
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
    /// What can be done.
    pub(crate) acts: CheckActs,
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
            { accept_all(props) }
            if open.is_empty() {
                <p class="quiet">{ Check::NoIssues.say(*language) }</p>
            } else {
                { for by_code(open).iter().map(|same| alike(props, same)) }
            }
            if !notes.is_empty() {
                <details class="notes">
                    <summary>{ Check::Notes(notes.iter().map(|group| group.count).sum()).say(*language) }</summary>
                    { for by_code(notes).iter().map(|same| alike(props, same)) }
                </details>
            }
        </section>
    }
}

/// One tap for all suggestions that are safe; for a single one its own button will do.
fn accept_all(props: &IssuesProps) -> Html {
    let IssuesProps { language, check, acts, .. } = props;
    let safe = safe_suggestions(&check.findings);
    if safe.len() < 2 {
        return Html::default();
    }
    let text = KeepText::AcceptAll(u32::try_from(safe.len()).unwrap_or(u32::MAX));
    let listed = suggestions(*language, &safe);
    let onclick = acts.on_choose_all.reform(move |_: MouseEvent| safe.clone());
    html! {
        <div class="accept-all">
            <button type="button" class="button small" {onclick}>{ text.say(*language) }</button>
            <p class="small">{ quoting(*language, &listed) }</p>
            <p class="small quiet">{ KeepText::AcceptAllHint.say(*language) }</p>
        </div>
    }
}

/// What one tap would accept: nobody accepts unseen.
fn suggestions(language: Language, safe: &[Choice]) -> String {
    let words = safe.iter().filter_map(|choice| match choice {
        Choice::Kind { word, kind } => Some(format!("“{word}” → {}", kind.say(language))),
        _ => None,
    });
    words.collect::<Vec<_>>().join("; ")
}

/// Groups of one kind: several of them under one count.
fn alike(props: &IssuesProps, same: &[&FindingGroup]) -> Html {
    let [first, _, ..] = same else {
        return html! { <ul>{ for same.iter().map(|group| item(props, 0, group)) }</ul> };
    };
    let total = same.iter().map(|group| group.count).sum();
    html! {
        <details key={first.code.clone()} class="alike" open=true>
            <summary>
                <b>{ Check::Places(total).say(props.language) }{ ": " }{ quoting(props.language, &group_name(props.language, &first.sample)) }</b>
                <span class="badge">{ same.len() }</span>
            </summary>
            <ul>{ for same.iter().enumerate().map(|(key, group)| item(props, key, group)) }</ul>
        </details>
    }
}

fn item(props: &IssuesProps, key: usize, group: &FindingGroup) -> Html {
    let IssuesProps { language, summary, check, acts } = props;
    let id = format!("{}-{key}", group.code);
    html! {
        <li key={id.clone()}>
            <Issue language={*language} {id} {summary} {check} group={group.clone()} acts={acts.clone()} />
        </li>
    }
}

/// One group.
#[derive(Clone, PartialEq, Properties)]
struct IssueProps {
    language: Language,
    id: String,
    summary: Rc<Summary>,
    check: Rc<CheckSlice>,
    group: FindingGroup,
    acts: CheckActs,
}

#[component]
fn Issue(props: &IssueProps) -> Html {
    let IssueProps { language, group, acts, .. } = props;
    let words = finding(*language, &group.sample);
    html! {
        <div class="issue" data-severity={severity_code(group.severity)}>
            <span class="issue-mark" title={group.severity.say(*language).into_owned()}>
                <SeverityShape severity={group.severity} />
                <span class="visually-hidden">{ group.severity.say(*language) }</span>
            </span>
            <div>
                <h3>{ Check::Places(group.count).say(*language) }{ ": " }{ quoting(*language, &group_name(*language, &group.sample)) }</h3>
                <p>{ quoting(*language, &capital(&words.seen)) }{ why_ambiguous(*language, group) }{ "." }</p>
                <p class="small quiet">{ quoting(*language, &capital(&words.why)) }{ "; " }{ quoting(*language, &words.todo) }{ "." }</p>
                <Places language={*language} group={group.clone()} on_look={acts.on_look.clone()} />
            </div>
            { answer(props) }
        </div>
    }
}

/// `: có ở Huyện Giồng Riềng và Huyện Châu Thành`
fn why_ambiguous(language: Language, group: &FindingGroup) -> Option<String> {
    let several = !group.candidates.is_empty();
    several.then(|| format!(": {}", LookText::FoundIn(reason(&group.candidates)).say(language)))
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

fn answer(props: &IssueProps) -> Html {
    let IssueProps { language, acts, .. } = props;
    let on_choose = &acts.on_choose;
    match Fix::of(&props.group) {
        Fix::Unit { table, text } => unit_answer(props, table, text),
        Fix::Kind { word, taken } => html! { <KindAnswer language={*language} {word} {taken} {on_choose} /> },
        Fix::MonthFirst(table) => tap(on_choose, Choice::MonthFirst(table), Check::MonthFirst.say(*language)),
        Fix::Relevant(table) => {
            let choice = Choice::Relevance(RelevanceChoice { table, relevant: Relevance::Yes });
            tap(on_choose, choice, Check::IsRelevant.say(*language))
        }
        Fix::Encoding(file) => match choosable(&props.check, &file) {
            Some(file) => html! {
                <div class="answer wide"><Previews language={*language} file={file.clone()} {on_choose} /></div>
            },
            None => Html::default(),
        },
        Fix::None => Html::default(),
    }
}

fn tap(on_choose: &Callback<Choice>, choice: Choice, words: impl Into<Html>) -> Html {
    let onclick = on_choose.reform(move |_: MouseEvent| choice.clone());
    html! { <button type="button" class="button small" {onclick}>{ words.into() }</button> }
}

/// The candidates, one tap each; any other unit by its name; or no unit at all.
fn unit_answer(props: &IssueProps, table: String, text: String) -> Html {
    let IssueProps { language, summary, group, acts, id, .. } = props;
    let label = match text.as_str() {
        "" => Check::WhichUnitForTable,
        text => Check::WhichUnit(text.to_owned()),
    };
    let choice = move |unit: String| Choice::Unit(UnitChoice { table: table.clone(), text: text.clone(), unit });
    let label = label.say(*language).into_owned();
    let not_a_unit = matches!(group.sample, FindingKind::UnknownUnit { .. } | FindingKind::AmbiguousUnit { .. });
    let (none, units) = (choice(String::new()), Rc::new(summary.scopes.clone()));
    let candidates =
        group.candidates.iter().map(|unit| tap(&acts.on_choose, choice(unit.id.clone()), own(&unit_words(unit))));
    html! {
        <div class="answer wide" role="group" aria-label={label.clone()}>
            <div class="button-row">
                { for candidates }
                if not_a_unit { { tap(&acts.on_choose, none, LookText::NotAUnit.say(*language)) } }
            </div>
            <UnitPicker language={*language} id={id.clone()} {label} {units} on_pick={acts.on_choose.reform(choice.clone())} />
        </div>
    }
}

fn unit_words(UnitLine { name, parent, .. }: &UnitLine) -> String {
    if parent.is_empty() { name.clone() } else { format!("{name}, {parent}") }
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
            // Where nothing was said, nothing is suggested.
            if !word.is_empty() {
                { tap(&kept, keep, Check::KeepKind(*taken).say(*language)) }
            }
            <select aria-label={Check::WhichKind(word.clone()).say(*language).into_owned()} {onchange}>
                if word.is_empty() {
                    <option value="" selected=true>{ Check::ChooseKind.say(*language) }</option>
                }
                for kind in ActivityKind::ALL {
                    <option key={kind.code()} value={kind.code()} selected={kind == *taken && !word.is_empty()}>
                        { capital(&kind.say(*language)) }
                    </option>
                }
            </select>
        </div>
    }
}
