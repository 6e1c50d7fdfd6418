//! What is told above the screens: what went wrong around the work, rules of the user's own, work that can be opened again.

use crate::app::callback;
use crate::choice::Choice;
use crate::route::Route;
use crate::state::{Action, Notice, State, StoreFault};
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::screen::rests_on_data;
use domain::{Language, PlanChoice};
use wording::check::Resume;
use wording::faults::Fault;
use wording::project::ProjectText;
use wording::rule_file::RuleFileText;
use wording::shell::{NoticeText, Screen, Shell};
use wording::{Say, Text};
use yew::prelude::*;

/// What notices need.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NoticesProps {
    /// The state.
    pub(crate) state: UseReducerHandle<State>,
    /// The screen shown.
    pub(crate) screen: Screen,
    /// What may be done about them.
    pub(crate) acts: NoticeActs,
}

/// What may be done about notices.
#[derive(Clone, PartialEq)]
pub(crate) struct NoticeActs {
    /// Starts the worker anew.
    pub(crate) on_restart: Callback<()>,
    /// Opens the work of an earlier sitting …
    pub(crate) on_resume: Callback<()>,
    /// … or lets it go.
    pub(crate) on_decline: Callback<()>,
}

/// Notices above the screen.
#[component]
pub(crate) fn Notices(props: &NoticesProps) -> Html {
    let NoticesProps { state, screen, acts } = props;
    let failed = state.assessed().map_or(0, |assessed| assessed.failed.len());
    html! {
        <>
            if let Some(notice) = &state.notice { { told(state, notice, acts) } }
            { offer(state, acts) }
            if let PlanChoice::Own { name, .. } = &state.options.plan { { own_plan(state, name) } }
            if failed > 0 && tells_of_failures(*screen) { { some_failed(state, failed) } }
        </>
    }
}

/// Where it matters, and is not said anyway.
fn tells_of_failures(screen: Screen) -> bool {
    !matches!(screen, Screen::Check | Screen::Plan | Screen::Readings | Screen::Bodies)
        && (rests_on_data(screen) || screen == Screen::Data)
}

fn told(state: &UseReducerHandle<State>, notice: &Notice, acts: &NoticeActs) -> Html {
    let (language, tell) = (state.language, state.dispatcher());
    let role = if matches!(notice, Notice::WorkerRestarted | Notice::Slow) { "status" } else { "alert" };
    let on_close = callback(&tell, |_: MouseEvent| Action::NoticeClosed);
    html! {
        <div class="notice" {role}>
            <IconView icon={Icon::Warning} />
            <p>{ text(language, notice) }</p>
            { way_out(state, notice, acts) }
            <button type="button" class="icon-button" onclick={on_close} aria-label={Shell::Close.say(language).into_owned()}>
                <IconView icon={Icon::Close} />
            </button>
        </div>
    }
}

fn text(language: Language, notice: &Notice) -> Text {
    match notice {
        Notice::WorkerRestarted => NoticeText::WorkerRestarted.say(language),
        Notice::WorkerStopped => NoticeText::WorkerStopped.say(language),
        Notice::Starved => Fault::MemoryNotice.say(language),
        Notice::Changed(files) => Fault::ChangedNotice(files.clone()).say(language),
        Notice::Incomplete => Fault::Incomplete.say(language),
        Notice::WorkerSilent => Fault::Silent.say(language),
        Notice::Slow => Fault::Slow.say(language),
        Notice::NotKept(fault) => not_kept(*fault).say(language),
        Notice::OtherTab => Fault::OtherTab.say(language),
        Notice::OtherTabForgot => Fault::OtherTabForgot.say(language),
        Notice::Refused(detail) => NoticeText::Refused(detail.clone()).say(language),
        Notice::NothingPasted => NoticeText::NothingPasted.say(language),
        Notice::PicturePasted => NoticeText::PicturePasted.say(language),
        Notice::EmptyFolder => NoticeText::EmptyFolder.say(language),
        Notice::TooManyFiles(most) => NoticeText::TooManyFiles(*most).say(language),
        Notice::NoSamples => Fault::NoSamples.say(language),
        Notice::SeveralProjects => ProjectText::Several.say(language),
        Notice::Project { name, problem } => {
            let (name, problem) = (name.clone(), problem.clone());
            ProjectText::Refused { name, problem }.say(language)
        }
        Notice::NothingLeft => NoticeText::NothingLeft.say(language),
    }
}

/// Why a store takes nothing, in words.
pub(crate) fn not_kept(fault: StoreFault) -> Fault {
    match fault {
        StoreFault::Full => Fault::StoreFull,
        StoreFault::Forbidden => Fault::StoreForbidden,
        StoreFault::LostFile => Fault::StoreLostFile,
        StoreFault::Newer => Fault::StoreNewer,
        StoreFault::Failed => Fault::StoreFailed,
    }
}

/// What can be done about it at once.
fn way_out(state: &UseReducerHandle<State>, notice: &Notice, acts: &NoticeActs) -> Html {
    let (language, tell) = (state.language, state.dispatcher());
    match notice {
        Notice::WorkerStopped | Notice::Starved if state.has_input() => {
            let onclick = callback(&tell, |_: MouseEvent| Action::Retried);
            html! { <button type="button" class="button small" {onclick}>{ NoticeText::Retry.say(language) }</button> }
        }
        Notice::WorkerSilent | Notice::Incomplete => {
            let onclick = acts.on_restart.reform(|_: MouseEvent| ());
            let again = if *notice == Notice::Incomplete {
                NoticeText::Retry.say(language)
            } else {
                Fault::Restart.say(language)
            };
            html! { <button type="button" class="button small" {onclick}>{ again }</button> }
        }
        Notice::Changed(_) | Notice::NotKept(_) | Notice::OtherTab | Notice::OtherTabForgot => {
            let on_open = callback(&tell, Action::Opened);
            html! { <Link class="button small" to={Route::Data} {on_open}>{ Fault::ToFiles.say(language) }</Link> }
        }
        _ => Html::default(),
    }
}

/// Work of an earlier sitting: opened again or let go, never overwritten unseen.
fn offer(state: &UseReducerHandle<State>, acts: &NoticeActs) -> Html {
    let language = state.language;
    let Some(offer) = &state.keeping.offer else { return Html::default() };
    let waits = if state.has_input() { Resume::Waits } else { Resume::Offer };
    let kept = Resume::Kept { saved: offer.saved.clone(), files: offer.files, rows: offer.rows };
    html! {
        <div class="notice" data-tone="calm" role="status">
            <IconView icon={Icon::File} />
            <p>{ kept.say(language) }{ " " }{ waits.say(language) }</p>
            <button type="button" class="button small primary" onclick={acts.on_resume.reform(|_: MouseEvent| ())}>
                { Resume::Open.say(language) }
            </button>
            <button type="button" class="button small" onclick={acts.on_decline.reform(|_: MouseEvent| ())}>
                { Resume::Decline.say(language) }
            </button>
        </div>
    }
}

/// Rules of the user's own are never applied unseen, and the way back is always there.
fn own_plan(state: &UseReducerHandle<State>, name: &str) -> Html {
    let (language, tell) = (state.language, state.dispatcher());
    let onclick = callback(&tell, |_: MouseEvent| Action::Undid(Choice::Plan(PlanChoice::First)));
    html! {
        <div class="notice" data-tone="calm" role="status">
            <IconView icon={Icon::Book} />
            <p>{ RuleFileText::Notice(name.to_owned()).say(language) }</p>
            <button type="button" class="button small" {onclick}>
                <IconView icon={Icon::Undo} />{ RuleFileText::Back.say(language) }
            </button>
        </div>
    }
}

fn some_failed(state: &UseReducerHandle<State>, failed: usize) -> Html {
    let language = state.language;
    let count = u32::try_from(failed).unwrap_or(u32::MAX);
    let on_open = callback(&state.dispatcher(), Action::Opened);
    html! {
        <div class="notice" role="status">
            <IconView icon={Icon::Warning} />
            <p>{ NoticeText::SomeFailed(count).say(language) }</p>
            <Link class="button small" to={Route::Check} {on_open}>{ Screen::Check.say(language) }</Link>
        </div>
    }
}
