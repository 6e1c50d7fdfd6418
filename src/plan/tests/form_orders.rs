//! Orders of columns: what lint prints about wrong ones, and that those which ship or are written by the page are sound.
#![expect(clippy::unwrap_used, reason = "a test that cannot read must fail")]

mod templates;

use domain::{Bilingual, FormOrder, FormsSlice, RowColumn};
use std::fs;
use std::path::Path;
use templates::files;

fn read(file: &Path) -> Result<FormOrder, Vec<plan::Problem>> {
    plan::form_order(file.file_name().unwrap().to_str().unwrap(), &fs::read_to_string(file).unwrap())
}

#[test]
fn every_wrong_order_is_told_as_its_golden_file_says() {
    templates::check("tests/forms", |name, text| plan::form_order(name, text).err().unwrap_or_default());
}

#[test]
fn what_ships_is_read_back_as_it_is_written() {
    let shipped = files("../../rules/forms");
    assert!(shipped.len() >= 2);
    for file in shipped {
        let order = read(&file).unwrap();
        assert!(FormOrder::is_told_by(&order.text()));
        assert_eq!(plan::form_order("again.toml", &order.text()), Ok(order));
    }
}

#[test]
fn an_order_put_together_on_the_page_is_a_sound_template() {
    let shipped: Vec<FormOrder> = files("../../rules/forms").iter().map(|file| read(file).unwrap()).collect();
    let forms = FormsSlice { own: None, shipped };
    let title = Bilingual { vi: "Bảng \"A\\B\"\n".to_owned(), en: "Mine".to_owned() };
    let order = forms.ordered(title, &[RowColumn::News, RowColumn::Blank, RowColumn::Unit, RowColumn::Cost]);
    assert!(order.columns.iter().all(|column| column.words.is_empty() == (column.holds == RowColumn::Blank)));
    assert_eq!(plan::form_order("mine.toml", &order.text()), Ok(order));
}

#[test]
fn the_order_in_the_read_me_is_sound() {
    for read_me in ["../../rules/forms/README.md", "../../rules/forms/README.vi.md"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(read_me)).unwrap();
        let (_, rest) = text.split_once("```toml,order\n").unwrap();
        let (order, _) = rest.split_once("```").unwrap();
        assert_eq!(plan::form_order(read_me, order).unwrap().columns.len(), 3);
        assert!(RowColumn::ALL.iter().all(|column| text.contains(&format!("| `{}` |", column.code()))), "{read_me}");
    }
}
