//! Words of the search over everything: what it is called, what it offers, and how many fit.

use crate::dates::number;
use crate::{Say, Text, both};
use domain::Language;

/// What kind of thing an offer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A screen.
    Screen,
    /// A target, seen over all units.
    Target,
    /// A target's clauses.
    Clause,
    /// A unit.
    Unit,
    /// A file to download.
    Download,
    /// An example.
    Sample,
    /// How the page shows itself.
    Setting,
}

impl Say for Offer {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Screen => both(language, "Màn hình", "Screen"),
            Self::Target => both(language, "Mục tiêu, theo đơn vị", "Target, by unit"),
            Self::Clause => both(language, "Mục tiêu, trong Kế hoạch", "Target, in the plan"),
            Self::Unit => both(language, "Đơn vị", "Unit"),
            Self::Download => both(language, "Tải về", "Download"),
            Self::Sample => both(language, "Dữ liệu mẫu", "Sample data"),
            Self::Setting => both(language, "Cài đặt", "Setting"),
        }
    }
}

/// A file that the search offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Download {
    /// The agenda for calendars.
    AgendaIcs,
    /// The agenda as a workbook.
    AgendaXlsx,
    /// The agenda as CSV.
    AgendaCsv,
    /// The results with the rows behind them.
    ResultsXlsx,
    /// Everything in one .zip.
    Package,
    /// The verdicts.
    VerdictsCsv,
    /// The data as understood.
    CleanXlsx,
    /// The findings.
    FindingsCsv,
    /// Units without a row.
    SilentCsv,
    /// The project file.
    Project,
    /// The template.
    Template,
}

impl Say for Download {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::AgendaIcs => both(language, "Lịch gợi ý (.ics)", "Suggested calendar (.ics)"),
            Self::AgendaXlsx => both(language, "Lịch gợi ý (Excel)", "Suggested calendar (Excel)"),
            Self::AgendaCsv => both(language, "Lịch gợi ý (CSV)", "Suggested calendar (CSV)"),
            Self::ResultsXlsx => {
                both(language, "Kết quả và bằng chứng (Excel)", "Results with the rows behind them (Excel)")
            }
            Self::Package => both(language, "Trọn gói cho cán bộ tỉnh (.zip)", "Package for the province (.zip)"),
            Self::VerdictsCsv => both(language, "Kết quả từng đơn vị (CSV)", "Results of every unit (CSV)"),
            Self::CleanXlsx => both(language, "Dữ liệu đã làm sạch (Excel)", "Clean data (Excel)"),
            Self::FindingsCsv => both(language, "Danh sách chỗ nên xem (CSV)", "List of findings (CSV)"),
            Self::SilentCsv => both(language, "Đơn vị chưa gửi số liệu (CSV)", "Units that sent no data (CSV)"),
            Self::Project => both(language, "Tệp dự án (.doichieu.json)", "Project file (.doichieu.json)"),
            Self::Template => both(language, "Biểu mẫu Excel", "Excel template"),
        }
    }
}

/// Words around the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaletteText {
    /// On the button that opens it.
    Open,
    /// Its name.
    Title,
    /// In the empty field.
    Placeholder,
    /// Names the list.
    List,
    /// Nothing fits.
    None,
    /// So many fit, of which so many are shown.
    Found {
        /// In the list.
        shown: u32,
        /// In all.
        of: u32,
    },
    /// Units can be found once there are data.
    NoUnitsYet,
    /// How to use it.
    Hint,
    /// To this language.
    Speak(Language),
}

impl Say for PaletteText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Open => both(language, "Tìm", "Search"),
            Self::Title => both(language, "Tìm nhanh", "Quick search"),
            Self::Placeholder => {
                both(language, "Gõ không cần dấu: xã, mục tiêu, màn hình, tệp…", "A unit, target, screen, file…")
            }
            Self::List => both(language, "Kết quả tìm", "Found"),
            Self::None => both(language, "Không tìm thấy. Hãy gõ ít chữ hơn.", "Nothing found. Type fewer letters."),
            Self::Found { shown, of } => found(language, *shown, *of),
            Self::NoUnitsYet => both(
                language,
                "Khi đã có dữ liệu, ở đây còn tìm được đơn vị và tệp tải về.",
                "Once there are data, units and downloads can be found here too.",
            ),
            Self::Hint => both(language, "↑ ↓ chọn · Enter mở · Esc đóng", "↑ ↓ choose · Enter opens · Esc closes"),
            Self::Speak(Language::Vi) => both(language, "Chuyển sang tiếng Việt", "Switch to Vietnamese"),
            Self::Speak(Language::En) => both(language, "Chuyển sang tiếng Anh", "Switch to English"),
        }
    }
}

fn found(language: Language, shown: u32, of: u32) -> Text {
    let (first, all) = (number(language, shown), number(language, of));
    match (shown, of) {
        (shown, of) if shown < of => both(
            language,
            format!("Có {all} kết quả, hiện {first} kết quả đầu. Gõ thêm để thu hẹp."),
            format!("{all} results, the first {first} are shown. Type on to narrow them down."),
        ),
        (1, _) => both(language, "Có 1 kết quả.", "1 result."),
        _ => both(language, format!("Có {all} kết quả."), format!("{all} results.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_says_when_some_are_left_out() {
        let said = |shown, of| PaletteText::Found { shown, of }.say(Language::En).into_owned();
        assert_eq!(said(1, 1), "1 result.");
        assert_eq!(said(3, 3), "3 results.");
        assert!(said(12, 1234).starts_with("1,234 results, the first 12"));
    }
}
