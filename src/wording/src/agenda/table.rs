//! The agenda as a table: its columns.

use super::{CalendarText, Told};
use crate::{Say, Text, both};
use domain::Language;

/// The columns of the agenda as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is said in the words below")]
pub enum AgendaColumn {
    Date,
    Latest,
    Unit,
    Parent,
    Item,
    Topic,
    Audience,
    Channel,
    Gaps,
    Support,
    Why,
}

impl AgendaColumn {
    /// In their order.
    pub const ALL: [Self; 11] = [
        Self::Date,
        Self::Latest,
        Self::Unit,
        Self::Parent,
        Self::Item,
        Self::Topic,
        Self::Audience,
        Self::Channel,
        Self::Gaps,
        Self::Support,
        Self::Why,
    ];
}

impl Say for AgendaColumn {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Date => both(language, "Ngày", "Day"),
            Self::Latest => both(language, "Chậm nhất", "At the latest"),
            Self::Unit => both(language, "Đơn vị", "Unit"),
            Self::Parent => both(language, "Thuộc", "Part of"),
            Self::Item => both(language, "Việc", "Item"),
            Self::Topic => Told::Topic.say(language),
            Self::Audience => Told::Audience.say(language),
            Self::Channel => Told::Channel.say(language),
            Self::Gaps => both(language, "Bù phần thiếu", "Closes"),
            Self::Support => Told::Support.say(language),
            Self::Why => CalendarText::WhyThisDay.say(language),
        }
    }
}
