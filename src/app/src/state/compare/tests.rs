use super::*;
use crate::route::{Address, CompareView};
use crate::state::made::any_summary;
use crate::state::{Action, Death, Give, Source, Stage};
use domain::{NaiveDate, Summary};
use protocol::Reply;
use yew::Reducible;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn summary() -> Summary {
    Summary { files: vec!["nay.csv".to_owned()], ..any_summary() }
}

fn line(number: u32, name: &str) -> FileLine {
    FileLine { number, name: name.to_owned() }
}

fn done(state: Rc<State>) -> Rc<State> {
    let job = state.run.unwrap().job;
    state.reduce(Action::Replied(Reply::Done { job, summary: Box::new(summary()), failed: Vec::new() }))
}

/// Data are shown, and the screen asks for another set of files.
fn at_files() -> Rc<State> {
    let page = Rc::new(State::new(Address::default(), day("2024-10-16")));
    let files = vec![line(0, "nay.csv")];
    let given = page.reduce(Action::FilesGiven { files, give: Give::Add, source: Source::Own, as_of: None });
    done(given).reduce(Action::Opened(Route::Compare(CompareView::default().by(CompareWay::Files))))
}

fn told(state: &Rc<State>, event: SetEvent) -> Rc<State> {
    Rc::clone(state).reduce(Action::OtherSet(event))
}

fn given(state: &Rc<State>) -> Rc<State> {
    told(state, SetEvent::Given(vec![line(7, "thang-6.csv")], SetForm::Files))
}

fn read(state: &Rc<State>) -> Rc<State> {
    let (job, set) = state.unread_set().unwrap();
    told(state, SetEvent::Asked(job)).reduce(Action::Replied(Reply::ReadBeside { job, set }))
}

fn asks_for_files(state: &State) -> bool {
    matches!(state.comparison(), Some(SliceName::Compare(asked)) if matches!(asked.against, Against::Files(_)))
}

#[test]
fn the_other_set_is_read_once_and_nothing_that_is_loaded_changes() {
    let before = at_files();
    assert_eq!((before.unread_set(), before.comparison()), (None, None), "nothing was chosen yet");
    let waiting = given(&before);
    assert!(!asks_for_files(&waiting), "it is not read yet");
    let ready = read(&waiting);
    assert!(asks_for_files(&ready));
    assert_eq!(ready.unread_set(), None);
    assert_eq!((&ready.files, &ready.options, &ready.run), (&before.files, &before.options, &before.run));
    assert_eq!(ready.address().hash(), before.address().hash(), "no file stands in the address");
}

#[test]
fn after_another_day_is_chosen_the_set_is_read_anew_under_it() {
    let ready = read(&given(&at_files()));
    let chosen = ready.reduce(Action::Chose(crate::choice::Choice::AsOf(day("2024-09-30"))));
    assert_eq!((chosen.unread_set(), asks_for_files(&chosen)), (None, true), "the run comes first");
    let judged = done(chosen);
    assert!(!asks_for_files(&judged), "it was read for the day before");
    assert!(asks_for_files(&read(&judged)));
}

#[test]
fn a_late_answer_about_a_set_that_was_closed_or_replaced_changes_nothing() {
    let waiting = given(&at_files());
    let (job, set) = waiting.unread_set().unwrap();
    let reading = told(&waiting, SetEvent::Asked(job));
    let late = || Action::Replied(Reply::ReadBeside { job, set });
    let closed = told(&reading, SetEvent::Closed);
    assert!(Rc::ptr_eq(&closed, &Rc::clone(&closed).reduce(late())));
    let replaced = given(&reading);
    assert!(Rc::ptr_eq(&replaced, &Rc::clone(&replaced).reduce(late())));
    let (_, next) = replaced.unread_set().unwrap();
    assert!(next > set);
}

#[test]
fn a_set_that_the_worker_died_of_is_not_read_again() {
    let waiting = given(&at_files());
    let (job, _) = waiting.unread_set().unwrap();
    let died = told(&waiting, SetEvent::Asked(job)).reduce(Action::WorkerDied(Death::Stopped));
    assert_eq!(died.other, None);
    assert!(matches!(died.stage, Stage::Ready(_)));
}

#[test]
fn without_a_day_the_end_of_the_quarter_before_stands_on_the_other_side() {
    let state = at_files().reduce(Action::Opened(Route::Compare(CompareView::default())));
    let asked = state.comparison();
    assert!(matches!(asked, Some(SliceName::Compare(asked)) if asked.against == Against::Day(day("2024-09-30"))));
}
