//! Files that could not be read: what was seen, why it matters, what helps.

use crate::state::{Failure, FileLine};
use crate::views::icons::{Icon, IconView};
use crate::views::picker::FilePicker;
use crate::views::start::file_line;
use crate::views::words::{own, quoting};
use domain::{Language, ReadError};
use std::rc::Rc;
use wording::Say;
use wording::faults::Fault;
use wording::shell::NoticeText;
use wording::start::{Start, read_error};
use yew::prelude::*;

/// What the failure screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FailedPageProps {
    /// The language.
    pub(crate) language: Language,
    /// Why there is nothing to show.
    pub(crate) failure: Failure,
    /// Takes other files.
    pub(crate) on_files: Callback<Vec<web_sys::File>>,
    /// The files at hand.
    pub(crate) files: Vec<FileLine>,
    /// Takes files to those at hand; one of the same name takes the old one's place.
    pub(crate) on_add: Callback<Vec<web_sys::File>>,
    /// Leaves a file out.
    pub(crate) on_remove: Callback<u32>,
    /// Tries the same files again.
    pub(crate) on_retry: Callback<()>,
}

/// The failure screen.
#[component]
pub(crate) fn FailedPage(props: &FailedPageProps) -> Html {
    let FailedPageProps { language, failure, on_files, on_add, on_retry, .. } = props;
    let label = Start::TryAnother.say(*language).into_owned();
    let again = Fault::ChooseAgain.say(*language).into_owned();
    let can_retry = matches!(failure, Failure::WorkerStopped | Failure::Starved | Failure::Incomplete);
    html! {
        <div class="failed">
            <div role="alert">{ told(*language, failure) }</div>
            if !matches!(failure, Failure::Unreadable(_)) { { leave_out(props) } }
            <div class="button-row">
                if matches!(failure, Failure::Changed(_)) {
                    <FilePicker class="primary" label={again} on_files={on_add} />
                }
                if can_retry {
                    <button type="button" class="button primary" onclick={on_retry.reform(|_: MouseEvent| ())}>
                        { NoticeText::Retry.say(*language) }
                    </button>
                }
                <FilePicker {label} {on_files} />
            </div>
        </div>
    }
}

/// Files of which one can be left out; with one file there is nothing to leave out.
fn leave_out(props: &FailedPageProps) -> Html {
    let FailedPageProps { language, files, on_remove, .. } = props;
    if files.len() < 2 {
        return Html::default();
    }
    html! {
        <section class="card">
            <h2>{ Fault::LeaveOut.say(*language) }</h2>
            <ul class="file-list">
                for file in files.iter() {
                    <li key={file.number}>{ file_line(*language, file, on_remove) }</li>
                }
            </ul>
        </section>
    }
}

fn told(language: Language, failure: &Failure) -> Html {
    match failure {
        Failure::WorkerStopped => html! {
            <>
                <h1 tabindex="-1">{ Start::StoppedTitle.say(language) }</h1>
                <p class="lead">{ NoticeText::WorkerStopped.say(language) }</p>
            </>
        },
        Failure::Starved => html! {
            <>
                <h1 tabindex="-1">{ Fault::MemoryTitle.say(language) }</h1>
                <p class="lead">{ Fault::Memory.say(language) }</p>
            </>
        },
        Failure::Incomplete => html! {
            <>
                <h1 tabindex="-1">{ Fault::IncompleteTitle.say(language) }</h1>
                <p class="lead">{ Fault::IncompleteFiles.say(language) }</p>
            </>
        },
        Failure::Changed(files) => html! {
            <>
                <h1 tabindex="-1">{ Fault::ChangedTitle.say(language) }</h1>
                <p class="lead">{ Fault::Changed(files.clone()).say(language) }</p>
            </>
        },
        Failure::Unreadable(errors) => {
            let title = if errors.len() == 1 { Start::FailedTitle } else { Start::FailedTitleMany };
            html! {
                <>
                    <h1 tabindex="-1">{ title.say(language) }</h1>
                    <p class="lead">{ Start::FailedLead.say(language) }</p>
                    <ReadErrors {language} errors={Rc::clone(errors)} />
                </>
            }
        }
    }
}

/// Errors of reading.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReadErrorsProps {
    /// The language.
    pub(crate) language: Language,
    /// The errors, file by file.
    pub(crate) errors: Rc<Vec<ReadError>>,
}

/// The list of files that could not be read.
#[component]
pub(crate) fn ReadErrors(props: &ReadErrorsProps) -> Html {
    html! {
        <ul class="read-errors">
            for (index, error) in props.errors.iter().enumerate() {
                <li key={index} class="card">{ read_error_view(props.language, error) }</li>
            }
        </ul>
    }
}

fn read_error_view(language: Language, error: &ReadError) -> Html {
    let words = read_error(language, &error.kind);
    html! {
        <>
            <h2 class="with-icon"><IconView icon={Icon::Warning} />{ own(&error.file) }</h2>
            <p><b>{ quoting(language, &words.seen) }</b>{ " " }{ quoting(language, &words.why) }</p>
            <p>{ quoting(language, &words.todo) }</p>
        </>
    }
}
