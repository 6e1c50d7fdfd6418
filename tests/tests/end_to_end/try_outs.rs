//! Every rule of every plan that ships can be tried, and has its border where it says.

use assess::House;
use domain::{Options, PlanChoice, State, TryField, TryOut, TryOutSlice, TryOutcome};

fn tried(house: &House, options: &Options, rule: &str, entries: &[String]) -> TryOutSlice {
    let tried = TryOut { rule: rule.to_owned(), period: String::new(), entries: entries.to_vec() };
    house.try_out(options, &tried, "2024-10-16".parse().unwrap()).unwrap().unwrap()
}

fn state(slice: &TryOutSlice) -> Option<State> {
    match &slice.outcome {
        TryOutcome::Judged(why) => Some(why.verdict.state),
        TryOutcome::NotJudged => None,
        TryOutcome::Unreadable(at) => panic!("{:?}: field {at} of {:?}", slice.tried, slice.fields),
    }
}

#[test]
fn every_rule_that_ships_can_be_tried_or_says_that_it_is_not_judged() {
    let house = House::embedded().unwrap();
    let mut judged = 0;
    for id in house.plan_slice(&Options::default()).unwrap().plans.iter().map(|line| line.id.clone()) {
        let options = Options { plan: PlanChoice::Shipped(id.clone()), ..Options::default() };
        let plan = house.plan_slice(&options).unwrap();
        let targets = plan.targets.iter().map(|target| (&target.id, target.enabled));
        for (rule, enabled) in targets.chain(plan.duties.iter().map(|duty| (&duty.id, duty.deadline.is_some()))) {
            let first = tried(&house, &options, rule, &[]);
            assert_eq!(state(&first).is_some(), enabled, "{id} {rule}");
            judged += usize::from(enabled);
            if enabled && first.fields.iter().all(|field| matches!(field, TryField::Activities(_))) {
                assert_ne!(state(&first), Some(State::Met), "{id} {rule}: one less than enough is enough");
                let more: Vec<String> =
                    first.tried.entries.iter().map(|entry| (entry.parse::<u32>().unwrap() + 1).to_string()).collect();
                assert_eq!(state(&tried(&house, &options, rule, &more)), Some(State::Met), "{id} {rule} {more:?}");
            }
        }
    }
    assert!(judged > 30, "{judged} rules were tried");
}
