//! Readings that can be chosen: the default patches nothing, every other option does, no two do the same, and the
//! rules they change name them.

use super::variants::Variant;
use crate::fault::Fault;
use crate::model::{Change, Plan, Reading, ReadingOption};
use std::collections::BTreeMap;

/// What is wrong with the readings as such (whether each patch fits is tried by applying it).
pub(super) fn check(plan: &Plan) -> Vec<Fault> {
    let each = plan.readings.iter().flat_map(|reading| {
        of_reading(reading).into_iter().chain(reading.options.iter().flat_map(|option| unnamed(plan, reading, option)))
    });
    each.chain(rivals(plan)).collect()
}

/// An option under which the plan stays as it is.
pub(super) fn changes_nothing(reading: &Reading, option: &ReadingOption) -> Fault {
    let message = format!("option `{}` of `{}` changes nothing", option.id, reading.id);
    let place = ["reading", &reading.id, "option", &option.id, "set"];
    Fault::new(&place, message).help("let it patch a rule, or make the reading a `note` with one option")
}

/// One patch of several that puts what stands there already.
pub(super) fn changes_nothing_at(reading: &Reading, option: &ReadingOption, path: &str) -> Fault {
    let place = ["reading", &reading.id, "option", &option.id, "set", path];
    Fault::new(&place, format!("the patch of `{path}` changes nothing"))
}

/// Options of one reading under which the rules are the same.
pub(super) fn alike(variants: &[Variant<'_, '_>]) -> Vec<Fault> {
    let alike = |(number, variant): (usize, &Variant<'_, '_>)| {
        let earlier = variants.iter().take(number).filter(|earlier| earlier.reading.id == variant.reading.id);
        let twin = earlier.into_iter().find(|earlier| same_rules(&earlier.applied.plan, &variant.applied.plan))?;
        let place = ["reading", &variant.reading.id, "option", &variant.option.id];
        Some(Fault::new(&place, format!("option `{}` does the same as `{}`", variant.option.id, twin.option.id)))
    };
    variants.iter().enumerate().filter_map(alike).collect()
}

/// Are the rules the same, whatever was chosen?
pub(super) fn same_rules(left: &Plan, right: &Plan) -> bool {
    let rules = |plan: &Plan| (plan.from, plan.to, plan.defaults);
    rules(left) == rules(right)
        && left.windows == right.windows
        && left.targets == right.targets
        && left.duties == right.duties
        && (&left.id, &left.title, &left.short, &left.issuer, &left.rosters)
            == (&right.id, &right.title, &right.short, &right.issuer, &right.rosters)
}

fn of_reading(reading: &Reading) -> Vec<Fault> {
    let mut faults = Vec::new();
    let is_note = reading.kind == "note";
    if is_note != (reading.options.len() == 1) {
        let message = match reading.options.len() {
            1 => format!("`{}` has 1 option", reading.id),
            several => format!("`{}` has {several} options", reading.id),
        };
        let help = "a reading with one option is a `note`, one with several is not";
        faults.push(Fault::new(&["reading", &reading.id, "kind"], message).help(help));
    }
    faults.extend(reading.options.iter().filter_map(|option| of_option(reading, option)));
    faults
}

fn of_option(reading: &Reading, option: &ReadingOption) -> Option<Fault> {
    let is_default = option.id == reading.default;
    if is_default && !option.set.is_empty() {
        let place = ["reading", &reading.id, "option", &option.id, "set"];
        let fault = Fault::new(&place, format!("the default `{}` patches the rules", option.id));
        return Some(fault.help("write the default into the rules themselves"));
    }
    let idle = !is_default && option.set.is_empty();
    idle.then(|| changes_nothing(reading, option))
}

/// A rule that a patch changes must list the reading, else nobody is told that it was read this way.
fn unnamed<'p>(plan: &'p Plan, reading: &'p Reading, option: &'p ReadingOption) -> impl Iterator<Item = Fault> + 'p {
    option.set.keys().filter_map(|path| {
        let mut steps = path.split('.');
        let (section, id) = (steps.next()?, steps.next()?);
        let listed = match section {
            "target" => &plan.target(id)?.readings,
            "duty" => &plan.duty(id)?.readings,
            _ => return None,
        };
        let place = ["reading", &reading.id, "option", &option.id, "set", path];
        let fault = || Fault::new(&place, format!("`{id}` does not list the reading `{}`", reading.id));
        (!listed.contains(&reading.id)).then(|| fault().help(format!("add it to `readings` of `{id}`")))
    })
}

/// Two readings that put a value at one path: which one holds would depend on the order of the file.
fn rivals(plan: &Plan) -> Vec<Fault> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    let options = plan.readings.iter().flat_map(|reading| reading.options.iter().map(move |option| (reading, option)));
    for (reading, option) in options {
        for (path, _) in option.set.iter().filter(|(_, change)| **change == Change::Put) {
            let owner = *first.entry(path).or_insert(&reading.id);
            if owner != reading.id {
                let place = ["reading", &reading.id, "option", &option.id, "set", path];
                let message = format!("`{owner}` puts a value at `{path}`, too");
                faults.push(
                    Fault::new(&place, message).help("use `{ add = […] }` or `{ remove = […] }`, or join the readings"),
                );
            }
        }
    }
    faults
}
