//! Words of the tile grid and of the roll-up by place.

use crate::dates::number;
use crate::overview::{capital, counted, target_code};
use crate::states::Group;
use crate::units::unit_kind_counted;
use crate::{Say, Text, both, dates};
use domain::{Language, NaiveDate, Period, State, StateCounts, UnitKind};

/// Words of the tile grid and of the roll-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TiersText {
    /// Heading of the tile grid: so many units of a kind.
    Tiles(UnitKind, u32),
    /// How to use the grid.
    TilesHint,
    /// Label of the choice of a target.
    ByTarget,
    /// What needs attention most over all targets.
    AnyTarget,
    /// A target with its period.
    OfTarget(String, Option<Period>),
    /// So many units have no tile.
    LeftOut(u32),
    /// Units of the group in each state, for the legend.
    Count(Group, u32),
    /// The target does not address these units.
    NotAddressed(u32),
    /// The same as a list.
    AsList,
    /// Name of a tile: unit, parent, state.
    Tile {
        /// The unit.
        unit: String,
        /// Its parent; may be empty.
        parent: String,
        /// Its state; `None` = not addressed.
        state: Option<State>,
    },
    /// Leads to the roll-up.
    ToRollup,
    /// Heading of the roll-up.
    Title {
        /// The scope; `None` = everything.
        scope: Option<String>,
        /// The year.
        year: i32,
    },
    /// How to read the roll-up.
    Lead,
    /// Names the way up.
    Path,
    /// Everything.
    Everything,
    /// Head of the first column.
    UnitColumn,
    /// The last row.
    Whole,
    /// The scope itself, among those below it.
    Itself(String),
    /// Units below a row.
    Below(u32),
    /// A place that ended on this day.
    Ended(NaiveDate),
    /// Narrows the scope to a unit.
    GoDown(String),
    /// Places: provinces to hamlets.
    Places,
    /// Bodies: departments, schools and others.
    Bodies,
    /// Nothing is judged here.
    Nothing,
    /// Leads to the units themselves.
    ToUnits,
}

impl Say for TiersText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Tiles(kind, units) => tiles(language, *kind, *units),
            Self::TilesHint => both(
                language,
                "Mỗi ô là một đơn vị, xếp theo đơn vị cấp trên. Dùng phím mũi tên để đi, Enter để mở.",
                "Each tile is a unit, under the unit it belongs to. Arrow keys move, Enter opens.",
            ),
            Self::ByTarget => both(language, "Kết quả theo", "Result by"),
            Self::AnyTarget => both(language, "mọi mục tiêu", "all targets"),
            Self::OfTarget(target, period) => of_target(language, target, period.as_ref()),
            Self::LeftOut(units) => {
                let units = number(language, *units);
                both(
                    language,
                    format!("Còn {units} đơn vị không có ô; xem ở bảng đơn vị."),
                    format!("{units} more units have no tile; the table of units has them."),
                )
            }
            Self::Count(group, units) => format!("{} {}", number(language, *units), group.say(language)).into(),
            Self::NotAddressed(units) => {
                let units = number(language, *units);
                both(language, format!("{units} Không thuộc mục tiêu này"), format!("{units} Not addressed"))
            }
            Self::AsList => both(language, "Xem dạng danh sách", "As a list"),
            Self::Tile { unit, parent, state } => tile(language, unit, parent, *state),
            _ => self.rollup(language),
        }
    }
}

impl TiersText {
    fn rollup(&self, language: Language) -> Text {
        match self {
            Self::ToRollup => both(language, "Tổng hợp theo địa bàn", "Roll-up by place"),
            Self::Title { scope, year } => title(language, scope.as_deref(), *year),
            Self::Lead => both(
                language,
                "Số đơn vị đạt trên số đơn vị thuộc mục tiêu, ở kỳ mà trang Tổng quan đang xem. Chọn một địa bàn để đi xuống; phạm vi của cả trang đổi theo.",
                "Units that met the target out of those it addresses, in the period that the overview shows. Choose a place to go down; the scope of the whole page follows.",
            ),
            Self::Path => both(language, "Đi lên", "The way up"),
            Self::Everything => both(language, "Toàn tỉnh", "Whole province"),
            Self::UnitColumn => both(language, "Địa bàn, cơ quan", "Place or body"),
            Self::Whole => both(language, "Cộng", "All together"),
            Self::Itself(name) => both(language, format!("Riêng {name}"), format!("{name} itself")),
            Self::Below(units) => {
                let (vi, en) = (counted(Language::Vi, None, *units), counted(Language::En, None, *units));
                both(language, vi, en)
            }
            Self::Ended(day) => {
                let day = dates::day(*day);
                both(language, format!("đến {day}"), format!("until {day}"))
            }
            Self::GoDown(name) => both(language, format!("Đi xuống {name}"), format!("Go down to {name}")),
            Self::Places => both(language, "Địa bàn", "Places"),
            Self::Bodies => both(language, "Cơ quan, đơn vị khác", "Bodies"),
            Self::Nothing => {
                both(language, "Chưa có đơn vị nào được xét trong phạm vi này.", "No unit is judged within this scope.")
            }
            _ => both(language, "Xem từng đơn vị", "Show the units"),
        }
    }
}

fn tiles(language: Language, kind: UnitKind, units: u32) -> Text {
    let word = unit_kind_counted(language, kind, units);
    let units = number(language, units);
    both(language, format!("{units} {word} trong một hình"), format!("{units} {word} at a glance"))
}

fn of_target(language: Language, target: &str, period: Option<&Period>) -> Text {
    let code = target_code(language, target);
    match period {
        Some(period) => format!("{code}, {}", dates::period_short(language, period)).into(),
        None => code,
    }
}

fn tile(language: Language, unit: &str, parent: &str, state: Option<State>) -> Text {
    let parent = if parent.is_empty() { String::new() } else { format!(", {parent}") };
    let not = || both(language, "Không thuộc mục tiêu này", "Not addressed by this target");
    let state = state.map_or_else(not, |state| state.say(language));
    format!("{unit}{parent}: {state}").into()
}

fn title(language: Language, scope: Option<&str>, year: i32) -> Text {
    match scope {
        Some(scope) => both(language, format!("Tổng hợp {scope}, năm {year}"), format!("Roll-up of {scope}, {year}")),
        None => both(language, format!("Tổng hợp theo địa bàn, năm {year}"), format!("Roll-up by place, {year}")),
    }
}

/// Units that met, and all that are addressed.
pub fn met_of(counts: &StateCounts) -> (u32, u32) {
    (counts.get(&State::Met).copied().unwrap_or(0), counts.values().sum())
}

/// Units in each group, in the order of a legend; groups without units are left out.
pub fn in_groups(counts: &StateCounts) -> Vec<(Group, u32)> {
    let of = |group| counts.iter().filter(|(state, _)| Group::of(**state) == group).map(|(_, units)| units).sum();
    Group::ALL.into_iter().map(|group| (group, of(group))).filter(|(_, units)| *units > 0).collect()
}

/// `3 Đạt, 2 Chưa đạt`: a small bar in words.
pub fn groups_words(language: Language, counts: &StateCounts) -> String {
    let parts = in_groups(counts).into_iter().map(|(group, units)| TiersText::Count(group, units).say(language));
    capital(&parts.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_met_out_of_all_and_said_by_group() {
        let counts = StateCounts::from([(State::Met, 3), (State::Missed, 1), (State::Late, 1), (State::NoData, 2)]);
        assert_eq!(met_of(&counts), (3, 7));
        assert_eq!(groups_words(Language::Vi, &counts), "3 Đạt, 2 Chưa đạt, 2 Chưa đủ dữ liệu");
    }

    #[test]
    fn a_tile_names_its_unit_and_says_its_state() {
        let tile = |parent: &str, state| {
            let (unit, parent) = ("Xã Mong Thọ".to_owned(), parent.to_owned());
            TiersText::Tile { unit, parent, state }.say(Language::Vi).into_owned()
        };
        assert_eq!(tile("Huyện Châu Thành", Some(State::Met)), "Xã Mong Thọ, Huyện Châu Thành: Đạt");
        assert_eq!(tile("", None), "Xã Mong Thọ: Không thuộc mục tiêu này");
    }
}
