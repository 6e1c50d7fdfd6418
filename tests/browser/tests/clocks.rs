//! Clocks of other time zones, and the turn of the year: the day is that of the wall clock, and no day ever shifts.

use anyhow::{Result, ensure};
use browser::{Setting, Visitor, sample};

const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";
/// Half past midnight of New Year in Việt Nam; in America it is still the old year's last morning.
const NEW_YEAR: &str = "2024-12-31T17:30:00Z";

/// The clock stands at this moment.
fn clock(at: &str) -> String {
    format!(
        "const Real = Date, at = Real.parse('{at}');
         Date = class extends Real {{ constructor(...how) {{ how.length ? super(...how) : super(at); }} static now() {{ return at; }} }};"
    )
}

async fn at(zone: &str, moment: &str, route: &str) -> Result<Visitor> {
    let script = clock(moment);
    Visitor::open_in(Setting { route, script: &script, zone: Some(zone), ..Setting::default() }).await
}

/// A log that does not say how far it goes.
const LOG: &str = "\
Đơn vị,Ngày,Hình thức,Nội dung
Xã Vĩnh Hòa Hiệp,05/07/2024,Tin bài,Bình đẳng giới trong gia đình
Xã Vĩnh Hòa Hiệp,12/10/2024,Tin bài,Phòng chống bạo lực trên cơ sở giới
";

#[tokio::test]
async fn as_of_is_the_end_of_yesterday_by_the_wall_clock_and_closes_the_quarter() -> Result<()> {
    for (zone, moment, day, fourth_quarter) in [
        ("Asia/Ho_Chi_Minh", NEW_YEAR, "31/12/2024", "Chưa đạt"),
        ("Pacific/Kiritimati", NEW_YEAR, "31/12/2024", "Chưa đạt"),
        ("America/Los_Angeles", NEW_YEAR, "30/12/2024", "Còn hạn"),
        ("Asia/Ho_Chi_Minh", "2024-12-31T16:59:59Z", "30/12/2024", "Còn hạn"),
        ("Pacific/Kiritimati", "2024-12-30T10:00:00Z", "30/12/2024", "Còn hạn"),
        ("America/Los_Angeles", "2025-01-01T08:00:00Z", "31/12/2024", "Chưa đạt"),
    ] {
        let visitor = at(zone, moment, "#/du-lieu").await?;
        visitor.choose(&[&visitor.file("nhat-ky.csv", LOG)?]).await?;
        visitor.read_in(".context", &format!("tính đến {day}")).await?;
        let said = visitor.period("Quý IV").await?;
        ensure!(said.contains(fourth_quarter), "{zone} at {moment}: {said}");
    }
    Ok(())
}

#[tokio::test]
async fn days_of_the_calendar_file_are_the_same_in_every_zone() -> Result<()> {
    let mut files = Vec::new();
    // The 16th on every wall: the morning in Việt Nam, on an island that is a day ahead, and in America.
    for (zone, moment) in [
        ("Asia/Ho_Chi_Minh", "2024-10-16T02:00:00Z"),
        ("Pacific/Kiritimati", "2024-10-15T20:00:00Z"),
        ("America/Los_Angeles", "2024-10-16T19:00:00Z"),
    ] {
        let visitor = at(zone, moment, "#/du-lieu?d=2024-10-15").await?;
        visitor.choose(&[&sample(COMMUNE)]).await?;
        visitor.read_in("main h1", "Xã Vĩnh Hòa Hiệp").await?;
        visitor.go("#/lich?d=2024-10-15").await?;
        visitor.click("Tải lịch .ics").await?;
        let file = String::from_utf8(visitor.downloaded(".ics").await?)?;
        let lines: Vec<String> = file.lines().map(str::to_owned).collect();
        let days: Vec<&String> = lines.iter().filter(|line| line.starts_with("DTSTART")).collect();
        ensure!(!days.is_empty(), "no item in the calendar");
        let whole = |day: &&String| day.starts_with("DTSTART;VALUE=DATE:") && day.trim_end().len() == 27;
        ensure!(days.iter().all(whole), "{zone}: a day has a time: {days:?}");
        files.push((zone, lines));
    }
    let (_, first) = &files[0];
    for (zone, lines) in &files {
        ensure!(lines == first, "{zone} has other days");
    }
    Ok(())
}
