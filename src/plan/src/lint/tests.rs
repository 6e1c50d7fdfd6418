//! Each message of the rule language, provoked by one change to a small sound file.

use super::lint;
use crate::RuleFile;
use sha2::{Digest, Sha256};

const LAW: &str = "KẾ HOẠCH\n\nMỗi xã ít nhất 04 tin,\n  bài mỗi quý.\n\nBáo cáo trước ngày 10 tháng 6.\n\nĐến năm 2025 đạt 95%.\n\nHết.\n";
const SOUND: &str = include_str!("sound.toml");

fn sound() -> String {
    let digest = Sha256::digest(LAW.as_bytes());
    SOUND.replace("SHA256", &digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// What is said about the text: `line: message (help)`.
fn said_of(text: &str) -> Vec<String> {
    let problems = match RuleFile::parse("small.toml", text) {
        Ok(file) => lint(&file, LAW),
        Err(problems) => problems,
    };
    for problem in &problems {
        let line = text.lines().nth(problem.line - 1).unwrap_or_default();
        assert_eq!(problem.line_text, line, "the line is the file's own");
    }
    let said = problems.iter().map(|problem| match &problem.help {
        Some(help) => format!("{}: {} ({help})", problem.line_text.trim(), problem.message),
        None => format!("{}: {}", problem.line_text.trim(), problem.message),
    });
    said.collect()
}

#[test]
fn the_sound_file_is_sound() {
    assert_eq!(said_of(&sound()), Vec::<String>::new());
}

/// One change and the one thing said about it.
#[track_caller]
fn check(from: &str, to: &str, said: &str) {
    let sound = sound();
    assert_eq!(sound.matches(from).count(), 1, "`{from}` must stand once in sound.toml");
    assert_eq!(said_of(&sound.replace(from, to)), [said], "after `{from}` became `{to}`");
}

#[test]
fn shapes_that_do_not_fit_are_refused_with_place_and_hint() {
    for (from, to, said) in [
        ("at_least = 4", "at_leest = 4", "at_leest = 4: unknown field `at_leest` (did you mean `at_least`?)"),
        ("at_least = 4", "at_least = 0", "at_least = 0: `0` is not a number of activities from 1 up"),
        ("at_least = 4", "at_least = \"4\"", "at_least = \"4\": invalid type: string \"4\" (expected a number)"),
        (
            "every = \"quarter\"",
            "every = \"quartr\"",
            "every = \"quartr\": unknown name `quartr` (did you mean `quarter`?)",
        ),
        (
            "kinds = [\"commune\"]",
            "kinds = [\"comune\"]",
            "who = { kinds = [\"comune\"], levels = [3] }: unknown name `comune` (did you mean `commune`?)",
        ),
        (
            "to = 2030-12-31",
            "to = 2030-12-31T10:00:00",
            "to = 2030-12-31T10:00:00: `2030-12-31T10:00:00` is not a day such as `2030-12-31`",
        ),
        ("to = 2030-12-31", "to = 2021-12-30", "to = 2021-12-30: the plan ends on 2021-12-30 before it begins"),
        (
            "yearly = \"06-10\"",
            "yearly = \"06-31\"",
            "before = { yearly = \"06-31\" }: `06-31` is not a month and day of every year such as `11-15`",
        ),
        (
            "at_least_percent = 95",
            "at_least_percent = 101",
            "milestone = [{ id = \"2025\", by = 2025-12-31, at_least_percent = 101, quote = \"Đến năm 2025 đạt 95%\" }]: `101` is not a percentage from 1 to 100",
        ),
        (
            "format = \"plan-rules/1\"",
            "format = \"plan-rules/2\"",
            "format = \"plan-rules/2\": unknown format `plan-rules/2` (this version reads `plan-rules/1`)",
        ),
        ("[tag.local]", "[tagg.local]", "[tagg.local]: unknown section `tagg` (did you mean `tag`?)"),
        (
            "[unit_kind.commune]",
            "[unit_kind.comune]",
            "[unit_kind.comune]: unknown kind `comune` (did you mean `commune`?)",
        ),
        ("suffix = \"AM\"\n", "", "[window.month]: `from`, `to` and `suffix` belong together"),
        (
            "suffix = \"AM\"",
            "suffix = \"Q\"",
            "suffix = \"Q\": `Q` cannot mark a period (use two or more capital letters, as in `2024-AM`)",
        ),
        (
            "measure = { share = \"conventions\" }",
            "measure = {}",
            "measure = {}: a measure needs `count`, `share`, `survey` or `tick`",
        ),
        (
            "measure = { share = \"conventions\" }",
            "measure = { share = \"conventions\", scope = \"self\" }",
            "measure = { share = \"conventions\", scope = \"self\" }: a share has no `scope`",
        ),
        (
            "measure = { share = \"conventions\" }",
            "measure = { share = \"adoption\" }",
            "milestone = [{ id = \"2025\", by = 2025-12-31, at_least_percent = 95, quote = \"Đến năm 2025 đạt 95%\" }]: a milestone of adoption needs `stages`",
        ),
        ("submission = \"half\"\n", "", "[[duty]]: `submission` and `before` belong together"),
        ("id = \"T7\"", "id = \"T5\"", "id = \"T5\": the id `T5` is taken"),
        (
            "window = \"quarter\"",
            "window = \"quarters\"",
            "window = \"quarters\": unknown window `quarters` (did you mean `quarter`?)",
        ),
        ("default = \"four\"", "default = \"for\"", "default = \"for\": unknown option `for` (did you mean `four`?)"),
        ("short = {", "short {", "short { vi = \"Thử\", en = \"Trial\" }: key with no value (expected `=`)"),
    ] {
        check(from, to, said);
    }
}

#[test]
fn names_that_nothing_bears_are_found() {
    for (from, to, said) in [
        (
            "cite = [{ clause = \"2\", quote = \"ít",
            "cite = [{ clause = \"22\", quote = \"ít",
            "cite = [{ clause = \"22\", quote = \"ít nhất 04 tin, bài\" }]: unknown clause `22` (did you mean `2`?)",
        ),
        (
            "readings = [\"how-many\"]",
            "readings = [\"how-many\", \"how-mani\"]",
            "readings = [\"how-many\", \"how-mani\"]: unknown reading `how-mani` (did you mean `how-many`?)",
        ),
        ("to = \"so\"", "to = \"sso\"", "to = \"sso\": unknown department `sso` (did you mean `so`?)"),
        ("serves = [\"T5\"]", "serves = [\"T6\"]", "serves = [\"T6\"]: unknown target `T6` (did you mean `T5`?)"),
        (
            "cadence = \"yearly:month\"",
            "cadence = \"yearly:moon\"",
            "cadence = \"yearly:moon\": `yearly:moon` is not a cadence (write `ongoing`, `yearly`, `yearly:` and a window, or `once:` and a year or day)",
        ),
        (
            "count = [\"news\"]",
            "count = [\"news\"], or_tag = [\"locla\"]",
            "measure = { count = [\"news\"], or_tag = [\"locla\"] }: unknown tag `locla` (known are `local`)",
        ),
        (
            "count = [\"news\"]",
            "count = [\"event\", \"news\"]",
            "measure = { count = [\"event\", \"news\"] }: the kind `event` is not described (add `[activity_kind.event]`)",
        ),
        (
            "levels = [3]",
            "levels = [5]",
            "who = { kinds = [\"commune\"], levels = [5] }: `5` is not a level (1 is the province, 2 the district, 3 the commune, 4 the hamlet)",
        ),
        (
            "by = 2025-12-31",
            "by = 2031-12-31",
            "milestone = [{ id = \"2025\", by = 2031-12-31, at_least_percent = 95, quote = \"Đến năm 2025 đạt 95%\" }]: 2031-12-31 lies outside the plan (2022-01-01 to 2030-12-31)",
        ),
        (
            "label = { vi = \"quý\", en = \"quarter\" }",
            "label = { vi = \"quý\", en = \" \" }",
            "label = { vi = \"quý\", en = \" \" }: the text in `en` is blank",
        ),
    ] {
        check(from, to, said);
    }
}

#[test]
fn milestones_must_follow_each_other() {
    let line = "at_least_percent = 95, quote = \"Đến năm 2025 đạt 95%\" }";
    let later = "at_least_percent = 95, quote = \"Đến năm 2025 đạt 95%\" }, { id = \"again\", by = 2025-12-31, at_least_percent = 100 }";
    let said = said_of(&sound().replace(line, later));
    assert!(said[0].ends_with(": milestone `again` is not after `2025`"), "{said:?}");
    assert_eq!(said.len(), 1);
}

#[test]
fn a_rule_and_its_phases_lie_in_order_inside_the_plan() {
    let phases = |first: &str, second: &str| {
        let phase = |days: &str| format!("{{ {days}, at_least = 2 }}");
        format!("\nphase = [{}, {}]", phase(first), phase(second))
    };
    let early = "from = 2022-01-01, to = 2025-12-31";
    for (to, said) in [
        (phases(early, "from = 2025-12-31, to = 2030-12-31"), "the phase overlaps the one before"),
        (phases("from = 2026-01-01, to = 2025-12-31", early), "the phase ends before it begins"),
        (phases(early, "from = 2031-01-01, to = 2032-12-31"), "shares no day with the rule"),
        ("\nat_least = 4\nphase = [{ from = 2022-01-01, to = 2030-12-31, at_least = 4 }]".into(), "exclude each other"),
        ("\nat_least = 4\nfrom = 2020-01-01".into(), "is not a part of the plan"),
        ("\nat_least = 4\nto = 2031-01-01".into(), "is not a part of the plan"),
        (String::new(), "needs `at_least`, or a `phase`"),
    ] {
        let plain = sound().replace("set = { \"target.T5.at_least\" = 5 }", "set = { \"target.T5.who.levels\" = [2] }");
        let all = said_of(&plain.replace("\nat_least = 4", &to));
        assert!(all.iter().any(|line| line.contains(said)), "{said}: {all:?}");
    }
}

#[test]
fn words_that_are_not_the_laws_are_found() {
    for (from, to, said) in [
        (
            "quote = \"ít nhất 04 tin, bài\"",
            "quote = \"ít nhất 05 tin\"",
            "cite = [{ clause = \"2\", quote = \"ít nhất 05 tin\" }]: clause `2` does not say `ít nhất 05 tin`",
        ),
        (
            "quote = \"Đến năm 2025 đạt 95%\"",
            "quote = \"Đến năm 2030\"",
            "milestone = [{ id = \"2025\", by = 2025-12-31, at_least_percent = 95, quote = \"Đến năm 2030\" }]: no clause that `T7` cites says `Đến năm 2030`",
        ),
        (
            "quote = \"Mỗi xã ít nhất 04 tin, bài mỗi quý.\"",
            "quote = \"Mỗi xã ít nhất 04 tin, bài mỗi tháng.\"",
            "quote = \"Mỗi xã ít nhất 04 tin, bài mỗi tháng.\": the quote of clause `2` is not in the source (the source agrees up to `nhất 04 tin, bài mỗi`)",
        ),
        ("quote = \"KẾ HOẠCH\"", "quote = \"\"", "quote = \"\": the quote of clause `1` is empty"),
        (
            "informative = [\"5\"]",
            "informative = [\"5\", \"9\"]",
            "informative = [\"5\", \"9\"]: unknown clause `9` (did you mean `1`?)",
        ),
        (
            "informative = [\"5\"]",
            "informative = []",
            "id = \"5\": nothing accounts for clause `5` (cite it in a rule, or list it under `[coverage]` as `informative` or `unmeasured`)",
        ),
    ] {
        check(from, to, said);
    }
}

#[test]
fn clauses_stand_in_the_order_of_the_source() {
    let (third, fourth) = ("Báo cáo trước ngày 10 tháng 6.", "Đến năm 2025 đạt 95%.");
    let swapped = sound()
        .replace(&format!("quote = \"{third}\""), "quote = \"KẾ HOẠCH ·\"")
        .replace(&format!("quote = \"{fourth}\""), &format!("quote = \"{third}\""))
        .replace("KẾ HOẠCH ·", fourth);
    let said = said_of(&swapped);
    let wrong = "the quote of clause `4` stands before the clause above it in the source";
    assert!(said.iter().any(|line| line.ends_with(wrong)), "{said:?}");
}

#[test]
fn another_source_text_is_noticed() {
    let file = RuleFile::parse("small.toml", &sound()).unwrap();
    let problems = lint(&file, &format!("{LAW}\n"));
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].message, "`law.txt` has another sha-256");
}

#[test]
fn options_that_do_nothing_or_do_not_fit_are_found() {
    let option = "set = { \"target.T5.at_least\" = 5 }";
    for (to, said) in [
        ("set = { \"target.T5.at_least\" = 4 }", "option `five` of `how-many` changes nothing"),
        ("set = {}", "option `five` of `how-many` changes nothing"),
        ("set = { \"target.T5.at_least\" = \"5\" }", "invalid type: string \"5\" (expected a number)"),
        ("set = { \"target.T5.at_leest\" = 5 }", "unknown field `at_leest` (did you mean `at_least`?)"),
        ("set = { \"target.T6.at_least\" = 5 }", "nothing stands at `target.T6.at_least`"),
        (
            "set = { \"clause.1.quote\" = \"\" }",
            "a patch may not change `clause.1.quote` (a reading may change `plan`, `defaults`, `window`, `target`, `duty`)",
        ),
        ("set = { \"target.T5.at_least\" = { add = [1] } }", "`target.T5.at_least` is not a list"),
        ("set = { \"target.T5.who.kinds\" = { ad = [\"hamlet\"] } }", "unknown edit `ad` (known are `add`, `remove`)"),
        (
            "set = { \"target.T5.who.kinds\" = { add = [\"hamlet\"] } }",
            "the kind `hamlet` is not described (add `[unit_kind.hamlet]`)",
        ),
        ("set = { \"target.T5.window\" = \"moon\" }", "unknown window `moon` (known are `month`, `quarter`)"),
        (
            "set = { \"target.T7.enabled\" = false }",
            "`T7` does not list the reading `how-many` (add it to `readings` of `T7`)",
        ),
    ] {
        let text = sound().replace(option, to);
        let expected = format!("{}: {said}", text.lines().find(|line| line.contains(to)).unwrap().trim());
        assert_eq!(said_of(&text), [expected], "{to}");
    }
}

#[test]
fn a_default_that_patches_and_a_choice_of_one_are_found() {
    check(
        "id = \"four\", label = { vi = \"bốn\", en = \"four\" }",
        "id = \"four\", label = { vi = \"bốn\", en = \"four\" }, set = { \"target.T5.at_least\" = 4 }",
        "{ id = \"four\", label = { vi = \"bốn\", en = \"four\" }, set = { \"target.T5.at_least\" = 4 } },: the default `four` patches the rules (write the default into the rules themselves)",
    );
    check(
        "kind = \"counting\"",
        "kind = \"note\"",
        "kind = \"note\": `how-many` has 2 options (a reading with one option is a `note`, one with several is not)",
    );
}

#[test]
fn two_readings_may_not_put_a_value_at_one_path() {
    let (before, reading) = SOUND.split_once("[[reading]]").unwrap();
    let (reading, rest) = reading.split_once("[[test]]").unwrap();
    let rival = reading.replace("id = \"how-many\"", "id = \"how-few\"").replace("= 5 }", "= 3 }");
    let text = format!("{before}[[reading]]{reading}[[reading]]{rival}[[test]]{rest}");
    let listed = text.replace("readings = [\"how-many\"]", "readings = [\"how-many\", \"how-few\"]");
    let digest: String = Sha256::digest(LAW.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let said = said_of(&listed.replace("SHA256", &digest));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("`how-many` puts a value at `target.T5.at_least`, too"), "{said:?}");
}

#[test]
fn examples_speak_of_things_that_exist() {
    for (from, to, said) in [
        (
            "[\"T5\", \"c1\", \"2024-Q1\", \"met\"]",
            "[\"T6\", \"c1\", \"2024-Q1\", \"met\"]",
            "unknown target or duty `T6` (did you mean `T5`?)",
        ),
        (
            "[\"T5\", \"c1\", \"2024-Q1\", \"met\"]",
            "[\"T5\", \"c2\", \"2024-Q1\", \"met\"]",
            "unknown unit `c2` (did you mean `c1`?)",
        ),
        ("[\"T5\", \"c1\", \"2024-Q1\", \"met\"]", "[\"T5\", \"c1\", \"2024\", \"met\"]", "`T5` has no period `2024`"),
        (
            "[\"T5\", \"c1\", \"2024-Q1\", \"met\"]",
            "[\"T5\", \"c1\", \"2024-Q1\", \"mett\"]",
            "unknown state `mett` (did you mean `met`?)",
        ),
        (
            "[\"T5\", \"c1\", \"2024-Q1\", \"met\"]",
            "[\"T5\", \"c1\", \"2024-Q1\"]",
            "an expectation is `[target, unit, period, state]`",
        ),
        (
            "[\"c1\", \"commune\", \"\"]",
            "[\"c1\", \"comune\", \"\"]",
            "unknown kind of unit `comune` (did you mean `commune`?)",
        ),
        ("[\"c1\", \"commune\", \"\"]", "[\"c1\", \"commune\", \"d1\"]", "unknown unit `d1` (did you mean `c1`?)"),
        (
            "[\"c1\", \"commune\", \"\"]",
            "[\"c1\", \"commune\", \"\", \"2024\", \"\"]",
            "`2024` is not a day such as `2024-03-05`",
        ),
        (
            "[\"2024-01-02\", \"c1\", \"news\", 4, \"\"]",
            "[\"2/1/2024\", \"c1\", \"news\", 4, \"\"]",
            "`2/1/2024` is not a date such as `2024-03-05`, `2024-Q1` or `2024`",
        ),
        (
            "[\"2024-01-02\", \"c1\", \"news\", 4, \"\"]",
            "[\"2024-01-02\", \"c1\", \"new\", 4, \"\"]",
            "unknown kind of activity `new` (did you mean `news`?)",
        ),
        (
            "[\"2024-01-02\", \"c1\", \"news\", 4, \"\"]",
            "[\"2024-01-02\", \"c1\", \"news\", -4, \"\"]",
            "`-4` is not a count",
        ),
        (
            "[\"2024-01-02\", \"c1\", \"news\", 4, \"\"]",
            "[\"2024-01-02\", \"c1\", \"news\", 4, \"locall\"]",
            "unknown tag `locall` (did you mean `local`?)",
        ),
        (
            "readings = { how-many = \"four\" }",
            "readings = { how-many = \"six\" }",
            "unknown option `six` (known are `five`, `four`)",
        ),
    ] {
        let text = sound().replace(from, to);
        let expected = format!("{}: {said}", text.lines().find(|line| line.contains(to)).unwrap().trim());
        assert_eq!(said_of(&text), [expected], "{to}");
    }
}

#[test]
fn every_problem_is_reported_not_only_the_first() {
    let text = sound().replace("at_least = 4", "at_least = 0").replace("yearly = \"06-10\"", "yearly = \"x\"");
    assert_eq!(said_of(&text).len(), 2);
}
