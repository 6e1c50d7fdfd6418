//! Rows of logs and summaries to activities.
//!
//! It decides for each row when, who, what and how many. A plan is never done; totals are only marked here and
//! reconciled once everything is read.

use super::cells::{Cell, Cells};
use super::counts::{Counted, Counter};
use super::once::Once;
use super::roster::listed;
use super::scope::Scope;
use super::stated::{Source, Stated};
use super::status::{Happened, status_word};
use super::units::Units;
use super::watch::RowWatch;
use super::when::{DATES, Undatable, part_date, row_date};
use crate::fold::fold;
use crate::grid::Row;
use crate::meaning::columns::TableMeaning;
use crate::meaning::kinds::{KindGuess, KindWords, RowWords, Untitled};
use crate::meaning::numbers::read_money;
use crate::meaning::relevance::{RowRelevance, row_relevance};
use domain::{
    Activity, Arrange, Field, Finding, FindingKind, NaiveDate, Origin, Relevance, Span, Status, TableShape, Text,
    UnitIndex, Vocabulary, YearPart,
};

/// What reading any table takes.
pub(crate) struct Desk<'a, 'u, 'w> {
    /// Units, as they grow.
    pub(crate) units: &'a mut Units<'u>,
    /// The plan's words.
    pub(crate) vocabulary: &'a Vocabulary,
    /// The same for kinds of activity, with the user's answers.
    pub(crate) kinds: &'a KindWords,
    /// The as-of day.
    pub(crate) as_of: NaiveDate,
    /// Hears of every row.
    pub(crate) rows: &'a mut RowWatch<'w>,
    /// What is found on the way.
    pub(crate) findings: &'a mut Vec<Finding>,
}

/// A table in hand.
#[derive(Clone, Copy)]
pub(crate) struct Hand<'t> {
    /// Its cells.
    pub(crate) cells: &'t Cells<'t>,
    /// Its meaning.
    pub(crate) meaning: &'t TableMeaning,
    /// Its number among the facts' tables.
    pub(crate) number: u32,
    /// What choices are remembered by.
    pub(crate) fingerprint: &'t str,
}

impl<'t> Hand<'t> {
    /// How its rows find their unit.
    pub(crate) fn scope(self, desk: &mut Desk<'_, '_, '_>) -> Scope<'t> {
        let first = || {
            let rows = self.cells.table().rows.iter().filter(|row| !row.is_total);
            rows.filter_map(|row| row_date(self.cells, &row, self.meaning).ok().flatten()).next()
        };
        let days = self.meaning.period.or_else(first).unwrap_or(Span::day(desk.as_of));
        Scope::new(self.cells, self.fingerprint, days, desk.units)
    }

    /// The row of a fact.
    pub(crate) fn origin(self, row: &Row) -> Origin {
        Origin { table: self.number, row: row.number }
    }
}

/// Adds all statements of a table of activities, in the order of rows and columns.
pub(crate) fn read_activities(hand: Hand<'_>, desk: &mut Desk<'_, '_, '_>, stated: &mut Vec<Stated>) {
    let mut reader = Reader {
        hand,
        scope: hand.scope(desk),
        desk,
        untitled: Once::new(hand.cells.places(&WORDS)),
        titled: Once::new(hand.cells.places(&[WORDS.as_slice(), &[Field::Title]].concat())),
        days: Once::new(hand.cells.places(&DATES)),
        figures: Vec::new(),
    };
    let rows = &hand.cells.table().rows;
    let before = stated.len();
    stated.reserve(rows.len());
    for row in rows.iter() {
        reader.desk.rows.row();
        if !row.is_total {
            reader.row(&row, stated);
        }
    }
    for row in rows.iter().filter(|row| row.is_total) {
        let of_row = reader.total_row(&row, stated.get(before..).unwrap_or_default());
        stated.extend(of_row);
    }
}

/// Columns whose words say what a row is, besides its title.
const WORDS: [Field; 4] = [Field::Kind, Field::MeasureUnit, Field::Channel, Field::Audience];

/// Reads one table, row by row.
pub(super) struct Reader<'t, 'd, 'k, 'u, 'w> {
    pub(super) hand: Hand<'t>,
    pub(super) scope: Scope<'t>,
    pub(super) desk: &'d mut Desk<'k, 'u, 'w>,
    untitled: Once<Untitled>,
    titled: Once<Words>,
    days: Once<Option<Span>>,
    /// Room for the figures of one row, used again for the next.
    figures: Vec<Counted>,
}

/// What the words of a row say.
#[derive(Clone, Debug)]
pub(super) struct Words {
    title: Text,
    channel: Text,
    audience: Text,
    pub(super) guess: KindGuess,
    /// The row has a word for its kind, and it is known.
    pub(super) said: bool,
}

impl Reader<'_, '_, '_, '_, '_> {
    fn row(&mut self, row: &Row, stated: &mut Vec<Stated>) {
        let words = self.words(row);
        let Some(status) = self.status(row) else { return };
        let Some(relevant) = self.relevance(row, &words.title) else { return };
        let mut figures = std::mem::take(&mut self.figures);
        figures.clear();
        self.counted(row, &words, &mut figures);
        if !figures.is_empty() {
            match self.when(row) {
                Ok(when) => self.stated(row, &words, (status, relevant), (when, &figures), stated),
                Err(problem) => self.desk.findings.push(*problem),
            }
        }
        self.figures = figures;
    }

    pub(super) fn words(&mut self, row: &Row) -> Words {
        if let Some(words) = self.titled.get(row, [0; 4]) {
            return words.clone();
        }
        let cells = self.hand.cells;
        let kind = cells.text(row, Field::Kind);
        let kind = if kind.is_empty() { cells.text(row, Field::MeasureUnit) } else { kind };
        let title = cells.texts(row, Field::Title);
        let channel = cells.text(row, Field::Channel);
        let audience = cells.text(row, Field::Audience);
        let of_row = RowWords { kind: &kind, channel: &channel, title: &title, audience: &audience };
        let guess = self.guess(row, of_row);
        let said = guess.known && !kind.is_empty();
        let words = Words { title, channel, audience, guess, said };
        self.titled.keep(row, [0; 4], words.clone());
        words
    }

    fn guess(&mut self, row: &Row, words: RowWords<'_>) -> KindGuess {
        if let Some(untitled) = self.untitled.get(row, [0; 4]) {
            return self.desk.kinds.with_title(untitled, words.title);
        }
        let untitled = self.desk.kinds.without_title(words, self.hand.meaning.default_kind);
        let guess = self.desk.kinds.with_title(&untitled, words.title);
        self.untitled.keep(row, [0; 4], untitled);
        guess
    }

    fn when(&mut self, row: &Row) -> Result<Option<Span>, Undatable> {
        let sections = [row.sections_number(), 0, 0, 0];
        if let Some(when) = self.days.get(row, sections) {
            return Ok(*when);
        }
        let when = row_date(self.hand.cells, row, self.hand.meaning)?;
        self.days.keep(row, sections, when);
        Ok(when)
    }

    pub(super) fn counted(&mut self, row: &Row, words: &Words, figures: &mut Vec<Counted>) {
        let counter = Counter {
            cells: self.hand.cells,
            meaning: self.hand.meaning,
            vocabulary: self.desk.vocabulary,
            guess: &words.guess,
            said: words.said,
        };
        counter.read(row, figures, self.desk.findings);
    }

    /// `None` = it did not happen.
    fn status(&mut self, row: &Row) -> Option<Status> {
        let Some(cell) = self.hand.cells.cell(row, Field::Status) else { return Some(Status::Done) };
        let text = cell.text();
        let told = |kind| self.hand.cells.finding(row, cell.column, kind);
        match status_word(&text) {
            Some(Happened::As(status)) => Some(status),
            Some(Happened::Never) => {
                self.desk.findings.push(told(FindingKind::SkippedRow { text }));
                None
            }
            None => {
                self.desk.findings.push(told(FindingKind::BadValue { text }));
                Some(Status::Done)
            }
        }
    }

    /// `None` = surely about something else.
    fn relevance(&mut self, row: &Row, title: &str) -> Option<Relevance> {
        let cells = self.hand.cells;
        let found = match cells.cell(row, Field::Relevant).map(|cell| fold(&cell.text())) {
            None => row_relevance(title, self.hand.meaning.relevance),
            Some(word) => match word.as_str() {
                "no" | "khong" | "0" | "false" => RowRelevance::No,
                "unknown" | "chua ro" | "?" => RowRelevance::Unknown,
                _ => RowRelevance::Yes,
            },
        };
        match found {
            RowRelevance::Yes => Some(Relevance::Yes),
            RowRelevance::Unknown => Some(Relevance::Unknown),
            RowRelevance::No => {
                let kind = FindingKind::NotRelevant { title: title.to_owned() };
                self.desk.findings.push(cells.finding(row, None, kind));
                None
            }
        }
    }

    /// A word that nobody knows, or none at all, if the kind of a figure rests on it.
    fn tell_kind(&mut self, row: &Row, words: &Words, counted: &[Counted]) {
        if counted.iter().any(|counted| counted.suggested) {
            let cells = self.hand.cells;
            let cell = cells.cell(row, Field::Kind).or_else(|| cells.cell(row, Field::MeasureUnit));
            let word = cell.map(|cell| cell.text()).unwrap_or_default();
            let kind = FindingKind::UnknownKind { word, taken: words.guess.kind };
            self.desk.findings.push(cells.finding(row, cell.and_then(|cell| cell.column), kind));
        }
    }

    /// The days of a figure.
    fn days_of(&self, figure: &Counted, when: Option<Span>) -> Option<Span> {
        match figure.part {
            Some(part) => part_date(part, when, self.hand.meaning.period),
            None => when,
        }
    }

    /// Adds what the figures of a row state; a figure without days is told once.
    fn stated(
        &mut self,
        row: &Row,
        words: &Words,
        (status, relevant): (Status, Relevance),
        (when, figures): (Option<Span>, &[Counted]),
        all: &mut Vec<Stated>,
    ) {
        self.tell_kind(row, words, figures);
        if figures.iter().any(|figure| self.days_of(figure, when).is_none()) {
            self.desk.findings.push(self.hand.cells.finding(row, None, FindingKind::MissingDate));
        }
        let before = all.len();
        let mut told = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            let days = self.days_of(figure, when);
            // A total beside the figures it sums up asks nothing that they have not asked.
            let mut unheard = Vec::new();
            let heard = if figure.total && all.len() > before { &mut unheard } else { &mut told };
            let Some(unit) = self.scope.unit(row, days, self.desk.units, heard) else { continue };
            let mut activity = self.activity(row, words, (unit, days), figure);
            activity.status = status;
            // What nobody knows by its word may be anything: possible only, until the user answers.
            activity.relevant = if figure.suggested { Relevance::Unknown } else { relevant };
            (activity.people, activity.women) = (figure.people, figure.women);
            let earlier = figures.get(..at).unwrap_or_default();
            if earlier.iter().all(|earlier| earlier.part != figure.part) {
                self.reach(row, &mut activity, (figure.part, all.len() == before));
            }
            all.push(Stated { activity, source: self.source(figure), column: figure.column });
        }
        // Four quarters of one row ask about its unit once.
        told.arrange();
        told.dedup();
        self.desk.findings.extend(told);
        self.tell_past_plans(row, all.get(before..).unwrap_or_default());
    }

    fn source(&self, counted: &Counted) -> Source {
        match (counted.total, self.hand.meaning.shape) {
            (true, _) => Source::Total,
            (false, TableShape::Summary) => Source::Summary,
            (false, TableShape::Log) => Source::Log,
        }
    }

    pub(super) fn activity(
        &self,
        row: &Row,
        words: &Words,
        (unit, when): (UnitIndex, Option<Span>),
        counted: &Counted,
    ) -> Activity {
        let cells = self.hand.cells;
        let own_tags = cells.text(row, Field::Tags);
        let all_tags = || own_tags.split(';').chain(words.guess.tags.iter().map(Text::as_str));
        let tags = if own_tags.is_empty() { words.guess.tags.clone() } else { listed(all_tags()).into() };
        Activity {
            unit,
            when,
            kind: counted.kind,
            count: counted.count,
            tags,
            title: words.title.clone(),
            channel: words.channel.clone(),
            audience: words.audience.clone(),
            people: None,
            women: None,
            place: cells.text(row, Field::Place),
            cost: None,
            funding: cells.text(row, Field::Funding),
            status: Status::Done,
            relevant: Relevance::Yes,
            origin: self.hand.origin(row),
        }
    }

    /// People and money belong to the first figure of the row or of their part of the year: they are not said twice.
    fn reach(&mut self, row: &Row, activity: &mut Activity, place: (Option<YearPart>, bool)) {
        activity.people = activity.people.or_else(|| self.people(row, (Field::People, Field::PeopleIn), place));
        activity.women = activity.women.or_else(|| self.people(row, (Field::Women, Field::WomenIn), place));
        let cost = self.in_part(row, (Field::Cost, Field::CostIn), place);
        activity.cost = cost.and_then(|cell| read_money(&cell.value()));
    }

    /// The cell of the part of the year a figure is of; else, for the first figure of a row, that of the whole row.
    fn in_part<'r>(
        &self,
        row: &Row<'r>,
        (whole, of_part): (Field, fn(YearPart) -> Field),
        (part, first): (Option<YearPart>, bool),
    ) -> Option<Cell<'r>> {
        let own = part.and_then(|part| self.hand.cells.cell(row, of_part(part)));
        own.or_else(|| self.hand.cells.cell(row, whole).filter(|_| first))
    }

    fn people(
        &mut self,
        row: &Row,
        fields: (Field, fn(YearPart) -> Field),
        place: (Option<YearPart>, bool),
    ) -> Option<u32> {
        let cell = self.in_part(row, fields, place)?;
        cell.count().unwrap_or_else(|_| {
            let kind = FindingKind::BadValue { text: cell.text() };
            self.desk.findings.push(self.hand.cells.finding(row, cell.column, kind));
            None
        })
    }

    fn tell_past_plans(&mut self, row: &Row, stated: &[Stated]) {
        let planned = stated.iter().filter(|stated| stated.activity.status == Status::Planned);
        for when in planned.filter_map(|stated| stated.activity.when).filter(|when| when.from() <= self.desk.as_of) {
            self.desk.findings.push(self.hand.cells.finding(row, None, FindingKind::PlannedInThePast { when }));
        }
    }
}
