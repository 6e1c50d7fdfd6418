//! A picture for a chat: what it tells, and where each part of it lies. It knows no browser: how wide a text is, it asks.
//!
//! INVARIANT: no text is smaller than [`SMALLEST`]: chats press pictures until small text cannot be read.

use wording::states::Group;

/// How wide a picture is, in pixels.
pub(crate) const WIDTH: f64 = 1080.0;
/// The smallest text, in pixels.
const SMALLEST: u32 = 28;
const MARGIN: f64 = 64.0;
const MARK: f64 = 44.0;
const GAP: f64 = 20.0;
/// More lines than this are told as a number.
pub(crate) const MOST: usize = 12;

const TITLE: Face = Face { size: 50, weight: 700 };
const UNDER: Face = Face { size: 34, weight: 400 };
const HEAD: Face = Face { size: 34, weight: 650 };
const BODY: Face = Face { size: 32, weight: 400 };
const FOOT: Face = Face { size: SMALLEST, weight: 400 };

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

/// A size of letters, in pixels, and how strong they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Face {
    /// Height.
    pub(crate) size: u32,
    /// From 200 to 900.
    pub(crate) weight: u32,
}

/// What something is drawn with; the style sheet knows its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// The ground.
    Ground,
    /// Text.
    Text,
    /// Text that matters less.
    Soft,
    /// A line between parts.
    Line,
    /// The house's own colour.
    Brand,
    /// The colour of a state.
    State(Group),
}

impl Ink {
    /// The token of the style sheet.
    pub(crate) fn token(self) -> &'static str {
        match self {
            Self::Ground => "--paper",
            Self::Text => "--paper-ink",
            Self::Soft => "--paper-soft",
            Self::Line => "--paper-line",
            Self::Brand => "--paper-brand",
            Self::State(Group::Good) => "--paper-good",
            Self::State(Group::Open) => "--paper-open",
            Self::State(Group::Bad) => "--paper-bad",
            Self::State(Group::Unknown | Group::Neutral) => "--paper-unknown",
        }
    }
}

/// A part of a picture; places are those of its upper left corner, of a text that of its foot.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// A filled box.
    Box {
        /// From the left.
        x: f64,
        /// From above.
        y: f64,
        /// Its width …
        width: f64,
        /// … and height.
        height: f64,
        /// Its colour.
        ink: Ink,
    },
    /// A line of text.
    Text {
        /// From the left.
        x: f64,
        /// Its foot, from above.
        y: f64,
        /// Its letters.
        face: Face,
        /// Their colour.
        ink: Ink,
        /// The text.
        text: String,
    },
    /// The mark of a state.
    Mark {
        /// From the left.
        x: f64,
        /// From above.
        y: f64,
        /// How high and wide.
        size: f64,
        /// Which.
        group: Group,
    },
}

/// A picture, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picture {
    /// How high it is, in pixels.
    pub(crate) height: f64,
    /// Its parts, in the order of drawing.
    pub(crate) parts: Vec<Part>,
}

/// How wide a text is.
pub(crate) type Measure<'a> = &'a dyn Fn(&str, Face) -> f64;

/// Lays a picture out.
pub(crate) fn laid_out(told: &Told, measure: Measure<'_>) -> Picture {
    let mut page = Page { y: 0.0, parts: Vec::new(), measure };
    page.band();
    page.text(&told.title, TITLE, Ink::Text, MARGIN, 3);
    page.text(&told.under, UNDER, Ink::Soft, MARGIN, 2);
    page.rule();
    for line in told.lines.iter().take(MOST) {
        page.line(line);
    }
    if let Some(more) = &told.more {
        page.text(more, BODY, Ink::Soft, MARGIN, 1);
    }
    page.rule();
    page.legend(&told.legend);
    for text in &told.foot {
        page.text(text, FOOT, Ink::Soft, MARGIN, 3);
    }
    let height = (page.y + MARGIN).ceil();
    let ground = Part::Box { x: 0.0, y: 0.0, width: WIDTH, height, ink: Ink::Ground };
    Picture { height, parts: std::iter::once(ground).chain(page.parts).collect() }
}

struct Page<'a> {
    y: f64,
    parts: Vec<Part>,
    measure: Measure<'a>,
}

impl Page<'_> {
    /// The strip at the head.
    fn band(&mut self) {
        self.parts.push(Part::Box { x: 0.0, y: 0.0, width: WIDTH, height: 16.0, ink: Ink::Brand });
        self.y = MARGIN;
    }

    fn rule(&mut self) {
        self.y += GAP;
        let width = WIDTH - 2.0 * MARGIN;
        self.parts.push(Part::Box { x: MARGIN, y: self.y, width, height: 2.0, ink: Ink::Line });
        self.y += GAP;
    }

    /// Text over the whole width, from `x` on, on `most` lines.
    fn text(&mut self, text: &str, face: Face, ink: Ink, x: f64, most: usize) {
        for text in wrapped(text, face, WIDTH - MARGIN - x, most, self.measure) {
            self.y += f64::from(face.size) * 1.28;
            self.parts.push(Part::Text { x, y: self.y - f64::from(face.size) * 0.25, face, ink, text });
        }
    }

    fn line(&mut self, line: &ToldLine) {
        self.y += GAP / 2.0;
        self.parts.push(Part::Mark { x: MARGIN, y: self.y + 4.0, size: MARK, group: line.group });
        let x = MARGIN + MARK + GAP;
        self.text(&line.head, HEAD, Ink::Text, x, 3);
        self.text(&line.body, BODY, Ink::State(line.group), x, 3);
        self.y += GAP / 2.0;
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

/// The text in lines no wider than `width`; what does not fit on `most` lines ends in `…`.
fn wrapped(text: &str, face: Face, width: f64, most: usize, measure: Measure<'_>) -> Vec<String> {
    let text = clean(text);
    let fits = |text: &str| measure(text, face) <= width;
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ').filter(|word| !word.is_empty()).flat_map(|word| pieces(word, &fits)) {
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
        } else if lines.len() + 1 == most {
            lines.push(cut(&line, &fits));
            return lines;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word wider than a line is broken where the line ends.
fn pieces(word: &str, fits: &impl Fn(&str) -> bool) -> Vec<String> {
    // Nobody reads more of one word.
    const LONGEST: usize = 240;
    if fits(word) {
        return vec![word.to_owned()];
    }
    let (mut pieces, mut piece) = (Vec::new(), String::new());
    for letter in word.chars().take(LONGEST) {
        piece.push(letter);
        if !fits(&piece) {
            piece.pop();
            pieces.push(std::mem::replace(&mut piece, letter.to_string()));
        }
    }
    pieces.push(piece);
    pieces
}

fn cut(line: &str, fits: &impl Fn(&str) -> bool) -> String {
    let mut line = line.to_owned();
    while !line.is_empty() && !fits(&format!("{line}…")) {
        line.pop();
    }
    format!("{line}…")
}

/// Without what cannot be seen but turns a line around: the user's names stand in it.
fn clean(text: &str) -> String {
    let turns =
        |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let space = |letter: char| if letter.is_control() || letter.is_whitespace() { ' ' } else { letter };
    text.chars().filter(|letter| !turns(*letter)).map(space).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_does_not_fit_ends_in_dots_and_nothing_else_is_lost() {
        let lines = |text: &str, most| wrapped(text, BODY, 320.0, most, &measure);
        assert_eq!(lines("một hai ba bốn năm", 9), ["một hai ba bốn năm"]);
        assert_eq!(lines("mười một mười hai mười ba", 9), ["mười một mười hai", "mười ba"]);
        assert_eq!(lines("mười một mười hai mười ba", 1), ["mười một mười hai…"]);
        assert_eq!(lines(&"x".repeat(45), 9), ["x".repeat(20), "x".repeat(20), "x".repeat(5)]);
        assert!(lines("", 3).is_empty());
    }

    #[test]
    fn marks_that_turn_a_line_around_are_left_out() {
        assert_eq!(clean("Xã \u{202e}Vĩnh\u{2066}\nHòa"), "Xã Vĩnh Hòa");
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
