//! A choice in full, for the items that are shown: labels, clauses, laws, and bodies under the name of the day.

use crate::{
    Certainty, LawNow, Successor, SuggestedChoice, SuggestedForm, SuggestedTopic, SuggestedWord, Suggestion,
    SuggestionBook, SupportBody, SupportLine, SupportTask, TopicLine,
};
use chrono::NaiveDate;

impl SuggestionBook {
    /// What `choice` says on `date`.
    pub fn describe(&self, choice: SuggestedChoice, date: NaiveDate) -> Suggestion {
        let topic = choice.topic.and_then(|at| self.topics.get(at));
        let alongside = choice.alongside.and_then(|at| self.topics.get(at));
        let form = choice.form.and_then(|at| self.forms.get(at));
        Suggestion {
            topic: topic.map(|topic| line(self, topic)),
            alongside: alongside.map(|topic| line(self, topic)),
            form: form.map(|form| form.form.clone()),
            audience: form.and_then(|form| word(&self.audiences, form.audience.as_deref()?)),
            channel: choice.channel.and_then(|at| self.channels.get(at)).cloned(),
            support: support(self, topic, form, date),
        }
    }
}

fn line(book: &SuggestionBook, topic: &SuggestedTopic) -> TopicLine {
    let law = |key: &String| -> Option<LawNow> { book.laws.iter().find(|law| law.key == *key).cloned() };
    TopicLine {
        id: topic.id.clone(),
        label: topic.label.clone(),
        clauses: topic.clauses.clone(),
        field: topic.field,
        laws: topic.laws.iter().filter_map(law).collect(),
    }
}

fn word(words: &[SuggestedWord], id: &str) -> Option<SuggestedWord> {
    words.iter().find(|word| word.id == id).cloned()
}

/// A body, and the task of it that is meant.
type Helper<'b> = (&'b SupportBody, Option<&'b SupportTask>);

fn support(
    book: &SuggestionBook,
    topic: Option<&SuggestedTopic>,
    form: Option<&SuggestedForm>,
    date: NaiveDate,
) -> Vec<SupportLine> {
    let with_topic = topic.and_then(|topic| match &topic.support {
        Some(id) => named(book, id),
        None => book.bodies.iter().find(|body| backs(body, topic)).map(|body| (body, None)),
    });
    let with_form = form.and_then(|form| match &form.support {
        Some(id) => named(book, id),
        None => book.bodies.iter().find(|body| body.serves.contains(&form.target)).map(|body| (body, None)),
    });
    let with_form = with_form.filter(|(body, _)| with_topic.is_none_or(|(other, _)| other.id != body.id));
    with_topic.into_iter().chain(with_form).map(|helper| support_line(helper, date)).collect()
}

fn backs(body: &SupportBody, topic: &SuggestedTopic) -> bool {
    body.topics.contains(&topic.id) || topic.field.is_some_and(|field| body.fields.contains(&field))
}

/// The body with this id, or the one whose task has it.
fn named<'b>(book: &'b SuggestionBook, id: &str) -> Option<Helper<'b>> {
    let of_body = |body: &'b SupportBody| {
        let task = body.tasks.iter().find(|task| task.id == id);
        (body.id == id || task.is_some()).then_some((body, task))
    };
    book.bodies.iter().find_map(of_body)
}

fn support_line((body, task): Helper<'_>, date: NaiveDate) -> SupportLine {
    let now = successor(body, task, date);
    SupportLine {
        id: body.id.clone(),
        name: now.map_or(&body.name, |now| &now.name).clone(),
        name_in_plan: body.name.clone(),
        task: task.map(|task| task.label.clone()),
        clauses: task.map_or(&body.clauses, |task| &task.clauses).clone(),
        certainty: now.map_or(Certainty::Sure, |now| now.certainty),
        note: now.map(|now| now.note.clone()).unwrap_or_default(),
    }
}

impl SupportBody {
    /// Who has the body's tasks on a day, those of a task of its own apart; `None` = the body itself.
    pub fn now(&self, day: NaiveDate) -> Option<&Successor> {
        successor(self, None, day)
    }
}

/// The latest that has begun; one that took over this very task before one that took over the rest.
fn successor<'b>(body: &'b SupportBody, task: Option<&SupportTask>, date: NaiveDate) -> Option<&'b Successor> {
    let has_task = |now: &Successor| task.is_some_and(|task| now.tasks.contains(&task.id));
    let began = body.successors.iter().filter(|now| now.from <= date && (now.tasks.is_empty() || has_task(now)));
    began.max_by_key(|now| (!now.tasks.is_empty(), now.from))
}
