//! Where the page is, and how that is written in the address: `#/don-vi?u=kg-30493`.
//!
//! An address carries screens, filters and settings, never data: a unit is named in it only when its id comes from
//! a shipped roster; any other unit is a plain number that means nothing outside this sitting.

mod column;
mod compare;
mod matrix;
mod report;
mod workshop;

pub(crate) use compare::{CompareView, CompareWay};
pub(crate) use matrix::{MatrixSort, MatrixView, SortBy};
pub(crate) use report::ReportView;
pub(crate) use workshop::WorkshopView;

use domain::{NaiveDate, PageSettings, SingleKeys, TextSize, Theme, UnitIndex, UnitLine, UnitSource};
use std::collections::BTreeMap;
use wording::readings::ReadingFilter;

/// A screen with its view settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Route {
    /// Choose files.
    #[default]
    Data,
    /// Type rows in; for this unit.
    Entry(Option<UnitKey>),
    /// What was understood of the files, and what needs an answer.
    Check,
    /// The rows of this table, by its place among those that were read.
    Rows(u32),
    /// The targets.
    Overview,
    /// Units × targets.
    Matrix(MatrixView),
    /// One unit.
    Unit(UnitView),
    /// The suggested agenda.
    Agenda(AgendaView),
    /// A report to be handed in.
    Report(ReportView),
    /// How targets and figures went.
    Trend,
    /// What turned since another day, or against another set of files.
    Compare(CompareView),
    /// Counts by place.
    Rollup,
    /// What would turn if …
    WhatIf,
    /// The plan, clause by clause.
    Plan,
    /// Where the plan can be read in more than one way.
    Readings(ReadingFilter),
    /// The bodies that the plan names; this one of them.
    Bodies(Option<String>),
    /// How the page shows itself, and what it keeps.
    Settings,
    /// What this is, and where its data come from.
    About,
    /// What happens to the user's data.
    Privacy,
    /// Who can use this, and how well.
    Access,
    /// The deck for a room.
    Workshop(WorkshopView),
}

/// A unit as an address may name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UnitKey {
    /// Id from a shipped roster.
    Shipped(String),
    /// Number within this assessment.
    Number(UnitIndex),
}

impl UnitKey {
    /// How an address names this unit.
    pub(crate) fn of(line: &UnitLine) -> Self {
        match line.source {
            UnitSource::Shipped => Self::Shipped(line.id.clone()),
            UnitSource::User | UnitSource::Data => Self::Number(line.unit),
        }
    }

    /// Does it name this unit?
    pub(crate) fn names(&self, line: &UnitLine) -> bool {
        match self {
            Self::Shipped(id) => *id == line.id,
            Self::Number(unit) => *unit == line.unit,
        }
    }

    fn parse(query: &Query<'_>) -> Option<Self> {
        let number = || query.get("n").and_then(|text| text.parse().ok()).map(|n| Self::Number(UnitIndex(n)));
        query.get("u").map(|id| Self::Shipped(id.to_owned())).or_else(number)
    }

    fn pair(&self) -> (&'static str, String) {
        match self {
            Self::Shipped(id) => ("u", id.clone()),
            Self::Number(unit) => ("n", unit.0.to_string()),
        }
    }
}

/// What the page of a unit shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnitView {
    /// The unit.
    pub(crate) key: UnitKey,
    /// The target that is open at first; `None` = the one that needs attention most.
    pub(crate) target: Option<String>,
}

impl UnitView {
    /// The unit, open where it needs attention most.
    pub(crate) fn of(key: UnitKey) -> Self {
        Self { key, target: None }
    }

    fn parse(query: &Query<'_>) -> Option<Self> {
        UnitKey::parse(query).map(|key| Self { key, target: target(query) })
    }
}

/// What the agenda shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AgendaView {
    /// Only this unit and all below it.
    pub(crate) unit: Option<UnitKey>,
    /// The month shown, 1 to 12.
    pub(crate) month: Option<u32>,
}

impl Route {
    /// The page of one unit.
    pub(crate) fn unit(line: &UnitLine) -> Self {
        Self::Unit(UnitView::of(UnitKey::of(line)))
    }

    /// The page of one unit, open at this target.
    pub(crate) fn unit_at(line: &UnitLine, target: &str) -> Self {
        Self::Unit(UnitView { key: UnitKey::of(line), target: Some(target.to_owned()).filter(|id| is_plain(id)) })
    }

    /// The same screen, perhaps with other settings: the address is replaced, not added to the history.
    pub(crate) fn same_screen(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unit(here), Self::Unit(there)) => here.key == there.key,
            // Each slide is a step of the history: "back" turns a page.
            (Self::Workshop(here), Self::Workshop(there)) => here.slide == there.slide,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// The address, from the `#` on.
    pub(crate) fn hash(&self) -> String {
        Address { route: self.clone(), ..Address::default() }.hash()
    }
}

/// A route with the settings of the sitting that a link may carry along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// Where.
    pub(crate) route: Route,
    /// English (Vietnamese is never written).
    pub(crate) english: bool,
    /// How the page shows itself; what is as usual is not written.
    pub(crate) page: PageSettings,
    /// The as-of day, if chosen.
    pub(crate) as_of: Option<NaiveDate>,
    /// The year shown, if chosen.
    pub(crate) year: Option<i32>,
    /// The id of the shipped plan, if another than the first is applied.
    pub(crate) plan: Option<String>,
    /// Readings that differ from the plan's defaults: reading → option.
    pub(crate) readings: BTreeMap<String, String>,
}

impl Address {
    /// The address in this text; what is not understood falls back to the start.
    pub(crate) fn parse(hash: &str) -> Self {
        let text = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let query = Query(query);
        Self {
            route: route(path, &query),
            english: query.get("l") == Some("en"),
            page: page(&query),
            as_of: query.get("d").and_then(|text| text.parse().ok()),
            year: query.get("y").and_then(|text| text.parse().ok()),
            plan: query.get("p").filter(|id| is_plain(id)).map(str::to_owned),
            readings: query.get("r").map(readings).unwrap_or_default(),
        }
    }

    /// The text of the address, from the `#` on.
    pub(crate) fn hash(&self) -> String {
        let pairs: Vec<String> = settings(&self.route)
            .into_iter()
            .chain(self.english.then(|| ("l", "en".to_owned())))
            .chain(page_pairs(self.page))
            .chain(self.as_of.map(|day| ("d", day.to_string())))
            .chain(self.year.map(|year| ("y", year.to_string())))
            .chain(self.plan.clone().filter(|id| is_plain(id)).map(|id| ("p", id)))
            .chain(Some(("r", written(&self.readings))).filter(|(_, text)| !text.is_empty()))
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        let mark = if pairs.is_empty() { "" } else { "?" };
        format!("#/{}{mark}{}", path(&self.route), pairs.join("&"))
    }
}

fn route(path: &str, query: &Query<'_>) -> Route {
    match path {
        "nhap" | "entry" => Route::Entry(UnitKey::parse(query)),
        "kiem-tra" => Route::Check,
        "dong" | "rows" => Route::Rows(query.get("b").and_then(|text| text.parse().ok()).unwrap_or_default()),
        "tong-quan" => Route::Overview,
        "tong-hop" | "rollup" => Route::Rollup,
        "don-vi" => UnitView::parse(query).map_or_else(|| Route::Matrix(MatrixView::parse(query)), Route::Unit),
        "lich" => Route::Agenda(AgendaView {
            unit: UnitKey::parse(query),
            month: query.get("m").and_then(|text| text.parse().ok()).filter(|month| (1..=12).contains(month)),
        }),
        "bao-cao" | "reports" => Route::Report(ReportView::parse(query)),
        "dien-bien" | "trend" => Route::Trend,
        "so-sanh" | "compare" => Route::Compare(CompareView::parse(query)),
        "neu-thi" | "what-if" => Route::WhatIf,
        "ke-hoach" => Route::Plan,
        "cach-hieu" | "readings" => Route::Readings(filter(query)),
        "co-quan" | "bodies" => Route::Bodies(query.get("b").filter(|id| is_plain(id)).map(str::to_owned)),
        "cai-dat" | "settings" => Route::Settings,
        "gioi-thieu" | "about" => Route::About,
        "rieng-tu" | "privacy" => Route::Privacy,
        "tro-nang" | "accessibility" => Route::Access,
        "trinh-chieu" | "workshop" => Route::Workshop(WorkshopView::parse(query)),
        _ => Route::Data,
    }
}

fn target(query: &Query<'_>) -> Option<String> {
    query.get("t").filter(|id| is_plain(id)).map(str::to_owned)
}

fn path(route: &Route) -> &'static str {
    match route {
        Route::Data => "du-lieu",
        Route::Entry(_) => "nhap",
        Route::Check => "kiem-tra",
        Route::Rows(_) => "dong",
        Route::Rollup => "tong-hop",
        Route::Overview => "tong-quan",
        Route::Matrix(_) | Route::Unit(_) => "don-vi",
        Route::Agenda(_) => "lich",
        Route::Report(_) => "bao-cao",
        Route::Trend => "dien-bien",
        Route::Compare(_) => "so-sanh",
        Route::WhatIf => "neu-thi",
        Route::Plan => "ke-hoach",
        Route::Readings(_) => "cach-hieu",
        Route::Bodies(_) => "co-quan",
        Route::Settings => "cai-dat",
        Route::About => "gioi-thieu",
        Route::Privacy => "rieng-tu",
        Route::Access => "tro-nang",
        Route::Workshop(_) => "trinh-chieu",
    }
}

fn settings(route: &Route) -> Vec<(&'static str, String)> {
    match route {
        Route::Unit(view) => {
            let target = view.target.as_ref().map(|target| ("t", target.clone()));
            std::iter::once(view.key.pair()).chain(target).collect()
        }
        Route::Matrix(view) => view.pairs(),
        Route::Agenda(view) => {
            let month = view.month.map(|month| ("m", month.to_string()));
            view.unit.as_ref().map(UnitKey::pair).into_iter().chain(month).collect()
        }
        Route::Entry(unit) => unit.as_ref().map(UnitKey::pair).into_iter().collect(),
        Route::Readings(filter) => filter.code().map(|code| ("f", code.to_owned())).into_iter().collect(),
        Route::Bodies(body) => body.iter().map(|id| ("b", id.clone())).collect(),
        Route::Rows(table) => vec![("b", table.to_string())],
        Route::Data | Route::Check | Route::Overview | Route::Trend | Route::WhatIf | Route::Plan => Vec::new(),
        Route::Rollup => Vec::new(),
        Route::Settings | Route::About | Route::Privacy | Route::Access => Vec::new(),
        Route::Compare(view) => view.pairs(),
        Route::Workshop(view) => view.pairs(),
        Route::Report(view) => view.pairs(),
    }
}

fn page(query: &Query<'_>) -> PageSettings {
    let percent = query.get("size").and_then(|text| text.parse().ok());
    PageSettings {
        theme: query.get("theme").and_then(Theme::from_code).unwrap_or_default(),
        size: percent.and_then(TextSize::from_percent).unwrap_or_default(),
        single_keys: if query.get("keys") == Some("off") { SingleKeys::Off } else { SingleKeys::On },
    }
}

fn page_pairs(page: PageSettings) -> impl Iterator<Item = (&'static str, String)> {
    let theme = page.theme.code().map(|code| ("theme", code.to_owned()));
    let size = (page.size != TextSize::default()).then(|| ("size", page.size.percent().to_string()));
    let keys = (page.single_keys == SingleKeys::Off).then(|| ("keys", "off".to_owned()));
    [theme, size, keys].into_iter().flatten()
}

fn filter(query: &Query<'_>) -> ReadingFilter {
    let code = query.get("f");
    ReadingFilter::ALL.into_iter().find(|filter| filter.code() == code).unwrap_or_default()
}

/// `reading:option,reading:option`
fn readings(text: &str) -> BTreeMap<String, String> {
    let pairs = text.split(',').filter_map(|pair| pair.split_once(':'));
    pairs.filter(|(id, option)| is_plain(id) && is_plain(option)).map(owned).collect()
}

fn owned((id, option): (&str, &str)) -> (String, String) {
    (id.to_owned(), option.to_owned())
}

fn written(readings: &BTreeMap<String, String>) -> String {
    let plain = readings.iter().filter(|(id, option)| is_plain(id) && is_plain(option));
    plain.map(|(id, option)| format!("{id}:{option}")).collect::<Vec<_>>().join(",")
}

/// Ids of the house are plain, so that an address never needs escapes.
fn is_plain(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte))
}

/// The part of an address after `?`.
struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    fn get(&self, key: &str) -> Option<&'a str> {
        self.0.split('&').filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == key).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests;
