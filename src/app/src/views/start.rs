//! The first screen: one question, one button, and the promise. With files at hand it lists them.

mod alternatives;
mod files_card;

use crate::entry::EntryEvent;
use crate::route::Route;
use crate::state::{FileLine, Sample};
use crate::views::icons::{Icon, IconView};
use crate::views::later::Later;
use crate::views::mark::StateShape;
use crate::views::picker::{FilePicker, Picks};
use alternatives::Alternatives;
use domain::{Language, State};
use files_card::FilesCard;
pub(crate) use files_card::file_line;
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
    /// What is typed in.
    pub(crate) typed: Typed,
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
    /// Something is to happen to the rows typed in.
    pub(crate) on_entered: Callback<EntryEvent>,
    /// Reads a table that stands in the field for pasted ones.
    pub(crate) on_pasted: Callback<String>,
    /// Saves a template.
    pub(crate) on_template: Callback<()>,
    /// Saves the project file.
    pub(crate) on_save: Callback<()>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// How much is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    /// Rows with content.
    pub(crate) rows: u32,
    /// Rows in the results.
    pub(crate) used: u32,
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
                    <DropZone {language} label={main_button(props)} on_files={&props.on_replace} on_add={&props.on_add} />
                    <Later><Alternatives page={props.clone()} /></Later>
                </div>
                <aside class="hero-side">
                    if !props.files.is_empty() || props.typed.rows > 0 {
                        <Later><FilesCard page={props.clone()} /></Later>
                    }
                    <Later><PrivacyCard {language} /></Later>
                </aside>
            </div>
            <Later><Steps {language} /></Later>
        </>
    }
}

/// With files at hand the main button says that it puts others in their place.
fn main_button(props: &StartPageProps) -> Start {
    if props.files.is_empty() && props.typed.used == 0 { Start::Choose } else { Start::ReplaceFiles }
}

#[derive(Clone, PartialEq, Properties)]
struct ZoneProps {
    language: Language,
    label: Start,
    on_files: Callback<Vec<web_sys::File>>,
    on_add: Callback<Vec<web_sys::File>>,
}

#[component]
fn DropZone(props: &ZoneProps) -> Html {
    let language = props.language;
    html! {
        <div class="drop-zone">
            <IconView icon={Icon::File} />
            <div class="button-row">
                <FilePicker
                    class="primary large"
                    label={props.label.say(language).into_owned()}
                    on_files={props.on_files.clone()}
                />
                <FilePicker
                    picks={Picks::Folder}
                    class="large"
                    label={Start::ChooseFolder.say(language).into_owned()}
                    on_files={props.on_add.clone()}
                />
            </div>
            <p>{ Start::DropOrPaste.say(language) }</p>
            <p class="small quiet">{ Start::Formats.say(language) }</p>
        </div>
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The largest words on the page are there before its program: they are what a visitor waits for.
    #[test]
    fn the_static_shell_says_what_the_first_screen_says() {
        let shell = include_str!("../../../../www/index.html");
        for words in [Start::Title, Start::Lead] {
            assert!(shell.contains(&*words.say(Language::Vi)), "the shell lacks {}", words.say(Language::Vi));
        }
    }
}
