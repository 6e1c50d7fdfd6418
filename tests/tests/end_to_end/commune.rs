//! The log of one commune, Xã Vĩnh Hòa Hiệp, as known at the end of 15/10/2024.

use crate::world::{COMMUNE, SAMPLE_DAY, assess, assess_sample, said, sample, unit, verdict};
use domain::{ActivityKind, Options, Outcome, Period, Relevance, State, UnitKind};
use std::collections::BTreeMap;

const VINH_HOA_HIEP: &str = "kg.chau-thanh.xa-vinh-hoa-hiep";

#[test]
fn its_news_quarter_by_quarter() {
    let assessment = assess_sample(COMMUNE);
    for (quarter, expected) in [
        ("2024-Q1", "met 5"),
        // The fifth is called “Loa cụm”: nobody knows what that is until the user says.
        ("2024-Q2", "met 4..5"),
        ("2024-Q3", "missed 3"),
        ("2024-Q4", "on_track 1"),
    ] {
        assert_eq!(said(&assessment, "T5", VINH_HOA_HIEP, quarter), expected, "{quarter}");
    }
    assert_eq!(verdict(&assessment, "T5", VINH_HOA_HIEP, "2024-Q3").threshold, 4);
    assert_eq!(said(&assessment, "T1", VINH_HOA_HIEP, "2024"), "met 2");
}

#[test]
fn seven_of_its_nine_hamlets_have_held_an_event() {
    let assessment = assess_sample(COMMUNE);
    let commune = unit(&assessment, VINH_HOA_HIEP);
    let roster = &assessment.facts().roster;
    let hamlets =
        roster.iter().filter(|(_, hamlet)| hamlet.kind == UnitKind::Hamlet && hamlet.parent() == Some(commune));
    let states: Vec<State> = hamlets.map(|(_, hamlet)| verdict(&assessment, "T6", &hamlet.id, "2024").state).collect();
    assert_eq!(states.len(), 9);
    assert_eq!(states.iter().filter(|state| **state == State::Met).count(), 7);
    assert_eq!(states.iter().filter(|state| **state == State::AtRisk).count(), 2);
}

#[test]
fn the_receipt_of_every_verdict_adds_up() {
    let assessment = assess_sample(COMMUNE);
    let commune = unit(&assessment, VINH_HOA_HIEP);
    for quarter in 1..=4 {
        let period = Period::Quarter(2024, quarter);
        let receipt = assessment.why("T5", Some(commune), &period).unwrap();
        let sum = |outcome: Outcome| -> u32 {
            receipt.rows.iter().filter(|row| row.outcome == outcome).map(|row| row.count).sum()
        };
        let (certain, possible) = (sum(Outcome::Counted), sum(Outcome::Possible));
        assert_eq!((certain, certain + possible), (receipt.verdict.n_lo, receipt.verdict.n_hi), "{period}");
        assert!(receipt.rows.iter().all(|row| row.file == COMMUNE && row.row > 0), "{period}");
        assert!(receipt.clauses.iter().any(|clause| clause.id == "I.2/5" && clause.text.contains(&clause.fragment)));
    }
}

#[test]
fn an_answer_to_the_unknown_word_makes_the_possible_row_certain() {
    let news = Options { kinds: BTreeMap::from([("loa cụm".to_owned(), ActivityKind::News)]), ..Options::default() };
    let other =
        Options { kinds: BTreeMap::from([("Loa cụm".to_owned(), ActivityKind::Other)]), ..Options::default() };
    for (options, expected) in [(news, "met 5"), (other, "met 4")] {
        let assessment = assess(&[sample(COMMUNE)], options, SAMPLE_DAY);
        assert_eq!(said(&assessment, "T5", VINH_HOA_HIEP, "2024-Q2"), expected);
        assert!(assessment.facts().activities.iter().all(|row| row.relevant == Relevance::Yes));
        assert!(assessment.findings().iter().all(|finding| finding.kind.code() != "unknown_kind"));
    }
}
