//! The data that ships inside the program. Nothing is ever fetched.

/// A plan that ships.
pub(crate) struct ShippedPlan {
    /// Its id.
    pub(crate) id: &'static str,
    /// The rule file's path in the repository.
    pub(crate) file: &'static str,
    /// Its short name, packed by the build script.
    pub(crate) short: &'static [u8],
}

/// The first plan as its file has it, every reading at its default, packed by the build script.
pub(crate) const FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/kien-giang-2030.plan"));

/// The plans, in the order they are offered.
pub(crate) const PLANS: [ShippedPlan; 4] = [
    ShippedPlan {
        id: "kien-giang-2030",
        file: "rules/kien-giang-2030.toml",
        short: include_bytes!(concat!(env!("OUT_DIR"), "/kien-giang-2030.short")),
    },
    ShippedPlan {
        id: "qd-1790",
        file: "rules/qd-1790.toml",
        short: include_bytes!(concat!(env!("OUT_DIR"), "/qd-1790.short")),
    },
    ShippedPlan {
        id: "ha-noi-331",
        file: "rules/ha-noi-331.toml",
        short: include_bytes!(concat!(env!("OUT_DIR"), "/ha-noi-331.short")),
    },
    ShippedPlan {
        id: "ca-mau-2030",
        file: "rules/ca-mau-2030.toml",
        short: include_bytes!(concat!(env!("OUT_DIR"), "/ca-mau-2030.short")),
    },
];

/// What a shipped plan was made of.
pub(crate) struct ShippedText {
    /// The plan's id.
    pub(crate) id: &'static str,
    /// The rule file.
    pub(crate) rules: &'static str,
    /// Path in the repository of the text it encodes.
    pub(crate) source_file: &'static str,
    /// That text.
    pub(crate) source: &'static str,
}

/// The texts behind the plans.
pub(crate) const TEXTS: [ShippedText; 4] = [
    ShippedText {
        id: "kien-giang-2030",
        rules: include_str!("../../../rules/kien-giang-2030.toml"),
        source_file: "rules/sources/kien-giang.txt",
        source: include_str!("../../../rules/sources/kien-giang.txt"),
    },
    ShippedText {
        id: "qd-1790",
        rules: include_str!("../../../rules/qd-1790.toml"),
        source_file: "rules/sources/qd-1790.txt",
        source: include_str!("../../../rules/sources/qd-1790.txt"),
    },
    ShippedText {
        id: "ha-noi-331",
        rules: include_str!("../../../rules/ha-noi-331.toml"),
        source_file: "rules/sources/ha-noi-331.txt",
        source: include_str!("../../../rules/sources/ha-noi-331.txt"),
    },
    ShippedText {
        id: "ca-mau-2030",
        rules: include_str!("../../../rules/ca-mau-2030.toml"),
        source_file: "rules/sources/ca-mau.txt",
        source: include_str!("../../../rules/sources/ca-mau.txt"),
    },
];

/// Rosters by the name that a plan calls them.
pub(crate) const ROSTERS: [(&str, &str); 2] = [
    ("kien-giang-to-2025-06-30", include_str!("../../../rules/rosters/kien-giang-to-2025-06-30.csv")),
    ("an-giang-from-2025-07-01", include_str!("../../../rules/rosters/an-giang-from-2025-07-01.csv")),
];

/// Days off.
pub(crate) const HOLIDAYS: &str = include_str!("../../../rules/holidays-2022-2030.csv");

/// Anniversaries outside of any plan.
pub(crate) const ANCHORS: &str = include_str!("../../../rules/anchor-days.csv");

/// Outlines of reports, in the order in which reports are offered: the file in the repository and its text.
pub(crate) const OUTLINES: [(&str, &str); 5] = [
    ("rules/reports/quarter.toml", include_str!("../../../rules/reports/quarter.toml")),
    ("rules/reports/half-year.toml", include_str!("../../../rules/reports/half-year.toml")),
    ("rules/reports/year.toml", include_str!("../../../rules/reports/year.toml")),
    ("rules/reports/province.toml", include_str!("../../../rules/reports/province.toml")),
    ("rules/reports/five-years.toml", include_str!("../../../rules/reports/five-years.toml")),
];

/// Orders of columns of superiors' forms: the file in the repository and its text. The first is in force where there is
/// no other.
pub(crate) const FORMS: [(&str, &str); 2] = [
    ("rules/forms/bieu-09a.toml", include_str!("../../../rules/forms/bieu-09a.toml")),
    ("rules/forms/thuong-dung.toml", include_str!("../../../rules/forms/thuong-dung.toml")),
];
