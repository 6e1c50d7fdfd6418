//! Questions to an assessment: which verdicts, why, whose agenda.

use super::{data, data_or_nothing, unit};
use crate::fault::{Code, Fault};
use assess::Assessment;
use domain::{Explanation, UnitIndex, Verdict};
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// The unit of a province-wide share, as tables have it.
const ALL_UNITS: &str = "*";

/// Which verdicts are asked for.
pub(crate) struct Filter {
    written: WrittenFilter,
    unit: Option<Option<UnitIndex>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFilter {
    unit: Option<String>,
    target: Option<String>,
    period: Option<String>,
    year: Option<i32>,
}

impl Filter {
    /// Is this verdict asked for?
    pub(crate) fn takes(&self, verdict: &Verdict) -> bool {
        let WrittenFilter { target, period, year, .. } = &self.written;
        self.unit.is_none_or(|unit| unit == verdict.unit)
            && target.as_ref().is_none_or(|target| *target == verdict.target)
            && period.as_ref().is_none_or(|period| *period == verdict.period.to_string())
            && year.is_none_or(|year| verdict.period.year() == Some(year))
    }
}

/// Which verdicts are asked for; nothing given means all.
pub(crate) fn filter(value: &JsValue, assessment: &Assessment) -> Result<Filter, Fault> {
    let written: WrittenFilter = data_or_nothing("filter", value)?;
    let unit = written.unit.as_deref().map(|id| whose(id, assessment)).transpose()?;
    Ok(Filter { written, unit })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    target: String,
    unit: Option<String>,
    period: String,
}

/// The explanation that is asked for.
pub(crate) fn why(value: &JsValue, assessment: &Assessment) -> Result<Explanation, Fault> {
    let Question { target, unit, period } = data("explain", value)?;
    let whose = unit.as_deref().map_or(Ok(None), |id| whose(id, assessment))?;
    let mut verdicts = assessment.verdicts().iter().filter(|verdict| verdict.target == target);
    let known = verdicts.find(|verdict| verdict.period.to_string() == period).map(|verdict| verdict.period.clone());
    known.and_then(|period| assessment.why(&target, whose, &period)).ok_or_else(|| {
        let unit = unit.as_deref().unwrap_or(ALL_UNITS);
        Fault::new(Code::UnknownVerdict, format!("there is no verdict on `{target}` of `{unit}` for `{period}`"))
    })
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct AgendaOf {
    unit: Option<String>,
}

/// Whose agenda is asked for; `None` = that of the scope.
pub(crate) fn agenda_of(value: &JsValue, assessment: &Assessment) -> Result<Option<UnitIndex>, Fault> {
    let AgendaOf { unit: id } = data_or_nothing("agenda", value)?;
    id.as_deref().map(|id| unit(id, assessment.facts())).transpose()
}

fn whose(id: &str, assessment: &Assessment) -> Result<Option<UnitIndex>, Fault> {
    if id == ALL_UNITS { Ok(None) } else { unit(id, assessment.facts()).map(Some) }
}
