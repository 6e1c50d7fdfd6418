//! The workbook of the whole province: most report, some have sent nothing.

use crate::world::{PROVINCE, assess, assess_sample, day, said, sample};
use domain::{Options, Period, State, UnitIndex};
use std::collections::BTreeSet;

#[test]
fn a_unit_without_a_row_is_never_said_to_have_missed_anything() {
    let assessment = assess_sample(PROVINCE);
    let facts = assessment.facts();
    let seen: BTreeSet<UnitIndex> = facts.activities.iter().map(|activity| activity.unit).collect();
    let silent = |unit: UnitIndex| {
        !facts.activities.iter().any(|activity| facts.roster.is_under(activity.unit, unit, assessment.as_of()))
    };
    let unseen = assessment.verdicts().iter().filter_map(|verdict| Some((verdict, verdict.unit?)));
    let unseen: Vec<_> = unseen.filter(|(_, unit)| !seen.contains(unit) && silent(*unit)).collect();
    assert!(unseen.len() > 1000);
    for (verdict, unit) in unseen {
        assert!(!matches!(verdict.state, State::Missed | State::Late), "{} {verdict:?}", facts.roster.id(unit));
    }
    assert!(
        assessment.verdicts().iter().any(|verdict| verdict.state == State::Missed),
        "somebody has missed something"
    );
}

#[test]
fn a_commune_that_sent_nothing_is_without_data_until_its_window_is_over_and_open_before() {
    let assessment = assess_sample(PROVINCE);
    for commune in ["kg.phu-quoc.xa-tho-chau", "kg.giang-thanh.xa-phu-my"] {
        for (quarter, expected) in [
            ("2024-Q1", "no_data 0 nothing_reported"),
            ("2024-Q2", "no_data 0 nothing_reported"),
            ("2024-Q3", "no_data 0 nothing_reported"),
            ("2024-Q4", "on_track 0"),
        ] {
            assert_eq!(said(&assessment, "T5", commune, quarter), expected, "{commune} {quarter}");
        }
    }
}

#[test]
fn one_commune_has_the_same_news_in_the_province_workbook_as_in_its_own_log() {
    let assessment = assess_sample(PROVINCE);
    let said = |quarter| said(&assessment, "T5", "kg.chau-thanh.xa-vinh-hoa-hiep", quarter);
    assert_eq!(["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"].map(said), ["met 5", "met 4", "missed 3", "on_track 1"]);
}

#[test]
fn a_workbook_up_to_october_says_nothing_of_december_when_it_is_opened_in_january() {
    let assessment = assess(&[sample(PROVINCE)], Options::default(), "2025-01-06");
    let said = |quarter| said(&assessment, "T5", "kg.chau-thanh.xa-vinh-hoa-hiep", quarter);
    assert_eq!(["2024-Q3", "2024-Q4"].map(said), ["missed 3", "no_data 1 cut_off"]);
    assert_eq!(assessment.summary().cut_off, Some(day("2024-10-15")));
    assert_eq!(assess_sample(PROVINCE).summary().cut_off, None, "on its own day nothing is left open");
    let of_the_last_quarter = assessment.verdicts().iter().filter(|verdict| verdict.period == Period::Quarter(2024, 4));
    assert!(of_the_last_quarter.clone().count() > 100);
    for verdict in of_the_last_quarter {
        assert_ne!(verdict.state, State::Missed, "{verdict:?}");
    }
}
