//! The columns of a row that is pasted into a table of the superior's: which, in which order. An order is a setting and may
//! stand in an address.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    /// The unit's name.
    Unit,
    /// Communication sessions.
    Events,
    /// People at them.
    EventPeople,
    /// News items.
    News,
    /// Activities of the Action Month.
    ActionMonth,
    /// Communication models.
    Models,
    /// Signed pledges.
    Pledges,
    /// People reached by anything.
    People,
    /// Women among them.
    Women,
    /// Money spent, in đồng.
    Cost,
    /// Nothing: the superior asks for something that the data do not hold.
    Blank,
}

impl Column {
    /// Every column, in the order they are offered.
    pub(crate) const ALL: [Self; 11] = [
        Self::Unit,
        Self::Events,
        Self::EventPeople,
        Self::News,
        Self::ActionMonth,
        Self::Models,
        Self::Pledges,
        Self::People,
        Self::Women,
        Self::Cost,
        Self::Blank,
    ];

    // SOURCE: Biểu số 09a, kết quả phổ biến, giáo dục pháp luật tại địa bàn xã, 14 columns: sessions, people at them,
    // programmes of the commune's broadcasting; contests, clubs, bookcases and leaflets are no part of these data.
    /// The order of the official form.
    pub(crate) const FORM: [Self; 14] = [
        Self::Events,
        Self::EventPeople,
        Self::News,
        Self::Blank,
        Self::Blank,
        Self::Blank,
        Self::Blank,
        Self::Blank,
        Self::Blank,
        Self::Blank,
        Self::Blank,
        Self::Blank,
        Self::Blank,
        Self::Blank,
    ];

    /// How an address names it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Events => "events",
            Self::EventPeople => "event-people",
            Self::News => "news",
            Self::ActionMonth => "month",
            Self::Models => "models",
            Self::Pledges => "pledges",
            Self::People => "people",
            Self::Women => "women",
            Self::Cost => "cost",
            Self::Blank => "blank",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// More columns than this are no row of a form.
const MOST: usize = 40;

/// The columns that a text of an address names; what it does not know is left out.
pub(super) fn columns(text: &str) -> Vec<Column> {
    text.split('.').filter_map(Column::from_code).take(MOST).collect()
}

/// How an address names these columns.
pub(super) fn written(columns: &[Column]) -> String {
    columns.iter().map(|column| column.code()).collect::<Vec<_>>().join(".")
}
