//! The words of official reports: figures with two digits, periods written out, and what came of a target.
//!
//! A report is a Vietnamese document in the form of Decree 30/2020/NĐ-CP; it exists in no other language. Its sentences
//! stand in the outlines (`rules/reports/`); here are the words that figures need.

use crate::figures::verdict_figure;
use crate::units::unit_kind_counted;
use crate::{Say, dates};
use chrono::NaiveDate;
use domain::{
    ActivityKind, Figures, Language, Period, ReportDemand, ReportField, ReportOutcome, ReportResult, State,
    StateCounts, UnitKind, Verdict,
};

const VI: Language = Language::Vi;

/// Quốc hiệu.
pub const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Above the list of recipients.
pub const RECIPIENTS: &str = "Nơi nhận:";
/// Before the number of an annex.
pub const ANNEX: &str = "Phụ lục";
/// Who signs.
pub const SIGNER: &str = "Họ và tên";
/// Before the report's number.
pub const NUMBER: &str = "Số: ";
/// The report's number, to be filled in.
pub const NUMBER_BLANK: &str = "số";
/// The day of signing, to be filled in.
pub const DAY_BLANK: &str = "ngày";
/// The mark of the issuing body, to be filled in.
pub const CODE_BLANK: &str = "ký hiệu";
/// What stands where there is no figure.
pub const NO_FIGURES: &str = "Chưa có số liệu";

/// `02`, `14`, `1.046`: below ten with a nought before it.
pub fn count(value: u64) -> String {
    if value < 10 { format!("0{value}") } else { dates::number(VI, value) }
}

/// `12.500.000 đồng`
pub fn money(value: u64) -> String {
    format!("{} đồng", dates::number(VI, value))
}

/// `54,0%`; a share of nothing has no value.
pub fn share(part: u64, of: u64) -> Option<String> {
    // Sums of money do not fit into the narrow type: tenths of a percent do. Rounded half up, as `dates::percent` does.
    let (part, of) = (u128::from(part), u128::from(of));
    let tenths = (part * 2_000 + of).checked_div(2 * of)?;
    Some(format!("{},{}%", tenths / 10, tenths % 10))
}

/// `quý III năm 2024`, `6 tháng đầu năm 2024`, `năm 2024`, `giai đoạn 2021 - 2025`.
pub fn period(period: &Period) -> String {
    match period {
        Period::Quarter(year, quarter) => format!("quý {} năm {year}", dates::roman(*quarter)),
        Period::Month(year, month) => format!("tháng {month} năm {year}"),
        Period::Range(from, to) => format!("giai đoạn {from} - {to}"),
        other => dates::period(VI, other).into_owned(),
    }
}

/// The period of a target: a milestone is the day by which it is to be reached.
pub fn target_period(result: &ReportResult) -> String {
    match &result.period {
        Period::Milestone(_) => format!("đến {}", dates::day(result.deadline)),
        other => period(other),
    }
}

/// The period after another.
pub fn next_period(of: &Period) -> String {
    let next = match of {
        Period::Quarter(year, 4) => Period::Quarter(year + 1, 1),
        Period::Quarter(year, quarter) => Period::Quarter(*year, quarter + 1),
        Period::Half(year, 1) => Period::Half(*year, 2),
        Period::Half(year, _) | Period::Year(year) | Period::Named(year, _) => Period::Year(year + 1),
        Period::Month(year, 12) => Period::Month(year + 1, 1),
        Period::Month(year, month) => Period::Month(*year, month + 1),
        Period::Range(from, to) => Period::Range(to + 1, to + (to - from) + 1),
        Period::Milestone(_) => return String::new(),
    };
    period(&next)
}

/// The noun after a number of activities: `tin, bài`; of several kinds `hoạt động`.
pub fn activities(kinds: &[ActivityKind]) -> &'static str {
    match kinds {
        [ActivityKind::Event] => "cuộc",
        [ActivityKind::News] => "tin, bài",
        [ActivityKind::Model] => "mô hình",
        [ActivityKind::Pledge] => "bản cam kết",
        _ => "hoạt động",
    }
}

/// A kind of activity as a row of a table.
pub fn activity(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Event => "Cuộc truyền thông trực tiếp",
        ActivityKind::News => "Tin, bài",
        ActivityKind::ActionMonth => "Hoạt động hưởng ứng Tháng hành động",
        ActivityKind::Model => "Mô hình truyền thông",
        ActivityKind::Pledge => "Ký cam kết thực hiện bình đẳng giới",
        ActivityKind::Other => "Hoạt động khác",
    }
}

/// The noun after a number of units: `xã, phường`; of several kinds `đơn vị`.
pub fn units(kinds: &[UnitKind]) -> String {
    match kinds {
        [one] => unit_kind_counted(VI, *one, 2).into_owned(),
        _ => "đơn vị".to_owned(),
    }
}

/// What a target asks for: `04 tin, bài`, `95%`.
pub fn required(result: &ReportResult) -> String {
    let ReportDemand { kinds, figures, at_least } = &result.demand;
    let amount = match figures {
        Figures::Activities => format!("{} {}", count(u64::from(*at_least)), activities(kinds)),
        Figures::Submissions => "Gửi trước thời hạn".to_owned(),
        Figures::Parts => format!("{} điều kiện", count(u64::from(*at_least))),
        Figures::Tick => "Có thực hiện".to_owned(),
        other => crate::figures::amount(VI, *other, *at_least).into_owned(),
    };
    match &result.outcome {
        ReportOutcome::Many { kinds, .. } if *figures == Figures::Activities => format!("{amount}/{}", units(kinds)),
        _ => amount,
    }
}

/// What was done: `03 tin, bài`, `07/09 ấp, khu phố`, `09/09 (100,0%)`.
pub fn result(result: &ReportResult) -> String {
    match &result.outcome {
        ReportOutcome::One(verdict) => one(&result.demand, verdict),
        // Of whom nothing is known, "none of them" would be said without knowing.
        ReportOutcome::Many { counts, .. } if counts.keys().all(|state| *state == State::NoData) => {
            NO_FIGURES.to_owned()
        }
        ReportOutcome::Many { kinds, counts, .. } => {
            let met = counts.get(&State::Met).copied().unwrap_or_default();
            let all = counts.iter().filter(|(state, _)| **state != State::NotApplicable).map(|(_, units)| units);
            let word = if result.demand.figures == Figures::Submissions { "gửi đúng hạn" } else { "đạt" };
            format!("{}/{} {} {word}", count(u64::from(met)), count(u64::from(all.sum::<u32>())), units(kinds))
        }
    }
}

fn one(demand: &ReportDemand, verdict: &Verdict) -> String {
    if verdict.state == State::NoData && verdict.upper() == Some(0) {
        return NO_FIGURES.to_owned();
    }
    let possible = verdict.upper().filter(|upper| *upper > verdict.n_lo);
    match (verdict.figures, verdict.den) {
        (Figures::Activities | Figures::Submissions, None) => {
            let certain = format!("{} {}", count(u64::from(verdict.n_lo)), activities(&demand.kinds));
            let more = possible.map(|upper| format!(" (có thể đến {})", count(u64::from(upper))));
            certain + &more.unwrap_or_default()
        }
        (Figures::Members, Some(den)) => {
            let share = dates::percent(VI, verdict.n_lo, den);
            let certain = format!("{}/{} ({share})", count(u64::from(verdict.n_lo)), count(u64::from(den)));
            let more = possible.map(|upper| format!("; có thể đến {}", dates::percent(VI, upper, den)));
            certain + &more.unwrap_or_default()
        }
        _ => verdict_figure(VI, verdict),
    }
}

/// What came of it. An open window is never said to be failed, and what is unknown is never said to be not met.
pub fn verdict(result: &ReportResult) -> String {
    match &result.outcome {
        ReportOutcome::One(verdict) => {
            let due = format!("Chưa kết thúc kỳ (hạn {})", dates::day(result.deadline));
            let short = short_of(&result.demand, verdict);
            match verdict.state {
                State::Met => "Đạt".to_owned(),
                State::OnTrack => format!("{due}, đúng tiến độ"),
                State::AtRisk => {
                    format!("{due}{}", short.map(|short| format!(", còn thiếu {short}")).unwrap_or_default())
                }
                State::NotYetDue => "Chưa đến kỳ".to_owned(),
                State::Missed => {
                    format!("Chưa đạt{}", short.map(|short| format!(", thiếu {short}")).unwrap_or_default())
                }
                State::Late => "Gửi muộn".to_owned(),
                State::NoData | State::Uncertain => unknown(verdict),
                State::NotApplicable => "Không áp dụng".to_owned(),
            }
        }
        ReportOutcome::Many { counts, unlisted, .. } => many(counts, *unlisted, result.deadline),
    }
}

fn short_of(demand: &ReportDemand, verdict: &Verdict) -> Option<String> {
    let missing = verdict.threshold.checked_sub(verdict.n_lo).filter(|missing| *missing > 0)?;
    let counted = verdict.figures == Figures::Activities && verdict.den.is_none();
    counted.then(|| format!("{} {}", count(u64::from(missing)), activities(&demand.kinds)))
}

fn unknown(verdict: &Verdict) -> String {
    let head = match verdict.state {
        State::Uncertain => "Cần xác nhận",
        _ => "Chưa đủ số liệu để đánh giá",
    };
    match verdict.reason {
        Some(reason) => format!("{head}: {}", reason.say(VI)),
        None => head.to_owned(),
    }
}

fn many(counts: &StateCounts, unlisted: bool, deadline: NaiveDate) -> String {
    let of = |states: &[State]| states.iter().filter_map(|state| counts.get(state)).sum::<u32>();
    let (open, later) = (of(&[State::OnTrack, State::AtRisk]), of(&[State::NotYetDue]));
    let parts = [
        (of(&[State::Met]), "đạt"),
        (of(&[State::Missed]), "chưa đạt"),
        (of(&[State::Late]), "gửi muộn"),
        (open, "chưa kết thúc kỳ"),
        (later, "chưa đến kỳ"),
        (of(&[State::NoData]), "chưa đủ số liệu"),
        (of(&[State::Uncertain]), "cần xác nhận"),
    ];
    let told: Vec<(u32, &str)> = parts.into_iter().filter(|(units, _)| *units > 0).collect();
    let words: Vec<String> = told.iter().map(|(units, word)| format!("{word} {}", count(u64::from(*units)))).collect();
    match told.as_slice() {
        [] => "Chưa đủ số liệu để đánh giá: chưa có danh mục và số liệu của các đơn vị".to_owned(),
        [(_, "đạt")] if unlisted => "Đạt ở các đơn vị có số liệu".to_owned(),
        [(_, "đạt")] => "Đạt".to_owned(),
        _ if open + later > 0 => format!("{} (hạn {})", capital(&words.join("; ")), dates::day(deadline)),
        _ => capital(&words.join("; ")),
    }
}

/// With a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// At most so many names stand in a sentence.
const NAMES: usize = 10;

/// `Xã A, Xã B và 12 đơn vị khác`
pub fn names(names: &[&str]) -> String {
    let shown: Vec<&str> = names.iter().copied().take(NAMES).collect();
    let more = names.len().saturating_sub(shown.len());
    let list = shown.join(", ");
    if more == 0 { list } else { format!("{list} và {} đơn vị khác", count(more as u64)) }
}

/// A sentence that names the units meant, with a space before it; blank if there are none.
pub fn short(states: &[State], units: &[&str]) -> String {
    let head = match states.first() {
        _ if units.is_empty() => return String::new(),
        Some(State::Missed) => "Đơn vị chưa đạt",
        Some(State::OnTrack) => "Đơn vị còn phải thực hiện",
        Some(State::NoData) => "Đơn vị chưa đủ số liệu hoặc cần xác nhận",
        _ => "Đơn vị",
    };
    format!(" {head}: {}.", names(units))
}

/// A verdict inside of a sentence.
pub fn in_sentence(verdict: &str) -> String {
    let mut letters = verdict.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A table by its file and sheet.
pub fn table(file: &str, sheet: &str) -> String {
    if sheet.is_empty() { file.to_owned() } else { format!("{file}, trang tính “{sheet}”") }
}

/// The words around the day of signing: "…, ngày [ngày] tháng 10 năm 2024".
pub fn around_day(month: &str, year: &str) -> [String; 2] {
    [", ngày ".to_owned(), format!(" tháng {month} năm {year}")]
}

/// The words around number and day of the report that an annex belongs to.
pub fn around_belonging(issuer: &str) -> [String; 3] {
    ["(Kèm theo Báo cáo số ".to_owned(), " ngày ".to_owned(), format!(" của {issuer})")]
}

/// Units that only the data name are no list of all.
pub const NO_ROSTER: &str = "chưa có danh mục";

/// Where a sum of money says no source.
pub const NO_SOURCE: &str = "Không ghi nguồn";

/// Days of one line of a table as people write them.
pub fn day(date: NaiveDate) -> String {
    dates::day(date)
}

/// What belongs in the place of a field that has no value.
pub fn blank(field: ReportField) -> &'static str {
    match field {
        ReportField::Place => "nơi ban hành",
        ReportField::Unit | ReportField::UnitCaps => "tên đơn vị",
        ReportField::Parent | ReportField::ParentCaps => "tên đơn vị cấp trên",
        ReportField::Province | ReportField::ProvinceCaps | ReportField::ProvinceName => "tên tỉnh",
        ReportField::Lead | ReportField::LeadCaps => "cơ quan nhận báo cáo",
        ReportField::Issuer => "cơ quan báo cáo",
        ReportField::IssuerCode => CODE_BLANK,
        _ => "số liệu",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_two_digits_and_their_marks() {
        assert_eq!([0, 2, 14, 1046].map(count), ["00", "02", "14", "1.046"]);
        assert_eq!(money(12_500_000), "12.500.000 đồng");
        assert_eq!(share(565, 1046).as_deref(), Some("54,0%"));
        assert_eq!(share(8_000_000_000_000, 12_500_000_000_000).as_deref(), Some("64,0%"));
        assert_eq!(share(1, 0), None);
    }

    #[test]
    fn the_next_period_follows() {
        for (of, next) in [
            (Period::Quarter(2024, 3), "quý IV năm 2024"),
            (Period::Quarter(2024, 4), "quý I năm 2025"),
            (Period::Half(2024, 1), "6 tháng cuối năm 2024"),
            (Period::Year(2024), "năm 2025"),
            (Period::Range(2021, 2025), "giai đoạn 2026 - 2030"),
        ] {
            assert_eq!(next_period(&of), next);
        }
    }

    #[test]
    fn an_open_window_and_the_unknown_are_never_called_not_met() {
        let deadline = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
        for state in State::ALL.into_iter().filter(|state| *state != State::Missed) {
            let words = many(&StateCounts::from([(state, 2)]), false, deadline).to_lowercase();
            assert!(!words.contains("chưa đạt"), "{state:?}: {words}");
        }
        let mixed = StateCounts::from([(State::Met, 7), (State::AtRisk, 2)]);
        assert_eq!(many(&mixed, false, deadline), "Đạt 07; chưa kết thúc kỳ 02 (hạn 31/12/2024)");
    }

    #[test]
    fn long_lists_of_names_are_cut_with_their_number() {
        let twelve = ["Xã A"; 12];
        assert!(names(&twelve).ends_with("Xã A và 02 đơn vị khác"));
        assert_eq!(names(&["Xã A", "Xã B"]), "Xã A, Xã B");
    }
}
