//! One request in, its replies out.

use crate::beside;
use crate::blob::{BlobReader, Lost};
use crate::export::{self, MadeFile};
use crate::form;
use crate::project;
use crate::seal::Source;
use crate::watch::PageWatch;
use assess::{AssessError, Assessment, FileWatch, House, Input, ReadSeek};
use domain::{EnteredRow, NaiveDate, Options, ReadError, ReadErrorKind, SourceFile};
use js_sys::{Array, Reflect, Uint8Array};
use protocol::{InputName, InputOrigin, JobId, Reply, Request, Slice, SliceName};
use std::cell::RefCell;
use std::io::Cursor;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope};

thread_local! {
    static HOUSE: Result<House, AssessError> = House::embedded();
    static CURRENT: RefCell<Option<(JobId, Assessment)>> = const { RefCell::new(None) };
    /// The files that it rests on.
    static SOURCES: RefCell<Vec<Source>> = const { RefCell::new(Vec::new()) };
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

/// Answers the message `{ request, files }`.
pub(crate) fn answer(message: &JsValue, port: &DedicatedWorkerGlobalScope) -> Reply {
    let request = Reflect::get(message, &"request".into()).unwrap_or_default();
    let files = Reflect::get(message, &"files".into()).ok().and_then(|files| files.dyn_into::<Array>().ok());
    let files = files.unwrap_or_default();
    match request.dyn_into::<Uint8Array>().ok().and_then(|request| protocol::unpack(&request.to_vec())) {
        Some(Request::Assess { job, inputs, options, today }) => with_house(job, |house| {
            let mut watch = PageWatch::new(port.clone(), job);
            let sources =
                inputs.iter().zip(files.iter()).filter_map(|(input, file)| Source::of(input, &file)).collect();
            let reply = assess_files(house, job, open(&inputs, &files), *options, today, &mut watch);
            if matches!(reply, Reply::Done { .. }) {
                SOURCES.set(sources);
            }
            reply
        }),
        Some(Request::Judge { job, options, today }) => {
            with_house(job, |house| judge_again(house, job, *options, today))
        }
        Some(Request::Show { job, slice }) => with_house(job, |house| show(house, job, slice)),
        Some(Request::Plan { options }) => with_house(JobId::default(), |house| plan(house, &options)),
        Some(Request::TryOut { options, tried, today }) => with_house(JobId::default(), |house| {
            let found = house.try_out(&options, &tried, today).map_err(|error| error.to_string());
            let slice = found.and_then(|found| found.ok_or_else(|| format!("no such rule: {}", tried.rule)));
            shown(JobId::default(), SliceName::TryOut(tried), slice.map(Slice::TryOut))
        }),
        Some(Request::Roster { options, today }) => with_house(JobId::default(), |house| {
            let units = house.units(&options, today).map(Slice::Roster).map_err(|error| error.to_string());
            shown(JobId::default(), SliceName::Roster, units)
        }),
        Some(Request::Proof { number, rows, options, today }) => {
            with_house(JobId::default(), |house| proof(house, number, &rows, &options, today))
        }
        Some(Request::Template { language, stamp }) => made(JobId::default(), export::template(language, stamp)),
        Some(Request::ReadBeside { job, set, inputs, form }) => with_house(job, |house| {
            with_assessment(job, |assessment| beside::read(house, (job, set), assessment, open(&inputs, &files), form))
        }),
        Some(Request::ForgetBeside) => beside::forget(),
        Some(Request::WriteProject { number, name, inputs, rows, options }) => {
            project::write(number, name, open(&inputs, &files), rows, *options)
        }
        Some(Request::OpenProject { name }) => with_house(JobId::default(), |house| {
            let input = InputName { name: name.clone(), origin: InputOrigin::File };
            project::open(house, name, open(&[input], &files))
        }),
        Some(Request::Lint { name, text }) => with_house(JobId::default(), |house| {
            let problems = house.lint(&name, &text);
            Reply::Linted { name, text, problems }
        }),
        Some(Request::FillForm { job, wish, purpose }) => with_house(job, |house| {
            let name = InputName { name: wish.name.clone(), origin: InputOrigin::File };
            with_assessment(job, |assessment| {
                form::fill(house, assessment, (job, wish), open(&[name], &files), purpose)
            })
        }),
        Some(Request::Export { job, format, language, stamp, unit, filled }) => with_house(job, |house| {
            let asked = export::Asked { format, language, stamp, unit, filled: &filled };
            let mut watch = PageWatch::new(port.clone(), job);
            with_assessment(job, |assessment| {
                made(job, export::make(house, assessment, &asked, || sources(assessment, &mut watch)))
            })
        }),
        None => Reply::Refused { job: JobId::default(), detail: "a message that nobody understands".to_owned() },
    }
}

/// The shipped data are tested; if they did not hold together all the same, the page would be told so.
fn with_house(job: JobId, work: impl FnOnce(&House) -> Reply) -> Reply {
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
fn open(names: &[InputName], files: &Array) -> Opened {
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

fn with_assessment(job: JobId, work: impl FnOnce(&Assessment) -> Reply) -> Reply {
    CURRENT.with_borrow(|current| match current {
        Some((current_job, assessment)) if *current_job == job => work(assessment),
        _ => Reply::Refused { job, detail: "that job is not the current one".to_owned() },
    })
}

/// The files that the assessment rests on, read a second time; those that could not be read are none of them.
fn sources(assessment: &Assessment, watch: &mut PageWatch) -> Vec<SourceFile> {
    let mut told = |file: &str, done: u64, of: u64| watch.progress(file, done, of, 0);
    let failed = |source: &&Source| assessment.failed().iter().any(|error| error.file == source.name());
    SOURCES.with_borrow(|sources| {
        sources.iter().filter(|source| !failed(source)).map(|source| source.sealed(&mut told)).collect()
    })
}

fn made(job: JobId, file: Result<MadeFile, String>) -> Reply {
    match file {
        Ok(MadeFile { name, mime, bytes }) => Reply::File { job, name: name.to_string(), mime: mime.to_owned(), bytes },
        Err(detail) => Reply::Refused { job, detail },
    }
}

/// Rows are looked at with the units that are known already, those that only the data name among them.
fn proof(house: &House, number: u32, rows: &[EnteredRow], options: &Options, today: NaiveDate) -> Reply {
    let found = CURRENT.with_borrow(|current| {
        let known = current.as_ref().map(|(_, assessment)| assessment);
        house.proof(rows, options, today, known)
    });
    match found {
        Ok(findings) => Reply::Proved { number, findings },
        Err(error) => Reply::Refused { job: JobId::default(), detail: error.to_string() },
    }
}

fn plan(house: &House, options: &Options) -> Reply {
    let slice = house.plan_slice(options).map(Slice::Plan).map_err(|error| error.to_string());
    shown(JobId::default(), SliceName::Plan, slice)
}

fn show(house: &House, job: JobId, name: SliceName) -> Reply {
    with_assessment(job, |assessment| {
        let slice = slice(house, assessment, &name);
        shown(job, name, slice)
    })
}

fn shown(job: JobId, name: SliceName, slice: Result<Slice, String>) -> Reply {
    match slice {
        Ok(slice) => Reply::Slice { job, name, slice: Box::new(slice) },
        Err(detail) => Reply::Refused { job, detail },
    }
}

fn slice(house: &House, assessment: &Assessment, name: &SliceName) -> Result<Slice, String> {
    let nothing = || format!("no such slice: {name:?}");
    match name {
        SliceName::Check => Ok(Slice::Check(assessment.check())),
        SliceName::Matrix => Ok(Slice::Matrix(assessment.matrix())),
        SliceName::Unit(unit) => assessment.unit(*unit).map(Slice::Unit).ok_or_else(nothing),
        SliceName::Why { target, unit, period } => {
            assessment.why(target, *unit, period).map(Slice::Why).ok_or_else(nothing)
        }
        SliceName::Agenda(unit) => Ok(Slice::Agenda(Box::new(assessment.agenda_slice(house, *unit)))),
        // They need no assessment: requests of their own ask for them.
        SliceName::Plan | SliceName::TryOut(_) => Err(nothing()),
        SliceName::Roster => Ok(Slice::Roster(assessment.units())),
        SliceName::Readings => assessment.readings(house).map(Slice::Readings).map_err(|error| error.to_string()),
        SliceName::Forms => assessment.forms(house).map(Slice::Forms).map_err(|error| error.to_string()),
        SliceName::Trend => Ok(Slice::Trend(assessment.trend())),
        SliceName::Rows(at) => Ok(Slice::Rows(assessment.rows(at))),
        SliceName::Compare(asked) => beside::compare(assessment, asked).map(Slice::Compare).ok_or_else(nothing),
        SliceName::Report { kind, unit } => {
            export::report(house, assessment, *kind, *unit).map(|report| Slice::Report(Box::new(report)))
        }
        SliceName::Stretch(wish, number) => Ok(Slice::Stretch(assessment.stretch(wish, *number))),
        SliceName::Tiles => Ok(Slice::Tiles(assessment.tiles())),
        SliceName::Rollup => Ok(Slice::Rollup(assessment.rollup())),
        SliceName::WhatIf(edits) => Ok(Slice::WhatIf(assessment.what_if(edits))),
    }
}
