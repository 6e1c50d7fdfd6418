//! Words of the plan screen.

use crate::dates::until;
use crate::{Say, Text, both};
use domain::{DutyDay, DutyDeadline, Language};

/// Words of the plan screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// The heading.
    Title,
    /// What stands beside what.
    Lead,
    /// Heading over the clauses.
    Clauses,
    /// What kind of text the clauses are.
    ClausesHint,
    /// Heading over the targets.
    Targets,
    /// Heading over the duties.
    Duties,
    /// Heading over the tasks.
    Tasks,
    /// Tasks are shown, never judged.
    TasksHint,
    /// Heading over the readings.
    Readings,
    /// What readings are.
    ReadingsHint,
    /// Whom a target addresses.
    Addresses,
    /// What it demands.
    Demands,
    /// "phấn đấu": an aspiration.
    Soft,
    /// Not judged unless switched on.
    NotJudged,
    /// Where it stands in the plan.
    RestsOn,
    /// To whom a report goes.
    To(String),
    /// Until when a duty is to be fulfilled; `None` = the plan names no day.
    Until(Option<DutyDeadline>),
    /// Where the text comes from.
    Source,
    /// The checksum of the source.
    Checksum,
    /// Which clauses rest on it.
    UsedBy,
    /// Leads to one group.
    JumpTo,
    /// It serves these targets.
    Serves,
}

impl Say for Plan {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => {
                both(language, "Kế hoạch và cách hiểu thành quy tắc", "The plan, and how it is read as rules")
            }
            Self::Lead => both(
                language,
                "Mỗi quy tắc đặt cạnh nguyên văn điều khoản. Chỗ văn bản có thể hiểu khác, bạn chọn cách hiểu; kết quả tính lại ngay.",
                "Every rule stands beside the words of its clause. Where the text can be read in more than one way, you choose; results follow at once.",
            ),
            Self::Clauses => both(language, "Nguyên văn", "The text"),
            Self::ClausesHint => both(
                language,
                "Chọn số điều khoản của một quy tắc để tới đúng câu.",
                "Follow the clause number of a rule to its sentence.",
            ),
            Self::Targets => both(language, "Mục tiêu", "Targets"),
            Self::Duties => both(language, "Chế độ báo cáo", "Duties to report"),
            Self::Tasks => both(language, "Nhiệm vụ của các sở, ngành", "Tasks of departments"),
            Self::TasksHint => both(
                language,
                "Nhiệm vụ được trình bày để tra cứu, không chấm đạt hay chưa đạt.",
                "Tasks are shown for reference; they are not judged.",
            ),
            Self::Readings => both(language, "Cách hiểu", "Readings"),
            Self::ReadingsHint => both(
                language,
                "Mỗi câu hỏi là một chỗ văn bản có thể hiểu khác. Cách hiểu đã chọn được ghi trong mọi kết quả.",
                "Each question is a place where the text can be read differently. The chosen reading is named in every result.",
            ),
            Self::Addresses => both(language, "Áp dụng cho", "Addresses"),
            Self::Demands => both(language, "Yêu cầu", "Demands"),
            Self::Soft => both(language, "phấn đấu", "aspiration"),
            Self::NotJudged => both(language, "không chấm", "not judged"),
            Self::RestsOn => both(language, "Căn cứ", "Rests on"),
            Self::To(to) => both(language, format!("gửi {to}"), format!("to {to}")),
            Self::Until(None) => {
                both(language, "không ghi ngày nên không chấm", "no day is stated, so it is not judged")
            }
            Self::Until(Some(deadline)) => until_on_the_plan(language, deadline),
            Self::Source => both(language, "Nguồn", "Source"),
            Self::Checksum => both(language, "Mã kiểm tra SHA-256 của văn bản", "SHA-256 of the text"),
            Self::UsedBy => both(language, "Dùng cho", "Used by"),
            Self::JumpTo => both(language, "Đến phần", "Go to"),
            Self::Serves => both(language, "Phục vụ", "Serves"),
        }
    }
}

/// There it says that a day comes back each year.
fn until_on_the_plan(language: Language, deadline: &DutyDeadline) -> Text {
    let until = until(language, deadline);
    match deadline.day {
        DutyDay::Once(_) => until,
        DutyDay::Yearly(..) => both(language, format!("{until} hằng năm"), format!("{until} each year")),
    }
}

/// The name of a window by its id, as a rule file calls it; the plan's own windows keep their id.
pub fn window(language: Language, id: &str) -> Text {
    match id {
        "year" => both(language, "mỗi năm", "each year"),
        "half" => both(language, "mỗi 6 tháng", "each half-year"),
        "quarter" => both(language, "mỗi quý", "each quarter"),
        "month" => both(language, "mỗi tháng", "each month"),
        "plan" => both(language, "trong cả giai đoạn", "over the whole plan"),
        "action_month" => both(language, "trong Tháng hành động, mỗi năm", "in the Action Month, each year"),
        "school_year" => both(language, "mỗi năm học", "each school year"),
        other => other.to_owned().into(),
    }
}
