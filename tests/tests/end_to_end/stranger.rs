//! Project files and rule files of somebody else: whatever stands in them ends in a message or in results, never in a fall or
//! a wait without end.

use crate::world::{COMMUNE, SAMPLE_DAY, day, house, repository, sample};
use assess::{AssessError, House, Input};
use domain::{Options, PlanChoice};
use report::project;
use std::io::Cursor;

/// What the page does with an opened project: the whole way under its options. `Err` = the rules do not hold together.
fn goes_on(house: &House, options: Options) -> Result<(), String> {
    let (name, bytes) = sample(COMMUNE);
    let input = Input { name, size: bytes.len() as u64, bytes: Box::new(Cursor::new(bytes)) };
    match house.assess(vec![input], options, day(SAMPLE_DAY), &mut ()) {
        Ok(assessment) => {
            // What the screens ask for at once.
            let _ = (assessment.summary(), assessment.matrix(), assessment.trend(), assessment.tiles());
            let _ = (assessment.agenda_slice(house, None), assessment.results());
            Ok(())
        }
        Err(AssessError::Rules(detail)) => Err(detail),
        Err(AssessError::Files(errors)) => panic!("the sample is read under any choice: {errors:?}"),
    }
}

#[test]
fn choices_out_of_all_bounds_are_borne() {
    let deep = format!("{}1{}", "[".repeat(500), "]".repeat(500));
    let many = format!("[{}\"x\"]", "\"2024\",".repeat(20_000));
    let cases = [
        r#"{"year": 2147483647}"#,
        r#"{"year": -2147483648}"#,
        r#"{"as_of": "+262142-12-31"}"#,
        r#"{"as_of": "-262143-01-01", "year": 262142}"#,
        r#"{"scope": "<img src=x onerror=alert(1)>"}"#,
        r#"{"scope": "../../etc/passwd"}"#,
        r#"{"readings": {"(a+)+$": "[^", "absence": "<script>"}}"#,
        r#"{"columns": [{"table": "(.*)*", "column": 4294967295, "field": "title"}]}"#,
        r#"{"units": [{"table": "", "text": "", "unit": "=cmd|'/c calc'!A0"}]}"#,
        r#"{"kinds": {"(a+)+$": "news", "": "event"}}"#,
        r#"{"ticks": [{"target": "T9", "unit": "kg", "period": "9999999999-Q9", "note": "<b>"}]}"#,
        r#"{"plan": {"shipped": "../../etc/passwd"}}"#,
        r#"{"year": 1e9}"#,
        r#"{"year": 99999999999999999999}"#,
        &format!(r#"{{"month_first": {many}}}"#),
        &format!(r#"{{"month_first": {deep}}}"#),
        &format!(r#"{{"scope": "{}"}}"#, "x".repeat(1_000_000)),
    ];
    let house = house();
    let (mut opened, mut refused) = (0, 0);
    for options in cases {
        let text = format!("{{\"doichieu\":1,\"files\":[],\"rows\":[],\"options\":{options}}}");
        match project::read(text.as_bytes()) {
            Ok(project) => {
                opened += 1;
                // Both ends are fine; neither falls nor waits.
                let _ = goes_on(&house, project.options);
            }
            Err(problem) => {
                refused += 1;
                assert!(format!("{problem:?}").len() < 400, "{problem:?}");
            }
        }
    }
    assert!(opened >= 10 && refused >= 3, "{opened} opened, {refused} refused");
}

/// The shipped rules with something else in one place.
fn rules(from: &str, to: &str) -> String {
    let text = std::fs::read_to_string(repository("rules/kien-giang-2030.toml")).unwrap();
    let other = text.replacen(from, to, 1);
    assert_ne!(text, other, "{from}");
    other
}

#[test]
fn rules_out_of_all_bounds_are_a_message_with_a_line() {
    let head = "format = \"plan-rules/1\"";
    let deep = format!("{head}\nx = {}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let dotted = format!("{head}\n[{}a]", "a.".repeat(10_000));
    let cases = [
        rules(head, "format = \"plan-rules/99999999999999999999\""),
        rules(head, "format = \"plan-rules/2\""),
        rules("from = 2022-01-01", "from = 0000-01-01"),
        rules("to = 2030-12-31", "to = 9999-12-31"),
        rules("to = 2030-12-31", "to = 99999-12-31"),
        rules("to = 2030-12-31", "to = 2031-02-29"),
        rules("at least 4 news items", "at least 99999999999999999999 </script><b>"),
        rules(head, &deep),
        rules(head, &dotted),
        rules(head, &format!("{head}\nx = [{}]", "1,".repeat(200_000))),
        "\u{0}\u{1}\u{feff}".repeat(1000),
        "[".repeat(1_000_000),
        "=".repeat(1_000_000),
    ];
    let house = house();
    for text in cases {
        let problems = house.lint("la.toml", &text);
        let is_refused = problems.iter().any(|problem| problem.weight == domain::ProblemWeight::Error);
        assert!(is_refused || text.contains("99999999999999999999 </script>"), "{text:.100}");
        let plan = PlanChoice::Own { name: "la.toml".to_owned(), text };
        let ended = goes_on(&house, Options { plan, ..Options::default() });
        assert!(ended.is_ok() || is_refused, "{ended:?}: lint said nothing of it");
    }
}
