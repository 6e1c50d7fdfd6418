//! The page's end of the line to the worker.
//!
//! The worker is deaf while it reads a file, so stopping it means ending it; the next message starts a new one.
//! Messages to a worker that has not yet said it is ready wait here: the browser would lose them.
//!
//! It knows how a worker ends: by a fall, by memory that cannot grow, or without a word. What to do then the state decides.

use super::turns::{When, in_turn};
use crate::state::Death;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use protocol::{JobId, Reply, Request};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker, WorkerOptions, WorkerType};
use yew::Callback;

/// What comes over the line.
pub(super) enum Event {
    /// The worker answered.
    Answered(Reply),
    /// The worker is no more.
    Died(Death),
    /// The worker owes an answer and has said nothing for a long time.
    Silent,
    /// What is to answer is still on its way.
    Slow,
}

/// How long a worker that owes an answer may be silent. Reading and understanding tell how far they are twenty times a
/// second; nothing else takes this long on any device that was tried.
const SILENCE_MS: u32 = 30_000;

/// How long somebody waits for a part of the program before the page says that it is still on its way.
const FETCHING_MS: u32 = 5_000;

/// The line. Clones share one worker.
#[derive(Clone)]
pub(super) struct WorkerLink(Rc<Line>);

struct Line {
    worker: RefCell<Option<Live>>,
    /// Starts a worker. Reading what it says is in the other module: until that is here, nothing is started.
    start: Cell<Option<Start>>,
    /// Messages that wait for a worker's first word.
    waiting: RefCell<Vec<JsValue>>,
    reading: Cell<Option<JobId>>,
    /// Answers that are owed.
    owed: Cell<u32>,
    /// What is owed waits for a part of the program.
    is_fetching: Cell<bool>,
    patience: RefCell<Option<Timeout>>,
    on_event: Callback<Event>,
}

type Start = fn(&WorkerLink) -> Option<Live>;

/// A running worker.
struct Live {
    worker: Worker,
    /// It said its first word.
    ready: Cell<bool>,
    _listeners: [EventListener; 3],
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl WorkerLink {
    /// A line whose worker starts with the first message.
    pub(super) fn new(on_event: Callback<Event>) -> Self {
        let (owed, patience) = (Cell::new(0), RefCell::new(None));
        let (worker, waiting) = (RefCell::new(None), RefCell::default());
        let (start, reading, is_fetching) = (Cell::new(None), Cell::new(None), Cell::new(false));
        Self(Rc::new(Line { worker, start, waiting, reading, owed, is_fetching, patience, on_event }))
    }

    /// Has files read. A reading under way is stopped.
    pub(super) fn read(&self, job: JobId, request: &Request, files: &[File]) {
        self.stop_reading();
        self.0.reading.set(Some(job));
        self.send(request, files);
    }

    /// Stops a reading under way.
    pub(super) fn stop_reading(&self) {
        if self.0.reading.take().is_some() {
            self.0.end();
        }
    }

    /// Ends a worker that says nothing any more.
    pub(super) fn give_up(&self) {
        self.0.died(Death::Stopped);
    }

    /// Starts the worker before it is needed: its script then comes with the page, not after it. One that cannot be
    /// started is told of when it is needed.
    pub(super) fn warm_up(&self) {
        self.0.start.set(Some(Self::start));
        self.begin();
    }

    fn begin(&self) {
        if let Some(start) = self.0.start.get().filter(|_| self.0.worker.borrow().is_none()) {
            self.0.worker.replace(start(self));
        }
    }

    /// Sends a request with the files that belong to it.
    pub(super) fn send(&self, request: &Request, files: &[File]) {
        self.begin();
        let delivered = envelope(request, files).is_some_and(|envelope| self.post(envelope));
        if !delivered {
            return self.0.died(Death::Stopped);
        }
        self.0.owed.set(self.0.owed.get() + 1);
        self.wait();
    }

    /// Every word of the worker begins the wait anew.
    fn wait(&self) {
        let line = Rc::downgrade(&self.0);
        let (patience, end) = if self.0.is_coming() { (FETCHING_MS, Event::Slow) } else { (SILENCE_MS, Event::Silent) };
        let waiting = (self.0.owed.get() > 0).then(|| {
            Timeout::new(patience, move || {
                if let Some(line) = line.upgrade() {
                    line.tell(end);
                }
            })
        });
        self.0.patience.replace(waiting);
    }

    fn post(&self, envelope: JsValue) -> bool {
        match self.0.worker.borrow().as_ref() {
            Some(live) if live.ready.get() => live.worker.post_message(&envelope).is_ok(),
            None if self.0.start.get().is_some() => false,
            _ => {
                self.0.waiting.borrow_mut().push(envelope);
                true
            }
        }
    }

    fn start(&self) -> Option<Live> {
        let worker = spawn().ok()?;
        let (hearing, failing, garbled) = (self.clone(), self.clone(), self.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                hearing.0.hear(event);
                hearing.wait();
            }),
            EventListener::new(&worker, "error", move |event| failing.0.died(death(event))),
            EventListener::new(&worker, "messageerror", move |_| garbled.0.died(Death::Stopped)),
        ];
        Some(Live { worker, ready: Cell::new(false), _listeners: listeners })
    }
}

impl Line {
    /// Is a program on its way that what is owed waits for?
    fn is_coming(&self) -> bool {
        self.is_fetching.get() || self.worker.borrow().as_ref().is_none_or(|live| !live.ready.get())
    }

    fn hear(&self, event: &web_sys::Event) {
        let packed = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().dyn_into::<Uint8Array>().ok());
        let reply = packed.and_then(|packed| protocol::unpack(&packed.to_vec()));
        match reply {
            Some(Reply::Ready) => self.deliver_waiting(),
            Some(Reply::Fetching(is_fetching)) => self.is_fetching.set(is_fetching),
            Some(reply) => {
                self.note_end_of_reading(&reply);
                if !matches!(reply, Reply::Progress { .. } | Reply::Understanding { .. }) {
                    self.owed.set(self.owed.get().saturating_sub(1));
                }
                self.tell(Event::Answered(reply));
            }
            // Both ends are built from one commit: an answer nobody understands comes from a broken worker.
            None => self.died(Death::Stopped),
        }
    }

    fn deliver_waiting(&self) {
        if let Some(live) = self.worker.borrow().as_ref() {
            live.ready.set(true);
            for envelope in self.waiting.take() {
                // A message that cannot be cloned was refused when it was made; nothing more can be done here.
                let _ = live.worker.post_message(&envelope);
            }
        }
    }

    fn note_end_of_reading(&self, reply: &Reply) {
        if let Reply::Done { job, .. }
        | Reply::Failed { job, .. }
        | Reply::Changed { job, .. }
        | Reply::Incomplete { begun: Some(job) }
        | Reply::Refused { job, .. } = reply
            && self.reading.get() == Some(*job)
        {
            self.reading.set(None);
        }
    }

    fn died(&self, death: Death) {
        self.reading.set(None);
        self.end();
        self.tell(Event::Died(death));
    }

    /// What an answer changes is drawn in a task of its own: reading a long one is enough for one.
    fn tell(&self, event: Event) {
        let on_event = self.on_event.clone();
        in_turn(When::Work, move || on_event.emit(event));
    }

    /// Nothing is owed by a worker that is no more.
    fn end(&self) {
        self.worker.replace(None);
        self.waiting.take();
        self.patience.replace(None);
        self.is_fetching.set(false);
        self.owed.set(0);
    }
}

/// A worker that falls names its fall. Memory that cannot grow ends the program without a word of its own: the browser
/// says that an instruction was reached that never is, or that memory is out.
fn death(event: &web_sys::Event) -> Death {
    let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default().to_lowercase();
    let starved = ["unreachable", "out of memory", "allocat"].iter().any(|word| message.contains(word));
    if starved { Death::Starved } else { Death::Stopped }
}

/// One object: the request, and the files beside it as they are (a `File` is handed over without a copy).
fn envelope(request: &Request, files: &[File]) -> Option<JsValue> {
    let request = Uint8Array::from(protocol::pack(request)?.as_slice());
    let files: Array = files.iter().collect();
    let envelope = Object::new();
    Reflect::set(&envelope, &"request".into(), &request).ok()?;
    Reflect::set(&envelope, &"files".into(), &files).ok()?;
    Some(envelope.into())
}

/// The single-file edition defines `__spawn_worker`; elsewhere the worker is a file beside the page.
fn spawn() -> Result<Worker, JsValue> {
    let hook = Reflect::get(&js_sys::global(), &"__spawn_worker".into())?;
    if let Some(hook) = hook.dyn_ref::<Function>() {
        return hook.call0(&JsValue::NULL)?.dyn_into();
    }
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options("./worker.js", &options)
}
