//! A unit's targets: the list at the side, and one fold a target with its periods and the receipt of the one asked.

use super::UnitPageProps;
use super::decide::{Asked, first_of, is_under, part, questions};
use super::tick::{Tick, tick_of};
use crate::views::icons::{Icon, IconView};
use crate::views::mark::{StateMark, StateShape};
use crate::views::why::Why;
use domain::{Language, UnitLine, UnitTarget, Verdict};
use wording::Say;
use wording::figures::verdict_figure;
use wording::overview::target_code;
use wording::states::Group;
use wording::unit::{UnitText, duty_line, verdict_line};
use wording::why::WhyText;
use yew::prelude::*;

/// One target of the list.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FoldProps {
    /// The page: its words, its answers and what it may ask for.
    pub(super) page: UnitPageProps,
    /// The unit.
    pub(super) unit: UnitLine,
    /// The target.
    pub(super) target: UnitTarget,
    /// What is asked, if it falls under this target.
    pub(super) asked: Option<Asked>,
    /// Where the focus goes when the side list leads here.
    pub(super) heading: NodeRef,
    /// Told what is asked; `None` = the fold closes.
    pub(super) on_ask: Callback<Option<Asked>>,
}

/// A target as a fold.
#[component]
pub(super) fn Fold(props: &FoldProps) -> Html {
    let FoldProps { page, target, asked, heading, on_ask, .. } = props;
    let language = &page.language;
    let next = if asked.is_some() { None } else { first_of(target) };
    let on_ask = on_ask.clone();
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        on_ask.emit(next.clone());
    };
    html! {
        <details class="unit-target" open={asked.is_some()} data-group={Group::of(target.state).code()}>
            <summary {onclick} ref={heading.clone()}>
                <span class="target-code">{ code(*language, target) }</span>
                <span class="unit-target-name">
                    <h2>{ target.label.text(*language) }</h2>
                    <span class="quiet">{ brief(*language, target) }</span>
                </span>
                { tag(*language, target) }
                <IconView icon={Icon::Down} />
            </summary>
            if let Some(asked) = asked { { body(props, asked) } }
        </details>
    }
}

/// The target's state; where the unit only has a part in a share, it is said whose state it is.
fn tag(language: Language, target: &UnitTarget) -> Html {
    html! {
        <span class="tag" data-group={Group::of(target.state).code()}>
            if part(target).is_some() { { UnitText::WholeShare.say(language) }{ ": " } }
            <StateMark state={target.state} {language} />
        </span>
    }
}

fn code(language: Language, target: &UnitTarget) -> String {
    let code = if target.duty { UnitText::Duty.say(language) } else { target_code(language, &target.target) };
    code.into_owned()
}

/// All periods in one line, so that a closed fold tells enough.
fn brief(language: Language, target: &UnitTarget) -> String {
    match part(target) {
        Some(part) => UnitText::Part(verdict_figure(language, part)).say(language).into_owned(),
        None => target.verdicts.iter().map(|verdict| line(language, target, verdict)).collect::<Vec<_>>().join(" · "),
    }
}

fn line(language: Language, target: &UnitTarget, verdict: &Verdict) -> String {
    let text = if target.duty { duty_line(language, verdict) } else { verdict_line(language, verdict) };
    text.into_owned()
}

fn body(props: &FoldProps, asked: &Asked) -> Html {
    let FoldProps { page, unit, .. } = props;
    let UnitPageProps { language, why, wishes, .. } = page;
    let name = AttrValue::from(unit.name.clone());
    html! {
        <div class="unit-target-body">
            { periods(props, asked) }
            { tick(props, asked) }
            if let Some(why) = why.as_ref().filter(|why| asked.is_answered_by(why)) {
                <Why language={*language} {why} unit={name} on_try={&wishes.on_try} on_open={&wishes.on_open} />
            } else {
                <p class="quiet" role="status">{ WhyText::Loading.say(*language) }</p>
            }
        </div>
    }
}

/// The tick of an obligation without a number; it is made anew for each period.
fn tick(props: &FoldProps, asked: &Asked) -> Html {
    let FoldProps { page, unit, target, .. } = props;
    let UnitPageProps { language, ticks, wishes, .. } = page;
    let verdict = target.verdicts.iter().find(|verdict| Asked::about(verdict) == *asked);
    let Some(tick) = verdict.and_then(|verdict| tick_of(verdict, &unit.id, ticks)) else { return Html::default() };
    let key = tick.period.clone();
    html! { <Tick {key} language={*language} {tick} on_choose={&wishes.on_choose} on_undo={&wishes.on_undo} /> }
}

/// One button a period; a single one needs no choice.
fn periods(props: &FoldProps, asked: &Asked) -> Html {
    let (language, target) = (&props.page.language, &props.target);
    if questions(target).count() < 2 {
        return Html::default();
    }
    html! {
        <div class="chips" role="group" aria-label={UnitText::Periods.say(*language).to_string()}>
            for (question, verdict) in questions(target) { { period(props, asked, question, verdict) } }
        </div>
    }
}

fn period(props: &FoldProps, asked: &Asked, question: Asked, verdict: &Verdict) -> Html {
    let FoldProps { page, target, on_ask, .. } = props;
    let language = &page.language;
    let pressed = question == *asked;
    let key = format!("{} {}", question.target, question.period);
    let on_ask = on_ask.clone();
    let onclick = move |_| on_ask.emit(Some(question.clone()));
    html! {
        <button type="button" class="chip" {key} data-group={Group::of(verdict.state).code()}
            aria-pressed={pressed.to_string()} {onclick}>
            <StateShape state={verdict.state} />
            <span>{ line(*language, target, verdict) }</span>
            { " " }
            <span class="visually-hidden">{ verdict.state.say(*language) }</span>
        </button>
    }
}

/// The list at the side.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SideListProps {
    /// The language.
    pub(super) language: Language,
    /// Targets, in the order of the page.
    pub(super) targets: Vec<UnitTarget>,
    /// What is asked.
    pub(super) asked: Option<Asked>,
    /// Ids of targets that do not address the unit.
    pub(super) not_addressed: Vec<String>,
    /// Told what is asked.
    pub(super) on_lead: Callback<Asked>,
}

/// The targets with their marks; choosing one opens it.
#[component]
pub(super) fn SideList(props: &SideListProps) -> Html {
    let SideListProps { language, targets, not_addressed, .. } = props;
    html! {
        <nav class="card unit-side" aria-label={UnitText::Targets.say(*language).to_string()}>
            <ul>
                for target in targets.iter() {
                    <li key={target.target.as_str()}>{ side_line(props, target) }</li>
                }
            </ul>
            if !not_addressed.is_empty() {
                <p class="quiet">{ UnitText::NotAddressed(not_addressed.clone()).say(*language) }</p>
            }
        </nav>
    }
}

fn side_line(props: &SideListProps, target: &UnitTarget) -> Html {
    let SideListProps { language, asked, on_lead, .. } = props;
    let current = asked.as_ref().is_some_and(|asked| is_under(asked, target)).then_some("true");
    let (on_lead, first) = (on_lead.clone(), first_of(target));
    let onclick = move |_| {
        if let Some(first) = &first {
            on_lead.emit(first.clone());
        }
    };
    html! {
        <button type="button" aria-current={current} {onclick}>
            <span><b>{ code(*language, target) }</b>{ " · " }{ target.label.text(*language) }</span>
            <span class="mark" data-group={Group::of(target.state).code()} data-state={target.state.code()}>
                <StateShape state={target.state} />
                <span class="visually-hidden">{ target.state.say(*language) }</span>
            </span>
        </button>
    }
}
