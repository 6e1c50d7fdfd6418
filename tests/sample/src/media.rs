//! The register of media bodies: who has taken up the gender-in-media indicators, on trial or for good.

use crate::paper::{Cell, Paper, Row};
use crate::roster::Roster;
use crate::written::lower_type;
use chrono::NaiveDate;

/// The province's own media bodies with stage, since when, until when.
const PROVINCIAL: [(&str, &str, &str, &str); 3] = [
    ("Báo Kiên Giang", "Chính thức", "2024-01-01", ""),
    ("Đài Phát thanh và Truyền hình Kiên Giang", "Chính thức", "2024-07-01", ""),
    ("Tạp chí Chiêu Anh Các", "Thí điểm", "2023", ""),
];

/// Stage, since when and until when of the districts' centres, in the order of the roster.
const OF_DISTRICTS: [(&str, &str, &str); 15] = [
    ("Thí điểm", "2023-03-01", ""),
    ("Thí điểm", "15/6/2023", ""),
    ("Chính thức", "2024-04-01", ""),
    ("Thí điểm", "Quý I/2024", ""),
    ("Chưa áp dụng", "", ""),
    ("Thí điểm", "2024-05-20", ""),
    ("Thí điểm", "", ""),
    ("Thí điểm", "2022-11-15", "2023-12-31"),
    ("Thí điểm", "tháng 9/2023", ""),
    ("Chưa áp dụng", "", ""),
    ("Thí điểm", "2024-08-12", ""),
    ("Chính thức", "01.10.2024", ""),
    ("", "", ""),
    ("Thí điểm", "2023-11-15", ""),
    ("Chưa áp dụng", "", ""),
];

pub(crate) fn paper(roster: &Roster) -> Paper {
    let provincial =
        PROVINCIAL.map(|(name, stage, from, to)| (name.to_owned(), "Tỉnh Kiên Giang".to_owned(), stage, from, to));
    let of_districts = roster.districts.iter().zip(OF_DISTRICTS).map(|(district, (stage, from, to))| {
        let name = format!("Trung tâm Văn hóa, Thể thao và Truyền thanh {}", lower_type(&district.name));
        (name, district.name.clone(), stage, from, to)
    });
    let row = |(number, (name, parent, stage, from, to)): (u32, (String, String, &str, &str, &str))| {
        Row::Cells(vec![number.into(), name.into(), parent.into(), stage.into(), date(from), date(to), Cell::Blank])
    };
    Paper {
        sheet: "Cơ quan truyền thông",
        office: vec!["ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"],
        title: "SỔ THEO DÕI ÁP DỤNG BỘ CHỈ SỐ VỀ GIỚI TRONG TRUYỀN THÔNG".into(),
        subtitle: vec!["(Số liệu tính đến ngày 15/10/2024)".into()],
        header: vec![
            ("TT", 5.0),
            ("Cơ quan truyền thông", 60.0),
            ("Trực thuộc", 22.0),
            ("Giai đoạn áp dụng", 16.0),
            ("Áp dụng từ ngày", 14.0),
            ("Áp dụng đến ngày", 14.0),
            ("Ghi chú", 14.0),
        ],
        rows: (1..).zip(provincial.into_iter().chain(of_districts)).map(row).collect(),
        signatures: vec!["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"],
        ..Paper::default()
    }
}

fn date(text: &str) -> Cell {
    text.parse::<NaiveDate>().map_or_else(|_| text.into(), Cell::Day)
}
