//! Files that could not be read: what was seen, why it matters, what helps.

use crate::state::Failure;
use crate::views::icons::{Icon, IconView};
use crate::views::picker::FilePicker;
use crate::views::words::{own, quoting};
use domain::{Language, ReadError};
use std::rc::Rc;
use wording::Say;
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
    /// Tries the same files again.
    pub(crate) on_retry: Callback<()>,
}

/// The failure screen.
#[component]
pub(crate) fn FailedPage(props: &FailedPageProps) -> Html {
    let FailedPageProps { language, failure, on_files, on_retry } = props;
    let label = Start::TryAnother.say(*language).into_owned();
    html! {
        <div class="failed" role="alert">
            { told(*language, failure) }
            <div class="button-row">
                <FilePicker class="primary" {label} {on_files} />
                if *failure == Failure::WorkerStopped {
                    <button type="button" class="button" onclick={on_retry.reform(|_: MouseEvent| ())}>
                        { NoticeText::Retry.say(*language) }
                    </button>
                }
            </div>
        </div>
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
