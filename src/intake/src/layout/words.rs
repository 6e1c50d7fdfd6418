//! Header words: what the name of a column looks like, and what a period in a header looks like.
//!
//! It says only "this cell could name a column". What the column means is decided by the meaning step.

use crate::fold::fold;

/// How much a cell looks like the name of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// Not at all.
    None,
    /// It begins like one.
    Begins,
    /// It is one.
    Is,
}

/// Longer texts name no column. The longest name in the official forms has 77 letters.
const LONGEST: usize = 120;

/// Judges a cell's text.
pub(crate) fn likeness(text: &str) -> Likeness {
    if text.is_empty() || text.len() > LONGEST * 3 || is_labelled(text) {
        return Likeness::None;
    }
    let plain = plain(text);
    if NAMES.contains(&plain.as_str()) || is_period(&plain) {
        Likeness::Is
    } else if !plain.contains(|letter: char| letter.is_ascii_digit()) && begins_like_a_name(&plain) {
        Likeness::Begins
    } else {
        Likeness::None
    }
}

/// Folded, without what stands in brackets, separators as single spaces: `Xã/phường (nếu có)` → `xa phuong`.
pub(crate) fn plain(text: &str) -> String {
    let mut depth = 0_u32;
    let mut plain = String::new();
    for letter in fold(text).chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ' ' | '/' | ',' | '-' | '_' | '&' | '.' | ':' | '*' | '–' | ';' | '#' => {
                if !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            _ => plain.push(letter),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// A label and what it labels in one cell: `Đơn vị báo cáo: Xã A`.
fn is_labelled(text: &str) -> bool {
    text.trim_end_matches([' ', ':']).contains(':') || text.starts_with('-')
}

fn begins_like_a_name(plain: &str) -> bool {
    BEGINNINGS
        .iter()
        .any(|start| plain.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// `quy i`, `q1 2024`, `01 2024`, `thang 3`, `t3`, `nam 2024`, `2024`, `6 thang dau nam`.
pub(crate) fn is_period(plain: &str) -> bool {
    if let Some((month, year)) = plain.split_once(' ')
        && month.parse::<u32>().is_ok_and(|month| (1..=12).contains(&month))
        && is_year(year)
    {
        return true;
    }
    let mut words = plain.split(' ').peekable();
    let mut known = 0;
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        let pair = match word {
            "quy" => is_numeral(next, 4),
            "thang" => is_numeral(next, 12),
            "nam" => is_year(next),
            "6" | "9" | "sau" | "chin" => next == "thang",
            "hoc" => next == "ky",
            _ => false,
        };
        if pair {
            words.next();
        } else if !(is_year(word) || is_short_period(word) || (known > 0 && FILLERS.contains(&word))) {
            return false;
        }
        known += 1;
    }
    known > 0
}

const FILLERS: &[&str] = &["dau", "cuoi", "nam", "i", "ii", "1", "2", "nay", "truoc"];

fn is_short_period(word: &str) -> bool {
    let (letter, number) = word.split_at_checked(1).unwrap_or_default();
    match letter {
        "q" => is_numeral(number, 4),
        "t" => is_numeral(number, 12),
        _ => false,
    }
}

/// 1 to `last`, as digits or up to `iv` as roman numeral.
fn is_numeral(word: &str, last: u32) -> bool {
    match word.parse::<u32>() {
        Ok(number) => (1..=last).contains(&number) && word.len() <= 2,
        Err(_) => matches!(word, "i" | "ii" | "iii" | "iv"),
    }
}

/// A year that reports are about.
pub(crate) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (2000..=2100).contains(&year))
}

/// Names that are the whole cell.
const NAMES: &[&str] = &[
    // Numbers of rows.
    "stt",
    "tt",
    "so tt",
    "s t t",
    "no",
    "so thu tu",
    "id",
    "ma",
    "ma so",
    // Units.
    "xa",
    "phuong",
    "thi tran",
    "huyen",
    "tinh",
    "ap",
    "khom",
    "thon",
    "khu pho",
    "to dan pho",
    "truong",
    "unit",
    "unit id",
    "name",
    "parent",
    "ten",
    "ho va ten",
    "ho ten",
    "chuc vu",
    "cap",
    "khoi",
    "phong ban",
    "dia chi",
    "dien thoai",
    "so dien thoai",
    "sdt",
    "email",
    "gioi tinh",
    "dan toc",
    // Time.
    "thoi gian",
    "ngay",
    "thang",
    "quy",
    "nam",
    "date",
    "from",
    "to",
    "period",
    "submitted",
    "adopted",
    "fixed on",
    "ended",
    "stage",
    "successor",
    // What and how.
    "hoat dong",
    "noi dung",
    "hinh thuc",
    "chu de",
    "kenh",
    "phuong tien",
    "the loai",
    "loai",
    "mo hinh",
    "title",
    "kind",
    "type",
    "channel",
    "tags",
    "audience",
    "place",
    "funding",
    "status",
    "relevant",
    "note",
    "notes",
    "covers children",
    "discriminatory",
    "measure",
    "value",
    "base",
    "cost",
    "tin",
    "bai",
    "tin bai",
    "phong su",
    "loa",
    "sach",
    // How many.
    "count",
    "people",
    "women",
    "so luong",
    "tong so",
    "tong",
    "tong cong",
    "cong",
    "ca nam",
    "luy ke",
    "nam nu",
    "nu",
    "ket qua",
    "ke hoach",
    "thuc hien",
    "ty le",
    "ti le",
    "ty le %",
    "ti le %",
    "%",
    "dat",
    "dat khong dat",
    "don vi tinh",
    "dvt",
    "dtts",
    "hoc sinh",
    "nguoi dan",
    "can bo",
    "phu nu",
    "nam gioi",
    "nu gioi",
    "tre em",
    "cuoc",
    "buoi",
    "lop",
    "luot nguoi",
    // The rest.
    "ghi chu",
    "luu y",
    "minh chung",
    "link",
    "kinh phi",
    "dia diem",
    "doi tuong",
    "thanh phan",
    "tinh trang",
    "trang thai",
    "co",
    "khong",
    "trong do",
];

/// Beginnings of longer names, up to a word's end.
const BEGINNINGS: &[&str] = &[
    "don vi",
    "co quan",
    "ten",
    "dia phuong",
    "dia ban",
    "xa phuong",
    "xa thi tran",
    "huyen thanh",
    "huyen thi",
    "huyen xa",
    "ap khu",
    "ap kp",
    "thon ban",
    "thon to",
    "khom ap",
    "co so giao duc",
    "co so y te",
    "ma don vi",
    "ma dia ban",
    "ma dvhc",
    "thoi gian",
    "thoi diem",
    "thoi luong",
    "ngay",
    "tu ngay",
    "den ngay",
    "ky bao cao",
    "noi dung",
    "hinh thuc",
    "loai hinh",
    "the loai",
    "chu de",
    "chuyen de",
    "chuyen muc",
    "thong diep",
    "tieu de",
    "long ghep",
    "van ban",
    "so cuoc",
    "so buoi",
    "so lop",
    "so hoi nghi",
    "so luong",
    "so tin",
    "so bai",
    "so luot",
    "so nguoi",
    "so lan",
    "so gio",
    "so chuong trinh",
    "so cau lac bo",
    "so clb",
    "so mo hinh",
    "so to roi",
    "so tu sach",
    "so san pham",
    "so dai bieu",
    "so can bo",
    "so hoc sinh",
    "so thanh vien",
    "so van ban",
    "so ky hieu",
    "so kien",
    "so vu",
    "so ho",
    "tong so",
    "luot nguoi",
    "trong do",
    "doi tuong",
    "thanh phan",
    "dia diem",
    "noi to chuc",
    "kinh phi",
    "nguon kinh phi",
    "minh chung",
    "duong link",
    "link bai",
    "nguoi phu trach",
    "nguoi thuc hien",
    "bao cao vien",
    "ghi chu",
    "ket qua",
    "chi tieu",
    "ke hoach giao",
    "ty le",
    "ti le",
    "tai lieu",
    "bang ron",
    "pa no",
    "to roi",
    "co phuon",
    "ccvc",
    "cbccvc",
    "giao vien",
    "tuyen truyen mieng",
    "thi tim hieu",
    "cau lac bo",
    "tu sach",
    "hoat dong",
];

#[cfg(test)]
mod tests;
