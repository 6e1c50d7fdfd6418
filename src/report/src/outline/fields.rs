//! What each field of an outline says. A field that has no value here is one of a row, or a place to fill in.

use super::rows::{self, Standing};
use chrono::{Datelike, NaiveDate};
use domain::{OutlineIssuer, Period, ReportField, ReportFigures, ReportRows, UnitKind, UnitLine};
use wording::report as words;

/// Type words that stand before the names of places.
const TYPE_WORDS: [&str; 12] =
    ["Thành phố", "Thị trấn", "Khu phố", "Đặc khu", "Thị xã", "Phường", "Huyện", "Quận", "Tỉnh", "Xã", "Ấp", "Thôn"];

/// The value of a field that is not of a row.
pub(super) fn value(figures: &ReportFigures, issuer: &OutlineIssuer, field: ReportField) -> Option<String> {
    use ReportField as F;
    match field {
        F::Period => Some(words::period(&figures.period)),
        F::NextPeriod => Some(words::next_period(&figures.period)),
        F::Year => Some(last_year(&figures.period, figures.days.to()).to_string()),
        F::AsOf => Some(words::day(figures.as_of)),
        F::CutOff => cut_off(figures).map(words::day),
        F::Month => Some(format!("{:02}", next_day(figures.as_of).month())),
        F::MonthYear => Some(next_day(figures.as_of).year().to_string()),
        F::Place => place(figures),
        F::Unit => figures.unit.as_ref().map(in_sentence),
        F::UnitCaps => figures.unit.as_ref().map(|unit| unit.name.to_uppercase()),
        F::Parent => figures.path.last().map(in_sentence),
        F::ParentCaps => figures.path.last().map(|unit| unit.name.to_uppercase()),
        F::Province => province(figures).map(in_sentence),
        F::ProvinceCaps => province(figures).map(|unit| unit.name.to_uppercase()),
        F::ProvinceName => province(figures).map(|unit| bare(&unit.name).to_owned()),
        F::IssuerCode => (!issuer.code.is_empty()).then(|| issuer.code.clone()),
        F::Lead => (!figures.lead.is_empty()).then(|| figures.lead.clone()),
        F::LeadCaps => (!figures.lead.is_empty()).then(|| figures.lead.to_uppercase()),
        F::PlanTitle => Some(figures.plan_title.clone()),
        F::PlanIssuer => Some(figures.plan_issuer.clone()),
        other => counted(figures, other),
    }
}

/// Fields that are numbers.
fn counted(figures: &ReportFigures, field: ReportField) -> Option<String> {
    use ReportField as F;
    let reach = &figures.reach;
    let kinds = || reach.kinds.values();
    let people_rows = kinds().map(|kind| kind.people_rows).sum::<u32>();
    let results = |standing| rows::standing(figures, standing).count() as u64;
    let units = |of: fn(&domain::Completeness) -> u32| figures.completeness.iter().map(of).sum::<u32>().into();
    let number = match field {
        F::ResultCount => rows::rows(figures, ReportRows::Results).len() as u64,
        F::MetCount => results(Standing::Met),
        F::MissedCount => results(Standing::Missed),
        F::OpenCount => results(Standing::Open),
        F::UnknownCount => results(Standing::Unknown),
        F::ActivityTotal => kinds().map(|kind| kind.count).sum(),
        F::EvidenceRows => kinds().map(|kind| kind.rows).sum::<u32>().into(),
        F::TableCount => figures.tables.len() as u64,
        F::PeopleTotal => (people_rows > 0).then(|| kinds().map(|kind| kind.people).sum())?,
        F::PeopleRows => people_rows.into(),
        F::Women => (reach.people_beside_women > 0).then_some(reach.women)?,
        F::CostRows => reach.cost_rows.into(),
        F::UnitsListed => units(|line| line.listed),
        F::UnitsWithData => units(|line| line.with_data),
        F::ReadingCount => figures.readings.len() as u64,
        F::ChosenCount => figures.readings.iter().filter(|reading| !reading.is_default).count() as u64,
        F::WomenShare => return words::share(reach.women, reach.people_beside_women),
        F::Cost => return (reach.cost_rows > 0).then(|| words::money(reach.by_source.values().sum())),
        _ => return None,
    };
    Some(words::count(number))
}

fn last_year(period: &Period, last: NaiveDate) -> i32 {
    match period {
        Period::Range(_, to) => *to,
        other => other.year().unwrap_or_else(|| last.year()),
    }
}

/// Figures end with the as-of day; what reports them is written after it.
fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// Some table says so.
pub(super) fn cut_off(figures: &ReportFigures) -> Option<NaiveDate> {
    figures.tables.iter().filter_map(|table| table.cut_off).min()
}

/// `xã Vĩnh Hòa Hiệp`; bodies keep their capital: `Sở Tư pháp`.
fn in_sentence(unit: &UnitLine) -> String {
    let mut letters = unit.name.chars();
    match (unit.kind.level(), letters.next()) {
        (Some(_), Some(first)) => first.to_lowercase().chain(letters).collect(),
        _ => unit.name.clone(),
    }
}

/// `Vĩnh Hòa Hiệp`; a ward that is called by a number keeps its type word.
fn bare(name: &str) -> &str {
    let stripped = TYPE_WORDS.iter().find_map(|word| name.strip_prefix(word)?.strip_prefix(' '));
    stripped.filter(|rest| !rest.starts_with(|first: char| first.is_ascii_digit())).unwrap_or(name)
}

/// Where the author is: its own place, or, of a body, that of the lowest place it lies in.
fn place(figures: &ReportFigures) -> Option<String> {
    let author = figures.unit.iter().chain(figures.path.iter().rev());
    author.into_iter().find(|unit| unit.kind.level().is_some()).map(|unit| bare(&unit.name).to_owned())
}

fn province(figures: &ReportFigures) -> Option<&UnitLine> {
    figures.unit.iter().chain(&figures.path).find(|unit| unit.kind == UnitKind::Province)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_loses_its_type_word_unless_a_number_is_left() {
        for (name, place) in [
            ("Xã Vĩnh Hòa Hiệp", "Vĩnh Hòa Hiệp"),
            ("Thành phố Rạch Giá", "Rạch Giá"),
            ("Phường 5", "Phường 5"),
            ("Sở Tư pháp", "Sở Tư pháp"),
            ("Xãnh", "Xãnh"),
        ] {
            assert_eq!(bare(name), place);
        }
    }
}
