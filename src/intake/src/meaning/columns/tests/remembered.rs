//! Columns whose meaning is known by the headers of their table.

use super::*;

#[test]
fn a_column_known_by_its_headers_gives_way_to_a_choice_for_the_very_table() {
    let table = table("Đơn vị|Ngày|Số người=3");
    let choice = |table: String, field| ColumnChoice { table, column: 2, field };
    let by_headers = choice(domain::header_key(&meaning(&table).columns).unwrap(), Field::Women);
    let own = choice(fingerprint(&table), Field::Men);
    for (columns, field) in [(vec![by_headers.clone()], Field::Women), (vec![own, by_headers], Field::Men)] {
        assert_eq!(
            understand(&table, &vocabulary(), &Options { columns, ..Options::default() }).columns[2].field,
            field
        );
    }
}
