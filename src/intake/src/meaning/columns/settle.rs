//! Columns side by side.
//!
//! It decides what one column says about another: which is the date and which only another date, which counts are
//! totals of finer ones, which belong to another year. It never makes an unknown column known.

use super::guess::{Draft, Guess};
use super::headers::{Sense, is_year};
use super::values::Looks;
use chrono::Datelike;
use domain::{CountColumn, Field, Span, TableKind, YearPart};

/// How sure a column is that is known by its neighbours only.
const AMONG_ITS_LIKE: u8 = 60;

/// Settles the columns of an activities table.
pub(super) fn settle(drafts: &mut [Draft], period: Option<Span>) {
    people_before_women(drafts);
    day_beside_month(drafts);
    one_of(drafts, Field::Date);
    one_of(drafts, Field::UnitName);
    months_in_a_row(drafts);
    other_years(drafts, period);
    reach_of_parts(drafts);
    parts_of_counts(drafts);
    totals(drafts);
}

/// "Tổng số | Nam | Nữ": the number before men or women counts people.
fn people_before_women(drafts: &mut [Draft]) {
    let by_sex = |draft: &Draft| matches!(draft.guess.field, Field::Women | Field::Men);
    let before_sex: Vec<bool> = (0..drafts.len())
        .map(|at| drafts.get(at + 1).is_some_and(by_sex) && !drafts.get(at).is_some_and(by_sex))
        .collect();
    for (draft, before) in drafts.iter_mut().zip(before_sex) {
        let unsaid =
            matches!(draft.guess.field, Field::Count(CountColumn { kind: None, part: None, planned: false, .. }));
        let open = draft.says(|sense| matches!(sense, Sense::Total | Sense::Amount));
        if before && unsaid && open {
            draft.guess = Guess { field: Field::People, weight: 70 };
        }
    }
}

/// "Ngày | Tháng | Năm" in three columns: a bare day is no date, the month is what is left.
fn day_beside_month(drafts: &mut [Draft]) {
    if !drafts.iter().any(|draft| draft.guess.field == Field::Month) {
        return;
    }
    let bare = |draft: &&mut Draft| {
        draft.guess.field == Field::Date && draft.values.mostly(&[Looks::Number]) && draft.values.small
    };
    for draft in drafts.iter_mut().filter(bare).filter(|draft| !draft.values.are_empty()) {
        draft.guess.field = Field::Ignored;
    }
}

/// Of several columns of a field that a row has once the surest stays; of equals the leftmost.
fn one_of(drafts: &mut [Draft], field: Field) {
    let weights = drafts.iter().filter(|draft| draft.guess.field == field).map(|draft| draft.guess.weight);
    let Some(best) = weights.max() else { return };
    let all = drafts.iter_mut().filter(|draft| draft.guess.field == field);
    let mut stays = 1;
    for draft in all {
        if draft.guess.weight == best && stays > 0 {
            stays -= 1;
        } else {
            draft.guess.field = place_of(draft);
        }
    }
}

/// A second unit column may still name the place of the first.
fn place_of(draft: &Draft) -> Field {
    match draft.guess.field {
        Field::UnitName if draft.values.are_empty() => Field::Ignored,
        Field::UnitName if draft.values.mostly(&[Looks::District]) => Field::District,
        Field::UnitName if draft.values.mostly(&[Looks::Commune]) => Field::Commune,
        _ => Field::Ignored,
    }
}

/// "T1 | T2 | T3": a month that holds an "x" is still a month among its like.
fn months_in_a_row(drafts: &mut [Draft]) {
    let counts: Vec<CountColumn> = drafts.iter().filter_map(count_of).filter(|count| count.part.is_some()).collect();
    for draft in drafts.iter_mut().filter(|draft| draft.guess.field == Field::Ignored && draft.guess.weight == 0) {
        let Some(part) = draft.joined_part() else { continue };
        let alike = counts.iter().filter(|count| !count.total && count.part.is_some_and(|own| is_like(own, part)));
        if let (Some(model), 2..) = (alike.clone().next(), alike.count()) {
            draft.guess =
                Guess { field: Field::Count(CountColumn { part: Some(part), ..*model }), weight: AMONG_ITS_LIKE };
        }
    }
}

/// Both months, both quarters.
fn is_like(one: YearPart, other: YearPart) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// "Năm 2023 | Năm 2024": numbers of another year than the table's are not this year's.
fn other_years(drafts: &mut [Draft], period: Option<Span>) {
    let years: Vec<i32> = drafts.iter().filter(|draft| is_count(draft)).filter_map(year_of).collect();
    let Some(latest) = years.iter().max().copied().filter(|latest| years.iter().any(|year| year != latest)) else {
        return;
    };
    let stated = period.map(|period| period.from().year()).filter(|year| years.contains(year));
    let year = stated.unwrap_or(latest);
    for draft in drafts.iter_mut().filter(|draft| is_count(draft)) {
        if year_of(draft).is_some_and(|own| own != year) {
            draft.guess = Guess::UNKNOWN;
        }
    }
}

fn is_count(draft: &Draft) -> bool {
    matches!(draft.guess.field, Field::Count(_) | Field::PeopleIn(_) | Field::WomenIn(_) | Field::CostIn(_))
}

/// A field of one part of the year.
type OfPart = fn(YearPart) -> Field;

/// People of the whole year are those of the row; beside people of its quarters they are a total.
fn reach_of_parts(drafts: &mut [Draft]) {
    for (whole, of_part) in
        [(Field::People, Field::PeopleIn as OfPart), (Field::Women, Field::WomenIn), (Field::Cost, Field::CostIn)]
    {
        let of_year = of_part(YearPart::Year);
        let finer = drafts.iter().any(|draft| draft.guess.field != of_year && is_part(draft.guess.field, of_part));
        let (from, to) = if finer { (whole, of_year) } else { (of_year, whole) };
        for draft in drafts.iter_mut().filter(|draft| draft.guess.field == from) {
            draft.guess.field = to;
        }
    }
}

fn is_part(field: Field, of_part: OfPart) -> bool {
    match field {
        Field::PeopleIn(part) | Field::WomenIn(part) | Field::CostIn(part) => of_part(part) == field,
        _ => false,
    }
}

fn year_of(draft: &Draft) -> Option<i32> {
    let words = draft.levels.iter().rev().flat_map(|level| level.words.split(' '));
    words.filter(|word| is_year(word)).find_map(|word| word.parse().ok())
}

/// "Số cuộc | Trong đó: số hội nghị": a part of the count before it is not counted again.
fn parts_of_counts(drafts: &mut [Draft]) {
    let mut whole: Option<CountColumn> = None;
    for draft in drafts.iter_mut() {
        let Field::Count(count) = draft.guess.field else { continue };
        let of_which = draft.says(|sense| sense == Sense::OfWhich);
        match whole {
            // "Trong đó: hội nghị": what names no kind of its own is of the kind before it.
            Some(whole) if of_which && is_part_of(count, whole) => {
                draft.guess.field = Field::Ignored;
            }
            _ if !of_which => whole = Some(count),
            _ => {}
        }
    }
}

fn is_part_of(count: CountColumn, whole: CountColumn) -> bool {
    whole.kind.is_some() && count.kind.is_none_or(|kind| Some(kind) == whole.kind) && whole.part == count.part
}

/// A total is one only beside what it is the total of.
fn totals(drafts: &mut [Draft]) {
    let counts: Vec<CountColumn> = drafts.iter().filter_map(count_of).collect();
    for draft in drafts.iter_mut() {
        if let Field::Count(count) = &mut draft.guess.field {
            let own = *count;
            let finer = |other: &&CountColumn| !other.total && alike(&own, other);
            count.total = (own.total && counts.iter().any(|other| finer(&other) && *other != own))
                || counts.iter().any(|other| alike(&own, other) && covers(own.part, other.part));
        }
    }
}

fn count_of(draft: &Draft) -> Option<CountColumn> {
    if let Field::Count(count) = draft.guess.field { Some(count) } else { None }
}

fn alike(total: &CountColumn, part: &CountColumn) -> bool {
    total.planned == part.planned && (total.kind.is_none() || total.kind == part.kind)
}

/// Does the first part of the year hold the second and more?
fn covers(outer: Option<YearPart>, inner: Option<YearPart>) -> bool {
    let (Some(outer), Some(inner)) = (outer.map(months), inner.map(months)) else { return false };
    outer != inner && outer.0 <= inner.0 && inner.1 <= outer.1
}

/// First and last month.
fn months(part: YearPart) -> (u32, u32) {
    match part {
        YearPart::Month(month) => (month, month),
        YearPart::Quarter(quarter) => (quarter * 3 - 2, quarter * 3),
        YearPart::Half(half) => (half * 6 - 5, half * 6),
        YearPart::Year => (1, 12),
    }
}

/// Settles the columns of a register: numbers there are no activities.
pub(super) fn settle_register(drafts: &mut [Draft], kind: TableKind) {
    for draft in drafts.iter_mut().filter(|draft| matches!(draft.guess.field, Field::Count(_) | Field::CountText)) {
        draft.guess = Guess::UNKNOWN;
    }
    one_of(drafts, Field::UnitName);
    if kind == TableKind::Units && !drafts.iter().any(|draft| draft.guess.field == Field::UnitName) {
        let finest = |draft: &&mut Draft| matches!(draft.guess.field, Field::Commune | Field::Hamlet);
        if let Some(draft) = drafts.iter_mut().find(finest) {
            draft.guess.field = Field::UnitName;
        }
    }
}
