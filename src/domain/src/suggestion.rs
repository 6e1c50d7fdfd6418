//! What a suggested activity says besides its date: about what, for whom, in which form, on which channel, with whose
//! support, and which law holds today.
//!
//! A [`SuggestionBook`] is what a plan offers, a [`SuggestedChoice`] what was picked from it for one item (a few numbers,
//! so that a hundred thousand items stay small), a [`Suggestion`] the same in full, for the items that are shown.

use crate::{ActivityKind, Bilingual, Span, UnitKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A field of life in which gender equality is talked about. A year should cover all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TopicField {
    /// chính trị
    Politics,
    /// kinh tế
    Economy,
    /// lao động, việc làm
    Labour,
    /// giáo dục và đào tạo
    Education,
    /// y tế
    Health,
    /// gia đình và phòng ngừa, ứng phó với bạo lực trên cơ sở giới
    Family,
    /// khoa học, công nghệ và thông tin, truyền thông
    ScienceMedia,
}

impl TopicField {
    /// Every field, in the order of the rule language.
    pub const ALL: [Self; 7] =
        [Self::Politics, Self::Economy, Self::Labour, Self::Education, Self::Health, Self::Family, Self::ScienceMedia];

    /// The word used in rule files and tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::Politics => "politics",
            Self::Economy => "economy",
            Self::Labour => "labour",
            Self::Education => "education",
            Self::Health => "health",
            Self::Family => "family",
            Self::ScienceMedia => "science_media",
        }
    }
}

/// Whether a fact was checked against a source. What is unsure is shown with the words “chưa kiểm chứng”, “not verified”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// It was checked.
    Sure,
    /// It may be otherwise: to be checked before it is used.
    Unsure,
}

/// A law as an older text cites it, and the law that holds today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawNow {
    /// The key by which topics name it.
    pub key: String,
    /// How the older text cites it.
    pub cited: Bilingual,
    /// What holds today.
    pub current: Bilingual,
    /// The day on which what holds today came into force, if known.
    pub effective: Option<NaiveDate>,
    /// When this was looked up: a day or a month.
    pub checked: Span,
    /// Is it certain?
    pub certainty: Certainty,
    /// What else is to be known; blank if nothing.
    pub note: Bilingual,
    /// Where it was read, in the words of the table.
    pub source: String,
}

/// A topic to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedTopic {
    /// The plan's id for it.
    pub id: String,
    /// One line.
    pub label: Bilingual,
    /// The clauses that name it.
    pub clauses: Vec<String>,
    /// Its field; `None` for what belongs to all of them, such as a directive or a programme.
    pub field: Option<TopicField>,
    /// Kinds of unit it suits; empty = all.
    pub unit_kinds: BTreeSet<UnitKind>,
    /// Kinds of unit to which it comes first, and twice as often.
    pub best_for: BTreeSet<UnitKind>,
    /// Audiences it suits, by id; empty = all.
    pub audiences: Vec<String>,
    /// Peaks it suits best, by id.
    pub peaks: Vec<String>,
    /// Laws it cites, by key.
    pub laws: Vec<String>,
    /// The body, or the task of a body, that supports it.
    pub support: Option<String>,
}

/// A form an activity may take, for a target and kinds of unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedForm {
    /// The plan's id for it.
    pub id: String,
    /// The target or duty it serves.
    pub target: String,
    /// Kinds of unit it suits; empty = all.
    pub unit_kinds: BTreeSet<UnitKind>,
    /// Kinds of activity it is; empty = any, and what is no activity as well.
    pub kinds: BTreeSet<ActivityKind>,
    /// What is done.
    pub form: Bilingual,
    /// For whom, by id.
    pub audience: Option<String>,
    /// Channels to take in turn, by id.
    pub channels: Vec<String>,
    /// The body, or the task of a body, that supports it.
    pub support: Option<String>,
}

/// A word with clauses: an audience, a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedWord {
    /// The plan's id for it.
    pub id: String,
    /// What people call it.
    pub label: Bilingual,
    /// The clauses that name it; empty if it is not the plan's own word.
    pub clauses: Vec<String>,
}

/// A body that the plan names as responsible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportBody {
    /// The plan's id for it.
    pub id: String,
    /// Its name in the plan.
    pub name: Bilingual,
    /// The clauses that name it.
    pub clauses: Vec<String>,
    /// What it has to do.
    pub tasks: Vec<SupportTask>,
    /// Targets it serves.
    pub serves: Vec<String>,
    /// Fields it supports.
    pub fields: BTreeSet<TopicField>,
    /// Topics it supports, by id.
    pub topics: Vec<String>,
    /// Who took over.
    pub successors: Vec<Successor>,
}

/// A task of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportTask {
    /// The plan's id for it.
    pub id: String,
    /// One line.
    pub label: Bilingual,
    /// The clauses that set it.
    pub clauses: Vec<String>,
}

/// Who took over a body's tasks, or some of them, and from which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Successor {
    /// First day.
    pub from: NaiveDate,
    /// The name from that day on.
    pub name: Bilingual,
    /// The tasks that went there, by id; empty = all that no other successor has.
    pub tasks: Vec<String>,
    /// Is it certain?
    pub certainty: Certainty,
    /// What else is to be known; blank if nothing.
    pub note: Bilingual,
}

/// What a plan offers to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionBook {
    /// Topics, in the order of the plan.
    pub topics: Vec<SuggestedTopic>,
    /// Forms, in the order of the plan: the first that fits an item goes before the others.
    pub forms: Vec<SuggestedForm>,
    /// Audiences.
    pub audiences: Vec<SuggestedWord>,
    /// Channels.
    pub channels: Vec<SuggestedWord>,
    /// Bodies, in the order of the plan.
    pub bodies: Vec<SupportBody>,
    /// Laws that the topics cite.
    pub laws: Vec<LawNow>,
}

/// What was chosen for one item: places in the lists of the book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SuggestedChoice {
    /// The topic.
    pub topic: Option<usize>,
    /// A topic of no field of its own that goes with it: a law, a directive, a programme.
    pub alongside: Option<usize>,
    /// The form.
    pub form: Option<usize>,
    /// The channel.
    pub channel: Option<usize>,
}

/// A topic as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicLine {
    /// The plan's id for it.
    pub id: String,
    /// One line.
    pub label: Bilingual,
    /// The clauses that name it.
    pub clauses: Vec<String>,
    /// Its field.
    pub field: Option<TopicField>,
    /// The laws it cites, and what holds today.
    pub laws: Vec<LawNow>,
}

/// A supporting body as it is shown: under the name it has on the day of the item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportLine {
    /// The plan's id for it.
    pub id: String,
    /// Its name on that day.
    pub name: Bilingual,
    /// Its name in the plan.
    pub name_in_plan: Bilingual,
    /// The task it helps with, if one is meant.
    pub task: Option<Bilingual>,
    /// The clauses of the task, or those that name the body.
    pub clauses: Vec<String>,
    /// Is the name certain?
    pub certainty: Certainty,
    /// What else is to be known about the name; blank if nothing.
    pub note: Bilingual,
}

/// What an item of the agenda says besides its date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it is about.
    pub topic: Option<TopicLine>,
    /// What goes with it.
    pub alongside: Option<TopicLine>,
    /// What is done.
    pub form: Option<Bilingual>,
    /// For whom.
    pub audience: Option<SuggestedWord>,
    /// Where it is published.
    pub channel: Option<SuggestedWord>,
    /// Who supports it: first with the topic, then with the form.
    pub support: Vec<SupportLine>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_different_codes_in_the_order_of_the_list() {
        let codes: BTreeSet<&str> = TopicField::ALL.map(TopicField::code).into();
        assert_eq!(codes.len(), TopicField::ALL.len());
        assert!(TopicField::ALL.is_sorted());
    }
}
