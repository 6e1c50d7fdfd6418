//! The words of the language of outlines: what a report can list, when something stands in it, and its fields by name.
//!
//! The lists are closed. What each of them says is decided where a report is filled; one that nobody fills does not compile.

/// What a report can list, line by line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportRows {
    /// Targets and duties of the period with what came of them.
    Results,
    /// Those of them that are met.
    Met,
    /// Those of them that are not met, their windows being over.
    Missed,
    /// Those of them whose windows are open.
    Open,
    /// Those of them that the data cannot decide.
    Unknown,
    /// Kinds of activity held in the period.
    Activities,
    /// Money by source.
    Sources,
    /// What the suggested calendar holds for the time after the as-of day.
    Agenda,
    /// Units directly below, with how many of their results stand how.
    Units,
    /// Kinds of unit, with how many of them sent data.
    Completeness,
    /// Kinds of unit of which some sent nothing.
    Silent,
    /// Readings in force that are not the default.
    Chosen,
    /// All readings in force.
    Readings,
    /// Tables that were read.
    Tables,
}

impl ReportRows {
    /// Every set.
    pub const ALL: [Self; 14] = [
        Self::Results,
        Self::Met,
        Self::Missed,
        Self::Open,
        Self::Unknown,
        Self::Activities,
        Self::Sources,
        Self::Agenda,
        Self::Units,
        Self::Completeness,
        Self::Silent,
        Self::Chosen,
        Self::Readings,
        Self::Tables,
    ];

    /// The word used in outlines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::Activities => "activities",
            Self::Sources => "sources",
            Self::Agenda => "agenda",
            Self::Units => "units",
            Self::Completeness => "completeness",
            Self::Silent => "silent",
            Self::Chosen => "chosen",
            Self::Readings => "readings",
            Self::Tables => "tables",
        }
    }

    /// The fields that each of its rows has, besides the number.
    pub fn fields(self) -> &'static [ReportField] {
        use ReportField as F;
        match self {
            Self::Results | Self::Met | Self::Missed | Self::Open | Self::Unknown => {
                &[F::Target, F::TargetPeriod, F::Required, F::Result, F::Verdict, F::VerdictInSentence, F::Short]
            }
            Self::Activities => &[F::Activity, F::ActivityCount, F::ActivityRows, F::ActivityPeople],
            Self::Sources => &[F::Source, F::SourceCost, F::SourceShare],
            Self::Agenda => &[F::Day, F::Who, F::What, F::Latest],
            Self::Units => {
                &[F::UnitName, F::UnitMet, F::UnitMissed, F::UnitOpen, F::UnitUnknown, F::UnitActivities, F::UnitPeople]
            }
            Self::Completeness => &[F::KindName, F::KindListed, F::KindWithData],
            Self::Silent => &[F::SilentKind, F::SilentCount, F::SilentNames],
            Self::Chosen | Self::Readings => &[F::Reading, F::Answer],
            Self::Tables => &[F::Table, F::TableRows, F::TableUsed, F::TableCutOff],
        }
    }
}

/// When something stands in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportCondition {
    /// The set has rows.
    Has(ReportRows),
    /// Some row of the period says how many people it reached.
    People,
    /// Some row of the period says how many of them were women.
    Women,
    /// The period is over on the as-of day.
    PeriodOver,
    /// The unit has one above it.
    Parent,
    /// A table says up to which day it goes.
    CutOff,
}

impl ReportCondition {
    /// The conditions that are not sets of rows.
    pub const OTHERS: [Self; 5] = [Self::People, Self::Women, Self::PeriodOver, Self::Parent, Self::CutOff];

    /// Every condition.
    pub fn all() -> impl Iterator<Item = Self> {
        ReportRows::ALL.into_iter().map(Self::Has).chain(Self::OTHERS)
    }

    /// The word used in outlines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Has(rows) => rows.code(),
            Self::People => "people",
            Self::Women => "women",
            Self::PeriodOver => "period_over",
            Self::Parent => "parent",
            Self::CutOff => "cut_off",
        }
    }
}

macro_rules! fields {
    ($($variant:ident $code:literal $doc:literal,)*) => {
        /// What a sentence of an outline can say by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ReportField {
            $(#[doc = $doc] $variant,)*
        }

        impl ReportField {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word used in outlines.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// What it says.
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $doc,)*
                }
            }
        }
    };
}

fields! {
    Period "period" "the period reported on: quý III năm 2024",
    NextPeriod "next_period" "the period after it: quý IV năm 2024",
    Year "year" "the year of the period, for several years the last: 2024",
    AsOf "as_of" "the day up to whose end figures count: 15/10/2024",
    CutOff "cut_off" "the earliest of the days up to which tables say they go: 30/09/2024",
    Month "month" "the month in which figures end, the day after the as-of day: 10",
    MonthYear "month_year" "the year of that month: 2024",
    Place "place" "the unit's name without its type word: Vĩnh Hòa Hiệp",
    Unit "unit" "the unit in a sentence: xã Vĩnh Hòa Hiệp",
    UnitCaps "unit_caps" "the unit in capitals: XÃ VĨNH HÒA HIỆP",
    Parent "parent" "the unit above it: huyện Châu Thành",
    ParentCaps "parent_caps" "the same in capitals: HUYỆN CHÂU THÀNH",
    Province "province" "the province: tỉnh Kiên Giang",
    ProvinceCaps "province_caps" "the same in capitals: TỈNH KIÊN GIANG",
    ProvinceName "province_name" "the province without its type word: Kiên Giang",
    Issuer "issuer" "the reporting body, by the outline's own issuers",
    IssuerCode "issuer_code" "its short mark: UBND",
    Lead "lead" "the body that reports go to, under its name on the as-of day: Sở Nội vụ",
    LeadCaps "lead_caps" "the same in capitals: SỞ NỘI VỤ",
    PlanTitle "plan_title" "the title of the plan",
    PlanIssuer "plan_issuer" "who issued the plan",
    ResultCount "result_count" "how many results the report speaks of: 05",
    MetCount "met_count" "how many of them are met",
    MissedCount "missed_count" "how many of them are not met",
    OpenCount "open_count" "how many of them have a window that is still open",
    UnknownCount "unknown_count" "how many of them the data cannot decide",
    ActivityTotal "activity_total" "activities held in the period, news items among them: 38",
    EvidenceRows "evidence_rows" "rows of the user's tables that they stand in: 38",
    TableCount "table_count" "how many tables were read: 01",
    PeopleTotal "people" "people reached in the period, over the rows that say so: 1.046",
    PeopleRows "people_rows" "how many rows say so: 24",
    Women "women" "women among them, over the rows that say both: 565",
    WomenShare "women_share" "their share of the people in those rows: 54,0%",
    Cost "cost" "money spent in the period, over the rows that say so: 12.500.000 đồng",
    CostRows "cost_rows" "how many rows say so",
    UnitsListed "units_listed" "how many units the report is about",
    UnitsWithData "units_with_data" "how many of them sent data",
    ReadingCount "reading_count" "how many readings are in force: 31",
    ChosenCount "chosen_count" "how many of them are not the default",
    Number "number" "the number of the row",
    Target "target" "the target or duty",
    TargetPeriod "target_period" "its period: quý III năm 2024",
    Required "required" "what it asks for: 04 tin, bài",
    Result "result" "what was done: 03 tin, bài",
    Verdict "verdict" "what came of it: Chưa đạt, thiếu 01 tin, bài",
    VerdictInSentence "verdict_in_sentence" "the same inside of a sentence: chưa đạt, thiếu 01 tin, bài",
    Short "short" "a sentence that names the units meant, with a space before it; blank if the line is one unit's own",
    Activity "activity" "a kind of activity: cuộc truyền thông",
    ActivityCount "activity_count" "how many of them: 14",
    ActivityRows "activity_rows" "the rows they stand in: 14",
    ActivityPeople "activity_people" "people they reached: 684",
    Source "source" "where money came from, in the words of the tables",
    SourceCost "source_cost" "how much: 8.000.000",
    SourceShare "source_share" "its share of all: 64,0%",
    Day "day" "the suggested day: 20/11/2024",
    Who "who" "the unit that acts",
    What "what" "what it does",
    Latest "latest" "the last day on which it would do",
    UnitName "unit_name" "a unit directly below",
    UnitMet "unit_met" "how many results at or under it are met",
    UnitMissed "unit_missed" "how many are not met",
    UnitOpen "unit_open" "how many are open",
    UnitUnknown "unit_unknown" "how many the data cannot decide",
    UnitActivities "unit_activities" "activities held at or under it in the period",
    UnitPeople "unit_people" "people they reached",
    KindName "kind_name" "a kind of unit: xã, phường, thị trấn",
    KindListed "kind_listed" "how many of them there are",
    KindWithData "kind_with_data" "how many of them sent data",
    SilentKind "silent_kind" "a kind of unit of which some sent nothing",
    SilentCount "silent_count" "how many sent nothing",
    SilentNames "silent_names" "their names",
    Reading "reading" "the question of a reading",
    Answer "answer" "the answer in force",
    Table "table" "the file and sheet of a table",
    TableRows "table_rows" "its rows",
    TableUsed "table_used" "its rows that became facts",
    TableCutOff "table_cut_off" "the day up to which it says it goes",
}

impl ReportField {
    /// Does it belong to rows only?
    pub fn is_of_row(self) -> bool {
        self == Self::Number || ReportRows::ALL.iter().any(|rows| rows.fields().contains(&self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_word_of_the_language_is_different() {
        let fields: BTreeSet<&str> = ReportField::ALL.iter().map(|field| field.code()).collect();
        assert_eq!(fields.len(), ReportField::ALL.len());
        let conditions: BTreeSet<&str> = ReportCondition::all().map(ReportCondition::code).collect();
        assert_eq!(conditions.len(), ReportCondition::all().count());
    }
}
