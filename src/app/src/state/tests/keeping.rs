//! What is safe, what leaving would lose, and faults around the work.

use super::*;
use crate::entry::{CellName, Column, EntryEvent};
use domain::{Remembered, TickChoice, Wanted};

fn remembering(work: Wanted) -> Remembered {
    Remembered { wanted: Wanted::Yes, work, ..Remembered::default() }
}

fn memory(page: Rc<State>, event: MemoryEvent) -> Rc<State> {
    page.reduce(Action::Memory(event))
}

fn opened(remembered: Remembered, offer: Option<Offer>) -> Rc<State> {
    memory(page(), MemoryEvent::Recalled(Box::new(Recalled { remembered, offer, fault: None })))
}

fn kept(page: Rc<State>) -> Rc<State> {
    let work = page.work().unwrap();
    memory(page, MemoryEvent::Kept(Box::new(work)))
}

fn tick() -> Choice {
    let [target, unit, period, note] = ["T9", "kg", "2024", ""].map(str::to_owned);
    Choice::Tick(TickChoice { target, unit, period, note })
}

fn typed(page: Rc<State>) -> Rc<State> {
    let line = page.entry.lines().first().unwrap().id;
    let cell = CellName { line, column: Column::Title };
    page.reduce(Action::Entered(EntryEvent::Typed(cell, "a".to_owned())))
}

fn offer() -> Offer {
    Offer { saved: "2024-10-15T14:05".to_owned(), files: 1, rows: 0 }
}

#[test]
fn no_work_is_to_be_kept_unless_wanted_and_samples_never() {
    assert_eq!(given(page(), "a.csv").work(), None);
    assert_eq!(given(opened(remembering(Wanted::No), None), "a.csv").work(), None);
    assert!(given(opened(remembering(Wanted::Yes), None), "a.csv").work().is_some());
    let files = vec![FileLine { number: 0, name: "mau.csv".to_owned() }];
    let source = Source::Sample(Sample::Province);
    let sample = Action::FilesGiven { files, give: Give::Replace, source, as_of: None };
    assert_eq!(opened(remembering(Wanted::Yes), None).reduce(sample).work(), None);
}

#[test]
fn turning_the_memory_on_keeps_the_work_too_until_that_is_taken_back() {
    let on = memory(given(opened(Remembered::default(), None), "a.csv"), MemoryEvent::Want(Wanted::Yes));
    assert!(on.work().is_some());
    let kept = kept(on);
    let off = memory(kept, MemoryEvent::WantWork(Wanted::No));
    assert!(off.work().is_none() && off.is_work_over());
}

#[test]
fn work_of_an_earlier_sitting_keeps_its_place_until_it_is_opened_or_let_go() {
    let waiting = given(opened(remembering(Wanted::Yes), Some(offer())), "b.csv");
    assert_eq!(waiting.work(), None);
    assert!(memory(Rc::clone(&waiting), MemoryEvent::Declined).work().is_some());
    let files = vec![FileLine { number: 7, name: "a.csv".to_owned() }];
    let project = OpenedProject { files, rows: Vec::new(), options: Box::default() };
    let there = waiting.reduce(Action::Opened(Route::Overview));
    let resumed = memory(there, MemoryEvent::Resumed(project));
    let names: Vec<&str> = resumed.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!((names, &resumed.route, resumed.keeping.offer.as_ref()), (vec!["a.csv"], &Route::Overview, None));
}

#[test]
fn leaving_loses_decisions_and_rows_that_are_kept_nowhere_and_nothing_else() {
    assert!(!given(page(), "a.csv").would_lose());
    let looked = year(given(page(), "a.csv"), 2023);
    assert!(!looked.would_lose(), "the year stands in the address");
    let decided = given(page(), "a.csv").reduce(Action::Chose(tick()));
    assert!(decided.would_lose());
    let saved = memory(Rc::clone(&decided), MemoryEvent::Saved(Box::new(decided.options.clone())));
    assert!(!saved.would_lose());
    assert!(typed(saved).would_lose());
}

#[test]
fn what_the_store_holds_is_not_lost_and_what_came_after_is() {
    let wanted = given(opened(remembering(Wanted::Yes), None), "a.csv").reduce(Action::Chose(tick()));
    assert!(wanted.would_lose());
    let kept = kept(typed(wanted));
    assert!(!kept.would_lose());
    assert!(kept.reduce(Action::Undid(tick())).work().is_some());
}

#[test]
fn a_store_that_refuses_is_told_and_nothing_counts_as_kept() {
    let wanted = kept(typed(opened(remembering(Wanted::Yes), None)));
    let full = memory(Rc::clone(&wanted), MemoryEvent::Failed(StoreFault::Full));
    assert_eq!((&full.notice, full.would_lose()), (&Some(Notice::NotKept(StoreFault::Full)), true));
    assert_eq!(full.remembered.wanted, Wanted::Yes);
    let forbidden = memory(wanted, MemoryEvent::Failed(StoreFault::Forbidden));
    assert_eq!(forbidden.remembered.wanted, Wanted::No);
}

#[test]
fn a_second_tab_is_told_only_where_it_takes_the_place_of_work() {
    let idle = opened(remembering(Wanted::Yes), None);
    assert!(Rc::ptr_eq(&idle, &memory(Rc::clone(&idle), MemoryEvent::OtherTab)));
    let overtaken = memory(kept(typed(idle)), MemoryEvent::OtherTab);
    assert_eq!((&overtaken.notice, overtaken.would_lose()), (&Some(Notice::OtherTab), true));
    let forgot = memory(overtaken, MemoryEvent::OtherTabForgot);
    assert_eq!((&forgot.remembered, &forgot.notice), (&Remembered::default(), &Some(Notice::OtherTabForgot)));
    assert!(Rc::ptr_eq(&forgot, &memory(Rc::clone(&forgot), MemoryEvent::OtherTabForgot)), "no echo");
}

#[test]
fn memory_that_does_not_suffice_is_not_tried_again_unasked_and_smaller_files_are_read() {
    let starved = given(page(), "a.csv").reduce(Action::WorkerDied(Death::Starved));
    assert!(matches!(starved.stage, Stage::Failed(Failure::Starved)));
    assert_eq!((starved.run, starved.files.len()), (None, 1));
    let other = given(starved, "b.csv").reduce(Action::WorkerDied(Death::Stopped));
    assert!(matches!(other.stage, Stage::Reading(_)), "a first fall is borne");
}

#[test]
fn files_that_changed_leave_the_results_of_before_and_whatever_comes_next_reads() {
    let chosen = ready().reduce(Action::Chose(Choice::Kind { word: "Loa".to_owned(), kind: ActivityKind::News }));
    let (job, files) = (job(&chosen), vec!["a.csv".to_owned()]);
    let told = chosen.reduce(Action::Replied(Reply::Changed { job, files: files.clone() }));
    assert_eq!((told.assessed().is_some(), &told.notice), (true, &Some(Notice::Changed(files.clone()))));
    assert!(!told.is_renewing());
    assert_eq!(year(told, 2023).run.unwrap().extent, Rerun::Assess);
    let reading = given(page(), "a.csv");
    let job = reading.run.unwrap().job;
    let failed = reading.reduce(Action::Replied(Reply::Changed { job, files: files.clone() }));
    assert_eq!(failed.stage, Stage::Failed(Failure::Changed(files)));
}

#[test]
fn a_worker_that_speaks_again_is_no_longer_called_silent() {
    let reading = given(page(), "a.csv");
    let job = job(&reading);
    for notice in [Notice::WorkerSilent, Notice::Slow] {
        let told = Rc::clone(&reading).reduce(Action::Noticed(notice.clone()));
        assert_eq!(told.notice, Some(notice));
        assert_eq!(told.reduce(done(job)).notice, None);
    }
}

#[test]
fn a_slow_line_takes_no_other_notice_away() {
    let limited = given(page(), "a.csv").reduce(Action::Noticed(Notice::TooManyFiles(500)));
    let job = job(&limited);
    let slow = limited.reduce(Action::Noticed(Notice::Slow));
    assert_eq!(slow.notice, Some(Notice::TooManyFiles(500)));
    assert_eq!(slow.reduce(done(job)).notice, Some(Notice::TooManyFiles(500)));
}

#[test]
fn what_a_newer_version_wrote_is_told_at_once_and_nothing_is_kept_in_its_place() {
    let recalled = Recalled { fault: Some(StoreFault::Newer), ..Recalled::default() };
    let page = memory(given(page(), "a.csv"), MemoryEvent::Recalled(Box::new(recalled)));
    assert_eq!(page.notice, Some(Notice::NotKept(StoreFault::Newer)));
    let wanted = memory(page, MemoryEvent::Want(Wanted::Yes));
    assert_eq!((&wanted.remembered, wanted.work()), (&Remembered::default(), None));
    assert_eq!(wanted.notice, Some(Notice::NotKept(StoreFault::Newer)));
}

#[test]
fn a_part_of_the_program_that_is_lost_stops_only_the_run_that_needs_it() {
    let reading = given(page(), "a.csv");
    let run = job(&reading);
    let elsewhere = Rc::clone(&reading).reduce(Action::Replied(Reply::Incomplete { begun: None }));
    assert_eq!(elsewhere.notice, Some(Notice::Incomplete));
    assert_eq!(job(&elsewhere), run, "the files are read on");
    assert!(matches!(elsewhere.stage, Stage::Reading(_)));
    let stopped = elsewhere.reduce(Action::Replied(Reply::Incomplete { begun: Some(run) }));
    assert!(stopped.run.is_none() && matches!(stopped.stage, Stage::Failed(Failure::Incomplete)));
    assert_eq!(stopped.notice, None, "the screen says it already");
    assert_eq!(stopped.reduce(Action::Replied(Reply::Incomplete { begun: None })).notice, None);
}
