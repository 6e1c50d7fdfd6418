//! Two sides of one plan, verdict by verdict: the facts shown on another day, or another set of files on the same day.
//!
//! It decides which verdicts are the same ones on both sides, which of them turned, and in which order they are told.

mod because;
mod cells;
mod merge;
mod rows;
mod side;

use crate::assessment::Assessment;
use crate::overview::in_year;
use crate::{AssessError, House};
use domain::{
    Arrange, Bilingual, CompareSlice, Comparison, NaiveDate, Options, Period, State, Turn, TurnedCount, TurnedVerdict,
    Verdict, Whose, rule_behind,
};
use intake::{FileWatch, Input};
use merge::{Merged, merge};
use side::{Joint, Side};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// So many turned verdicts are listed, each with its reasons; all of them are counted.
const LISTED: usize = 1_000;

impl House {
    /// Reads another set of files to compare with `assessment`: the same plan, readings and day. Of a project's own
    /// choices (`project`) those hold that say how its files are to be read, and what was ticked in it.
    pub fn assess_beside(
        &self,
        assessment: &Assessment,
        inputs: Vec<Input<'_>>,
        project: Option<Options>,
        watch: &mut dyn FileWatch,
    ) -> Result<Assessment, AssessError> {
        let options = options_beside(&assessment.options, assessment.as_of, project);
        self.assess(inputs, options, assessment.as_of, watch)
    }
}

/// The options for another set of files.
fn options_beside(own: &Options, as_of: NaiveDate, project: Option<Options>) -> Options {
    let own = Options { as_of: Some(as_of), ..own.clone() };
    let Some(Options { encodings, columns, units, kinds, relevance, month_first, ticks, .. }) = project else {
        return own;
    };
    Options { encodings, columns, units, kinds, relevance, month_first, ticks, ..own }
}

impl Assessment {
    /// What differs between the day in force and another one: the earlier of them is "before".
    pub fn compare_days(&self, other: NaiveDate, asked: &Comparison) -> CompareSlice {
        let there = Side::on(self, other);
        let here = Side::of(self);
        let sides = if other <= self.as_of { (there, here) } else { (here, there) };
        self.compared(&sides.0, &sides.1, asked)
    }

    /// What differs between another set of files ("before") and what is loaded.
    pub fn compare_files(&self, other: &Self, asked: &Comparison) -> CompareSlice {
        let (before, after) = (Side::of(other), Side::of(self));
        let rows = rows::compare(&before, &after, &Joint::new(&before, &after), self.year);
        CompareSlice { rows: Some(rows), ..self.compared(&before, &after, asked) }
    }

    fn compared(&self, before: &Side<'_>, after: &Side<'_>, asked: &Comparison) -> CompareSlice {
        let joint = Joint::new(before, after);
        let all = self.pairs(before, after, &joint);
        let (shown, others): (Vec<Pair<'_>>, Vec<Pair<'_>>) =
            all.into_iter().partition(|pair| in_year(pair.period(), self.year));
        let units: BTreeSet<Option<u32>> = shown.iter().filter(|pair| pair.turned()).map(|pair| pair.unit).collect();
        let mut answering: Vec<&Pair<'_>> = shown.iter().filter(|pair| pair.turned() && pair.answers(asked)).collect();
        answering.arrange_by_key(|pair| (urgency(pair.turn()), self.order_of(pair.target()), pair.period().clone()));
        let told = answering.iter().take(LISTED).map(|pair| self.told(pair, before, after));
        CompareSlice {
            asked: asked.clone(),
            before: before.told(),
            after: after.told(),
            turned: self.counted(&shown),
            units: number(units.into_iter().flatten()),
            figures_only: number(shown.iter().filter(|pair| pair.only_figures())),
            same: number(shown.iter().filter(|pair| !pair.turned() && !pair.only_figures())),
            other_years: number(others.iter().filter(|pair| pair.turned())),
            listed: told.collect(),
            of: number(answering.iter()),
            rows: None,
        }
    }

    /// The verdicts of the scope, side by side.
    fn pairs<'s>(&self, before: &'s Side<'_>, after: &'s Side<'_>, joint: &Joint) -> Vec<Pair<'s>> {
        let scope = self.scope.map(|unit| self.facts().roster.id(unit));
        let earlier = before.verdicts_of(scope, self.year).map(|verdict| (joint.before(verdict.unit), verdict));
        let later = after.verdicts_of(scope, self.year).map(|verdict| (joint.after(verdict.unit), verdict));
        let Merged { pairs, before, after } = merge(earlier.collect(), later.collect(), by_cell);
        let both =
            pairs.into_iter().map(|((unit, one), (_, other))| Pair { unit, before: Some(one), after: Some(other) });
        let gone = before.into_iter().map(|(unit, verdict)| Pair { unit, before: Some(verdict), after: None });
        let new = after.into_iter().map(|(unit, verdict)| Pair { unit, before: None, after: Some(verdict) });
        let mut all: Vec<Pair<'s>> = both.chain(gone).chain(new).collect();
        all.retain(|pair| !pair.is_nothing());
        all
    }

    fn counted(&self, pairs: &[Pair<'_>]) -> Vec<TurnedCount> {
        let mut counts: BTreeMap<_, u32> = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| pair.turned()) {
            let key = (self.order_of(pair.target()), pair.target(), pair.period(), pair.from(), pair.to());
            *counts.entry(key).or_default() += 1;
        }
        let line = |((_, target, period, from, to), count): ((usize, &str, &Period, _, _), u32)| TurnedCount {
            label: self.rule_label(target).cloned().unwrap_or_else(Bilingual::default),
            target: target.to_owned(),
            period: period.clone(),
            from,
            to,
            count,
        };
        counts.into_iter().map(line).collect()
    }

    fn told(&self, pair: &Pair<'_>, before: &Side<'_>, after: &Side<'_>) -> TurnedVerdict {
        TurnedVerdict {
            whose: self.whose(pair, before, after),
            target: pair.target().to_owned(),
            period: pair.period().clone(),
            before: pair.before.cloned(),
            after: pair.after.cloned(),
            turn: pair.turn(),
            because: because::because(pair, before, after),
        }
    }

    fn whose(&self, pair: &Pair<'_>, before: &Side<'_>, after: &Side<'_>) -> Whose {
        let sides = [(before, pair.before), (after, pair.after)];
        if pair.unit.is_none() {
            return Whose::All;
        }
        let here = sides.iter().filter(|(side, _)| side.is_of(self)).find_map(|(_, verdict)| (*verdict)?.unit);
        if let Some(line) = here.and_then(|unit| self.unit_line(unit)) {
            return Whose::Unit(line);
        }
        let there = sides.iter().find_map(|(side, verdict)| side.names((*verdict)?.unit?));
        let (name, parent) = there.unwrap_or_default();
        Whose::OnlyThere { name, parent }
    }

    /// The place of a target, its share or a duty in the plan.
    fn order_of(&self, id: &str) -> usize {
        let rule = rule_behind(id);
        let target = self.plan.targets.iter().position(|target| target.id == rule);
        let duty = || self.plan.duties.iter().position(|duty| duty.id == id);
        target.or_else(|| Some(self.plan.targets.len() + duty()?)).unwrap_or(usize::MAX)
    }
}

/// One verdict on both sides, or on one of them.
#[derive(Clone, Copy)]
struct Pair<'s> {
    /// The unit's number over both sides; `None` = the share as a whole.
    unit: Option<u32>,
    before: Option<&'s Verdict>,
    after: Option<&'s Verdict>,
}

impl<'s> Pair<'s> {
    fn from(&self) -> Option<State> {
        self.before.map(|verdict| verdict.state)
    }

    fn to(&self) -> Option<State> {
        self.after.map(|verdict| verdict.state)
    }

    fn turn(&self) -> Turn {
        Turn::between(self.from(), self.to())
    }

    fn turned(&self) -> bool {
        self.from() != self.to()
    }

    fn only_figures(&self) -> bool {
        let figures = |verdict: &Verdict| (verdict.n_lo, verdict.n_hi, verdict.den, verdict.threshold, verdict.planned);
        !self.turned() && self.before.map(figures) != self.after.map(figures)
    }

    /// A unit that stands on one side only, and to whom the rule does not apply there.
    fn is_nothing(&self) -> bool {
        let no_matter = |state: Option<State>| state.is_none_or(|state| state == State::NotApplicable);
        self.turned() && no_matter(self.from()) && no_matter(self.to())
    }

    fn any(&self) -> Option<&'s Verdict> {
        self.after.or(self.before)
    }

    fn target(&self) -> &'s str {
        self.any().map_or("", |verdict| verdict.target.as_str())
    }

    fn period(&self) -> &'s Period {
        const NEVER: &Period = &Period::Year(0);
        self.any().map_or(NEVER, |verdict| &verdict.period)
    }

    fn answers(&self, asked: &Comparison) -> bool {
        asked.target.as_deref().is_none_or(|target| target == self.target())
            && asked.turn.is_none_or(|turn| turn == self.turn())
    }
}

fn by_cell(one: &(Option<u32>, &Verdict), other: &(Option<u32>, &Verdict)) -> Ordering {
    let cell = |item: &(Option<u32>, &Verdict)| item.0;
    (&one.1.target, &one.1.period, cell(one)).cmp(&(&other.1.target, &other.1.period, cell(other)))
}

/// Worse ones first: they ask for action.
fn urgency(turn: Turn) -> u8 {
    match turn {
        Turn::Worse => 0,
        Turn::Better => 1,
        Turn::Other => 2,
    }
}

fn number<T>(all: impl Iterator<Item = T>) -> u32 {
    u32::try_from(all.count()).unwrap_or(u32::MAX)
}
