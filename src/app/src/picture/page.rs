//! A page that fills from above: text, rules and a legend, each below what was there.

use super::text::{clean, wrapped};
use super::{Face, Ink, Measure, Part, Picture, WIDTH};
use wording::states::Group;

/// The smallest text of a picture for a chat, in pixels.
pub(super) const SMALLEST: u32 = 28;
/// Room at every side.
pub(super) const MARGIN: f64 = 64.0;
/// A mark before a line.
pub(super) const MARK: f64 = 44.0;
/// Room between parts.
pub(super) const GAP: f64 = 20.0;

const TITLE: Face = Face { size: 50, weight: 700 };
const UNDER: Face = Face { size: 34, weight: 400 };
/// The head of a line.
pub(super) const HEAD: Face = Face { size: 34, weight: 650 };
/// What stands below it.
pub(super) const BODY: Face = Face { size: 32, weight: 400 };
/// Legend, source and day.
pub(super) const FOOT: Face = Face { size: SMALLEST, weight: 400 };

/// A page under way.
pub(super) struct Page<'a> {
    /// How far it is filled.
    pub(super) y: f64,
    /// What is on it.
    pub(super) parts: Vec<Part>,
    /// How wide a text is.
    pub(super) measure: Measure<'a>,
}

impl<'a> Page<'a> {
    /// A page with its strip, title and what stands under it.
    pub(super) fn begun(title: &str, under: &str, measure: Measure<'a>) -> Self {
        let strip = Part::Box { x: 0.0, y: 0.0, width: WIDTH, height: 16.0, ink: Ink::Brand };
        let mut page = Self { y: MARGIN, parts: vec![strip], measure };
        page.text(title, TITLE, Ink::Text, MARGIN, 5);
        page.text(under, UNDER, Ink::Soft, MARGIN, 2);
        page.rule();
        page
    }

    /// The whole, with its foot, on its ground.
    pub(super) fn ended(mut self, legend: &[(Group, String)], foot: &[String]) -> Picture {
        self.rule();
        self.legend(legend);
        for text in foot {
            self.text(text, FOOT, Ink::Soft, MARGIN, 3);
        }
        let height = (self.y + MARGIN).ceil();
        let ground = Part::Box { x: 0.0, y: 0.0, width: WIDTH, height, ink: Ink::Ground };
        Picture { height, parts: std::iter::once(ground).chain(self.parts).collect() }
    }

    fn rule(&mut self) {
        self.y += GAP;
        let width = WIDTH - 2.0 * MARGIN;
        self.parts.push(Part::Box { x: MARGIN, y: self.y, width, height: 2.0, ink: Ink::Line });
        self.y += GAP;
    }

    /// Text over the whole width, from `x` on, on `most` lines.
    pub(super) fn text(&mut self, text: &str, face: Face, ink: Ink, x: f64, most: usize) {
        for text in wrapped(text, face, WIDTH - MARGIN - x, most, self.measure) {
            self.y += f64::from(face.size) * 1.28;
            self.parts.push(Part::Text { x, y: self.y - f64::from(face.size) * 0.25, face, ink, text });
        }
    }

    /// Marks with their words, as many on a line as there is room for.
    fn legend(&mut self, legend: &[(Group, String)]) {
        let (size, mut x) = (f64::from(FOOT.size), MARGIN);
        for (group, word) in legend {
            let width = size + 10.0 + (self.measure)(word, FOOT) + 36.0;
            if x > MARGIN && x + width > WIDTH - MARGIN {
                (x, self.y) = (MARGIN, self.y + size * 1.5);
            }
            self.parts.push(Part::Mark { x, y: self.y, size, group: *group });
            let (x_of_word, y) = (x + size + 10.0, self.y + size * 0.85);
            let text = clean(word);
            self.parts.push(Part::Text { x: x_of_word, y, face: FOOT, ink: Ink::Text, text });
            x += width;
        }
        self.y += if legend.is_empty() { 0.0 } else { size * 1.5 + GAP };
    }
}
