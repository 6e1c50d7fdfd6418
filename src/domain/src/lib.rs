//! The nouns of the house, and nothing they do beyond being valid.
//!
//! `file → facts → verdicts → agenda → report`: every crate on that path speaks in these types.
//! This crate knows no rule, no spreadsheet and no sentence; it reads no clock and no locale.

mod agenda;
mod agenda_choice;
mod agenda_settings;
mod arrange;
mod bilingual;
mod cell;
mod compare;
mod decision;
mod described;
mod duty;
mod entered;
mod explanation;
mod fact;
mod file;
mod finding;
mod form;
mod form_order;
mod options;
mod outline;
mod page_settings;
mod period;
mod project;
mod remembered;
mod report;
mod report_field;
mod report_figures;
mod report_filled;
mod results;
mod row_column;
mod seal;
mod slice;
mod span;
mod subject;
mod suggestion;
mod table;
mod text;
mod unit;
mod verdict;
mod vocabulary;
mod what_if;

pub use agenda::{Agenda, AgendaItem, Closes, ItemKind, Need, NeedKind, Peak, Unreachable, UnreachableReason};
pub use agenda_choice::{
    DayReason, FullDays, FullPlace, ItemKey, LostPin, OpenGap, OpenReason, Pin, PinProblem, Proof, Shortfall,
    WindowPart, Wish,
};
pub use agenda_settings::{CalendarSettings, Months, PeakPreference, TetBreak, UncertainHolidays, Week};
pub use arrange::{Arrange, Gather};
pub use bilingual::{Bilingual, Language};
pub use cell::guarded;
pub use compare::{
    Against, Because, CellValue, ChangedRow, CompareSide, CompareSlice, ComparedRow, Comparison, Rows, RowsCompared,
    Turn, TurnedCount, TurnedVerdict, Whose,
};
pub use decision::Decision;
pub use duty::{DutyDay, DutyDeadline};
pub use entered::{EnteredRow, entered_table};
pub use explanation::{
    ArithmeticLine, Change, EvidenceRow, Exclusion, Explanation, ForHamlets, Forecast, Outcome, PartReceipt,
    QuotedClause, ReadingInForce, RowPlace,
};
pub use fact::{
    Activity, ActivityKind, Adoption, AdoptionStage, Convention, Facts, Origin, Relevance, Status, Submission,
    SubmissionKind, Survey, Tick,
};
pub use file::{EncodingCertainty, EncodingInfo, EncodingPreview, FileFormat, FileInfo, TextEncoding};
pub use finding::{Finding, FindingKind, Place, ReadError, ReadErrorKind, Severity, column_letters};
pub use form::{FormCell, FormFate, FormHead, FormNote, FormPreview, FormProblem, FormRow, FormWish, FormWishes};
pub use form_order::{FORM_ORDER_FORMAT, FormChoice, FormColumn, FormOrder, FormsSlice};
pub use options::{
    CalendarChoices, ColumnChoice, ItemChoice, Options, PinChoice, PlanChoice, RelevanceChoice, RosterScope,
    TickChoice, UnitChoice,
};
pub use outline::{
    Outline, OutlineBlock, OutlineColumn, OutlineForm, OutlineIssuer, OutlinePart, OutlineRecipient, OutlineSection,
    OutlineWhen, Piece, Sentence,
};
pub use page_settings::{PageSettings, SingleKeys, TextSize, Theme};
pub use period::{Period, WindowSuffix};
pub use project::ProjectProblem;
pub use remembered::{REMEMBERED_VERSION, Remembered, Wanted};
pub use report::{
    ReportAlign, ReportAnnex, ReportBlock, ReportColumn, ReportFoot, ReportHead, ReportKind, ReportLine, ReportRun,
    ReportSlice, ReportTable,
};
pub use report_field::{ReportCondition, ReportField, ReportRows};
pub use report_figures::{
    ReportDemand, ReportFigures, ReportKindReach, ReportOutcome, ReportReach, ReportReading, ReportResult,
    ReportSource, ReportUnit,
};
pub use results::{CountedRow, LeftOut, LeftOutRow, ResultLine, Results};
pub use row_column::{RowColumn, RowValue};
pub use seal::{Seal, SourceFile};
pub use slice::{
    AgendaSlice, Audience, CheckSlice, ClauseLine, Completeness, DayLine, DayOff, DeadlineLine, DemandLine, DutyLine,
    FindingGroup, MatrixCell, MatrixColumn, MatrixRow, MatrixSlice, Overview, PeriodCell, PlanLine, PlanProblem,
    PlanSlice, PlanTargetLine, ProblemWeight, ReadingGroup, ReadingLine, ReadingOptionLine, ReadingsSlice, RollupRow,
    RollupSlice, RowFate, RowsSlice, RowsStretch, RowsWish, SilentUnits, SourceRow, StateCounts, Summary, TargetLine,
    TargetTrend, TaskLine, TierColumn, Tile, TileGroup, TilesSlice, TrendPoint, TrendSlice, TryField, TryOut,
    TryOutSlice, TryOutcome, UnitLine, UnitSlice, UnitTarget, YearReach,
};
pub use span::Span;
pub use subject::Subject;
pub use suggestion::{
    Certainty, LawNow, Successor, SuggestedChoice, SuggestedForm, SuggestedTopic, SuggestedWord, Suggestion,
    SuggestionBook, SupportBody, SupportLine, SupportTask, TopicField, TopicLine,
};
pub use table::{
    CLEAN_WORKBOOK, ColumnGuess, CountColumn, Field, TableInfo, TableKind, TableShape, YearPart, header_key,
};
pub use text::{Tags, Text};
pub use unit::{Life, Roster, RosterError, Unit, UnitIndex, UnitKind, UnitSource, UnitVersion};
pub use verdict::{Evidence, Figures, Reason, Rollup, SHARE_SUFFIX, State, Verdict, rule_behind};
pub use vocabulary::{ChannelTerm, KindTerms, Vocabulary};
pub use what_if::{ChangedVerdict, Edit, Every, Programme, TurnedLine, WhatIfSlice};

/// The calendar date type of the whole house (no clock: chrono is built without `now`).
pub use chrono::NaiveDate;
