//! The shipped plan: it lints clean, holds what the law holds, and every option of every reading can be chosen.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read the plan must fail")]

use domain::{ActivityKind, NaiveDate, UnitKind};
use plan::{Measure, MissingPolicy, Plan, Repeat, RuleFile, Sources, lint, vocabulary};
use std::collections::BTreeMap;
use std::path::Path;

const SOURCE: &str = "rules/sources/kien-giang.txt";

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules").join(path)).unwrap()
}

fn rule_file() -> RuleFile {
    let file = RuleFile::parse("kien-giang-2030.toml", &text("kien-giang-2030.toml"));
    file.unwrap_or_else(|problems| panic!("{}", shown(&problems)))
}

fn under(choices: &[(&str, &str)]) -> Plan {
    let choices = choices.iter().map(|(reading, option)| ((*reading).to_owned(), (*option).to_owned())).collect();
    rule_file().plan(&choices).unwrap_or_else(|problems| panic!("{}", shown(&problems)))
}

fn shown(problems: &[plan::Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
}

fn count(plan: &Plan, target: &str) -> plan::CountRule {
    match &plan.target(target).unwrap().measure {
        Measure::Count(rule) => rule.clone(),
        other => panic!("{target} does not count: {other:?}"),
    }
}

#[test]
fn the_shipped_plan_has_no_problem() {
    let problems = lint(&rule_file(), &Sources::new().with(SOURCE, &text("sources/kien-giang.txt")));
    assert!(problems.is_empty(), "{}", shown(&problems));
}

#[test]
fn one_changed_letter_of_the_law_is_noticed() {
    let changed = text("sources/kien-giang.txt").replacen("ít nhất 04 tin", "ít nhất 05 tin", 1);
    let problems = lint(&rule_file(), &Sources::new().with(SOURCE, &changed));
    let messages: Vec<String> = problems.into_iter().map(|problem| problem.message).collect();
    assert_eq!(
        messages,
        ["`rules/sources/kien-giang.txt` has another sha-256", "the quote of clause `I.2/5` is not in the source"]
    );
}

#[test]
fn the_plan_holds_what_the_law_holds() {
    let plan = under(&[]);
    let enabled: Vec<&str> =
        plan.targets.iter().filter(|target| target.enabled).map(|target| target.id.as_str()).collect();
    assert_eq!(enabled, ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"]);
    assert_eq!(plan.targets.len(), 9);
    assert!(!plan.target("X1").unwrap().enabled);
    let sizes = [plan.clauses.len(), plan.duties.len(), plan.tasks.len(), plan.topics.len(), plan.peaks.len()];
    assert_eq!(sizes, [101, 5, 25, 22, 5]);
    assert_eq!((plan.readings.len(), plan.readings_in_force.len()), (38, 38));
    assert!(plan.examples.len() >= 12);
    assert_eq!(plan.defaults.missing, MissingPolicy::Implied);
}

#[test]
fn the_numbers_of_the_eight_targets_are_those_of_the_law() {
    let plan = under(&[]);
    let counts = ["T1", "T2", "T4", "T5", "T6", "T8"]
        .map(|id| (count(&plan, id).window, count(&plan, id).parts.first.at_least.all()));
    let expected = [("year", 2), ("action_month", 1), ("plan", 1), ("quarter", 4), ("year", 1), ("year", 2)];
    assert_eq!(counts, expected.map(|(window, at_least)| (window.to_owned(), vec![at_least])));
    let shares = ["T3", "T7"].map(|id| match &plan.target(id).unwrap().measure {
        Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => {
            milestones.iter().map(|at| (at.by.to_string(), at.at_least_percent)).collect::<Vec<_>>()
        }
        Measure::Count(_) | Measure::Survey(_) | Measure::Tick { .. } => Vec::new(),
    });
    let day = str::to_owned;
    assert_eq!(shares[0], [(day("2025-12-31"), 70), (day("2029-12-31"), 100)]);
    assert_eq!(shares[1], [(day("2025-12-31"), 95), (day("2030-12-31"), 100)]);
}

#[test]
fn the_action_month_runs_from_15_november_to_15_december() {
    let repeat = under(&[]).windows["action_month"].repeat.clone();
    assert_eq!(repeat, Repeat::Yearly { suffix: "AM".into(), from: (11, 15), to: (12, 15) });
}

#[test]
fn every_option_of_every_reading_can_be_chosen_and_all_but_the_default_change_the_plan() {
    let file = rule_file();
    let default = under(&[]);
    let mut options = 0;
    for reading in &default.readings {
        for option in &reading.options {
            options += 1;
            let chosen = file.plan(&BTreeMap::from([(reading.id.clone(), option.id.clone())])).unwrap();
            assert_eq!(chosen.readings_in_force[&reading.id], option.id);
            let rules = Plan { readings_in_force: default.readings_in_force.clone(), ..chosen };
            assert_eq!(rules == default, option.id == reading.default, "{} = {}", reading.id, option.id);
        }
    }
    assert_eq!(options, 77);
}

#[test]
fn readings_of_one_list_can_be_chosen_together() {
    let plan = under(&[("t1-schools", "both"), ("locality-as-unit", "district"), ("enterprise-scope", "exclude")]);
    let kinds: Vec<&str> = plan.target("T1").unwrap().who.kinds.iter().map(|kind| kind.code()).collect();
    assert_eq!(kinds, ["district", "agency", "union", "org", "school", "health", "media"]);
}

#[test]
fn patches_reach_windows_days_and_policies() {
    let plan = under(&[
        ("t8-year", "school"),
        ("plan-start", "2021-10-23"),
        ("absence", "zero"),
        ("before-day", "inclusive"),
        ("news-counting", "distinct-title"),
        ("pledge-yearly", "yearly"),
    ]);
    assert_eq!(count(&plan, "T8").window, "school_year");
    assert_eq!(plan.from, NaiveDate::from_ymd_opt(2021, 10, 23).unwrap());
    assert_eq!(plan.defaults.missing, MissingPolicy::Zero);
    assert!(plan.duty("R-half").unwrap().deadline.as_ref().unwrap().inclusive);
    assert!(count(&plan, "T5").parts.first.distinct_titles);
    assert!(plan.target("X1").unwrap().enabled);
}

#[test]
fn an_unknown_choice_is_refused_with_the_nearest_name() {
    let refusals = [("t8-years", "school"), ("t8-year", "shcool")].map(|(reading, option)| {
        let problems = rule_file().plan(&BTreeMap::from([(reading.to_owned(), option.to_owned())])).unwrap_err();
        (problems[0].message.clone(), problems[0].help.clone().unwrap())
    });
    let expected = [
        ("unknown reading `t8-years`", "did you mean `t8-year`?"),
        ("unknown option `shcool`", "did you mean `school`?"),
    ];
    assert_eq!(refusals, expected.map(|(message, help)| (message.to_owned(), help.to_owned())));
}

#[test]
fn the_vocabulary_brings_the_words_of_tables() {
    let words = vocabulary(&under(&[]));
    for (term, kind) in
        [("THCS", UnitKind::School), ("TYT", UnitKind::Health), ("P.", UnitKind::Commune), ("TDP", UnitKind::Hamlet)]
    {
        assert!(words.units.contains(&(term.to_owned(), kind)), "{term}");
    }
    assert!(words.tags.contains(&("Tháng hành động vì bình đẳng giới".to_owned(), "action_month".to_owned())));
    let models = words.kinds.iter().find(|terms| terms.kind == ActivityKind::Model).unwrap();
    assert!(models.ask_terms.contains(&"câu lạc bộ".to_owned()));
    assert!(words.channels.iter().any(|channel| channel.term == "loa" && channel.kind == ActivityKind::News));
}

#[test]
fn no_word_means_two_things() {
    let words = vocabulary(&under(&[]));
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let kinds = words.kinds.iter().flat_map(|kind| {
        kind.terms
            .iter()
            .chain(&kind.ask_terms)
            .map(|term| (format!("activity {}", term.to_lowercase()), kind.kind.code()))
    });
    let units = words.units.iter().map(|(term, kind)| (format!("unit {}", term.to_lowercase()), kind.code()));
    for (term, code) in kinds.chain(units) {
        let before = seen.insert(term.clone(), code.to_owned());
        assert_eq!(before, None, "{term} is both {before:?} and {code}");
    }
}
