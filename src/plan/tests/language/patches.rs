//! Readings reach every field of the rules: by id where things have one, else by number from 1.

use crate::{plan_under, said, target};
use plan::{Measure, Part, Phased, Plan, SurveyDue, Tenths};

const RULES: [(&str, &str); 3] = [
    (
        "M3",
        "window = \"year\"\n\
         [[target.part]]\nmeasure = { count = [\"event\"] }\nat_least = 4\n\
         [[target.part]]\nmeasure = { count = [\"pledge\"], since_start = true }\n\
         phase = [{ from = 2021-01-01, to = 2025-12-31, at_least = 1 }, { from = 2026-01-01, to = 2030-12-31, at_least = 2 }]",
    ),
    (
        "M7",
        "measure = { survey = \"awareness\", direction = \"increase\" }\nbase_year = 2020\n\
         [[target.step]]\nid = \"2025\"\nby = 2025-12-31\nat_least = 5\n\
         [[target.step]]\nid = \"1\"\nby = 2030-12-31\nat_least = 10",
    ),
    (
        "M8",
        "measure = { count = [\"event\"] }\nwindow = \"year\"\nat_least = 1\n\
         aggregate = { at = [\"province\"], phase = [{ from = 2021-01-01, to = 2030-12-31, at_least_percent = 80 }] }",
    ),
];

/// The rules with a reading whose option `other` sets these.
fn patched(set: &str) -> String {
    let rules: String = RULES.iter().map(|(id, lines)| target(id, &format!("readings = [\"r\"]\n{lines}"))).collect();
    let text = "{ vi = \"?\", en = \"?\" }";
    format!(
        "{rules}\n[[reading]]\nid = \"r\"\nkind = \"counting\"\nask = {text}\ncite = [{{ clause = \"1\" }}]\n\
         default = \"as-written\"\nwhy = {text}\noption = [\n  {{ id = \"as-written\", label = {text} }},\n  \
         {{ id = \"other\", label = {text}, set = {{ {set} }} }},\n]\n"
    )
}

fn under(set: &str) -> Plan {
    plan_under(&patched(set), &[("r", "other")])
}

fn part(plan: &Plan, target: &str, number: usize) -> Part {
    match &plan.target(target).unwrap().measure {
        Measure::Count(rule) => rule.parts.iter().nth(number).unwrap().clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn parts_and_phases_are_reached_by_number_from_one() {
    let plan = under("\"target.M3.part.1.at_least\" = 6, \"target.M3.part.2.measure.since_start\" = false");
    assert_eq!(part(&plan, "M3", 0).at_least, Phased::Always(6));
    assert!(!part(&plan, "M3", 1).since_start);
    let plan = under("\"target.M3.part.2.phase.2.at_least\" = 3");
    assert_eq!(part(&plan, "M3", 1).at_least.all(), [1, 3]);
    let plan = under("\"target.M8.aggregate.phase.1.at_least_percent\" = 90");
    let Measure::Count(rule) = &plan.target("M8").unwrap().measure else { panic!() };
    assert_eq!(rule.aggregate.as_ref().unwrap().at_least_percent.all(), [90]);
}

#[test]
fn lists_in_parts_can_be_edited_and_fields_added() {
    let plan = under(
        "\"target.M3.part.1.measure.count\" = { add = [\"pledge\"] }, \"target.M3.part.1.measure.distinct\" = \"title\"",
    );
    let first = part(&plan, "M3", 0);
    assert_eq!(first.count.len(), 2);
    assert!(first.distinct_titles);
}

#[test]
fn steps_are_reached_by_id_and_an_id_goes_before_a_number() {
    for (step, at_least) in [("2025", [70, 100]), ("1", [50, 70]), ("2", [50, 70])] {
        let plan = under(&format!("\"target.M7.step.{step}.at_least\" = 7"));
        let Measure::Survey(rule) = &plan.target("M7").unwrap().measure else { panic!() };
        let SurveyDue::Since { steps, .. } = &rule.due else { panic!() };
        assert_eq!([steps[0].at_least, steps[1].at_least], at_least.map(Tenths), "{step}");
    }
}

#[test]
fn what_concerns_the_whole_rule_is_reached_too() {
    let plan = under("\"target.M7.base_year\" = 2021, \"target.M7.measure.scale\" = \"points\"");
    let Measure::Survey(rule) = &plan.target("M7").unwrap().measure else { panic!() };
    assert!(matches!(rule.due, SurveyDue::Since { base_year: 2021, .. }));
}

#[test]
fn a_number_that_no_part_has_is_refused_where_the_patch_stands() {
    for number in ["0", "3", "x", "-1"] {
        let path = format!("target.M3.part.{number}.at_least");
        // The default is judged when the file is read; the option when it is chosen.
        let text = patched(&format!("\"{path}\" = 6")).replace("default = \"as-written\"", "default = \"other\"");
        assert_eq!(said(&text), [format!("6: nothing stands at `{path}`")]);
    }
}
