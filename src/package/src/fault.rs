//! Why a call was refused: a JavaScript `Error` with a stable `code`, and what belongs to it.

use assess::House;
use domain::{Language, PlanChoice, PlanProblem, ReadError, ReadErrorKind};
use js_sys::{Error, Reflect};
use report::worded;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// What went wrong, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// An argument is not of the form that the types ask for.
    BadInput,
    /// The rule file cannot be applied.
    BadRules,
    /// No file holds a table.
    NoTable,
    /// No unit has this id.
    UnknownUnit,
    /// There is no such verdict.
    UnknownVerdict,
    /// Ours, not the caller's.
    Defect,
}

impl Code {
    /// Every code.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    pub(super) const ALL: [Self; 6] =
        [Self::BadInput, Self::BadRules, Self::NoTable, Self::UnknownUnit, Self::UnknownVerdict, Self::Defect];

    /// The word that programs see.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::BadInput => "bad_input",
            Self::BadRules => "bad_rules",
            Self::NoTable => "no_table",
            Self::UnknownUnit => "unknown_unit",
            Self::UnknownVerdict => "unknown_verdict",
            Self::Defect => "defect",
        }
    }
}

/// Why a call was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) message: String,
    problems: Vec<PlanProblem>,
    files: Vec<FileFault>,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct FileFault {
    name: String,
    code: &'static str,
    message: String,
}

impl FileFault {
    /// In words for people.
    pub(super) fn new(language: Language, error: &ReadError) -> Self {
        let code = match error.kind {
            ReadErrorKind::Empty => "empty",
            ReadErrorKind::NotASpreadsheet { .. } => "not_a_spreadsheet",
            ReadErrorKind::UnsupportedFormat { .. } => "unsupported_format",
            ReadErrorKind::PasswordProtected => "password_protected",
            ReadErrorKind::Damaged { .. } => "damaged",
            ReadErrorKind::TooLarge { .. } => "too_large",
            ReadErrorKind::NoTable { .. } => "no_table",
            ReadErrorKind::Cancelled => "cancelled",
        };
        Self { name: error.file.clone(), code, message: worded::read_error(language, &error.kind) }
    }
}

impl Fault {
    /// A fault that its message explains.
    pub(super) fn new(code: Code, message: String) -> Self {
        Self { code, message, problems: Vec::new(), files: Vec::new() }
    }

    /// An argument that is not what it should be.
    pub(super) fn input(message: impl Into<String>) -> Self {
        Self::new(Code::BadInput, message.into())
    }

    /// No file holds a table.
    pub(super) fn files(language: Language, errors: &[ReadError]) -> Self {
        let files: Vec<FileFault> = errors.iter().map(|error| FileFault::new(language, error)).collect();
        let lines: Vec<String> = files.iter().map(|file| format!("{}: {}", file.name, file.message)).collect();
        Self { files, ..Self::new(Code::NoTable, lines.join("\n")) }
    }

    /// Rules that cannot be applied; of an own rule file, with what is wrong with it.
    pub(super) fn rules(house: &House, choice: &PlanChoice, message: String) -> Self {
        let problems = match choice {
            PlanChoice::Own { name, text } => house.lint(name, text),
            PlanChoice::First | PlanChoice::Shipped(_) => Vec::new(),
        };
        Self { problems, ..Self::new(Code::BadRules, message) }
    }
}

impl From<Fault> for JsValue {
    fn from(fault: Fault) -> Self {
        let error = Error::new(&fault.message);
        error.set_name("EngineError");
        let plain = serde_wasm_bindgen::Serializer::json_compatible();
        let parts = [
            ("code", Ok(Self::from_str(fault.code.text()))),
            ("problems", fault.problems.serialize(&plain)),
            ("files", fault.files.serialize(&plain)),
        ];
        for (name, value) in parts {
            // Setting a property of a fresh error cannot fail.
            let _ = Reflect::set(&error, &name.into(), &value.unwrap_or_default());
        }
        error.into()
    }
}
