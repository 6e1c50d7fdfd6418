//! One request in, its replies out: those that a first result needs.

use crate::blob::{BlobReader, Lost};
use crate::seal::Source;
use crate::watch::PageWatch;
use assess::{AssessError, Assessment, House, Input, ReadSeek};
use domain::{NaiveDate, Options, PlanSlice, ReadError, ReadErrorKind};
use js_sys::{Array, Reflect, Uint8Array};
use protocol::{InputName, JobId, Reply, Request, Slice, SliceName};
use std::cell::RefCell;
use std::io::Cursor;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope};

thread_local! {
    pub(crate) static HOUSE: Result<House, AssessError> = House::begun();
    /// The assessment that answers are about, with its job.
    pub(crate) static CURRENT: RefCell<Option<(JobId, Assessment)>> = const { RefCell::new(None) };
    /// The files that it rests on.
    pub(crate) static SOURCES: RefCell<Vec<Source>> = const { RefCell::new(Vec::new()) };
}

/// A table of one row, to go the whole way with.
const FIRST: &str = "Đơn vị,Ngày,Hình thức\nXã Vĩnh Hòa Hiệp,05/7/2024,Tin\n";

/// Takes the shipped data in before somebody waits for them, and goes the whole way once: a browser compiles code when it is
/// first run. Meanwhile a visitor is still choosing a file. Nothing is kept of it.
pub(crate) fn prepare() {
    let bytes = Box::new(Cursor::new(FIRST.as_bytes()));
    let input = Input { name: "so.csv".to_owned(), size: FIRST.len() as u64, bytes };
    HOUSE.with(|house| {
        let way =
            house.as_ref().map(|house| house.assess(vec![input], Options::default(), NaiveDate::default(), &mut ()));
        // Whatever is wrong is told to who asks.
        drop(way);
    });
}

/// A message of the page: `{ request, files }`.
pub(crate) struct Message {
    pub(crate) request: Request,
    pub(crate) files: Array,
}

impl Message {
    /// What the page sent, if it can be read.
    pub(crate) fn read(message: &JsValue) -> Option<Self> {
        let request = Reflect::get(message, &"request".into()).ok()?.dyn_into::<Uint8Array>().ok()?;
        let files = Reflect::get(message, &"files".into()).ok().and_then(|files| files.dyn_into::<Array>().ok());
        Some(Self { request: protocol::unpack(&request.to_vec())?, files: files.unwrap_or_default() })
    }

    /// Is it about the shipped data alone, whatever job runs?
    pub(crate) fn is_of_no_job(&self) -> bool {
        matches!(self.request, Request::Plan { .. } | Request::Roster { .. })
    }

    /// The job that it begins: what is asked later rests on it.
    pub(crate) fn begun(&self) -> Option<JobId> {
        match self.request {
            Request::Assess { job, .. } | Request::Judge { job, .. } => Some(job),
            _ => None,
        }
    }
}

/// Answers what a first result needs; anything else comes back, for the other module, which reads rule files and any format.
pub(crate) fn answer(Message { request, files }: Message, port: &DedicatedWorkerGlobalScope) -> Result<Reply, Message> {
    match request {
        Request::Assess { ref inputs, .. } if !are_read(inputs, &files) => Err(Message { request, files }),
        Request::Assess { ref options, .. }
        | Request::Judge { ref options, .. }
        | Request::Plan { ref options, .. }
        | Request::Roster { ref options, .. }
            if HOUSE.with(|house| house.as_ref().is_ok_and(|house| !house.knows(options))) =>
        {
            Err(Message { request, files })
        }
        Request::Assess { job, inputs, options, today } => Ok(with_house(job, |house| {
            let mut watch = PageWatch::new(port.clone(), job);
            let sources =
                inputs.iter().zip(files.iter()).filter_map(|(input, file)| Source::of(input, &file)).collect();
            let reply = assess_files(house, job, open(&inputs, &files), *options, today, &mut watch);
            if matches!(reply, Reply::Done { .. }) {
                SOURCES.set(sources);
            }
            reply
        })),
        Request::Judge { job, options, today } => Ok(with_house(job, |house| judge_again(house, job, *options, today))),
        Request::Plan { number, options } => Ok(Reply::Plan { number, plan: plan(&options) }),
        Request::Roster { options, today } => Ok(with_house(JobId::default(), |house| {
            let units = house.units(&options, today).map(Slice::Roster).map_err(|error| error.to_string());
            shown(JobId::default(), SliceName::Roster, units)
        })),
        Request::Show { job, slice: name } if is_first(&name) => Ok(with_assessment(job, |assessment| {
            let slice = slice(assessment, &name).ok_or_else(|| no_such(&name));
            shown(job, name, slice)
        })),
        request => Err(Message { request, files }),
    }
}

/// Are the formats of these files read?
fn are_read(inputs: &[InputName], files: &Array) -> bool {
    HOUSE.with(|house| {
        let reads = |house: &House| open(inputs, files).inputs.iter_mut().all(|input| house.reads(input));
        house.as_ref().map_or(true, reads)
    })
}

/// The shipped data are tested; if they did not hold together all the same, the page would be told so.
pub(crate) fn with_house(job: JobId, work: impl FnOnce(&House) -> Reply) -> Reply {
    HOUSE.with(|house| match house {
        Ok(house) => work(house),
        Err(error) => Reply::Refused { job, detail: error.to_string() },
    })
}

fn assess_files(
    house: &House,
    job: JobId,
    Opened { inputs, mut failed, lost }: Opened,
    options: Options,
    today: NaiveDate,
    watch: &mut PageWatch,
) -> Reply {
    // Two files' worth of cells may be more than there is room for; the page asks for no row while files are read.
    CURRENT.with_borrow_mut(|current| current.iter_mut().for_each(|(_, old)| old.forget_tables()));
    let result = house.assess(inputs, options, today, watch);
    let lost = names_of(&lost);
    if !lost.is_empty() {
        // What was read before stands: half of the files would look like less than was done.
        return Reply::Changed { job, files: lost };
    }
    match result {
        Ok(assessment) => {
            failed.extend(assessment.failed().iter().cloned());
            let summary = Box::new(assessment.summary());
            CURRENT.set(Some((job, assessment)));
            Reply::Done { job, summary, failed }
        }
        Err(AssessError::Files(errors)) => {
            failed.extend(errors);
            Reply::Failed { job, errors: failed }
        }
        Err(AssessError::Rules(detail)) => Reply::Refused { job, detail },
    }
}

/// Files that the browser opened, and those that it did not.
pub(crate) struct Opened {
    /// As readers.
    pub(crate) inputs: Vec<Input<'static>>,
    /// Not opened.
    pub(crate) failed: Vec<ReadError>,
    /// Tells of each reader, by the file's name, whether it was lost on the way.
    pub(crate) lost: Vec<(String, Lost)>,
}

/// The names of files that were lost on the way.
pub(crate) fn names_of(lost: &[(String, Lost)]) -> Vec<String> {
    lost.iter().filter(|(_, lost)| lost.is_lost()).map(|(name, _)| name.clone()).collect()
}

/// The files as readers; one that the browser cannot open is reported like any other unreadable file.
pub(crate) fn open(names: &[InputName], files: &Array) -> Opened {
    let mut opened = Opened { inputs: Vec::new(), failed: Vec::new(), lost: Vec::new() };
    for (InputName { name, .. }, file) in names.iter().zip(files.iter()) {
        match file.dyn_into::<Blob>().map_err(|_| "not a file".to_owned()).and_then(open_one) {
            Ok(reader) => {
                opened.lost.push((name.clone(), reader.lost()));
                let (size, bytes) = (reader.size(), Box::new(reader) as Box<dyn ReadSeek>);
                opened.inputs.push(Input { name: name.clone(), size, bytes });
            }
            Err(detail) => {
                opened.failed.push(ReadError { file: name.clone(), kind: ReadErrorKind::Damaged { detail } });
            }
        }
    }
    opened
}

fn open_one(blob: Blob) -> Result<BlobReader, String> {
    BlobReader::new(blob).map_err(|error| error.to_string())
}

fn judge_again(house: &House, job: JobId, options: Options, today: NaiveDate) -> Reply {
    let Some((old, assessment)) = CURRENT.take() else {
        return Reply::Refused { job, detail: "nothing was read yet".to_owned() };
    };
    match house.judge_again(assessment, options, today) {
        Ok(assessment) => {
            let summary = Box::new(assessment.summary());
            let failed = assessment.failed().to_vec();
            CURRENT.set(Some((job, assessment)));
            Reply::Done { job, summary, failed }
        }
        Err((assessment, error)) => {
            // The page goes on with what it has.
            CURRENT.set(Some((old, *assessment)));
            Reply::Refused { job, detail: error.to_string() }
        }
    }
}

pub(crate) fn with_assessment(job: JobId, work: impl FnOnce(&Assessment) -> Reply) -> Reply {
    CURRENT.with_borrow(|current| match current {
        Some((current_job, assessment)) if *current_job == job => work(assessment),
        _ => Reply::Refused { job, detail: "that job is not the current one".to_owned() },
    })
}

fn plan(options: &Options) -> Result<Box<PlanSlice>, String> {
    HOUSE.with(|house| {
        let plan = house.as_ref().map_err(ToString::to_string)?.plan_slice(options);
        plan.map(Box::new).map_err(|error| error.to_string())
    })
}

pub(crate) fn shown(job: JobId, name: SliceName, slice: Result<Slice, String>) -> Reply {
    match slice {
        Ok(slice) => Reply::Slice { job, name, slice: Box::new(slice) },
        Err(detail) => Reply::Refused { job, detail },
    }
}

/// Is it a slice that [`slice`] makes?
fn is_first(name: &SliceName) -> bool {
    matches!(
        name,
        SliceName::Check | SliceName::Matrix | SliceName::Unit(_) | SliceName::Why { .. } | SliceName::Roster
    )
}

fn slice(assessment: &Assessment, name: &SliceName) -> Option<Slice> {
    match name {
        SliceName::Check => Some(Slice::Check(assessment.check())),
        SliceName::Matrix => Some(Slice::Matrix(assessment.matrix())),
        SliceName::Unit(unit) => assessment.unit(*unit).map(Slice::Unit),
        SliceName::Why { target, unit, period } => assessment.why(target, *unit, period).map(Slice::Why),
        SliceName::Roster => Some(Slice::Roster(assessment.units())),
        _ => None,
    }
}

/// Why there is no slice of that name.
pub(crate) fn no_such(name: &SliceName) -> String {
    format!("no such slice: {name:?}")
}
