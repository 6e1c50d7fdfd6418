//! The walk over every number of a plan's rules: the one place that knows where they stand and what they are.

use super::knob::Setting;
use domain::NaiveDate;
use plan::{
    Amount, CountRule, DutyDay, Measure, Milestone, Part, Phased, Plan, Repeat, SurveyDue, SurveyRule, SurveyStep,
    Target, Tenths,
};

/// What is asked of each number on the way: its place and what it is; the answer is what it becomes.
pub(super) type Visit<'v> = dyn FnMut(&[String], Setting) -> Setting + 'v;

/// Passes every number: windows, targets, duties, in the order of the plan.
pub(super) fn walk(plan: &mut Plan, visit: &mut Visit<'_>) {
    let mut walk = Walk { place: Vec::new(), visit };
    for (name, window) in &mut plan.windows {
        walk.inside(&["window", name], |walk| walk.window(&mut window.repeat));
    }
    for target in &mut plan.targets {
        let id = target.id.clone();
        walk.inside(&["target", &id], |walk| walk.target(target));
    }
    for duty in &mut plan.duties {
        let day = duty.deadline.as_mut().map(|deadline| &mut deadline.day);
        walk.inside(&["duty", &duty.id, "before"], |walk| day.into_iter().for_each(|day| walk.duty_day(day)));
    }
    end_what_is_replaced(plan);
}

/// What an amendment replaces ends on the day before, whatever its own last day was turned to.
fn end_what_is_replaced(plan: &mut Plan) {
    let amendments = plan.targets.iter().filter(|target| target.enabled);
    let ends: Vec<(String, NaiveDate)> =
        amendments.filter_map(|target| Some((target.replaces.clone()?, target.from?.pred_opt()?))).collect();
    for target in &mut plan.targets {
        let end = ends.iter().find(|(replaced, _)| *replaced == target.id).map(|(_, day)| *day);
        target.to = end.or(target.to);
    }
}

struct Walk<'w, 'v> {
    place: Vec<String>,
    visit: &'w mut Visit<'v>,
}

impl Walk<'_, '_> {
    /// Goes down some steps, and comes back.
    fn inside(&mut self, steps: &[&str], go: impl FnOnce(&mut Self)) {
        let depth = self.place.len();
        self.place.extend(steps.iter().map(|step| (*step).to_owned()));
        go(self);
        self.place.truncate(depth);
    }

    fn at(&mut self, step: &str, setting: Setting) -> Setting {
        let mut turned = setting;
        self.inside(&[step], |walk| turned = (walk.visit)(&walk.place, setting));
        turned
    }

    fn window(&mut self, repeat: &mut Repeat) {
        if let Repeat::Yearly { from, to, .. } = repeat {
            self.month_day("from", from);
            self.month_day("to", to);
        }
    }

    fn target(&mut self, target: &mut Target) {
        target.from.iter_mut().for_each(|day| self.bound("from", day));
        target.to.iter_mut().for_each(|day| self.bound("to", day));
        let id = target.id.clone();
        match &mut target.measure {
            Measure::Count(rule) => self.count(&id, rule),
            Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => self.milestones(milestones),
            Measure::Survey(rule) => self.survey(rule),
            Measure::Tick { .. } => {}
        }
    }

    fn count(&mut self, target: &str, rule: &mut CountRule) {
        let places: Vec<Vec<String>> =
            (0..=rule.parts.others.len()).map(|number| plan::part_place(target, rule, number)).collect();
        let parts = std::iter::once(&mut rule.parts.first).chain(&mut rule.parts.others);
        for (part, place) in parts.zip(&places) {
            let inner: Vec<&str> = place.iter().skip(2).map(String::as_str).collect();
            self.inside(&inner, |walk| walk.part(part));
        }
        if let Some(aggregate) = &mut rule.aggregate {
            self.inside(&["aggregate"], |walk| {
                walk.phased("at_least_percent", &mut aggregate.at_least_percent, Setting::Percent);
            });
        }
    }

    fn part(&mut self, part: &mut Part) {
        match part.amount {
            Amount::WomenPercent => self.phased("at_least_percent", &mut part.at_least, Setting::Percent),
            Amount::People { of: Some(_) } => self.phased("at_least_percent", &mut part.at_least, Setting::People),
            Amount::Activities | Amount::People { of: None } => {
                self.phased("at_least", &mut part.at_least, Setting::Count);
            }
        }
    }

    fn phased(&mut self, field: &str, phased: &mut Phased, unit: fn(u32) -> Setting) {
        match phased {
            Phased::Always(number) => self.number(field, number, unit),
            Phased::Phases(phases) => {
                for (index, phase) in phases.iter_mut().enumerate() {
                    self.inside(&["phase", &format!("#{index}")], |walk| {
                        walk.bound("from", &mut phase.from);
                        walk.bound("to", &mut phase.to);
                        walk.number(field, &mut phase.value, unit);
                    });
                }
            }
        }
    }

    fn milestones(&mut self, milestones: &mut [Milestone]) {
        for milestone in milestones {
            self.inside(&["milestone", &milestone.id], |walk| {
                walk.day("by", &mut milestone.by);
                walk.number("at_least_percent", &mut milestone.at_least_percent, Setting::Percent);
            });
        }
    }

    /// What is beyond passes, too: no example can tell, so it is no knob.
    fn survey(&mut self, rule: &mut SurveyRule) {
        match &mut rule.due {
            SurveyDue::Since { base_year, steps } => {
                self.year("base_year", base_year);
                self.steps(steps);
            }
            SurveyDue::Level { steps } => self.steps(steps),
            SurveyDue::EachYear { at_least, .. } => self.tenths("at_least", at_least),
        }
    }

    fn steps(&mut self, steps: &mut [SurveyStep]) {
        for step in steps {
            self.inside(&["step", &step.id], |walk| {
                walk.day("by", &mut step.by);
                walk.tenths("at_least", &mut step.at_least);
            });
        }
    }

    fn duty_day(&mut self, day: &mut DutyDay) {
        match day {
            DutyDay::Once(day) => self.day("day", day),
            DutyDay::Yearly(month, of_month) => {
                let mut day = (*month, *of_month);
                self.month_day("yearly", &mut day);
                (*month, *of_month) = day;
            }
        }
    }

    fn number(&mut self, field: &str, number: &mut u32, unit: fn(u32) -> Setting) {
        if let Setting::Count(turned) | Setting::People(turned) | Setting::Percent(turned) =
            self.at(field, unit(*number))
        {
            *number = turned;
        }
    }

    fn tenths(&mut self, field: &str, tenths: &mut Tenths) {
        if let Setting::Tenths(turned) = self.at(field, Setting::Tenths(tenths.0)) {
            tenths.0 = turned;
        }
    }

    fn year(&mut self, field: &str, year: &mut i32) {
        if let Setting::Year(turned) = self.at(field, Setting::Year(*year)) {
            *year = turned;
        }
    }

    fn day(&mut self, field: &str, day: &mut NaiveDate) {
        if let Setting::Day(turned) = self.at(field, Setting::Day(*day)) {
            *day = turned;
        }
    }

    fn bound(&mut self, field: &str, day: &mut NaiveDate) {
        if let Setting::Bound(turned) = self.at(field, Setting::Bound(*day)) {
            *day = turned;
        }
    }

    fn month_day(&mut self, field: &str, day: &mut (u32, u32)) {
        if let Setting::MonthDay(turned) = self.at(field, Setting::MonthDay(*day)) {
            *day = turned;
        }
    }
}
