//! The answer of a slide in sentences, for the slide and for the key of the exercise sheets.

use super::deck::{Due, Read, Silence, Slide};
use crate::views::overview::decide::result;
use domain::{Explanation, Language};
use wording::Say;
use wording::figures::verdict_figure;
use wording::workshop::WorkshopText;

/// The sentences, top to bottom. The receipt is drawn beside them.
pub(super) fn sentences(language: Language, slide: &Slide, why: Option<&Explanation>) -> Vec<String> {
    match slide {
        Slide::Target { line, .. } => vec![result(line).say(language).into_owned()],
        Slide::Silence(told) => said(language, silence(told)),
        Slide::Why(_) => said(language, vec![why.map_or(WorkshopText::Coming, verdict(language))]),
        Slide::Deadline(Some(due)) => said(language, deadline(due)),
        Slide::Reading(Some(read)) => options(language, read, Options::Weighed),
        Slide::Practice => said(language, vec![WorkshopText::Mistakes, WorkshopText::FindingsTeach]),
        Slide::Title { .. } | Slide::WhatIf(_) | Slide::Deadline(None) | Slide::Reading(None) | Slide::Close => {
            Vec::new()
        }
    }
}

fn said(language: Language, texts: Vec<WorkshopText>) -> Vec<String> {
    texts.into_iter().map(|text| text.say(language).into_owned()).collect()
}

fn verdict(language: Language) -> impl Fn(&Explanation) -> WorkshopText {
    move |why| WorkshopText::Verdict { state: why.verdict.state, figure: verdict_figure(language, &why.verdict) }
}

fn silence(told: &Silence) -> Vec<WorkshopText> {
    let count = told.silent.map(|(count, kind)| WorkshopText::SilentCount { count, kind });
    let unknown = told.unknown.clone().map(WorkshopText::SilentUnit);
    let zero = told.zero.clone().map(WorkshopText::ZeroUnit);
    let rules = [Some(WorkshopText::SilenceIsUnknown), unknown.or(count), Some(WorkshopText::ZeroIsMissed), zero];
    rules.into_iter().flatten().collect()
}

fn deadline(due: &Due) -> Vec<WorkshopText> {
    let late = due.named.map(WorkshopText::BeforeIsBefore);
    [Some(WorkshopText::LastDay(due.last)), late, Some(WorkshopText::WindowsStay)].into_iter().flatten().collect()
}

/// How options are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Options {
    /// As they can be chosen.
    Open,
    /// With what hangs on each.
    Weighed,
}

/// The options of a reading, lettered.
pub(super) fn options(language: Language, read: &Read, told: Options) -> Vec<String> {
    let options = ('A'..='Z').zip(&read.line.options);
    options
        .map(|(letter, option)| {
            let label = option.label.text(language);
            let weight = match option.changes {
                _ if option.id == read.line.in_force => Some(WorkshopText::InForce),
                changes => changes.map(WorkshopText::Changes),
            };
            let weight = weight.filter(|_| told == Options::Weighed);
            let weight = weight.map(|weight| format!(" ({})", weight.say(language))).unwrap_or_default();
            format!("{letter}. {label}{weight}")
        })
        .collect()
}
