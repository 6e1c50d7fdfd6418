//! Words that tell a row's part in a table: totals, and what stands below a table.
//!
//! It judges single texts. Where such a row may stand is decided by the body.

use crate::fold::fold;

/// What a line below or between data says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    /// A note: data may follow.
    Note,
    /// Signatures: nothing follows but a new table.
    Signature,
}

/// What a total adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The rows around it, perhaps of one section.
    Part,
    /// The whole table.
    Table,
}

/// Does the label say that the row adds up others?
pub(crate) fn total(text: &str) -> Option<Reach> {
    // Most texts are no totals and need no folding.
    if !text.starts_with(['t', 'T', 'c', 'C', 'l', 'L']) || text.len() > 160 {
        return None;
    }
    let folded = fold(text);
    let bare = folded.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
    let bare = bare.split_once(" (").map_or(bare, |(head, _)| head);
    match () {
        () if states_a_sum(bare) => Some(if bare.starts_with('t') { Reach::Table } else { Reach::Part }),
        () if is_sum_of(text, bare) => Some(Reach::Part),
        () if bare.starts_with("tong cong ") => Some(Reach::Table),
        () if !WHOLE_TOTALS.contains(&bare) => None,
        () if bare.starts_with("t") => Some(Reach::Table),
        () => Some(Reach::Part),
    }
}

const WHOLE_TOTALS: &[&str] = &[
    "tong cong",
    "tong so",
    "tong",
    "cong",
    "tong chung",
    "cong chung",
    "cong don",
    "luy ke",
    "total",
    "tong toan tinh",
];

/// `Cộng: 05 cuộc`, `Tổng số: 12`: the words of a total with its figure in the same cell.
fn states_a_sum(bare: &str) -> bool {
    let Some((words, figure)) = bare.split_once(':') else { return false };
    WHOLE_TOTALS.contains(&words.trim()) && figure.trim_start().starts_with(|letter: char| letter.is_ascii_digit())
}

/// `Cộng xã Thạnh Lộc`; the letters without accents also spell `công an`, `công đoàn`, and `cộng đồng` adds up nothing.
fn is_sum_of(text: &str, folded: &str) -> bool {
    let lower = text.to_lowercase();
    let is_sum = lower.starts_with("cộng ") || lower.starts_with("tổng số ") || lower.starts_with("tổng ");
    let Some((first, rest)) = folded.split_once(' ') else { return false };
    let rest = rest.strip_prefix("so ").filter(|_| first == "tong").unwrap_or(rest);
    is_sum && ADDED.iter().any(|word| rest.starts_with(word))
}

const ADDED: &[&str] = &[
    "xa ",
    "phuong ",
    "thi tran ",
    "huyen ",
    "thanh pho ",
    "thi xa ",
    "tinh",
    "toan ",
    "dac khu ",
    "ap ",
    "khu pho ",
    "quy ",
    "thang ",
    "nam ",
    "6 thang",
    "cac ",
    "muc ",
    "khoi ",
    "chung",
    "ca ",
    "don vi",
    "i",
    "(a",
    "a+",
];

/// Does the text close a table?
pub(crate) fn closing(text: &str) -> Option<Closing> {
    if text.starts_with(['*', '†', '¹']) || is_numbered_note(text) {
        return Some(Closing::Note);
    }
    let folded = fold(text);
    let starts = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    match () {
        () if starts(SIGNATURES) || is_place_and_day(&folded) => Some(Closing::Signature),
        () if starts(NOTES) => Some(Closing::Note),
        () => None,
    }
}

const SIGNATURES: &[&str] = &[
    "nguoi lap",
    "lap bieu",
    "nguoi kiem tra",
    "nguoi tong hop",
    "nguoi bao cao",
    "nguoi duyet",
    "can bo lap",
    "ke toan",
    "noi nhan",
    "tm.",
    "tm ",
    "kt.",
    "kt ",
    "tl.",
    "tuq.",
    "q. chu tich",
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "truong phong",
    "pho truong phong",
    "thu truong",
    "cuc truong",
    "truong ban",
    "hieu truong",
    "(ky,",
    "(ky ",
    "ky, ",
    "(ky ten",
    "xac nhan cua",
];

const NOTES: &[&str] =
    &["ghi chu:", "ghi chu :", "luu y:", "chu thich", "chu giai", "nguon:", "(nguon", "ghi chu.", "note:"];

/// `(1) Số liệu tính đến …`, `(*) …`
fn is_numbered_note(text: &str) -> bool {
    let Some((mark, rest)) = text.strip_prefix('(').and_then(|rest| rest.split_once(')')) else { return false };
    let is_mark = mark.chars().all(|letter| letter.is_ascii_digit() || letter == '*') && (1..=2).contains(&mark.len());
    is_mark && rest.trim().chars().count() > 3
}

/// `Rạch Giá, ngày 30 tháng 6 năm 2024`, with dots where numbers are to be filled in.
fn is_place_and_day(folded: &str) -> bool {
    let Some((place, day)) = folded.split_once("ngay") else { return false };
    place.trim_end().ends_with([',', '.', '…']) && place.len() < 60 && day.contains("thang") && day.contains("nam")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_names_that_begin_alike() {
        for text in
            ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "Tổng số", "Cộng xã Thạnh Lộc", "CỘNG", "Tong cong", "Tổng cộng (I+II)"]
        {
            assert!(total(text).is_some(), "{text}");
        }
        for text in [
            "Công an xã",
            "Cộng đồng",
            "Cộng tác viên",
            "Công đoàn",
            "Tổng đài",
            "Tổng số giờ phát sóng",
            "Cong an",
            "",
        ] {
            assert_eq!(total(text), None, "{text}");
        }
    }

    #[test]
    fn closing_lines_are_known() {
        let cases = [
            ("Người lập biểu", Some(Closing::Signature)),
            ("TM. ỦY BAN NHÂN DÂN", Some(Closing::Signature)),
            ("Rạch Giá, ngày 30 tháng 6 năm 2024", Some(Closing::Signature)),
            ("…… , ngày … tháng … năm ….", Some(Closing::Signature)),
            ("Ghi chú: số liệu ước", Some(Closing::Note)),
            ("* Không tính lồng ghép", Some(Closing::Note)),
            ("(1) Tính đến 15/6", Some(Closing::Note)),
            ("(1)", None),
            ("Xã Thạnh Lộc", None),
            ("Ghi chú", None),
        ];
        for (text, expected) in cases {
            assert_eq!(closing(text), expected, "{text}");
        }
    }
}
