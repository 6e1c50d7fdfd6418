//! The words of a status column: done, planned, or called off.

use crate::fold::fold;
use domain::Status;

/// What a word of a status column says.
pub(crate) enum Happened {
    /// It did, or it is planned to.
    As(Status),
    /// It was called off.
    Never,
}

/// Reads a status; `None` = no known word.
pub(crate) fn status_word(text: &str) -> Option<Happened> {
    const PLANNED: [&str; 8] = ["planned", "chua", "ke hoach", "du kien", "sap", "se ", "dang", "chuan bi"];
    const NEVER: [&str; 5] = ["huy", "khong", "hoan lai", "tam hoan", "cancelled"];
    const DONE: [&str; 8] = ["done", "da", "xong", "hoan thanh", "dat", "co", "x", "thuc hien"];
    let folded = fold(text);
    let begins = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    if begins(&PLANNED) {
        Some(Happened::As(Status::Planned))
    } else if begins(&NEVER) || folded == "hoan" {
        Some(Happened::Never)
    } else if begins(&DONE) {
        Some(Happened::As(Status::Done))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_status_say_done_planned_or_never() {
        let shown = |text: &str| match status_word(text) {
            Some(Happened::As(Status::Done)) => "done",
            Some(Happened::As(Status::Planned)) => "planned",
            Some(Happened::Never) => "never",
            None => "?",
        };
        let cases = [
            ("done", "done"),
            ("Đã thực hiện", "done"),
            ("Hoàn thành", "done"),
            ("planned", "planned"),
            ("Chưa thực hiện", "planned"),
            ("Kế hoạch", "planned"),
            ("Không thực hiện", "never"),
            ("Hủy", "never"),
            ("Tạm hoãn", "never"),
            ("Hoãn", "never"),
            ("abc", "?"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
