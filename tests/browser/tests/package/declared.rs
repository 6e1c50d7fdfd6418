//! The types that `index.d.ts` declares, as far as data need them, and whether a value is of a type.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;

/// Declarations by name.
pub struct Declarations(BTreeMap<String, Type>);

#[derive(Clone, Debug, PartialEq)]
enum Type {
    Literal(String),
    Named(String),
    List(Box<Type>),
    Tuple(Vec<Type>),
    Record(Box<Type>),
    Union(Vec<Type>),
    Object(Vec<Field>),
}

#[derive(Clone, Debug, PartialEq)]
struct Field {
    name: String,
    required: bool,
    kind: Type,
}

impl Declarations {
    /// Reads every interface and type that holds data; those with methods are left out.
    pub fn parse(text: &str) -> Result<Self> {
        let text = without_comments(text);
        let mut declarations = BTreeMap::new();
        for declaration in text.split("export ").skip(1) {
            let tokens = tokens(declaration);
            let mut reader = Reader { tokens: &tokens };
            let (word, name) = (reader.next()?, reader.next()?);
            let kind = match word.as_str() {
                "interface" if declaration.contains('(') => continue,
                "interface" => {
                    reader.skip_to("{");
                    reader.kind()
                }
                "type" => {
                    reader.expect("=")?;
                    reader.kind()
                }
                _ => continue,
            };
            declarations.insert(name.clone(), kind.with_context(|| format!("in `{name}`"))?);
        }
        let fault = declarations.remove("EngineError").context("no EngineError")?;
        declarations.insert("Fault".to_owned(), fault);
        Ok(Self(declarations))
    }

    /// What is wrong with `value` as a `name`.
    pub fn complaints(&self, name: &str, value: &Value) -> Result<Vec<String>> {
        let kind = self.0.get(name).with_context(|| format!("`{name}` is not declared"))?;
        let mut complaints = Vec::new();
        self.check(name, kind, value, &mut complaints);
        Ok(complaints)
    }

    fn check(&self, at: &str, kind: &Type, value: &Value, complaints: &mut Vec<String>) {
        let fits = match (kind, value) {
            (Type::Literal(text), Value::String(value)) => text == value,
            (Type::Named(name), value) => match (name.as_str(), self.0.get(name)) {
                ("string", _) => value.is_string(),
                ("number", _) => value.is_number(),
                ("boolean", _) => value.is_boolean(),
                ("null", _) => value.is_null(),
                (_, Some(kind)) => return self.check(at, kind, value, complaints),
                _ => false,
            },
            (Type::List(kind), Value::Array(values)) => {
                values
                    .iter()
                    .enumerate()
                    .for_each(|(i, value)| self.check(&format!("{at}[{i}]"), kind, value, complaints));
                true
            }
            (Type::Tuple(kinds), Value::Array(values)) => {
                kinds.iter().zip(values).for_each(|(kind, value)| self.check(at, kind, value, complaints));
                kinds.len() == values.len()
            }
            (Type::Record(kind), Value::Object(values)) => {
                values.iter().for_each(|(key, value)| self.check(&format!("{at}.{key}"), kind, value, complaints));
                true
            }
            (Type::Union(kinds), value) => kinds.iter().any(|kind| {
                let mut found = Vec::new();
                self.check(at, kind, value, &mut found);
                found.is_empty()
            }),
            (Type::Object(fields), Value::Object(values)) => {
                for field in fields {
                    match values.get(&field.name) {
                        Some(value) => self.check(&format!("{at}.{}", field.name), &field.kind, value, complaints),
                        None if field.required => complaints.push(format!("{at}.{} is missing", field.name)),
                        None => {}
                    }
                }
                let undeclared = values.keys().filter(|key| fields.iter().all(|field| field.name != **key));
                complaints.extend(undeclared.map(|key| format!("{at}.{key} is not declared")));
                true
            }
            _ => false,
        };
        if !fits {
            complaints.push(format!("{at} is {value}, not {kind:?}"));
        }
    }
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("*/")).fold(first, |text, (_, rest)| text + rest)
}

fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let length = match first {
            '\'' => rest.get(1..).and_then(|rest| rest.find('\'')).map_or(rest.len(), |at| at + 2),
            first if word(first) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
            first => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token.to_owned());
        rest = after.trim_start();
    }
    tokens
}

struct Reader<'t> {
    tokens: &'t [String],
}

impl Reader<'_> {
    fn peek(&self) -> &str {
        self.tokens.first().map_or("", String::as_str)
    }

    fn next(&mut self) -> Result<String> {
        let (first, rest) = self.tokens.split_first().context("the declaration ends too soon")?;
        self.tokens = rest;
        Ok(first.clone())
    }

    fn takes(&mut self, token: &str) -> bool {
        let there = self.peek() == token;
        if there {
            self.tokens = self.tokens.get(1..).unwrap_or_default();
        }
        there
    }

    fn expect(&mut self, token: &str) -> Result<()> {
        if !self.takes(token) {
            bail!("`{}` stands where `{token}` should", self.peek());
        }
        Ok(())
    }

    fn skip_to(&mut self, token: &str) {
        while !self.tokens.is_empty() && self.peek() != token {
            self.tokens = self.tokens.get(1..).unwrap_or_default();
        }
    }

    fn kind(&mut self) -> Result<Type> {
        self.takes("|");
        let mut kinds = vec![self.term()?];
        while self.takes("|") {
            kinds.push(self.term()?);
        }
        Ok(if kinds.len() == 1 { kinds.remove(0) } else { Type::Union(kinds) })
    }

    fn term(&mut self) -> Result<Type> {
        let mut kind = self.atom()?;
        while self.takes("[") {
            self.expect("]")?;
            kind = Type::List(Box::new(kind));
        }
        Ok(kind)
    }

    fn atom(&mut self) -> Result<Type> {
        let token = self.next()?;
        match token.as_str() {
            "{" => self.object(),
            "[" => self.listed("]").map(Type::Tuple),
            "Record" => {
                self.expect("<")?;
                Ok(Type::Record(Box::new(self.listed(">")?.pop().context("a record of nothing")?)))
            }
            literal if literal.starts_with('\'') => Ok(Type::Literal(literal.trim_matches('\'').to_owned())),
            name => Ok(Type::Named(name.to_owned())),
        }
    }

    fn listed(&mut self, end: &str) -> Result<Vec<Type>> {
        let mut kinds = Vec::new();
        while !self.takes(end) {
            kinds.push(self.kind()?);
            self.takes(",");
        }
        Ok(kinds)
    }

    fn object(&mut self) -> Result<Type> {
        let mut fields = Vec::new();
        while !self.takes("}") {
            let name = self.next()?;
            let required = !self.takes("?");
            self.expect(":")?;
            fields.push(Field { name, required, kind: self.kind()? });
            self.takes(";");
        }
        Ok(Type::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TYPES: &str = "/** A word { */ export type Word = 'one' | 'two';
        export interface EngineError extends Error { code: string; }
        export interface Engine { call(a: number): void; }
        export interface Thing { word: Word; days: [string, string] | null; more?: Thing[]; counts: Record<string, number>; }";

    #[test]
    fn a_value_as_declared_has_no_complaints() {
        let declared = Declarations::parse(TYPES).unwrap();
        let inner = json!({ "word": "two", "days": ["a", "b"], "counts": {} });
        let value = json!({ "word": "one", "days": null, "more": [inner], "counts": { "x": 1 } });
        assert_eq!(declared.complaints("Thing", &value).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn every_difference_is_told() {
        let declared = Declarations::parse(TYPES).unwrap();
        let value = json!({ "word": "three", "days": ["a"], "more": [7], "extra": 1, "counts": { "x": "1" } });
        let complaints = declared.complaints("Thing", &value).unwrap();
        for part in ["Thing.word", "Thing.days", "Thing.more[0]", "Thing.extra is not declared", "Thing.counts.x"] {
            assert!(complaints.iter().any(|complaint| complaint.starts_with(part)), "{part}: {complaints:?}");
        }
        assert!(declared.complaints("Thing", &json!({})).unwrap().contains(&"Thing.word is missing".to_owned()));
    }
}
