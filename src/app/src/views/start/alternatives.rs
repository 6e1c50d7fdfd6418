//! Other ways in than a file: typing, an example, a template, a paste.

use super::StartPageProps;
use crate::effects;
use crate::route::Route;
use crate::state::Sample;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use domain::Language;
use wording::Say;
use wording::start::Start;
use yew::prelude::*;

/// The page around it.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AlternativesProps {
    /// The page.
    pub(super) page: StartPageProps,
}

/// Other ways in.
#[component]
pub(super) fn Alternatives(props: &AlternativesProps) -> Html {
    let StartPageProps { language, samples, on_sample, on_open, on_template, on_pasted, .. } = &props.page;
    let template = two_lines(*language, Icon::Download, Start::Template, Start::TemplateHint);
    html! {
        <div class="alternatives">
            <Link class="button alternative" to={Route::Entry(None)} {on_open}>
                { two_lines(*language, Icon::Pencil, Start::Entry, Start::EntryHint) }
            </Link>
            for (sample, title) in samples.iter().filter_map(|sample| Some((*sample, sample_title(*sample)?))) {
                <button
                    key={sample.id()} type="button" class="button alternative"
                    onclick={on_sample.reform(move |_: MouseEvent| sample)}
                >
                    { two_lines(*language, Icon::Play, title, Start::SampleHint) }
                </button>
            }
            <button type="button" class="button alternative" onclick={on_template.reform(|_: MouseEvent| ())}>
                { template }
            </button>
            <PasteField language={*language} on_pasted={on_pasted} />
        </div>
    }
}

fn two_lines(language: Language, icon: Icon, title: Start, hint: Start) -> Html {
    html! { <><IconView {icon} /><span>{ title.say(language) }<small>{ hint.say(language) }</small></span></> }
}

/// What is wrong on purpose would mislead here: it is offered in the workshop.
fn sample_title(sample: Sample) -> Option<Start> {
    match sample {
        Sample::Commune => Some(Start::SampleOfCommune),
        Sample::Province => Some(Start::SampleOfProvince),
        Sample::Mistakes => None,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PasteProps {
    language: Language,
    on_pasted: Callback<String>,
}

/// A field for tables, where there is no Ctrl+V. A paste into it is read at once; what came there in another way (a
/// phone's keyboard puts text in without a paste) waits for the button.
#[component]
fn PasteField(props: &PasteProps) -> Html {
    let PasteProps { language, on_pasted } = props;
    let text = use_state(String::new);
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| text.set(effects::field_text(&event)))
    };
    let onclick = {
        let text = text.clone();
        on_pasted.reform(move |_: MouseEvent| (*text).clone())
    };
    html! {
        <details class="alternative paste">
            <summary class="button"><IconView icon={Icon::Grid} />{ Start::PasteHere.say(*language) }</summary>
            <label>
                { Start::PasteHint.say(*language) }
                <textarea data-paste="true" rows="3" {oninput} />
            </label>
            if !text.trim().is_empty() {
                <button type="button" class="button" {onclick}>{ Start::ReadPasted.say(*language) }</button>
            }
        </details>
    }
}
