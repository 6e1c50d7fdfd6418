//! A superior's form: what goes into it, and the form with it.

use crate::answer::{Opened, names_of};
use assess::{Assessment, FilledForm, House, Input};
use domain::{FormProblem, FormWish, ReadError, ReadErrorKind};
use protocol::{FormPurpose, JobId, Reply};
use report::form::{self, NotWritten};
use std::io::{Cursor, Read};

/// A form larger than this is refused: it is held as a whole.
const BYTES: u64 = 64 << 20;

/// Fills a form. It is written even where somebody only looks: what could not be saved is told before.
pub(crate) fn fill(
    house: &House,
    assessment: &Assessment,
    (job, wish): (JobId, Box<FormWish>),
    file: Opened,
    purpose: FormPurpose,
) -> Reply {
    let filled = bytes(file).and_then(|bytes| {
        let input = Input { name: wish.name.clone(), size: bytes.len() as u64, bytes: Box::new(Cursor::new(&bytes)) };
        let FilledForm { preview, places } = house.fill_form(assessment, &wish, input)?;
        let made = form::write(&bytes, &preview, &places.sheet, places.recalculated.as_deref());
        Ok((preview, made.map_err(|NotWritten(detail)| FormProblem::NotWritten { detail })?))
    });
    match (filled, purpose) {
        (Ok((_, bytes)), FormPurpose::Save) => {
            Reply::File { job, name: form::name(&wish.name), mime: form::MIME.to_owned(), bytes }
        }
        (Ok((preview, _)), FormPurpose::Look) => Reply::Form { job, wish, answer: Ok(Box::new(preview)) },
        (Err(problem), _) => Reply::Form { job, wish, answer: Err(problem) },
    }
}

fn bytes(Opened { inputs, failed, lost }: Opened) -> Result<Vec<u8>, FormProblem> {
    if let Some(ReadError { kind, .. }) = failed.into_iter().next() {
        return Err(FormProblem::Unreadable(kind));
    }
    let Some(mut file) = inputs.into_iter().next() else { return Err(FormProblem::Changed) };
    if file.size > BYTES {
        let megabytes = |bytes: u64| format!("{} MB", bytes.div_ceil(1 << 20));
        let kind = ReadErrorKind::TooLarge { seen: megabytes(file.size), limit: megabytes(BYTES) };
        return Err(FormProblem::Unreadable(kind));
    }
    let mut bytes = Vec::new();
    let read = file.bytes.read_to_end(&mut bytes);
    match read {
        _ if !names_of(&lost).is_empty() => Err(FormProblem::Changed),
        Ok(_) => Ok(bytes),
        Err(error) => Err(FormProblem::Unreadable(ReadErrorKind::Damaged { detail: error.to_string() })),
    }
}
