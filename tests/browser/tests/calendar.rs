//! The downloaded calendar, read by another program's parser.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample};
use chrono::{Datelike, NaiveDate};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime, Event};
use std::collections::BTreeMap;

#[tokio::test]
async fn the_calendar_of_a_commune_holds_working_days_to_come() -> Result<()> {
    holds_working_days_to_come("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx").await
}

#[tokio::test]
async fn the_calendar_of_the_province_holds_working_days_to_come() -> Result<()> {
    holds_working_days_to_come("toan-tinh-kien-giang-2024.xlsx").await
}

/// What a calendar program keeps of a file: by UID the latest copy wins, as RFC 5545 tells by SEQUENCE.
fn imported(into: &mut BTreeMap<String, (u32, NaiveDate)>, text: &str) -> Result<()> {
    for event in events(text)? {
        let uid = event.get_uid().context("no UID")?.to_owned();
        let sequence = event.get_sequence().context("no SEQUENCE")?;
        let Some(DatePerhapsTime::Date(day)) = event.get_start() else { anyhow::bail!("not all day: {event:?}") };
        let is_newer = into.get(&uid).is_none_or(|(old, _)| sequence >= *old);
        if is_newer {
            into.insert(uid, (sequence, day));
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_moved_item_is_kept_and_a_second_import_updates_instead_of_doubling() -> Result<()> {
    let visitor = at_calendar("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx").await?;
    visitor.click("Tải lịch .ics").await?;
    let mut calendar = BTreeMap::new();
    imported(&mut calendar, &String::from_utf8(visitor.downloaded(".ics").await?)?)?;
    let before = calendar.clone();
    visitor.click("Dời ngày").await?;
    let day = "2024-12-03";
    visitor.run(&type_day(day)).await?;
    visitor.read_in(".item-form", "Dời").await?;
    visitor.see(".item-form button").await?.click().await?;
    visitor.go("#/lich?m=12&d=2024-10-15").await?;
    visitor.read_in(".item-kept", "đã ghim").await?;
    visitor.click("Tải lịch .ics").await?;
    imported(&mut calendar, &String::from_utf8(visitor.downloaded("(1).ics").await?)?)?;
    ensure!(calendar.len() == before.len(), "{} events became {}", before.len(), calendar.len());
    let moved = calendar.iter().filter(|(uid, (_, day))| before.get(*uid).is_none_or(|(_, old)| old != day));
    let days: Vec<String> = moved.map(|(_, (_, day))| day.to_string()).collect();
    ensure!(days.iter().any(|moved| moved == day), "moved to {days:?}");
    visitor.picture("calendar-pinned").await?;
    visitor.click("Hoàn tác").await?;
    visitor.read_in(".agenda-page", "Lịch gợi ý").await?;
    ensure!(visitor.texts(".item-kept").await?.is_empty(), "the pin is still there");
    Ok(())
}

fn type_day(day: &str) -> String {
    format!(
        "const field = document.querySelector('.item-form input');
         Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '{day}');
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
    )
}

#[tokio::test]
async fn what_speaks_against_a_day_is_said_before_an_item_goes_there() -> Result<()> {
    let visitor = at_calendar("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx").await?;
    visitor.click("Dời ngày").await?;
    for (day, said) in [
        ("2024-11-17", "Cuối tuần"),
        ("2024-10-01", "Ngày đã qua"),
        ("2025-01-06", "Quá kỳ: chậm nhất ngày 31/12/2024"),
    ] {
        visitor.run(&type_day(day)).await?;
        visitor.read_in(".item-conflict", said).await?;
    }
    let disabled = visitor.run("return document.querySelector('.item-form button').disabled").await?;
    ensure!(disabled == true, "an item can be moved to where it closes nothing");
    Ok(())
}

#[tokio::test]
async fn an_item_is_dragged_to_another_day() -> Result<()> {
    let visitor = at_calendar("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx").await?;
    visitor.go("#/lich?m=11&d=2024-10-15").await?;
    visitor.see(".month-item[draggable=true]").await?;
    visitor.run(&drag_event("dragstart", ".month-item[draggable=true]")).await?;
    visitor.see(".month td[data-drop=unusual]").await?;
    let free = ".month td[data-drop=free]:has(time[datetime='2024-11-14'])";
    visitor.run(&drag_event("dragover", free)).await?;
    visitor.read_in(".month-drag", "14/11/2024").await?;
    visitor.run(&drag_event("drop", free)).await?;
    visitor.read_in(".item-kept", "đã ghim").await?;
    visitor.read_in(".agenda-list", "14").await
}

fn drag_event(kind: &str, css: &str) -> String {
    format!(
        r#"document.querySelector("{css}").dispatchEvent(
            new DragEvent('{kind}', {{ bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }}));"#
    )
}

#[tokio::test]
async fn a_dropped_item_leaves_its_gap_open_and_comes_back() -> Result<()> {
    let visitor = at_calendar("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx").await?;
    let all = count(&visitor).await?;
    visitor.click("Bỏ việc này").await?;
    visitor.read_in(".agenda-problem", "bạn đã bỏ việc này").await?;
    ensure!(count(&visitor).await? < all, "nothing was dropped");
    visitor.click("Xếp lại").await?;
    visitor.see(".agenda-page:not(:has(.agenda-problem))").await?;
    ensure!(count(&visitor).await? == all, "it did not come back");
    Ok(())
}

#[tokio::test]
async fn an_activity_that_was_held_becomes_a_row_of_the_data() -> Result<()> {
    let visitor = at_calendar("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx").await?;
    let all = count(&visitor).await?;
    visitor.click("Đã làm").await?;
    visitor.click("Thêm vào dữ liệu").await?;
    visitor.read_in("main .lead", &format!("{} việc", all - 1)).await?;
    visitor.go("#/nhap?d=2024-10-15").await?;
    visitor.see(".entry-table").await?;
    let rows = visitor.typed_rows().await?;
    ensure!(rows.iter().any(|row| row.contains("15/10/2024")), "typed rows: {rows:?}");
    Ok(())
}

#[tokio::test]
async fn too_little_capacity_is_said_in_words_and_the_rest_is_planned() -> Result<()> {
    let visitor = at_calendar("toan-tinh-kien-giang-2024.xlsx").await?;
    let all = count(&visitor).await?;
    visitor.run("document.querySelector('.calendar-settings').open = true").await?;
    visitor
        .run(
            "const field = document.querySelectorAll('.settings-number input')[1];
             Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '5');
             field.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
    visitor.read_in(".agenda-problem", "Cần làm được ít nhất").await?;
    let left = count(&visitor).await?;
    ensure!(0 < left && left < all, "{all} became {left}");
    visitor.picture("calendar-short").await
}

async fn at_calendar(file: &str) -> Result<Visitor> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(file)]).await?;
    visitor.read_in("main h1", "chưa đạt").await?;
    visitor.click("Lịch").await?;
    visitor.read_in("main h1", "Lịch gợi ý").await?;
    Ok(visitor)
}

/// The number of items that the page tells.
async fn count(visitor: &Visitor) -> Result<usize> {
    let lead = visitor.text("main .lead").await?;
    let said: String = lead.split(" việc").next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    Ok(said.parse()?)
}

async fn holds_working_days_to_come(file: &str) -> Result<()> {
    let visitor = at_calendar(file).await?;
    visitor.click("Tải lịch .ics").await?;
    let text = String::from_utf8(visitor.downloaded(".ics").await?)?;
    let events = events(&text)?;
    let as_of = NaiveDate::from_ymd_opt(2024, 10, 15).context("a day")?;
    ensure!(!events.is_empty(), "no event");
    for event in &events {
        lies_on_a_working_day_after(event, as_of)?;
        ensure!(event.get_uid().is_some(), "no UID: {event:?}");
        let summary = event.get_summary().context("no summary")?;
        let (who, what) = summary.split_once(": ").context("who does what")?;
        ensure!(!who.is_empty() && what.chars().next().is_some_and(char::is_uppercase), "the summary says {summary}");
        let description = event.get_description().context("no description")?;
        ensure!(["MT", "BC", "Năm", "năm"].iter().any(|words| description.contains(words)), "it says {description}");
    }
    let told = count(&visitor).await?;
    ensure!(told == events.len(), "the page says {told}, the file holds {}", events.len());
    Ok(())
}

fn events(text: &str) -> Result<Vec<Event>> {
    let calendar: Calendar = text.parse().map_err(|error| anyhow::anyhow!("not a calendar: {error}"))?;
    let events = calendar.components.into_iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    Ok(events.collect())
}

fn lies_on_a_working_day_after(event: &Event, as_of: NaiveDate) -> Result<()> {
    let Some(DatePerhapsTime::Date(day)) = event.get_start() else { anyhow::bail!("not all day: {event:?}") };
    ensure!(day > as_of, "{day} is not after {as_of}");
    ensure!(day.weekday().number_from_monday() <= 5, "{day} is a weekend");
    Ok(())
}
