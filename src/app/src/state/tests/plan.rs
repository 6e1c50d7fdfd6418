//! The plan: what an address guesses, what answers late, what another choice leaves.

use super::*;
use domain::PlanChoice;

fn refusal(number: u32, detail: &str) -> Action {
    Action::Replied(Reply::Plan { number, plan: Err(detail.to_owned()) })
}

fn opened_with(readings: &[(&str, &str)]) -> Rc<State> {
    let readings = readings.iter().map(|(id, option)| ((*id).to_owned(), (*option).to_owned())).collect();
    Rc::new(State::new(Address { readings, ..Address::default() }, today()))
}

#[test]
fn readings_of_an_address_that_the_plan_does_not_know_are_forgotten() {
    let page = opened_with(&[("t3", "90"), ("gone", "a"), ("t5", "nothing"), ("t6", "plain")]);
    let known = page.reduce(plan_of(&[("t3", &["70", "90"]), ("t5", &["a", "b"]), ("t6", &["plain", "odd"])]));
    assert_eq!(known.options.readings, BTreeMap::from([("t3".to_owned(), "90".to_owned())]));
}

#[test]
fn an_address_that_the_worker_refuses_falls_back_to_the_first_plan() {
    let page = opened_with(&[("gone", "a")]).reduce(Action::Asked(vec![SliceName::Plan]));
    let refused = page.reduce(refusal(0, ""));
    assert!(refused.options.readings.is_empty());
    assert_eq!(refused.notice, None, "nobody did anything wrong");
    assert_eq!(refused.missing(), [SliceName::Plan], "the plan is asked for again");
    let broken = refused.reduce(Action::Asked(vec![SliceName::Plan]));
    let late = Rc::clone(&broken).reduce(refusal(0, ""));
    assert!(Rc::ptr_eq(&late, &broken), "a second refusal of the same guess");
    let number = broken.plan_number();
    let told = broken.reduce(refusal(number, "x"));
    assert_eq!(told.notice, Some(Notice::Refused("x".to_owned())), "the first plan itself");
    assert!(told.missing().is_empty(), "it is not asked for again and again");
}

#[test]
fn files_are_read_on_whatever_becomes_of_a_plan_that_an_address_guessed() {
    let reading = given(opened_with(&[("gone", "a")]), "a.csv");
    let first = job(&reading);
    let of_run = Action::Replied(Reply::Refused { job: first, detail: String::new() });
    for answers in [[refusal(0, ""), refusal(0, ""), of_run.clone()], [of_run, refusal(0, ""), refusal(0, "")]] {
        let page = answers.into_iter().fold(Rc::clone(&reading), Reducible::reduce);
        assert!(job(&page) > first && page.options.readings.is_empty());
        assert!(matches!(page.stage, Stage::Reading(_)) && page.notice.is_none());
    }
}

#[test]
fn a_refusal_of_something_else_stops_no_reading() {
    let reading = given(page(), "a.csv");
    let refusal = Action::Replied(Reply::Refused { job: JobId::default(), detail: "x".to_owned() });
    let told = Rc::clone(&reading).reduce(refusal);
    assert_eq!((&told.stage, told.run), (&reading.stage, reading.run));
    assert_eq!(told.notice, Some(Notice::Refused("x".to_owned())));
}

#[test]
fn an_older_plan_that_comes_late_takes_no_ones_place() {
    let page = page().reduce(Action::Chose(Choice::Plan(PlanChoice::Shipped("other".to_owned()))));
    assert_eq!(Rc::clone(&page).reduce(plan_of(&[])).plan, None);
    let own = Action::Replied(Reply::Plan { number: page.plan_number(), plan: Ok(Box::default()) });
    assert!(page.reduce(own).plan.is_some());
}

#[test]
fn another_reading_asks_for_the_plan_again_and_keeps_showing_the_old_one() {
    let page = page().reduce(plan_of(&[("t3", &["70", "90"])]));
    assert!(page.missing().is_empty());
    let reading = Choice::Reading { reading: "t3".to_owned(), option: "90".to_owned() };
    let other = page.reduce(Action::Chose(reading));
    assert!(other.plan.is_some());
    assert_eq!(other.missing(), [SliceName::Plan]);
}
