//! The frame around every screen: header, tabs, footer.

use crate::effects;
use crate::route::{AgendaView, CompareView, MatrixView, ReportView, Route};
use crate::views::about::version;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use domain::{Language, SingleKeys};
use wording::Say;
use wording::guide::Guide;
use wording::keys::KeysText;
use wording::palette::PaletteText;
use wording::readings::ReadingFilter;
use wording::shell::{Screen, Shell};
use wording::workshop::WorkshopText;
use yew::prelude::*;

/// What the header needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HeaderProps {
    /// The language.
    pub(crate) language: Language,
    /// The deck made of what is shown.
    pub(crate) deck: Route,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
    /// Changes the language.
    pub(crate) on_language: Callback<Language>,
    /// Opens the search over everything.
    pub(crate) on_search: Callback<()>,
    /// Whether a key without Ctrl opens it too: then the button says so.
    pub(crate) single_keys: SingleKeys,
}

/// Brand, promise, search and language.
#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let HeaderProps { language, deck, on_open, on_language, on_search, single_keys } = props;
    html! {
        <>
            <SkipLink language={*language} />
            <header class="top">
                <div class="wrap top-row">
                    <Link class="brand" to={Route::Data} {on_open}>
                        <Logo />
                        <span>{ Shell::Brand.say(*language) }<small>{ Shell::Subtitle.say(*language) }</small></span>
                    </Link>
                    <Link class="promise" to={Route::Privacy} {on_open} label={Shell::Private.say(*language).into_owned()}>
                        <IconView icon={Icon::Shield} /><span>{ Shell::Private.say(*language) }</span>
                    </Link>
                    <SearchButton language={*language} {on_search} single_keys={*single_keys} />
                    <Link class="top-button" to={deck.clone()} {on_open} label={WorkshopText::Open.say(*language).into_owned()}>
                        <IconView icon={Icon::Play} /><span>{ WorkshopText::Open.say(*language) }</span>
                    </Link>
                    <LanguageSwitch language={*language} {on_language} />
                </div>
            </header>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WordsProps {
    language: Language,
}

/// Leads past header and tabs. The address is the router's, so the link moves the focus itself.
#[component]
fn SkipLink(props: &WordsProps) -> Html {
    let onclick = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        effects::focus_main();
    });
    html! { <a class="skip" href="#main" {onclick}>{ Shell::Skip.say(props.language) }</a> }
}

#[component]
fn Logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
            <rect class="logo-paper" x="1" y="1" width="30" height="30" rx="7" />
            <path class="logo-lines" d="M8 9.5h9M8 16h9M8 22.5h6" />
            <path class="logo-tick" d="M18.5 21.5l3 3 5.5-7.5" />
        </svg>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SearchProps {
    language: Language,
    on_search: Callback<()>,
    single_keys: SingleKeys,
}

/// On a narrow screen only its picture is seen: its name stays.
#[component]
fn SearchButton(props: &SearchProps) -> Html {
    let words = PaletteText::Open.say(props.language);
    let by_key = props.single_keys == SingleKeys::On;
    let (label, keys) = if by_key { (format!("{words} (/)"), "/ Control+K") } else { (words.to_string(), "Control+K") };
    html! {
        <button
            type="button" class="top-button search-button" aria-label={label}
            aria-haspopup="dialog" aria-keyshortcuts={keys} onclick={props.on_search.reform(|_: MouseEvent| ())}
        >
            <IconView icon={Icon::Search} />
            <span>{ words }if by_key { <kbd aria-hidden="true">{ "/" }</kbd> }</span>
        </button>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SwitchProps {
    language: Language,
    on_language: Callback<Language>,
}

#[component]
fn LanguageSwitch(props: &SwitchProps) -> Html {
    let (other, code) = match props.language {
        Language::Vi => (Language::En, "en"),
        Language::En => (Language::Vi, "vi"),
    };
    let onclick = props.on_language.reform(move |_: MouseEvent| other);
    html! {
        <button
            type="button" class="top-button" lang={code} {onclick}
            aria-label={Shell::OtherLanguage.say(props.language).into_owned()}
        >
            { Shell::OtherLanguageCode.say(props.language) }
        </button>
    }
}

/// What the tabs need.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TabsProps {
    /// The language.
    pub(crate) language: Language,
    /// The screen shown.
    pub(crate) screen: Screen,
    /// There are results: the inner tabs lead somewhere.
    pub(crate) has_data: bool,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The tabs; on a narrow screen the style sheet sets them at the bottom.
#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let tabs = [
        (Screen::Data, Icon::Upload),
        (Screen::Overview, Icon::Bars),
        (Screen::Units, Icon::Grid),
        (Screen::Agenda, Icon::Calendar),
        (Screen::Reports, Icon::File),
        (Screen::WhatIf, Icon::Fork),
        (Screen::Plan, Icon::Book),
    ];
    html! {
        <nav class="tabs" aria-label={Shell::Navigation.say(props.language).into_owned()}>
            <ul class="wrap">
                for (screen, icon) in tabs {
                    <li key={icon as usize}>{ tab(props, screen, icon) }</li>
                }
            </ul>
        </nav>
    }
}

fn tab(props: &TabsProps, screen: Screen, icon: Icon) -> Html {
    let TabsProps { language, has_data, on_open, .. } = props;
    let content = html! { <><IconView {icon} /><span>{ screen.say(*language) }</span></> };
    if !has_data && !matches!(screen, Screen::Data | Screen::Plan) {
        let hint = Shell::NeedsData.say(*language);
        return html! {
            <a class="tab" role="link" aria-disabled="true">{ content }<span class="visually-hidden">{ hint }</span></a>
        };
    }
    html! {
        <Link class="tab" to={target(screen, *has_data)} {on_open} current={is_current(props.screen, screen)}>
            { content }
        </Link>
    }
}

/// With data at hand, the first tab shows what was understood of them; changing files is one step from there.
fn target(screen: Screen, has_data: bool) -> Route {
    match screen {
        Screen::Data if has_data => Route::Check,
        Screen::Overview => Route::Overview,
        Screen::Units => Route::Matrix(MatrixView::default()),
        Screen::Agenda => Route::Agenda(AgendaView::default()),
        Screen::WhatIf => Route::WhatIf,
        Screen::Reports => Route::Report(ReportView::default()),
        Screen::Plan => Route::Plan,
        Screen::Readings => Route::Readings(ReadingFilter::All),
        Screen::Bodies => Route::Bodies(None),
        Screen::Trend => Route::Trend,
        Screen::Compare => Route::Compare(CompareView::default()),
        Screen::Rollup => Route::Rollup,
        Screen::Rows => Route::Check,
        Screen::Settings => Route::Settings,
        Screen::About => Route::About,
        Screen::Privacy => Route::Privacy,
        Screen::Access => Route::Access,
        Screen::Data | Screen::Entry | Screen::Check | Screen::Reading | Screen::Failed | Screen::Workshop => {
            Route::Data
        }
    }
}

fn is_current(shown: Screen, tab: Screen) -> bool {
    match shown {
        Screen::Reading | Screen::Failed | Screen::Check | Screen::Rows | Screen::Entry => tab == Screen::Data,
        Screen::Readings | Screen::Bodies => tab == Screen::Plan,
        Screen::Trend | Screen::Compare | Screen::Rollup => tab == Screen::Overview,
        shown => tab == shown,
    }
}

/// What the footer needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FooterProps {
    /// The language.
    pub(crate) language: Language,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
    /// Opens the list of keys.
    pub(crate) on_keys: Callback<()>,
    /// What comes later, at the very end: nothing that somebody may be about to click moves.
    pub(crate) children: Html,
}

/// The way to the pages about the page, who we are not, and which version this is.
#[component]
pub(crate) fn Footer(props: &FooterProps) -> Html {
    let FooterProps { language, on_open, on_keys, children } = props;
    html! {
        <footer class="foot">
            <div class="wrap foot-row">
                <nav class="foot-links" aria-label={Shell::FooterLinks.say(*language).into_owned()}>
                    <a href={effects::GUIDE} target="_blank" rel="noopener" onclick={|event: MouseEvent| effects::follow_guide(&event)}>
                        { Guide.say(*language) }
                    </a>
                    for screen in [Screen::Settings, Screen::About, Screen::Privacy, Screen::Access] {
                        <Link key={screen as usize} to={target(screen, false)} {on_open}>{ screen.say(*language) }</Link>
                    }
                    <button type="button" class="link-button" onclick={on_keys.reform(|_: MouseEvent| ())}>
                        { KeysText::Title.say(*language) }
                    </button>
                </nav>
                <span>{ Shell::Independent.say(*language) }</span>
                <span>{ version().say(*language) }</span>
            </div>
            <div class="wrap">{ children.clone() }</div>
        </footer>
    }
}
