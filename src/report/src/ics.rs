//! The agenda as a calendar file (`.ics`): all-day events that any calendar program can import twice without doubles.
//!
//! SOURCE: RFC 5545 (iCalendar), RFC 7986 (NAME, COLOR). All-day `VALUE=DATE` events need no time zone, so none is
//! written; METHOD:PUBLISH, no attendees: importing invites nobody. `X-WR-CALNAME` is what Apple and Google read.

use chrono::{Days, NaiveDate};
use domain::{AgendaItem, Language};
use std::collections::BTreeMap;
use std::fmt::Write;

/// One suggestion, already in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IcsEvent {
    /// What makes it the same event at the next import: see [`uid_key`].
    pub uid_key: String,
    /// The day.
    pub date: NaiveDate,
    /// One line.
    pub summary: String,
    /// More lines.
    pub description: String,
    /// Categories, such as target ids.
    pub categories: Vec<String>,
}

/// The key of an item: plan, unit, kind, gaps and number. Its day is left out, so that a moved item is updated.
pub fn uid_key(plan: &str, unit_id: &str, item: &AgendaItem) -> String {
    let closes: Vec<String> = item.closes.iter().map(ToString::to_string).collect();
    [plan, unit_id, item.kind.code(), &closes.join(";"), &item.number.to_string()].join("\u{1f}")
}

/// The calendar file. `stamp` is the day it is made on, `name` what calendar programs call it.
pub fn write(name: &str, events: &[IcsEvent], stamp: NaiveDate, language: Language) -> Vec<u8> {
    let mut lines = Lines::default();
    let code = match language {
        Language::Vi => "VI",
        Language::En => "EN",
    };
    lines.plain("BEGIN:VCALENDAR");
    lines.plain("VERSION:2.0");
    lines.plain(&format!("PRODID:-//Doi chieu muc tieu//Doi chieu muc tieu//{code}"));
    lines.plain("CALSCALE:GREGORIAN");
    lines.plain("METHOD:PUBLISH");
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.plain("COLOR:steelblue");
    let mut seen = BTreeMap::new();
    for event in events {
        let copies = seen.entry(event.uid_key.as_str()).or_insert(0_u32);
        lines.event(event, *copies, stamp);
        *copies += 1;
    }
    lines.plain("END:VCALENDAR");
    lines.0.into_bytes()
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn event(&mut self, event: &IcsEvent, copy: u32, stamp: NaiveDate) {
        let end = event.date.checked_add_days(Days::new(1)).unwrap_or(event.date);
        self.plain("BEGIN:VEVENT");
        self.plain(&format!("UID:{}", uid(&event.uid_key, copy)));
        self.plain(&format!("DTSTAMP:{}T000000Z", stamp.format("%Y%m%d")));
        self.plain(&format!("SEQUENCE:{}", sequence(stamp)));
        self.plain(&format!("DTSTART;VALUE=DATE:{}", event.date.format("%Y%m%d")));
        // The end is exclusive.
        self.plain(&format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")));
        self.text("SUMMARY", &event.summary);
        self.text("DESCRIPTION", &event.description);
        self.categories(&event.categories);
        self.plain("TRANSP:TRANSPARENT");
        self.alarm(&event.summary);
        self.plain("END:VEVENT");
    }

    /// Three days ahead, at the same hour of night: programs show it on the morning of that day.
    fn alarm(&mut self, summary: &str) {
        self.plain("BEGIN:VALARM");
        self.plain("ACTION:DISPLAY");
        self.plain("TRIGGER:-P3D");
        self.text("DESCRIPTION", summary);
        self.plain("END:VALARM");
    }

    fn categories(&mut self, categories: &[String]) {
        if !categories.is_empty() {
            let escaped: Vec<String> = categories.iter().map(|category| escape(category)).collect();
            self.plain(&format!("CATEGORIES:{}", escaped.join(",")));
        }
    }

    fn text(&mut self, property: &str, value: &str) {
        if !value.is_empty() {
            self.plain(&format!("{property}:{}", escape(value)));
        }
    }

    fn plain(&mut self, line: &str) {
        let mut rest = line;
        let mut limit = LINE_OCTETS;
        while rest.len() > limit {
            let (head, tail) = rest.split_at(fold_at(rest, limit));
            self.0.push_str(head);
            self.0.push_str("\r\n ");
            rest = tail;
            // The space that continues a line counts.
            limit = LINE_OCTETS - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

// SOURCE: RFC 5545 §3.1, lines are at most 75 octets without the break; a folded line goes on after one space.
const LINE_OCTETS: usize = 75;

/// Where to fold a line: never inside a character, and not beside a space if that can be avoided, because some readers
/// strip spaces at the ends of lines before they unfold them.
fn fold_at(line: &str, limit: usize) -> usize {
    let boundary = |at: &usize| *at > 0 && line.is_char_boundary(*at);
    let is_tight = |at: &usize| {
        let (head, tail) = line.split_at(*at);
        !head.ends_with(' ') && !tail.starts_with(' ')
    };
    let longest = (0..=limit).rev().find(boundary).unwrap_or(limit);
    (1..=longest).rev().filter(boundary).take(LINE_OCTETS / 2).find(is_tight).unwrap_or(longest)
}

/// SOURCE: RFC 5545 §3.3.11; other control characters may not stand in a text.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(character),
            _ if character.is_control() => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Programs take the copy of an event with the higher number: one made on a later day.
fn sequence(stamp: NaiveDate) -> i64 {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default();
    (stamp - first).num_days().max(0)
}

/// 128 bits of FNV-1a: two runs of the 64-bit hash, the second begun with the first's result, over the key and the
/// number of its copy. Not secret and not against malice: only the same for the same key, and different for others.
fn uid(key: &str, copy: u32) -> String {
    let bytes = || key.bytes().chain(copy.to_le_bytes());
    let first = fnv1a(FNV_OFFSET, bytes());
    let second = fnv1a(first, bytes());
    let mut uid = String::new();
    // Writing to a text cannot fail.
    let _ = write!(uid, "{first:016x}{second:016x}@doi-chieu-muc-tieu");
    uid
}

// SOURCE: the FNV non-cryptographic hash, 64-bit parameters.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn fnv1a(start: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ActivityKind, Closes, DayReason, ItemKind, Period, UnitIndex};
    use std::collections::BTreeSet;

    fn event(key: &str, summary: &str, description: &str) -> IcsEvent {
        IcsEvent {
            uid_key: key.into(),
            date: "2024-12-31".parse().unwrap(),
            summary: summary.into(),
            description: description.into(),
            categories: vec!["T5".into(), "Tin, bài".into()],
        }
    }

    fn written(events: &[IcsEvent]) -> String {
        let bytes = write("Lịch; xã Vĩnh Hòa Hiệp", events, "2024-10-15".parse().unwrap(), Language::Vi);
        String::from_utf8(bytes).unwrap()
    }

    fn parsed(text: &str) -> ical::parser::ical::component::IcalCalendar {
        let mut calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).collect::<Result<_, _>>().unwrap();
        assert_eq!(calendars.len(), 1);
        calendars.remove(0)
    }

    fn value(properties: &[ical::property::Property], name: &str) -> String {
        properties.iter().find(|property| property.name == name).unwrap().value.clone().unwrap()
    }

    fn unescape(text: &str) -> String {
        let mut out = String::new();
        let mut rest = text.chars();
        while let Some(character) = rest.next() {
            match (character, character == '\\') {
                (_, true) => out.push(rest.next().map(|next| if next == 'n' { '\n' } else { next }).unwrap()),
                (other, false) => out.push(other),
            }
        }
        out
    }

    #[test]
    fn a_second_parser_reads_back_what_was_written() {
        let long = "Truyền thông về Luật Phòng, chống bạo lực gia đình; ".repeat(9) + "hết";
        let texts = [
            "Đăng 1 tin, bài trên hệ thống thông tin cơ sở",
            "a\\b;c,d",
            "hai\ndòng\r\nba",
            "",
            "=1+1",
            &long,
            "e\u{301}👩‍👩‍👧",
        ];
        let events: Vec<IcsEvent> = texts.iter().map(|text| event(text, &format!("S{text}"), text)).collect();
        let calendar = parsed(&written(&events));
        assert_eq!(value(&calendar.properties, "METHOD"), "PUBLISH");
        assert_eq!(unescape(&value(&calendar.properties, "X-WR-CALNAME")), "Lịch; xã Vĩnh Hòa Hiệp");
        assert_eq!(calendar.events.len(), texts.len());
        for (event, text) in calendar.events.iter().zip(texts) {
            let lines = text.replace("\r\n", "\n");
            assert_eq!(unescape(&value(&event.properties, "SUMMARY")), format!("S{lines}"));
            let has_description = event.properties.iter().any(|property| property.name == "DESCRIPTION");
            assert_eq!(has_description, !text.is_empty());
            assert_eq!(value(&event.properties, "DTSTART"), "20241231");
            assert_eq!(value(&event.properties, "DTEND"), "20250101");
            assert_eq!(value(&event.properties, "CATEGORIES"), "T5,Tin\\, bài");
            assert_eq!(event.alarms.len(), 1);
            assert_eq!(value(&event.alarms[0].properties, "TRIGGER"), "-P3D");
        }
    }

    #[test]
    fn lines_end_with_crlf_and_have_at_most_75_octets() {
        for length in 60..160 {
            let summary = "ữ".repeat(length);
            let text = written(&[event("k", &summary, &"x".repeat(length))]);
            assert!(text.ends_with("\r\n"));
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
            assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
            assert!(text.split("\r\n").all(|line| line.len() <= 75));
            assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{summary}\r\n")));
        }
    }

    #[test]
    fn control_characters_do_not_reach_the_file() {
        assert_eq!(escape("a\u{7}b\u{0}c\td\re"), "abc\td\\ne");
    }

    #[test]
    fn the_same_key_keeps_its_uid_and_every_other_has_its_own() {
        let uids: BTreeSet<String> =
            ["", "a", "b", "ab", "ba"].iter().flat_map(|key| (0..3).map(|copy| uid(key, copy))).collect();
        assert_eq!(uids.len(), 15);
        // Pinned: a second import must find the events of the first, whichever version wrote them.
        assert_eq!(uid("a", 0), "6de9d1fe51c9cb4cdca48513db0d3467@doi-chieu-muc-tieu");
    }

    #[test]
    fn equal_keys_in_one_file_do_not_overwrite_one_another() {
        let calendar = parsed(&written(&[event("k", "a", ""), event("k", "b", "")]));
        let uids: Vec<String> = calendar.events.iter().map(|event| value(&event.properties, "UID")).collect();
        assert_ne!(uids[0], uids[1]);
    }

    #[test]
    fn a_moved_item_keeps_its_key_and_another_slot_has_another() {
        let item = AgendaItem {
            date: "2024-11-20".parse().unwrap(),
            unit: Some(UnitIndex(1)),
            kind: ItemKind::Activity(ActivityKind::News),
            tags: Vec::new(),
            number: 1,
            closes: vec![Closes { target: "T5".into(), period: Period::Quarter(2024, 4) }],
            earliest: "2024-10-01".parse().unwrap(),
            latest: "2024-12-31".parse().unwrap(),
            peak: None,
            reason: DayReason::OnlyDay,
            unmet: Vec::new(),
        };
        let moved = AgendaItem { date: "2024-11-21".parse().unwrap(), ..item.clone() };
        let second = AgendaItem { number: 2, ..item.clone() };
        assert_eq!(uid_key("p", "u", &item), uid_key("p", "u", &moved));
        assert_ne!(uid_key("p", "u", &item), uid_key("p", "u", &second));
        assert_ne!(uid_key("p", "u", &item), uid_key("p", "v", &item));
    }
}
