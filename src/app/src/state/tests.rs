mod decisions;
mod keeping;
mod landing;
mod plan;

use super::made::any_summary;
use super::*;
use crate::choice::Choice;
use domain::{
    ActivityKind, Bilingual, MatrixSlice, PlanProblem, ProblemWeight, ReadError, ReadErrorKind, ReadingLine,
    ReadingOptionLine, Severity, Summary, WhatIfSlice,
};
use protocol::{Reply, Slice};
use std::collections::BTreeMap;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 10, 16).unwrap()
}

fn page() -> Rc<State> {
    Rc::new(State::new(Address::default(), today()))
}

fn given(page: Rc<State>, name: &str) -> Rc<State> {
    let files = vec![FileLine { number: page.last_job.0, name: name.to_owned() }];
    page.reduce(Action::FilesGiven { files, give: Give::Add, source: Source::Own, as_of: None })
}

fn summary() -> Summary {
    Summary { as_of: today(), ..any_summary() }
}

fn done(job: JobId) -> Action {
    Action::Replied(Reply::Done { job, summary: Box::new(summary()), failed: Vec::new() })
}

fn job(state: &State) -> JobId {
    state.run.unwrap().job
}

fn ready() -> Rc<State> {
    let reading = given(page(), "a.csv");
    let job = job(&reading);
    reading.reduce(done(job)).reduce(plan_of(&[]))
}

fn matrix(job: JobId) -> Action {
    let slice = Box::new(Slice::Matrix(MatrixSlice::default()));
    Action::Replied(Reply::Slice { job, name: SliceName::Matrix, slice })
}

fn year(state: Rc<State>, year: i32) -> Rc<State> {
    state.reduce(Action::Chose(Choice::Year(year)))
}

fn month_first(state: Rc<State>) -> Rc<State> {
    state.reduce(Action::Chose(Choice::MonthFirst("f".to_owned())))
}

#[test]
fn late_answers_to_older_files_change_nothing() {
    let first = given(page(), "a.csv");
    let old = job(&first);
    let second = given(first, "b.csv");
    let errors = vec![ReadError { file: "a.csv".to_owned(), kind: ReadErrorKind::Empty }];
    for late in [
        done(old),
        matrix(old),
        Action::Replied(Reply::Failed { job: old, errors }),
        Action::Replied(Reply::Progress { job: old, file: "a.csv".to_owned(), done: 1.0, total: 2.0, rows: 1 }),
        Action::Replied(Reply::Refused { job: old, detail: String::new() }),
    ] {
        assert!(Rc::ptr_eq(&second, &Rc::clone(&second).reduce(late)));
    }
}

#[test]
fn while_files_are_read_the_first_plan_alone_is_asked_for() {
    let reading = given(page(), "a.csv");
    assert!(reading.plan.is_none());
    assert_eq!(reading.missing(), [SliceName::Plan]);
    let asked = Rc::clone(&reading).reduce(Action::Asked(reading.missing()));
    assert!(asked.missing().is_empty());
}

#[test]
fn the_same_answer_twice_changes_nothing_the_second_time() {
    let once = ready();
    let again = Rc::clone(&once).reduce(done(job(&once)));
    assert!(Rc::ptr_eq(&once, &again));
}

#[test]
fn files_are_read_and_then_shown_on_the_overview() {
    let reading = given(page(), "a.csv");
    assert!(matches!(reading.stage, Stage::Reading(_)));
    assert_eq!(reading.run.unwrap().extent, Rerun::Assess);
    let shown = ready();
    assert!(matches!(shown.stage, Stage::Ready(_)));
    assert_eq!(shown.route, Route::Overview);
}

#[test]
fn a_screen_waiting_for_data_is_where_they_are_shown() {
    let waiting = page().reduce(Action::Opened(Route::Check));
    let reading = given(waiting, "a.csv");
    let job = job(&reading);
    assert_eq!(reading.reduce(done(job)).route, Route::Check);
}

#[test]
fn rows_nobody_can_use_lead_to_the_questions_about_them() {
    let reading = given(page(), "a.csv");
    let findings = BTreeMap::from([(Severity::Question, 1)]);
    let summary = Box::new(Summary { used_rows: 0, findings, ..summary() });
    let job = job(&reading);
    let shown = reading.reduce(Action::Replied(Reply::Done { job, summary, failed: Vec::new() }));
    assert_eq!(shown.route, Route::Check);
}

#[test]
fn choosing_a_year_judges_again_and_keeps_showing_the_old_result() {
    let state = ready();
    let old = job(&state);
    let renewing = year(state, 2023);
    assert_eq!(renewing.run.unwrap().extent, Rerun::Judge);
    assert!(renewing.is_renewing());
    assert_eq!(renewing.assessed().unwrap().job, old);
    let job = job(&renewing);
    assert!(!renewing.reduce(done(job)).is_renewing());
}

#[test]
fn a_choice_about_reading_runs_the_whole_path() {
    assert_eq!(month_first(ready()).run.unwrap().extent, Rerun::Assess);
}

#[test]
fn judging_alone_waits_for_no_facts_that_are_still_being_read() {
    let both = year(month_first(ready()), 2023);
    assert_eq!(both.run.unwrap().extent, Rerun::Assess);
    let before_any_result = year(given(page(), "a.csv"), 2023);
    assert_eq!(before_any_result.run.unwrap().extent, Rerun::Assess);
}

#[test]
fn the_same_choice_again_runs_nothing() {
    let chosen = year(ready(), 2023);
    assert!(Rc::ptr_eq(&chosen, &year(Rc::clone(&chosen), 2023)));
}

#[test]
fn a_choice_without_files_is_kept_and_runs_nothing() {
    let chosen = year(page(), 2023);
    assert_eq!(chosen.options.year, Some(2023));
    assert_eq!(chosen.run, None);
}

#[test]
fn a_slice_is_asked_for_once_and_again_after_a_new_result() {
    let state = ready().reduce(Action::Opened(Route::Matrix(crate::route::MatrixView::default())));
    assert_eq!(state.missing(), [SliceName::Matrix]);
    let asked = Rc::clone(&state).reduce(Action::Asked(state.missing()));
    assert!(asked.missing().is_empty());
    let job_before = job(&asked);
    let come = asked.reduce(matrix(job_before));
    assert!(come.missing().is_empty() && come.assessed().unwrap().matrix().is_some());
    let renewing = year(come, 2023);
    let job = job(&renewing);
    let renewed = renewing.reduce(done(job));
    assert_eq!(renewed.missing(), [SliceName::Matrix]);
    assert!(renewed.assessed().unwrap().matrix().is_some(), "the old one stands until the new one has come");
}

#[test]
fn slices_of_units_do_not_outlive_the_reading_that_numbered_them() {
    let state = ready();
    let come = Rc::clone(&state).reduce(matrix(job(&state)));
    let renewing = month_first(come);
    let job = job(&renewing);
    assert!(renewing.reduce(done(job)).assessed().unwrap().matrix().is_none());
}

#[test]
fn stopping_a_reading_leaves_nothing_behind() {
    let stopped = given(page(), "a.csv").reduce(Action::Cancelled);
    assert!(matches!(stopped.stage, Stage::Start));
    assert!(stopped.files.is_empty() && stopped.run.is_none());
}

#[test]
fn a_dead_worker_starts_again_with_the_same_files_but_not_for_ever() {
    let mut state = given(page(), "a.csv");
    for _ in 0..DEATHS_BORNE {
        let before = job(&state);
        state = state.reduce(Action::WorkerDied(Death::Stopped));
        assert!(job(&state) > before);
        assert_eq!(state.notice, Some(Notice::WorkerRestarted));
    }
    state = state.reduce(Action::WorkerDied(Death::Stopped));
    assert!(matches!(state.stage, Stage::Failed(Failure::WorkerStopped)));
    assert_eq!(state.run, None);
    assert!(state.reduce(Action::Retried).run.is_some());
}

#[test]
fn after_a_death_even_a_mere_judgement_reads_the_files_again() {
    let died = year(ready(), 2023).reduce(Action::WorkerDied(Death::Stopped));
    assert_eq!(died.run.unwrap().extent, Rerun::Assess);
    assert!(died.assessed().is_some());
}

#[test]
fn files_join_those_of_the_user_and_push_out_samples_and_namesakes() {
    let names = |state: &State| state.files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
    let two = given(given(page(), "a.csv"), "b.csv");
    assert_eq!(names(&two), ["a.csv", "b.csv"]);
    assert_eq!(names(&given(two, "a.csv")), ["b.csv", "a.csv"]);
    let files = vec![FileLine { number: 0, name: "mau.csv".to_owned() }];
    let sample = page().reduce(Action::FilesGiven {
        files,
        give: Give::Add,
        source: Source::Sample(Sample::Province),
        as_of: NaiveDate::from_ymd_opt(2024, 10, 15),
    });
    assert!(sample.options.as_of.is_some());
    let own = given(sample, "a.csv");
    assert_eq!(names(&own), ["a.csv"]);
    assert_eq!(own.options.as_of, None, "the sample's day is not the user's");
}

#[test]
fn the_last_file_taken_away_leads_back_to_the_start() {
    let state = ready();
    let number = state.files[0].number;
    let empty = state.reduce(Action::FileRemoved(number));
    assert!(matches!(empty.stage, Stage::Start));
    assert_eq!(empty.route, Route::Data);
}

#[test]
fn a_correction_that_leaves_no_table_can_be_taken_back() {
    let broken = month_first(ready());
    let errors = vec![ReadError { file: "a.csv".to_owned(), kind: ReadErrorKind::NoTable { rows: 3 } }];
    let job = job(&broken);
    let told = broken.reduce(Action::Replied(Reply::Failed { job, errors }));
    assert_eq!(told.notice, Some(Notice::NothingLeft));
    assert!(told.assessed().is_some());
    let undone = told.reduce(Action::Undid(Choice::MonthFirst("f".to_owned())));
    assert_eq!(undone.run.unwrap().extent, Rerun::Assess);
}

#[test]
fn an_address_brings_language_day_and_year_along() {
    let hash = "#/ke-hoach?l=en&theme=dark&d=2024-10-16&y=2024&p=qd-1790&r=before-day:inclusive";
    let address = Address::parse(hash);
    let state = State::new(address.clone(), today());
    assert_eq!((state.language, state.options.year), (Language::En, Some(2024)));
    assert_eq!(state.address(), address);
    let reading = given(Rc::new(state), "a.csv");
    assert_eq!(reading.options.as_of, Some(today()));
}

fn plan_of(readings: &[(&str, &[&str])]) -> Action {
    let option = |id: &&str| ReadingOptionLine { id: (*id).to_owned(), label: Bilingual::default(), changes: None };
    let line = |(id, options): &(&str, &[&str])| ReadingLine {
        id: (*id).to_owned(),
        kind: "scope".to_owned(),
        ask: Bilingual::default(),
        why: Bilingual::default(),
        options: options.iter().map(option).collect(),
        in_force: options[0].to_owned(),
        default: options[0].to_owned(),
        clauses: Vec::new(),
    };
    let plan = PlanSlice { readings: readings.iter().map(line).collect(), ..PlanSlice::default() };
    Action::Replied(Reply::Plan { number: 0, plan: Ok(Box::new(plan)) })
}

fn linted(page: Rc<State>, weights: &[ProblemWeight]) -> Rc<State> {
    let problem = |weight: &ProblemWeight| PlanProblem {
        weight: *weight,
        line: 1,
        column: 1,
        message: String::new(),
        help: None,
        text: String::new(),
    };
    let (name, text) = ("a.toml".to_owned(), "[plan]".to_owned());
    page.reduce(Action::Replied(Reply::Linted { name, text, problems: weights.iter().map(problem).collect() }))
}

#[test]
fn a_rule_file_with_errors_is_not_put_in_force_and_one_with_notes_is() {
    for (weights, in_force) in
        [(vec![], true), (vec![ProblemWeight::Note], true), (vec![ProblemWeight::Note, ProblemWeight::Error], false)]
    {
        let given = ready().reduce(Action::RuleFile(RuleFileEvent::Given("a.toml".to_owned())));
        assert_eq!(given.route, Route::Plan, "the report is where the plan is");
        let told = linted(given, &weights);
        assert_eq!(matches!(told.options.plan, PlanChoice::Own { .. }), in_force, "{weights:?}");
        assert_eq!(told.is_renewing(), in_force, "{weights:?}");
    }
}

#[test]
fn an_answer_about_a_rule_file_that_nobody_waits_for_changes_nothing() {
    let page = ready();
    assert!(Rc::ptr_eq(&page, &linted(Rc::clone(&page), &[])));
}

#[test]
fn the_users_own_rules_stand_in_no_address() {
    let given = page().reduce(Action::RuleFile(RuleFileEvent::Given("a.toml".to_owned())));
    let own = linted(given, &[]).reduce(Action::Chose(Choice::Reading { reading: "x".into(), option: "y".into() }));
    assert_eq!(own.address().hash(), "#/ke-hoach");
}

fn trying(edit: Edit) -> Action {
    Action::Tried(Trial::Add(Tried { edit, row: None }))
}

#[test]
fn each_edit_asks_anew_and_only_the_latest_answer_is_kept() {
    let page = ready().reduce(Action::Opened(Route::WhatIf)).reduce(trying(Edit::Remove { row: 1 }));
    let first = SliceName::WhatIf(page.edits());
    assert!(page.missing().contains(&first));
    let job = page.shown_job();
    let slice = || Box::new(Slice::WhatIf(WhatIfSlice::default()));
    let told = page.reduce(Action::Replied(Reply::Slice { job, name: first.clone(), slice: slice() }));
    assert!(!told.missing().contains(&first));
    let more = told.reduce(trying(Edit::Remove { row: 2 }));
    assert!(more.assessed().unwrap().what_if().is_some(), "the old answer stays until the new one comes");
    let second = SliceName::WhatIf(more.edits());
    assert!(more.missing().contains(&second));
    let both = more.reduce(Action::Replied(Reply::Slice { job, name: second.clone(), slice: slice() }));
    assert!(both.assessed().unwrap().has_fresh(&second) && !both.assessed().unwrap().has_fresh(&first));
}

#[test]
fn rows_tried_are_forgotten_when_the_files_are_read_again_and_not_when_they_are_judged_again() {
    let tried = ready().reduce(trying(Edit::Remove { row: 1 }));
    let judged = year(Rc::clone(&tried), 2023);
    assert_eq!(Rc::clone(&judged).reduce(done(job(&judged))).edits().len(), 1);
    let read = month_first(tried);
    assert!(Rc::clone(&read).reduce(done(job(&read))).edits().is_empty());
}

#[test]
fn nothing_tried_stands_in_an_address_or_among_the_options() {
    let page = ready();
    let (hash, options) = (page.address().hash(), page.options.clone());
    let tried = page.reduce(trying(Edit::Remove { row: 1 }));
    assert_eq!((tried.address().hash(), tried.options.clone()), (hash, options));
}
