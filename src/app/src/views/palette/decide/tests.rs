use super::*;
use domain::{Life, NaiveDate, UnitIndex, UnitKind, UnitLine, UnitSource};

fn unit(number: u32, name: &str, parent: &str) -> UnitLine {
    let (id, name, parent) = (format!("u{number}"), name.to_owned(), parent.to_owned());
    let (kind, source, life) = (UnitKind::Commune, UnitSource::Shipped, Life::default());
    UnitLine { unit: UnitIndex(number), id, name, parent, kind, source, life }
}

fn field(year: Option<i32>) -> Field {
    let since = Life { from: NaiveDate::from_ymd_opt(2025, 7, 1), to: None };
    let units = [
        unit(1, "Xã Vĩnh Hòa Hiệp", "Huyện Châu Thành"),
        unit(2, "Xã Hòa Hưng", "Huyện Giồng Riềng"),
        UnitLine { life: since, ..unit(3, "Xã Hòa Hưng mới", "") },
        UnitLine { source: UnitSource::User, ..unit(4, "Ấp Lịch Sử", "Xã Hòa Hưng") },
    ];
    Field {
        language: Language::Vi,
        year,
        is_province: true,
        input: Input::None,
        plan: None,
        names: Some(Rc::new(UnitNames::new(&units))),
        samples: vec![Sample::Province],
        page: PageSettings::default(),
    }
}

fn labels(year: Option<i32>, search: &str) -> Vec<String> {
    found(&lines(&field(year)), search).first.into_iter().map(|line| line.label).collect()
}

#[test]
fn a_unit_is_found_without_accents_and_led_to() {
    let found = found(&lines(&field(Some(2024))), "vinh hoa");
    let key = crate::route::UnitKey::Shipped("u1".to_owned());
    assert_eq!(found.first.first().map(|line| &line.act), Some(&Act::Open(Route::Unit(UnitView::of(key)))));
    assert_eq!(found.of, 1);
}

#[test]
fn the_package_is_offered_to_those_who_see_the_whole_province() {
    let package = Act::Download(Download::Package);
    let offered = |field: &Field| lines(field).iter().any(|line| line.act == package);
    assert!(offered(&field(Some(2024))));
    assert!(!offered(&Field { is_province: false, ..field(Some(2024)) }));
    assert!(!offered(&field(None)), "there is nothing to pack yet");
}

#[test]
fn beginnings_of_words_go_before_middles_and_screens_before_units() {
    assert_eq!(
        labels(Some(2024), "lich"),
        ["Lịch", "Lịch gợi ý (.ics)", "Lịch gợi ý (Excel)", "Lịch gợi ý (CSV)", "Ấp Lịch Sử"]
    );
    assert_eq!(labels(Some(2024), "hoa"), ["Xã Hòa Hưng", "Kế hoạch", "Xã Vĩnh Hòa Hiệp", "Ấp Lịch Sử"]);
    assert_eq!(labels(Some(2024), "xa hoa hung"), ["Xã Hòa Hưng", "Ấp Lịch Sử"]);
    assert_eq!(labels(Some(2024), "hoa hung"), ["Xã Hòa Hưng", "Ấp Lịch Sử"]);
    assert!(labels(Some(2024), "oa hun").starts_with(&["Xã Hòa Hưng".to_owned()]));
}

#[test]
fn units_of_other_years_and_all_before_there_are_data_are_left_out() {
    assert!(!labels(Some(2024), "hoa hung").contains(&"Xã Hòa Hưng mới".to_owned()));
    assert!(labels(Some(2025), "hoa hung").contains(&"Xã Hòa Hưng mới".to_owned()));
    assert!(labels(None, "hoa hung").is_empty());
    assert!(labels(None, "tong quan").is_empty());
    assert_eq!(labels(None, "bieu mau"), ["Biểu mẫu Excel"]);
}

#[test]
fn the_other_language_and_words_without_signs_find_too() {
    assert_eq!(labels(Some(2024), "privacy"), ["Riêng tư"]);
    assert_eq!(labels(Some(2024), "neu thi"), ["Nếu…thì"]);
    assert_eq!(labels(Some(2024), ".ics"), ["Lịch gợi ý (.ics)"]);
    assert!(labels(Some(2024), "zzz").is_empty());
    assert_eq!(labels(None, "guide"), ["Hướng dẫn"]);
}

#[test]
fn without_a_word_the_screens_are_shown_and_the_rest_is_counted() {
    let all = found(&lines(&field(Some(2024))), "  ");
    assert_eq!((all.first.len(), all.first.first().map(|line| line.offer)), (SHOWN, Some(Offer::Screen)));
    assert!(all.of > 20);
}

#[test]
fn a_unit_of_the_users_own_is_never_named_in_its_address() {
    let line = found(&lines(&field(Some(2024))), "ap lich su").first.first().cloned().unwrap();
    let Act::Open(route) = line.act else { panic!() };
    assert_eq!(route.hash(), "#/don-vi?n=4");
}

#[test]
fn the_marking_goes_round() {
    for (active, step, of, then) in [
        (0, Move::Down, 3, 1),
        (2, Move::Down, 3, 0),
        (0, Move::Up, 3, 2),
        (1, Move::Up, 3, 0),
        (0, Move::Down, 0, 0),
        (0, Move::Up, 0, 0),
    ] {
        assert_eq!(next(active, step, of), then);
    }
}
