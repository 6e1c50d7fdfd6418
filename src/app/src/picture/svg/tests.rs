//! Drawings as others read them: well-formed, without anything that runs or is fetched, with every word as text.

use super::*;
use crate::picture::{Column, Frame, Plot, Segments, Tiled};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use std::collections::BTreeSet;
use wording::states::Group;

/// What a reader finds: elements with their attributes, and texts under `title`, `desc` and `text`.
#[derive(Default)]
struct Found {
    elements: BTreeSet<String>,
    attributes: Vec<(String, String)>,
    texts: Vec<(String, String)>,
}

fn read(drawing: &str) -> Found {
    let mut reader = Reader::from_str(drawing);
    reader.config_mut().check_end_names = true;
    let (mut found, mut open) = (Found::default(), Vec::<String>::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(start.name().as_ref().to_owned());
                note(&mut found, &start);
                found.texts.push((start.name().as_ref().to_owned(), String::new()));
            }
            Event::Empty(start) => note(&mut found, &start),
            Event::End(_) => drop(open.pop().unwrap()),
            Event::Text(words) => add(&mut found, &unescape(&words).unwrap()),
            Event::GeneralRef(reference) => add(&mut found, &unescape(&format!("&{};", &*reference)).unwrap()),
            Event::Eof => break,
            other => panic!("{other:?} has no place in a drawing"),
        }
    }
    assert!(open.is_empty(), "{open:?} stays open");
    found
}

fn note(found: &mut Found, start: &quick_xml::events::BytesStart<'_>) {
    found.elements.insert(start.name().as_ref().to_owned());
    for attribute in start.attributes() {
        let attribute = attribute.unwrap();
        found.attributes.push((attribute.key.as_ref().to_owned(), attribute.value.to_string()));
    }
}

fn add(found: &mut Found, words: &str) {
    if let Some((_, text)) = found.texts.last_mut() {
        text.push_str(words);
    }
}

fn colour(ink: Ink) -> String {
    match ink {
        Ink::Ground => "#fff",
        Ink::Text | Ink::Soft | Ink::Line | Ink::Brand => "#123456",
        Ink::State(_) => "#0a6552",
    }
    .to_owned()
}

/// The same name as title, head, place and unit, in each kind of plot.
fn charts(name: &str) -> [Chart; 3] {
    let name = || name.to_owned();
    let column = |frame, (filled, hatched)| Column {
        head: "3/4".to_owned(),
        foot: "III/24".to_owned(),
        said: format!("{}: 3/4 đơn vị đạt", name()),
        filled,
        hatched,
        of: 4,
        frame,
    };
    let columns = vec![
        column(Frame::Whole, (3, 1)),
        column(Frame::Dashed, (0, 4)),
        column(Frame::None, (u32::MAX, 0)),
        column(Frame::Whole, (0, 0)),
    ];
    let parts = Group::ALL.map(|group| (group, 2, name())).to_vec();
    let lines = vec![
        Segments { head: name(), body: name(), parts },
        Segments { head: name(), body: name(), parts: Vec::new() },
    ];
    let tiles = [Some(Group::Bad), None, Some(Group::Unknown)].map(|group| Tiled { group, said: name() }).to_vec();
    [Plot::Columns(many(&columns, 120)), Plot::Segments(lines), Plot::Tiles(vec![(name(), many(&tiles, 150))])].map(
        |plot| Chart {
            title: name(),
            under: "Số liệu tính đến hết ngày 15/10/2024".to_owned(),
            plot,
            notes: vec!["Phần gạch chéo: chưa đủ dữ liệu.".to_owned()],
            legend: vec![(Group::Good, "Đạt".to_owned()), (Group::Bad, "Chưa đạt".to_owned())],
            foot: vec![name(), "Nguồn: 1 tệp".to_owned()],
        },
    )
}

fn many<T: Clone>(few: &[T], count: usize) -> Vec<T> {
    few.iter().cycle().take(count).cloned().collect()
}

const ALLOWED: [&str; 8] = ["svg", "title", "desc", "g", "rect", "path", "text", "tspan"];

#[test]
fn names_that_would_do_harm_are_text_in_every_chart() {
    let long = "x".repeat(100_000);
    for name in [
        "Xã Vĩnh Hòa Hiệp",
        "</title><script>alert(1)</script>",
        "\"><image href=\"https://x\" onload='alert(1)'/>",
        "]]>&lt;&#x202e;<!-- -->",
        "a\u{202e}b\u{0}c\u{8}\u{1b}\u{ffff}\u{fffe}\r\n\td",
        "=cmd|'/c calc'!A0",
        "👩‍👩‍👧 🇻🇳 \u{fffd}",
        &long,
        "",
    ] {
        for chart in charts(name) {
            let drawing = written(&chart, Language::Vi, &colour);
            let found = read(&drawing);
            assert!(found.elements.iter().all(|element| ALLOWED.contains(&&**element)), "{:?}", found.elements);
            let odd = |key: &str| key.starts_with("on") || key.contains("href") || key == "style" || key == "class";
            assert!(found.attributes.iter().all(|(key, _)| !odd(key)), "{name:.40}");
            assert!(drawing.len() < 2_000_000, "{} bytes for {name:.40}", drawing.len());
            let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert!(!drawing.chars().any(|letter| turns(letter) || (letter.is_control() && letter != '\n')));
            let title = found.texts.iter().find(|(element, _)| element == "title").map(|(_, text)| text.trim_end());
            assert_eq!(title, Some(said(name).trim_end()), "{name:.40}");
        }
    }
}

#[test]
fn a_drawing_stands_by_itself_and_says_what_it_shows() {
    for chart in charts("Xã Vĩnh Hòa Hiệp") {
        let drawing = written(&chart, Language::En, &colour);
        let found = read(&drawing);
        let value = |key: &str| found.attributes.iter().find(|(found, _)| found == key).map(|(_, value)| &**value);
        assert_eq!((value("role"), value("xml:lang")), (Some("img"), Some("en")));
        assert_eq!(value("aria-labelledby"), Some("title desc"));
        let inked = ["fill", "stroke"];
        let inks = found.attributes.iter().filter(|(key, _)| inked.contains(&&**key)).map(|(_, value)| &**value);
        assert!(inks.clone().all(|ink| ink == "none" || ink.starts_with('#')), "{:?}", inks.collect::<Vec<_>>());
        let of = |wanted: &str| {
            let texts = found.texts.iter().filter(move |(element, _)| element == wanted);
            texts.map(|(_, text)| text.trim().to_owned()).collect::<Vec<_>>().join(" ")
        };
        for words in ["Số liệu tính đến hết ngày 15/10/2024", "Nguồn: 1 tệp", "Phần gạch chéo: chưa đủ dữ liệu"]
        {
            assert!(of("text").contains(words) && of("desc").contains(words), "{words}: {}", of("text"));
        }
        assert!(of("text").contains("Chưa đạt"), "the legend is missing");
    }
}

#[test]
fn everything_lies_inside() {
    for name in ["Xã Vĩnh Hòa Hiệp", &"Rất dài ".repeat(400)] {
        for chart in charts(name) {
            let picture = chart.laid_out(&width);
            let inside = |x: f64, y: f64| (0.0..=WIDTH).contains(&x) && (0.0..=picture.height).contains(&y);
            fn each(parts: &[Part], look: &dyn Fn(&Part)) {
                for part in parts {
                    look(part);
                    if let Part::Group { parts, .. } = part {
                        each(parts, look);
                    }
                }
            }
            each(&picture.parts, &|part| {
                let ends = match part {
                    Part::Box { x, y, width, height, .. } => vec![(*x, *y), (x + width, y + height)],
                    Part::Text { x, y, face, text, .. } => vec![(*x, *y), (x + width(text, *face), *y)],
                    Part::Mark { x, y, size, .. } => vec![(*x, *y), (x + size, y + size)],
                    Part::Line { from, to, .. } => vec![*from, *to],
                    Part::Group { .. } => Vec::new(),
                };
                assert!(ends.iter().all(|(x, y)| inside(*x, *y)), "{part:?} in {}", picture.height);
            });
        }
    }
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    let [chart, ..] = charts("Xã A");
    assert_eq!(written(&chart, Language::Vi, &colour), written(&chart, Language::Vi, &colour));
}
