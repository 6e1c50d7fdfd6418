use super::*;

fn row(number: u32, cells: &[(u32, &str)]) -> SparseRow {
    SparseRow { number, cells: cells.iter().map(|(column, text)| (*column, Value::Text((*text).into()))).collect() }
}

fn shown(rows: &SheetRows) -> Vec<(u32, String)> {
    let cells = |row: SheetRow<'_>| row.cells().map(|(at, value)| format!("{at}{} ", value.text())).collect();
    rows.all().iter().map(|row| (row.number, cells(row))).collect()
}

#[test]
fn full_rows_and_rows_with_gaps_give_back_their_cells() {
    for columns in [vec![0, 1, 2], vec![3], vec![2, 4], vec![0, 9, 16_383], vec![5, 6, 9]] {
        let cells: Vec<(u32, &str)> = columns.iter().map(|column| (*column, "x")).collect();
        let rows: SheetRows = [row(1, &cells)].into_iter().collect();
        let row = rows.get(0).unwrap();
        assert_eq!(row.symbols().map(|(column, _)| column).collect::<Vec<_>>(), columns);
        assert_eq!(row.symbols().rev().map(|(column, _)| column).collect::<Vec<_>>(), {
            let mut back = columns.clone();
            back.reverse();
            back
        });
        let held: Vec<u32> = (0..16_384).filter(|column| row.get(*column).is_some()).collect();
        assert_eq!((held, row.len(), row.last_column()), (columns.clone(), columns.len(), columns[columns.len() - 1]));
    }
}

#[test]
fn jumbled_cells_are_put_in_order() {
    let jumbled = [row(2, &[(1, "a")]), row(2, &[(0, "b")]), row(1, &[(3, "c")]), row(2, &[(0, "d"), (2, "e")])];
    let rows = jumbled.into_iter().collect::<SheetRows>().finished();
    assert_eq!(shown(&rows), [(1, "3c ".to_owned()), (2, "0b 1a 2e ".to_owned())]);
}

#[test]
fn rows_beyond_a_block_keep_their_places() {
    let number = BLOCK as u32 * 2 + 1;
    let mut rows: SheetRows = (0..number).map(|at| row(at + 1, &[(1, &at.to_string())])).collect();
    let places = [BLOCK - 1, BLOCK, BLOCK * 2];
    let symbol = rows.intern(Value::Text("mới".into()));
    rows.fill(places.iter().flat_map(|place| [(*place, 0, symbol), (*place, 1, symbol)]).collect());
    for place in 0..rows.len() {
        let row = rows.get(place).unwrap();
        let first = row.get(0).map(|value| value.text());
        assert_eq!(first, places.contains(&place).then(|| "mới".to_owned()));
        assert_eq!((row.number as usize, row.get(1).unwrap().text()), (place + 1, place.to_string()));
    }
    let slice = rows.range(BLOCK - 1..BLOCK + 1);
    assert_eq!(slice.iter().map(|row| row.number as usize).collect::<Vec<_>>(), [BLOCK, BLOCK + 1]);
}
