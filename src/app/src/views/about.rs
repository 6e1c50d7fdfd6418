//! Three pages about the page: what it is, what happens to data, and who can use it.

use crate::route::Route;
use crate::views::edition::build_facts;
use crate::views::link::Link;
use domain::Language;
use wording::Say;
use wording::about::{AboutText, AccessText, DataSource, HELD, LIMITS, PrivacyText};
use wording::edition::EditionText;
use wording::settings::SettingsText;
use wording::shell::Shell;
use yew::prelude::*;

/// What each of them needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AboutProps {
    /// The language.
    pub(crate) language: Language,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The version of the page, as the build has it.
pub(crate) fn version() -> Shell {
    Shell::Version(env!("CARGO_PKG_VERSION").to_owned())
}

/// What this is.
#[component]
pub(crate) fn AboutPage(props: &AboutProps) -> Html {
    let AboutProps { language, on_open } = props;
    let say = |text: AboutText| text.say(*language);
    let licences = [AboutText::Program, AboutText::Font, AboutText::Rosters];
    html! {
        <article class="prose">
            <h1 tabindex="-1">{ say(AboutText::Title) }</h1>
            <p>{ say(AboutText::What) }</p>
            <p><b>{ say(AboutText::Not) }</b>{ " " }{ say(AboutText::Worth) }</p>
            <h2>{ say(AboutText::Sources) }</h2>
            { sources(*language) }
            <p><Link class="alone" to={Route::Plan} {on_open}>{ SettingsText::ChangePlan.say(*language) }</Link></p>
            <h2>{ say(AboutText::Licences) }</h2>
            <ul>for (key, text) in licences.into_iter().enumerate() { <li {key}>{ say(text) }</li> }</ul>
            <h2>{ EditionText::Build.say(*language) }</h2>
            <p>{ version().say(*language) }{ "." }</p>
            { build_facts(*language) }
        </article>
    }
}

fn sources(language: Language) -> Html {
    let columns = [AboutText::Source, AboutText::From, AboutText::AsOf];
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={AboutText::Sources.say(language).into_owned()}>
            <table class="sources">
                <caption class="visually-hidden">{ AboutText::Sources.say(language) }</caption>
                <thead><tr>
                    for (key, column) in columns.into_iter().enumerate() { <th {key} scope="col">{ column.say(language) }</th> }
                </tr></thead>
                <tbody>
                    for source in DataSource::ALL {
                        <tr key={source as usize}>
                            <th scope="row">{ source.say(language) }</th>
                            <td>{ source.origin(language) }</td>
                            <td>{ source.as_of(language) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// What happens to data: short enough to be read.
#[component]
pub(crate) fn PrivacyPage(props: &AboutProps) -> Html {
    let say = |text: PrivacyText| text.say(props.language);
    html! {
        <article class="prose">
            <h1 tabindex="-1">{ say(PrivacyText::Title) }</h1>
            <p>{ say(PrivacyText::Promise) }</p>
            <p>{ say(PrivacyText::Kept) }</p>
            <h2>{ say(PrivacyText::Verify) }</h2>
            <ol>
                <li>{ say(PrivacyText::VerifyNetwork) }</li>
                <li>{ say(PrivacyText::VerifyOffline) }</li>
            </ol>
            <h2>{ say(PrivacyText::Limits) }</h2>
            <p>{ say(PrivacyText::LimitsOf) }</p>
            <p>{ say(PrivacyText::Links) }</p>
        </article>
    }
}

/// Who can use it.
#[component]
pub(crate) fn AccessPage(props: &AboutProps) -> Html {
    let AboutProps { language, on_open } = props;
    let say = |text: AccessText| text.say(*language);
    html! {
        <article class="prose">
            <h1 tabindex="-1">{ say(AccessText::Title) }</h1>
            <p class="lead">{ say(AccessText::Lead) }</p>
            <p><Link class="button" to={Route::Settings} {on_open}>{ say(AccessText::ToSettings) }</Link></p>
            <h2>{ say(AccessText::Holds) }</h2>
            <ul>for (key, text) in HELD.into_iter().enumerate() { <li {key}>{ say(text) }</li> }</ul>
            <h2>{ say(AccessText::Limits) }</h2>
            <ul>for (key, text) in LIMITS.into_iter().enumerate() { <li {key}>{ say(text) }</li> }</ul>
            <h2>{ say(AccessText::Tell) }</h2>
            <p>{ say(AccessText::TellHow) }</p>
        </article>
    }
}
