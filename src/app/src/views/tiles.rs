//! The tile grid: a tile a unit, by state, under the unit it belongs to. Each tile is a link; one of them at a time
//! stands in the order of the Tab key, the arrow keys walk among them.

mod decide;
mod drawn;

use crate::effects::{middles, use_focus_part, value_of};
use crate::route::Route;
use crate::views::chart::save_button;
use crate::views::link::is_plain;
use crate::views::mark::StateShape;
use crate::views::overview::decide::representative;
use decide::{Step, all, counts, state};
use domain::{Language, NaiveDate, State, Tile, TileGroup, TilesSlice};
use std::collections::BTreeMap;
use std::rc::Rc;
use wording::Say;
use wording::overview::capital;
use wording::states::Group;
use wording::tiers::TiersText;
use yew::prelude::*;

/// What the grid needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TilesProps {
    /// The language.
    pub(crate) language: Language,
    /// The tiles.
    pub(crate) slice: Rc<TilesSlice>,
    /// The as-of day.
    pub(crate) as_of: NaiveDate,
    /// Source and plan, for pictures.
    pub(crate) source: Vec<String>,
    /// Leads to a unit.
    pub(crate) on_open: Callback<Route>,
}

/// The section; nothing where a picture of one or no unit would be.
#[component]
pub(crate) fn Tiles(props: &TilesProps) -> Html {
    let TilesProps { language, slice, on_open, .. } = props;
    let target = use_state(|| None::<String>);
    let told = use_state(|| None::<usize>);
    let units = all(slice).count();
    let Some(kind) = slice.kind.filter(|_| units > 1) else { return Html::default() };
    let column = slice.columns.iter().position(|column| Some(&column.target.target) == target.as_ref());
    let count = u32::try_from(units).unwrap_or(u32::MAX);
    html! {
        <section class="card tiles" aria-labelledby="tiles-heading">
            <div class="tiles-head">
                <h2 id="tiles-heading">{ capital(&TiersText::Tiles(kind, count).say(*language)) }</h2>
                { target_choice(props, target) }
            </div>
            <p class="quiet tiles-hint">{ TiersText::TilesHint.say(*language) }</p>
            { legend(*language, slice, column) }
            <Grid language={*language} {slice} {column} told={told.setter()} {on_open} />
            <p class="tiles-told" aria-hidden="true">{ told_of(*language, slice, *told, column) }</p>
            if slice.left_out > 0 { <p class="quiet">{ TiersText::LeftOut(slice.left_out).say(*language) }</p> }
            { as_list(props, column) }
            { save(props, column) }
        </section>
    }
}

fn save(props: &TilesProps, column: Option<usize>) -> Html {
    let TilesProps { language, slice, as_of, source, .. } = props.clone();
    let title = drawn::title(language, &slice, column);
    let chart = move || drawn::chart(language, &slice, column, as_of, source.clone());
    save_button(language, "don-vi".to_owned(), &title, chart)
}

fn target_choice(props: &TilesProps, target: UseStateHandle<Option<String>>) -> Html {
    let TilesProps { language, slice, .. } = props;
    let chosen = (*target).clone();
    let onchange = move |event: Event| target.set(Some(value_of(&event)).filter(|id| !id.is_empty()));
    html! {
        <label class="choice">
            <span>{ TiersText::ByTarget.say(*language) }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_none()}>{ TiersText::AnyTarget.say(*language) }</option>
                for column in slice.columns.iter() {
                    <option key={column.target.target.clone()} value={column.target.target.clone()}
                        selected={chosen.as_ref() == Some(&column.target.target)}>
                        { TiersText::OfTarget(column.target.target.clone(), column.period.clone()).say(*language) }
                    </option>
                }
            </select>
        </label>
    }
}

fn legend(language: Language, slice: &TilesSlice, column: Option<usize>) -> Html {
    let (groups, others) = counts(slice, column);
    html! {
        <ul class="legend">
            for group in Group::ALL.into_iter().filter(|group| groups.contains_key(group)) {
                <li class="mark" data-group={group.code()} key={group.code()}>
                    <StateShape state={representative(group)} />
                    { TiersText::Count(group, groups.get(&group).copied().unwrap_or(0)).say(language) }
                </li>
            }
            if others > 0 { <li class="quiet" key="others">{ TiersText::NotAddressed(others).say(language) }</li> }
        </ul>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GridProps {
    language: Language,
    slice: Rc<TilesSlice>,
    /// The column looked at.
    column: Option<usize>,
    /// Told the tile under the pointer or the keyboard.
    told: UseStateSetter<Option<usize>>,
    on_open: Callback<Route>,
}

/// The tile that the keyboard stands on, and its element.
struct Cursor {
    at: usize,
    here: NodeRef,
}

/// The tiles by themselves: pointing at one draws none of them anew.
#[component]
fn Grid(props: &GridProps) -> Html {
    let (at, moves) = (use_state(|| 0_usize), use_state(|| 0_u32));
    let (grid, here) = (use_node_ref(), use_node_ref());
    use_focus_part(&here, *moves);
    let cursor = Cursor { at: (*at).min(all(&props.slice).count().saturating_sub(1)), here };
    let onkeydown = {
        let (grid, from) = (grid.clone(), cursor.at);
        Callback::from(move |event: KeyboardEvent| {
            let Some(step) = Step::of_key(&event.key()).filter(|_| !event.alt_key()) else { return };
            event.prevent_default();
            at.set(step.taken_from(from, &middles(&grid, ".tile")));
            moves.set(*moves + 1);
        })
    };
    let starts = props.slice.groups.iter().scan(0, |next, group| {
        let start = *next;
        *next += group.tiles.len();
        Some((start, group))
    });
    html! {
        <div class="tile-grid" ref={grid} {onkeydown}>
            for (start, group) in starts { { tile_group(props, &cursor, start, group) } }
        </div>
    }
}

fn tile_group(props: &GridProps, cursor: &Cursor, start: usize, group: &TileGroup) -> Html {
    let id = format!("tiles-{start}");
    html! {
        <div class="tile-group" key={start}>
            <h3 id={id.clone()}>{ &group.parent }</h3>
            <ul aria-labelledby={id}>
                for (nth, tile) in (start..).zip(&group.tiles) { <li key={nth}>{ tile_link(props, cursor, nth, tile) }</li> }
            </ul>
        </div>
    }
}

fn tile_link(props: &GridProps, cursor: &Cursor, nth: usize, tile: &Tile) -> Html {
    let state = state(tile, props.column);
    let to = Route::unit(&tile.unit);
    let words = words(props.language, tile, props.column);
    let (is_here, over, focused) = (cursor.at == nth, props.told.clone(), props.told.clone());
    let node = if is_here { cursor.here.clone() } else { NodeRef::default() };
    html! {
        <a class="tile" ref={node} href={to.hash()} tabindex={if is_here { "0" } else { "-1" }} title={words.clone()}
            aria-label={words} data-group={state.map_or("none", |state| Group::of(state).code())}
            onclick={opens(&props.on_open, to)} onmouseenter={move |_| over.set(Some(nth))} onfocus={move |_| focused.set(Some(nth))}>
            if let Some(state) = state { <StateShape {state} /> }
        </a>
    }
}

fn opens(on_open: &Callback<Route>, to: Route) -> Callback<MouseEvent> {
    let on_open = on_open.clone();
    Callback::from(move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            on_open.emit(to.clone());
        }
    })
}

fn words(language: Language, tile: &Tile, column: Option<usize>) -> String {
    let (unit, parent) = (tile.unit.name.clone(), tile.unit.parent.clone());
    TiersText::Tile { unit, parent, state: state(tile, column) }.say(language).into_owned()
}

/// The tile under the pointer, or that of the keyboard, in words.
fn told_of(language: Language, slice: &TilesSlice, told: Option<usize>, column: Option<usize>) -> String {
    let tile = told.and_then(|nth| all(slice).nth(nth));
    tile.map(|tile| words(language, tile, column)).unwrap_or_default()
}

/// The same in words: for paper, and for whoever would rather read.
fn as_list(props: &TilesProps, column: Option<usize>) -> Html {
    let TilesProps { language, slice, .. } = props;
    let mut names: BTreeMap<State, Vec<&str>> = BTreeMap::new();
    for tile in all(slice) {
        if let Some(state) = state(tile, column) {
            names.entry(state).or_default().push(&tile.unit.name);
        }
    }
    html! {
        <details class="tiles-list">
            <summary>{ TiersText::AsList.say(*language) }</summary>
            <dl>
                for (state, names) in names {
                    <div key={state.code()}>
                        <dt>{ state.say(*language) }{ format!(" ({})", names.len()) }</dt>
                        <dd>{ names.join(", ") }</dd>
                    </div>
                }
            </dl>
        </details>
    }
}
