//! Topics, forms and bodies: what to do, from the file's tables to the plan's types.

use super::{Checked, cites};
use crate::fault::Fault;
use crate::{model, raw};
use domain::{Certainty, Successor, SuggestedForm, SuggestedTopic};

impl Checked for raw::Topic {
    type Model = model::CitedTopic;

    fn checked(self) -> Result<Self::Model, Fault> {
        let Self { id, label, cite, field, unit_kinds, best_for, audiences, peaks, laws, support } = self;
        let cite = cites(cite);
        let clauses = cite.iter().map(|cite| cite.clause.clone()).collect();
        let topic = SuggestedTopic { id, label, clauses, field, unit_kinds, best_for, audiences, peaks, laws, support };
        Ok(model::CitedTopic { topic, cite })
    }
}

impl Checked for raw::WordTable {
    type Model = model::Word;

    fn checked(self) -> Result<Self::Model, Fault> {
        Ok(model::Word { label: self.label, cite: cites(self.cite) })
    }
}

impl Checked for raw::Suggest {
    type Model = SuggestedForm;

    fn checked(self) -> Result<Self::Model, Fault> {
        let Self { id, target, unit_kinds, kinds, form, audience, channels, support } = self;
        Ok(SuggestedForm { id, target, unit_kinds, kinds, form, audience, channels, support })
    }
}

impl Checked for raw::Body {
    type Model = model::Body;

    fn checked(self) -> Result<Self::Model, Fault> {
        let Self { id, name, cite, tasks, serves, fields, topics, succeeded_by } = self;
        let succeeded_by = succeeded_by.into_iter().enumerate().map(successor).collect::<Result<_, _>>()?;
        Ok(model::Body { id, name, cite: cites(cite), tasks, serves, fields, topics, succeeded_by })
    }
}

/// What nobody checked says so, and why.
fn successor((number, now): (usize, raw::SuccessorTable)) -> Result<Successor, Fault> {
    if !now.sure && now.note.is_none() {
        let fault = Fault::new(&["succeeded_by", &format!("#{number}"), "sure"], "what is not sure needs a `note`");
        return Err(fault.help("say what was not checked"));
    }
    let certainty = if now.sure { Certainty::Sure } else { Certainty::Unsure };
    let note = now.note.unwrap_or_default();
    Ok(Successor { from: now.from.0, name: now.name, tasks: now.tasks, certainty, note })
}
