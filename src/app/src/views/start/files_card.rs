//! The files at hand, each of which can be taken away, and the rows typed in.

use super::{StartPageProps, Typed};
use crate::entry::EntryEvent;
use crate::route::Route;
use crate::state::FileLine;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::picker::FilePicker;
use domain::Language;
use wording::Say;
use wording::project::ProjectText;
use wording::start::Start;
use yew::prelude::*;

/// The page around it.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FilesCardProps {
    /// The page.
    pub(super) page: StartPageProps,
}

/// The files at hand.
#[component]
pub(super) fn FilesCard(props: &FilesCardProps) -> Html {
    let StartPageProps { language, files, typed, on_remove, on_add, on_save, .. } = &props.page;
    let language = *language;
    html! {
        <section class="card">
            <h2>{ Start::FilesTitle.say(language) }</h2>
            <ul class="file-list">
                for file in files.iter() {
                    <li key={file.number}>{ file_line(language, file, on_remove) }</li>
                }
                if typed.rows > 0 { <li key="typed">{ typed_line(&props.page, *typed) }</li> }
            </ul>
            <div class="button-row">
                if !files.is_empty() || typed.used > 0 { { to_results(&props.page) } }
                <FilePicker label={Start::AddFiles.say(language).into_owned()} on_files={on_add} />
                <button type="button" class="button" onclick={on_save.reform(|_: MouseEvent| ())}>
                    <IconView icon={Icon::Download} />{ ProjectText::Save.say(language) }
                </button>
            </div>
            <p class="small quiet">{ ProjectText::Hint.say(language) }</p>
        </section>
    }
}

fn to_results(page: &StartPageProps) -> Html {
    let StartPageProps { language, on_open, .. } = page;
    html! {
        <>
            <Link class="button primary" to={Route::Overview} {on_open}>{ Start::SeeResults.say(*language) }</Link>
            <Link class="button" to={Route::Check} {on_open}>{ Start::SeeCheck.say(*language) }</Link>
        </>
    }
}

/// A file, and the cross that takes it away.
pub(crate) fn file_line(language: Language, file: &FileLine, on_remove: &Callback<u32>) -> Html {
    let number = file.number;
    let onclick = on_remove.reform(move |_: MouseEvent| number);
    let label = format!("{}: {}", Start::Remove.say(language), file.name);
    html! {
        <>
            <IconView icon={Icon::File} /><span lang="vi">{ &file.name }</span>
            <button type="button" class="icon-button" {onclick} aria-label={label}><IconView icon={Icon::Close} /></button>
        </>
    }
}

/// Typed rows are left out of the results by the cross; they stay in their table.
fn typed_line(page: &StartPageProps, Typed { rows, used }: Typed) -> Html {
    let StartPageProps { language, on_open, on_entered, .. } = page;
    let onclick = on_entered.reform(|_: MouseEvent| EntryEvent::Withdrawn);
    let label = Start::EntryWithdraw.say(*language).into_owned();
    html! {
        <>
            <IconView icon={Icon::Pencil} />
            <Link to={Route::Entry(None)} {on_open}>
                { Start::EntryLine { used, rows }.say(*language) }
            </Link>
            if used > 0 {
                <button type="button" class="icon-button" {onclick} aria-label={label}><IconView icon={Icon::Close} /></button>
            }
        </>
    }
}
