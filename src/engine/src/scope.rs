//! Whom a rule addresses. It decides by kind, tag and the level of the administrative unit above, never by name.

use domain::{NaiveDate, Roster, Unit, UnitKind};
use plan::Who;

/// The level that a unit without anything above it belongs to: the province's own bodies.
const PROVINCE_LEVEL: u8 = 1;

/// Does `who` address the unit, seen on `day`?
pub(crate) fn addresses(who: &Who, roster: &Roster, unit: &Unit, day: NaiveDate) -> bool {
    who.kinds.contains(&unit.kind)
        && (who.tags.is_empty() || unit.tags.iter().any(|tag| who.tags.contains(tag)))
        && (who.levels.is_empty() || who.levels.contains(&level_above(roster, unit, day)))
}

/// As [`addresses`], and of agencies and unions only the province's own.
// SOURCE: clause V/final names "các Sở, ban, ngành, đoàn thể tỉnh và Ủy ban nhân dân các huyện, thành phố".
pub(crate) fn owes(who: &Who, roster: &Roster, unit: &Unit, day: NaiveDate) -> bool {
    let is_body = matches!(unit.kind, UnitKind::Agency | UnitKind::Union);
    addresses(who, roster, unit, day) && (!is_body || level_above(roster, unit, day) == PROVINCE_LEVEL)
}

/// Level of the administrative unit it belongs to on `day`; bodies in between are climbed over.
fn level_above(roster: &Roster, unit: &Unit, day: NaiveDate) -> u8 {
    let mut parent = unit.parent_at(day);
    // A roster may hold a loop by mistake: never climb more steps than there are levels.
    for _ in 0..8 {
        let Some(above) = parent.and_then(|index| roster.get(index)) else {
            return PROVINCE_LEVEL;
        };
        if let Some(level) = above.kind.level() {
            return level;
        }
        parent = above.parent_at(day);
    }
    PROVINCE_LEVEL
}
