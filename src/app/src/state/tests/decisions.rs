//! Steps over what was chosen, what this machine remembers, and the place that is looked at.

use super::*;
use domain::{TextSize, Theme};

/// A page that found this in the store.
fn recalling(address: Address, remembered: Remembered) -> Rc<State> {
    let recalled = Recalled { remembered, ..Recalled::default() };
    Rc::new(State::new(address, today())).reduce(Action::Memory(MemoryEvent::Recalled(Box::new(recalled))))
}

fn kind(word: &str) -> Choice {
    Choice::Kind { word: word.to_owned(), kind: domain::ActivityKind::News }
}

fn checked(page: Rc<State>) -> Rc<State> {
    let job = page.shown_job();
    let slice = Box::new(Slice::Check(domain::CheckSlice::default()));
    page.reduce(Action::Replied(Reply::Slice { job, name: SliceName::Check, slice }))
}

#[test]
fn several_choices_with_one_tap_are_one_step_back_and_one_forward() {
    let page = ready().reduce(Action::ChoseAll(vec![kind("Loa"), kind("Đài")]));
    assert_eq!(page.options.kinds.len(), 2);
    let back = page.reduce(Action::Stepped(Step::Back));
    assert_eq!((back.options.kinds.len(), back.steps.can(Step::Back)), (0, false));
    let forward = back.reduce(Action::Stepped(Step::Forward));
    assert_eq!((forward.options.kinds.len(), forward.steps.can(Step::Forward)), (2, false));
    assert!(Rc::ptr_eq(&forward, &Rc::clone(&forward).reduce(Action::Stepped(Step::Forward))));
}

#[test]
fn a_new_choice_leaves_nothing_to_redo_and_other_files_leave_nothing_to_undo() {
    let back = ready().reduce(Action::Chose(kind("Loa"))).reduce(Action::Stepped(Step::Back));
    let anew = back.reduce(Action::Chose(kind("Đài")));
    assert!(!anew.steps.can(Step::Forward));
    let files = vec![FileLine { number: 9, name: "b.csv".to_owned() }];
    let other = anew.reduce(Action::FilesGiven { files, give: Give::Replace, source: Source::Own, as_of: None });
    assert!(!other.steps.can(Step::Back) && !other.options.kinds.is_empty());
}

#[test]
fn dropping_all_decisions_keeps_the_day_and_can_be_undone() {
    let dated = ready().reduce(Action::Chose(Choice::AsOf(today()))).reduce(Action::Chose(kind("Loa")));
    let dropped = dated.reduce(Action::Dropped);
    assert_eq!((dropped.options.as_of, dropped.options.kinds.len()), (Some(today()), 0));
    assert_eq!(dropped.reduce(Action::Stepped(Step::Back)).options.kinds.len(), 1);
}

#[test]
fn nothing_is_remembered_until_it_is_wanted_and_nothing_after_it_is_deleted() {
    let chosen = checked(ready()).reduce(Action::Chose(kind("Loa")));
    assert_eq!(chosen.remembered, Remembered::default());
    let wanted = chosen.reduce(Action::Memory(MemoryEvent::Want(domain::Wanted::Yes)));
    assert_eq!(wanted.remembered.count(), 1);
    let more = Rc::clone(&wanted).reduce(Action::Chose(kind("Đài")));
    assert_eq!(more.remembered.count(), 2);
    let forgotten = more.reduce(Action::Memory(MemoryEvent::Forget));
    assert_eq!((forgotten.remembered.clone(), forgotten.options.kinds.len()), (Remembered::default(), 2));
    let opened = recalling(Address::default(), wanted.remembered.clone());
    assert_eq!((opened.options.kinds.len(), opened.recalled.kinds.len()), (1, 1));
}

#[test]
fn how_the_page_shows_itself_is_remembered_only_where_that_is_wanted_and_the_address_goes_first() {
    let dark = PageSettings { theme: Theme::Dark, ..PageSettings::default() };
    let large = PageSettings { size: TextSize::Large, ..PageSettings::default() };
    let shown = Rc::new(State::new(Address::default(), today())).reduce(Action::Showed(dark));
    assert_eq!((shown.address().page, &shown.remembered), (dark, &Remembered::default()));
    let wanted = shown.reduce(Action::Memory(MemoryEvent::Want(domain::Wanted::Yes)));
    assert_eq!((wanted.remembered.page, wanted.remembered.count()), (dark, 1));
    let opened = |page| recalling(Address { page, ..Address::default() }, wanted.remembered.clone());
    assert_eq!((opened(PageSettings::default()).page, opened(large).page), (dark, large));
}

#[test]
fn late_word_of_a_closed_dialog_does_not_close_the_next_one() {
    let page = Rc::new(State::new(Address::default(), today())).reduce(Action::Overlaid(Overlay::Palette));
    let next = page.reduce(Action::Overlaid(Overlay::Keys)).reduce(Action::Uncovered(Overlay::Palette));
    assert_eq!(next.overlay, Some(Overlay::Keys));
    assert_eq!(next.reduce(Action::Uncovered(Overlay::Keys)).overlay, None);
}

#[test]
fn the_units_are_asked_for_while_the_search_is_open_over_data() {
    let searching = ready().reduce(Action::Overlaid(Overlay::Palette));
    assert!(searching.missing().contains(&SliceName::Roster));
    assert!(!searching.reduce(Action::Overlaid(Overlay::Keys)).missing().contains(&SliceName::Roster));
    let empty = Rc::new(State::new(Address::default(), today())).reduce(Action::Overlaid(Overlay::Palette));
    assert!(!empty.missing().contains(&SliceName::Roster));
}

#[test]
fn a_memory_that_is_turned_off_is_not_applied() {
    let options = Options { month_first: vec!["0123".to_owned()], ..Options::default() };
    let off = Remembered { options, ..Remembered::default() };
    assert_eq!(recalling(Address::default(), off).options, Options::default());
}

#[test]
fn a_place_that_is_looked_at_is_asked_for_and_forgotten_on_another_screen() {
    let at = Place { file: "a.csv".to_owned(), sheet: String::new(), row: Some(7), column: Some(1) };
    let looking = ready().reduce(Action::Opened(Route::Check)).reduce(Action::Looked(Some(at.clone())));
    assert!(looking.missing().contains(&SliceName::Rows(at)));
    assert_eq!(looking.reduce(Action::Opened(Route::Overview)).look, None);
}

#[test]
fn an_address_that_is_followed_sets_what_it_names_with_one_step_and_leaves_the_rest() {
    let page = year(ready(), 2023);
    let hash = "#/ke-hoach?l=en&d=2024-09-30&r=t3:90";
    let there = Rc::clone(&page).reduce(Action::Followed(Address::parse(hash)));
    assert_eq!((&there.route, there.language), (&Route::Plan, Language::En));
    assert_eq!((there.options.as_of, there.options.year), (NaiveDate::from_ymd_opt(2024, 9, 30), Some(2023)));
    assert!(there.is_renewing() && there.options.readings.contains_key("t3"));
    let back = Rc::clone(&there).reduce(Action::Stepped(Step::Back));
    assert_eq!(back.options, page.options);
    let bare = there.reduce(Action::Followed(Address::parse("#/lich")));
    assert_eq!((bare.language, bare.options.as_of.is_some()), (Language::En, true));
}
