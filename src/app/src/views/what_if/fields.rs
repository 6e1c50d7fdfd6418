//! Fields that several forms of the what-if screen share: a count with − and +, days, and a kind of activity.

use super::decide::COUNTED;
use crate::effects::value_of;
use crate::views::icons::{Icon, IconView};
use chrono::NaiveDate;
use domain::{ActivityKind, Language};
use wording::units::activity_counted;
use wording::what_if::WhatIfText;
use wording::{Say, Text};
use yew::prelude::*;

/// The highest count that can be tried.
const HIGHEST: u32 = 999;

/// A count.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StepperProps {
    /// The language.
    pub(super) language: Language,
    /// What is counted.
    pub(super) label: AttrValue,
    /// The count.
    pub(super) count: u32,
    /// Told another count, at least 1.
    pub(super) on_count: Callback<u32>,
}

/// A count with a button for one less and one more; the number itself can be typed, too.
#[component]
pub(super) fn Stepper(props: &StepperProps) -> Html {
    let StepperProps { label, count, on_count, .. } = props;
    let typed = on_count.clone();
    let onchange = move |event: Event| {
        if let Ok(count) = value_of(&event).parse::<u32>() {
            typed.emit(count.clamp(1, HIGHEST));
        }
    };
    html! {
        <span class="stepper" role="group" aria-label={label.clone()}>
            { step(props, &WhatIfText::Less, Icon::Minus, count.saturating_sub(1)) }
            <input type="number" inputmode="numeric" min="1" max={HIGHEST.to_string()} value={count.to_string()}
                aria-label={label.clone()} {onchange} />
            { step(props, &WhatIfText::More, Icon::Plus, count + 1) }
        </span>
    }
}

fn step(props: &StepperProps, words: &WhatIfText, icon: Icon, next: u32) -> Html {
    let StepperProps { language, label, on_count, .. } = props;
    let possible = (1..=HIGHEST).contains(&next);
    let on_count = on_count.clone();
    let onclick = move |_: MouseEvent| {
        if possible {
            on_count.emit(next);
        }
    };
    let name = format!("{}: {label}", words.say(*language));
    html! {
        <button type="button" class="icon-button" aria-label={name} aria-disabled={(!possible).then_some("true")} {onclick}>
            <IconView {icon} />
        </button>
    }
}

/// A day.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DayProps {
    /// Its label.
    pub(super) label: Text,
    /// The day.
    pub(super) day: Option<NaiveDate>,
    /// Told another day.
    pub(super) on_day: Callback<Option<NaiveDate>>,
}

/// A day to choose.
#[component]
pub(super) fn DayField(props: &DayProps) -> Html {
    let onchange = props.on_day.reform(|event: Event| value_of(&event).parse().ok());
    let value = props.day.map(|day| day.to_string()).unwrap_or_default();
    html! { <label class="field">{ props.label.clone() }<input type="date" {value} {onchange} /></label> }
}

/// A kind of activity.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct KindProps {
    /// The language.
    pub(super) language: Language,
    /// The kind.
    pub(super) kind: ActivityKind,
    /// Told another kind.
    pub(super) on_kind: Callback<ActivityKind>,
}

/// A kind of activity to choose.
#[component]
pub(super) fn KindField(props: &KindProps) -> Html {
    let KindProps { language, kind, on_kind } = props;
    let on_kind = on_kind.clone();
    let onchange = move |event: Event| {
        if let Some(kind) = ActivityKind::from_code(&value_of(&event)) {
            on_kind.emit(kind);
        }
    };
    html! {
        <label class="field">
            { WhatIfText::Kind.say(*language) }
            <select {onchange}>
                for offered in COUNTED {
                    <option key={offered.code()} value={offered.code()} selected={offered == *kind}>
                        { activity_counted(*language, offered, 1) }
                    </option>
                }
            </select>
        </label>
    }
}
