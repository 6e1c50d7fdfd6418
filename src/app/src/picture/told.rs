//! A picture for a chat: a line a target, in letters that survive one.
//!
//! INVARIANT: no text is smaller than [`super::page::SMALLEST`]: chats press pictures until small text cannot be read.

use super::page::{BODY, GAP, HEAD, MARGIN, MARK, Page};
use super::{Ink, Measure, Part, Picture};
use wording::states::Group;

/// More lines than this are told as a number.
pub(crate) const MOST: usize = 12;

/// What a picture tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// What it is about.
    pub(crate) title: String,
    /// Until when.
    pub(crate) under: String,
    /// One a target.
    pub(crate) lines: Vec<ToldLine>,
    /// Lines that are left out, as a sentence.
    pub(crate) more: Option<String>,
    /// The marks, each with its word.
    pub(crate) legend: Vec<(Group, String)>,
    /// Source, plan and day.
    pub(crate) foot: Vec<String>,
}

impl Told {
    /// All of it as text, for those who do not see it.
    pub(crate) fn as_text(&self) -> String {
        let lines = self.lines.iter().take(MOST).map(|line| format!("{}: {}", line.head, line.body));
        let head = [self.title.clone(), self.under.clone()].into_iter();
        head.chain(lines).chain(self.more.clone()).chain(self.foot.iter().cloned()).collect::<Vec<_>>().join(". ")
    }
}

/// One line with a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ToldLine {
    /// The mark.
    pub(crate) group: Group,
    /// What.
    pub(crate) head: String,
    /// How it stands.
    pub(crate) body: String,
}

/// Lays a picture out.
pub(crate) fn laid_out(told: &Told, measure: Measure<'_>) -> Picture {
    let mut page = Page::begun(&told.title, &told.under, measure);
    for line in told.lines.iter().take(MOST) {
        page.line(line);
    }
    if let Some(more) = &told.more {
        page.text(more, BODY, Ink::Soft, MARGIN, 1);
    }
    page.ended(&told.legend, &told.foot)
}

impl Page<'_> {
    fn line(&mut self, line: &ToldLine) {
        self.y += GAP / 2.0;
        self.parts.push(Part::Mark { x: MARGIN, y: self.y + 4.0, size: MARK, group: line.group });
        let x = MARGIN + MARK + GAP;
        self.text(&line.head, HEAD, Ink::Text, x, 3);
        self.text(&line.body, BODY, Ink::State(line.group), x, 3);
        self.y += GAP / 2.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::page::SMALLEST;
    use crate::picture::{Face, WIDTH};

    /// Every letter is half as wide as it is high.
    fn measure(text: &str, face: Face) -> f64 {
        text.chars().count() as f64 * f64::from(face.size) / 2.0
    }

    fn told(name: &str) -> Told {
        let line = |group, head: &str| ToldLine { group, head: head.to_owned(), body: "3/4, thiếu 1".to_owned() };
        Told {
            title: format!("{name}: chưa đạt 1 trong 5 mục tiêu"),
            under: "Tính đến 15/10/2024".to_owned(),
            lines: vec![line(Group::Bad, "MT5 Tin, bài"), line(Group::Good, "MT1 Cuộc truyền thông")],
            more: None,
            legend: vec![(Group::Bad, "Chưa đạt".to_owned()), (Group::Good, "Đạt".to_owned())],
            foot: vec!["Nguồn: 1 tệp, 40 dòng".to_owned()],
        }
    }

    fn texts(picture: &Picture) -> Vec<(&str, f64, f64, Face)> {
        picture
            .parts
            .iter()
            .filter_map(|part| match part {
                Part::Text { x, y, face, text, .. } => Some((text.as_str(), *x, *y, *face)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn everything_lies_inside_in_letters_that_survive_a_chat() {
        for name in ["Xã Vĩnh Hòa Hiệp", &"Rất dài ".repeat(400), &"x".repeat(100_000), ""] {
            let picture = laid_out(&told(name), &measure);
            for (text, x, y, face) in texts(&picture) {
                assert!(face.size >= SMALLEST, "{text}");
                assert!(x + measure(text, face) <= WIDTH - MARGIN + 0.5, "{text}");
                assert!(y < picture.height, "{text}");
            }
            assert!(picture.height < 2000.0, "{} is too high for {}", picture.height, name.len());
        }
    }

    #[test]
    fn every_line_has_its_mark_and_the_legend_names_each() {
        let picture = laid_out(&told("Xã A"), &measure);
        let marks = picture.parts.iter().filter(|part| matches!(part, Part::Mark { .. })).count();
        assert_eq!(marks, 4);
        let all: Vec<&str> = texts(&picture).into_iter().map(|(text, ..)| text).collect();
        assert!(all.contains(&"Chưa đạt") && all.contains(&"Đạt"), "{all:?}");
    }
}
