//! A chart of the page as a picture: bars over time, a bar a target, a tile a unit. Each says its numbers beside its shapes.

use super::page::{BODY, GAP, HEAD, MARGIN, Page};
use super::text::{clean, said};
use super::{Face, Ink, Measure, Part, Picture, WIDTH};
use wording::states::Group;

/// What a chart shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chart {
    /// What it is about.
    pub(crate) title: String,
    /// Until when.
    pub(crate) under: String,
    /// Its shapes.
    pub(crate) plot: Plot,
    /// How to read them.
    pub(crate) notes: Vec<String>,
    /// The marks, each with its word.
    pub(crate) legend: Vec<(Group, String)>,
    /// Source, plan and day.
    pub(crate) foot: Vec<String>,
}

/// The shapes of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Plot {
    /// Bars over time.
    Columns(Vec<Column>),
    /// A bar a target.
    Segments(Vec<Segments>),
    /// A mark a unit, under the names of those they belong to.
    Tiles(Vec<(String, Vec<Tiled>)>),
}

/// A bar over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// What stands above it.
    pub(crate) head: String,
    /// What stands below it.
    pub(crate) foot: String,
    /// What it says.
    pub(crate) said: String,
    /// Filled from below …
    pub(crate) filled: u32,
    /// … hatched from above …
    pub(crate) hatched: u32,
    /// … of so many.
    pub(crate) of: u32,
    /// What stands around it.
    pub(crate) frame: Frame,
}

/// What stands around a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// Nothing.
    None,
    /// A frame as tall as all of it.
    Whole,
    /// The same in dashes.
    Dashed,
}

/// The bar of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segments {
    /// The target.
    pub(crate) head: String,
    /// How it stands.
    pub(crate) body: String,
    /// Groups with their numbers, and what each says.
    pub(crate) parts: Vec<(Group, u32, String)>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tiled {
    /// The group of its state; `None` = it is not addressed.
    pub(crate) group: Option<Group>,
    /// Who it is, and how it stands.
    pub(crate) said: String,
}

/// Numbers and days at bars.
const LABEL: Face = Face { size: 20, weight: 400 };
/// How high a bar may be, and the room between two.
const HIGH: f64 = 150.0;
const APART: f64 = 14.0;
/// How wide a bar may be.
const WIDE: f64 = 84.0;
/// A bar of a target.
const THICK: f64 = 36.0;
/// A mark with its number below such a bar.
const SMALL: f64 = 26.0;
/// A tile, and the room between two.
const TILE: f64 = 34.0;
const BETWEEN: f64 = 8.0;
/// Room from margin to margin.
const ROOM: f64 = WIDTH - 2.0 * MARGIN;

impl Chart {
    /// All of it as text, for those who do not see it; units are said where they stand.
    pub(crate) fn as_text(&self) -> String {
        let shapes: Vec<String> = match &self.plot {
            Plot::Columns(columns) => columns.iter().map(|column| column.said.clone()).collect(),
            Plot::Segments(lines) => lines.iter().map(|line| format!("{}: {}", line.head, line.body)).collect(),
            Plot::Tiles(_) => self.legend.iter().map(|(_, words)| words.clone()).collect(),
        };
        let parts = std::iter::once(&self.under).chain(&shapes).chain(&self.notes).chain(&self.foot);
        let ended = |part: &String| said(part).trim_end_matches('.').to_owned();
        parts.map(ended).collect::<Vec<_>>().join(". ")
    }

    /// Lays it out.
    pub(crate) fn laid_out(&self, measure: Measure<'_>) -> Picture {
        let mut page = Page::begun(&self.title, &self.under, measure);
        match &self.plot {
            Plot::Columns(columns) => page.columns(columns),
            Plot::Segments(lines) => lines.iter().for_each(|line| page.segments(line)),
            Plot::Tiles(groups) => groups.iter().for_each(|(parent, tiles)| page.tiles(parent, tiles)),
        }
        for note in &self.notes {
            page.text(note, BODY, Ink::Soft, MARGIN, 4);
        }
        page.ended(&self.legend, &self.foot)
    }
}

/// Where a bar stands, and how far it reaches.
#[derive(Clone, Copy)]
struct Block {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Block {
    fn filled(self, ink: Ink) -> Part {
        Part::Box { x: self.x, y: self.y, width: self.width, height: self.height, ink }
    }

    fn framed(self, dashed: bool) -> Vec<Part> {
        let (left, right, top, foot) = (self.x, self.x + self.width, self.y, self.y + self.height);
        let corners = [(left, top), (right, top), (right, foot), (left, foot), (left, top)];
        let sides = corners.iter().zip(corners.iter().skip(1));
        sides.map(|(from, to)| Part::Line { from: *from, to: *to, ink: Ink::Soft, dashed }).collect()
    }

    /// Slanting lines, each ending where the block does.
    fn hatched(self) -> Vec<Part> {
        const STEP: f64 = 10.0;
        let (width, height) = (self.width, self.height);
        let offsets = std::iter::successors(Some(STEP), |offset| Some(offset + STEP));
        offsets
            .take_while(|offset| *offset < width + height)
            .map(|offset| {
                let from = (self.x + (offset - height).max(0.0), self.y + offset.min(height));
                let to = (self.x + offset.min(width), self.y + (offset - width).max(0.0));
                Part::Line { from, to, ink: Ink::Soft, dashed: false }
            })
            .collect()
    }
}

impl Page<'_> {
    fn label(&self, text: &str, middle: f64, y: f64) -> Part {
        let x = middle - (self.measure)(text, LABEL) / 2.0;
        Part::Text { x, y, face: LABEL, ink: Ink::Text, text: clean(text) }
    }

    /// Bars in as many rows as it takes to keep their numbers apart.
    fn columns(&mut self, columns: &[Column]) {
        let widths = columns.iter().flat_map(|column| [&column.head, &column.foot]);
        let widest = widths.map(|text| (self.measure)(text, LABEL)).fold(24.0, f64::max);
        let step = (widest + APART).clamp(24.0, ROOM);
        let in_row = fitting(ROOM, step);
        for row in columns.chunks(in_row) {
            for (place, column) in (0_u32..).zip(row) {
                let left = MARGIN + f64::from(place) * step;
                let part = self.column(column, left, step);
                self.parts.push(part);
            }
            self.y += HIGH + 2.0 * f64::from(LABEL.size) * 1.4 + GAP;
        }
    }

    fn column(&self, column: &Column, left: f64, step: f64) -> Part {
        let (label, middle) = (f64::from(LABEL.size), left + step / 2.0);
        let top = self.y + label * 1.4;
        let width = (step - APART).min(WIDE);
        let share = |units: u32| HIGH * f64::from(units.min(column.of)) / f64::from(column.of.max(1));
        let (filled, hatched) = (share(column.filled), share(column.hatched));
        let block = |y: f64, height: f64| Block { x: middle - width / 2.0, y, width, height };
        let mut parts = block(top, hatched).hatched();
        parts.push(block(top + HIGH - filled, filled).filled(Ink::State(Group::Good)));
        match column.frame {
            Frame::None => {}
            Frame::Whole => parts.extend(block(top, HIGH).framed(false)),
            Frame::Dashed => parts.extend(block(top, HIGH).framed(true)),
        }
        let above = if column.frame == Frame::None { top + HIGH - filled } else { top };
        parts.push(self.label(&column.head, middle, above - 6.0));
        parts.push(self.label(&column.foot, middle, top + HIGH + label * 1.2));
        Part::Group { said: column.said.clone(), parts }
    }

    fn segments(&mut self, line: &Segments) {
        self.text(&line.head, HEAD, Ink::Text, MARGIN, 2);
        self.text(&line.body, BODY, Ink::Soft, MARGIN, 2);
        let all: u32 = line.parts.iter().map(|(_, count, _)| count).sum();
        if all == 0 {
            self.y += GAP;
            return;
        }
        self.y += GAP / 2.0;
        let (mut x, mut under) = (MARGIN, MARGIN);
        let below = self.y + THICK + 8.0;
        for (group, count, said) in &line.parts {
            let width = ROOM * f64::from(*count) / f64::from(all);
            let block = Block { x, y: self.y, width: (width - 3.0).max(1.0), height: THICK };
            let number = count.to_string();
            let mut parts = of_group(block, *group);
            parts.push(Part::Mark { x: under, y: below, size: SMALL, group: *group });
            let (x_of_number, y) = (under + SMALL + 6.0, below + SMALL * 0.85);
            parts.push(Part::Text { x: x_of_number, y, face: BODY, ink: Ink::Text, text: number.clone() });
            self.parts.push(Part::Group { said: said.clone(), parts });
            x += width;
            under += SMALL + 6.0 + (self.measure)(&number, BODY) + 28.0;
        }
        self.y = below + SMALL + GAP;
    }

    fn tiles(&mut self, parent: &str, tiles: &[Tiled]) {
        self.text(parent, BODY, Ink::Text, MARGIN, 1);
        self.y += BETWEEN;
        let step = TILE + BETWEEN;
        for row in tiles.chunks(fitting(ROOM, step)) {
            for (place, tile) in (0_u32..).zip(row) {
                let (x, y) = (MARGIN + f64::from(place) * step, self.y);
                let parts = match tile.group {
                    Some(group) => vec![Part::Mark { x, y, size: TILE, group }],
                    None => Block { x: x + 4.0, y: y + 4.0, width: TILE - 8.0, height: TILE - 8.0 }.framed(true),
                };
                self.parts.push(Part::Group { said: tile.said.clone(), parts });
            }
            self.y += step;
        }
        self.y += GAP / 2.0;
    }
}

/// What is known is filled, what is not is hatched, what is not asked yet is only framed: colour is never alone.
fn of_group(block: Block, group: Group) -> Vec<Part> {
    match group {
        Group::Good | Group::Open | Group::Bad => vec![block.filled(Ink::State(group))],
        Group::Unknown => block.hatched().into_iter().chain(block.framed(true)).collect(),
        Group::Neutral => block.framed(false),
    }
}

/// How many of this width fit, at least one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a page holds fewer than a hundred of the narrowest"
)]
fn fitting(room: f64, step: f64) -> usize {
    ((room / step).floor() as usize).max(1)
}
