//! The build that is running: the quiet word that it is stored or that a newer one waits, and what it is made of.

use crate::effects::{Build, EditionNews, build, forget_edition_news, take_update, use_edition_news};
use crate::views::icons::{Icon, IconView};
use domain::Language;
use wording::Say;
use wording::edition::EditionText;
use wording::shell::Shell;
use yew::prelude::*;

/// What the word of the build needs.
#[derive(Clone, Copy, PartialEq, Properties)]
pub(crate) struct EditionNoticeProps {
    /// The news that this place tells.
    pub(crate) tells: EditionNews,
    /// The language.
    pub(crate) language: Language,
    /// A reload would lose something.
    pub(crate) unsaved: bool,
}

/// Says that a newer build waits, where it is seen at once, or that the page is stored, where it moves nothing that is being
/// read. Nothing is reloaded unasked.
#[component]
pub(crate) fn EditionNotice(props: &EditionNoticeProps) -> Html {
    let EditionNoticeProps { tells, language, unsaved } = *props;
    let news = use_edition_news();
    let Some(told) = news.filter(|told| *told == tells) else { return Html::default() };
    let (words, reload) = match (told, unsaved) {
        (EditionNews::Offline, _) => (EditionText::Offline, None),
        (EditionNews::Update, false) => (EditionText::Update, Some(EditionText::Reload)),
        (EditionNews::Update, true) => (EditionText::UpdateUnsaved, Some(EditionText::ReloadUnsaved)),
    };
    let on_close = Callback::from(move |_: MouseEvent| {
        forget_edition_news();
        news.set(None);
    });
    html! {
        <div class="notice" data-tone="calm" role="status">
            <IconView icon={Icon::Shield} />
            <p>{ words.say(language) }</p>
            if let Some(reload) = reload {
                <button type="button" class="button small" onclick={|_: MouseEvent| take_update()}>
                    { reload.say(language) }
                </button>
            }
            <button type="button" class="icon-button" onclick={on_close} aria-label={Shell::Close.say(language).into_owned()}>
                <IconView icon={Icon::Close} />
            </button>
        </div>
    }
}

/// Commit and checksums, on the page that says what this is.
pub(crate) fn build_facts(language: Language) -> Html {
    let Some(Build { commit, files }) = build() else {
        return html! { <p>{ EditionText::Unknown.say(language) }</p> };
    };
    html! {
        <>
            if let Some(commit) = commit { <p class="wraps">{ EditionText::Commit(commit).say(language) }{ "." }</p> }
            <details class="sums">
                <summary>{ EditionText::Files(files.len()).say(language) }</summary>
                <p>{ EditionText::Check.say(language) }</p>
                <p>{ EditionText::Own.say(language) }</p>
                <table class="sources">
                    <thead><tr>
                        <th scope="col">{ EditionText::File.say(language) }</th><th scope="col">{ "SHA-256" }</th>
                    </tr></thead>
                    <tbody>
                        for (name, sha256) in files {
                            <tr key={name.clone()}><th scope="row" lang="en">{ name }</th><td><code>{ sha256 }</code></td></tr>
                        }
                    </tbody>
                </table>
            </details>
        </>
    }
}
