//! What each item of an agenda is about: a topic that suits unit and day, in turn, so that a year covers every field.
//!
//! Three wishes, in this order: a unit's items of a year are of as many fields as there are items; items on a peak of the
//! plan speak of what suits the peak (where a unit has more items than fields, all of them do); a scope with enough items
//! a year leaves no field out. It decides nothing about dates, and it knows no topic: the [`SuggestionBook`] brings them.
//! Same items, same book: same choice.

mod book;
mod forms;
mod gaps;
mod turn;

use book::Shelf;
use chrono::{Datelike, NaiveDate};
use domain::{AgendaItem, Arrange, Closes, ItemKind, SuggestedChoice, SuggestionBook, UnitIndex, UnitKind};
use forms::Forms;
use std::collections::BTreeMap;
use turn::{Tally, Turn};

/// An item of an agenda, as far as its topic depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// Who; `None` for a province-wide share.
    pub unit: Option<UnitIndex>,
    /// The kind of that unit.
    pub unit_kind: UnitKind,
    /// The day.
    pub date: NaiveDate,
    /// What is done.
    pub kind: ItemKind,
    /// The gaps it closes.
    pub closes: &'a [Closes],
    /// The peak of the plan it falls on, by id.
    pub peak: Option<&'a str>,
}

impl<'a> Occasion<'a> {
    /// An item of an agenda, by a unit of this kind.
    pub fn of(item: &'a AgendaItem, unit_kind: UnitKind) -> Self {
        let peak = item.peak.as_deref();
        Self { unit: item.unit, unit_kind, date: item.date, kind: item.kind, closes: &item.closes, peak }
    }

    /// Is it something to talk at? Reports and reviews have a form and support, and no topic.
    fn is_activity(&self) -> bool {
        matches!(self.kind, ItemKind::Activity(_))
    }
}

/// A choice for each item, in the order of the items.
pub fn suggest(occasions: &[Occasion<'_>], book: &SuggestionBook) -> Vec<SuggestedChoice> {
    let mut desk = Desk {
        occasions,
        shelf: Shelf::new(book),
        choices: vec![SuggestedChoice::default(); occasions.len()],
        kinds: BTreeMap::new(),
    };
    let mut order: Vec<usize> = (0..occasions.len()).collect();
    order.arrange_by_key(|at| occasions.get(*at).map(|item| (item.unit, item.unit_kind, item.date)));
    let same = |a: &usize, b: &usize| desk_key(occasions, *a) == desk_key(occasions, *b);
    for (rank, of_unit) in order.chunk_by(same).enumerate() {
        desk.serve_unit(of_unit, rank);
    }
    gaps::fill(occasions, &desk.shelf, &mut desk.choices);
    desk.choices
}

fn desk_key(occasions: &[Occasion<'_>], at: usize) -> Option<(Option<UnitIndex>, UnitKind)> {
    occasions.get(at).map(|item| (item.unit, item.unit_kind))
}

/// Where choices are made, unit after unit.
struct Desk<'a> {
    occasions: &'a [Occasion<'a>],
    shelf: Shelf<'a>,
    choices: Vec<SuggestedChoice>,
    /// What units of a kind took in a year, so that the next one takes something else.
    kinds: BTreeMap<(UnitKind, i32), Tally>,
}

impl Desk<'_> {
    /// The items of one unit, by date.
    fn serve_unit(&mut self, items: &[usize], rank: usize) {
        self.choose_forms(items, rank);
        let mut unit = Tally::default();
        let year = |at: usize| self.occasions.get(at).map(|item| item.date.year());
        for of_year in items.chunk_by(|a, b| year(*a) == year(*b)).map(<[usize]>::to_vec).collect::<Vec<_>>() {
            self.serve_year(of_year, rank, &mut unit);
        }
    }

    fn choose_forms(&mut self, items: &[usize], rank: usize) {
        let mut forms = Forms::new(&self.shelf, rank);
        for at in items {
            let (Some(item), Some(choice)) = (self.occasions.get(*at), self.choices.get_mut(*at)) else { continue };
            (choice.form, choice.channel) = forms.next(item);
        }
    }

    /// Items on peaks choose first: what suits a peak must not be gone when its day comes.
    fn serve_year(&mut self, mut items: Vec<usize>, rank: usize, unit: &mut Tally) {
        items.retain(|at| self.occasions.get(*at).is_some_and(Occasion::is_activity));
        items.arrange_by_key(|at| self.shelf.freedom(self.occasions.get(*at)));
        let (mut year, all) = (Tally::default(), items.len());
        for (gone, at) in items.into_iter().enumerate() {
            let (Some(item), Some(choice)) = (self.occasions.get(at), self.choices.get_mut(at)) else { continue };
            let kind = self.kinds.entry((item.unit_kind, item.date.year())).or_default();
            let (shelf, form, items) = (&self.shelf, choice.form, (all, all - gone));
            let mut turn = Turn { shelf, item, form, items, rank, year: &mut year, unit, kind };
            choice.topic = turn.topic();
            choice.alongside = turn.alongside(choice.topic);
        }
    }
}
