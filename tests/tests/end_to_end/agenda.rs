//! The suggested agenda keeps its promise: who does what it says is met, and nothing in it is superfluous.

use crate::world::{COMMUNE, PROVINCE, assess_sample, day, house};
use assess::Assessment;
use domain::{Activity, AgendaItem, Facts, ItemKind, Origin, Span, State, UnitIndex, Verdict};
use std::collections::{BTreeMap, BTreeSet};

const END: &str = "2024-12-31";

/// An item, done on its day.
fn done(item: &AgendaItem) -> Option<Activity> {
    let ItemKind::Activity(kind) = item.kind else { return None };
    Some(Activity {
        when: Some(Span::day(item.date)),
        tags: item.tags.clone().into(),
        title: format!("{:?} {} {}", item.kind, item.date, item.number).into(),
        ..Activity::bare(item.unit?, kind, Origin { table: 0, row: 1 })
    })
}

fn facts_with<'i>(assessment: &Assessment, items: impl IntoIterator<Item = &'i AgendaItem>) -> Facts {
    let mut facts = assessment.facts().clone();
    facts.activities.extend(items.into_iter().filter_map(done));
    facts
}

/// States at the end of the year by target, unit and period.
fn states(assessment: &Assessment, facts: &Facts) -> BTreeMap<(String, Option<UnitIndex>, String), State> {
    let verdicts: Vec<Verdict> = engine::judge(assessment.plan(), facts, day(END));
    verdicts
        .into_iter()
        .map(|verdict| ((verdict.target, verdict.unit, verdict.period.to_string()), verdict.state))
        .collect()
}

fn check(sample: &str) {
    let assessment = assess_sample(sample);
    let agenda = assessment.agenda(&house(), None);
    assert!(!agenda.items.is_empty(), "{sample}");
    let after = states(&assessment, &facts_with(&assessment, &agenda.items));
    let acts = || agenda.items.iter().filter(|item| matches!(item.kind, ItemKind::Activity(_)));
    for item in acts() {
        for closed in &item.closes {
            let key = (closed.target.clone(), item.unit, closed.period.to_string());
            assert_eq!(after.get(&key), Some(&State::Met), "{sample}: {item:?}");
        }
    }
    let unreachable: BTreeSet<_> = agenda
        .unreachable
        .iter()
        .map(|item| (item.need.target.clone(), item.need.unit, item.need.period.to_string()))
        .collect();
    let at_risk = assessment.verdicts().iter().filter(|verdict| {
        verdict.state == State::AtRisk
            && verdict.deadline <= day(END)
            && assessment.plan().target(&verdict.target).is_some()
    });
    for verdict in at_risk.filter(|verdict| in_scope(&assessment, verdict)) {
        let key = (verdict.target.clone(), verdict.unit, verdict.period.to_string());
        assert!(unreachable.contains(&key) || after.get(&key) == Some(&State::Met), "{sample}: {verdict:?}");
    }
}

fn in_scope(assessment: &Assessment, verdict: &Verdict) -> bool {
    let scope = assessment.summary().scope.map(|scope| scope.unit);
    let under = |scope| verdict.unit.is_some_and(|unit| assessment.facts().roster.is_under(unit, scope, day(END)));
    scope.is_none_or(under)
}

#[test]
fn who_follows_the_agenda_is_met_where_it_says_so_and_nobody_reachable_stays_at_risk() {
    for sample in [COMMUNE, PROVINCE] {
        check(sample);
    }
}

/// In every round each unit leaves out one item: of what that item closes something must then stay open.
#[test]
fn every_item_is_necessary() {
    let assessment = assess_sample(PROVINCE);
    let agenda = assessment.agenda(&house(), None);
    let mut by_unit: BTreeMap<UnitIndex, Vec<&AgendaItem>> = BTreeMap::new();
    for item in agenda.items.iter().filter(|item| done(item).is_some()) {
        by_unit.entry(item.unit.unwrap()).or_default().push(item);
    }
    let rounds = by_unit.values().map(Vec::len).max().unwrap();
    assert!(rounds > 1);
    for round in 0..rounds {
        let left_out: Vec<&AgendaItem> = by_unit.values().filter_map(|items| items.get(round).copied()).collect();
        let kept = agenda.items.iter().filter(|item| !left_out.contains(item));
        let after = states(&assessment, &facts_with(&assessment, kept));
        for item in left_out {
            let key = |closed: &domain::Closes| (closed.target.clone(), item.unit, closed.period.to_string());
            let open = item.closes.iter().any(|closed| after.get(&key(closed)) != Some(&State::Met));
            assert!(open, "superfluous: {item:?}");
        }
    }
}
