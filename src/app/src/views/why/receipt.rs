//! The arithmetic as boxes: 5 − 1 − 1 = 3 < 4. Decides operators and figures; the engine has decided the verdict.

use domain::{ArithmeticLine, Arrange, Exclusion, Figures, Language, Period, QuotedClause, State, Verdict};
use wording::figures::amount;
use wording::why::{StepLabel, WhyText};
use wording::{Say, dates};
use yew::prelude::*;

/// What stands before a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    /// The first box.
    Nothing,
    /// Taken off.
    Minus,
    /// The outcome.
    Equals,
    /// Out of.
    Of,
    /// Not enough.
    Below,
    /// Enough.
    AtLeast,
}

impl Operator {
    fn sign(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Minus => "−",
            Self::Equals => "=",
            Self::Of => "/",
            Self::Below => "<",
            Self::AtLeast => "≥",
        }
    }
}

/// The figure in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// A count.
    Count(u32),
    /// So many of so many, as a percentage.
    Share(u32, u32),
    /// A percentage as the plan states it.
    Percent(u32),
}

impl Figure {
    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Count(one), Self::Count(two)) => Self::Count(one.saturating_add(two)),
            (figure, _) => figure,
        }
    }
}

/// A box of the receipt with the operator before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Before it.
    pub(super) operator: Operator,
    /// In it.
    pub(super) figure: Figure,
    /// Under the figure.
    pub(super) label: StepLabel,
}

/// The boxes of a receipt, left to right.
pub(super) fn steps(lines: &[ArithmeticLine], period: &Period) -> Vec<Step> {
    let mut counted = 0;
    let mut steps = Vec::new();
    for line in in_reading_order(lines) {
        if let ArithmeticLine::Counted(figure) = line {
            counted = figure;
        }
        steps.extend(boxes(&line, counted, period));
    }
    if let Some(first) = steps.first_mut() {
        first.operator = Operator::Nothing;
    }
    merged(steps)
}

/// What is wrong with a row itself comes before where it falls in time, as one would strike rows off by hand.
fn in_reading_order(lines: &[ArithmeticLine]) -> Vec<ArithmeticLine> {
    let mut lines = lines.to_vec();
    lines.arrange_by_key(|line| match line {
        ArithmeticLine::Found(_) => 0,
        ArithmeticLine::LessExcluded(Exclusion::OtherKind(_), _) => 1,
        ArithmeticLine::LessExcluded(Exclusion::OutsideWindow, _) => 3,
        ArithmeticLine::LessExcluded(..) => 2,
        ArithmeticLine::LessPossible(_) => 4,
        ArithmeticLine::Counted(_) | ArithmeticLine::Required(_) | ArithmeticLine::Share { .. } => 5,
    });
    lines
}

/// Boxes that would say the same stand as one: rows of several other kinds, duplicates of several rows.
fn merged(steps: Vec<Step>) -> Vec<Step> {
    steps.into_iter().fold(Vec::new(), |mut kept: Vec<Step>, step| {
        match kept.last_mut().and_then(|last| Some((last.label.with(&step.label)?, last))) {
            Some((label, last)) => *last = Step { figure: last.figure.plus(step.figure), label, ..last.clone() },
            None => kept.push(step),
        }
        kept
    })
}

fn boxes(line: &ArithmeticLine, counted: u32, period: &Period) -> Vec<Step> {
    let step = |operator, figure, label| Step { operator, figure, label };
    match line {
        ArithmeticLine::Found(found) => vec![step(Operator::Nothing, Figure::Count(*found), StepLabel::Found)],
        ArithmeticLine::LessExcluded(why, count) => {
            let label = StepLabel::Excluded(why.clone(), period.clone());
            vec![step(Operator::Minus, Figure::Count(*count), label)]
        }
        ArithmeticLine::LessPossible(count) => {
            vec![step(Operator::Minus, Figure::Count(*count), StepLabel::Possible)]
        }
        ArithmeticLine::Counted(count) => vec![step(Operator::Equals, Figure::Count(*count), StepLabel::Counted)],
        ArithmeticLine::Required(required) => {
            vec![step(comparison(counted >= *required), Figure::Count(*required), StepLabel::Required)]
        }
        ArithmeticLine::Share { lo, den, percent, .. } => vec![
            step(Operator::Nothing, Figure::Count(*lo), StepLabel::Certain),
            step(Operator::Of, Figure::Count(*den), StepLabel::Members),
            step(Operator::Equals, Figure::Share(*lo, *den), StepLabel::Share),
            step(comparison(reaches(*lo, *den, *percent)), Figure::Percent(*percent), StepLabel::Required),
        ],
    }
}

/// Integers only, as everywhere: lo · 100 ≥ percent · den.
fn reaches(lo: u32, den: u32, percent: u32) -> bool {
    u64::from(lo) * 100 >= u64::from(percent) * u64::from(den)
}

fn comparison(enough: bool) -> Operator {
    if enough { Operator::AtLeast } else { Operator::Below }
}

/// A clause as the words before, in and after the fragment it is cited for.
pub(super) fn marked(clause: &QuotedClause) -> (String, String, String) {
    let whole = || (clause.text.clone(), String::new(), String::new());
    if clause.fragment.is_empty() {
        return whole();
    }
    match clause.text.split_once(clause.fragment.as_str()) {
        Some((before, after)) => (before.to_owned(), clause.fragment.clone(), after.to_owned()),
        None => whole(),
    }
}

/// A verdict, or one part of it, with its arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Receipt {
    /// The verdict.
    pub(crate) verdict: Verdict,
    /// Its arithmetic, top to bottom.
    pub(crate) lines: Vec<ArithmeticLine>,
}

/// Whose arithmetic.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StepsProps {
    /// The language.
    pub(crate) language: Language,
    /// The arithmetic.
    pub(crate) receipt: Receipt,
}

/// The boxes.
#[component]
pub(crate) fn Steps(props: &StepsProps) -> Html {
    let StepsProps { language, receipt: Receipt { verdict, lines } } = props;
    let steps = steps(lines, &verdict.period);
    // Without data there is nothing to reckon: "0 < 4" would read like a miss.
    if steps.is_empty() || verdict.state == State::NoData {
        return Html::default();
    }
    html! {
        <ol class="receipt" aria-label={WhyText::Receipt.say(*language).to_string()}>
            for (place, step) in steps.iter().enumerate() {
                <li key={place} data-outcome={outcome(step, verdict.state)}>
                    if step.operator != Operator::Nothing { <span class="operator">{ step.operator.sign() }</span> }
                    <span class="step"><b>{ figure(*language, step.figure, verdict.figures) }</b><span>{ step.label.say(*language) }</span></span>
                </li>
            }
        </ol>
    }
}

/// The box of the outcome wears the group of the verdict.
fn outcome(step: &Step, state: State) -> Option<&'static str> {
    let is_outcome = matches!(step.label, StepLabel::Counted | StepLabel::Share);
    is_outcome.then(|| wording::states::Group::of(state).code())
}

/// Counts are in the unit of the verdict's figures, but members are members whatever is asked of them.
fn figure(language: Language, figure: Figure, figures: Figures) -> String {
    match (figure, figures) {
        (Figure::Count(count), Figures::People | Figures::Tenths) => amount(language, figures, count).into_owned(),
        (Figure::Count(count), _) => dates::number(language, count),
        (Figure::Share(part, den), _) => dates::percent(language, part, den),
        (Figure::Percent(percent), _) => format!("{percent}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ActivityKind;

    fn formula(lines: &[ArithmeticLine]) -> String {
        let steps = steps(lines, &Period::Quarter(2024, 3));
        let words = steps
            .iter()
            .map(|step| format!("{} {}", step.operator.sign(), figure(Language::Vi, step.figure, Figures::Activities)));
        words.collect::<Vec<_>>().join(" ").trim().to_owned()
    }

    #[test]
    fn five_found_less_two_are_three_below_four() {
        let lines = [
            ArithmeticLine::Found(5),
            ArithmeticLine::LessExcluded(Exclusion::DuplicateOf(1502), 1),
            ArithmeticLine::LessExcluded(Exclusion::OutsideWindow, 1),
            ArithmeticLine::Counted(3),
            ArithmeticLine::Required(4),
        ];
        assert_eq!(formula(&lines), "5 − 1 − 1 = 3 < 4");
    }

    #[test]
    fn other_kinds_are_one_box_and_the_period_comes_last() {
        let lines = [
            ArithmeticLine::Found(18),
            ArithmeticLine::LessExcluded(Exclusion::OutsideWindow, 11),
            ArithmeticLine::LessExcluded(Exclusion::OtherKind(ActivityKind::Event), 1),
            ArithmeticLine::LessExcluded(Exclusion::OtherKind(ActivityKind::Model), 1),
            ArithmeticLine::LessExcluded(Exclusion::DuplicateOf(32), 1),
            ArithmeticLine::LessExcluded(Exclusion::DuplicateOf(40), 1),
            ArithmeticLine::Counted(3),
            ArithmeticLine::Required(4),
        ];
        assert_eq!(formula(&lines), "18 − 2 − 2 − 11 = 3 < 4");
    }

    #[test]
    fn enough_is_at_least() {
        for (counted, formula_read) in [(3, "3 < 4"), (4, "4 ≥ 4"), (5, "5 ≥ 4")] {
            assert_eq!(formula(&[ArithmeticLine::Counted(counted), ArithmeticLine::Required(4)]), formula_read);
        }
    }

    #[test]
    fn a_share_is_compared_without_rounding() {
        let share = |lo| formula(&[ArithmeticLine::Share { lo, hi: lo, den: 1001, percent: 70 }]);
        assert_eq!(share(700), "700 / 1.001 = 69,9% < 70%");
        assert_eq!(share(701), "701 / 1.001 = 70,0% ≥ 70%");
    }

    #[test]
    fn the_fragment_is_marked_where_it_stands_and_lost_nowhere() {
        let clause = |fragment: &str| QuotedClause {
            id: "I.2/5".into(),
            text: "Mỗi xã mỗi quý có ít nhất 04 tin, bài".into(),
            fragment: fragment.into(),
        };
        for fragment in ["ít nhất 04", "", "không có ở đây", "Mỗi xã"] {
            let (before, fragment, after) = marked(&clause(fragment));
            assert_eq!(format!("{before}{fragment}{after}"), clause("").text);
        }
    }
}
