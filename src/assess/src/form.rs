//! A superior's form and the figures that go into it: which orders of columns are at hand, what becomes of each cell.
//!
//! A value that stands there already is kept unless the user says otherwise; what the data do not say stays blank.

mod cells;
mod rows;

use crate::assessment::Assessment;
use crate::embedded;
use crate::{AssessError, House};
use cells::Filler;
use domain::{
    FormChoice, FormHead, FormNote, FormOrder, FormPreview, FormProblem, FormWish, FormsSlice, Options, ReportReach,
    RowColumn, UnitLine, column_letters,
};
use intake::Input;
use intake::form::Form;

/// A form with everything that goes into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledForm {
    /// What goes where.
    pub preview: FormPreview,
    /// Where that is in the package.
    pub places: FormPlaces,
}

/// Parts of a workbook's package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormPlaces {
    /// The sheet that is filled.
    pub sheet: String,
    /// The part that lists the sheets, if formulas have to be reckoned anew.
    pub recalculated: Option<String>,
}

/// Whose figures go into a form.
pub(crate) struct Whose {
    pub(crate) unit: Option<UnitLine>,
    pub(crate) name: String,
    pub(crate) reach: ReportReach,
    /// Units directly below, each with its own figures.
    pub(crate) below: Vec<(UnitLine, ReportReach)>,
}

impl House {
    /// The orders of columns at hand under these options.
    ///
    /// # Errors
    /// The user's own does not hold together.
    pub fn forms(&self, options: &Options) -> Result<FormsSlice, AssessError> {
        let shipped = embedded::FORMS.into_iter().map(|(file, text)| plan::form_order(file, text));
        let own = match &options.form {
            FormChoice::Shipped => None,
            FormChoice::Own { name, text } => Some((name.clone(), plan::form_order(name, text)?)),
        };
        Ok(FormsSlice { own, shipped: shipped.collect::<Result<_, _>>()? })
    }

    /// What goes into a form: the figures of a report.
    ///
    /// # Errors
    /// The file cannot be filled, or nobody there hands in this report.
    pub fn fill_form(
        &self,
        assessment: &Assessment,
        wish: &FormWish,
        input: Input<'_>,
    ) -> Result<FilledForm, FormProblem> {
        let forms = self.forms(&assessment.options).map_err(|error| not_written(&error))?;
        let figures = assessment.form_figures(wish.kind, wish.unit).ok_or(FormProblem::NoFigures)?;
        let form = read(&forms, input)?;
        let heads = heads(&form, wish);
        let (rows, strangers) = rows::rows(&form, &heads, &figures.whose);
        let filler = Filler { form: &form, heads: &heads, wishes: &wish.wishes };
        let rows: Vec<_> = rows.iter().map(|row| filler.row(row)).collect();
        let is_filled = rows.iter().flat_map(|row| &row.cells).any(|cell| cell.written().is_some());
        let recalculated = (form.has_formulas && is_filled).then(|| form.workbook.clone());
        let notes = form.is_locked.then_some(FormNote::Locked).into_iter();
        let notes = notes.chain(recalculated.as_ref().map(|_| FormNote::Recalculated)).chain(strangers);
        let preview = FormPreview {
            sheet: form.sheet.clone(),
            head: region(&form),
            unit: figures.whose.name.clone(),
            period: figures.period,
            as_of: figures.as_of,
            notes: notes.collect(),
            columns: heads,
            rows,
        };
        Ok(FilledForm { preview, places: FormPlaces { sheet: form.part, recalculated } })
    }
}

impl Assessment {
    /// The orders of columns at hand.
    ///
    /// # Errors
    /// The user's own does not hold together.
    pub fn forms(&self, house: &House) -> Result<FormsSlice, AssessError> {
        house.forms(&self.options)
    }
}

/// The user's own order is asked first, and alone if it knows anything of the form.
fn read(forms: &FormsSlice, mut input: Input<'_>) -> Result<Form, FormProblem> {
    let own: Vec<FormOrder> = forms.own.iter().map(|(_, order)| order.clone()).collect();
    if !own.is_empty() {
        let again = Input { name: input.name.clone(), size: input.size, bytes: Box::new(&mut input.bytes) };
        let found = intake::form::read(again, &own);
        if found.as_ref().is_ok_and(|form| form.columns.iter().any(|column| column.guess.is_some())) {
            return found;
        }
        input.bytes.rewind().map_err(|error| not_written(&error))?;
    }
    intake::form::read(input, &forms.shipped)
}

fn not_written(error: &impl ToString) -> FormProblem {
    FormProblem::NotWritten { detail: error.to_string() }
}

fn heads(form: &Form, wish: &FormWish) -> Vec<FormHead> {
    let head = |column: &intake::form::Column| {
        let said = wish.wishes.holds.get(&column.column).copied();
        let (guess, by) = column.guess.clone().map_or((None, String::new()), |(holds, by)| (Some(holds), by));
        let by = if said.is_some_and(|said| Some(said) != guess) { String::new() } else { by };
        FormHead { column: column.column, levels: column.levels.clone(), holds: said.or(guess), by }
    };
    let mut heads: Vec<FormHead> = form.columns.iter().map(head).collect();
    once(&mut heads, wish);
    heads
}

/// What two columns seem to hold only the first is taken to hold: "Tổng số" and its part may share their words. What the
/// user says stands.
fn once(heads: &mut [FormHead], wish: &FormWish) {
    let said = |head: &FormHead| wish.wishes.holds.contains_key(&head.column);
    let mut taken: Vec<RowColumn> = heads.iter().filter(|head| said(head)).filter_map(|head| head.holds).collect();
    for head in heads.iter_mut().filter(|head| !said(head)) {
        match head.holds {
            Some(holds) if holds != RowColumn::Blank && taken.contains(&holds) => head.holds = None,
            Some(holds) => taken.push(holds),
            None => {}
        }
    }
}

fn region(form: &Form) -> String {
    let letters = |column: Option<&intake::form::Column>| column.map(|column| column_letters(column.column));
    let (first, last) = (letters(form.columns.first()), letters(form.columns.last()));
    format!("{}{}:{}{}", first.unwrap_or_default(), form.rows.0, last.unwrap_or_default(), form.rows.1)
}
