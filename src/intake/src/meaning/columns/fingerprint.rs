//! A table's key: what the user's choices are remembered by.
//!
//! It decides which tables are "the same table again": those of one file name and sheet name with the same headers, so
//! that a choice survives every correction of the file. Ten communes fill in one form: their files have the same sheet
//! and headers, and "which unit is this table?" has ten answers; so the file's name belongs to the key. It never looks
//! at rows or titles.

use crate::fold::fold;
use crate::grid::Table;

/// FNV-1a, 64 bits: offset basis and prime.
// SOURCE: Fowler, Noll, Vo; draft-eastlake-fnv, §5.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// 16 hex digits: FNV-1a of the folded file name, sheet name and header levels, in the order of columns.
///
/// The file name ends with U+001D, columns begin with U+001E and levels end with U+001F, so that `["a", "b"]` and
/// `["a b"]` differ. The key is stored in people's files: never change what goes into it.
pub fn fingerprint(table: &Table) -> String {
    let columns = table.columns.iter().map(|column| {
        let levels: String = column.headers.iter().map(|level| format!("{}\u{1f}", fold(level))).collect();
        format!("\u{1e}{levels}")
    });
    let text = format!("{}\u{1d}{}{}", fold(&table.file), fold(&table.sheet), columns.collect::<String>());
    format!("{:016x}", text.bytes().fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Column;

    fn table(sheet: &str, headers: &[&[&str]]) -> Table {
        table_of("bao-cao.xlsx", sheet, headers)
    }

    fn table_of(file: &str, sheet: &str, headers: &[&[&str]]) -> Table {
        let column = |(index, levels): (usize, &&[&str])| Column {
            index: index as u32,
            headers: levels.iter().map(|level| (*level).to_owned()).collect(),
            hidden: false,
        };
        Table {
            file: file.into(),
            sheet: sheet.into(),
            header_row: 1,
            title_lines: vec![],
            footer_lines: vec![],
            columns: headers.iter().enumerate().map(column).collect(),
            rows: crate::grid::Rows::default(),
        }
    }

    #[test]
    fn the_key_is_the_published_hash_and_never_changes() {
        assert_eq!(fingerprint(&table_of("", "", &[])), "af63d04c8601d828");
        assert_eq!(fingerprint(&table_of("B.csv", "A", &[])), "752f0128083ebef9");
    }

    #[test]
    fn spelling_does_not_matter_but_sheet_order_and_levels_do() {
        let key = fingerprint(&table("Quý I", &[&["Đơn vị"], &["Số cuộc"]]));
        assert_eq!(key, fingerprint(&table("QUÝ  I", &[&["ĐƠN VỊ "], &["So cuoc"]])));
        assert_ne!(key, fingerprint(&table("Quý II", &[&["Đơn vị"], &["Số cuộc"]])));
        assert_ne!(key, fingerprint(&table("Quý I", &[&["Số cuộc"], &["Đơn vị"]])));
        assert_ne!(key, fingerprint(&table("Quý I", &[&["Đơn vị", "Số cuộc"]])));
    }

    #[test]
    fn one_form_filled_in_by_two_communes_is_two_tables() {
        let headers: &[&[&str]] = &[&["Ngày"], &["Nội dung"]];
        let key = |file| fingerprint(&table_of(file, "Nhật ký", headers));
        assert_ne!(key("Xã Tân Thành.xlsx"), key("Xã Tân Hội.xlsx"));
        assert_eq!(key("Xã Tân Thành.xlsx"), key("xa tan thanh.XLSX"));
        assert_ne!(fingerprint(&table_of("a", "b", headers)), fingerprint(&table_of("", "ab", headers)));
    }
}
