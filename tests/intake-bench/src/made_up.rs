//! A made-up log of activities over the communes of the shipped roster: the same for the same number of rows.

use chrono::{Days, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::fmt::Write;

const HEADER: [&str; 10] =
    ["STT", "Ngày", "Tên xã", "Nội dung", "Hình thức", "Số cuộc", "Số người", "Nữ", "Địa điểm", "Ghi chú"];
const FORMS: [&str; 8] = [
    "Hội nghị",
    "Nói chuyện chuyên đề",
    "Tọa đàm",
    "Sinh hoạt câu lạc bộ",
    "Tập huấn",
    "Hội thi",
    "Tuyên truyền miệng",
    "Diễn đàn",
];
const THEMES: [&str; 12] = [
    "Luật Bình đẳng giới",
    "Luật Phòng, chống bạo lực gia đình năm 2022",
    "kỹ năng ứng phó với bạo lực trên cơ sở giới",
    "bình đẳng giới trong gia đình",
    "xóa bỏ định kiến giới",
    "vai trò của nam giới trong thực hiện bình đẳng giới",
    "lồng ghép giới trong công tác cán bộ",
    "bình đẳng giới và vì sự tiến bộ của phụ nữ",
    "quyền của phụ nữ trong gia đình",
    "chia sẻ việc nhà để bình đẳng giới",
    "bình đẳng giới trong lĩnh vực lao động",
    "phụ nữ tham gia quản lý xã hội",
];
const AUDIENCES: [&str; 8] = [
    "hội viên phụ nữ",
    "đoàn viên thanh niên",
    "hội viên nông dân",
    "cán bộ và công chức",
    "người có uy tín trong đồng bào dân tộc Khmer",
    "phụ huynh học sinh",
    "người lao động",
    "người cao tuổi",
];
const OCCASIONS: [&str; 6] = [
    "nhân Tháng hành động vì bình đẳng giới",
    "nhân ngày Gia đình Việt Nam 28/6",
    "nhân ngày Quốc tế Phụ nữ 8/3",
    "theo kế hoạch năm",
    "tại địa bàn",
    "lồng ghép sinh hoạt định kỳ",
];
const PLACES: [&str; 5] =
    ["Nhà văn hóa ấp", "Hội trường UBND", "Trụ sở ấp", "Trường tiểu học", "Nhà sinh hoạt cộng đồng"];
const NOTES: [&str; 3] = ["Có danh sách kèm theo", "Phối hợp Hội Liên hiệp Phụ nữ", "Kinh phí xã"];

/// Bytes of a piece, about.
const PIECE: usize = 4 << 20;

/// Rows that are made one after the other.
pub(crate) struct Rows {
    communes: Vec<&'static str>,
    first: NaiveDate,
    random: Random,
    made: u32,
    rows: u32,
}

/// One row. The texts are kept from row to row.
#[derive(Default)]
struct Row {
    number: u32,
    day: NaiveDate,
    commune: &'static str,
    title: String,
    form: &'static str,
    events: u32,
    people: u32,
    women: u32,
    place: String,
    note: &'static str,
}

impl Rows {
    pub(crate) fn new(rows: u32, roster: &'static str) -> Self {
        let first = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap_or_default();
        Self { communes: communes(roster), first, random: Random(0x9E37_79B9_7F4A_7C15), made: 0, rows }
    }

    /// Some megabytes of lines; nothing once all rows are out.
    pub(crate) fn csv_piece(&mut self) -> Vec<u8> {
        let mut text = String::with_capacity(PIECE + 1024);
        if self.made == 0 {
            text.push_str(&HEADER.join(","));
            text.push_str("\r\n");
        }
        let mut row = Row::default();
        while text.len() < PIECE && self.next(&mut row) {
            // Writing into a string does not fail.
            let _ = row.write(&mut text);
        }
        text.into_bytes()
    }

    pub(crate) fn xlsx(&mut self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let created = ExcelDateTime::from_ymd(2025, 1, 15)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let sheet = book.add_worksheet();
        sheet.set_name("Nhật ký")?;
        sheet.write_row(0, 0, HEADER)?;
        let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
        let mut row = Row::default();
        while self.next(&mut row) {
            let at = row.number;
            sheet.write(at, 0, row.number)?;
            sheet.write_with_format(at, 1, row.serial_day()?, &date)?;
            for (column, text) in [(2, row.commune), (3, &row.title), (4, row.form), (8, &row.place), (9, row.note)] {
                if !text.is_empty() {
                    sheet.write(at, column, text)?;
                }
            }
            for (column, number) in [(5, row.events), (6, row.people), (7, row.women)] {
                sheet.write(at, column, number)?;
            }
        }
        book.save_to_buffer()
    }

    /// Makes the next row; `false` once all are out.
    fn next(&mut self, row: &mut Row) -> bool {
        if self.made == self.rows {
            return false;
        }
        self.made += 1;
        let random = &mut self.random;
        row.number = self.made;
        row.day = self.first + Days::new(u64::from(random.below(1461)));
        row.commune = random.pick(&self.communes);
        row.form = random.pick(&FORMS);
        row.events = if random.below(20) == 0 { 2 } else { 1 };
        row.people = 15 + random.below(120);
        row.women = row.people * (30 + random.below(60)) / 100;
        row.note = if random.below(4) == 0 { random.pick(&NOTES) } else { "" };
        random.title(&mut row.title);
        random.place(&mut row.place);
        true
    }
}

impl Row {
    /// As a line of CSV.
    fn write(&self, out: &mut String) -> std::fmt::Result {
        let quote = if self.title.contains(',') { "\"" } else { "" };
        let Self { number, commune, title, form, events, people, women, place, note, .. } = self;
        let day = self.day.format("%d/%m/%Y");
        write!(
            out,
            "{number},{day},{commune},{quote}{title}{quote},{form},{events},{people},{women},{place},{note}\r\n"
        )
    }

    fn serial_day(&self) -> Result<ExcelDateTime, XlsxError> {
        // SOURCE: day 1 of a workbook is 1900-01-01, with a 29 February 1900 that never was.
        let start = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
        let days = i32::try_from(self.day.signed_duration_since(start).num_days()).unwrap_or_default();
        ExcelDateTime::from_serial_datetime(f64::from(days))
    }
}

/// Names of communes that are one unit's alone: a log of communes has no column for the district.
fn communes(roster: &'static str) -> Vec<&'static str> {
    let all: Vec<&str> = roster.lines().filter_map(commune).collect();
    let once = |name: &&&str| all.iter().filter(|other| other == name).count() == 1;
    all.iter().filter(once).copied().collect()
}

/// `id,name,kind,…`
fn commune(line: &str) -> Option<&str> {
    let mut fields = line.split(',').skip(1);
    let (name, kind) = (fields.next()?, fields.next()?);
    (kind == "commune").then_some(name)
}

pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// xorshift64*: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = u32::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32).unwrap_or_default();
        u32::try_from((u64::from(high) * u64::from(bound)) >> 32).unwrap_or_default()
    }

    fn pick(&mut self, words: &[&'static str]) -> &'static str {
        words.get(self.below(count(words.len())) as usize).copied().unwrap_or_default()
    }

    /// Three of five titles come again and again, the others carry the number of a plan.
    fn title(&mut self, out: &mut String) {
        let (theme, audience) = (self.pick(&THEMES), self.pick(&AUDIENCES));
        out.clear();
        // Writing into a string does not fail.
        let _ = if self.below(5) < 3 {
            write!(out, "Tuyên truyền {theme} cho {audience} {}", self.pick(&OCCASIONS))
        } else {
            write!(out, "Truyền thông {theme} theo Kế hoạch số {}/KH-UBND", self.below(1_000_000))
        };
    }

    fn place(&mut self, out: &mut String) {
        out.clear();
        // Writing into a string does not fail.
        let _ = write!(out, "{} {}", self.pick(&PLACES), 1 + self.below(12));
    }
}
