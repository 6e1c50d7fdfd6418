//! The first screen: one question, one button, and the promise. With files at hand it lists them.

use crate::route::Route;
use crate::state::{FileLine, Sample};
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::mark::StateShape;
use crate::views::picker::FilePicker;
use domain::{Language, State};
use wording::Say;
use wording::start::Start;
use yew::prelude::*;

/// What the first screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StartPageProps {
    /// The language.
    pub(crate) language: Language,
    /// Files at hand.
    pub(crate) files: Vec<FileLine>,
    /// The sets of samples that this edition carries.
    pub(crate) samples: Vec<Sample>,
    /// Shows a set of samples.
    pub(crate) on_sample: Callback<Sample>,
    /// Adds files.
    pub(crate) on_add: Callback<Vec<web_sys::File>>,
    /// Replaces all files.
    pub(crate) on_replace: Callback<Vec<web_sys::File>>,
    /// Takes a file away.
    pub(crate) on_remove: Callback<u32>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The first screen.
#[component]
pub(crate) fn StartPage(props: &StartPageProps) -> Html {
    let language = props.language;
    html! {
        <>
            <div class="hero">
                <div>
                    <h1 tabindex="-1">{ Start::Title.say(language) }</h1>
                    <p class="lead">{ Start::Lead.say(language) }</p>
                    <DropZone {language} label={main_button(props)} on_files={&props.on_replace} />
                    <Alternatives {language} samples={props.samples.clone()} on_sample={&props.on_sample} />
                </div>
                <aside class="hero-side">
                    if !props.files.is_empty() {
                        <FilesCard ..props.clone() />
                    }
                    <PrivacyCard {language} />
                </aside>
            </div>
            <Steps {language} />
        </>
    }
}

/// With files at hand the main button says that it puts others in their place.
fn main_button(props: &StartPageProps) -> Start {
    if props.files.is_empty() { Start::Choose } else { Start::ReplaceFiles }
}

#[derive(Clone, PartialEq, Properties)]
struct ZoneProps {
    language: Language,
    label: Start,
    on_files: Callback<Vec<web_sys::File>>,
}

#[component]
fn DropZone(props: &ZoneProps) -> Html {
    let language = props.language;
    html! {
        <div class="drop-zone">
            <IconView icon={Icon::File} />
            <FilePicker
                class="primary large"
                label={props.label.say(language).into_owned()}
                on_files={props.on_files.clone()}
            />
            <p>{ Start::DropOrPaste.say(language) }</p>
            <p class="small quiet">{ Start::Formats.say(language) }</p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AlternativesProps {
    language: Language,
    samples: Vec<Sample>,
    on_sample: Callback<Sample>,
}

#[component]
fn Alternatives(props: &AlternativesProps) -> Html {
    let language = props.language;
    html! {
        <div class="alternatives">
            for sample in props.samples.iter().copied() {
                <button
                    key={sample.id()}
                    type="button"
                    class="button alternative"
                    onclick={props.on_sample.reform(move |_: MouseEvent| sample)}
                >
                    <IconView icon={Icon::Play} />
                    <span>{ sample_title(sample).say(language) }<small>{ Start::SampleHint.say(language) }</small></span>
                </button>
            }
            <details class="alternative paste">
                <summary class="button"><IconView icon={Icon::Grid} />{ Start::PasteHere.say(language) }</summary>
                <label>
                    { Start::PasteHint.say(language) }
                    <textarea data-paste="true" rows="3" />
                </label>
            </details>
        </div>
    }
}

fn sample_title(sample: Sample) -> Start {
    match sample {
        Sample::Commune => Start::SampleOfCommune,
        Sample::Province => Start::SampleOfProvince,
    }
}

/// The files at hand, each of which can be taken away.
#[component]
fn FilesCard(props: &StartPageProps) -> Html {
    let StartPageProps { language, files, on_remove, on_open, on_add, .. } = props;
    html! {
        <section class="card">
            <h2>{ Start::FilesTitle.say(*language) }</h2>
            <ul class="file-list">
                for file in files.iter() {
                    <li key={file.number}>{ file_line(*language, file, on_remove) }</li>
                }
            </ul>
            <div class="button-row">
                <Link class="button primary" to={Route::Overview} {on_open}>{ Start::SeeResults.say(*language) }</Link>
                <Link class="button" to={Route::Check} {on_open}>{ Start::SeeCheck.say(*language) }</Link>
                <FilePicker label={Start::AddFiles.say(*language).into_owned()} on_files={on_add} />
            </div>
        </section>
    }
}

fn file_line(language: Language, file: &FileLine, on_remove: &Callback<u32>) -> Html {
    let number = file.number;
    let onclick = on_remove.reform(move |_: MouseEvent| number);
    let label = format!("{}: {}", Start::Remove.say(language), file.name);
    html! {
        <>
            <IconView icon={Icon::File} /><span>{ &file.name }</span>
            <button type="button" class="icon-button" {onclick} aria-label={label}><IconView icon={Icon::Close} /></button>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WordsProps {
    language: Language,
}

#[component]
fn PrivacyCard(props: &WordsProps) -> Html {
    let language = props.language;
    let promises = [Start::PrivacyNoServer, Start::PrivacyOffline, Start::PrivacyForget];
    html! {
        <section class="card">
            <h2 class="with-icon"><IconView icon={Icon::Shield} />{ Start::PrivacyTitle.say(language) }</h2>
            <ul class="promises">
                for (index, promise) in promises.iter().enumerate() {
                    <li key={index}><StateShape state={State::Met} /><span>{ promise.say(language) }</span></li>
                }
            </ul>
            <details class="verify">
                <summary>{ Start::VerifyTitle.say(language) }</summary>
                <ol>
                    <li>{ Start::VerifyNetwork.say(language) }</li>
                    <li>{ Start::VerifyOffline.say(language) }</li>
                </ol>
                <p class="small quiet">{ Start::VerifyLimits.say(language) }</p>
            </details>
        </section>
    }
}

#[component]
fn Steps(props: &WordsProps) -> Html {
    let language = props.language;
    let steps = [
        (Start::StepDrop, Start::StepDropHint),
        (Start::StepResult, Start::StepResultHint),
        (Start::StepNext, Start::StepNextHint),
    ];
    html! {
        <section class="steps" aria-label={Start::StepsTitle.say(language).into_owned()}>
            <ol>
                for (index, (step, hint)) in steps.iter().enumerate() {
                    <li key={index}><b>{ step.say(language) }</b><p>{ hint.say(language) }</p></li>
                }
            </ol>
        </section>
    }
}
