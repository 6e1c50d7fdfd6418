//! Two days, and two sets of files: what turned, and the rows and days that turned it.

use crate::world::{COMMUNE, File, PROVINCE, SAMPLE_DAY, assess, assess_sample, csv, day, house, said};
use assess::{Assessment, Input};
use domain::{
    Against, Because, CompareSlice, Comparison, Field, Options, Reason, State, Turn, TurnedVerdict, UnitChoice, Whose,
};
use std::io::Cursor;

const VINH_HOA_HIEP: &str = "kg.chau-thanh.xa-vinh-hoa-hiep";

fn asked(against: Against) -> Comparison {
    Comparison { against, target: None, turn: None }
}

fn days(assessment: &Assessment, other: &str) -> CompareSlice {
    assessment.compare_days(day(other), &asked(Against::Day(day(other))))
}

fn beside(loaded: &Assessment, files: &[File], project: Option<Options>) -> Assessment {
    let input = |(name, bytes): &File| Input {
        name: name.clone(),
        size: bytes.len() as u64,
        bytes: Box::new(Cursor::new(bytes.clone())),
    };
    house().assess_beside(loaded, files.iter().map(input).collect(), project, &mut ()).unwrap()
}

fn files(loaded: &Assessment, other: &[File]) -> CompareSlice {
    loaded.compare_files(&beside(loaded, other, None), &asked(Against::Files(1)))
}

fn log(rows: &[&str]) -> File {
    csv("tin-bai.csv", &format!("Ngày,Đơn vị,Loại hình,Nội dung\n{}\n", rows.join("\n")))
}

fn loaded(rows: &[&str]) -> Assessment {
    assess(&[log(rows)], Options::default(), SAMPLE_DAY)
}

/// `T5 2024-Q3 at_risk→missed`, with `–` where a side has no such verdict.
fn turn(verdict: &TurnedVerdict) -> String {
    let code = |verdict: &Option<domain::Verdict>| verdict.as_ref().map_or("–", |verdict| verdict.state.code());
    format!("{} {} {}→{}", verdict.target, verdict.period, code(&verdict.before), code(&verdict.after))
}

fn of<'s>(slice: &'s CompareSlice, unit: &str, target: &str, period: &str) -> &'s TurnedVerdict {
    let is_it = |verdict: &&TurnedVerdict| {
        let whose = matches!(&verdict.whose, Whose::Unit(line) if line.id == unit);
        whose && verdict.target == target && verdict.period.to_string() == period
    };
    let turned = || slice.listed.iter().map(turn).collect::<Vec<_>>();
    slice.listed.iter().find(is_it).unwrap_or_else(|| panic!("{unit} {target} {period} is not in {:?}", turned()))
}

/// Rows that came, by their numbers in the file.
fn came(verdict: &TurnedVerdict) -> Vec<u32> {
    let rows = verdict.because.iter().filter_map(|because| match because {
        Because::Came(rows) => Some(rows.first.iter().map(|row| row.row)),
        _ => None,
    });
    rows.flatten().collect()
}

fn went(verdict: &TurnedVerdict) -> Vec<u32> {
    let rows = verdict.because.iter().filter_map(|because| match because {
        Because::Went(rows) => Some(rows.first.iter().map(|row| row.row)),
        _ => None,
    });
    rows.flatten().collect()
}

const THREE: [&str; 3] = [
    "05/07/2024,Xã Vĩnh Hòa Hiệp,Tin,Luật Bình đẳng giới",
    "06/08/2024,Xã Vĩnh Hòa Hiệp,Tin,Chia sẻ việc nhà",
    "07/09/2024,Xã Vĩnh Hòa Hiệp,Tin,Phòng chống bạo lực",
];
const FOURTH: &str = "20/09/2024,Xã Vĩnh Hòa Hiệp,Bài,Ngày Phụ nữ";

#[test]
fn a_quarter_that_ended_between_the_days_is_told_with_the_rows_that_came() {
    let three = loaded(&THREE);
    let slice = days(&three, "2024-08-15");
    assert_eq!((slice.before.as_of, slice.after.as_of), (day("2024-08-15"), day("2024-10-15")));
    let quarter = of(&slice, VINH_HOA_HIEP, "T5", "2024-Q3");
    assert_eq!(turn(quarter), "T5 2024-Q3 on_track→missed");
    assert_eq!(quarter.turn, Turn::Worse);
    assert!(quarter.because.contains(&Because::Ended(day("2024-09-30"))), "{:?}", quarter.because);
    assert!(!quarter.because.contains(&Because::Reported), "nothing was unknown: {:?}", quarter.because);
    assert_eq!((came(quarter), went(quarter)), (vec![4], vec![]), "the third item, in line 4, is dated after 15/8");
    let next = of(&slice, VINH_HOA_HIEP, "T5", "2024-Q4");
    assert_eq!((turn(next).as_str(), next.turn), ("T5 2024-Q4 not_yet_due→on_track", Turn::Other));
    assert_eq!(next.because, [Because::Began(day("2024-10-01"))]);
}

#[test]
fn a_row_that_counts_since_makes_it_better_and_the_later_day_is_always_after() {
    let four = loaded(&[THREE[0], THREE[1], THREE[2], FOURTH]);
    let forward = days(&four, "2024-09-10");
    let quarter = of(&forward, VINH_HOA_HIEP, "T5", "2024-Q3");
    assert_eq!((turn(quarter).as_str(), quarter.turn), ("T5 2024-Q3 on_track→met", Turn::Better));
    assert_eq!(came(quarter), [5]);
    let early = assess(
        &[log(&[THREE[0], THREE[1], THREE[2], FOURTH])],
        Options { as_of: Some(day("2024-09-10")), year: Some(2024), ..Options::default() },
        SAMPLE_DAY,
    );
    let seen_from_there = days(&early, "2024-10-15");
    assert_eq!(seen_from_there.turned, forward.turned);
    assert_eq!((seen_from_there.before.as_of, seen_from_there.after.as_of), (day("2024-09-10"), day("2024-10-15")));
}

#[test]
fn without_a_row_between_the_days_what_is_asked_by_now_is_the_reason() {
    let early =
        assess(&[log(&[THREE[0]])], Options { as_of: Some(day("2024-07-20")), ..Options::default() }, SAMPLE_DAY);
    let slice = days(&early, "2024-09-20");
    let quarter = of(&slice, VINH_HOA_HIEP, "T5", "2024-Q3");
    assert_eq!(turn(quarter), "T5 2024-Q3 on_track→at_risk");
    assert!(matches!(quarter.because[..], [Because::Pace { before: 1, after: 3 }]), "{:?}", quarter.because);
}

#[test]
fn counts_agree_with_the_verdicts_of_both_days() {
    let assessment = assess_sample(PROVINCE);
    let slice = days(&assessment, "2024-06-30");
    let on = |as_of: &str| {
        let chosen = Options { as_of: Some(day(as_of)), year: Some(2024), ..Options::default() };
        assess(&[crate::world::sample(PROVINCE)], chosen, SAMPLE_DAY)
    };
    let then = on("2024-06-30");
    let states = |assessment: &Assessment| -> Vec<(String, String, State)> {
        let all = assessment.verdicts().iter();
        all.map(|verdict| (verdict.target.clone(), verdict.period.to_string(), verdict.state)).collect()
    };
    let (then, now) = (states(&then), states(&assessment));
    assert_eq!(then.len(), now.len());
    let turns = |target: &str, period: &str| {
        let both = then.iter().zip(&now).filter(|(one, _)| one.0 == target && one.1 == period);
        u32::try_from(both.filter(|(one, other)| one.2 != other.2).count()).unwrap()
    };
    for (target, period) in
        [("T5", "2024-Q2"), ("T5", "2024-Q3"), ("T5", "2024-Q4"), ("T1", "2024"), ("T3", "pilot-2025")]
    {
        let counted = slice.turned.iter().filter(|line| line.target == target && line.period.to_string() == period);
        assert_eq!(counted.map(|line| line.count).sum::<u32>(), turns(target, period), "{target} {period}");
    }
    let turned: u32 = slice.turned.iter().map(|line| line.count).sum();
    assert_eq!(slice.of, turned);
    assert_eq!(slice.listed.len(), slice.of as usize, "fewer than a thousand are all listed");
    assert!(slice.listed.iter().all(|verdict| !verdict.because.is_empty()), "each has a reason");
    assert_eq!(slice.listed[0].turn, Turn::Worse, "what asks for action stands first");
}

#[test]
fn a_question_about_one_target_and_one_direction_lists_only_that() {
    let assessment = assess_sample(PROVINCE);
    let other = day("2024-06-30");
    let question = Comparison { against: Against::Day(other), target: Some("T5".to_owned()), turn: Some(Turn::Worse) };
    let slice = assessment.compare_days(other, &question);
    assert!(!slice.listed.is_empty());
    assert!(slice.listed.iter().all(|verdict| verdict.target == "T5" && verdict.turn == Turn::Worse));
    assert_eq!(slice.turned, days(&assessment, "2024-06-30").turned, "the counts are of everything");
}

#[test]
fn the_same_day_and_the_same_files_turn_nothing() {
    let assessment = assess_sample(COMMUNE);
    for slice in [days(&assessment, "2024-10-15"), files(&assessment, &[crate::world::sample(COMMUNE)])] {
        assert_eq!((slice.of, slice.units, slice.figures_only, slice.other_years), (0, 0, 0, 0));
        assert!(slice.turned.is_empty() && slice.same > 0);
    }
    let rows = files(&assessment, &[crate::world::sample(COMMUNE)]).rows.unwrap();
    assert_eq!((rows.added, rows.gone, rows.changed, rows.moved), (0, 0, 0, 0));
    assert_eq!(rows.same as usize, assessment.facts().activities.len());
}

#[test]
fn a_row_added_since_june_turns_its_quarter_and_rows_in_other_lines_are_the_same() {
    let now = loaded(&[FOURTH, THREE[2], THREE[0], THREE[1]]);
    let slice = files(&now, &[log(&THREE)]);
    let rows = slice.rows.as_ref().unwrap();
    assert_eq!((rows.same, rows.moved, rows.added, rows.gone, rows.changed), (3, 3, 1, 0, 0));
    assert_eq!(rows.first_added[0].place.row, 2);
    let quarter = of(&slice, VINH_HOA_HIEP, "T5", "2024-Q3");
    assert_eq!((turn(quarter).as_str(), quarter.turn), ("T5 2024-Q3 missed→met", Turn::Better));
    assert_eq!((came(quarter), went(quarter)), (vec![2], vec![]));
}

#[test]
fn a_row_dated_otherwise_is_one_row_that_was_changed() {
    let now = loaded(&[THREE[0], THREE[1], THREE[2], FOURTH]);
    let moved = FOURTH.replace("20/09/2024", "02/10/2024");
    let slice = files(&now, &[log(&[THREE[0], THREE[1], THREE[2], &moved])]);
    let rows = slice.rows.as_ref().unwrap();
    assert_eq!((rows.same, rows.added, rows.gone, rows.changed), (3, 0, 0, 1));
    let fields: Vec<Field> = rows.first_changed[0].changes.iter().map(|change| change.0).collect();
    assert_eq!(fields, [Field::Date]);
    let third = of(&slice, VINH_HOA_HIEP, "T5", "2024-Q3");
    assert_eq!((turn(third).as_str(), came(third)), ("T5 2024-Q3 missed→met", vec![5]));
}

#[test]
fn a_unit_that_sent_nothing_before_is_neither_better_nor_worse() {
    let now = loaded(&THREE);
    let slice = files(&now, &[log(&["05/07/2024,Xã Mong Thọ,Tin,Luật Bình đẳng giới"])]);
    let quarter = of(&slice, VINH_HOA_HIEP, "T5", "2024-Q3");
    assert_eq!(turn(quarter), "T5 2024-Q3 no_data→missed");
    assert_eq!(quarter.turn, Turn::Other);
    assert!(quarter.because.contains(&Because::Reported), "{:?}", quarter.because);
    assert_eq!(quarter.before.as_ref().unwrap().reason, Some(Reason::NothingReported));
}

const HAMLETS: &str = "id,name,kind,parent
A1,Ấp Vĩnh Hội,hamlet,kg.chau-thanh.xa-vinh-hoa-hiep
A2,Ấp Hòa Thuận,hamlet,kg.chau-thanh.xa-vinh-hoa-hiep
";
/// A row of the commune's own: without it the hamlet alone would be the scope.
const OWN: &str = THREE[0];
const EVENT: &str = "05/07/2024,\"Ấp Vĩnh Hội, xã Vĩnh Hòa Hiệp\",Hội nghị,Luật Bình đẳng giới";

#[test]
fn a_hamlet_whose_roster_is_missing_on_one_side_is_known_by_its_name_and_the_other_stands_on_one_side() {
    let now = assess(&[log(&[EVENT, OWN]), csv("ap.csv", HAMLETS)], Options::default(), SAMPLE_DAY);
    assert_eq!(said(&now, "T6", "A1", "2024"), "met 1", "{:?}", now.findings());
    let slice = files(&now, &[log(&[EVENT, OWN])]);
    let hamlets: Vec<String> = slice.listed.iter().filter(|verdict| verdict.target == "T6").map(turn).collect();
    assert_eq!(hamlets, ["T6 2024 –→at_risk"], "only the one that nobody had heard of");
    let new = slice.listed.iter().find(|verdict| verdict.target == "T6").unwrap();
    assert!(matches!(&new.whose, Whose::Unit(line) if line.id == "A2"));
    assert_eq!((new.turn, &new.because[..]), (Turn::Other, &[Because::OneSide][..]));

    let swapped = files(
        &assess(&[log(&[EVENT, OWN])], Options::default(), SAMPLE_DAY),
        &[log(&[EVENT, OWN]), csv("ap.csv", HAMLETS)],
    );
    let gone = swapped.listed.iter().find(|verdict| verdict.target == "T6").unwrap();
    assert_eq!((turn(gone).as_str(), gone.turn), ("T6 2024 at_risk→–", Turn::Other));
    assert!(matches!(&gone.whose, Whose::OnlyThere { name, .. } if name == "Ấp Hòa Thuận"), "{:?}", gone.whose);
    assert!(gone.after.is_none());
}

#[test]
fn a_unit_under_another_name_is_the_same_unit() {
    let named = |name: &str| format!("id,name,kind,parent\nA1,{name},hamlet,kg.chau-thanh.xa-vinh-hoa-hiep\n");
    let event = |name: &str| EVENT.replace("Ấp Vĩnh Hội", name);
    let (old, new) = ("Ấp Vĩnh Hội", "Khu phố Vĩnh Hội");
    let now = assess(&[log(&[&event(new), OWN]), csv("ap.csv", &named(new))], Options::default(), SAMPLE_DAY);
    let slice = files(&now, &[log(&[&event(old), OWN]), csv("ap.csv", &named(old))]);
    let rows = slice.rows.as_ref().unwrap();
    assert_eq!((rows.same, rows.added, rows.gone, rows.changed), (2, 0, 0, 0));
    assert_eq!(slice.of, 0, "{:?}", slice.listed.iter().map(turn).collect::<Vec<_>>());
}

#[test]
fn a_project_brings_the_choices_that_say_how_its_files_are_read_and_nothing_else() {
    let now = loaded(&THREE);
    let strange = log(&["05/07/2024,Đơn vị chúng tôi,Tin,Luật Bình đẳng giới"]);
    let choice =
        UnitChoice { table: String::new(), text: "Đơn vị chúng tôi".to_owned(), unit: VINH_HOA_HIEP.to_owned() };
    let project =
        Options { as_of: Some(day("2023-01-01")), year: Some(2022), units: vec![choice], ..Options::default() };
    let other = beside(&now, &[strange], Some(project));
    assert_eq!(other.as_of(), now.as_of());
    assert_eq!(said(&other, "T5", VINH_HOA_HIEP, "2024-Q3"), "missed 1");
    let slice = now.compare_files(&other, &asked(Against::Files(1)));
    assert_eq!(slice.rows.unwrap().same, 1);
}
