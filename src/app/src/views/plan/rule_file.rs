//! What was found in a rule file, word for word as the command line prints it.

use crate::state::{RuleFile, weighing};
use crate::views::icons::{Icon, IconView};
use domain::{Arrange, Language, PlanProblem, ProblemWeight};
use wording::Say;
use wording::rule_file::RuleFileText;
use yew::prelude::*;

/// Which file.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReportProps {
    /// The language.
    pub(super) language: Language,
    /// The file.
    pub(super) rule_file: RuleFile,
    /// Takes the report away.
    pub(super) on_close: Callback<()>,
}

/// The report: one sentence, what to do, and every problem.
#[component]
pub(super) fn RuleFileReport(props: &ReportProps) -> Html {
    let ReportProps { language, rule_file, on_close } = props;
    let (tone, problems) = match rule_file {
        RuleFile::Checked { problems, .. } if weighing(problems, ProblemWeight::Error) == 0 => ("good", &**problems),
        RuleFile::Checked { problems, .. } => ("bad", &**problems),
        RuleFile::Unreadable { .. } => ("bad", &Vec::new()),
        RuleFile::Checking { .. } => ("open", &Vec::new()),
    };
    let onclick = on_close.reform(|_: MouseEvent| ());
    html! {
        <div class="rule-report" data-group={tone}>
            <div class="rule-report-head" role={if tone == "bad" { "alert" } else { "status" }}>
                <p><b>{ summary(rule_file).say(*language) }</b></p>
                if tone == "bad" && !problems.is_empty() { <p>{ RuleFileText::RefusedHint.say(*language) }</p> }
            </div>
            <button type="button" class="icon-button" {onclick} aria-label={RuleFileText::Close.say(*language).into_owned()}>
                <IconView icon={Icon::Close} />
            </button>
            if !problems.is_empty() { { listing(*language, problems) } }
        </div>
    }
}

fn summary(rule_file: &RuleFile) -> RuleFileText {
    match rule_file {
        RuleFile::Checking { name } => RuleFileText::Checking(name.clone()),
        RuleFile::Unreadable { name } => RuleFileText::Unreadable(name.clone()),
        RuleFile::Checked { name, problems } => {
            let count = |weight| weighing(problems, weight);
            let notes = count(ProblemWeight::Warning) + count(ProblemWeight::Note);
            match (count(ProblemWeight::Error), notes) {
                (0, 0) => RuleFileText::Clean,
                (0, notes) => RuleFileText::InForceWithNotes(notes),
                (errors, _) => RuleFileText::Refused { name: name.clone(), errors },
            }
        }
    }
}

/// Errors first: they are what keeps the file from being applied.
fn listing(language: Language, problems: &[PlanProblem]) -> Html {
    let mut ordered: Vec<&PlanProblem> = problems.iter().collect();
    ordered.arrange_by_key(|problem| problem.weight);
    html! {
        <div class="rule-problems">
            if language == Language::Vi { <p class="small quiet">{ RuleFileText::Messages.say(language) }</p> }
            <ol>
                for (place, problem) in ordered.into_iter().enumerate() {
                    <li key={place}><pre tabindex="0" lang="en">{ &problem.text }</pre></li>
                }
            </ol>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    fn checked(weights: &[ProblemWeight]) -> RuleFile {
        let problem = |weight: &ProblemWeight| PlanProblem {
            weight: *weight,
            line: 1,
            column: 1,
            message: String::new(),
            help: None,
            text: String::new(),
        };
        RuleFile::Checked { name: "a.toml".into(), problems: Rc::new(weights.iter().map(problem).collect()) }
    }

    #[test]
    fn notes_do_not_refuse_a_file_and_errors_do() {
        use ProblemWeight::{Error, Note, Warning};
        assert_eq!(summary(&checked(&[])), RuleFileText::Clean);
        assert_eq!(summary(&checked(&[Note, Warning])), RuleFileText::InForceWithNotes(2));
        let refused = RuleFileText::Refused { name: "a.toml".into(), errors: 1 };
        assert_eq!(summary(&checked(&[Note, Error])), refused);
    }
}
