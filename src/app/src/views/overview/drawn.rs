//! The bars of all targets, as a picture.

use super::decide::{Part, Segment, groups_shown, headline, result, segments};
use crate::picture::{Chart, Plot, Segments};
use domain::{Language, Summary, TargetLine};
use wording::Say;
use wording::chart::ChartText;
use wording::overview::{OverviewText, target_code};
use wording::reports::PictureText;
use wording::states::Group;

/// What the chart is called.
pub(super) fn title(language: Language, summary: &Summary) -> String {
    headline(summary).say(language).into_owned()
}

/// The chart.
pub(super) fn chart(language: Language, summary: &Summary, foot: Vec<String>) -> Chart {
    let targets = &summary.overview.targets;
    let word = |group: Group| (group, OverviewText::Legend(group).say(language).into_owned());
    Chart {
        title: title(language, summary),
        under: PictureText::Until { year: summary.year, as_of: summary.as_of }.say(language).into_owned(),
        plot: Plot::Segments(targets.iter().map(|line| bar(language, line)).collect()),
        notes: vec![ChartText::Bars.say(language).into_owned()],
        legend: groups_shown(targets).into_iter().map(word).collect(),
        foot,
    }
}

fn bar(language: Language, line: &TargetLine) -> Segments {
    let part = |Segment { part, group, count, .. }: Segment| {
        let said = match part {
            Part::Units => OverviewText::Segment(group, count),
            Part::Members => OverviewText::MemberSegment(group, count),
        };
        (group, count, said.say(language).into_owned())
    };
    Segments {
        head: format!("{} {}", target_code(language, &line.target), line.label.text(language)),
        body: format!("{} · {}", line.state.say(language), result(line).say(language)),
        parts: segments(line).into_iter().map(part).collect(),
    }
}
