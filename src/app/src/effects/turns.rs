//! Work that waits for its turn: each piece in a task of its own, so that none takes long, and the browser paints and hears
//! the visitor in between.
//!
//! Paper does not wait: before the browser prints, all turns are taken at once.

use gloo::events::EventListener;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use web_sys::{MessageChannel, MessagePort};
use yew::prelude::*;

/// What goes before what; among equals, who asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum When {
    /// The keyboard is led somewhere.
    Next,
    /// What stands around every screen is drawn.
    Frame,
    /// A part of a screen is drawn.
    Part,
    /// The first picture takes its place: whole, so that nothing moves.
    Picture,
    /// Work that nobody looks at, and answers of the worker.
    Work,
}

/// How turns are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// One in each task.
    Steady,
    /// All in this task: whatever is drawn bit by bit has to be drawn whole.
    Hurried,
}

type Place = (When, u32);
type Work = Box<dyn FnOnce(Pace)>;

/// What waits. There is one thread, and one page.
#[derive(Default)]
struct Turns {
    waiting: BTreeMap<Place, Work>,
    /// The number given last.
    number: u32,
    bell: Option<Bell>,
    /// The bell was rung and not heard yet.
    is_rung: bool,
}

/// A message to oneself is a task at once, in a tab in the background, too, where timers wait for a second.
struct Bell {
    rope: MessagePort,
    _hearing: [EventListener; 2],
}

thread_local! {
    static TURNS: RefCell<Turns> = RefCell::default();
}

fn with<T>(look: impl FnOnce(&mut Turns) -> T) -> T {
    TURNS.with(|turns| look(&mut turns.borrow_mut()))
}

/// A place among those who wait. Dropped, it is given up.
pub(super) struct Turn(Place);

impl Turn {
    /// Does `work` when its turn comes.
    pub(super) fn new(when: When, work: impl FnOnce(Pace) + 'static) -> Self {
        Self(wait(when, Box::new(work)))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // What is given up is dropped outside: it may hold turns itself.
        let work = with(|turns| turns.waiting.remove(&self.0));
        drop(work);
    }
}

/// Does `work` in a task of its own.
pub(crate) fn in_turn(when: When, work: impl FnOnce() + 'static) {
    wait(when, Box::new(|_| work()));
}

/// Takes every turn that is waited for at once.
pub(super) fn hurry() {
    while let Some(work) = with(Turns::next) {
        work(Pace::Hurried);
    }
}

/// Does anything wait for its turn?
pub(super) fn are_waiting() -> bool {
    with(|turns| !turns.waiting.is_empty())
}

impl Turns {
    fn next(&mut self) -> Option<Work> {
        self.waiting.pop_first().map(|(_, work)| work)
    }

    /// Rings the bell; false if there is none to ring.
    fn ring(&mut self) -> bool {
        if self.is_rung || self.waiting.is_empty() {
            return true;
        }
        self.bell = self.bell.take().or_else(hang);
        self.is_rung = self.bell.as_ref().is_some_and(|bell| bell.rope.post_message(&JsValue::NULL).is_ok());
        self.is_rung
    }
}

fn wait(when: When, work: Work) -> Place {
    let (place, is_heard) = with(|turns| {
        turns.number = turns.number.wrapping_add(1);
        let place = (when, turns.number);
        turns.waiting.insert(place, work);
        (place, turns.ring())
    });
    if !is_heard {
        hurry();
    }
    place
}

fn hang() -> Option<Bell> {
    let channel = MessageChannel::new().ok()?;
    let (rope, bell) = (channel.port1(), channel.port2());
    let hearing = EventListener::new(&bell, "message", |_| take_one());
    bell.start();
    let printing = EventListener::new(&web_sys::window()?.into(), "beforeprint", |_| hurry());
    Some(Bell { rope, _hearing: [hearing, printing] })
}

fn take_one() {
    let work = with(|turns| {
        turns.is_rung = false;
        turns.next()
    });
    if let Some(work) = work {
        work(Pace::Steady);
    }
    if !with(Turns::ring) {
        hurry();
    }
}

/// Has the turn of this component come? Until then it draws nothing, so that what stands around it is not held up.
#[hook]
pub(crate) fn use_turn(when: When) -> bool {
    let has_come = use_state(|| false);
    let coming = has_come.setter();
    use_effect_with((), move |()| {
        let turn = Turn::new(when, move |_| coming.set(true));
        move || drop(turn)
    });
    *has_come
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    #[test]
    fn what_is_looked_at_goes_before_work_and_equals_go_as_they_asked() {
        let (taken, mut turns) = (Rc::new(RefCell::new(Vec::new())), Turns::default());
        let asked = [(When::Work, 1), (When::Part, 2), (When::Next, 3), (When::Part, 4), (When::Frame, 5)];
        for place in asked {
            let taken = Rc::clone(&taken);
            turns.waiting.insert(place, Box::new(move |pace| taken.borrow_mut().push((place.1, pace))));
        }
        turns.waiting.remove(&(When::Part, 4));
        while let Some(work) = turns.next() {
            work(Pace::Steady);
        }
        let order: Vec<u32> = taken.borrow().iter().map(|(number, _)| *number).collect();
        assert_eq!(order, [3, 5, 2, 1]);
    }
}
