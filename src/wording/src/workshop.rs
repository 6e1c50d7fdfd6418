//! Words of the workshop: the deck for a room, its questions and answers, and the exercise sheets.

mod beside;
mod plain;
mod question;

pub use beside::{DoorText, SheetText};
pub use question::{Counting, Question};

use crate::overview::counted;
use crate::{Say, Text, both, dates};
use domain::{Completeness, Language, NaiveDate, State, UnitKind};

/// Words of the workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkshopText {
    /// Leads to the deck.
    Open,
    /// `Trang 3/14`
    Counter {
        /// The slide.
        slide: usize,
        /// Of so many.
        of: usize,
    },
    /// One slide back.
    Previous,
    /// One slide on.
    Next,
    /// Shows the answer.
    ShowAnswer,
    /// Hides it again.
    HideAnswer,
    /// Over the answer.
    Answer,
    /// Out of the deck.
    Leave,
    /// Fills the screen, or no longer.
    FullScreen,
    /// The keys.
    Keys,
    /// The most used keys in a line.
    KeysInShort,
    /// It works without a network.
    NoNetwork,
    /// The data are made up.
    SampleData,
    /// What to do before the answer.
    Discuss,
    /// Over a clause.
    PlanSays,
    /// Something is still on its way.
    Coming,
    /// Under the title.
    TitleLead {
        /// The year shown.
        year: i32,
        /// The as-of day.
        as_of: NaiveDate,
    },
    /// How many slides, and how to begin.
    Begin,
    /// How complete the data of a kind are.
    Complete(Completeness),
    /// What no row means.
    SilenceIsUnknown,
    /// What a stated zero means.
    ZeroIsMissed,
    /// A unit that is silent.
    SilentUnit(String),
    /// A unit that is known to have none.
    ZeroUnit(String),
    /// So many units of a kind are silent.
    SilentCount {
        /// How many.
        count: u32,
        /// Their kind.
        kind: UnitKind,
    },
    /// `Kết luận: Chưa đạt (3/4).`
    Verdict {
        /// The state.
        state: State,
        /// What is certain against what is asked.
        figure: String,
    },
    /// What to tell the room about a receipt.
    ReceiptLead,
    /// No verdict can be shown.
    NobodyToExplain,
    /// Over the − and +.
    HowManyMore,
    /// One less.
    Fewer,
    /// One more.
    More,
    /// How many would meet it, and how many that is more.
    WouldMeet {
        /// Units that would meet it.
        met: u32,
        /// More than now.
        gained: u32,
        /// Of so many.
        of: u32,
        /// Their kind.
        kind: Option<UnitKind>,
    },
    /// What the figure leaves out.
    UnknownStay(u32),
    /// Nothing can be tried with these data.
    NothingToTry,
    /// The last good day.
    LastDay(NaiveDate),
    /// The day in the text is already late.
    BeforeIsBefore(NaiveDate),
    /// Windows never move.
    WindowsStay,
    /// No deadline is ahead.
    NoDeadline,
    /// The option in force.
    InForce,
    /// So many verdicts would differ.
    Changes(u32),
    /// Nobody chooses silently.
    ReadingIsChoice,
    /// No reading at all.
    NoReading,
    /// What the practice is about.
    PracticeLead,
    /// Opens the sheet with mistakes.
    OpenMistakes,
    /// What is in it.
    Mistakes,
    /// What findings ask for.
    FindingsTeach,
    /// Prints the exercise sheets.
    PrintSheets,
    /// Over the picture of the address.
    ScanMe,
    /// What the picture holds.
    OnlyTheAddress,
    /// There is no address to scan.
    CopyTheFile,
    /// Nothing leaves this machine.
    StaysHere,
}

impl Say for WorkshopText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Counter { slide, of } => {
                both(language, format!("Trang {slide}/{of}"), format!("Slide {slide} of {of}"))
            }
            Self::TitleLead { year, as_of } => {
                let day = dates::day(*as_of);
                both(
                    language,
                    format!("Năm {year}, tính đến hết ngày {day}"),
                    format!("{year}, as of the end of {day}"),
                )
            }
            Self::Complete(line) => complete(language, line),
            Self::SilentUnit(name) => {
                let state = State::NoData.say(language);
                both(
                    language,
                    format!("Ví dụ: chưa có số liệu của {name}. Kết luận: {state}."),
                    format!("Example: no figures came from {name}. Verdict: {state}."),
                )
            }
            Self::ZeroUnit(name) => {
                let state = State::Missed.say(language);
                both(
                    language,
                    format!("Ví dụ: {name} đã gửi đủ số liệu của kỳ và số được tính là 0. Kết luận: {state}."),
                    format!("Example: {name} sent its figures for the period, and 0 count. Verdict: {state}."),
                )
            }
            Self::SilentCount { count, kind } => {
                let (vi, en) = (counted(Language::Vi, Some(*kind), *count), counted(Language::En, Some(*kind), *count));
                both(language, format!("{vi} không có dòng nào trong tệp."), format!("No row names {en}."))
            }
            Self::Verdict { state, figure } => {
                let state = state.say(language);
                both(language, format!("Kết luận: {state} ({figure})."), format!("Verdict: {state} ({figure})."))
            }
            Self::WouldMeet { met, gained, of, kind } => would_meet(language, (*met, *gained, *of), *kind),
            Self::UnknownStay(count) => unknown_stay(language, *count),
            Self::LastDay(day) => {
                let day = dates::day(*day);
                both(
                    language,
                    format!("Ngày cuối cùng còn kịp: hết ngày {day}."),
                    format!("The last day in time: the end of {day}."),
                )
            }
            Self::BeforeIsBefore(day) => {
                let day = dates::day(*day);
                both(
                    language,
                    format!("“Trước ngày” không gồm chính ngày đó: gửi ngày {day} là muộn."),
                    format!("“Before” leaves that day out: what is sent on {day} is late."),
                )
            }
            Self::Changes(0) => both(language, "không đổi kết luận nào", "would change no verdict"),
            Self::Changes(count) => {
                let number = dates::number(language, *count);
                let noun = if *count == 1 { "verdict" } else { "verdicts" };
                both(language, format!("đổi {number} kết luận"), format!("would change {number} {noun}"))
            }
            plain => plain.plain(language),
        }
    }
}

impl WorkshopText {
    /// Words that hold nothing.
    fn plain(&self, language: Language) -> Text {
        let (vi, en) = self.controls().or_else(|| self.lessons()).unwrap_or_default();
        both(language, vi, en)
    }
}

fn complete(language: Language, line: &Completeness) -> Text {
    let figure = line.say(language);
    let (vi, en) = (line.kind.say(Language::Vi), crate::units::unit_kind_counted(Language::En, line.kind, 2));
    if !line.has_roster {
        return both(language, format!("{figure}: {vi}"), format!("{figure}: {en}"));
    }
    both(language, format!("{figure} {vi} có số liệu"), format!("{figure} {en} with data"))
}

fn would_meet(language: Language, (met, gained, of): (u32, u32, u32), kind: Option<UnitKind>) -> Text {
    let met = dates::number(language, met);
    let (vi, en) = (counted(Language::Vi, kind, of), counted(Language::En, kind, of));
    let more = dates::number(language, gained);
    match gained {
        0 => both(language, format!("{met}/{vi} đạt"), format!("{met} of {en} meet it")),
        _ => both(language, format!("{met}/{vi} đạt, tăng {more}"), format!("{met} of {en} meet it, {more} more")),
    }
}

fn unknown_stay(language: Language, count: u32) -> Text {
    let (vi, en) = (counted(Language::Vi, None, count), counted(Language::En, None, count));
    let has = if count == 1 { "has" } else { "have" };
    both(
        language,
        format!("{vi} chưa đủ dữ liệu hoặc cần xác nhận: chưa biết, nên không tính là chưa đạt."),
        format!("{en} {has} not enough data or a question open: not known, so not counted as not met."),
    )
}

/// What a key of the deck does.
pub fn key_lines(language: Language) -> [(&'static str, Text); 8] {
    [
        ("→  Space  PageDown", both(language, "Trang sau", "Next slide")),
        ("←  PageUp", both(language, "Trang trước", "Slide before")),
        ("Home  End", both(language, "Trang đầu, trang cuối", "First slide, last slide")),
        ("A  Enter", both(language, "Hiện hoặc ẩn đáp án", "Show or hide the answer")),
        ("+  −", both(language, "Thêm, bớt trong câu “nếu”", "More or fewer on the what-if slide")),
        ("F", both(language, "Toàn màn hình", "Full screen")),
        ("?", both(language, "Bảng phím này", "These keys")),
        ("Esc", both(language, "Thoát trình chiếu", "Leave the deck")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_what_if_answer_says_how_many_more() {
        let text = |gained| WorkshopText::WouldMeet { met: 124, gained, of: 131, kind: Some(UnitKind::Commune) };
        assert_eq!(text(27).say(Language::Vi), "124/131 xã, phường đạt, tăng 27");
        assert_eq!(text(0).say(Language::En), "124 of 131 communes meet it");
    }

    #[test]
    fn one_is_singular_in_english() {
        assert_eq!(WorkshopText::Changes(1).say(Language::En), "would change 1 verdict");
        assert!(WorkshopText::UnknownStay(1).say(Language::En).starts_with("1 unit has"));
        assert!(WorkshopText::UnknownStay(2).say(Language::En).starts_with("2 units have"));
    }

    #[test]
    fn every_plain_word_is_written_in_both_languages() {
        use WorkshopText as W;
        for text in [
            W::Open,
            W::Previous,
            W::Next,
            W::ShowAnswer,
            W::HideAnswer,
            W::Answer,
            W::Leave,
            W::FullScreen,
            W::Keys,
            W::KeysInShort,
            W::NoNetwork,
            W::SampleData,
            W::Discuss,
            W::PlanSays,
            W::Coming,
            W::Begin,
            W::SilenceIsUnknown,
            W::ZeroIsMissed,
            W::ReceiptLead,
            W::NobodyToExplain,
            W::HowManyMore,
            W::Fewer,
            W::More,
            W::NothingToTry,
            W::WindowsStay,
            W::NoDeadline,
            W::InForce,
            W::ReadingIsChoice,
            W::NoReading,
            W::PracticeLead,
            W::OpenMistakes,
            W::Mistakes,
            W::FindingsTeach,
            W::PrintSheets,
            W::ScanMe,
            W::OnlyTheAddress,
            W::CopyTheFile,
            W::StaysHere,
        ] {
            let (vi, en) = (text.say(Language::Vi), text.say(Language::En));
            assert!(!vi.is_empty() && !en.is_empty() && vi != en, "{text:?}");
        }
    }
}
