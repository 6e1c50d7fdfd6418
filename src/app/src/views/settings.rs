//! The settings: how the page shows itself, what is checked against, and what this machine keeps.

mod display;

use crate::choice::Choice;
use crate::route::Route;
use crate::state::{MemoryEvent, StoreFault};
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::memory::MemoryCard;
use crate::views::roster::RosterField;
use display::DisplayCard;
use domain::{Language, PageSettings, PlanChoice, PlanSlice, Remembered, RosterScope, SingleKeys};
use std::rc::Rc;
use wording::Say;
use wording::rule_file::RuleFileText;
use wording::settings::SettingsText;
use wording::shell::Shell;
use yew::prelude::*;

/// What the settings need.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SettingsProps {
    /// The language.
    pub(crate) language: Language,
    /// How the page shows itself.
    pub(crate) page: PageSettings,
    /// The roster in force.
    pub(crate) roster: RosterScope,
    /// Which plan was chosen.
    pub(crate) choice: PlanChoice,
    /// The plan in force, once it has come.
    pub(crate) plan: Option<Rc<PlanSlice>>,
    /// What is remembered.
    pub(crate) remembered: Remembered,
    /// Why the store takes nothing.
    pub(crate) fault: Option<StoreFault>,
    /// What may be done.
    pub(crate) acts: SettingsActs,
}

/// What may be done.
#[derive(Clone, PartialEq)]
pub(crate) struct SettingsActs {
    /// Changes the language.
    pub(crate) on_language: Callback<Language>,
    /// Shows the page in another way.
    pub(crate) on_page: Callback<PageSettings>,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Does something to the memory.
    pub(crate) on_memory: Callback<MemoryEvent>,
    /// Opens the list of keys.
    pub(crate) on_keys: Callback<()>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The settings.
#[component]
pub(crate) fn SettingsPage(props: &SettingsProps) -> Html {
    let SettingsProps { language, page, acts, .. } = props;
    html! {
        <>
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ SettingsText::Title.say(*language) }</h1>
                    <p class="lead">{ SettingsText::Lead.say(*language) }</p>
                </div>
            </header>
            <div class="settings">
                <DisplayCard language={*language} page={*page} on_language={&acts.on_language} on_page={&acts.on_page} />
                <div class="stack">
                    <KeyboardCard ..props.clone() />
                    <JudgedCard ..props.clone() />
                </div>
                <KeptCard ..props.clone() />
            </div>
        </>
    }
}

#[component]
fn KeyboardCard(props: &SettingsProps) -> Html {
    let SettingsProps { language, page, acts, .. } = props;
    let is_on = page.single_keys == SingleKeys::On;
    let turned = PageSettings { single_keys: if is_on { SingleKeys::Off } else { SingleKeys::On }, ..*page };
    let onchange = acts.on_page.reform(move |_: Event| turned);
    html! {
        <section class="card setting-card" aria-labelledby="settings-keys">
            <h2 id="settings-keys">{ SettingsText::Keys.say(*language) }</h2>
            <label class="switch">
                <input type="checkbox" role="switch" checked={is_on} aria-describedby="single-keys-hint" {onchange} />
                <b>{ SettingsText::SingleKeys.say(*language) }</b>
            </label>
            <p id="single-keys-hint" class="small quiet">{ SettingsText::SingleKeysHint.say(*language) }</p>
            <button type="button" class="button" onclick={acts.on_keys.reform(|_: MouseEvent| ())}>
                { SettingsText::AllKeys.say(*language) }
            </button>
        </section>
    }
}

#[component]
fn JudgedCard(props: &SettingsProps) -> Html {
    let SettingsProps { language, roster, acts, .. } = props;
    html! {
        <section class="card setting-card" aria-labelledby="settings-judged">
            <h2 id="settings-judged">{ SettingsText::Judged.say(*language) }</h2>
            <RosterField language={*language} roster={*roster} on_choose={&acts.on_choose} />
            <div class="field">
                <span>{ SettingsText::PlanInForce.say(*language) }</span>
                <b class="setting-value">{ plan_name(props) }</b>
            </div>
            <Link class="button" to={Route::Plan} on_open={&acts.on_open}>
                <IconView icon={Icon::Book} />{ SettingsText::ChangePlan.say(*language) }
            </Link>
        </section>
    }
}

fn plan_name(props: &SettingsProps) -> String {
    if let PlanChoice::Own { name, .. } = &props.choice {
        return RuleFileText::Own(name.clone()).say(props.language).into_owned();
    }
    let in_force = props.plan.iter().flat_map(|plan| &plan.plans).find(|line| line.in_force);
    let name = in_force.map(|line| line.short.text(props.language).to_owned());
    name.unwrap_or_else(|| Shell::Loading.say(props.language).into_owned())
}

#[component]
fn KeptCard(props: &SettingsProps) -> Html {
    let SettingsProps { language, remembered, fault, acts, .. } = props;
    let told = [SettingsText::Never, SettingsText::Where, SettingsText::InAddress];
    html! {
        <section class="setting-kept" aria-labelledby="settings-kept">
            <h2 id="settings-kept">{ SettingsText::Kept.say(*language) }</h2>
            <MemoryCard language={*language} remembered={remembered.clone()} fault={*fault} on_memory={&acts.on_memory} />
            <ul class="notes">
                for (key, text) in told.into_iter().enumerate() { <li {key}>{ text.say(*language) }</li> }
            </ul>
        </section>
    }
}
