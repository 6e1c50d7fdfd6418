//! Every shape of a target, and that each refuses the fields of all others.

use crate::{measure, parts, plan, refused, said, target};
use plan::{CountScope, Measure};

/// A shape: what messages call it, a sound target, the fields it may have.
struct Shape {
    name: &'static str,
    lines: &'static str,
    measure: &'static str,
    may_have: &'static [&'static str],
}

const SHAPES: [Shape; 7] = [
    Shape {
        name: "a target that counts",
        lines: "window = \"year\"\nat_least = 2",
        measure: "count = [\"event\"]",
        may_have: &[
            "part",
            "window",
            "at_least",
            "at_least_percent",
            "population",
            "phase",
            "to",
            "aggregate",
            "share",
            "survey",
            "tick",
            "or_tag",
            "require_tag",
            "channels",
            "audiences",
            "untagged",
            "scope",
            "distinct",
            "aggregated",
            "sum",
            "since_start",
        ],
    },
    Shape {
        name: "a share",
        lines: "milestone = [{ id = \"2025\", by = 2025-12-31, at_least_percent = 95 }]",
        measure: "share = \"conventions\"",
        may_have: &["part", "milestone", "count", "survey", "tick", "denominator", "unknown_as"],
    },
    Shape {
        name: "a share of adoption",
        lines: "milestone = [{ id = \"2025\", by = 2025-12-31, stages = [\"pilot\"], at_least_percent = 95 }]",
        measure: "share = \"adoption\"",
        // What no share has is refused as such.
        may_have: &[
            "part",
            "window",
            "at_least",
            "at_least_percent",
            "population",
            "phase",
            "beyond",
            "base_year",
            "step",
            "to",
            "aggregate",
            "milestone",
            "count",
            "survey",
            "tick",
            "or_tag",
            "require_tag",
            "channels",
            "audiences",
            "untagged",
            "scope",
            "distinct",
            "aggregated",
            "sum",
            "since_start",
            "direction",
            "scale",
            "each_year",
        ],
    },
    Shape {
        name: "a survey with steps",
        lines: "step = [{ id = \"2030\", by = 2030-12-31, at_least = 10 }]",
        measure: "survey = \"awareness\", direction = \"increase\"",
        may_have: &[
            "part",
            "base_year",
            "step",
            "count",
            "share",
            "tick",
            "scale",
            "each_year",
            "or_tag",
            "require_tag",
            "channels",
            "audiences",
            "untagged",
            "scope",
            "distinct",
            "aggregated",
            "sum",
            "since_start",
            "denominator",
            "unknown_as",
        ],
    },
    Shape {
        name: "a survey of every year",
        lines: "at_least = 2",
        measure: "survey = \"violence\", direction = \"decrease\", each_year = true",
        may_have: &[
            "part",
            "at_least",
            "beyond",
            "to",
            "count",
            "share",
            "tick",
            "scale",
            "or_tag",
            "require_tag",
            "channels",
            "audiences",
            "untagged",
            "scope",
            "distinct",
            "aggregated",
            "sum",
            "since_start",
            "denominator",
            "unknown_as",
        ],
    },
    Shape {
        name: "a survey",
        lines: "at_least = 2",
        measure: "survey = \"violence\", direction = \"decrease\", each_year = true",
        may_have: &[
            "part",
            "window",
            "at_least",
            "at_least_percent",
            "population",
            "phase",
            "beyond",
            "base_year",
            "step",
            "to",
            "aggregate",
            "milestone",
            "count",
            "share",
            "tick",
            "scale",
        ],
    },
    Shape {
        name: "a target that is ticked",
        lines: "window = \"year\"",
        measure: "tick = true",
        may_have: &["part", "window", "to", "count", "share", "survey"],
    },
];

const OF_TARGETS: [(&str, &str); 11] = [
    ("window", "\"year\""),
    ("at_least", "1"),
    ("at_least_percent", "50"),
    ("population", "1000"),
    ("phase", "[{ from = 2021-01-01, to = 2025-12-31, at_least = 2 }]"),
    ("beyond", "3"),
    ("base_year", "2020"),
    ("step", "[{ id = \"2030\", by = 2030-12-31, at_least = 10 }]"),
    ("to", "2029-12-31"),
    ("aggregate", "{ at_least_percent = 100, at = [\"province\"] }"),
    ("milestone", "[{ id = \"2025\", by = 2025-12-31, at_least_percent = 95 }]"),
];

const OF_MEASURES: [(&str, &str); 15] = [
    ("or_tag", "[\"for_hamlets\"]"),
    ("require_tag", "[\"for_hamlets\"]"),
    ("channels", "[\"loa\"]"),
    ("audiences", "[\"học sinh\"]"),
    ("untagged", "\"possible\""),
    ("scope", "\"self\""),
    ("distinct", "\"row\""),
    ("aggregated", "\"bounds\""),
    ("sum", "\"activities\""),
    ("since_start", "true"),
    ("denominator", "\"ever\""),
    ("unknown_as", "\"bad\""),
    ("direction", "\"increase\""),
    ("scale", "\"points\""),
    ("each_year", "true"),
];

#[test]
fn a_shape_alone_is_sound() {
    for shape in SHAPES {
        let lines = format!("measure = {{ {} }}\n{}", shape.measure, shape.lines);
        assert_eq!(said(&target("T", &lines)), Vec::<String>::new(), "{}", shape.name);
    }
}

#[test]
fn every_shape_refuses_the_fields_of_the_others() {
    let mut refusals = 0;
    for shape in SHAPES {
        let foreign = |fields: &[(&'static str, &'static str)]| -> Vec<_> {
            fields.iter().filter(|(field, _)| !shape.may_have.contains(field)).copied().collect()
        };
        let Shape { name, lines, measure, .. } = shape;
        for (field, value) in foreign(&OF_TARGETS) {
            refused(&[(
                &format!("measure = {{ {measure} }}\n{lines}\n{field} = {value}"),
                &format!("{value}: {name} has no `{field}`"),
            )]);
            refusals += 1;
        }
        for (field, value) in foreign(&OF_MEASURES).into_iter().filter(|(field, _)| !measure.contains(field)) {
            refused(&[(
                &format!("measure = {{ {measure}, {field} = {value} }}\n{lines}"),
                &format!("{value}: {name} has no `{field}`"),
            )]);
            refusals += 1;
        }
    }
    assert_eq!(refusals, 87);
}

#[test]
fn a_measure_is_of_one_shape() {
    let several = "a measure has one of `count`, `share`, `survey` and `tick`, not several";
    refused(&[
        ("window = \"year\"", "[[target]]: a target needs `measure`, or a `part`"),
        ("measure = {}", "{}: a measure needs `count`, `share`, `survey` or `tick`"),
        (
            "measure = { count = [\"event\"], tick = true }",
            &format!("{{ count = [\"event\"], tick = true }}: {several}"),
        ),
        (
            "measure = { share = \"adoption\", survey = \"x\" }",
            &format!("{{ share = \"adoption\", survey = \"x\" }}: {several}"),
        ),
        (
            "measure = { tick = false }\nwindow = \"year\"",
            "false: `tick` is `true`, or left out where something is measured",
        ),
        ("measure = { tick = true }", "{ tick = true }: a target that is ticked needs `window`"),
        ("measure = { tick = true }\nwindow = \"yeer\"", "\"yeer\": unknown window `yeer` (did you mean `year`?)"),
        (
            "measure = { count = [\"event\"], sume = \"people\" }\nwindow = \"year\"\nat_least = 1",
            "sume: unknown field `sume` (did you mean `sum`?)",
        ),
    ]);
}

#[test]
fn an_obligation_without_a_number_is_ticked_in_a_window() {
    assert_eq!(measure("measure = { tick = true }\nwindow = \"year\""), Measure::Tick { window: "year".into() });
}

#[test]
fn what_is_left_out_of_a_measure_has_its_usual_meaning() {
    let part = parts("measure = { count = [\"event\"] }\nwindow = \"year\"\nat_least = 2").remove(0);
    assert_eq!((part.scope, part.distinct_titles, part.since_start), (CountScope::OwnRows, false, false));
    let spelled = parts(
        "measure = { count = [\"event\"], untagged = \"ignore\", scope = \"self\", distinct = \"row\", \
         aggregated = \"bounds\", sum = \"activities\", since_start = false }\nwindow = \"year\"\nat_least = 2",
    );
    assert_eq!(spelled, [part]);
}

#[test]
fn a_rule_ends_on_or_after_its_first_day() {
    let rule = |days: &str| format!("measure = {{ tick = true }}\nwindow = \"year\"\n{days}");
    let one_day = plan(&target("T", &rule("from = 2024-02-29\nto = 2024-02-29")));
    assert_eq!(one_day.target("T").unwrap().from, one_day.target("T").unwrap().to);
    refused(&[(&rule("from = 2024-03-01\nto = 2024-02-29"), "2024-02-29: the rule ends before it begins")]);
}

#[test]
fn milestones_follow_each_other_and_have_names_of_their_own() {
    let rule = |share: &str, first: &str, second: &str| {
        format!("measure = {{ share = \"{share}\" }}\nmilestone = [{{ {first} }}, {{ {second} }}]")
    };
    let at = |id: &str, by: &str| format!("id = \"{id}\", by = {by}, at_least_percent = 90");
    let conventions = |first: String, second: String| rule("conventions", &first, &second);
    refused(&[
        (&conventions(at("a", "2025-12-31"), at("b", "2025-12-31")), "2025-12-31: milestone `b` is not after `a`"),
        (&conventions(at("a", "2025-12-31"), at("a", "2026-12-31")), "\"a\": the id `a` is taken"),
        (&conventions(at("a", "2025-12-31"), at("", "2026-12-31")), "\"\": an id must not be empty"),
        (
            &conventions(at("a", "2025-12-31"), format!("{}, stages = [\"pilot\"]", at("b", "2026-12-31"))),
            "[\"pilot\"]: a milestone of conventions has no `stages`",
        ),
        (
            &rule("adoption", &at("a", "2025-12-31"), &at("b", "2026-12-31")),
            "{ id = \"a\", by = 2025-12-31, at_least_percent = 90 }: a milestone of adoption needs `stages`",
        ),
        ("measure = { share = \"adoption\" }", "{ share = \"adoption\" }: a share needs at least one `milestone`"),
    ]);
}
