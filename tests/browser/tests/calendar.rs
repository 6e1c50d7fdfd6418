//! The downloaded calendar, read by another program's parser.

use anyhow::{Context, Result, ensure};
use browser::{Screen, Visitor, sample};
use chrono::{Datelike, NaiveDate};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime, Event};

#[tokio::test]
async fn the_calendar_of_a_commune_holds_working_days_to_come() -> Result<()> {
    holds_working_days_to_come("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx").await
}

#[tokio::test]
async fn the_calendar_of_the_province_holds_working_days_to_come() -> Result<()> {
    holds_working_days_to_come("toan-tinh-kien-giang-2024.xlsx").await
}

async fn holds_working_days_to_come(file: &str) -> Result<()> {
    let visitor = Visitor::open_at(Screen::Desktop, "#/du-lieu?d=2024-10-15").await?;
    visitor.choose(&[&sample(file)]).await?;
    visitor.read_in("main h1", "chưa đạt").await?;
    visitor.click("Lịch").await?;
    visitor.click("Tải lịch .ics").await?;
    let text = String::from_utf8(visitor.downloaded(".ics").await?)?;
    let events = events(&text)?;
    let as_of = NaiveDate::from_ymd_opt(2024, 10, 15).context("a day")?;
    ensure!(!events.is_empty(), "no event");
    for event in &events {
        lies_on_a_working_day_after(event, as_of)?;
        ensure!(event.get_uid().is_some(), "no UID: {event:?}");
        let summary = event.get_summary().context("no summary")?;
        let vietnamese =
            ["Tin, bài", "Cuộc truyền thông", "Gửi báo cáo", "Mô hình", "Hoạt động", "hương ước", "cơ quan"];
        ensure!(vietnamese.iter().any(|words| summary.contains(words)), "the summary says {summary}");
    }
    let lead = visitor.text("main .lead").await?;
    let said: String = lead.split(" việc").next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    ensure!(said.parse::<usize>()? >= events.len(), "the page says {lead}, the file holds {}", events.len());
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
