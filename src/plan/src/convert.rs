//! From the file's tables to the plan's types. What only makes sense together is checked here, as a [`Fault`]
//! relative to the table it belongs to.

use crate::fault::Fault;
use crate::{model, raw};
use domain::Peak;

/// A table of the file that becomes a type of the plan.
pub(crate) trait Checked {
    /// The type of the plan.
    type Model;

    /// The plan's type, or what is wrong with the table.
    fn checked(self) -> Result<Self::Model, Fault>;
}

pub(crate) fn cites(cites: Vec<raw::Cite>) -> Vec<model::Cite> {
    cites.into_iter().map(|cite| model::Cite { clause: cite.clause, quote: cite.quote }).collect()
}

fn who(who: raw::Who) -> model::Who {
    model::Who { kinds: who.kinds, levels: who.levels, tags: who.tags }
}

impl From<raw::Defaults> for model::Defaults {
    fn from(defaults: raw::Defaults) -> Self {
        Self {
            missing: match defaults.missing {
                raw::Missing::Zero => model::MissingPolicy::Zero,
                raw::Missing::Implied => model::MissingPolicy::Implied,
                raw::Missing::Explicit => model::MissingPolicy::Explicit,
            },
            partial: match defaults.partial {
                raw::Partial::CutOpen => model::PartialPolicy::CutOpen,
                raw::Partial::Full => model::PartialPolicy::Full,
                raw::Partial::Prorate => model::PartialPolicy::Prorate,
                raw::Partial::Waive => model::PartialPolicy::Waive,
            },
            coarse_dates: match defaults.coarse_dates {
                raw::Coarse::Interval => model::CoarseDates::Interval,
                raw::Coarse::Drop => model::CoarseDates::Drop,
            },
            duplicates: match defaults.duplicates {
                raw::Duplicates::Once => model::Duplicates::Once,
                raw::Duplicates::All => model::Duplicates::All,
            },
        }
    }
}

impl Checked for raw::UnitKindTable {
    type Model = model::UnitKindInfo;

    fn checked(self) -> Result<Self::Model, Fault> {
        Ok(model::UnitKindInfo { label: self.label, terms: self.terms, parents: self.parents })
    }
}

impl Checked for raw::ActivityKindTable {
    type Model = model::ActivityKindInfo;

    fn checked(self) -> Result<Self::Model, Fault> {
        let Self { label, terms, ask_terms, channels } = self;
        Ok(model::ActivityKindInfo { label, terms, ask_terms, channels })
    }
}

impl Checked for raw::TagTable {
    type Model = model::TagInfo;

    fn checked(self) -> Result<Self::Model, Fault> {
        Ok(model::TagInfo { label: self.label, terms: self.terms })
    }
}

impl Checked for raw::WindowTable {
    type Model = model::Window;

    fn checked(self) -> Result<Self::Model, Fault> {
        let repeat = repeat(&self)?;
        Ok(model::Window { label: self.label, repeat, cite: cites(self.cite) })
    }
}

fn repeat(window: &raw::WindowTable) -> Result<model::Repeat, Fault> {
    match (window.every, window.from, window.to, &window.suffix) {
        (raw::Every::Year, None, None, None) => Ok(model::Repeat::Year),
        (raw::Every::Half, None, None, None) => Ok(model::Repeat::Half),
        (raw::Every::Quarter, None, None, None) => Ok(model::Repeat::Quarter),
        (raw::Every::Month, None, None, None) => Ok(model::Repeat::Month),
        (raw::Every::Plan, None, None, None) => Ok(model::Repeat::Once),
        (raw::Every::Year, Some(from), Some(to), Some(suffix)) if is_mark(suffix) => {
            Ok(model::Repeat::Yearly { suffix: suffix.clone(), from: (from.0, from.1), to: (to.0, to.1) })
        }
        (raw::Every::Year, Some(_), Some(_), Some(suffix)) => {
            let help = "use two or more capital letters, as in `2024-AM`";
            Err(Fault::new(&["suffix"], format!("`{suffix}` cannot mark a period")).help(help))
        }
        (raw::Every::Year, ..) => Err(Fault::new(&[], "`from`, `to` and `suffix` belong together")),
        _ => Err(Fault::new(&["every"], "only a window of every `year` may have `from`, `to` and `suffix`")),
    }
}

fn is_mark(suffix: &str) -> bool {
    suffix.len() >= 2 && suffix.bytes().all(|byte| byte.is_ascii_uppercase())
}

impl Checked for raw::Target {
    type Model = model::Target;

    fn checked(self) -> Result<Self::Model, Fault> {
        let measure = measure(&self)?;
        Ok(model::Target {
            id: self.id,
            label: self.label,
            cite: cites(self.cite),
            who: who(self.who),
            measure,
            from: self.from.map(|day| day.0),
            to: self.to.map(|day| day.0),
            readings: self.readings,
            enabled: self.enabled,
            soft: self.soft,
        })
    }
}

fn measure(target: &raw::Target) -> Result<model::Measure, Fault> {
    match (&target.measure.count, target.measure.share) {
        (Some(_), None) => count_rule(target).map(model::Measure::Count),
        (None, Some(share)) => share_rule(target, share),
        (Some(_), Some(_)) => Err(Fault::new(&["measure"], "a measure has `count` or `share`, not both")),
        (None, None) => Err(Fault::new(&["measure"], "a measure needs `count` or `share`")),
    }
}

fn count_rule(target: &raw::Target) -> Result<model::CountRule, Fault> {
    let measure = &target.measure;
    refuse(&[
        ("milestone", !target.milestone.is_empty()),
        ("denominator", measure.denominator.is_some()),
        ("unknown_as", measure.unknown_as.is_some()),
    ])
    .map_err(|name| Fault::new(place_of(name).as_slice(), format!("a target that counts has no `{name}`")))?;
    let count = measure.count.clone().unwrap_or_default();
    if count.is_empty() && measure.or_tag.is_empty() {
        return Err(Fault::new(&["measure", "count"], "nothing is counted: `count` and `or_tag` are empty"));
    }
    let Some(window) = target.window.clone() else {
        return Err(Fault::new(&["measure"], "a target that counts needs `window`"));
    };
    let part = model::Part {
        count,
        or_tag: measure.or_tag.clone(),
        require_tag: measure.require_tag.clone(),
        channels: measure.channels.clone(),
        audiences: measure.audiences.clone(),
        untagged: measure.untagged.map(Into::into).unwrap_or_default(),
        scope: match measure.scope {
            Some(raw::Scope::Subtree) => model::CountScope::Subtree,
            Some(raw::Scope::OwnRows) | None => model::CountScope::OwnRows,
        },
        distinct_titles: measure.distinct == Some(raw::Distinct::Title),
        aggregated: match measure.aggregated {
            Some(raw::Aggregated::Spread) => model::Aggregated::Spread,
            Some(raw::Aggregated::Bounds) | None => model::Aggregated::Bounds,
        },
        at_least: at_least(target)?,
    };
    Ok(model::CountRule {
        window,
        part,
        aggregate: target.aggregate.as_ref().map(|aggregate| model::Aggregate {
            at_least_percent: aggregate.at_least_percent.0,
            at: aggregate.at.clone(),
        }),
    })
}

/// One number, or one a phase; phases come in order and do not overlap.
fn at_least(target: &raw::Target) -> Result<model::Phased, Fault> {
    let both = "`at_least` and `phase` exclude each other";
    match (target.at_least, target.phase.as_slice()) {
        (Some(at_least), []) => Ok(model::Phased::Always(at_least.0)),
        (Some(_), _) => Err(Fault::new(&["phase"], both)),
        (None, []) => Err(Fault::new(&["measure"], "a target that counts needs `at_least`, or a `phase`")),
        (None, phases) => phased(phases),
    }
}

fn phased(phases: &[raw::Phase]) -> Result<model::Phased, Fault> {
    for (number, phase) in phases.iter().enumerate() {
        let at = format!("#{number}");
        if phase.to.0 < phase.from.0 {
            return Err(Fault::new(&["phase", &at, "to"], "the phase ends before it begins"));
        }
        let before = number.checked_sub(1).and_then(|before| phases.get(before));
        if before.is_some_and(|before| phase.from.0 <= before.to.0) {
            let help = "phases come in order of time, and a day belongs to one of them";
            return Err(Fault::new(&["phase", &at, "from"], "the phase overlaps the one before").help(help));
        }
    }
    let phase = |raw: &raw::Phase| model::Phase { from: raw.from.0, to: raw.to.0, value: raw.at_least.0 };
    Ok(model::Phased::Phases(phases.iter().map(phase).collect()))
}

impl From<raw::Untagged> for model::Untagged {
    fn from(untagged: raw::Untagged) -> Self {
        match untagged {
            raw::Untagged::Ignore => Self::Ignore,
            raw::Untagged::Possible => Self::Possible,
            raw::Untagged::Certain => Self::Certain,
        }
    }
}

fn share_rule(target: &raw::Target, share: raw::Share) -> Result<model::Measure, Fault> {
    let measure = &target.measure;
    refuse(&[
        ("window", target.window.is_some()),
        ("at_least", target.at_least.is_some()),
        ("phase", !target.phase.is_empty()),
        ("aggregate", target.aggregate.is_some()),
        ("or_tag", !measure.or_tag.is_empty()),
        ("require_tag", !measure.require_tag.is_empty()),
        ("untagged", measure.untagged.is_some()),
        ("scope", measure.scope.is_some()),
        ("distinct", measure.distinct.is_some()),
        ("channels", !measure.channels.is_empty()),
        ("audiences", !measure.audiences.is_empty()),
        ("aggregated", measure.aggregated.is_some()),
    ])
    .map_err(|name| Fault::new(place_of(name).as_slice(), format!("a share has no `{name}`")))?;
    if target.milestone.is_empty() {
        return Err(Fault::new(&["measure"], "a share needs at least one `milestone`"));
    }
    let milestones = target.milestone.iter().map(milestone);
    match share {
        raw::Share::Adoption => adoption(target, milestones.collect()),
        raw::Share::Conventions => Ok(model::Measure::Conventions {
            denominator: match measure.denominator {
                Some(raw::Denominator::Ever) => model::ConventionDenominator::Ever,
                Some(raw::Denominator::InForce) | None => model::ConventionDenominator::InForce,
            },
            unknown_as: match measure.unknown_as {
                Some(raw::UnknownAs::Bad) => model::UnknownAs::Bad,
                Some(raw::UnknownAs::Good) => model::UnknownAs::Good,
                Some(raw::UnknownAs::Unknown) | None => model::UnknownAs::Unknown,
            },
            milestones: milestones.collect(),
        }),
    }
}

fn adoption(target: &raw::Target, milestones: Vec<model::Milestone>) -> Result<model::Measure, Fault> {
    refuse(&[
        ("denominator", target.measure.denominator.is_some()),
        ("unknown_as", target.measure.unknown_as.is_some()),
    ])
    .map_err(|name| Fault::new(place_of(name).as_slice(), format!("a share of adoption has no `{name}`")))?;
    match milestones.iter().find(|milestone| milestone.stages.is_empty()) {
        Some(bare) => Err(Fault::new(&["milestone", &bare.id], "a milestone of adoption needs `stages`")),
        None => Ok(model::Measure::Adoption { milestones }),
    }
}

fn milestone(milestone: &raw::Milestone) -> model::Milestone {
    model::Milestone {
        id: milestone.id.clone(),
        by: milestone.by.0,
        stages: milestone.stages.clone(),
        at_least_percent: milestone.at_least_percent.0,
        quote: milestone.quote.clone(),
    }
}

/// The first field that is there and should not be.
fn refuse(fields: &[(&'static str, bool)]) -> Result<(), &'static str> {
    fields.iter().find(|(_, present)| *present).map_or(Ok(()), |(name, _)| Err(name))
}

/// Where a target's field stands.
fn place_of(field: &'static str) -> Vec<&'static str> {
    match field {
        "milestone" | "window" | "at_least" | "phase" | "aggregate" => vec![field],
        _ => vec!["measure", field],
    }
}

impl Checked for raw::Duty {
    type Model = model::Duty;

    fn checked(self) -> Result<Self::Model, Fault> {
        let deadline = deadline(&self)?;
        Ok(model::Duty {
            id: self.id,
            label: self.label,
            cite: cites(self.cite),
            who: who(self.who),
            to: self.to,
            deadline,
            readings: self.readings,
        })
    }
}

fn deadline(duty: &raw::Duty) -> Result<Option<model::DutyDeadline>, Fault> {
    let (submission, before) = match (duty.submission, &duty.before) {
        (Some(submission), Some(before)) => (submission, before),
        (None, None) => return Ok(None),
        _ => return Err(Fault::new(&[], "`submission` and `before` belong together")),
    };
    let day = match (before.day, before.yearly) {
        (Some(day), None) => model::DutyDay::Once(day.0),
        (None, Some(day)) => model::DutyDay::Yearly(day.0, day.1),
        _ => return Err(Fault::new(&["before"], "`before` needs `day` or `yearly`, and not both")),
    };
    Ok(Some(model::DutyDeadline {
        submission,
        day,
        inclusive: before.inclusive,
        next_working_day: before.shift == Some(raw::Shift::NextWorkingDay),
    }))
}

impl Checked for raw::Dept {
    type Model = model::Dept;

    fn checked(self) -> Result<Self::Model, Fault> {
        Ok(model::Dept { label: self.label, clause: self.clause })
    }
}

impl Checked for raw::Task {
    type Model = model::Task;

    fn checked(self) -> Result<Self::Model, Fault> {
        let Self { id, dept, label, cite, cadence, serves } = self;
        Ok(model::Task { id, dept, label, cite: cites(cite), cadence, serves })
    }
}

impl Checked for raw::Topic {
    type Model = model::Topic;

    fn checked(self) -> Result<Self::Model, Fault> {
        Ok(model::Topic { id: self.id, label: self.label, cite: cites(self.cite) })
    }
}

impl Checked for raw::Peak {
    type Model = model::CitedPeak;

    fn checked(self) -> Result<Self::Model, Fault> {
        let (from, to) = ((self.from.0, self.from.1), (self.to.0, self.to.1));
        let peak = Peak { id: self.id, label: self.label, from, to };
        Ok(model::CitedPeak { peak, cite: cites(self.cite) })
    }
}

impl Checked for raw::Reading {
    type Model = model::Reading;

    fn checked(self) -> Result<Self::Model, Fault> {
        if !self.option.iter().any(|option| option.id == self.default) {
            let known = self.option.iter().map(|option| option.id.as_str());
            return Err(Fault::unknown(&["default"], "option", &self.default, known));
        }
        let options = self.option.into_iter().map(|option| model::ReadingOption {
            id: option.id,
            label: option.label,
            set: option.set,
        });
        Ok(model::Reading {
            id: self.id,
            kind: reading_kind(self.kind).to_owned(),
            ask: self.ask,
            cite: cites(self.cite),
            default: self.default,
            why: self.why,
            options: options.collect(),
        })
    }
}

fn reading_kind(kind: raw::ReadingKind) -> &'static str {
    match kind {
        raw::ReadingKind::Scope => "scope",
        raw::ReadingKind::Counting => "counting",
        raw::ReadingKind::Denominator => "denominator",
        raw::ReadingKind::Deadline => "deadline",
        raw::ReadingKind::Window => "window",
        raw::ReadingKind::Data => "data",
        raw::ReadingKind::Units => "units",
        raw::ReadingKind::Text => "text",
        raw::ReadingKind::Note => "note",
    }
}

impl Checked for raw::Clause {
    type Model = model::Clause;

    fn checked(self) -> Result<Self::Model, Fault> {
        let form = match self.form {
            raw::ClauseForm::Preamble => "preamble",
            raw::ClauseForm::Heading => "heading",
            raw::ClauseForm::Item => "item",
            raw::ClauseForm::Bullet => "bullet",
            raw::ClauseForm::Text => "text",
        };
        Ok(model::Clause { id: self.id, form: form.to_owned(), quote: self.quote })
    }
}
