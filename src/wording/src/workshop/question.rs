//! The questions of the deck: one a slide, and the heading of it.

use crate::overview::{capital, target_code};
use crate::units::{activity_counted, unit_kind_counted};
use crate::{Say, Text, both, dates};
use domain::{ActivityKind, Bilingual, Language, Period, State, UnitKind};

/// The question of a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// None yet: the title of the plan.
    Title,
    /// How many met a target?
    Target(Counting),
    /// What does it mean that no row names a unit?
    Silence,
    /// Why is this verdict as it is?
    Why {
        /// The unit.
        unit: String,
        /// The target.
        target: String,
        /// The period.
        period: Period,
        /// The verdict.
        state: State,
    },
    /// How does a verdict come about, where there is none to show?
    WhyAtAll,
    /// How many would meet it with more?
    WhatIf {
        /// Kind of activity.
        activity: ActivityKind,
        /// What is counted.
        of: Counting,
    },
    /// What would turn, where there is nothing to try?
    WhatIfAtAll,
    /// What is the last day in time?
    Deadline(Option<Bilingual>),
    /// How do you read it?
    Reading(Option<Bilingual>),
    /// Find the mistakes.
    Practice,
    /// Now with your own sheet.
    Close,
}

/// Units, or the members of a share, that a target counts in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counting {
    /// The target.
    pub target: String,
    /// The kind of its units, if they are of one.
    pub kind: Option<UnitKind>,
    /// The period.
    pub period: Option<Period>,
    /// It is a share.
    pub share: bool,
}

impl Say for Question {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(language, "Đơn vị nào đã đạt mục tiêu?", "Which units met the targets?"),
            Self::Target(counting) => counting.say(language),
            Self::Silence => both(
                language,
                "Bảng không có dòng nào của một đơn vị. Đơn vị đó chưa đạt, đúng không?",
                "No row of the sheet names a unit. So it has not met the target, right?",
            ),
            Self::Why { unit, target, period, state } => {
                let (target, state) = (target_code(language, target), state.say(language));
                let period = dates::period_short(language, period);
                both(
                    language,
                    format!("Vì sao {unit}: {state} {target}, {period}?"),
                    format!("Why is {unit}: {state}, {target}, {period}?"),
                )
            }
            Self::WhyAtAll => both(language, "Một kết luận được tính ra sao?", "How does a verdict come about?"),
            Self::WhatIf { activity, of } => what_if(language, *activity, of),
            Self::WhatIfAtAll => {
                both(language, "Nếu làm thêm thì kết luận nào đổi?", "Which verdicts would more activities turn?")
            }
            Self::Deadline(Some(label)) => {
                let (vi, en) = (label.text(Language::Vi), label.text(Language::En));
                both(
                    language,
                    format!("{vi}: ngày cuối cùng còn kịp là ngày nào?"),
                    format!("{en}: what is the last day in time?"),
                )
            }
            Self::Deadline(None) => {
                both(language, "Ngày cuối cùng còn kịp là ngày nào?", "What is the last day in time?")
            }
            Self::Reading(Some(ask)) => ask.text(language).to_owned().into(),
            Self::Reading(None) => both(language, "Một câu, mấy cách hiểu?", "One clause, how many readings?"),
            Self::Practice => both(language, "Bảng này sai ở đâu?", "What is wrong with this sheet?"),
            Self::Close => both(language, "Giờ thử với bảng của đơn vị bạn", "Now try it with your own sheet"),
        }
    }
}

impl Say for Counting {
    fn say(&self, language: Language) -> Text {
        let target = target_code(language, &self.target);
        if self.share {
            let vi = format!("{target}: tỷ lệ đã đủ như Kế hoạch yêu cầu chưa?");
            return both(language, vi, format!("{target}: is the share as high as the plan asks?"));
        }
        let units = self.units(language);
        match &self.period {
            Some(period) => {
                let period = dates::period_short(language, period);
                let capital = capital(&period);
                both(
                    language,
                    format!("{capital}: bao nhiêu {units} đã đạt {target}?"),
                    format!("{capital}: how many {units} met {target}?"),
                )
            }
            None => {
                both(language, format!("Bao nhiêu {units} đã đạt {target}?"), format!("How many {units} met {target}?"))
            }
        }
    }
}

impl Counting {
    fn units(&self, language: Language) -> Text {
        let mixed = || both(language, "đơn vị", "units");
        self.kind.map_or_else(mixed, |kind| unit_kind_counted(language, kind, 2))
    }
}

fn what_if(language: Language, activity: ActivityKind, of: &Counting) -> Text {
    let (units, target) = (of.units(language), target_code(language, &of.target));
    let (vi, en) = (activity_counted(Language::Vi, activity, 2), activity_counted(Language::En, activity, 2));
    let when = of.period.as_ref().map(|period| dates::period_short(language, period)).unwrap_or_default();
    both(
        language,
        format!("Nếu mỗi {units} làm thêm {vi} trong {when}, bao nhiêu nơi đạt {target}?"),
        format!("If each of the {units} had more {en} in {when}, how many would meet {target}?"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter() -> Counting {
        let (kind, period) = (Some(UnitKind::Commune), Some(Period::Quarter(2024, 3)));
        Counting { target: "T5".into(), kind, period, share: false }
    }

    #[test]
    fn a_target_is_asked_for_with_its_period() {
        let asked = Question::Target(quarter());
        assert_eq!(asked.say(Language::Vi), "Quý III: bao nhiêu xã, phường đã đạt MT5?");
        assert_eq!(asked.say(Language::En), "Q3: how many communes met T5?");
    }

    #[test]
    fn a_share_is_asked_for_without_a_number_of_units() {
        let share = Question::Target(Counting { share: true, ..quarter() });
        assert!(share.say(Language::Vi).contains("tỷ lệ"));
    }
}
