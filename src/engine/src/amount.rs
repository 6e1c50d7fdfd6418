//! What the rows that count come to: a number of activities or people, or the women among the people. It knows bounds
//! and thresholds; it knows no day and no rule about missing data.

use crate::index::Index;
use crate::tally::{Entry, Standing, Tally};
use domain::{Activity, Figures, Reason, Verdict};
use plan::Amount;

/// The largest sum that is told: one more would read as "nothing bounds it".
const MOST: u32 = Verdict::OPEN - 1;

/// What the rows of one unit in one window come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sum {
    /// Activities.
    Activities(Number),
    /// People reached.
    People(Number),
    /// Women among people reached.
    Women(Women),
}

/// A number between two bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Number {
    /// Certain.
    pub(crate) lo: u32,
    /// Certain and possible, as far as the rows say it.
    pub(crate) hi: u32,
    pub(crate) planned: u32,
    /// A row that counts or may count does not say its number: nothing bounds the sum from above.
    pub(crate) is_open: bool,
}

/// Women among people reached. The figures are those of the certain rows; `worst` and `best` weigh the others, too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Women {
    /// Women that certain rows name.
    pub(crate) lo: u32,
    /// As many as they may be: all people of a certain row that does not say.
    pub(crate) hi: u32,
    /// People that certain rows name.
    pub(crate) people: u32,
    /// Least of 100 · women − percent · people, whatever the rows leave open.
    worst: i64,
    /// Most of it.
    best: i64,
    /// Some row names people, be it a possible one.
    has_people: bool,
    /// A row that counts or may count does not say its people.
    is_open: bool,
    /// A row that counts or may count does not say its women or its people.
    is_unsaid: bool,
}

/// How a sum stands to its threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Enough for certain.
    Enough,
    /// Enough if what is open turns out well.
    MayBeEnough,
    /// Not enough, whatever is open.
    Short,
}

impl Sum {
    pub(crate) fn of(amount: Amount, tally: &Tally, index: &Index<'_>, threshold: u32) -> Self {
        match amount {
            Amount::Activities => Self::Activities(Number::of(tally)),
            Amount::People { .. } => Self::People(Number::of(tally)),
            Amount::WomenPercent => Self::Women(Women::of(tally, index, threshold)),
        }
    }

    pub(crate) fn reach(&self, threshold: u32) -> Reach {
        match self {
            Self::Activities(number) | Self::People(number) => number.reach(threshold),
            Self::Women(women) => women.reach(),
        }
    }

    /// The window is open: is what is done and planned by now enough for now? `required` is what the days gone by ask.
    pub(crate) fn keeps_up(&self, threshold: u32, required: Option<u32>) -> bool {
        match self {
            Self::Activities(number) | Self::People(number) => {
                number.lo.saturating_add(number.planned) >= threshold
                    || required.is_some_and(|required| number.lo >= required)
            }
            Self::Women(women) => women.keeps_up(threshold),
        }
    }

    /// A share of nobody.
    pub(crate) fn is_empty_share(&self) -> bool {
        matches!(self, Self::Women(women) if !women.has_people && !women.is_open)
    }

    /// Why a sum that may be enough is not certain to be.
    pub(crate) fn doubt(&self) -> Reason {
        match self {
            Self::Activities(number) | Self::People(number) if number.is_open => Reason::PeopleUnknown,
            Self::Women(women) if women.is_unsaid => Reason::PeopleUnknown,
            _ => Reason::PossibleOnly,
        }
    }

    /// What each row would add to the certain figures if it were confirmed: its number; of women so much more of
    /// 100 · women − percent · people. Rows that would add nothing are left out. `None` if what other rows leave open
    /// could still spoil a share.
    pub(crate) fn gains(amount: Amount, tally: &Tally, index: &Index<'_>, threshold: u32) -> Option<Vec<(u32, i64)>> {
        let gain = |entry: &Entry| match (amount, &entry.standing) {
            (_, Standing::Forecast(_) | Standing::Excluded(_)) => Some(0),
            (Amount::WomenPercent, standing) => women_gained(standing, index.row(entry.row)?, threshold),
            (_, Standing::Possible) => Some(entry.amount.map_or(0, i64::from)),
            (_, Standing::Counted) => Some(0),
        };
        let gains: Option<Vec<(u32, i64)>> =
            tally.entries.iter().map(|entry| Some((entry.row, gain(entry)?))).collect();
        Some(gains?.into_iter().filter(|(_, gain)| *gain > 0).collect())
    }

    /// `blank` with these figures.
    pub(crate) fn fill(&self, blank: Verdict) -> Verdict {
        match *self {
            Self::Activities(number) | Self::People(number) => Verdict {
                n_lo: number.lo.min(MOST),
                n_hi: if number.is_open { Verdict::OPEN } else { number.hi.min(MOST) },
                planned: number.planned,
                ..blank
            },
            Self::Women(women) => Verdict { n_lo: women.lo, n_hi: women.hi, den: Some(women.people), ..blank },
        }
    }
}

/// What the figures of a part are.
pub(crate) fn figures(amount: Amount) -> Figures {
    match amount {
        Amount::Activities => Figures::Activities,
        Amount::People { .. } => Figures::People,
        Amount::WomenPercent => Figures::Women,
    }
}

impl Number {
    pub(crate) fn of(tally: &Tally) -> Self {
        let mut number = Self::default();
        for entry in &tally.entries {
            number.add(&entry.standing, entry.amount);
        }
        number
    }

    fn add(&mut self, standing: &Standing, amount: Option<u32>) {
        let said = amount.unwrap_or(0);
        match standing {
            Standing::Counted | Standing::Possible => {
                self.hi = self.hi.saturating_add(said);
                self.is_open |= amount.is_none();
            }
            Standing::Forecast(_) => self.planned = self.planned.saturating_add(said),
            Standing::Excluded(_) => {}
        }
        if *standing == Standing::Counted {
            self.lo = self.lo.saturating_add(said);
        }
    }

    fn reach(&self, threshold: u32) -> Reach {
        if self.lo >= threshold {
            Reach::Enough
        } else if self.is_open || self.hi >= threshold {
            Reach::MayBeEnough
        } else {
            Reach::Short
        }
    }
}

impl Women {
    fn of(tally: &Tally, index: &Index<'_>, percent: u32) -> Self {
        let mut women = Self::default();
        for entry in &tally.entries {
            if let Some(row) = index.row(entry.row) {
                women.add(entry, row, percent);
            }
        }
        women
    }

    /// A row that names people but not women may hold any number of women up to all of them.
    fn add(&mut self, entry: &Entry, row: &Activity, percent: u32) {
        let is_certain = match entry.standing {
            Standing::Counted => true,
            Standing::Possible => false,
            Standing::Forecast(_) | Standing::Excluded(_) => return,
        };
        self.is_unsaid |= row.people.is_none() || row.women.is_none();
        let Some(people) = row.people else {
            self.is_open = true;
            return;
        };
        let (least, most) = row.women.map_or((0, people), |women| (women.min(people), women.min(people)));
        self.has_people |= people > 0;
        let (worst, best) = (weight(least, people, percent), weight(most, people, percent));
        if is_certain {
            self.lo = self.lo.saturating_add(least);
            self.hi = self.hi.saturating_add(most);
            self.people = self.people.saturating_add(people);
            (self.worst, self.best) = (self.worst + worst, self.best + best);
        } else {
            (self.worst, self.best) = (self.worst + worst.min(0), self.best + best.max(0));
        }
    }

    fn reach(&self) -> Reach {
        if !self.is_open && self.people > 0 && self.worst >= 0 {
            Reach::Enough
        } else if self.is_open || (self.has_people && self.best >= 0) {
            Reach::MayBeEnough
        } else {
            Reach::Short
        }
    }

    /// A share does not grow with the days: it keeps up as long as nobody was reached, or the certain rows pass.
    fn keeps_up(&self, percent: u32) -> bool {
        let is_unused = !self.has_people && !self.is_open;
        is_unused || (self.people > 0 && weight(self.lo, self.people, percent) >= 0)
    }
}

/// A certain row that names people only may be all women; a possible one counts with the women it names. `None` if it
/// could pull the share down.
fn women_gained(standing: &Standing, row: &Activity, percent: u32) -> Option<i64> {
    let people = row.people?;
    match (standing, row.women) {
        (Standing::Possible, women) => Some(weight(women?.min(people), people, percent)).filter(|gain| *gain >= 0),
        (_, None) => Some(100 * i64::from(people)),
        (_, Some(_)) => Some(0),
    }
}

/// 100 · women − percent · people: not negative if the women are that share of the people.
fn weight(women: u32, people: u32, percent: u32) -> i64 {
    100 * i64::from(women) - i64::from(percent) * i64::from(people)
}
