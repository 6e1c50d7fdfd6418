//! What must hold of any bytes: reading never panics, loses no letter of a text and invents none.
//!
//! One function a target. Each takes bytes and panics if something does not hold; bytes that make no trial are passed over.

use domain::{NaiveDate, Options, Roster, Span, Vocabulary};
use intake::grid::Value;
use intake::meaning::dates::{DateContext, DayOrder, read_date, read_period, read_year_part};
use intake::meaning::numbers::{read_count, read_count_text, read_money};
use intake::read::{Plain, plain, read_files};
use intake::{Input, read};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Longer inputs find nothing that shorter ones do not.
const LONGEST: usize = 16 << 10;

/// Any bytes can be read as text, and a text is the same in every encoding that says what it is.
pub fn encoding(bytes: &[u8]) {
    let bytes = head(bytes);
    drop(plain(Cursor::new(bytes)));
    let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| !text.starts_with('\u{feff}')) else { return };
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect();
    let forms: [Vec<u8>; 3] = [format!("\u{feff}{text}").into(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)];
    let [first, rest @ ..] = forms.map(|form| plain(Cursor::new(form)));
    for other in rest {
        assert_eq!(first, other);
    }
}

/// The records of a text hold its letters and digits, each once and in order.
pub fn dialect(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(head(bytes)) else { return };
    let marked = format!("\u{feff}{text}");
    let Ok(split) = plain(Cursor::new(&marked)) else { return };
    // NULs fill up what a program did not write.
    let written = text.replace('\0', "");
    let names_its_delimiter = written.lines().next().is_some_and(|line| line.to_lowercase().contains("sep="));
    if !names_its_delimiter {
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        assert_eq!(fields(&split).map(letters).collect::<String>(), letters(text));
    }
    let numbers = split.records.iter().map(|(number, _)| *number);
    assert!(numbers.clone().zip(numbers.skip(1)).all(|(one, next)| one < next), "{split:?}");
}

fn fields(plain: &Plain) -> impl Iterator<Item = &str> {
    plain.records.iter().flat_map(|(_, fields)| fields.iter().map(String::as_str))
}

/// A date that is read lies in 2000–2100, whatever the row and the sheet say.
pub fn dates(bytes: &[u8]) {
    let mut feed = Feed(head(bytes));
    let order = if feed.byte() % 2 == 0 { DayOrder::DayFirst } else { DayOrder::MonthFirst };
    let year = (feed.byte() % 2 == 0).then(|| i32::from(feed.byte()) + 1900);
    let context = DateContext { year, period: None, order };
    let number = f64::from_bits(feed.word());
    let text = String::from_utf8_lossy(feed.0);
    let read = [read_date(&Value::Number(number), &context), read_date(&Value::Text(text.as_ref().into()), &context)];
    let (first, last) = (NaiveDate::from_ymd_opt(2000, 1, 1), NaiveDate::from_ymd_opt(2100, 12, 31));
    let is_sound = |span: &Span| Some(span.from()) >= first && Some(span.to()) <= last && span.from() <= span.to();
    assert!(read.into_iter().flatten().flatten().all(|span| is_sound(&span)), "{text:?} {number} {context:?}");
    assert!(read_period(&text).iter().all(is_sound), "{text:?}");
    let _ = read_year_part(&text);
}

/// A count that is read is written in the cell: its digits stand there.
pub fn numbers(bytes: &[u8]) {
    let mut feed = Feed(head(bytes));
    let number = f64::from_bits(feed.word());
    if let Ok(Some(count)) = read_count(&Value::Number(number)) {
        assert!(f64::from(count) == number, "{number} is not {count}");
    }
    let _ = read_money(&Value::Number(number));
    let text = String::from_utf8_lossy(feed.0);
    let value = Value::Text(text.as_ref().into());
    if let Ok(Some(count)) = read_count(&value) {
        let has_digit = text.chars().any(char::is_numeric);
        assert!(has_digit || count < 1_000, "{text:?} is not {count}");
    }
    let _ = read_money(&value);
    let _ = read_count_text(&text, &Vocabulary::default());
}

/// The rows of the tables found in a sheet keep their order, whatever is merged.
pub fn layout(bytes: &[u8]) {
    let mut feed = Feed(head(bytes));
    let is_text = feed.byte() % 2 == 0;
    let sheet = made_up(&mut feed);
    let file = if is_text { as_text(&sheet) } else { as_workbook(&sheet, &mut feed) };
    let size = file.len() as u64;
    let read = read_files("f", Cursor::new(file), size, &BTreeMap::new(), &mut ());
    for table in read.into_iter().flatten().flat_map(|file| file.tables) {
        let numbers: Vec<u32> = table.rows.iter().map(|row| row.number).collect();
        assert!(numbers.iter().all(|number| *number > table.header_row), "{} {numbers:?}", table.header_row);
        assert!(numbers.iter().zip(numbers.iter().skip(1)).all(|(one, next)| one < next), "{numbers:?}");
        assert!(table.columns.iter().zip(table.columns.iter().skip(1)).all(|(one, next)| one.index < next.index));
    }
}

/// The whole of reading, from any bytes, beside a roster of the user's own.
pub fn workbooks(bytes: &[u8]) {
    let file = head(bytes);
    let units = include_bytes!("../../../src/intake/tests/cases/facts/own_roster/units.csv").as_slice();
    let input = |name: &str, bytes: &'static [u8]| Input {
        name: name.to_owned(),
        size: bytes.len() as u64,
        bytes: Box::new(Cursor::new(bytes)),
    };
    let any = Input { name: "bao-cao.csv".to_owned(), size: file.len() as u64, bytes: Box::new(Cursor::new(file)) };
    let as_of = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap_or_default();
    let inputs = vec![input("units.csv", units), any];
    drop(read(inputs, Roster::default(), &Vocabulary::default(), &Options::default(), as_of, &mut ()));
}

fn head(bytes: &[u8]) -> &[u8] {
    bytes.get(..LONGEST).unwrap_or(bytes)
}

/// Bytes, taken one by one; zeros when they run out.
struct Feed<'a>(&'a [u8]);

impl Feed<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn word(&mut self) -> u64 {
        (0..8).fold(0, |word, _| word << 8 | u64::from(self.byte()))
    }
}

/// What cells of official tables hold.
const CELLS: [&str; 40] = [
    "",
    "",
    "",
    "",
    "STT",
    "TT",
    "Đơn vị",
    "Ngày",
    "Nội dung",
    "Số cuộc",
    "Số người",
    "Quý I",
    "Quý II",
    "Năm 2024",
    "Kế hoạch",
    "Thực hiện",
    "Tổng cộng",
    "Cộng",
    "I",
    "II",
    "1",
    "2",
    "1.1",
    "a)",
    "- ",
    "A",
    "B",
    "(1)",
    "(3=1+2)",
    "I. Huyện Giồng Riềng",
    "Xã Thạnh Lộc",
    "08/3/2024",
    "120",
    "Ghi chú: số liệu tạm",
    "Người lập biểu",
    "x",
    "BÁO CÁO\nquý I năm 2024",
    "Đơn vị báo cáo: Xã A",
    "Trong đó",
    "#REF!",
];

fn cell(feed: &mut Feed<'_>) -> &'static str {
    CELLS.get(usize::from(feed.byte()) % CELLS.len()).copied().unwrap_or_default()
}

/// Rows of cells; an empty row is blank.
fn made_up(feed: &mut Feed<'_>) -> Vec<Vec<&'static str>> {
    let width = usize::from(feed.byte() % 8) + 1;
    let mut rows = Vec::new();
    while !feed.0.is_empty() && rows.len() < 64 {
        let cells = if feed.byte().is_multiple_of(8) { 0 } else { width };
        rows.push((0..cells).map(|_| cell(feed)).collect());
    }
    rows
}

fn as_text(sheet: &[Vec<&str>]) -> Vec<u8> {
    let cell = |text: &&str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &Vec<&str>| row.iter().map(cell).collect::<Vec<_>>().join(";") + "\n";
    sheet.iter().map(line).collect::<String>().into()
}

/// A workbook of it, its columns of numbers typed, with some regions merged.
fn as_workbook(sheet: &[Vec<&str>], feed: &mut Feed<'_>) -> Vec<u8> {
    let mut worksheet = Worksheet::new();
    for (row, cells) in (0..).zip(sheet) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            let written = match text.parse::<f64>() {
                Ok(number) => worksheet.write(row, column, number).map(drop),
                Err(_) => worksheet.write(row, column, *text).map(drop),
            };
            assert!(written.is_ok());
        }
    }
    for _ in 0..feed.byte() % 4 {
        let (top, left) = (u32::from(feed.byte() % 32), u16::from(feed.byte() % 8));
        let (bottom, right) = (top + u32::from(feed.byte() % 4), left + u16::from(feed.byte() % 4));
        let text = cell(feed);
        // Regions that overlap are refused.
        let _ = worksheet.merge_range(top, left, bottom, right, text, &Format::new());
    }
    let mut book = Workbook::new();
    book.push_worksheet(worksheet);
    book.save_to_buffer().unwrap_or_default()
}
