//! Words of charts that are saved as pictures.

use crate::{Say, Text, both, dates};
use domain::{Language, NaiveDate};

/// The button, and sentences that stand in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartText {
    /// Saves a chart.
    Save,
    /// Saves the chart that this title names.
    SaveOf(String),
    /// Up to which day.
    Until(NaiveDate),
    /// What bars of targets mean.
    Bars,
    /// What bars over time mean.
    Columns,
    /// A dashed frame among tiles.
    NotAddressed,
}

impl Say for ChartText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Save => both(language, "Lưu hình (.svg)", "Save as a picture (.svg)"),
            Self::SaveOf(title) => {
                both(language, format!("Lưu hình (.svg): {title}"), format!("Save as a picture (.svg): {title}"))
            }
            Self::Until(day) => {
                let day = dates::day(*day);
                both(language, format!("Số liệu tính đến hết ngày {day}"), format!("Figures up to the end of {day}"))
            }
            Self::Bars => both(
                language,
                "Dưới mỗi thanh là số đơn vị của từng phần, theo thứ tự từ trái sang phải. Phần gạch chéo: chưa đủ dữ liệu.",
                "Below each bar stands how many units each part is, from left to right. Hatched: not enough data.",
            ),
            Self::Columns => both(language, "Phần tô kín: số đơn vị đạt.", "Filled: units that met it."),
            Self::NotAddressed => both(
                language,
                "Ô khung đứt nét: đơn vị không thuộc mục tiêu này.",
                "Dashed tile: the target does not address the unit.",
            ),
        }
    }
}
