//! Amendments: a target that replaces another takes its place from its own first day on.
//!
//! The history of the other is not touched: it is judged to the day before. While the replacing target is off
//! (`enabled = false`), so is the amendment.

use crate::fault::Fault;
use crate::model::{Plan, Target};
use domain::NaiveDate;
use std::collections::BTreeMap;

/// Ends every target that another replaces, or says why it cannot be replaced.
pub(crate) fn apply(plan: &mut Plan) -> Vec<Fault> {
    let mut ends: BTreeMap<String, NaiveDate> = BTreeMap::new();
    let mut faults = Vec::new();
    for target in plan.targets.iter().filter(|target| target.enabled) {
        let Some(replaced) = &target.replaces else { continue };
        match last_day(plan, target, replaced) {
            Ok(_) if ends.contains_key(replaced) => {
                faults.push(at(target, format!("another target replaces `{replaced}`, too")));
            }
            Ok(day) => {
                ends.insert(replaced.clone(), day);
            }
            Err(fault) => faults.push(fault),
        }
    }
    for target in &mut plan.targets {
        target.to = ends.get(&target.id).copied().or(target.to);
    }
    faults
}

/// The last day of the target that `target` replaces.
fn last_day(plan: &Plan, target: &Target, replaced: &str) -> Result<NaiveDate, Fault> {
    let Some(other) = plan.target(replaced) else {
        let known = plan.targets.iter().map(|known| known.id.as_str()).filter(|known| *known != target.id);
        return Err(Fault::unknown(&["target", &target.id, "replaces"], "target", replaced, known));
    };
    let start = other.from.unwrap_or(plan.from);
    let Some(from) = target.from.filter(|from| start < *from) else {
        let fault = Fault::new(&["target", &target.id, "from"], format!("`{replaced}` itself begins on {start}"));
        return Err(fault.help("an amendment begins after what it replaces"));
    };
    let day = from.pred_opt().unwrap_or(from);
    match other.to {
        Some(to) if to != day => Err(at(target, format!("`{replaced}` itself ends on {to}, not the day before"))),
        _ => Ok(day),
    }
}

fn at(target: &Target, message: String) -> Fault {
    Fault::new(&["target", &target.id, "replaces"], message)
}
