//! From the file's tables to the plan's types. What only makes sense together is checked here, as a [`Fault`]
//! relative to the table it belongs to.

mod advice;
mod count;
mod deadline;
mod enough;
mod fields;
mod share;
mod survey;
mod target;

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
            set: option.set.into_iter().map(|(path, value)| (path, change(&value))).collect(),
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

fn change(value: &toml::Value) -> model::Change {
    if value.is_table() { model::Change::Edit } else { model::Change::Put }
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

impl Checked for raw::DocumentTable {
    type Model = model::Document;

    fn checked(self) -> Result<Self::Model, Fault> {
        let Self { title, issuer, issued, file, sha256 } = self;
        Ok(model::Document { title, issuer, issued: issued.map(|day| day.0), file, sha256 })
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
        Ok(model::Clause { id: self.id, form: form.to_owned(), quote: self.quote, document: self.document })
    }
}
