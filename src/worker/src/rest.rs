//! What a first result does without: writers, calendar, comparison, projects, forms. It comes in a module of its own.

use crate::answer::{self, CURRENT, HOUSE, Message, SOURCES, no_such, shown, with_assessment, with_house};
use crate::export::{self, MadeFile};
use crate::seal::Source;
use crate::watch::PageWatch;
use crate::{beside, door, form, project};
use assess::{Assessment, FileWatch, House};
use domain::{EnteredRow, NaiveDate, Options, SourceFile};
use protocol::{InputName, InputOrigin, JobId, Reply, Request, Slice, SliceName};
use web_sys::DedicatedWorkerGlobalScope;

/// The way to what is in the other module.
pub(crate) struct Rest {
    /// Answers any message.
    pub(crate) answer: fn(Message, &DedicatedWorkerGlobalScope) -> Reply,
}

const REST: &Rest = &Rest { answer: answer_all };

/// Waits for the other module.
#[cfg(not(test))]
#[wasm_split_helpers::wasm_split(rest, fallible)]
pub(crate) fn rest() -> Result<&'static Rest, wasm_split_helpers::SplitLoaderError> {
    Ok(REST)
}

/// The tests' program is in one piece.
#[cfg(test)]
pub(crate) fn rest() -> std::future::Ready<Result<&'static Rest, wasm_split_helpers::SplitLoaderError>> {
    std::future::ready(Ok(REST))
}

/// Answers anything: what the first module does not know as long as it is alone, too.
pub(crate) fn answer_all(message: Message, port: &DedicatedWorkerGlobalScope) -> Reply {
    HOUSE.with(|house| house.iter().for_each(House::complete));
    answer::answer(message, port).unwrap_or_else(|message| answer_the_rest(message, port))
}

fn answer_the_rest(Message { request, files }: Message, port: &DedicatedWorkerGlobalScope) -> Reply {
    match request {
        Request::Show { job, slice: name } => with_house(job, |house| {
            with_assessment(job, |assessment| {
                let slice = slice(house, assessment, &name);
                shown(job, name, slice)
            })
        }),
        Request::TryOut { options, tried, today } => with_house(JobId::default(), |house| {
            let found = house.try_out(&options, &tried, today).map_err(|error| error.to_string());
            let slice = found.and_then(|found| found.ok_or_else(|| format!("no such rule: {}", tried.rule)));
            shown(JobId::default(), SliceName::TryOut(tried), slice.map(Slice::TryOut))
        }),
        Request::Proof { number, rows, options, today } => {
            with_house(JobId::default(), |house| proof(house, number, &rows, &options, today))
        }
        Request::Template { language, stamp } => made(JobId::default(), export::template(language, stamp)),
        Request::ReadBeside { job, set, inputs, form } => with_house(job, |house| {
            let opened = answer::open(&inputs, &files);
            with_assessment(job, |assessment| beside::read(house, (job, set), assessment, opened, form))
        }),
        Request::ForgetBeside => beside::forget(),
        Request::WriteProject { number, name, inputs, rows, options } => {
            project::write(number, name, answer::open(&inputs, &files), rows, *options)
        }
        Request::OpenProject { name } => with_house(JobId::default(), |house| {
            let input = InputName { name: name.clone(), origin: InputOrigin::File };
            project::open(house, name, answer::open(&[input], &files))
        }),
        Request::Lint { name, text } => with_house(JobId::default(), |house| {
            let problems = house.lint(&name, &text);
            Reply::Linted { name, text, problems }
        }),
        Request::FillForm { job, wish, purpose } => with_house(job, |house| {
            let name = InputName { name: wish.name.clone(), origin: InputOrigin::File };
            let opened = answer::open(&[name], &files);
            with_assessment(job, |assessment| form::fill(house, assessment, (job, wish), opened, purpose))
        }),
        Request::Export { job, format, language, stamp, unit, filled } => with_house(job, |house| {
            let asked = export::Asked { format, language, stamp, unit, filled: &filled };
            let mut watch = PageWatch::new(port.clone(), job);
            with_assessment(job, |assessment| {
                made(job, export::make(house, assessment, &asked, || sources(assessment, &mut watch)))
            })
        }),
        // Only the first module answers these.
        Request::Assess { .. } | Request::Judge { .. } | Request::Plan { .. } | Request::Roster { .. } => {
            door::not_understood()
        }
    }
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

fn slice(house: &House, assessment: &Assessment, name: &SliceName) -> Result<Slice, String> {
    let nothing = || no_such(name);
    match name {
        SliceName::Agenda(unit) => Ok(Slice::Agenda(Box::new(assessment.agenda_slice(house, *unit)))),
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
        // They need no assessment (requests of their own ask for them), or are in the first module.
        SliceName::Plan
        | SliceName::TryOut(_)
        | SliceName::Check
        | SliceName::Matrix
        | SliceName::Unit(_)
        | SliceName::Why { .. }
        | SliceName::Roster => Err(nothing()),
    }
}
