//! An obligation without a number: ticked with the evidence in the user's own words, and the tick taken away again.

use crate::choice::Choice;
use crate::effects::value_of;
use crate::views::icons::{Icon, IconView};
use domain::{Figures, Language, TickChoice, Verdict};
use wording::Say;
use wording::outlook::Outlook;
use yew::prelude::*;

/// What is to be ticked.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TickProps {
    /// The language.
    pub(super) language: Language,
    /// The tick as it stands or would stand: without a note it is not made.
    pub(super) tick: TickChoice,
    /// Makes a choice.
    pub(super) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(super) on_undo: Callback<Choice>,
}

/// The tick of a verdict; `None` where there is a number to judge.
pub(super) fn tick_of(verdict: &Verdict, unit: &str, ticks: &[TickChoice]) -> Option<TickChoice> {
    if verdict.figures != Figures::Tick {
        return None;
    }
    let (target, period) = (&verdict.target, verdict.period.to_string());
    let made = ticks.iter().find(|tick| tick.target == *target && tick.unit == unit && tick.period == period);
    let blank =
        || TickChoice { target: target.clone(), unit: unit.to_owned(), period: period.clone(), note: String::new() };
    Some(made.cloned().unwrap_or_else(blank))
}

/// The form.
#[component]
pub(super) fn Tick(props: &TickProps) -> Html {
    let TickProps { language, tick, on_choose, .. } = props;
    let note = use_state(|| tick.note.clone());
    let refused = use_state_eq(|| false);
    let (on_choose, made, written, told) = (on_choose.clone(), tick.clone(), note.clone(), refused.clone());
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        let note = written.trim().to_owned();
        told.set(note.is_empty());
        if !note.is_empty() {
            on_choose.emit(Choice::Tick(TickChoice { note, ..made.clone() }));
        }
    };
    html! {
        <form class="tick-form" aria-label={Outlook::Tick.say(*language).into_owned()} {onsubmit}>
            <p><b>{ Outlook::Tick.say(*language) }{ "." }</b>{ " " }{ Outlook::TickHint.say(*language) }</p>
            { evidence(*language, &note, *refused) }
            <p class="button-row">{ buttons(props, &note) }</p>
            if !tick.note.is_empty() { <p role="status">{ Outlook::Ticked(tick.note.clone()).say(*language) }</p> }
        </form>
    }
}

fn evidence(language: Language, note: &UseStateHandle<String>, refused: bool) -> Html {
    let setter = note.setter();
    let oninput = move |event: InputEvent| setter.set(value_of(&event));
    html! {
        <>
            <label class="field">
                { Outlook::Evidence.say(language) }
                <input type="text" value={(**note).clone()} {oninput} aria-invalid={refused.then_some("true")}
                    placeholder={Outlook::EvidenceHint.say(language).into_owned()} />
            </label>
            if refused { <p class="field-error" role="alert">{ Outlook::NeedsEvidence.say(language) }</p> }
        </>
    }
}

fn buttons(props: &TickProps, note: &UseStateHandle<String>) -> Html {
    let TickProps { language, tick, on_undo, .. } = props;
    let is_made = !tick.note.is_empty();
    let does = if is_made { Outlook::KeepNote } else { Outlook::DoTick };
    let (on_undo, undone, setter) = (on_undo.clone(), tick.clone(), note.setter());
    let onclick = move |_: MouseEvent| {
        setter.set(String::new());
        on_undo.emit(Choice::Tick(undone.clone()));
    };
    html! {
        <>
            <button type="submit" class="button primary">{ does.say(*language) }</button>
            if is_made {
                <button type="button" class="button" {onclick}><IconView icon={Icon::Undo} />{ Outlook::Untick.say(*language) }</button>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Evidence, NaiveDate, Period, State, UnitIndex};

    fn verdict(figures: Figures) -> Verdict {
        Verdict {
            target: "M9".into(),
            unit: Some(UnitIndex(7)),
            period: Period::Year(2024),
            window: None,
            state: State::NoData,
            reason: None,
            figures,
            threshold: 1,
            n_lo: 0,
            n_hi: 0,
            den: None,
            planned: 0,
            required_now: None,
            evidence: Evidence::None,
            deadline: NaiveDate::MAX,
        }
    }

    #[test]
    fn only_what_has_no_number_is_ticked() {
        assert_eq!(tick_of(&verdict(Figures::Activities), "kg", &[]), None);
        assert_eq!(tick_of(&verdict(Figures::Tick), "kg", &[]).unwrap().note, "");
    }

    #[test]
    fn a_tick_is_that_of_this_unit_and_period() {
        let of = |unit: &str, period: &str| TickChoice {
            target: "M9".into(),
            unit: unit.into(),
            period: period.into(),
            note: format!("{unit} {period}"),
        };
        let ticks = [of("ag", "2024"), of("kg", "2023"), of("kg", "2024")];
        assert_eq!(tick_of(&verdict(Figures::Tick), "kg", &ticks).unwrap().note, "kg 2024");
    }
}
