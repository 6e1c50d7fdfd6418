//! What the search over everything offers, and which of it fits what was typed. It knows no element and no browser.

use crate::entry::{UnitNames, proper};
use crate::route::{AgendaView, CompareView, MatrixView, ReportView, Route, UnitView, WorkshopView};
use crate::state::Sample;
use crate::views::matrix::search::fold;
use domain::{Arrange, Language, PageSettings, PlanSlice, ReportKind, Span, Theme};
use std::rc::Rc;
use wording::Say;
use wording::guide::Guide;
use wording::keys::KeysText;
use wording::overview::target_code;
use wording::palette::{Download, Offer, PaletteText};
use wording::readings::ReadingFilter;
use wording::reports::{report_kind, report_kind_hint};
use wording::settings::SettingsText;
use wording::shell::Screen;
use wording::start::Start;
use wording::workshop::WorkshopText;

/// Lines shown at a time.
pub(super) const SHOWN: usize = 12;

/// What there is to search.
#[derive(Clone, PartialEq)]
pub(super) struct Field {
    /// The language.
    pub(super) language: Language,
    /// The year shown, if there are results.
    pub(super) year: Option<i32>,
    /// The results are of the whole province.
    pub(super) is_province: bool,
    /// There is something that a project file could hold.
    pub(super) input: Input,
    /// The plan, once it has come.
    pub(super) plan: Option<Rc<PlanSlice>>,
    /// The units by name, once they have come.
    pub(super) names: Option<Rc<UnitNames>>,
    /// The sets of samples that this edition carries.
    pub(super) samples: Vec<Sample>,
    /// How the page shows itself.
    pub(super) page: PageSettings,
}

/// Is there anything that a project file could hold?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// Files or rows.
    Some,
    /// Neither.
    None,
}

/// What happens when a line is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Another screen.
    Open(Route),
    /// A file to download.
    Download(Download),
    /// Another language.
    Speak(Language),
    /// The page shows itself in another way.
    Show(PageSettings),
    /// An example.
    Sample(Sample),
    /// The guides.
    Guide,
    /// The list of keys.
    Keys,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What kind of thing it is.
    pub(super) offer: Offer,
    /// What it is called.
    pub(super) label: String,
    /// What tells it from others of that name.
    pub(super) hint: String,
    /// What happens when it is taken.
    pub(super) act: Act,
    head: String,
    all: String,
}

impl Line {
    fn new(offer: Offer, label: String, hint: String, act: Act) -> Self {
        let head = plain(&label);
        let all = plain(&format!("{label} {hint}"));
        Self { offer, label, hint, act, head, all }
    }

    /// Called by words of the house: those of the other language find it too.
    fn said(language: Language, offer: Offer, words: &dyn Say, act: Act) -> Self {
        let other = match language {
            Language::Vi => Language::En,
            Language::En => Language::Vi,
        };
        let mut line = Self::new(offer, words.say(language).into_owned(), String::new(), act);
        line.all = plain(&format!("{} {}", line.label, words.say(other)));
        line
    }
}

/// What fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The first of them, the best before the others.
    pub(super) first: Vec<Line>,
    /// How many fit in all.
    pub(super) of: u32,
}

/// Everything on offer: first what there are few of.
pub(super) fn lines(field: &Field) -> Vec<Line> {
    let parts = [screens(field), targets(field), downloads(field), samples(field), settings(field), units(field)];
    parts.into_iter().flatten().collect()
}

fn screens(field: &Field) -> Vec<Line> {
    let with_data = [
        (Screen::Overview, Route::Overview),
        (Screen::Trend, Route::Trend),
        (Screen::Compare, Route::Compare(CompareView::default())),
        (Screen::Rollup, Route::Rollup),
        (Screen::Units, Route::Matrix(MatrixView::default())),
        (Screen::Agenda, Route::Agenda(AgendaView::default())),
        (Screen::Reports, Route::Report(ReportView::default())),
        (Screen::WhatIf, Route::WhatIf),
        (Screen::Check, Route::Check),
    ];
    let always = [
        (Screen::Data, Route::Data),
        (Screen::Entry, Route::Entry(None)),
        (Screen::Plan, Route::Plan),
        (Screen::Readings, Route::Readings(ReadingFilter::All)),
        (Screen::Bodies, Route::Bodies(None)),
        (Screen::Workshop, Route::Workshop(WorkshopView::default())),
        (Screen::Settings, Route::Settings),
        (Screen::About, Route::About),
        (Screen::Privacy, Route::Privacy),
        (Screen::Access, Route::Access),
    ];
    let line = |(screen, route): (Screen, Route)| Line::said(field.language, Offer::Screen, &screen, Act::Open(route));
    let screens = with_data.into_iter().filter(|_| field.year.is_some()).chain(always).map(line);
    let guide = Line::said(field.language, Offer::Screen, &Guide, Act::Guide);
    screens.chain(reports(field)).chain([guide]).collect()
}

fn reports(field: &Field) -> impl Iterator<Item = Line> {
    let language = field.language;
    let line = move |kind: ReportKind| {
        let route = Route::Report(ReportView { kind: Some(kind), ..ReportView::default() });
        let due = field.plan.as_deref().and_then(|plan| plan.deadline(kind));
        let hint = report_kind_hint(language, kind, due).into_owned();
        Line::new(Offer::Screen, report_kind(language, kind).into_owned(), hint, Act::Open(route))
    };
    ReportKind::ALL.into_iter().filter(|_| field.year.is_some()).map(line)
}

/// With results a target leads to its units, without to the plan.
fn targets(field: &Field) -> Vec<Line> {
    let targets = field.plan.iter().flat_map(|plan| plan.targets.iter().filter(|target| target.enabled));
    let line = |target: &domain::PlanTargetLine| {
        let label = format!("{} {}", target_code(field.language, &target.id), target.label.text(field.language));
        let view = MatrixView::of(None, Some(target.id.clone()));
        let (offer, route) = match field.year {
            Some(_) => (Offer::Target, Route::Matrix(view)),
            None => (Offer::Clause, Route::Plan),
        };
        Line::new(offer, label, String::new(), Act::Open(route))
    };
    targets.map(line).collect()
}

fn downloads(field: &Field) -> Vec<Line> {
    let of_results = [
        Download::AgendaIcs,
        Download::AgendaXlsx,
        Download::AgendaCsv,
        Download::ResultsXlsx,
        Download::VerdictsCsv,
        Download::CleanXlsx,
        Download::FindingsCsv,
        Download::SilentCsv,
    ];
    let of_results = of_results.into_iter().filter(|_| field.year.is_some());
    let project = (field.input == Input::Some).then_some(Download::Project);
    let package = (field.year.is_some() && field.is_province).then_some(Download::Package);
    let all = package.into_iter().chain(of_results).chain(project).chain([Download::Template]);
    all.map(|file| Line::said(field.language, Offer::Download, &file, Act::Download(file))).collect()
}

fn samples(field: &Field) -> Vec<Line> {
    let line = |sample: &Sample| {
        let words: &dyn Say = match sample {
            Sample::Commune => &Start::SampleOfCommune,
            Sample::Province => &Start::SampleOfProvince,
            Sample::Mistakes => &WorkshopText::OpenMistakes,
        };
        Line::said(field.language, Offer::Sample, words, Act::Sample(*sample))
    };
    field.samples.iter().map(line).collect()
}

fn settings(field: &Field) -> Vec<Line> {
    let other = match field.language {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    };
    let line = |words: &dyn Say, act: Act| Line::said(field.language, Offer::Setting, words, act);
    let theme = |theme: Theme| line(&SettingsText::ThemeIs(theme), Act::Show(PageSettings { theme, ..field.page }));
    let themes = Theme::ALL.into_iter().filter(|theme| *theme != field.page.theme).map(theme);
    let first = [line(&PaletteText::Speak(other), Act::Speak(other)), line(&KeysText::Title, Act::Keys)];
    first.into_iter().chain(themes).collect()
}

/// Units that are there in the year shown: of the others there is nothing to see.
fn units(field: &Field) -> Vec<Line> {
    let Some(year) = field.year.and_then(Span::year) else { return Vec::new() };
    let units = field.names.iter().flat_map(|names| names.all());
    let there = units.filter(|unit| unit.life.cut(year).is_some());
    let line = |unit: &crate::entry::UnitName| {
        let route = Route::Unit(UnitView::of(unit.key.clone()));
        let (name, parent) = unit.name_and_parent();
        Line::new(Offer::Unit, name.to_owned(), parent.to_owned(), Act::Open(route))
    };
    there.map(line).collect()
}

/// What fits: every word typed stands in the line. The very name goes first, then names that begin so, then beginnings of
/// words before their middles, and names before hints.
pub(super) fn found(lines: &[Line], search: &str) -> Found {
    let search = plain(search);
    let mut fitting: Vec<(u8, &Line)> = lines.iter().filter_map(|line| Some((rank(line, &search)?, line))).collect();
    // Stable: what is as good stays in the order of the offer.
    fitting.arrange_by_key(|(rank, _)| *rank);
    let of = u32::try_from(fitting.len()).unwrap_or(u32::MAX);
    Found { first: fitting.into_iter().take(SHOWN).map(|(_, line)| line.clone()).collect(), of }
}

fn rank(line: &Line, search: &str) -> Option<u8> {
    let begins = |text: &str| search.split(' ').all(|word| begins_a_word(text, word));
    let proper = proper(&line.head);
    // Every third unit begins with its type word: that is no beginning of a name.
    let named = if line.offer == Offer::Unit { proper } else { &line.head };
    if line.head == search || proper == search {
        Some(0)
    } else if named.starts_with(search) {
        Some(1)
    } else if begins_a_word(&line.head, search) {
        Some(2)
    } else if begins(&line.head) {
        Some(3)
    } else if begins(&line.all) {
        Some(4)
    } else {
        search.split(' ').all(|word| line.all.contains(word)).then_some(5)
    }
}

fn begins_a_word(text: &str, start: &str) -> bool {
    text.starts_with(start) || text.contains(&format!(" {start}"))
}

/// Without accents and without signs: `Nếu…thì` is found as `neu thi`, `(.ics)` as `ics`.
fn plain(text: &str) -> String {
    let letters = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let spaced: String = fold(text).chars().map(letters).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The line marked next; it goes round.
pub(super) fn next(active: usize, step: Move, of: usize) -> usize {
    let last = of.saturating_sub(1);
    match step {
        Move::Down if active >= last => 0,
        Move::Down => active + 1,
        Move::Up if active == 0 => last,
        Move::Up => active - 1,
    }
}

/// A step through the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// To the next line.
    Down,
    /// To the one before.
    Up,
}

impl Move {
    /// The step that a key means.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowDown" => Some(Self::Down),
            "ArrowUp" => Some(Self::Up),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
