//! A chart as a drawing (SVG) that stands by itself: it brings its colours, words and what it says for those who do not
//! see it, and neither styles nor scripts.

use super::text::{clean, said};
use super::{Chart, FAMILY, Face, Ink, Part, WIDTH, Way, mark};
use crate::markup::escaped;
use domain::Language;
use std::fmt::Write;

/// What colour an ink has.
pub(crate) type Colour<'a> = &'a dyn Fn(Ink) -> String;

/// The drawing's text.
pub(crate) fn written(chart: &Chart, language: Language, colour: Colour<'_>) -> String {
    let picture = chart.laid_out(&width);
    let mut drawing = Drawing { text: String::new(), colour };
    let (wide, high) = (number(WIDTH), number(picture.height));
    let lang = match language {
        Language::Vi => "vi",
        Language::En => "en",
    };
    drawing.raw(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
         xml:lang=\"{lang}\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"{}\">\n",
        escaped(FAMILY)
    ));
    drawing.raw(&format!("<title id=\"title\">{}</title>\n", escaped(&said(&chart.title))));
    drawing.raw(&format!("<desc id=\"desc\">{}</desc>\n", escaped(&clean(&chart.as_text()))));
    for part in &picture.parts {
        drawing.part(part);
    }
    drawing.raw("</svg>\n");
    drawing.text
}

/// How wide a text may be in letters that nobody knows yet: whoever opens the file has others.
fn width(text: &str, face: Face) -> f64 {
    let of_letter = |letter: char| match letter {
        ' ' | '.' | ',' | ':' | ';' | 'i' | 'l' | 'I' | '(' | ')' | '/' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.92,
        letter if letter.is_uppercase() => 0.7,
        letter if (letter as u32) < 0x2000 => 0.58,
        _ => 1.05,
    };
    text.chars().map(of_letter).sum::<f64>() * f64::from(face.size)
}

/// A length with one decimal at most.
fn number(length: f64) -> String {
    let rounded = format!("{length:.1}");
    rounded.strip_suffix(".0").unwrap_or(&rounded).to_owned()
}

struct Drawing<'a> {
    text: String,
    colour: Colour<'a>,
}

impl Drawing<'_> {
    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// An element without content.
    fn element(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.open(name, attributes);
        self.raw("/>\n");
    }

    fn open(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            // Writing into a string cannot fail.
            let _ = write!(self.text, " {attribute}=\"{}\"", escaped(value));
        }
    }

    fn colour(&self, ink: Ink) -> String {
        (self.colour)(ink)
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Box { x, y, width, height, ink } => {
                let fill = self.colour(*ink);
                let sides = [("x", number(*x)), ("y", number(*y)), ("width", number(*width))];
                let rest = [("height", number(*height)), ("fill", fill)];
                self.element("rect", &[sides.as_slice(), &rest].concat());
            }
            Part::Text { x, y, face, ink, text } => self.words((*x, *y), *face, *ink, text),
            Part::Mark { x, y, size, group } => {
                let to = format!("translate({} {}) scale({})", number(*x), number(*y), number(size / 20.0));
                self.group(&[("transform", to)], |drawing| {
                    for (way, ink, path) in mark(*group) {
                        drawing.path(way, ink, path);
                    }
                });
            }
            Part::Line { from, to, ink, dashed } => {
                let colour = self.colour(*ink);
                let mut attributes = vec![
                    ("d", format!("M{} {}L{} {}", number(from.0), number(from.1), number(to.0), number(to.1))),
                    ("stroke", colour),
                    ("stroke-width", "2".to_owned()),
                ];
                attributes.extend(dashed.then(|| ("stroke-dasharray", "6 4".to_owned())));
                self.element("path", &attributes);
            }
            Part::Group { said: words, parts } => self.group(&[], |drawing| {
                drawing.raw(&format!("<title>{}</title>\n", escaped(&said(words))));
                for part in parts {
                    drawing.part(part);
                }
            }),
        }
    }

    fn group(&mut self, attributes: &[(&str, String)], content: impl FnOnce(&mut Self)) {
        self.open("g", attributes);
        self.raw(">\n");
        content(self);
        self.raw("</g>\n");
    }

    fn words(&mut self, (x, y): (f64, f64), face: Face, ink: Ink, text: &str) {
        let fill = self.colour(ink);
        let place = [("x", number(x)), ("y", number(y)), ("fill", fill)];
        let letters = [("font-size", face.size.to_string()), ("font-weight", face.weight.to_string())];
        self.open("text", &[place.as_slice(), &letters].concat());
        self.raw(&format!(">{}</text>\n", escaped(&clean(text))));
    }

    fn path(&mut self, way: Way, ink: Ink, path: &str) {
        let colour = self.colour(ink);
        let d = ("d", path.to_owned());
        let line =
            [d.clone(), ("fill", "none".to_owned()), ("stroke", colour.clone()), ("stroke-width", "2".to_owned())];
        let round = [("stroke-linecap", "round".to_owned())];
        let dashes = [("stroke-dasharray", "3 2.4".to_owned())];
        match way {
            Way::Fill => self.element("path", &[d, ("fill", colour)]),
            Way::Line => self.element("path", &[line.as_slice(), &round].concat()),
            Way::Dashes => self.element("path", &[line.as_slice(), &round, &dashes].concat()),
        }
    }
}

#[cfg(test)]
mod tests;
