//! Is it about gender equality?
//!
//! Decided per table from its title, per row only where the table is about something general. A table that names no
//! subject at all is taken for what people load here: communication on gender equality.

use super::tokens::phrase;
use domain::Relevance;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowRelevance {
    /// It is about gender equality.
    Yes,
    /// It may be: counts as possible only.
    Unknown,
    /// It is surely about something else: no fact.
    No,
}

/// Words of gender equality, folded. SOURCE: the plan's sections II.2 and III.
const GENDER: [&str; 25] = [
    "binh dang gioi",
    "bdg",
    "ve gioi",
    "gioi tinh",
    "dinh kien gioi",
    "phu nu",
    "nu gioi",
    "vstbpn",
    "vstbcpn",
    "vi su tien bo",
    "bao luc gia dinh",
    "blgd",
    "pcblgd",
    "bao luc tren co so gioi",
    "bao luc gioi",
    "blg",
    "bl tren csg",
    "bltcsg",
    "thang hanh dong vi",
    "tao hon",
    "quay roi tinh duc",
    "xam hai tre em",
    "nam nu",
    "ngay gia dinh",
    "suc khoe sinh san",
];
/// Subjects that are general: gender equality may be among them.
const GENERAL: [&str; 5] =
    ["pho bien giao duc phap luat", "pbgdpl", "tuyen truyen phap luat", "ttpl", "thong tin co so"];
/// Subjects that are surely something else.
const OTHER: [&str; 10] = [
    "phong chay",
    "pccc",
    "an toan giao thong",
    "bau cu",
    "sot xuat huyet",
    "dich ta",
    "nghia vu quan su",
    "thue",
    "phong chong ma tuy",
    "chuyen doi so",
];

/// From title, sheet, file and headers of a table.
pub fn table_relevance(texts: &[&str]) -> Relevance {
    let mentions = |subjects: &[&str]| texts.iter().any(|text| mentions(text, subjects));
    if !mentions(&GENDER) && mentions(&GENERAL) { Relevance::Unknown } else { Relevance::Yes }
}

/// A row of a table: its own words decide only where the table's do not.
pub fn row_relevance(title: &str, table: Relevance) -> RowRelevance {
    match table {
        Relevance::Yes => RowRelevance::Yes,
        Relevance::Unknown if mentions(title, &GENDER) => RowRelevance::Yes,
        Relevance::Unknown if mentions(title, &OTHER) => RowRelevance::No,
        Relevance::Unknown => RowRelevance::Unknown,
    }
}

fn mentions(text: &str, subjects: &[&str]) -> bool {
    let text = format!(" {}", phrase(text));
    subjects.iter().any(|subject| text.contains(&format!(" {subject} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_judged_by_its_title() {
        assert_eq!(table_relevance(&["SỔ THEO DÕI TRUYỀN THÔNG VỀ BÌNH ĐẲNG GIỚI"]), Relevance::Yes);
        assert_eq!(table_relevance(&["KẾT QUẢ PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT TẠI ĐỊA BÀN XÃ"]), Relevance::Unknown);
        assert_eq!(table_relevance(&["Phổ biến, giáo dục pháp luật về bình đẳng giới"]), Relevance::Yes);
        assert_eq!(table_relevance(&["", "Sheet1"]), Relevance::Yes);
    }

    #[test]
    fn a_row_of_a_general_table_is_judged_by_its_own_words() {
        for (title, expected) in [
            ("Tuyên truyền Luật Bình đẳng giới", RowRelevance::Yes),
            ("Tập huấn BĐG cho CBCCVC", RowRelevance::Yes),
            ("Phòng ngừa BLG, BLTCSG", RowRelevance::Yes),
            ("Phòng ngừa BL trên CSG", RowRelevance::Yes),
            ("Luật PCBLGĐ", RowRelevance::Yes),
            ("Tuyên truyền phòng chống BLGĐ", RowRelevance::Yes),
            ("Hoạt động VSTBPN, VSTBCPN", RowRelevance::Yes),
            ("An toàn giao thông", RowRelevance::No),
            ("Luật Đất đai", RowRelevance::Unknown),
        ] {
            assert_eq!(row_relevance(title, Relevance::Unknown), expected, "{title}");
            assert_eq!(row_relevance(title, Relevance::Yes), RowRelevance::Yes, "{title}");
        }
    }
}
