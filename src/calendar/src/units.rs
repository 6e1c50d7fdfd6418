//! Who the needs belong to: units with the same needs are brought together, so that each kind of case is thought through
//! once.

use crate::template::{Drafts, Template};
use domain::{Need, NeedKind, Period, Span, UnitIndex, UnitKind};
use std::collections::BTreeMap;

/// A need without its unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shape<'a>(UnitKind, &'a str, &'a Period, Span, u32, &'a NeedKind);

fn shape(need: &Need) -> Shape<'_> {
    Shape(need.unit_kind, &need.target, &need.period, need.window, need.missing, &need.kind)
}

/// A unit with the position of its template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Asked {
    pub(crate) unit: Option<UnitIndex>,
    pub(crate) template: usize,
}

/// Units with needs, sorted, and their templates.
pub(crate) struct Units<'a> {
    pub(crate) list: Vec<Asked>,
    pub(crate) templates: Vec<Template<'a>>,
}

/// Brings together what is missing. The order of `needs` does not matter.
pub(crate) fn bring_together<'a>(needs: &'a [Need], drafts: &Drafts<'_>) -> Units<'a> {
    let (shapes, asked) = shapes(needs);
    let mut templates = Vec::new();
    let mut list = Vec::new();
    let kind = |rank: &u32| shapes.get(*rank as usize).map(|need| need.unit_kind);
    let mut keys: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    let mut ranks: Vec<u32> = Vec::new();
    for of_unit in asked.chunk_by(|a, b| a.0 == b.0 && kind(&a.1) == kind(&b.1)) {
        ranks.clear();
        ranks.extend(of_unit.iter().map(|(_, rank)| *rank));
        let template = keys.get(ranks.as_slice()).copied().unwrap_or_else(|| {
            let needs: Vec<&Need> = ranks.iter().filter_map(|rank| shapes.get(*rank as usize).copied()).collect();
            templates.push(drafts.template(&needs));
            keys.insert(ranks.clone(), templates.len() - 1);
            templates.len() - 1
        });
        list.extend(of_unit.first().map(|(unit, _)| Asked { unit: *unit, template }));
    }
    Units { list, templates }
}

/// One need of each shape in their order, and each unit's shapes by rank; sorted.
fn shapes(needs: &[Need]) -> (Vec<&Need>, Vec<(Option<UnitIndex>, u32)>) {
    let mut known: BTreeMap<Shape<'_>, (u32, &Need)> = BTreeMap::new();
    let mut asked = Vec::with_capacity(needs.len());
    for need in needs.iter().filter(|need| need.missing > 0) {
        let next = crate::allot::count(known.len());
        let (number, _) = known.entry(shape(need)).or_insert((next, need));
        asked.push((need.unit, *number));
    }
    let mut rank_of = vec![0_u32; known.len()];
    for (rank, (number, _)) in (0..).zip(known.values()) {
        if let Some(slot) = rank_of.get_mut(*number as usize) {
            *slot = rank;
        }
    }
    for (_, number) in &mut asked {
        *number = rank_of.get(*number as usize).copied().unwrap_or_default();
    }
    asked.sort_unstable();
    (known.into_values().map(|(_, need)| need).collect(), asked)
}
