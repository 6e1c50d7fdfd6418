//! Words of the screen of the bodies that the plan names.

use crate::{Say, Text, both, dates};
use domain::{Language, NaiveDate};

/// Headings and labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyText {
    /// The heading.
    Title,
    /// Leads here from the plan.
    Lead,
    /// Under the heading.
    Hint,
    /// The list of bodies.
    List,
    /// Its name in the plan.
    InPlan(String),
    /// Who took over.
    Successors,
    /// From a day on.
    From(NaiveDate),
    /// Only for some tasks.
    OnlyFor(String),
    /// What it has to do.
    Tasks,
    /// Targets and duties it serves.
    Serves,
    /// Fields of section III.2 it supports.
    Fields,
    /// Reports that go to it.
    Receives,
    /// Nobody reports to it.
    ReceivesNothing,
    /// How the work is paid.
    Budget,
    /// Reviews in certain years.
    Reviews,
    /// No plan names bodies.
    None,
    /// How often a task is due.
    Cadence(String),
}

impl Say for BodyText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Cơ quan thực hiện (mục V)", "Who carries the plan out (section V)"),
            Self::Lead => both(
                language,
                "Từng cơ quan: nhiệm vụ, đầu mối, tên hiện nay",
                "Body by body: tasks, addressees, present names",
            ),
            Self::Hint => both(
                language,
                "Nhiệm vụ, mục tiêu phục vụ, báo cáo nhận, và cơ quan kế thừa từ ngày nào.",
                "Tasks, targets served, reports received, and who took over from which day.",
            ),
            Self::List => both(language, "Danh sách cơ quan", "List of bodies"),
            Self::InPlan(name) => both(language, format!("Trong Kế hoạch: {name}"), format!("In the plan: {name}")),
            Self::Successors => both(language, "Cơ quan kế thừa", "Who took over"),
            Self::From(day) => {
                let day = dates::day(*day);
                both(language, format!("từ {day}"), format!("from {day}"))
            }
            Self::OnlyFor(tasks) => both(language, format!("chỉ nhiệm vụ {tasks}"), format!("only for {tasks}")),
            Self::Tasks => both(language, "Nhiệm vụ", "Tasks"),
            Self::Serves => both(language, "Phục vụ", "Serves"),
            Self::Fields => both(language, "Lĩnh vực của mục III.2", "Fields of section III.2"),
            Self::Receives => both(language, "Nơi nhận", "Receives"),
            Self::ReceivesNothing => {
                both(language, "Kế hoạch không giao nhận báo cáo nào.", "The plan sends it no report.")
            }
            Self::Budget => both(language, "Kinh phí (mục IV)", "Budget (section IV)"),
            Self::Reviews => both(language, "Sơ kết, tổng kết", "Reviews"),
            Self::None => both(language, "Kế hoạch này không nêu cơ quan nào.", "This plan names no body."),
            Self::Cadence(cadence) => cadence_text(language, cadence),
        }
    }
}

/// The years in which a task is due, for one that is due in certain years only: `once:2025,once:2030`.
pub fn review_years(cadence: &str) -> Vec<&str> {
    let once = cadence.split(',').filter_map(|part| part.strip_prefix("once:"));
    once.filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).collect()
}

fn cadence_text(language: Language, cadence: &str) -> Text {
    let years = review_years(cadence);
    let day = cadence.strip_prefix("once:").and_then(|day| day.parse::<NaiveDate>().ok()).map(dates::day);
    match (cadence, years.as_slice()) {
        (_, [_, ..]) => both(language, format!("năm {}", years.join(", ")), format!("in {}", years.join(", "))),
        _ if day.is_some() => {
            let day = day.unwrap_or_default();
            both(language, format!("một lần, đến {day}"), format!("once, by {day}"))
        }
        ("ongoing", _) => both(language, "thường xuyên", "ongoing"),
        (yearly, _) if yearly.starts_with("yearly") => both(language, "hằng năm", "every year"),
        (other, _) => other.to_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_a_task_is_due_is_said_in_words() {
        let said = |cadence: &str| BodyText::Cadence(cadence.to_owned()).say(Language::Vi).into_owned();
        let cases = [
            ("once:2025,once:2030", "năm 2025, 2030"),
            ("ongoing", "thường xuyên"),
            ("once:2022-01-14", "một lần, đến 14/01/2022"),
            ("yearly:action_month", "hằng năm"),
        ];
        for (cadence, words) in cases {
            assert_eq!(said(cadence), words);
        }
    }
}
