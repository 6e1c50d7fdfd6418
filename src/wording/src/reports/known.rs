//! What to know before a report is handed in.

use crate::dates::{day, number, period};
use crate::overview::capital;
use crate::units::unit_kind_counted;
use crate::{Say, Text, both};
use domain::{Language, NaiveDate, Period, UnitKind};

/// Something to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// Over the list.
    Title,
    /// Up to when figures count, and for which period.
    AsOf {
        /// The day.
        day: NaiveDate,
        /// The period reported on.
        period: Period,
        /// It is over.
        over: bool,
    },
    /// Leads to the choice of another day.
    AnotherDay,
    /// The national cut-off of such figures, and whether the as-of day lies beyond it.
    CutOff {
        /// The last day that counts there.
        day: NaiveDate,
        /// The as-of day lies after it.
        beyond: bool,
    },
    /// Readings in force differ from the defaults in so many places.
    Readings(u32),
    /// So many units of so many have sent data.
    Completeness {
        /// What they are.
        kind: UnitKind,
        /// Sent.
        with_data: u32,
        /// In all.
        listed: u32,
    },
    /// So many things in the data are worth a look.
    Findings(u32),
    /// The data are samples.
    Sample,
}

impl Say for Known {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Cần biết trước khi gửi", "To know before handing in"),
            Self::AsOf { day: until, period: of, over } => {
                let (until, of) = (day(*until), period(language, of));
                let ends = both(
                    language,
                    if *over { "kỳ đã kết thúc" } else { "kỳ chưa kết thúc" },
                    if *over { "the period is over" } else { "the period is not over yet" },
                );
                both(
                    language,
                    format!("{}: số liệu tính đến hết ngày {until}, {ends}", capital(&of)),
                    format!("{}: figures up to the end of {until}, {ends}", capital(&of)),
                )
            }
            Self::AnotherDay => both(language, "Đổi ngày tính", "Change the day"),
            Self::CutOff { day: last, beyond } => cut_off(language, *last, *beyond),
            Self::Readings(0) => {
                both(language, "Cách hiểu: theo mặc định của Kế hoạch", "Readings: the defaults of the plan")
            }
            Self::Readings(count) => {
                let places = if *count == 1 { "reading differs" } else { "readings differ" };
                both(
                    language,
                    format!("Có {count} cách hiểu khác mặc định"),
                    format!("{count} {places} from the defaults"),
                )
            }
            Self::Completeness { kind, with_data, listed } => {
                let (sent, all) = (number(language, *with_data), number(language, *listed));
                let kind = unit_kind_counted(language, *kind, *listed);
                both(
                    language,
                    format!("Số liệu: {sent}/{all} {kind} đã gửi"),
                    format!("Data: {sent} of {all} {kind} have sent some"),
                )
            }
            Self::Findings(0) => {
                both(language, "Không còn chỗ nào cần xem trong dữ liệu", "Nothing left to check in the data")
            }
            Self::Findings(count) => {
                let shown = number(language, *count);
                let things = if *count == 1 { "thing" } else { "things" };
                both(
                    language,
                    format!("Còn {shown} chỗ nên xem trong dữ liệu"),
                    format!("{shown} {things} to check in the data"),
                )
            }
            Self::Sample => both(
                language,
                "Đây là dữ liệu mẫu: không gửi báo cáo này đi.",
                "These are sample data: do not hand this report in.",
            ),
        }
    }
}

// SOURCE: Decree 09/2019/NĐ-CP, cut-off of figures for periodical reports (14 June, 14 December).
fn cut_off(language: Language, last: NaiveDate, beyond: bool) -> Text {
    let last = day(last);
    if beyond {
        both(
            language,
            format!("Ngày tính nằm sau mốc chốt số liệu {last} của chế độ báo cáo (Nghị định 09/2019/NĐ-CP)"),
            format!("The as-of day lies after the cut-off {last} of Decree 09/2019/NĐ-CP"),
        )
    } else {
        both(
            language,
            format!("Mốc chốt số liệu của chế độ báo cáo: {last} (Nghị định 09/2019/NĐ-CP)"),
            format!("Cut-off of Decree 09/2019/NĐ-CP: {last}"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_that_goes_on_says_so() {
        let until = NaiveDate::from_ymd_opt(2024, 10, 15).unwrap();
        let known = |over| Known::AsOf { day: until, period: Period::Quarter(2024, 3), over };
        let said = known(true).say(Language::Vi);
        assert_eq!(said, "Quý III/2024: số liệu tính đến hết ngày 15/10/2024, kỳ đã kết thúc");
        assert_eq!(
            known(false).say(Language::En),
            "Q3 2024: figures up to the end of 15/10/2024, the period is not over yet"
        );
    }

    #[test]
    fn one_is_no_plural_in_english() {
        assert_eq!(Known::Findings(1).say(Language::En), "1 thing to check in the data");
        assert_eq!(Known::Readings(2).say(Language::En), "2 readings differ from the defaults");
    }
}
