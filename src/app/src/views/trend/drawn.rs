//! The chart of a target over time, as a picture.

use super::units;
use crate::picture::{Chart, Column, Frame, Plot};
use domain::{Language, NaiveDate, TargetTrend, TrendPoint};
use wording::chart::ChartText;
use wording::overview::target_code;
use wording::trend::{TrendText, narrow};
use wording::{Say, dates};

/// What the chart is called.
pub(super) fn title(language: Language, trend: &TargetTrend) -> String {
    format!("{} {}", target_code(language, &trend.target), trend.label.text(language))
}

/// The chart.
pub(super) fn chart(language: Language, trend: &TargetTrend, as_of: NaiveDate, foot: Vec<String>) -> Chart {
    let notes: [&dyn Say; 2] = [&ChartText::Columns, &TrendText::UnknownLegend];
    Chart {
        title: title(language, trend),
        under: ChartText::Until(as_of).say(language).into_owned(),
        plot: Plot::Columns(trend.points.iter().map(|point| column(language, point)).collect()),
        notes: notes.map(|note| note.say(language).into_owned()).to_vec(),
        legend: Vec::new(),
        foot,
    }
}

fn column(language: Language, point: &TrendPoint) -> Column {
    let (filled, hatched, of) = units(point);
    let period = dates::period_short(language, &point.period).into_owned();
    let (said, head) = match hatched == of {
        true => (TrendText::Unknown { period }, "?".to_owned()),
        false => (TrendText::Bar { period, met: filled, of }, format!("{filled}/{of}")),
    };
    let frame = if point.over { Frame::Whole } else { Frame::Dashed };
    Column { head, foot: narrow(&point.period), said: said.say(language).into_owned(), filled, hatched, of, frame }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Bilingual, Period, State, StateCounts};

    #[test]
    fn each_period_has_its_numbers_and_what_is_not_known_is_a_question_mark() {
        let point = |quarter, counts: &[(State, u32)], over| TrendPoint {
            period: Period::Quarter(2024, quarter),
            to: NaiveDate::default(),
            over,
            counts: counts.iter().copied().collect::<StateCounts>(),
        };
        let trend = TargetTrend {
            target: "T5".to_owned(),
            label: Bilingual { vi: "Tin, bài".to_owned(), en: "News".to_owned() },
            points: vec![
                point(1, &[(State::Met, 3), (State::Missed, 1)], true),
                point(2, &[(State::NoData, 4)], true),
                point(3, &[(State::Met, 1), (State::Uncertain, 1), (State::OnTrack, 2)], false),
            ],
        };
        let chart = chart(Language::Vi, &trend, NaiveDate::default(), vec!["Nguồn".to_owned()]);
        let Plot::Columns(columns) = &chart.plot else { panic!("no columns") };
        let told: Vec<_> = columns.iter().map(|column| (&*column.head, column.hatched, column.frame)).collect();
        assert_eq!(told, [("3/4", 0, Frame::Whole), ("?", 4, Frame::Whole), ("1/4", 1, Frame::Dashed)]);
        assert!(chart.as_text().contains("chưa đủ dữ liệu"), "{}", chart.as_text());
    }
}
