//! Words of the screen of trends.

use crate::{Say, Text, both, dates, plurals};
use domain::{Language, Period};

/// Headings, columns and sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrendText {
    /// The heading.
    Title,
    /// Under it.
    Lead,
    /// Leads here.
    Open,
    /// One bar, said.
    Bar {
        /// The period.
        period: String,
        /// Units that met it.
        met: u32,
        /// Units asked.
        of: u32,
    },
    /// A bar of which nothing is known, said.
    Unknown {
        /// The period.
        period: String,
    },
    /// What a hatched part of a bar means.
    UnknownLegend,
    /// The table behind a chart.
    AsTable,
    /// A period that is not over.
    StillOpen,
    /// Column: period.
    Period,
    /// Column: units.
    Units,
    /// Over the figures of years.
    Reach,
    /// What they rest on.
    ReachHint,
    /// Column: year.
    Year,
    /// Column: activities.
    Activities,
    /// Column: people.
    People,
    /// Column: share of women.
    Women,
    /// Column: money.
    Cost,
    /// Column: by source.
    Sources,
    /// So many rows say it.
    OfRows {
        /// Rows that say it.
        said: u32,
        /// All rows.
        of: u32,
    },
    /// No row says it.
    NotSaid,
    /// A source that is not said.
    NoSource,
    /// Nothing is known.
    Nothing,
    /// Only one period is known.
    OnePeriod,
}

impl Say for TrendText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Diễn biến từng mục tiêu", "How each target went"),
            Self::Lead => both(
                language,
                "Số đơn vị đạt trong từng kỳ. Đơn vị chưa đủ dữ liệu không bị tính là chưa đạt: xem bảng dưới mỗi biểu đồ.",
                "Units that met each period. A unit without enough data is not taken for one that missed: see the table under each chart.",
            ),
            Self::Open => both(language, "Diễn biến qua các kỳ", "How it went over time"),
            Self::Bar { period, met, of } => {
                let units = if *of == 1 { "unit" } else { "units" };
                both(
                    language,
                    format!("{period}: {met}/{of} đơn vị đạt"),
                    format!("{period}: {met} of {of} {units} met it"),
                )
            }
            Self::Unknown { period } => {
                both(language, format!("{period}: chưa đủ dữ liệu"), format!("{period}: not enough data"))
            }
            Self::UnknownLegend => both(
                language,
                "Phần gạch chéo: chưa đủ dữ liệu hoặc cần xác nhận. Khung đứt nét: chưa hết kỳ.",
                "Hatched: not enough data, or to be confirmed. Dashed frame: the period is still open.",
            ),
            Self::AsTable => both(language, "Xem dạng bảng", "Show as a table"),
            Self::StillOpen => both(language, "chưa hết kỳ", "still open"),
            Self::Period => both(language, "Kỳ", "Period"),
            Self::Units => both(language, "Đơn vị", "Units"),
            Self::Reach => both(language, "Người tham dự và kinh phí", "People reached and money spent"),
            Self::ReachHint => both(
                language,
                "Cộng từ những dòng có ghi; dòng không ghi thì không đoán.",
                "Added up over the rows that say so; nothing is guessed for the others.",
            ),
            Self::OfRows { said, of } => {
                let (part, all) = (dates::number(language, *said), dates::number(language, *of));
                let say = if *said == 1 { "says" } else { "say" };
                let en = format!("{part} of {} {say} so", plurals::rows(*of));
                both(language, format!("{part}/{all} dòng có ghi"), en)
            }
            Self::NotSaid => both(language, "không dòng nào ghi", "no row says so"),
            Self::NoSource => both(language, "không ghi nguồn", "source not said"),
            Self::Nothing => both(language, "Chưa có kỳ nào để so.", "There is no period to compare yet."),
            Self::OnePeriod => both(language, "Mới có một kỳ.", "One period only so far."),
            column => column.column(language),
        }
    }
}

impl TrendText {
    fn column(&self, language: Language) -> Text {
        match self {
            Self::Year => both(language, "Năm", "Year"),
            Self::Activities => both(language, "Hoạt động", "Activities"),
            Self::People => both(language, "Lượt người", "People"),
            Self::Women => both(language, "Tỷ lệ nữ", "Share of women"),
            Self::Cost => both(language, "Kinh phí (đồng)", "Money (VND)"),
            _ => both(language, "Theo nguồn", "By source"),
        }
    }
}

/// A period under a narrow bar: `2024`, `III/24`, `2022–30`.
pub fn narrow(period: &Period) -> String {
    const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
    match period {
        Period::Quarter(year, quarter) => {
            let roman = ROMAN.get((*quarter as usize).wrapping_sub(1)).copied().unwrap_or_default();
            format!("{roman}/{:02}", year.rem_euclid(100))
        }
        Period::Range(from, to) => format!("{from}–{:02}", to.rem_euclid(100)),
        other => other.year().map_or_else(|| other.to_string(), |year| year.to_string()),
    }
}

/// A share with one decimal: `54,0%`; the parts may be larger than any count of units.
pub fn share(language: Language, part: u64, of: u64) -> String {
    let tenths = (part * 1000 + of / 2).checked_div(of).unwrap_or(0);
    let point = if language == Language::Vi { ',' } else { '.' };
    format!("{}{point}{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_one_decimal_in_the_way_of_the_language() {
        assert_eq!(share(Language::Vi, 54, 100), "54,0%");
        assert_eq!(share(Language::En, 2, 3), "66.7%");
        assert_eq!(share(Language::Vi, 1, 0), "0,0%");
    }
}
