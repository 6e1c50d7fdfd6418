//! Project files that were once written open in every later build, with what they held.
#![expect(clippy::expect_used, reason = "a test may stop at what it did not expect")]

use domain::{FormChoice, FormOrder};
use report::project::{self, Project};
use std::path::PathBuf;

fn case(name: &str) -> Project {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/projects").join(name);
    project::read(&std::fs::read(path).expect("the case is there")).expect("it opens")
}

#[test]
fn a_file_from_before_there_was_a_calendar_opens_with_all_that_it_held() {
    let Project { files, rows, options } = case("1-before-calendars.doichieu.json");
    assert_eq!(files, [("a.csv".to_owned(), "Đơn vị,Ngày\n".as_bytes().to_vec())]);
    assert_eq!(rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Bình đẳng giới trong nhà trường"]);
    assert_eq!(options.as_of.map(|day| day.to_string()).as_deref(), Some("2024-10-15"));
    assert_eq!(
        (options.columns.len(), options.units.len(), options.kinds.len(), options.month_first.len()),
        (1, 1, 1, 1)
    );
    assert_eq!(options.readings.get("absence").map(String::as_str), Some("zero"));
    assert_eq!((options.ticks.len(), options.calendar), (0, domain::CalendarChoices::default()));
}

#[test]
fn a_file_with_an_order_of_columns_opens_with_it_and_one_from_before_has_none() {
    let with = case("1-with-a-form.doichieu.json").options.form;
    let FormChoice::Own { name, text } = with else { panic!("the order is lost") };
    assert_eq!(name, "so-noi-vu.toml");
    assert!(FormOrder::is_told_by(&text));
    assert_eq!(case("1-before-calendars.doichieu.json").options.form, FormChoice::Shipped);
}

#[test]
fn every_case_is_written_again_as_this_version_and_read_back_the_same() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/projects");
    let names =
        std::fs::read_dir(folder).expect("there are cases").map(|entry| entry.expect("it is listed").file_name());
    for name in names {
        let opened = case(&name.to_string_lossy());
        let again = project::read(&project::write(&opened).expect("it is written"));
        assert_eq!(again, Ok(opened), "{name:?}");
    }
}
