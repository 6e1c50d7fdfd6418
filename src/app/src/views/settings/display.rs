//! Language, colours and size of the text.

use domain::{Language, PageSettings, TextSize, Theme};
use wording::Say;
use wording::settings::SettingsText;
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DisplayProps {
    /// The language.
    pub(super) language: Language,
    /// How the page shows itself.
    pub(super) page: PageSettings,
    /// Changes the language.
    pub(super) on_language: Callback<Language>,
    /// Shows the page in another way.
    pub(super) on_page: Callback<PageSettings>,
}

/// The card.
#[component]
pub(super) fn DisplayCard(props: &DisplayProps) -> Html {
    html! {
        <section class="card setting-card" aria-labelledby="settings-display">
            <h2 id="settings-display">{ SettingsText::Shown.say(props.language) }</h2>
            { languages(props) }
            { themes(props) }
            { sizes(props) }
        </section>
    }
}

fn languages(props: &DisplayProps) -> Html {
    let choice = |language: Language, code: &'static str| {
        let onchange = props.on_language.reform(move |_: Event| language);
        html! {
            <label lang={code}>
                <input type="radio" name="language" checked={language == props.language} {onchange} />
                { SettingsText::Own(language).say(language) }
            </label>
        }
    };
    html! {
        <fieldset class="segments">
            <legend>{ SettingsText::Language.say(props.language) }</legend>
            { choice(Language::Vi, "vi") }
            { choice(Language::En, "en") }
        </fieldset>
    }
}

fn themes(props: &DisplayProps) -> Html {
    let choice = |theme: Theme| {
        let page = PageSettings { theme, ..props.page };
        let onchange = props.on_page.reform(move |_: Event| page);
        html! {
            <label key={theme as usize}>
                <input type="radio" name="theme" checked={theme == props.page.theme} {onchange} />
                { theme.say(props.language) }
            </label>
        }
    };
    html! {
        <fieldset class="segments">
            <legend>{ SettingsText::Theme.say(props.language) }</legend>
            { for Theme::ALL.into_iter().map(choice) }
        </fieldset>
    }
}

fn sizes(props: &DisplayProps) -> Html {
    let DisplayProps { language, page, .. } = props;
    html! {
        <div class="size" role="group" aria-labelledby="size-title">
            <span id="size-title">{ SettingsText::Size.say(*language) }</span>
            { step(props, SettingsText::Smaller, "−", page.size.smaller()) }
            <output aria-live="polite"><span class="visually-hidden">{ page.size.say(*language) }</span>
                <span aria-hidden="true">{ format!("{}%", page.size.percent()) }</span>
            </output>
            { step(props, SettingsText::Larger, "+", page.size.larger()) }
        </div>
    }
}

/// At its end the button stays, and keeps the focus: it only does nothing any more.
fn step(props: &DisplayProps, words: SettingsText, sign: &'static str, to: Option<TextSize>) -> Html {
    let (on_page, page) = (props.on_page.clone(), props.page);
    let onclick = Callback::from(move |_: MouseEvent| {
        to.into_iter().for_each(|size| on_page.emit(PageSettings { size, ..page }));
    });
    html! {
        <button
            type="button" class="button" aria-disabled={to.is_none().then_some("true")} {onclick}
            aria-label={words.say(props.language).into_owned()}
        >
            { sign }
        </button>
    }
}
