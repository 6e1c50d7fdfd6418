//! The patched document, section by section, into one [`Plan`]; collects every problem, not only the first.

use crate::convert::Checked;
use crate::document::Document;
use crate::fault::Fault;
use crate::model::{Advice, Coverage, Plan, Reading};
use crate::problem::Problem;
use crate::{amend, raw, sound};
use domain::{ActivityKind, UnitKind};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::de::DeValue;

/// The only format there is.
pub(crate) const FORMAT: &str = "plan-rules/1";

/// The sections of a file.
pub(crate) const SECTIONS: [&str; 23] = [
    "format",
    "plan",
    "source",
    "document",
    "defaults",
    "coverage",
    "unit_kind",
    "activity_kind",
    "tag",
    "window",
    "target",
    "duty",
    "dept",
    "task",
    "topic",
    "peak",
    "audience",
    "channel",
    "suggest",
    "body",
    "reading",
    "test",
    "clause",
];

/// The readings as written; no patch can change them.
pub(crate) fn readings(document: &Document<'_>) -> Result<Vec<Reading>, Vec<Problem>> {
    let mut reader = Reader { document, problems: Vec::new() };
    let readings = reader.list::<raw::Reading>("reading");
    for reading in &readings {
        let options = reading.options.iter().map(|option| &option.id);
        reader.report_all(sound::ids_differ(&["reading", &reading.id, "option"], options));
    }
    reader.finish(readings)
}

/// The whole plan.
pub(crate) fn plan(document: &Document<'_>, in_force: BTreeMap<String, String>) -> Result<Plan, Vec<Problem>> {
    let mut reader = Reader { document, problems: Vec::new() };
    reader.only_known_sections();
    reader.format();
    let head: Option<raw::Head> = reader.required("plan");
    let source: Option<raw::SourceText> = reader.required("source");
    let defaults: Option<raw::Defaults> = reader.required("defaults");
    let coverage: raw::Coverage = reader.optional("coverage").unwrap_or_default();
    let (Some(head), Some(source), Some(defaults)) = (head, source, defaults) else {
        return Err(reader.problems);
    };
    let mut plan = Plan {
        id: head.id,
        title: head.title,
        short: head.short,
        issuer: head.issuer,
        from: head.from.0,
        to: head.to.0,
        source_file: source.file,
        source_sha256: source.sha256,
        documents: reader.keyed::<raw::DocumentTable>("document").into_iter().collect(),
        rosters: head.rosters,
        defaults: defaults.into(),
        unit_kinds: reader.by_kind::<_, raw::UnitKindTable>(
            "unit_kind",
            UnitKind::from_code,
            &UnitKind::ALL.map(UnitKind::code),
        ),
        activity_kinds: reader.by_kind::<_, raw::ActivityKindTable>(
            "activity_kind",
            ActivityKind::from_code,
            &ActivityKind::ALL.map(ActivityKind::code),
        ),
        tags: reader.keyed::<raw::TagTable>("tag").into_iter().collect(),
        windows: reader.keyed::<raw::WindowTable>("window").into_iter().collect(),
        targets: reader.list::<raw::Target>("target"),
        duties: reader.list::<raw::Duty>("duty"),
        depts: reader.keyed::<raw::Dept>("dept").into_iter().collect(),
        tasks: reader.list::<raw::Task>("task"),
        topics: reader.list::<raw::Topic>("topic"),
        advice: reader.advice(),
        peaks: reader.list::<raw::Peak>("peak"),
        readings: reader.list::<raw::Reading>("reading"),
        readings_in_force: in_force,
        clauses: reader.list::<raw::Clause>("clause"),
        coverage: Coverage { informative: coverage.informative, unmeasured: coverage.unmeasured },
        examples: reader.list::<raw::Example>("test"),
    };
    if reader.problems.is_empty() {
        reader.report_all(sound::check(&plan, document));
    }
    if reader.problems.is_empty() {
        reader.report_all(amend::apply(&mut plan));
    }
    reader.finish(plan)
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    problems: Vec<Problem>,
}

impl Reader<'_, '_> {
    fn finish<T>(self, value: T) -> Result<T, Vec<Problem>> {
        if self.problems.is_empty() { Ok(value) } else { Err(self.problems) }
    }

    fn report(&mut self, fault: Fault) {
        self.problems.push(self.document.problem(fault));
    }

    fn report_all(&mut self, faults: Vec<Fault>) {
        self.problems.extend(faults.into_iter().map(|fault| self.document.problem(fault)));
    }

    fn only_known_sections(&mut self) {
        for (name, _) in self.document.root.iter() {
            if !SECTIONS.contains(&name.get_ref().as_ref()) {
                let fault = Fault::unknown(&[], "section", name.get_ref(), SECTIONS);
                self.problems.push(self.document.source.problem(name.span(), fault.message, fault.help));
            }
        }
    }

    fn format(&mut self) {
        match self.required::<String>("format") {
            Some(format) if format != FORMAT => {
                let fault = Fault::new(&["format"], format!("unknown format `{format}`"));
                self.report(fault.help(format!("this version reads `{FORMAT}`")));
            }
            _ => {}
        }
    }

    fn required<T: DeserializeOwned>(&mut self, section: &str) -> Option<T> {
        if self.document.section(section).is_none() {
            self.report(Fault::new(&[], format!("`{section}` is missing")));
        }
        self.optional(section)
    }

    fn optional<T: DeserializeOwned>(&mut self, section: &str) -> Option<T> {
        let read = self.document.read(self.document.section(section)?);
        read.map_err(|problem| self.problems.push(problem)).ok()
    }

    fn advice(&mut self) -> Advice {
        Advice {
            audiences: self.keyed::<raw::WordTable>("audience").into_iter().collect(),
            channels: self.keyed::<raw::WordTable>("channel").into_iter().collect(),
            forms: self.list::<raw::Suggest>("suggest"),
            bodies: self.list::<raw::Body>("body"),
        }
    }

    /// `[[section]]`: every element that can be read, in the order of the file.
    fn list<T: Checked + DeserializeOwned>(&mut self, section: &str) -> Vec<T::Model> {
        let Some(node) = self.document.section(section) else { return Vec::new() };
        let DeValue::Array(array) = node.get_ref() else {
            self.report(Fault::new(&[section], format!("`{section}` must be a list: write `[[{section}]]`")));
            return Vec::new();
        };
        let read = array.iter().enumerate().map(|(number, element)| {
            let raw: T = self.document.read(element)?;
            raw.checked().map_err(|fault| self.document.problem(fault.under(&[section, &format!("#{number}")])))
        });
        let (read, problems): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
        self.problems.extend(problems.into_iter().filter_map(Result::err));
        read.into_iter().filter_map(Result::ok).collect()
    }

    /// `[section.name]`: every table that can be read, with its name.
    fn keyed<T: Checked + DeserializeOwned>(&mut self, section: &str) -> Vec<(String, T::Model)> {
        let Some(node) = self.document.section(section) else { return Vec::new() };
        let DeValue::Table(table) = node.get_ref() else {
            self.report(Fault::new(&[section], format!("`{section}` must hold tables: write `[{section}.name]`")));
            return Vec::new();
        };
        let read = table.iter().map(|(name, element)| {
            let name = name.get_ref().to_string();
            let raw: T = self.document.read(element)?;
            let checked = raw.checked().map_err(|fault| self.document.problem(fault.under(&[section, &name])));
            checked.map(|value| (name, value))
        });
        let (read, problems): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
        self.problems.extend(problems.into_iter().filter_map(Result::err));
        read.into_iter().filter_map(Result::ok).collect()
    }

    /// The same where the names are the closed list of a kind.
    fn by_kind<K: Ord, T: Checked + DeserializeOwned>(
        &mut self,
        section: &str,
        from_code: fn(&str) -> Option<K>,
        known: &[&str],
    ) -> BTreeMap<K, T::Model> {
        let mut kinds = BTreeMap::new();
        for (name, value) in self.keyed::<T>(section) {
            match from_code(&name) {
                Some(kind) => {
                    kinds.insert(kind, value);
                }
                None => self.report(Fault::unknown(&[section, &name], "kind", &name, known.iter().copied())),
            }
        }
        kinds
    }
}
