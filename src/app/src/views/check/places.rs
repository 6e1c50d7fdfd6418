//! Where something was found: the first few places by cell, each of which opens its row.

use crate::views::words::quoting;
use domain::{Finding, FindingGroup, Language, Place};
use wording::Say;
use wording::check::{Check, LookText};
use wording::overview::capital;
use yew::prelude::*;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PlacesProps {
    /// The language.
    pub(crate) language: Language,
    /// What was found.
    pub(crate) group: FindingGroup,
    /// Opens a place.
    pub(crate) on_look: Callback<Option<Place>>,
}

/// The list.
#[component]
pub(crate) fn Places(props: &PlacesProps) -> Html {
    let PlacesProps { language, group, .. } = props;
    let listed = u32::try_from(group.first.len()).unwrap_or(u32::MAX);
    let more = group.count.saturating_sub(listed);
    html! {
        if !group.first.is_empty() {
            <details class="places small">
                <summary>{ Check::Where.say(*language) }</summary>
                <ul>
                    { for group.first.iter().enumerate().map(|(key, found)| place(props, key, found)) }
                    if more > 0 {
                        <li key="more" class="quiet">{ Check::AndMore(more).say(*language) }</li>
                    }
                </ul>
            </details>
        }
    }
}

/// A row can be looked at; a whole file or sheet is only named.
fn place(props: &PlacesProps, key: usize, found: &Finding) -> Html {
    let named = named(props.language, &found.at);
    if found.at.row.is_none() {
        return html! { <li {key}>{ quoting(props.language, &capital(&named)) }</li> };
    }
    let at = found.at.clone();
    let onclick = props.on_look.reform(move |_: MouseEvent| Some(at.clone()));
    let label = LookText::ShowRow(named.clone()).say(props.language).into_owned();
    html! {
        <li {key}>
            <button type="button" class="link-button" aria-haspopup="dialog" aria-label={label} {onclick}>{ quoting(props.language, &capital(&named)) }</button>
        </li>
    }
}

/// `ô B7, trang tính “Hoạt động”, tệp.xlsx`
pub(super) fn named(language: Language, at: &Place) -> String {
    let (file, sheet, cell) = (at.file.clone(), at.sheet.clone(), at.cell());
    Check::Place { file, sheet, cell }.say(language).into_owned()
}
