//! The small world in which a rule is tried: one unit (or the members of a register), rows that say what was entered, and
//! its word that nothing is missing. The rows are those of a plan's own examples.

use super::entry::{Entry, base_year};
use super::{Rule, UNIT};
use domain::{ActivityKind, NaiveDate, Period, Span, SubmissionKind, UnitKind, Verdict};
use plan::{Amount, CountRule, Duty, Example, ExampleActivity, Measure, Milestone, Part, Plan, Target};

/// The kind of unit that is imagined: the first that the rule addresses.
pub(super) fn kind(rule: Rule<'_>) -> Option<UnitKind> {
    rule.who().kinds.first().copied()
}

/// The world in which nothing has happened.
pub(super) fn empty(plan: &Plan, rule: Rule<'_>) -> Example {
    Example {
        name: String::new(),
        readings: Default::default(),
        as_of: plan.to,
        units: units(rule, &[UNIT]),
        activities: Vec::new(),
        media: None,
        conventions: None,
        submissions: None,
        surveys: None,
        ticks: Vec::new(),
        expect: Vec::new(),
    }
}

/// The units, under one of the level that the rule asks for.
fn units(rule: Rule<'_>, ids: &[&str]) -> Vec<Vec<String>> {
    let Some(kind) = kind(rule) else { return Vec::new() };
    let levels = &rule.who().levels;
    let above = UnitKind::ALL.into_iter().find(|kind| kind.level().is_some_and(|level| levels.contains(&level)));
    let parent = above.map_or("", |_| "above");
    let own = ids.iter().map(|id| row([id, kind.code(), parent]));
    own.chain(above.map(|above| row(["above", above.code(), ""]))).collect()
}

/// The world with what was entered; `None` if the entries are not those of the rule.
pub(super) fn filled(plan: &Plan, rule: Rule<'_>, term: &Verdict, entries: &[Entry]) -> Option<Example> {
    let world = empty(plan, rule);
    match rule {
        Rule::Duty(duty) => handed_in(world, duty, term, entries),
        Rule::Share(_, counted) => shared(world, rule, counted, term, entries),
        Rule::Target(target) => match &target.measure {
            Measure::Count(rule) => Some(Example {
                activities: activities(&rule.parts.iter().collect::<Vec<_>>(), UNIT, term, entries)?,
                submissions: Some(vec![complete(UNIT, term)?]),
                as_of: term.deadline,
                ..world
            }),
            Measure::Adoption { milestones } => adopted(world, kind(rule)?, milestone(milestones, term)?, entries),
            Measure::Conventions { .. } => conventions(world, plan, target, term, entries),
            Measure::Survey(rule) => {
                let base = base_year(rule, &term.period);
                let surveys = surveys(&rule.measure, base, term, entries)?;
                Some(Example { surveys: Some(surveys), as_of: term.deadline, ..world })
            }
            Measure::Tick { .. } => {
                let ticks = match entries {
                    [Entry::Number(0)] => Vec::new(),
                    _ => vec![row([&target.id, UNIT, &term.period.to_string()])],
                };
                Some(Example { ticks, as_of: term.deadline, ..world })
            }
        },
    }
}

/// The unit says that its figures are complete: what was not entered was not done.
fn complete(unit: &str, term: &Verdict) -> Option<Vec<String>> {
    Some(row([unit, "data", &days_of(term.window?), &term.deadline.to_string()]))
}

/// Two days and a stroke are read whatever they are.
fn days_of(days: Span) -> String {
    format!("{}/{}", days.from(), days.to())
}

/// A row for each kind of thing that parts count: parts that look at the same rows share one.
fn activities(parts: &[&Part], unit: &str, term: &Verdict, entries: &[Entry]) -> Option<Vec<ExampleActivity>> {
    let day = term.window?.from();
    let mut rows: Vec<(&Part, ExampleActivity)> = Vec::new();
    for (part, entry) in parts.iter().zip(entries) {
        let Entry::Number(number) = entry else { return None };
        let at = rows.iter().position(|(other, _)| looks_alike(other, part)).unwrap_or(rows.len());
        if at == rows.len() {
            rows.push((part, counted(part, unit, day)));
        }
        let (_, row) = rows.get_mut(at)?;
        match part.amount {
            Amount::Activities => row.count = *number,
            Amount::People { .. } => row.people = Some(*number),
            Amount::WomenPercent => row.women = Some(*number),
        }
    }
    Some(rows.into_iter().map(|(_, row)| in_people(row)).collect())
}

fn looks_alike(one: &Part, other: &Part) -> bool {
    (&one.count, &one.or_tag, &one.require_tag, &one.channels, &one.audiences)
        == (&other.count, &other.or_tag, &other.require_tag, &other.channels, &other.audiences)
}

/// Women were entered in percent; of nobody in particular, they are so many of a hundred.
fn in_people(row: ExampleActivity) -> ExampleActivity {
    let Some(percent) = row.women else { return row };
    let people = row.people.unwrap_or(100);
    // Rounded up, so that 50% of an odd number is enough for 50%.
    let women = (u64::from(people) * u64::from(percent)).div_ceil(100);
    ExampleActivity { people: Some(people), women: u32::try_from(women).ok(), ..row }
}

/// A row that the part counts for certain.
fn counted(part: &Part, unit: &str, day: NaiveDate) -> ExampleActivity {
    let named = part.count.first().copied();
    let tag = part.or_tag.first().filter(|_| named.is_none());
    ExampleActivity {
        date: day.to_string(),
        unit: unit.to_owned(),
        kind: named.unwrap_or(ActivityKind::Event),
        count: 1,
        tags: part.require_tag.iter().chain(tag).cloned().collect(),
        title: String::new(),
        channel: part.channels.first().cloned().unwrap_or_default(),
        status: String::new(),
        relevant: String::new(),
        audience: part.audiences.first().cloned().unwrap_or_default(),
        people: None,
        women: None,
    }
}

fn milestone<'m>(milestones: &'m [Milestone], term: &Verdict) -> Option<&'m Milestone> {
    milestones.iter().find(|milestone| Period::Milestone(milestone.id.clone()) == term.period)
}

/// How many of how many; never more than there are.
fn members(entries: &[Entry]) -> Option<(u32, u32)> {
    match entries {
        [Entry::Number(some), Entry::Number(all)] => Some((*some.min(all), *all)),
        _ => None,
    }
}

/// So many units did just enough, the others nothing at all.
fn shared(world: Example, rule: Rule<'_>, counted: &CountRule, term: &Verdict, entries: &[Entry]) -> Option<Example> {
    let (some, all) = members(entries)?;
    let begins = term.window?.from();
    let asked = counted.parts.iter().filter_map(|part| Some((part, Entry::Number(part.at_least.on(begins)?))));
    let (parts, enough): (Vec<&Part>, Vec<Entry>) = asked.unzip();
    let names: Vec<String> = (0..all).map(|number| format!("{UNIT}{number}")).collect();
    let ids: Vec<&str> = names.iter().map(String::as_str).collect();
    let who_did = ids.iter().zip(0..some);
    let activities: Option<Vec<_>> = who_did.map(|(unit, _)| activities(&parts, unit, term, &enough)).collect();
    let submissions: Option<Vec<_>> = ids.iter().map(|unit| complete(unit, term)).collect();
    Some(Example {
        units: units(rule, &ids),
        activities: activities?.concat(),
        submissions: Some(submissions?),
        as_of: term.deadline,
        ..world
    })
}

fn adopted(world: Example, kind: UnitKind, milestone: &Milestone, entries: &[Entry]) -> Option<Example> {
    let (some, all) = members(entries)?;
    let stage = match milestone.stages.last()? {
        domain::AdoptionStage::Pilot => "pilot",
        domain::AdoptionStage::Official => "official",
    };
    let by = milestone.by.to_string();
    let id = |number: u32| format!("m{number}");
    Some(Example {
        units: (0..all).map(|number| row([&id(number), kind.code(), ""])).collect(),
        media: Some((0..some).map(|number| row([&id(number), stage, &by])).collect()),
        as_of: milestone.by,
        ..world
    })
}

fn conventions(world: Example, plan: &Plan, target: &Target, term: &Verdict, entries: &[Entry]) -> Option<Example> {
    let (some, all) = members(entries)?;
    let since = target.from.unwrap_or(plan.from).to_string();
    let discriminates = |number: u32| if number < some { "0" } else { "1" };
    let line = |number: u32| row([&format!("k{number}"), UNIT, &since, discriminates(number)]);
    Some(Example { conventions: Some((0..all).map(line).collect()), as_of: term.deadline, ..world })
}

fn surveys(measure: &str, base: Option<i32>, term: &Verdict, entries: &[Entry]) -> Option<Vec<Vec<String>>> {
    let found = |date: &str, value: &String| row([UNIT, measure, date, value]);
    let last = term.deadline.to_string();
    match (entries, base) {
        ([Entry::Value(before), Entry::Value(now)], Some(year)) => {
            Some(vec![found(&format!("{year:04}"), before), found(&last, now)])
        }
        ([Entry::Value(now)], None) => Some(vec![found(&last, now)]),
        _ => None,
    }
}

/// Judged on the day after the last one in time, or after it was handed in.
fn handed_in(world: Example, duty: &Duty, term: &Verdict, entries: &[Entry]) -> Option<Example> {
    let [Entry::Day(day)] = entries else { return None };
    let kind = match duty.deadline.as_ref()?.submission {
        SubmissionKind::Plan => "plan",
        SubmissionKind::Half => "half",
        SubmissionKind::Year => "year",
        SubmissionKind::Data => "data",
    };
    let about = term.period.to_string();
    let sent = day.map(|day| row([UNIT, kind, &about, &day.to_string()]));
    let after = day.unwrap_or(term.deadline).max(term.deadline).succ_opt()?;
    Some(Example { submissions: Some(sent.into_iter().collect()), as_of: after, ..world })
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}
