use super::*;

/// `text ; year of the context or nothing ; canonical span, "none", "unreadable" or "range"`
const CASES: &str = include_str!("../../../tests/cases/dates.csv");

#[test]
fn every_form_of_date_is_read_as_the_case_file_says() {
    let mut wrong = Vec::new();
    for line in CASES.lines().skip(1).filter(|line| !line.is_empty()) {
        let mut fields = line.split(';').map(str::trim);
        let (text, year, expected) = (fields.next().unwrap(), fields.next().unwrap(), fields.next().unwrap());
        let context = DateContext { year: year.parse().ok(), ..DateContext::default() };
        let value = Value::Text(text.into());
        let read = match read_date(&value, &context) {
            Ok(Some(span)) => span.to_string(),
            Ok(None) => "none".to_owned(),
            Err(DateProblem::Unreadable) => "unreadable".to_owned(),
            Err(DateProblem::OutOfRange) => "range".to_owned(),
        };
        if read != expected {
            wrong.push(format!("{text} ({year}): {read}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_of_a_date_column_are_serials_years_or_day_and_month() {
    let context = DateContext { year: Some(2024), ..DateContext::default() };
    let read = |number: f64| read_date(&Value::Number(number), &context).unwrap().unwrap().to_string();
    assert_eq!(read(45359.0), "2024-03-08");
    assert_eq!(read(45359.5), "2024-03-08");
    assert_eq!(read(2024.0), "2024");
    assert_eq!(read(8.3), "2024-03-08");
    assert_eq!(read_date(&Value::Number(7.0), &context), Err(DateProblem::Unreadable));
}

#[test]
fn the_user_may_say_that_months_come_first() {
    let context = DateContext { order: DayOrder::MonthFirst, ..DateContext::default() };
    let read = read_date(&Value::Text("03/05/2023".into()), &context).unwrap().unwrap();
    assert_eq!(read.to_string(), "2023-03-05");
}

#[test]
fn periods_are_found_inside_names_and_titles() {
    for (text, expected) in [
        ("Quý I/2024", "2024-Q1"),
        ("T3-2024", "2024-03"),
        ("Q1_2024", "2024-Q1"),
        ("QIII/2024", "2024-Q3"),
        ("BC 6T đầu năm 2024", "2024-H1"),
        ("BC 6T-2024", "2024-H1"),
        ("T12.2024", "2024-12"),
        ("KẾT QUẢ TRUYỀN THÔNG 6 tháng đầu năm 2024", "2024-H1"),
        ("Báo cáo năm 2024 của xã", "2024"),
        ("số liệu từ ngày 15/12/2023 đến ngày 14/6/2024", "2023-12-15/2024-06-14"),
        ("Theo dõi quý IV năm 2023", "2023-Q4"),
        ("theo-doi-bdg-nam-2024.xlsx", "2024"),
    ] {
        assert_eq!(read_period(text).map(|span| span.to_string()).as_deref(), Some(expected), "{text}");
    }
    for text in ["Kế hoạch số 331/KH-UBND", "Sheet1", "Điểm 2.6 khoản III", "Biểu số 09a"] {
        assert_eq!(read_period(text), None, "{text}");
    }
}

#[test]
fn parts_of_the_year_are_read_without_a_year() {
    for (text, expected) in [
        ("Quý I", Some(YearPart::Quarter(1))),
        ("QUÝ 4", Some(YearPart::Quarter(4))),
        ("QIV", Some(YearPart::Quarter(4))),
        ("QI", Some(YearPart::Quarter(1))),
        ("Q.II", Some(YearPart::Quarter(2))),
        ("6T", Some(YearPart::Half(1))),
        ("6T đầu năm", Some(YearPart::Half(1))),
        ("6T cuối năm", Some(YearPart::Half(2))),
        ("T12", Some(YearPart::Month(12))),
        ("T3", Some(YearPart::Month(3))),
        ("Tháng 12", Some(YearPart::Month(12))),
        ("6 tháng đầu năm", Some(YearPart::Half(1))),
        ("6 tháng đầu", Some(YearPart::Half(1))),
        ("Cả năm", Some(YearPart::Year)),
        ("Số cuộc", None),
    ] {
        assert_eq!(read_year_part(text), expected, "{text}");
    }
}
