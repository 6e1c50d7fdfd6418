//! A commune's rows "for its hamlets", which name none of them: what they prove, and how they are shared out under the
//! reading that gives one to each.

use crate::amount::Number;
use crate::fit::{Fit, fit};
use crate::part::{Member, PartCounting};
use crate::scope::addresses;
use crate::tally::{Entry, Standing, Tally};
use crate::window::Window;
use domain::{ForHamlets, Unit, UnitIndex, UnitKind};
use plan::{Aggregated, Amount, CountScope, FOR_HAMLETS};

impl PartCounting<'_, '_> {
    /// What a hamlet is given of its commune's rows: one for certain if there are as many as hamlets, one that may be
    /// its own if there are any. Nothing under the reading that takes such rows as bounds only, and nothing of people.
    pub(crate) fn given(&self, window: &Window, hamlet: &Member<'_>) -> Vec<Entry> {
        if self.part.aggregated == Aggregated::Bounds || self.part.amount != Amount::Activities {
            return Vec::new();
        }
        let Some(commune) = self.commune_of(window, hamlet.unit) else { return Vec::new() };
        let rows = self.rows_for_hamlets(window, commune);
        let is_enough = Number::of(&rows).lo >= self.hamlets(window, commune);
        let used = rows.entries.into_iter().filter(|entry| is_used(&entry.standing));
        let used = used.filter(|entry| !is_enough || entry.standing == Standing::Counted);
        let given = used.enumerate().map(|(number, entry)| {
            let amount = Some(u32::from(number == 0));
            let standing = if is_enough { Standing::Counted } else { Standing::Possible };
            Entry { standing, stated: amount, amount, ..entry }
        });
        given.collect()
    }

    /// What the rows of the unit's commune (or, of a commune, its own) prove of the hamlets; `None` if there are none.
    pub(crate) fn for_hamlets(&self, window: &Window, unit: UnitIndex) -> Option<ForHamlets> {
        let commune = match self.judge.facts.roster.get(unit)? {
            hamlet if hamlet.kind == UnitKind::Hamlet => self.commune_of(window, hamlet)?,
            _ => unit,
        };
        let rows = self.rows_for_hamlets(window, commune);
        let hamlets = self.hamlets(window, commune);
        let is_told = hamlets > 0 && rows.entries.iter().any(|entry| is_used(&entry.standing));
        is_told.then(|| ForHamlets { stated: Number::of(&rows).hi, hamlets })
    }

    /// The commune of a hamlet on its last day in the window.
    fn commune_of(&self, window: &Window, hamlet: &Unit) -> Option<UnitIndex> {
        let is_hamlet = hamlet.kind == UnitKind::Hamlet;
        let last = window.judged(hamlet.life()).filter(|_| is_hamlet)?.to();
        hamlet.parent_at(last)
    }

    fn rows_for_hamlets(&self, window: &Window, commune: UnitIndex) -> Tally {
        let life = self.judge.facts.roster.get(commune).map(Unit::life).unwrap_or_default();
        let Some(days) = self.counted_days(window, life) else { return Tally::default() };
        let rows = self.judge.index.rows(commune, CountScope::OwnRows).iter();
        let fitting = |row: &u32| {
            let activity = self.judge.index.row(*row)?;
            let fit = fit(self.part, activity);
            let is_for_hamlets = activity.tags.has(FOR_HAMLETS);
            (is_for_hamlets && !matches!(fit, Fit::Unfit(_))).then_some((*row, fit))
        };
        self.reader().tally(&rows.filter_map(fitting).collect::<Vec<_>>(), days)
    }

    /// Hamlets of the commune that live in the window and are addressed.
    fn hamlets(&self, window: &Window, commune: UnitIndex) -> u32 {
        let roster = &self.judge.facts.roster;
        let seen_on = window.in_plan.to();
        let is_one = |unit: &Unit| {
            self.commune_of(window, unit) == Some(commune) && addresses(&self.target.who, roster, unit, seen_on)
        };
        let units = self.judge.index.units_of(&self.target.who.kinds);
        u32::try_from(units.filter(|(_, unit)| is_one(unit)).count()).unwrap_or(u32::MAX)
    }
}

fn is_used(standing: &Standing) -> bool {
    matches!(standing, Standing::Counted | Standing::Possible)
}
