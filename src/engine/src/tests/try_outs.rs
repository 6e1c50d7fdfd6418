//! Rules tried with numbers of one's own: every kind of rule has its border where the plan draws it.

use crate::try_out;
use domain::{NaiveDate, State, TryField, TryOut, TryOutSlice, TryOutcome};
use plan::{Plan, RuleFile};
use std::collections::BTreeMap;

const PROBE: &str = include_str!("plan.toml");

fn plan(readings: &[(&str, &str)], more: &str) -> Plan {
    let file = RuleFile::parse("case.toml", &format!("{PROBE}{more}")).unwrap();
    let readings: BTreeMap<String, String> =
        readings.iter().map(|(reading, option)| ((*reading).to_owned(), (*option).to_owned())).collect();
    file.plan(&readings).unwrap()
}

fn tried(plan: &Plan, rule: &str, period: &str, entries: &[&str]) -> TryOutSlice {
    let entries = entries.iter().map(|entry| (*entry).to_owned()).collect();
    let tried = TryOut { rule: rule.to_owned(), period: period.to_owned(), entries };
    try_out(plan, &tried, NaiveDate::from_ymd_opt(2024, 5, 2).unwrap()).unwrap()
}

fn state(plan: &Plan, rule: &str, period: &str, entries: &[&str]) -> State {
    match tried(plan, rule, period, entries).outcome {
        TryOutcome::Judged(why) => why.verdict.state,
        other => panic!("{rule}: {other:?}"),
    }
}

#[test]
fn three_news_items_are_not_four() {
    let plan = plan(&[], "");
    let first = tried(&plan, "T5", "", &[]);
    assert_eq!((first.tried.period.as_str(), first.tried.entries.as_slice()), ("2024-Q2", &["3".to_owned()][..]));
    assert_eq!(first.periods.len(), 36);
    assert_eq!(state(&plan, "T5", "2024-Q2", &["3"]), State::Missed);
    assert_eq!(state(&plan, "T5", "2024-Q2", &["4"]), State::Met);
    assert_eq!(state(&plan, "T5", "2024-Q2", &["0"]), State::Missed, "nothing was entered, so nothing was done");
}

#[test]
fn a_share_is_judged_by_its_members() {
    let plan = plan(&[], "");
    assert_eq!(tried(&plan, "T3", "pilot-2025", &[]).fields, [TryField::Members, TryField::AllMembers]);
    assert_eq!(state(&plan, "T3", "pilot-2025", &["7", "10"]), State::Met);
    assert_eq!(state(&plan, "T3", "pilot-2025", &["9", "13"]), State::Missed);
    assert_eq!(state(&plan, "T7", "2025", &["19", "20"]), State::Met);
    assert_eq!(state(&plan, "T7", "2025", &["18", "20"]), State::Missed);
    assert_eq!(state(&plan, "T7", "2025", &["30", "20"]), State::Met, "never more than there are");
}

#[test]
fn the_share_of_units_that_met_a_target_is_judged_by_its_units() {
    let plan = plan(&[], "");
    let first = tried(&plan, "T2-share", "2024-AM", &[]);
    assert_eq!(first.fields, [TryField::Members, TryField::AllMembers]);
    assert_eq!((first.unit, first.periods.len()), (None, tried(&plan, "T2", "", &[]).periods.len()));
    let percent = match first.outcome {
        TryOutcome::Judged(why) => why.verdict.threshold,
        other => panic!("{other:?}"),
    };
    let of = 100;
    let state = |met: u32| state(&plan, "T2-share", "2024-AM", &[&met.to_string(), &of.to_string()]);
    assert_eq!((state(percent), state(percent - 1), state(0)), (State::Met, State::Missed, State::Missed));
    let of_nobody = self::state(&plan, "T2-share", "2024-AM", &["1", "0"]);
    assert_eq!(of_nobody, State::NotApplicable);
    assert!(try_out(&plan, &TryOut { rule: "T5-share".to_owned(), ..TryOut::default() }, NaiveDate::MIN).is_none());
}

#[test]
fn a_report_is_in_time_late_or_missing() {
    let plan = plan(&[], "");
    let first = tried(&plan, "R-half", "2024-H1", &[]);
    let TryOutcome::Judged(why) = first.outcome else { panic!() };
    assert_eq!((why.verdict.state, first.tried.entries), (State::Met, vec![why.verdict.deadline.to_string()]));
    let late = why.verdict.deadline.succ_opt().unwrap().to_string();
    assert_eq!(state(&plan, "R-half", "2024-H1", &[&late]), State::Late);
    assert_eq!(state(&plan, "R-half", "2024-H1", &[""]), State::Missed);
    assert_eq!(tried(&plan, "R-undated", "", &[]).outcome, TryOutcome::NotJudged);
}

#[test]
fn the_readings_in_force_take_part() {
    let more = |option| plan(&[("t2-untagged", option)], "");
    for option in ["possible", "ignore", "certain"] {
        assert_eq!(state(&more(option), "T2", "2024-AM", &["1"]), State::Met, "{option}");
    }
    let audience = plan(&[("t1-audience", "audience_staff")], "");
    assert_eq!(state(&audience, "T1", "2024", &["2"]), State::Met, "what is tried is what the rule asks for");
}

#[test]
fn people_and_women_of_one_rule_are_those_of_one_row() {
    let more = r#"
        [[target]]
        id = "P1"
        label = { vi = "người", en = "people" }
        cite = [{ clause = "c", quote = "c" }]
        who = { kinds = ["commune"] }
        window = "year"

        [[target.part]]
        measure = { count = ["event"], sum = "people" }
        at_least = 200

        [[target.part]]
        measure = { count = ["event"], sum = "women_percent" }
        at_least_percent = 50
    "#;
    let plan = plan(&[], more);
    assert_eq!(tried(&plan, "P1", "2024", &[]).fields, [TryField::People, TryField::WomenPercent]);
    for (entries, expected) in
        [(["200", "50"], State::Met), (["199", "50"], State::Missed), (["200", "49"], State::Missed)]
    {
        assert_eq!(state(&plan, "P1", "2024", &entries), expected, "{entries:?}");
    }
}

#[test]
fn what_is_no_number_is_named_by_its_field() {
    let plan = plan(&[], "");
    for entry in ["", "vài", "-1", "99999999999"] {
        assert_eq!(tried(&plan, "T5", "", &[entry]).outcome, TryOutcome::Unreadable(0), "{entry}");
    }
    assert_eq!(tried(&plan, "T7", "2025", &["1", "nhiều"]).outcome, TryOutcome::Unreadable(1));
    assert_eq!(state(&plan, "T5", "", &["1.000"]), State::Met);
}

#[test]
fn an_unknown_rule_is_none_and_an_unknown_period_is_that_of_the_day() {
    let plan = plan(&[], "");
    let unknown = TryOut { rule: "T99".to_owned(), ..TryOut::default() };
    assert_eq!(try_out(&plan, &unknown, plan.from), None);
    assert_eq!(tried(&plan, "T5", "1999-Q1", &[]).tried.period, "2024-Q2");
}
