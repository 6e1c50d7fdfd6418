//! Random rules: the shipped plan under a random choice of every reading, and then rules of other shapes.

use super::dice::Dice;
use super::roster;
use super::rows::{TAGS, owned};
use domain::{ActivityKind, AdoptionStage, Bilingual, NaiveDate, UnitKind};
use plan::{
    Aggregate, Aggregated, Amount, CoarseDates, CountRule, CountScope, Direction, Duplicates, DutyDay, Measure,
    Milestone, MissingPolicy, Part, PartialPolicy, Phase, Phased, Plan, Repeat, RuleFile, Scale, SurveyDue, SurveyRule,
    SurveyStep, Target, Tenths, Untagged, Who, Window,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Plans made from the rule file: each under its own choice of readings. Reading the file takes time.
const READ_PLANS: usize = 48;

const WINDOWS: [&str; 7] = ["year", "year", "half", "quarter", "month", "action_month", "school_year"];
const KINDS: [ActivityKind; 5] =
    [ActivityKind::Event, ActivityKind::News, ActivityKind::ActionMonth, ActivityKind::Model, ActivityKind::Pledge];

/// A plan for one case.
pub(super) fn plan(dice: &mut Dice) -> Plan {
    let mut plan = read(dice.roll(READ_PLANS)).clone();
    if dice.chance(90) {
        (plan.from, plan.to) = dice.pick(&[
            (day(2024, 1, 1), day(2025, 12, 31)),
            (day(2024, 1, 1), day(2024, 12, 31)),
            (day(2023, 10, 23), day(2025, 6, 30)),
            (day(2024, 4, 1), day(2025, 3, 30)),
        ]);
    }
    if dice.chance(50) {
        policies(dice, &mut plan);
    }
    for target in &mut plan.targets {
        target.enabled &= dice.chance(55);
    }
    if dice.chance(60) {
        reshape(dice, &mut plan);
    }
    if dice.chance(30) {
        plan.targets.extend([tick(dice), survey(dice, "S1"), survey(dice, "S2")]);
    }
    if dice.chance(50) {
        plan.duties.clear();
    }
    plan
}

/// The same plan, but for one policy or one target.
pub(super) fn other(dice: &mut Dice, plan: &Plan) -> Plan {
    let mut other = plan.clone();
    match dice.roll(3) {
        0 => policies(dice, &mut other),
        1 => reshape(dice, &mut other),
        _ => {
            let at = dice.roll(other.targets.len());
            other.targets[at].enabled ^= true;
        }
    }
    other
}

pub(super) fn all_readings() -> Vec<(String, String)> {
    let plan = file().plan(&BTreeMap::new()).unwrap();
    let options = |reading: &plan::Reading| {
        let options = reading.options.iter().map(|option| (reading.id.clone(), option.id.clone()));
        options.collect::<Vec<_>>()
    };
    plan.readings.iter().flat_map(options).collect()
}

fn file() -> &'static RuleFile {
    static FILE: OnceLock<RuleFile> = OnceLock::new();
    FILE.get_or_init(|| {
        let text = include_str!("../../../../../rules/kien-giang-2030.toml");
        RuleFile::parse("kien-giang-2030.toml", text).unwrap()
    })
}

/// The shipped plan under the `number`th choice of readings, without what judging does not read.
fn read(number: usize) -> &'static Plan {
    static OPTIONS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    static PLANS: [OnceLock<Plan>; READ_PLANS] = [const { OnceLock::new() }; READ_PLANS];
    PLANS[number].get_or_init(|| {
        let mut options: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (reading, option) in OPTIONS.get_or_init(all_readings) {
            options.entry(reading).or_default().push(option);
        }
        let mut dice = Dice::new(u64::try_from(number).unwrap() + 1_000_000);
        let choices =
            options.into_iter().map(|(reading, options)| (reading.to_owned(), dice.pick(&options).to_owned()));
        let mut plan = file().plan(&choices.collect()).unwrap();
        for (name, repeat) in [("half", Repeat::Half), ("month", Repeat::Month)] {
            plan.windows.insert(name.to_owned(), Window { label: blank(), repeat, cite: Vec::new() });
        }
        plan.clauses.clear();
        plan.examples.clear();
        plan.readings.clear();
        plan.tasks.clear();
        plan.topics.clear();
        plan.peaks.clear();
        plan.depts.clear();
        plan.unit_kinds.clear();
        plan.activity_kinds.clear();
        plan.tags.clear();
        plan
    })
}

fn policies(dice: &mut Dice, plan: &mut Plan) {
    plan.defaults.missing = dice.pick(&[MissingPolicy::Zero, MissingPolicy::Implied, MissingPolicy::Explicit]);
    plan.defaults.partial =
        dice.pick(&[PartialPolicy::CutOpen, PartialPolicy::Full, PartialPolicy::Prorate, PartialPolicy::Waive]);
    plan.defaults.coarse_dates = dice.pick(&[CoarseDates::Interval, CoarseDates::Drop]);
    plan.defaults.duplicates = dice.pick(&[Duplicates::Once, Duplicates::All]);
}

/// Targets of shapes that other plans have.
fn reshape(dice: &mut Dice, plan: &mut Plan) {
    for target in &mut plan.targets {
        if dice.chance(40) {
            target.from = dice.maybe(60, |dice| border(dice, day(2024, 1, 1)));
            target.to = dice.maybe(60, |dice| border(dice, day(2025, 12, 31)));
        }
        if dice.chance(30) {
            target.who = who(dice);
        }
        let begins = target.from.unwrap_or(plan.from);
        match &mut target.measure {
            Measure::Count(rule) => reshape_count(dice, rule, begins),
            Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => {
                milestones.iter_mut().for_each(|milestone| reshape_milestone(dice, milestone));
            }
            Measure::Survey(_) | Measure::Tick { .. } => {}
        }
    }
    for duty in &mut plan.duties {
        if let Some(deadline) = &mut duty.deadline {
            deadline.day = match dice.roll(4) {
                0 => DutyDay::Once(border(dice, day(2024, 7, 1))),
                1 => DutyDay::Yearly(2, 29),
                _ => deadline.day,
            };
        }
    }
}

fn reshape_count(dice: &mut Dice, rule: &mut CountRule, begins: NaiveDate) {
    if dice.chance(50) {
        rule.window = dice.pick(&WINDOWS).to_owned();
    }
    if dice.chance(15) {
        rule.window = "plan".to_owned();
    }
    if dice.chance(60) {
        rule.parts.first = part(dice, begins);
    }
    if dice.chance(30) {
        rule.parts.others = (0..1 + dice.roll(2)).map(|_| part(dice, begins)).collect();
    }
    if dice.chance(30) {
        let levels = [UnitKind::Province, UnitKind::District, UnitKind::Commune];
        let at_least_percent = phased(dice, begins, &[0, 33, 50, 80, 99, 100]);
        rule.aggregate = Some(Aggregate { at_least_percent, at: dice.some(60, &levels) });
    }
}

fn reshape_milestone(dice: &mut Dice, milestone: &mut Milestone) {
    if dice.chance(50) {
        milestone.by = border(dice, day(2024, 12, 31));
        milestone.at_least_percent = dice.pick(&[0, 1, 33, 50, 66, 67, 95, 100]);
        milestone.stages = dice.some(60, &[AdoptionStage::Pilot, AdoptionStage::Official]);
    }
}

fn part(dice: &mut Dice, begins: NaiveDate) -> Part {
    let amount = match dice.roll(6) {
        0 => Amount::People { of: dice.maybe(50, |_| 1000) },
        1 => Amount::WomenPercent,
        _ => Amount::Activities,
    };
    let enough: &[u32] = match amount {
        Amount::Activities => &[0, 1, 1, 2, 3, 4, 12],
        Amount::People { .. } => &[1, 20, 100, 5_000],
        Amount::WomenPercent => &[1, 50, 51, 100],
    };
    let some_words = |dice: &mut Dice, words: &[&'static str]| -> BTreeSet<String> {
        if dice.chance(25) { owned(dice.some(60, words)) } else { BTreeSet::new() }
    };
    Part {
        count: dice.some(40, &KINDS),
        or_tag: some_words(dice, &TAGS),
        require_tag: some_words(dice, &TAGS[..2]),
        channels: some_words(dice, &["truyền hình", "loa", "báo"]),
        audiences: some_words(dice, &["học sinh", "người dân"]),
        untagged: dice.pick(&[Untagged::Ignore, Untagged::Ignore, Untagged::Possible, Untagged::Certain]),
        scope: dice.pick(&[CountScope::OwnRows, CountScope::Subtree]),
        distinct_titles: dice.chance(45),
        aggregated: dice.pick(&[Aggregated::Bounds, Aggregated::Spread]),
        amount,
        at_least: phased(dice, begins, enough),
        since_start: dice.chance(20),
    }
}

/// One number, or two phases that meet, leave a day out or leave half a year out.
fn phased(dice: &mut Dice, begins: NaiveDate, values: &[u32]) -> Phased {
    let value = dice.pick(values);
    if dice.chance(70) {
        return Phased::Always(value);
    }
    let change = border(dice, day(2025, 1, 1)).max(begins + chrono::Days::new(1));
    let resumes = change + chrono::Days::new(dice.pick(&[1, 1, 2, 180]));
    Phased::Phases(vec![
        Phase { from: begins, to: change, value },
        Phase { from: resumes, to: day(2026, 6, 30).max(resumes), value: dice.pick(values) },
    ])
}

fn who(dice: &mut Dice) -> Who {
    Who {
        kinds: dice.some(40, &UnitKind::ALL),
        levels: if dice.chance(30) { dice.some(40, &[1, 2, 3]) } else { BTreeSet::new() },
        tags: if dice.chance(20) { owned(dice.some(60, &roster::TAGS)) } else { BTreeSet::new() },
    }
}

fn tick(dice: &mut Dice) -> Target {
    target("M1", who(dice), Measure::Tick { window: dice.pick(&WINDOWS).to_owned() })
}

fn survey(dice: &mut Dice, id: &str) -> Target {
    let (at_least, beyond) =
        dice.pick(&[(Tenths(20), Some(Tenths(30))), (Tenths(20), Some(Tenths(30))), (Tenths(100), Some(Tenths(150)))]);
    let level = dice.pick(&[Tenths(400), Tenths(440)]);
    let steps = |at_least: Tenths, beyond: Option<Tenths>, by: &[NaiveDate]| {
        by.iter().map(|by| SurveyStep { id: by.to_string(), by: *by, at_least, beyond, quote: String::new() }).collect()
    };
    let days = [border(dice, day(2024, 12, 31)), border(dice, day(2025, 12, 31))];
    let due = match dice.roll(3) {
        0 => SurveyDue::Since { base_year: dice.pick(&[2023, 2024]), steps: steps(at_least, beyond, &days) },
        1 => SurveyDue::Level { steps: steps(level, dice.maybe(50, |_| Tenths(450)), &days) },
        _ => SurveyDue::EachYear { at_least, beyond },
    };
    let rule = SurveyRule {
        measure: dice.pick(&["awareness", "violence"]).to_owned(),
        direction: dice.pick(&[Direction::Increase, Direction::Decrease]),
        scale: dice.pick(&[Scale::Percent, Scale::Points]),
        due,
    };
    let levels = if dice.chance(20) { [1, 2].into() } else { BTreeSet::new() };
    let who = Who { kinds: dice.some(85, &UnitKind::ALL), levels, tags: BTreeSet::new() };
    target(id, who, Measure::Survey(rule))
}

fn target(id: &str, who: Who, measure: Measure) -> Target {
    Target {
        id: id.to_owned(),
        label: blank(),
        cite: Vec::new(),
        who,
        measure,
        from: None,
        to: None,
        replaces: None,
        readings: Vec::new(),
        enabled: true,
        soft: false,
    }
}

fn blank() -> Bilingual {
    Bilingual { vi: String::new(), en: String::new() }
}

fn border(dice: &mut Dice, day: NaiveDate) -> NaiveDate {
    let shift: i64 = dice.pick(&[0, 0, -1, 1, -92, 91, -17, 181]);
    day + chrono::TimeDelta::days(shift)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
