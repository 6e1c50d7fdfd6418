//! Forms of superiors, blank, to be filled in place: Biểu số 09a with its header of three levels, and a table that names
//! communes.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// The rows of Biểu 09a, from 0: header, numbers, and the one to be filled.
const HEAD: u32 = 6;
const NUMBERS: u32 = HEAD + 3;
const DATA: u32 = NUMBERS + 1;

/// What stands in the row to be filled before anybody fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing but the formula of a sum.
    Blank,
    /// A number from last time, too.
    Old,
}

/// Biểu số 09a as SOURCE S1 of `headers.md` gives it: letterhead, three levels of merged headers with units of measure, a row
/// of numbers 1 to 14, one row of data with a formula in column 10, signatures; a second sheet with directions.
///
/// # Errors
/// The writer refuses it.
pub fn form_09a(standing: Standing) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = framed().set_bold().set_text_wrap().set_background_color(0xDD_EB_F7);
    let sheet = book.add_worksheet();
    sheet.set_name("Biểu 09a")?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    letterhead(sheet)?;
    levels(sheet, &head)?;
    for column in 0..14_u16 {
        sheet.write_number_with_format(NUMBERS, column, f64::from(column) + 1.0, &framed().set_italic())?;
        sheet.set_column_width(column, 9.5)?;
        let cell = framed().set_num_format("#,##0").set_font_color(0x1F_4E_79);
        sheet.write_blank(DATA, column, &cell)?;
    }
    let sum = framed().set_bold().set_num_format("#,##0");
    sheet.write_formula_with_format(DATA, 9, "=SUM(K11:N11)", &sum)?;
    if standing == Standing::Old {
        sheet.write_number_with_format(DATA, 0, 7.0, &framed().set_num_format("#,##0"))?;
    }
    for (row, height) in [(HEAD + 1, 34.0), (HEAD + 2, 62.0), (DATA, 28.0)] {
        sheet.set_row_height(row, height)?;
    }
    signatures(sheet)?;
    let directions = book.add_worksheet();
    directions.set_name("Hướng dẫn")?;
    directions.write_string(0, 0, "Cột 1: số cuộc tuyên truyền miệng trong kỳ.")?;
    directions.write_formula(1, 0, "='Biểu 09a'!J11*2")?;
    book.save_to_buffer()
}

fn framed() -> Format {
    Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(11)
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

fn letterhead(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let plain = Format::new().set_font_name("Times New Roman").set_text_wrap();
    sheet.merge_range(0, 0, 0, 3, "Biểu số: 09a", &plain)?;
    sheet.merge_range(1, 0, 2, 3, "Ban hành kèm theo Quyết định số: /2012/QĐ-UBND ngày ……", &plain)?;
    sheet.merge_range(0, 9, 0, 13, "- Đơn vị báo cáo: Ủy ban nhân dân xã/phường/thị trấn", &plain)?;
    sheet.merge_range(1, 9, 2, 13, "- Đơn vị nhận báo cáo: Ủy ban nhân dân huyện (Phòng Tư pháp)", &plain)?;
    let title = plain.set_bold().set_font_size(13).set_align(FormatAlign::Center);
    let text = "KẾT QUẢ THỰC HIỆN CÔNG TÁC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT TẠI ĐỊA BÀN XÃ";
    sheet.merge_range(3, 0, 3, 13, text, &title)?;
    sheet.merge_range(4, 0, 4, 13, "(6 tháng, năm)", &title)?;
    Ok(())
}

fn levels(sheet: &mut Worksheet, head: &Format) -> Result<(), XlsxError> {
    sheet.merge_range(HEAD, 0, HEAD, 8, "Hình thức tuyên truyền pháp luật (TTPL)", head)?;
    sheet.merge_range(HEAD, 9, HEAD, 13, "Số lượng tài liệu TTPL được phát hành miễn phí (bản)", head)?;
    for (first, last, text) in [
        (0, 1, "Tuyên truyền (TT) miệng pháp luật (PL)"),
        (3, 4, "Thi tìm hiểu PL"),
        (5, 6, "Câu lạc bộ PL"),
        (7, 8, "Tủ sách PL cấp xã"),
    ] {
        sheet.merge_range(HEAD + 1, first, HEAD + 1, last, text, head)?;
    }
    for (column, text) in [
        (2, "Số chương trình TTPL trên hệ thống truyền thanh cấp xã (Chương trình)"),
        (9, "Tổng số"),
        (10, "Tờ rơi, tờ gấp"),
        (11, "Sách"),
        (12, "Băng-đĩa hình, băng-đĩa tiếng"),
        (13, "Tài liệu khác"),
    ] {
        sheet.merge_range(HEAD + 1, column, HEAD + 2, column, text, head)?;
    }
    for (column, text) in [
        (0, "Số cuộc TT (Cuộc)"),
        (1, "Số lượt người được TT (Lượt người)"),
        (3, "Số cuộc thi (Cuộc)"),
        (4, "Số lượt người dự thi (Lượt người)"),
        (5, "Số câu lạc bộ (Câu lạc bộ)"),
        (6, "Số người là thành viên Câu lạc bộ (Người)"),
        (7, "Số lượng tủ sách (Tủ sách)"),
        (8, "Số lượt người đọc, mượn (Lượt người)"),
    ] {
        sheet.write_string_with_format(HEAD + 2, column, text, head)?;
    }
    Ok(())
}

fn signatures(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let plain = Format::new().set_font_name("Times New Roman").set_align(FormatAlign::Center);
    sheet.merge_range(DATA + 2, 0, DATA + 2, 4, "Người lập biểu (Ký, ghi rõ họ, tên)", &plain)?;
    sheet.merge_range(DATA + 2, 9, DATA + 2, 13, "TM. ỦY BAN NHÂN DÂN", &plain)?;
    Ok(())
}

/// A table of a district that names communes, one a row, with sums below; the header is one row and has no numbers.
///
/// # Errors
/// The writer refuses it.
pub fn table_of_communes(communes: &[&str]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Tổng hợp")?;
    sheet.write_string(0, 0, "BẢNG TỔNG HỢP CÔNG TÁC TRUYỀN THÔNG")?;
    let head =
        ["STT", "Đơn vị", "Số cuộc truyền thông", "Số người tham dự", "Số tin, bài", "Kinh phí (đồng)", "Ghi chú"];
    for (column, text) in (0..).zip(head) {
        sheet.write_string_with_format(2, column, text, &framed().set_bold())?;
    }
    let last = u32::try_from(communes.len()).unwrap_or(u32::MAX);
    for (row, commune) in (0..last).zip(communes) {
        sheet.write_number_with_format(3 + row, 0, f64::from(row) + 1.0, &framed())?;
        sheet.write_string_with_format(3 + row, 1, *commune, &framed())?;
        for column in 2..7 {
            sheet.write_blank(3 + row, column, &framed())?;
        }
    }
    sheet.write_string_with_format(3 + last, 1, "Tổng cộng", &framed())?;
    for (column, letter) in (2..).zip(["C", "D", "E"]) {
        sheet.write_formula(3 + last, column, format!("=SUM({letter}4:{letter}{})", 3 + last).as_str())?;
    }
    book.save_to_buffer()
}
