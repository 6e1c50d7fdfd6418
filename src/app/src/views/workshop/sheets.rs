//! The exercise sheets on paper: the questions with room for answers, and the key on a page of its own. They stand in
//! the page only while they are printed.

use super::answer::{Options, options, sentences};
use super::deck::Slide;
use super::try_out::sentence;
use crate::effects::use_printing;
use crate::views::why::receipt::{Receipt, Steps};
use domain::{Explanation, Language, WhatIfSlice};
use std::rc::Rc;
use wording::Say;
use wording::workshop::{SheetText, WorkshopText};
use yew::prelude::*;

/// The sheet with mistakes, to be read on paper. Its cells hold no comma and no quote: a line is split as it stands.
const MISTAKES: &str = include_str!("../../../../../www/sample/bang-co-loi-de-thuc-hanh.csv");

/// What is printed.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SheetsProps {
    /// The language.
    pub(super) language: Language,
    /// The slides.
    pub(super) slides: Rc<Vec<Slide>>,
    /// The receipt, once it has come.
    pub(super) why: Option<Rc<Explanation>>,
    /// The latest answer about what is tried, and so many more it tries.
    pub(super) what_if: (u32, Option<Rc<WhatIfSlice>>),
    /// Told once the browser has printed.
    pub(super) on_done: Callback<()>,
}

/// The sheets.
#[component]
pub(super) fn WorkSheets(props: &SheetsProps) -> Html {
    use_printing(props.on_done.clone());
    let language = props.language;
    let exercises: Vec<&Slide> = props.slides.iter().filter(|slide| slide.is_exercise()).collect();
    html! {
        <div class="work-sheets">
            <section class="work-sheet">
                { head(language) }
                <ol>for (place, slide) in exercises.iter().enumerate() { <li key={place}>{ exercise(props, slide) }</li> }</ol>
            </section>
            <section class="work-sheet">
                <h2>{ SheetText::Key.say(language) }</h2>
                <ol>for (place, slide) in exercises.iter().enumerate() { <li key={place}>{ key(props, slide) }</li> }</ol>
            </section>
        </div>
    }
}

fn head(language: Language) -> Html {
    html! {
        <>
            <h2>{ SheetText::Title.say(language) }</h2>
            <p class="work-names">
                <span>{ SheetText::Group.say(language) }<span class="blank" /></span>
                <span>{ SheetText::Day.say(language) }<span class="blank" /></span>
            </p>
        </>
    }
}

fn question(props: &SheetsProps, slide: &Slide) -> Html {
    let more = matches!(slide, Slide::WhatIf(_)).then(|| format!(" (+{})", props.what_if.0));
    html! { <b>{ slide.question().say(props.language) }{ more }</b> }
}

fn exercise(props: &SheetsProps, slide: &Slide) -> Html {
    let language = props.language;
    html! {
        <>
            <p>{ question(props, slide) }</p>
            if let Some(clause) = clause(slide) { <blockquote lang="vi">{ clause }</blockquote> }
            if let Slide::Reading(Some(read)) = slide {
                for text in options(language, read, Options::Open) { <p key={text.clone()}>{ &text }</p> }
            }
            if *slide == Slide::Practice { { mistakes() } }
            <p class="work-answer">{ SheetText::YourAnswer.say(language) }<span class="blank" /></p>
            <p class="work-answer">{ SheetText::Because.say(language) }<span class="blank" /></p>
        </>
    }
}

fn mistakes() -> Html {
    html! {
        <table class="work-table" lang="vi">
            <tbody>
                for (number, cells) in mistaken_rows() {
                    <tr key={number}>
                        <th scope="row">{ number }</th>
                        for cell in cells { <td>{ cell }</td> }
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// The rows with their numbers in the file, without those that are empty.
fn mistaken_rows() -> impl Iterator<Item = (usize, std::str::Split<'static, char>)> {
    let lines = MISTAKES.trim_start_matches('\u{feff}').lines().enumerate();
    let filled = lines.filter(|(_, line)| line.chars().any(|letter| letter != ','));
    filled.map(|(place, line)| (place + 1, line.split(',')))
}

fn clause(slide: &Slide) -> Option<String> {
    match slide {
        Slide::Target { clause, .. } => clause.clone(),
        Slide::Deadline(due) => due.as_ref().and_then(|due| due.clause.clone()),
        Slide::Reading(read) => read.as_ref().and_then(|read| read.fragment.clone()),
        _ => None,
    }
}

fn key(props: &SheetsProps, slide: &Slide) -> Html {
    let SheetsProps { language, why, .. } = props;
    html! {
        <>
            <p>{ question(props, slide) }</p>
            if let (Slide::Why(_), Some(why)) = (slide, why) {
                <Steps language={*language} receipt={Receipt { verdict: why.verdict.clone(), lines: why.arithmetic.clone() }} />
            }
            for text in sentences(*language, slide, why.as_deref()) { <p key={text.clone()}>{ &text }</p> }
            if let Slide::WhatIf(Some(trial)) = slide {
                <p>{ trial.outcome(props.what_if.0, props.what_if.1.as_deref()).map_or_else(
                    || WorkshopText::Coming.say(*language).into_owned(), |outcome| sentence(*language, trial, &outcome)) }</p>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_with_mistakes_can_be_split_at_its_commas() {
        assert!(!MISTAKES.contains('"'));
        let rows: Vec<_> = mistaken_rows().collect();
        assert!(rows.iter().all(|(_, cells)| cells.clone().count() == 10));
        assert!(rows.iter().any(|(number, cells)| *number == 6 && cells.clone().any(|cell| cell == "30/02/2024")));
    }
}
