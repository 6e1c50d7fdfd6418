//! Units are dated: they begin, end, change name and parent, and hand over to successors.

use crate::Span;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// What a unit is. The closed list of the rule language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum UnitKind {
    /// tỉnh
    Province,
    /// huyện, thị xã, thành phố (until 30/6/2025)
    District,
    /// xã, phường, thị trấn, đặc khu
    Commune,
    /// ấp, khu phố
    Hamlet,
    /// sở, ban, ngành
    Agency,
    /// đoàn thể
    Union,
    /// tổ chức khác
    Org,
    /// doanh nghiệp
    Enterprise,
    /// cơ sở giáo dục
    School,
    /// cơ sở y tế
    Health,
    /// cơ quan truyền thông
    Media,
}

impl UnitKind {
    /// Every kind, in the order of the rule language.
    pub const ALL: [Self; 11] = [
        Self::Province,
        Self::District,
        Self::Commune,
        Self::Hamlet,
        Self::Agency,
        Self::Union,
        Self::Org,
        Self::Enterprise,
        Self::School,
        Self::Health,
        Self::Media,
    ];

    /// The word used in tables and rule files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Hamlet => "hamlet",
            Self::Agency => "agency",
            Self::Union => "union",
            Self::Org => "org",
            Self::Enterprise => "enterprise",
            Self::School => "school",
            Self::Health => "health",
            Self::Media => "media",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Administrative level: 1 province, 2 district, 3 commune, 4 hamlet; bodies have none.
    pub fn level(self) -> Option<u8> {
        match self {
            Self::Province => Some(1),
            Self::District => Some(2),
            Self::Commune => Some(3),
            Self::Hamlet => Some(4),
            _ => None,
        }
    }
}

/// A unit's number inside one [`Roster`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitIndex(pub u32);

/// How we know that a unit exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum UnitSource {
    /// A shipped roster.
    Shipped,
    /// The user's own roster.
    User,
    /// Only seen in the data (a provisional unit): shares over such units are not shares of all.
    Data,
}

/// From when to when, both included; open where unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Life {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Life {
    /// Is it alive on `day`?
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The days of `span` on which it is alive.
    pub fn cut(self, span: Span) -> Option<Span> {
        Span::new(
            self.from.map_or(span.from(), |from| from.max(span.from())),
            self.to.map_or(span.to(), |to| to.min(span.to())),
        )
    }
}

/// A unit's name and parent during a part of its life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitVersion {
    /// Full name with its type word: "Xã Vĩnh Hòa Hiệp".
    pub name: String,
    /// The unit it belongs to.
    pub parent: Option<UnitIndex>,
    /// While this name and parent held.
    pub life: Life,
}

/// A unit with all its versions.
// INVARIANT: versions are not empty, sorted by start, and do not overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Stable id: a roster code, the user's own id, or made from kind, folded name and parent.
    pub id: String,
    /// What it is.
    pub kind: UnitKind,
    /// How we know of it.
    pub source: UnitSource,
    /// Names and parents over time.
    pub versions: Vec<UnitVersion>,
    /// Who took over when it ended.
    pub successors: Vec<UnitIndex>,
    /// Marks for conditional scopes of a plan ("xã miền núi"), sorted.
    pub tags: Vec<String>,
}

impl Unit {
    /// From the first version's start to the last one's end.
    pub fn life(&self) -> Life {
        Life {
            from: self.versions.first().and_then(|version| version.life.from),
            to: self.versions.last().and_then(|version| version.life.to),
        }
    }

    /// The version in force on `day`; before its start the first, after its end the last.
    pub fn version_at(&self, day: NaiveDate) -> Option<&UnitVersion> {
        self.versions
            .iter()
            .rev()
            .find(|version| version.life.from.is_none_or(|from| from <= day))
            .or_else(|| self.versions.first())
    }

    /// The name in force on `day` (see [`Unit::version_at`]).
    pub fn name_at(&self, day: NaiveDate) -> &str {
        self.version_at(day).map_or("", |version| version.name.as_str())
    }

    /// The parent in force on `day` (see [`Unit::version_at`]).
    pub fn parent_at(&self, day: NaiveDate) -> Option<UnitIndex> {
        self.version_at(day).and_then(|version| version.parent)
    }

    /// The latest name.
    pub fn name(&self) -> &str {
        self.versions.last().map_or("", |version| version.name.as_str())
    }

    /// The latest parent.
    pub fn parent(&self) -> Option<UnitIndex> {
        self.versions.last().and_then(|version| version.parent)
    }
}

/// All known units, by number and by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    units: Vec<Unit>,
    by_id: BTreeMap<String, UnitIndex>,
}

/// Why a unit could not join a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterError {
    /// The id is taken.
    DuplicateId(String),
    /// It has no name at all.
    NoVersion(String),
}

impl fmt::Display for RosterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId(id) => write!(f, "unit id `{id}` is used twice"),
            Self::NoVersion(id) => write!(f, "unit `{id}` has no name"),
        }
    }
}

impl std::error::Error for RosterError {}

impl Roster {
    /// Adds a unit and returns its number.
    pub fn push(&mut self, unit: Unit) -> Result<UnitIndex, RosterError> {
        if unit.versions.is_empty() {
            return Err(RosterError::NoVersion(unit.id));
        }
        if self.by_id.contains_key(&unit.id) {
            return Err(RosterError::DuplicateId(unit.id));
        }
        let index = UnitIndex(u32::try_from(self.units.len()).unwrap_or(u32::MAX));
        self.by_id.insert(unit.id.clone(), index);
        self.units.push(unit);
        Ok(index)
    }

    /// The unit with this number.
    pub fn get(&self, index: UnitIndex) -> Option<&Unit> {
        self.units.get(index.0 as usize)
    }

    /// The unit with this number, to be completed (parents and successors are known last).
    pub fn get_mut(&mut self, index: UnitIndex) -> Option<&mut Unit> {
        self.units.get_mut(index.0 as usize)
    }

    /// The number of the unit with this id.
    pub fn find(&self, id: &str) -> Option<UnitIndex> {
        self.by_id.get(id).copied()
    }

    /// The id of a unit, or the empty text.
    pub fn id(&self, index: UnitIndex) -> &str {
        self.get(index).map_or("", |unit| unit.id.as_str())
    }

    /// Every unit with its number, in order of number.
    pub fn iter(&self) -> impl Iterator<Item = (UnitIndex, &Unit)> {
        self.units.iter().enumerate().map(|(index, unit)| (UnitIndex(u32::try_from(index).unwrap_or(u32::MAX)), unit))
    }

    /// Number of units.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Is it empty?
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Is `unit` the same as `ancestor` or under it on `day`?
    pub fn is_under(&self, unit: UnitIndex, ancestor: UnitIndex, day: NaiveDate) -> bool {
        let mut at = Some(unit);
        // A roster may hold a loop by mistake: never climb more steps than there are levels.
        for _ in 0..8 {
            match at {
                Some(index) if index == ancestor => return true,
                Some(index) => at = self.get(index).and_then(|unit| unit.parent_at(day)),
                None => return false,
            }
        }
        false
    }
}
