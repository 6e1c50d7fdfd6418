//! Words of a unit's page: the headline, its life, its targets and their periods.

use crate::figures::{short_of, verdict_figure};
use crate::overview::{by_day, capital, target_code};
use crate::plurals::english;
use crate::{Say, Text, both, dates};
use domain::{Language, NaiveDate, State, Verdict};

/// Targets of one unit by what matters most. Duties and targets that do not apply are not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitHeadline {
    /// The unit's name.
    pub name: String,
    /// Targets with a missed period.
    pub missed: u32,
    /// Targets that need more to be done in time.
    pub at_risk: u32,
    /// Targets the data cannot decide.
    pub unknown: u32,
    /// Targets on track or not due yet.
    pub open: u32,
    /// Targets met.
    pub met: u32,
    /// Shares of the whole that the unit only has a part in.
    pub parts: u32,
}

impl UnitHeadline {
    fn of(&self) -> u32 {
        self.missed + self.at_risk + self.unknown + self.open + self.met
    }

    fn words(&self, language: Language) -> Text {
        let Self { missed, at_risk, unknown, open, met, .. } = self;
        let of = self.of();
        let all = english(of, "target", "targets");
        match (missed, at_risk, unknown, open) {
            _ if of == 0 && self.parts > 0 => both(
                language,
                format!("không có mục tiêu riêng, có phần trong {} tỷ lệ chung", self.parts),
                format!("no target of its own, a part in {}", shares_en(self.parts)),
            ),
            _ if of == 0 => both(language, "không có mục tiêu nào áp dụng", "no target applies"),
            (0, 0, 0, 0) => both(
                language,
                format!("đạt cả {of} mục tiêu"),
                if of == 1 { "met its 1 target".to_owned() } else { format!("met all {of} targets") },
            ),
            (0, 0, 0, _) => both(
                language,
                format!("đạt {met} trong {of} mục tiêu, {open} còn hạn"),
                format!("met {met} of {all}, {open} still open"),
            ),
            (0, 0, unknown, _) => both(
                language,
                format!("chưa đủ dữ liệu cho {unknown} trong {of} mục tiêu"),
                format!("not enough data for {unknown} of {all}"),
            ),
            (0, at_risk, _, _) => both(
                language,
                format!("cần làm thêm cho {at_risk} trong {of} mục tiêu còn hạn"),
                format!("more to do in time for {at_risk} of {all}"),
            ),
            (missed, _, _, _) => {
                both(language, format!("chưa đạt {missed} trong {of} mục tiêu"), format!("missed {missed} of {all}"))
            }
        }
    }
}

fn shares_en(count: u32) -> String {
    if count == 1 { "1 share".to_owned() } else { format!("{count} shares") }
}

impl Say for UnitHeadline {
    fn say(&self, language: Language) -> Text {
        format!("{}: {}", self.name, self.words(language)).into()
    }
}

/// What happened to the unit itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LifeNote {
    /// It ended.
    Ended {
        /// Its last day.
        last: NaiveDate,
        /// The day after.
        next: NaiveDate,
        /// Who took over.
        successors: Vec<String>,
    },
    /// It began.
    Began {
        /// Its first day.
        first: NaiveDate,
        /// Whom it took over from.
        predecessors: Vec<String>,
    },
    /// It is only known from the data.
    SeenOnly,
}

impl Say for LifeNote {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Ended { last, next, successors } => ended(language, *last, *next, &successors.join(", ")),
            Self::Began { first, predecessors } => began(language, *first, &predecessors.join(", ")),
            Self::SeenOnly => both(
                language,
                "Đơn vị này chỉ thấy trong tệp, chưa có trong danh mục.",
                "This unit is only seen in the files; no roster lists it.",
            ),
        }
    }
}

fn ended(language: Language, last: NaiveDate, next: NaiveDate, successors: &str) -> Text {
    let (last, next) = (dates::day(last), dates::day(next));
    if successors.is_empty() {
        return both(language, format!("Đơn vị tồn tại đến {last}."), format!("The unit existed until {last}."));
    }
    both(
        language,
        format!("Đơn vị tồn tại đến {last}; từ {next} là {successors}."),
        format!("The unit existed until {last}; from {next} it is {successors}."),
    )
}

fn began(language: Language, first: NaiveDate, predecessors: &str) -> Text {
    let first = dates::day(first);
    if predecessors.is_empty() {
        return both(language, format!("Đơn vị có từ {first}."), format!("The unit exists since {first}."));
    }
    both(
        language,
        format!("Đơn vị có từ {first}, tiếp nhận {predecessors}."),
        format!("The unit exists since {first} and took over {predecessors}."),
    )
}

/// One line about one period: `Quý III: 3/4, thiếu 1`. Nothing is called short unless it was missed or is still open.
pub fn verdict_line(language: Language, verdict: &Verdict) -> Text {
    let period = capital(&dates::period_short(language, &verdict.period));
    let figure = verdict_figure(language, verdict);
    let by = by_day(Some(&verdict.period), verdict.deadline);
    match (verdict.state, short_of(language, verdict)) {
        (State::Missed, Some(short)) => {
            both(language, format!("{period}: {figure}, thiếu {short}"), format!("{period}: {figure}, {short} short"))
        }
        (State::AtRisk | State::OnTrack, Some(short)) => both(
            language,
            format!("{period}: {figure}, còn {short} đến {by}"),
            format!("{period}: {figure}, {short} to go by {by}"),
        ),
        (State::NotYetDue, _) => starts(language, &period, verdict),
        (State::NoData | State::NotApplicable, _) => period.into(),
        _ => format!("{period}: {figure}").into(),
    }
}

fn starts(language: Language, period: &str, verdict: &Verdict) -> Text {
    match verdict.window.map(|window| dates::day(window.from())) {
        Some(day) => both(language, format!("{period}: từ {day}"), format!("{period}: from {day}")),
        None => period.to_owned().into(),
    }
}

/// The same for a duty: only its last good day matters.
pub fn duty_line(language: Language, verdict: &Verdict) -> Text {
    let by = dates::day(verdict.deadline);
    let period = capital(&dates::period(language, &verdict.period));
    both(language, format!("{period}: hạn {by}"), format!("{period}: due by {by}"))
}

/// The other sentences of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitText {
    /// The unit has not come yet.
    Loading,
    /// Leads back to all units.
    AllUnits,
    /// Name of the way up.
    Path,
    /// Name of the list at the side.
    Targets,
    /// Leads to the unit's agenda.
    ToAgenda,
    /// Targets that address other kinds of unit.
    NotAddressed(Vec<String>),
    /// Over the buttons that choose a period.
    Periods,
    /// A duty to hand something in, not a target.
    Duty,
    /// Units directly below.
    Children(u32),
    /// The share of the whole to which the unit contributes.
    WholeShare,
    /// The unit's part of it.
    Part(String),
}

impl Say for UnitText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Loading => both(language, "Đang mở đơn vị…", "Opening the unit…"),
            Self::AllUnits => both(language, "Đơn vị", "Units"),
            Self::Path => both(language, "Đơn vị cấp trên", "Units above"),
            Self::Targets => both(language, "Mục tiêu của đơn vị", "Targets of the unit"),
            Self::ToAgenda => both(language, "Lịch gợi ý của đơn vị", "Suggested calendar of the unit"),
            Self::NotAddressed(targets) => not_addressed(language, targets),
            Self::Periods => both(language, "Chọn kỳ", "Choose a period"),
            Self::Duty => both(language, "Báo cáo", "Report"),
            Self::Children(count) => children(language, *count),
            Self::WholeShare => both(language, "Tỷ lệ chung", "The share as a whole"),
            Self::Part(figure) => {
                both(language, format!("Phần của đơn vị: {figure}"), format!("The unit's part: {figure}"))
            }
        }
    }
}

fn not_addressed(language: Language, targets: &[String]) -> Text {
    let codes: Vec<Text> = targets.iter().map(|target| target_code(language, target)).collect();
    let codes = codes.join(", ");
    both(language, format!("{codes} không áp dụng cho đơn vị này."), format!("{codes} do not address this unit."))
}

fn children(language: Language, count: u32) -> Text {
    let figure = dates::number(language, count);
    let en = if count == 1 { "unit" } else { "units" };
    both(language, format!("{figure} đơn vị trực thuộc"), format!("{figure} {en} directly below"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Evidence, Period, Span};

    fn headline(missed: u32, at_risk: u32, unknown: u32, open: u32, met: u32) -> String {
        let name = "Xã Vĩnh Hòa Hiệp".to_owned();
        UnitHeadline { name, missed, at_risk, unknown, open, met, parts: 0 }.say(Language::Vi).into_owned()
    }

    #[test]
    fn the_headline_tells_the_worst_first() {
        for (text, expected) in [
            (headline(1, 1, 1, 1, 1), "Xã Vĩnh Hòa Hiệp: chưa đạt 1 trong 5 mục tiêu"),
            (headline(0, 2, 1, 1, 1), "Xã Vĩnh Hòa Hiệp: cần làm thêm cho 2 trong 5 mục tiêu còn hạn"),
            (headline(0, 0, 3, 1, 1), "Xã Vĩnh Hòa Hiệp: chưa đủ dữ liệu cho 3 trong 5 mục tiêu"),
            (headline(0, 0, 0, 2, 3), "Xã Vĩnh Hòa Hiệp: đạt 3 trong 5 mục tiêu, 2 còn hạn"),
            (headline(0, 0, 0, 0, 5), "Xã Vĩnh Hòa Hiệp: đạt cả 5 mục tiêu"),
            (headline(0, 0, 0, 0, 0), "Xã Vĩnh Hòa Hiệp: không có mục tiêu nào áp dụng"),
        ] {
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn a_unit_that_ended_names_its_successor_from_the_next_day() {
        let note = LifeNote::Ended {
            last: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(),
            next: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
            successors: vec!["Xã Châu Thành".into()],
        };
        assert_eq!(note.say(Language::Vi), "Đơn vị tồn tại đến 30/06/2025; từ 01/07/2025 là Xã Châu Thành.");
    }

    #[test]
    fn only_a_missed_period_is_called_short() {
        for state in State::ALL {
            let verdict = Verdict {
                target: "T5".into(),
                unit: None,
                period: Period::Quarter(2024, 3),
                window: Span::quarter(2024, 3),
                state,
                reason: None,
                figures: domain::Figures::Activities,
                threshold: 4,
                n_lo: 3,
                n_hi: 3,
                den: None,
                planned: 0,
                required_now: None,
                evidence: Evidence::None,
                deadline: NaiveDate::from_ymd_opt(2024, 9, 30).unwrap(),
            };
            let line = verdict_line(Language::Vi, &verdict);
            assert_eq!(line.contains("thiếu"), state == State::Missed, "{state:?}: {line}");
        }
    }
}
