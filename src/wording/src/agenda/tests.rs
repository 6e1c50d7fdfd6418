use super::*;
use domain::{ActivityKind, Period};

#[test]
fn an_item_says_what_to_do_with_its_mark_and_number() {
    let item = AgendaItem {
        date: NaiveDate::from_ymd_opt(2024, 11, 15).unwrap(),
        unit: None,
        kind: ItemKind::Activity(ActivityKind::Event),
        tags: vec!["action_month".into()],
        number: 2,
        closes: vec![Closes { target: "T5".into(), period: Period::Quarter(2024, 4) }],
        earliest: "2024-10-01".parse().unwrap(),
        latest: NaiveDate::from_ymd_opt(2024, 12, 31).unwrap(),
        peak: None,
        reason: domain::DayReason::OnlyDay,
        unmet: Vec::new(),
    };
    assert_eq!(item_title(Language::Vi, &item), "Cuộc truyền thông (Tháng hành động), lần 2");
    assert_eq!(item.closes.iter().map(|closes| gap(Language::Vi, closes)).collect::<String>(), "MT5 quý IV");
}

#[test]
fn people_who_cannot_be_reached_any_more_are_told_as_people() {
    let need = |people| Need {
        target: "T5".into(),
        unit: None,
        unit_kind: domain::UnitKind::Commune,
        period: Period::Quarter(2024, 4),
        window: domain::Span::quarter(2024, 4).unwrap(),
        missing: 1,
        kind: NeedKind::Activity {
            kinds: vec![ActivityKind::Event],
            or_tags: Vec::new(),
            require_tags: Vec::new(),
            channels: Vec::new(),
            audiences: Vec::new(),
            people,
        },
    };
    assert_eq!(need_line(Language::Vi, &need(Some(90))), "90 người cần tiếp cận cho MT5 quý IV");
    assert_eq!(need_line(Language::Vi, &need(None)), "1 cuộc truyền thông cho MT5 quý IV");
}

#[test]
fn a_month_is_announced_with_its_number_of_items() {
    let month = AgendaText::MonthSpoken { year: 2024, month: 11, items: 5 };
    assert_eq!(month.say(Language::Vi), "Tháng 11 năm 2024, 5 việc");
    assert_eq!(month.say(Language::En), "November 2024, 5 items");
}

#[test]
fn weeks_begin_on_monday() {
    assert_eq!(weekday_short(Language::Vi, 0), "T2");
    assert_eq!(weekday(Language::Vi, 6), "Chủ nhật");
    assert_eq!(weekday(Language::En, 7), "");
}
