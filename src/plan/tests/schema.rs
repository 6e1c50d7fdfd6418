//! The schema that editors read: the kept file is the one the code writes, and the shipped plans agree with it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read the schema must fail")]

use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

fn rules() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules")
}

fn schema() -> Value {
    serde_json::from_str(&plan::schema()).unwrap()
}

/// A rule file as the editors see it: days are texts.
fn as_json(text: &str) -> Value {
    fn json(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(yes) => yes.into(),
            toml::Value::Datetime(day) => day.to_string().into(),
            toml::Value::Array(list) => list.into_iter().map(json).collect(),
            toml::Value::Table(table) => {
                Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect())
            }
        }
    }
    json(toml::from_str(text).unwrap())
}

/// What `value` breaks, by path. Knows exactly the keywords that the schema uses; patterns and formats are the parser's.
struct Checker<'s> {
    root: &'s Value,
}

impl Checker<'_> {
    fn check(&self, value: &Value, schema: &Value, path: &str) -> Vec<String> {
        let keywords = schema.as_object().into_iter().flatten();
        keywords.flat_map(|(keyword, rule)| self.keyword(value, schema, keyword, rule, path)).collect()
    }

    fn keyword(&self, value: &Value, schema: &Value, keyword: &str, rule: &Value, path: &str) -> Vec<String> {
        let number = value.as_f64().unwrap_or_default();
        let holds = match keyword {
            "$schema" | "title" | "description" | "default" | "definitions" | "format" | "pattern" => true,
            "properties" | "additionalProperties" | "required" if !value.is_object() => true,
            "minimum" | "maximum" | "exclusiveMinimum" if !value.is_number() => true,
            "items" if !value.is_array() => true,
            "minItems" => value.as_array().is_none_or(|list| list.len() as u64 >= rule.as_u64().unwrap()),
            "uniqueItems" => true,
            "$ref" => return self.check(value, self.definition(rule), path),
            "allOf" => return each(rule).flat_map(|one| self.check(value, one, path)).collect(),
            "anyOf" => each(rule).any(|one| self.check(value, one, path).is_empty()),
            "oneOf" => each(rule).filter(|one| self.check(value, one, path).is_empty()).count() == 1,
            "const" => value == rule,
            "enum" => each(rule).any(|known| known == value),
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is_a(value, kind)),
                kind => is_a(value, kind),
            },
            "minimum" => number >= rule.as_f64().unwrap(),
            "maximum" => number <= rule.as_f64().unwrap(),
            "required" => each(rule).all(|key| value.get(key.as_str().unwrap()).is_some()),
            "properties" => {
                let known = rule.as_object().unwrap().iter().filter_map(|(key, one)| Some((key, value.get(key)?, one)));
                return known.flat_map(|(key, value, one)| self.check(value, one, &format!("{path}.{key}"))).collect();
            }
            "additionalProperties" => return self.others(value, schema, rule, path),
            "items" => {
                let items = value.as_array().unwrap().iter().enumerate();
                return items.flat_map(|(at, item)| self.check(item, rule, &format!("{path}.{at}"))).collect();
            }
            other => panic!("the schema uses `{other}`, which this test does not know"),
        };
        if holds { Vec::new() } else { vec![format!("{path}: {keyword}")] }
    }

    /// Keys that `properties` does not list.
    fn others(&self, value: &Value, schema: &Value, rule: &Value, path: &str) -> Vec<String> {
        let listed = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
        let others = value.as_object().unwrap().iter().filter(|(key, _)| !listed.contains_key(*key));
        let broken = others.flat_map(|(key, value)| match rule {
            Value::Bool(true) => Vec::new(),
            Value::Bool(false) => vec![format!("{path}.{key}: not known")],
            one => self.check(value, one, &format!("{path}.{key}")),
        });
        broken.collect()
    }

    fn definition(&self, reference: &Value) -> &Value {
        let name = reference.as_str().and_then(|text| text.strip_prefix("#/definitions/")).unwrap();
        self.root.get("definitions").and_then(|all| all.get(name)).unwrap()
    }
}

fn each(rule: &Value) -> impl Iterator<Item = &Value> {
    rule.as_array().unwrap().iter()
}

fn is_a(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap() {
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("TOML has no `{other}`"),
    }
}

fn broken(text: &str) -> Vec<String> {
    let schema = schema();
    Checker { root: &schema }.check(&as_json(text), &schema, "")
}

fn shipped() -> Vec<PathBuf> {
    let files = std::fs::read_dir(rules()).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|file| file.extension().is_some_and(|extension| extension == "toml")).collect()
}

#[test]
fn the_kept_schema_is_the_one_the_code_writes() {
    let kept = std::fs::read_to_string(rules().join("plan-rules-1.schema.json")).unwrap();
    assert_eq!(kept, plan::schema(), "write it again with `cargo xtask lint --schema`");
}

#[test]
fn every_shipped_plan_agrees_with_the_schema() {
    assert!(!shipped().is_empty());
    for file in shipped() {
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(broken(&text), Vec::<String>::new(), "{}", file.display());
    }
}

#[test]
fn what_the_language_does_not_know_breaks_the_schema() {
    let sound = std::fs::read_to_string(rules().join("kien-giang-2030.toml")).unwrap();
    for (from, to, said) in [
        ("distinct = \"row\"", "distinct = \"rows\"", ".target.4.measure.distinct: oneOf"),
        ("distinct = \"row\"", "distinkt = \"row\"", ".target.4.measure.distinkt: not known"),
        ("count = [\"news\"]", "count = [\"newz\"]", ".target.4.measure.count.0: oneOf"),
        ("count = [\"news\"]", "count = \"news\"", ".target.4.measure.count: type"),
        ("at_least = 4", "at_least = -4", ".target.4.at_least: minimum"),
        ("at_least = 4", "at_least = \"4\"", ".target.4.at_least: type"),
        ("at_least_percent = 70", "at_least_percent = 101", ".target.2.milestone.0.at_least_percent: maximum"),
        ("[tag.effective]\nlabel", "[tag.effective]\nlable", ".tag.effective.lable: not known"),
        ("[unit_kind.hamlet]", "[unit_kind.village]", ".unit_kind.village: not known"),
        ("format = \"plan-rules/1\"", "format = \"plan-rules/2\"", ".format: const"),
        ("\n[coverage]", "\n[kovrage]", ".kovrage: not known"),
    ] {
        assert!(sound.contains(from), "{from}");
        let found = broken(&sound.replacen(from, to, 1));
        assert!(found.iter().any(|line| line == said), "{to}: {found:?}");
    }
}

#[test]
fn every_table_of_the_schema_is_closed_and_every_field_explained() {
    let schema = schema();
    let definitions = schema["definitions"].as_object().unwrap();
    for (name, table) in definitions.iter().filter(|(_, table)| table["type"] == "object") {
        assert_eq!(table["additionalProperties"], Value::Bool(false), "{name}");
        let unexplained = |fields: &Map<String, Value>| {
            fields.iter().find(|(_, field)| field.get("description").is_none()).map(|(key, _)| key.clone())
        };
        assert_eq!(unexplained(table["properties"].as_object().unwrap()), None, "{name}");
    }
    assert_eq!(schema["additionalProperties"], Value::Bool(false));
    assert!(!schema.to_string().contains("\"null\""), "TOML has no null");
}
