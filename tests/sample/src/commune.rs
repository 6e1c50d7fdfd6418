//! One commune's own log: everything that goes wrong in a log, in forty rows.
//!
//! As of 15/10/2024 Xã Vĩnh Hòa Hiệp has 5, 4 and 3 news items in the first three quarters (of five rows in sight of the
//! third, one is there twice and one belongs to the fourth), two events of its own and one each in 7 of its 9 hamlets.

use crate::paper::{Cell, KeyRow, Paper, Row};
use chrono::NaiveDate;

/// When, title, form, channel, who, people, women, place: one line a row. A date in ISO form becomes a typed cell.
const LOG: &str = include_str!("commune.txt");

/// The commune's nine hamlets; the last two have held nothing yet.
const HAMLETS: [&str; 9] = [
    "Ấp Vĩnh Thành A",
    "Ấp Vĩnh Thành B",
    "Ấp Vĩnh Phước",
    "Ấp Vĩnh Đằng",
    "Ấp Sua Đũa",
    "Ấp Hòa Thuận",
    "Ấp Vĩnh Lợi",
    "Ấp Vĩnh Hòa 1",
    "Ấp Vĩnh Hội",
];

pub(crate) fn papers() -> Vec<Paper> {
    vec![log(), hamlets()]
}

fn log() -> Paper {
    let mut rows: Vec<Row> = (1..).zip(LOG.lines()).map(|(number, line)| Row::Cells(cells(number, line))).collect();
    let [people, women] = [5, 6].map(|field| LOG.lines().filter_map(|line| count(&fields(line), field)).sum::<u32>());
    let blank = || Cell::Blank;
    let total = vec![blank(), "Tổng cộng".into(), blank(), blank(), blank(), blank(), people.into(), women.into()];
    rows.push(Row::Cells(total));
    Paper {
        sheet: "Nhật ký 2024",
        office: vec!["HUYỆN CHÂU THÀNH", "ỦY BAN NHÂN DÂN XÃ VĨNH HÒA HIỆP"],
        title: "NHẬT KÝ HOẠT ĐỘNG TRUYỀN THÔNG VỀ BÌNH ĐẲNG GIỚI NĂM 2024".into(),
        subtitle: vec!["(Số liệu tính đến ngày 15/10/2024)".into()],
        header: vec![
            ("TT", 5.0),
            ("Thời gian", 14.0),
            ("Nội dung", 48.0),
            ("Hình thức", 18.0),
            ("Kênh", 24.0),
            ("Đơn vị thực hiện", 24.0),
            ("Số người tham dự", 10.0),
            ("Trong đó: Nữ", 8.0),
            ("Địa điểm", 26.0),
            ("Người phụ trách", 16.0),
            ("Ghi chú", 14.0),
        ],
        key_row: Some(KeyRow),
        // Ấp Vĩnh Thành A held two in a week, and somebody merged its cells.
        merged: vec![(20, 21, 5)],
        rows,
        signatures: vec!["NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN"],
    }
}

fn fields(line: &str) -> Vec<&str> {
    line.split('|').map(str::trim).collect()
}

fn count(fields: &[&str], field: usize) -> Option<u32> {
    fields.get(field)?.parse().ok()
}

fn cells(number: u32, line: &str) -> Vec<Cell> {
    let fields = fields(line);
    let text = |field: usize| Cell::from(fields.get(field).copied().unwrap_or_default());
    let counted = |field: usize| count(&fields, field).map_or(Cell::Blank, Cell::Number);
    let date = fields.first().and_then(|when| when.parse::<NaiveDate>().ok()).map_or_else(|| text(0), Cell::Day);
    let in_charge = if number.is_multiple_of(2) { "Nguyễn Thị A" } else { "Trần Văn B" };
    let named = [number.into(), date, text(1), text(2), text(3), text(4)];
    named.into_iter().chain([counted(5), counted(6), text(7), in_charge.into(), Cell::Blank]).collect()
}

/// The list of hamlets: without it nobody could know of those that did nothing.
fn hamlets() -> Paper {
    let row = |(number, name): (u32, &str)| {
        Row::Cells(vec![number.into(), name.into(), "Ấp".into(), "Xã Vĩnh Hòa Hiệp".into()])
    };
    Paper {
        sheet: "Danh mục ấp",
        office: vec!["HUYỆN CHÂU THÀNH", "ỦY BAN NHÂN DÂN XÃ VĨNH HÒA HIỆP"],
        title: "DANH MỤC ẤP THUỘC XÃ VĨNH HÒA HIỆP".into(),
        header: vec![("STT", 5.0), ("Tên đơn vị", 26.0), ("Loại đơn vị", 14.0), ("Trực thuộc", 26.0)],
        rows: (1..).zip(HAMLETS).map(row).collect(),
        ..Paper::default()
    }
}
