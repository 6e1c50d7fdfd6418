//! The JSON Schema of rule files, for editors: completion, hints and red lines while one writes.
//!
//! It is made of the very types that read a file. What only makes sense together (which fields a target that counts
//! may have) is not in it: that is said by the parser and by lint, with the place and a hint.

use crate::assemble::FORMAT;
use crate::raw;
use crate::scalar::{Day, MonthDay, Number, People, Percent, Year};
use domain::{ActivityKind, UnitKind};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The schema as JSON text, the same bytes every time. Draft 7, which the TOML editors read.
pub fn schema() -> String {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(without_null));
    let schema = settings.into_generator().into_root_schema_for::<File>();
    format!("{:#}\n", schema.to_value())
}

/// A rule file: one plan, its law, and how it is read.
#[derive(JsonSchema)]
#[schemars(title = "Rule file plan-rules/1", deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is used: the parser reads the sections one by one")]
struct File {
    /// The language of the file: `"plan-rules/1"`.
    #[schemars(extend("const" = FORMAT))]
    format: String,
    plan: raw::Head,
    source: raw::SourceText,
    /// Other texts the rules rest on, by a key that clauses name.
    #[schemars(default)]
    document: BTreeMap<String, raw::DocumentTable>,
    defaults: raw::Defaults,
    #[schemars(default)]
    coverage: raw::Coverage,
    /// Kinds of unit, with the words by which tables name them.
    #[schemars(default, schema_with = "unit_kinds")]
    unit_kind: BTreeMap<UnitKind, raw::UnitKindTable>,
    /// Kinds of activity, with the words by which tables name them.
    #[schemars(default, schema_with = "activity_kinds")]
    activity_kind: BTreeMap<ActivityKind, raw::ActivityKindTable>,
    /// Marks that a row or a unit can carry, by a name of your own.
    #[schemars(default)]
    tag: BTreeMap<String, raw::TagTable>,
    /// Windows in time, by a name of your own.
    #[schemars(default)]
    window: BTreeMap<String, raw::WindowTable>,
    /// What is measured.
    #[schemars(default)]
    target: Vec<raw::Target>,
    /// What must be handed in.
    #[schemars(default)]
    duty: Vec<raw::Duty>,
    /// Departments, by a key that duties and tasks name.
    #[schemars(default)]
    dept: BTreeMap<String, raw::Dept>,
    /// Tasks of departments: shown, never judged.
    #[schemars(default)]
    task: Vec<raw::Task>,
    /// What to talk about.
    #[schemars(default)]
    topic: Vec<raw::Topic>,
    /// When to talk most.
    #[schemars(default)]
    peak: Vec<raw::Peak>,
    /// Audiences, by a key that topics and suggestions name.
    #[schemars(default)]
    audience: BTreeMap<String, raw::WordTable>,
    /// Channels, by a key that suggestions name.
    #[schemars(default)]
    channel: BTreeMap<String, raw::WordTable>,
    /// In which form, for whom and where: what the suggested calendar says.
    #[schemars(default)]
    suggest: Vec<raw::Suggest>,
    /// Bodies that support it, and who took over from them.
    #[schemars(default)]
    body: Vec<raw::Body>,
    /// Where the text can be read in more than one way.
    #[schemars(default)]
    reading: Vec<raw::Reading>,
    /// Examples that must keep passing.
    #[schemars(default)]
    test: Vec<raw::Example>,
    /// The law, clause by clause, in the order of the source.
    #[schemars(default)]
    clause: Vec<raw::Clause>,
}

/// TOML has no null: a field that may be left out is left out.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    for keyword in ["type", "anyOf"] {
        let Some(Value::Array(choices)) = object.get_mut(keyword) else { continue };
        choices.retain(|choice| choice != "null" && choice.get("type").is_none_or(|kind| kind != "null"));
        let [only] = choices.as_mut_slice() else { continue };
        // Draft 7 overlooks what stands beside a `$ref`, so the only choice goes into `allOf`.
        match (keyword, only.take()) {
            ("anyOf", only) => {
                object.remove(keyword);
                object.insert("allOf".to_owned(), Value::Array(vec![only]));
            }
            (_, only) => {
                object.insert(keyword.to_owned(), only);
            }
        }
    }
}

fn unit_kinds(generator: &mut SchemaGenerator) -> Schema {
    by_kind::<raw::UnitKindTable>(generator, &UnitKind::ALL.map(UnitKind::code))
}

fn activity_kinds(generator: &mut SchemaGenerator) -> Schema {
    by_kind::<raw::ActivityKindTable>(generator, &ActivityKind::ALL.map(ActivityKind::code))
}

/// Tables whose keys are a closed list.
fn by_kind<T: JsonSchema>(generator: &mut SchemaGenerator, codes: &[&str]) -> Schema {
    let table = generator.subschema_for::<T>().to_value();
    let properties: Map<String, Value> = codes.iter().map(|code| ((*code).to_owned(), table.clone())).collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// A value that a reading puts, or an edit of a list.
pub(crate) struct PatchValue;

/// A cell of an example's activity: the count is a number, the others are texts.
pub(crate) struct Cell;

/// A schema written by hand, for a type that reads itself.
macro_rules! by_hand {
    ($($name:ident: $schema:tt)+) => {
        $(impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })+
    };
}

by_hand! {
    Day: { "type": "string", "format": "date" }
    MonthDay: { "type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }
    Percent: { "type": "integer", "minimum": 1, "maximum": 100 }
    People: { "type": "integer", "minimum": 1 }
    Year: { "type": "integer", "minimum": 1900, "maximum": 2100 }
    Number: { "type": "number", "minimum": 0 }
    Cell: { "type": ["string", "integer"] }
    PatchValue: {
        "anyOf": [
            { "type": ["string", "number", "boolean", "array"] },
            {
                "type": "object",
                "properties": { "add": { "type": "array" }, "remove": { "type": "array" } },
                "additionalProperties": false
            }
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::SECTIONS;

    #[test]
    fn the_schema_knows_the_sections_that_the_parser_knows() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        let mut sections = SECTIONS;
        sections.sort_unstable();
        assert_eq!(schema["properties"].as_object().unwrap().keys().collect::<Vec<_>>(), sections);
    }
}
