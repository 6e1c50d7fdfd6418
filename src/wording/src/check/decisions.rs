//! What the user decided, as the list on the page and the log in the exports tell it.

use crate::{Say, both};
use domain::{
    ColumnChoice, Decision, FormChoice, Language, PlanChoice, Relevance, RelevanceChoice, TableInfo, TickChoice,
    UnitChoice, column_letters,
};

/// A question and its answer in words, by the ids of a reading and its option.
pub type Answers<'a> = dyn Fn(&str, &str) -> Option<(String, String)> + 'a;

/// How to name what decisions are about.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The tables that were read.
    pub tables: &'a [TableInfo],
    /// The name of a unit, by its id.
    pub unit: &'a dyn Fn(&str) -> Option<String>,
    /// The question and the answer of a reading's option.
    pub reading: &'a Answers<'a>,
}

/// A decision as one clause.
pub fn decision(language: Language, decision: &Decision, names: &Names<'_>) -> String {
    match decision {
        Decision::Roster(roster) => {
            let roster = roster.say(language);
            both(language, format!("Danh mục đơn vị: {roster}"), format!("Roster: {roster}")).into_owned()
        }
        Decision::Plan(plan) => plan_chosen(language, plan),
        Decision::Encoding { file, encoding } => {
            let name = encoding.name();
            both(language, format!("{file}: đọc theo bảng mã {name}"), format!("{file}: read as {name}")).into_owned()
        }
        Decision::Column(choice) => column(language, choice, names),
        Decision::Unit(choice) => unit(language, choice, names),
        Decision::Kind { word, kind } if word.is_empty() => {
            let kind = kind.say(language);
            let (vi, en) = (format!("Dòng không ghi loại là {kind}"), format!("Rows that say no kind are: {kind}"));
            both(language, vi, en).into_owned()
        }
        Decision::Kind { word, kind } => {
            let kind = kind.say(language);
            both(language, format!("“{word}” là {kind}"), format!("“{word}” is: {kind}")).into_owned()
        }
        Decision::Relevance(choice) => relevance(language, choice, names),
        Decision::MonthFirst(table) => {
            let table = names.table(table);
            both(language, format!("{table}: ghi tháng trước ngày"), format!("{table}: month comes first")).into_owned()
        }
        Decision::Reading { reading, option } => {
            let named = (names.reading)(reading, option);
            let (ask, answer) = named.unwrap_or_else(|| (reading.clone(), option.clone()));
            both(language, format!("Cách hiểu: {ask} – {answer}"), format!("Reading: {ask} – {answer}")).into_owned()
        }
        Decision::Tick(choice) => tick(language, choice, names),
        Decision::Form(form) => form_chosen(language, form),
    }
}

fn plan_chosen(language: Language, plan: &PlanChoice) -> String {
    let name = match plan {
        PlanChoice::First => both(language, "kế hoạch đầu tiên", "the first plan").into_owned(),
        PlanChoice::Shipped(id) => id.clone(),
        PlanChoice::Own { name, .. } => name.clone(),
    };
    both(language, format!("Kế hoạch áp dụng: {name}"), format!("Plan applied: {name}")).into_owned()
}

fn form_chosen(language: Language, form: &FormChoice) -> String {
    let name = match form {
        FormChoice::Shipped => both(language, "có sẵn", "the one that comes with the page").into_owned(),
        FormChoice::Own { name, .. } => name.clone(),
    };
    let said = both(
        language,
        format!("Thứ tự cột của biểu cấp trên: {name}"),
        format!("Columns of the superior's form: {name}"),
    );
    said.into_owned()
}

fn column(language: Language, choice: &ColumnChoice, names: &Names<'_>) -> String {
    let (column, field) = (names.column(&choice.table, choice.column), choice.field.say(language));
    both(language, format!("Cột “{column}” hiểu là: {field}"), format!("Column “{column}” means: {field}")).into_owned()
}

fn unit(language: Language, UnitChoice { table, text, unit }: &UnitChoice, names: &Names<'_>) -> String {
    let name = (names.unit)(unit).unwrap_or_else(|| unit.clone());
    let said = match (text.as_str(), unit.as_str()) {
        ("", _) => {
            let table = names.table(table);
            both(language, format!("{table}: cả bảng là của {name}"), format!("{table}: all of it is of {name}"))
        }
        (text, "") => both(language, format!("“{text}” không phải đơn vị"), format!("“{text}” is no unit")),
        (text, _) => both(language, format!("“{text}” là {name}"), format!("“{text}” is {name}")),
    };
    said.into_owned()
}

fn relevance(language: Language, choice: &RelevanceChoice, names: &Names<'_>) -> String {
    let table = names.table(&choice.table);
    let said = match choice.relevant {
        Relevance::Yes => both(
            language,
            format!("{table}: cả bảng là về bình đẳng giới"),
            format!("{table}: all about gender equality"),
        ),
        Relevance::Unknown => both(
            language,
            format!("{table}: chưa chắc là về bình đẳng giới"),
            format!("{table}: perhaps not about gender equality"),
        ),
    };
    said.into_owned()
}

fn tick(language: Language, TickChoice { target, unit, period, note }: &TickChoice, names: &Names<'_>) -> String {
    let code = crate::overview::target_code(language, target);
    let name = (names.unit)(unit).unwrap_or_else(|| unit.clone());
    let of = format!("{code}, {name}, {period}");
    both(language, format!("Đã đánh dấu {of}: {note}"), format!("Ticked {of}: {note}")).into_owned()
}

impl Names<'_> {
    fn find(&self, key: &str) -> Option<&TableInfo> {
        self.tables.iter().find(|table| table.is_keyed(key))
    }

    fn table(&self, key: &str) -> String {
        match self.find(key) {
            Some(TableInfo { file, sheet, .. }) if sheet.is_empty() => file.clone(),
            Some(TableInfo { file, sheet, .. }) => format!("{file} – {sheet}"),
            None => key.to_owned(),
        }
    }

    /// The header of a column, or its letter.
    fn column(&self, table: &str, number: u32) -> String {
        let columns = self.find(table).map(|table| table.columns.as_slice()).unwrap_or_default();
        let header = columns.iter().find(|column| column.column == number).map(|column| column.header.clone());
        header.filter(|header| !header.is_empty()).unwrap_or_else(|| column_letters(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ActivityKind, Field, RosterScope, TextEncoding};

    fn every_decision() -> Vec<Decision> {
        let table = || "0123".to_owned();
        let unit = |text: &str, unit: &str| {
            Decision::Unit(UnitChoice { table: table(), text: text.to_owned(), unit: unit.to_owned() })
        };
        vec![
            Decision::Roster(RosterScope::AllAnGiang),
            Decision::Plan(PlanChoice::Shipped("ha-noi-331".to_owned())),
            Decision::Encoding { file: "cũ.csv".to_owned(), encoding: TextEncoding::Tcvn3 },
            Decision::Column(ColumnChoice { table: table(), column: 27, field: Field::Date }),
            unit("Vĩnh Hoà", "kg"),
            unit("Tổng cộng", ""),
            unit("", "kg"),
            Decision::Kind { word: "Loa cụm".to_owned(), kind: ActivityKind::News },
            Decision::Relevance(RelevanceChoice { table: table(), relevant: Relevance::Yes }),
            Decision::MonthFirst(table()),
            Decision::Reading { reading: "duplicates".to_owned(), option: "once".to_owned() },
            Decision::Tick(TickChoice {
                target: "T9".to_owned(),
                unit: "kg".to_owned(),
                period: "2024".to_owned(),
                note: "Quyết định số 12".to_owned(),
            }),
            Decision::Form(FormChoice::Own { name: "so.toml".to_owned(), text: String::new() }),
        ]
    }

    fn said(language: Language, one: &Decision) -> String {
        let unit = |id: &str| (id == "kg").then(|| "Tỉnh Kiên Giang".to_owned());
        let names = Names { tables: &[], unit: &unit, reading: &|_, _| None };
        decision(language, one, &names)
    }

    #[test]
    fn every_decision_is_said_differently_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for decision in every_decision() {
            for language in [Language::Vi, Language::En] {
                assert!(seen.insert(said(language, &decision)), "{decision:?}");
            }
        }
    }

    #[test]
    fn what_is_unknown_is_named_by_its_letter_or_key_and_never_left_out() {
        let column = Decision::Column(ColumnChoice { table: "x".to_owned(), column: 27, field: Field::Date });
        assert_eq!(said(Language::Vi, &column), "Cột “AB” hiểu là: Ngày thực hiện");
        let unit = Decision::Unit(UnitChoice { table: String::new(), text: "A".to_owned(), unit: "gone".to_owned() });
        assert_eq!(said(Language::En, &unit), "“A” is gone");
    }
}
