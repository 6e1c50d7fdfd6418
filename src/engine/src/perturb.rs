//! Do the examples of a plan guard its numbers? Each number is changed by one; then some example must come out
//! otherwise. It knows what a number is and when nobody could tell the difference, not what is right.

mod asked;
mod knob;
mod trial;
mod walk;

pub(crate) use trial::Trial;

use crate::lint::Remark;
use asked::Asked;
use knob::{Knob, Setting, Step};
use plan::Plan;
use trial::Bench;

/// The numbers of `plan` that can be changed by one without any example noticing.
pub(crate) fn unnoticed(plan: &Plan, trials: &[Trial]) -> Vec<Remark> {
    let mut bench = Bench::new(trials);
    let mut plan = plan.clone();
    let knobs = knob::knobs(&plan);
    let remarks = knobs.iter().filter_map(|knob| {
        let turns: Vec<(Step, Setting)> = turns(&mut plan, knob).collect();
        let unnoticed = turns.into_iter().filter(|(_, turned)| !bench.notices(knob, *turned));
        remark(knob, &unnoticed.collect::<Vec<_>>())
    });
    remarks.collect()
}

/// One less and one more, where a file can say so and an example could tell.
fn turns<'k>(plan: &'k mut Plan, knob: &'k Knob) -> impl Iterator<Item = (Step, Setting)> + 'k {
    let before = Asked::of(plan);
    let turns = [Step::Less, Step::More].into_iter();
    let turns = turns.filter_map(|step| Some((step, knob.setting.stepped(step)?)));
    turns.filter(move |(_, turned)| {
        knob.turn(plan, *turned);
        let is_told = knob::is_sound(plan) && (!knob.is_bound() || before.misses_something_in(&Asked::of(plan)));
        knob.turn_back(plan, *turned);
        is_told
    })
}

fn remark(knob: &Knob, unnoticed: &[(Step, Setting)]) -> Option<Remark> {
    let values: Vec<String> = unnoticed.iter().map(|(_, turned)| turned.to_string()).collect();
    let steps: Vec<Step> = unnoticed.iter().map(|(step, _)| *step).collect();
    let (field, rule) = (knob.place.last()?, knob.place.get(1)?);
    (!values.is_empty()).then(|| Remark {
        place: knob.place.clone(),
        message: format!("no test notices if `{field}` of `{rule}` becomes {}", values.join(" or ")),
        help: help(knob.setting, &steps).to_owned(),
    })
}

fn help(setting: Setting, steps: &[Step]) -> &'static str {
    match (setting, steps) {
        (Setting::Day(_) | Setting::Bound(_) | Setting::MonthDay(_), _) => {
            "add a `[[test]]` with something on the day itself, and on the days beside it"
        }
        (Setting::Year(_), _) => "add a `[[test]]` with surveys of this year and of the years beside it",
        (_, [Step::Less]) => "add a `[[test]]` with one less than is required: it must not be met",
        (_, [Step::More]) => "add a `[[test]]` with exactly what is required: it must be met",
        _ => "add a `[[test]]` with exactly what is required, and with one less",
    }
}
