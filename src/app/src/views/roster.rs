//! Which of the shipped units count: a field on the check-data screen and in the settings.

use crate::choice::Choice;
use crate::effects;
use domain::{Language, RosterScope};
use wording::Say;
use wording::check::Check;
use yew::prelude::*;

const ROSTERS: [RosterScope; 2] = [RosterScope::FormerKienGiang, RosterScope::AllAnGiang];

/// What the field needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RosterProps {
    /// The language.
    pub(crate) language: Language,
    /// The roster in force.
    pub(crate) roster: RosterScope,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
}

/// The field.
#[component]
pub(crate) fn RosterField(props: &RosterProps) -> Html {
    let RosterProps { language, roster, on_choose } = props;
    let on_choose = on_choose.clone();
    let onchange = move |event: Event| {
        let index = effects::value_of(&event).parse().unwrap_or_default();
        if let Some(roster) = ROSTERS.get::<usize>(index) {
            on_choose.emit(Choice::Roster(*roster));
        }
    };
    html! {
        <label class="field roster">
            { Check::Roster.say(*language) }
            <select {onchange}>
                for (index, offered) in ROSTERS.into_iter().enumerate() {
                    <option key={index} value={index.to_string()} selected={offered == *roster}>{ offered.say(*language) }</option>
                }
            </select>
            <span class="small quiet">{ Check::RosterHint.say(*language) }</span>
        </label>
    }
}
