//! What the picture for a chat tells: how each target stands, in Vietnamese like the report.

use crate::picture::{MOST, Told, ToldLine};
use crate::views::chart::source;
use crate::views::matrix::attention;
use crate::views::overview::decide as of_overview;
use crate::views::unit::decide as of_unit;
use domain::{Language, PlanSlice, Summary, UnitSlice, UnitTarget};
use wording::Say;
use wording::overview::target_code;
use wording::reports::PictureText;
use wording::states::Group;
use wording::unit::verdict_line;

const VI: Language = Language::Vi;

/// What the picture of a unit (or, without one, of all units) tells.
pub(super) fn told(summary: &Summary, unit: Option<&UnitSlice>, plan: Option<&PlanSlice>, is_sample: bool) -> Told {
    let (title, lines) = match unit {
        Some(unit) => (of_unit::headline(unit).say(VI), unit_lines(unit)),
        None => (of_overview::headline(summary).say(VI), target_lines(summary)),
    };
    let left = u32::try_from(lines.len().saturating_sub(MOST)).unwrap_or(u32::MAX);
    let groups = Group::ALL.into_iter().filter(|group| lines.iter().take(MOST).any(|line| line.group == *group));
    Told {
        title: title.into_owned(),
        under: PictureText::Until { year: summary.year, as_of: summary.as_of }.say(VI).into_owned(),
        more: (left > 0).then(|| PictureText::More(left).say(VI).into_owned()),
        legend: groups.map(|group| (group, group.say(VI).into_owned())).collect(),
        foot: source(VI, summary, plan, is_sample),
        lines,
    }
}

fn unit_lines(unit: &UnitSlice) -> Vec<ToldLine> {
    unit.targets.iter().filter(|target| of_unit::is_judged(target)).map(unit_line).collect()
}

/// A target with the period that needs attention most.
fn unit_line(target: &UnitTarget) -> ToldLine {
    let verdict = target.verdicts.iter().min_by_key(|verdict| attention(verdict.state));
    let figures = verdict.map(|verdict| verdict_line(VI, verdict));
    let state = target.state.say(VI);
    ToldLine {
        group: Group::of(target.state),
        head: format!("{} {}", target_code(VI, &target.target), target.label.text(VI)),
        body: figures.map_or_else(|| state.to_string(), |figures| format!("{state} · {figures}")),
    }
}

fn target_lines(summary: &Summary) -> Vec<ToldLine> {
    let line = |line: &domain::TargetLine| ToldLine {
        group: Group::of(line.state),
        head: format!("{} {}", target_code(VI, &line.target), line.label.text(VI)),
        body: format!("{} · {}", line.state.say(VI), of_overview::result(line).say(VI)),
    };
    summary.overview.targets.iter().map(line).collect()
}
