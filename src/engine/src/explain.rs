//! Explanations: one verdict with the law, the readings, the arithmetic, the rows and the smallest change.

use crate::count::Counting;
use crate::judge::Judge;
use crate::part::PartCounting;
use crate::receipt::{self, Receipt, result, share_line};
use crate::register::{Member, Pass};
use crate::share::milestone;
use crate::survey::{Role, Surveying};
use crate::tick::Ticking;
use crate::window::Window;
use domain::{
    ActivityKind, Arrange, EvidenceRow, Exclusion, Explanation, ForHamlets, Origin, Outcome, PartReceipt, Period,
    QuotedClause, ReadingInForce, SHARE_SUFFIX, Span, Survey, Tick, UnitIndex, UnitKind, Verdict, rule_behind,
};
use plan::{Cite, Measure, Reading, SurveyRule, Target};

/// What the rule behind a verdict brings to its explanation.
struct Ground<'p> {
    /// Target or duty id.
    rule: &'p str,
    cites: Vec<&'p Cite>,
    readings: &'p [String],
    /// Policies for rows and windows bear on it.
    counts_rows: bool,
    full_window: Option<Span>,
    /// What one more of would help.
    kind: Option<ActivityKind>,
    receipt: Receipt,
    /// Of a rule that asks for several things at once.
    parts: Vec<PartReceipt>,
}

impl Judge<'_> {
    /// See [`crate::explain`].
    pub fn explain(&self, target: &str, unit: Option<UnitIndex>, period: &Period) -> Option<Explanation> {
        let verdict = self.verdict(target, unit, period)?;
        let ground = self.ground(&verdict)?;
        let unit = unit.and_then(|unit| self.facts.roster.get(unit));
        Some(Explanation {
            clauses: self.clauses(&ground.cites),
            readings: self.readings(&ground),
            full_window: ground.full_window,
            life: unit.map(domain::Unit::life).unwrap_or_default(),
            change: self.change(&verdict, ground.kind),
            parts: ground.parts,
            forecast: self.counting(target).and_then(|counting| counting.forecast(&verdict)),
            for_hamlets: self.for_hamlets(&verdict),
            arithmetic: ground.receipt.arithmetic,
            rows: ground.receipt.rows,
            verdict,
        })
    }

    pub(crate) fn evidence_row(
        &self,
        origin: Origin,
        unit: UnitIndex,
        when: Option<Span>,
        title: &str,
        outcome: Outcome,
    ) -> EvidenceRow {
        let table = self.facts.table(origin);
        let seen_on = when.map_or(self.as_of, Span::from);
        EvidenceRow {
            file: table.map_or_else(String::new, |table| table.file.clone()),
            sheet: table.map_or_else(String::new, |table| table.sheet.clone()),
            row: origin.row,
            activity: None,
            unit: self.facts.roster.get(unit).map_or_else(String::new, |unit| unit.name_at(seen_on).to_owned()),
            when,
            kind: None,
            count: 1,
            title: title.to_owned(),
            channel: String::new(),
            outcome,
        }
    }

    fn ground(&self, verdict: &Verdict) -> Option<Ground<'_>> {
        if self.plan.duty(&verdict.target).is_some() {
            return self.duty_ground(verdict);
        }
        match self.plan.target(&verdict.target) {
            Some(target) => match &target.measure {
                Measure::Count(_) => self.count_ground(target, verdict),
                Measure::Adoption { .. } | Measure::Conventions { .. } => self.share_ground(target, verdict),
                Measure::Survey(rule) => self.survey_ground(target, rule, verdict),
                Measure::Tick { window } => self.tick_ground(target, window, verdict),
            },
            None => self.aggregate_ground(verdict),
        }
    }

    fn count_ground<'p>(&'p self, target: &'p Target, verdict: &Verdict) -> Option<Ground<'p>> {
        let counting = self.counting(&target.id)?;
        let window = counting.window(&verdict.period)?;
        Some(Ground {
            rule: &target.id,
            cites: self.cites_with_window(target, &counting.rule.window),
            readings: &target.readings,
            counts_rows: true,
            full_window: Some(window.full),
            kind: counting.rule.parts.single().and_then(|part| part.count.first().copied()),
            receipt: match counting.parts.as_slice() {
                [part] => receipt::of_part(part, window, verdict),
                _ => receipt::of_parts(&counting, window, verdict),
            },
            parts: self.part_receipts(&counting, window, verdict),
        })
    }

    fn part_receipts(&self, counting: &Counting<'_, '_>, window: &Window, whole: &Verdict) -> Vec<PartReceipt> {
        if counting.rule.parts.single().is_some() {
            return Vec::new();
        }
        let parts = whole.unit.map_or_else(Vec::new, |unit| counting.part_verdicts(unit, window));
        let receipt = |(part, verdict): (&PartCounting<'_, '_>, Verdict)| PartReceipt {
            kinds: part.part.count.iter().copied().collect(),
            arithmetic: receipt::of_part(part, window, &verdict).arithmetic,
            verdict,
        };
        parts.into_iter().map(receipt).collect()
    }

    /// Of a hamlet, what its commune reports for all; of a share over hamlets, what the node itself does.
    fn for_hamlets(&self, verdict: &Verdict) -> Option<ForHamlets> {
        let counting = self.counting(rule_behind(&verdict.target))?;
        let is_asked = counting.target.who.kinds.contains(&UnitKind::Hamlet);
        let part = counting.parts.first().filter(|_| is_asked)?;
        part.for_hamlets(counting.window(&verdict.period)?, verdict.unit?)
    }

    fn aggregate_ground(&self, verdict: &Verdict) -> Option<Ground<'_>> {
        let counting = self.counting(verdict.target.strip_suffix(SHARE_SUFFIX)?)?;
        let target = self.plan.target(&counting.target.id)?;
        Some(Ground {
            rule: &target.id,
            cites: self.cites_with_window(target, &counting.rule.window),
            readings: &target.readings,
            counts_rows: true,
            full_window: counting.window(&verdict.period).map(|window| window.full),
            kind: None,
            parts: Vec::new(),
            receipt: Receipt { arithmetic: vec![share_line(verdict)], rows: Vec::new() },
        })
    }

    fn share_ground<'p>(&'p self, target: &'p Target, verdict: &Verdict) -> Option<Ground<'p>> {
        let milestone = milestone(target, &verdict.period)?;
        let members = self.members(target, milestone, self.measured_on(milestone)).unwrap_or_default();
        let mut rows: Vec<(Pass, EvidenceRow)> =
            members.iter().filter_map(|member| Some((member.pass, self.member_row(member)?))).collect();
        rows.arrange_by_key(|(pass, _)| std::cmp::Reverse(*pass));
        Some(Ground {
            rule: &target.id,
            cites: target.cite.iter().collect(),
            readings: &target.readings,
            counts_rows: false,
            full_window: verdict.window,
            kind: None,
            parts: Vec::new(),
            receipt: Receipt {
                arithmetic: vec![share_line(verdict)],
                rows: rows.into_iter().map(|(_, row)| row).collect(),
            },
        })
    }

    fn survey_ground<'p>(&'p self, target: &'p Target, rule: &'p SurveyRule, verdict: &Verdict) -> Option<Ground<'p>> {
        let surveying = Surveying::new(self, target, rule);
        let term = surveying.term(&verdict.period)?;
        let mut rows = surveying.rows(verdict.unit?, &term);
        rows.arrange_by_key(|(role, row)| (*role, row.origin));
        Some(Ground {
            rule: &target.id,
            cites: target.cite.iter().collect(),
            readings: &target.readings,
            counts_rows: false,
            full_window: Some(term.full),
            kind: None,
            parts: Vec::new(),
            receipt: Receipt {
                arithmetic: result(verdict),
                rows: rows.into_iter().map(|(role, row)| self.survey_row(role, row)).collect(),
            },
        })
    }

    fn survey_row(&self, role: Role, row: &Survey) -> EvidenceRow {
        let outcome = match role {
            Role::Latest | Role::Base => Outcome::Counted,
            Role::MaybeLatest => Outcome::Possible,
            Role::Superseded => Outcome::Excluded(Exclusion::Superseded),
            Role::Outside => Outcome::Excluded(Exclusion::OutsideWindow),
        };
        self.evidence_row(row.origin, row.unit, Some(row.date), &format!("{}: {}", row.measure, row.value), outcome)
    }

    fn tick_ground<'p>(&'p self, target: &'p Target, window: &str, verdict: &Verdict) -> Option<Ground<'p>> {
        let ticking = Ticking::new(self, target, window);
        let unit = verdict.unit?;
        Some(Ground {
            rule: &target.id,
            cites: self.cites_with_window(target, window),
            readings: &target.readings,
            counts_rows: false,
            full_window: Some(ticking.window(&verdict.period)?.full),
            kind: None,
            parts: Vec::new(),
            receipt: Receipt {
                arithmetic: Vec::new(),
                rows: ticking.ticks(unit, &verdict.period).into_iter().map(|tick| self.tick_row(tick)).collect(),
            },
        })
    }

    /// The user's own words: they stand in no file.
    fn tick_row(&self, tick: &Tick) -> EvidenceRow {
        EvidenceRow {
            activity: None,
            file: String::new(),
            sheet: String::new(),
            row: 0,
            unit: self.facts.roster.get(tick.unit).map_or_else(String::new, |unit| unit.name_at(self.as_of).to_owned()),
            when: None,
            kind: None,
            count: 1,
            title: tick.note.clone(),
            channel: String::new(),
            outcome: Outcome::Counted,
        }
    }

    fn duty_ground(&self, verdict: &Verdict) -> Option<Ground<'_>> {
        let duty = self.plan.duty(&verdict.target)?;
        let term = self.term(duty, &verdict.period)?;
        let unit = verdict.unit?;
        let handed_in = self.handed_in(unit, &term);
        let first = handed_in.first().map_or(0, |first| first.origin.row);
        let row = |(number, submission): (usize, &&domain::Submission)| {
            // Only the first counts; what came after it is a copy.
            let outcome = match number {
                0 => Outcome::Counted,
                _ => Outcome::Excluded(Exclusion::DuplicateOf(first)),
            };
            self.evidence_row(submission.origin, unit, Some(Span::day(submission.submitted)), "", outcome)
        };
        Some(Ground {
            rule: &duty.id,
            cites: duty.cite.iter().collect(),
            readings: &duty.readings,
            counts_rows: false,
            full_window: Span::new(term.open, term.last),
            kind: None,
            parts: Vec::new(),
            receipt: Receipt { arithmetic: result(verdict), rows: handed_in.iter().enumerate().map(row).collect() },
        })
    }

    fn member_row(&self, member: &Member) -> Option<EvidenceRow> {
        let source = member.source.as_ref()?;
        let outcome = match member.pass {
            Pass::Certain => Outcome::Counted,
            Pass::Possible => Outcome::Possible,
            Pass::No => Outcome::Excluded(Exclusion::NotFulfilled),
        };
        Some(self.evidence_row(source.origin, member.unit, source.when, &source.title, outcome))
    }

    fn cites_with_window<'p>(&'p self, target: &'p Target, window: &str) -> Vec<&'p Cite> {
        let window = self.plan.windows.get(window).map_or(&[][..], |window| &window.cite);
        target.cite.iter().chain(window).collect()
    }

    fn clauses(&self, cites: &[&Cite]) -> Vec<QuotedClause> {
        let quoted = |cite: &&Cite| QuotedClause {
            id: cite.clause.clone(),
            text: self.plan.clause(&cite.clause).map_or_else(String::new, |clause| clause.quote.clone()),
            fragment: cite.quote.clone(),
        };
        cites.iter().map(quoted).collect()
    }

    /// Readings the rule names, and those that patch what it rests on.
    fn readings(&self, ground: &Ground<'_>) -> Vec<ReadingInForce> {
        let bears = |reading: &&Reading| ground.readings.contains(&reading.id) || patches(reading, ground);
        self.plan.readings.iter().filter(bears).filter_map(|reading| self.plan.in_force(reading)).collect()
    }
}

/// Does some option change the rule itself, the plan's days, or (for counts) how rows are read?
fn patches(reading: &Reading, ground: &Ground<'_>) -> bool {
    let (target, duty) = (format!("target.{}.", ground.rule), format!("duty.{}.", ground.rule));
    reading.options.iter().flat_map(|option| option.set.keys()).any(|path| {
        path.starts_with(&target)
            || path.starts_with(&duty)
            || path.starts_with("plan.")
            || (ground.counts_rows && path.starts_with("defaults."))
    })
}
