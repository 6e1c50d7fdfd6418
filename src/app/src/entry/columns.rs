//! The columns of the table that is typed, and which of them a finding is about.

use domain::{EnteredRow, Finding, FindingKind};

/// A column, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    Unit,
    Date,
    Kind,
    Count,
    Title,
    Channel,
    People,
    Women,
}

impl Column {
    /// Every column, in order.
    pub(crate) const ALL: [Self; 8] =
        [Self::Unit, Self::Date, Self::Kind, Self::Count, Self::Title, Self::Channel, Self::People, Self::Women];

    /// The text of a row in this column.
    pub(crate) fn of(self, row: &EnteredRow) -> &str {
        match self {
            Self::Unit => &row.unit,
            Self::Date => &row.date,
            Self::Kind => &row.kind,
            Self::Count => &row.count,
            Self::Title => &row.title,
            Self::Channel => &row.channel,
            Self::People => &row.people,
            Self::Women => &row.women,
        }
    }

    /// Puts a text into a row.
    pub(super) fn set(self, row: &mut EnteredRow, text: &str) {
        let place = match self {
            Self::Unit => &mut row.unit,
            Self::Date => &mut row.date,
            Self::Kind => &mut row.kind,
            Self::Count => &mut row.count,
            Self::Title => &mut row.title,
            Self::Channel => &mut row.channel,
            Self::People => &mut row.people,
            Self::Women => &mut row.women,
        };
        text.clone_into(place);
    }

    /// Its name within the page.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Date => "date",
            Self::Kind => "kind",
            Self::Count => "count",
            Self::Title => "title",
            Self::Channel => "channel",
            Self::People => "people",
            Self::Women => "women",
        }
    }

    /// The column at which a finding is shown: that of its cell, else the one it misses something in.
    pub(crate) fn about(finding: &Finding) -> Self {
        let header = finding.at.column.and_then(|column| EnteredRow::HEADERS.get(usize::try_from(column).ok()?));
        let named = Self::ALL.into_iter().find(|column| Some(&column.code()) == header);
        named.unwrap_or(match (&finding.kind, header) {
            (FindingKind::MissingUnit | FindingKind::NoUnitColumn, _) | (_, Some(&"unit_id")) => Self::Unit,
            (FindingKind::MissingDate | FindingKind::PlannedInThePast { .. }, _) => Self::Date,
            _ => Self::Title,
        })
    }
}
