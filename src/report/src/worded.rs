//! Suggestions and findings in the words of `wording`: what tables and calendar files say about an item.

use crate::ics::{self, IcsEvent};
use crate::{ItemWords, Subject, Words};
use domain::{
    AgendaItem, AgendaSlice, Bilingual, DayReason, Decision, Facts, Finding, Language, NaiveDate, ReadErrorKind,
    SuggestedWord, TopicLine, Verdict,
};
use wording::agenda::Told;
use wording::check::Names;
use wording::{Say, both, dates};

/// A finding as one line.
pub fn finding(language: Language, finding: &Finding) -> String {
    wording::findings::finding(language, &finding.kind).line()
}

/// Why a file could not be read, and what helps, as one line.
pub fn read_error(language: Language, kind: &ReadErrorKind) -> String {
    let words = wording::start::read_error(language, kind);
    format!("{} {} {}", words.seen, words.why, words.todo)
}

/// The question and the answer of a reading's option, by their ids.
pub type Readings<'a> = dyn Fn(&str, &str) -> Option<(Bilingual, Bilingual)> + 'a;

/// The activities that a verdict counts, as indices into [`domain::Facts::activities`].
pub type Counted<'a> = dyn Fn(&Verdict) -> Vec<u32> + 'a;

/// Runs `work` with everything in words. `reading` knows the question and the answer of a reading's option, `counted` the
/// activities that a verdict counts.
pub fn with_words<T>(
    language: Language,
    facts: &Facts,
    slice: &AgendaSlice,
    (reading, counted): (&Readings<'_>, &Counted<'_>),
    work: impl FnOnce(&Words<'_>) -> T,
) -> T {
    work(&Words {
        finding: &|found| finding(language, found),
        decision: &|decided| decision(language, facts, reading, decided),
        item: &|suggested| item(language, slice, suggested),
        counted,
    })
}

/// A decision as one line; `reading` knows the question and the answer of a reading's option.
pub fn decision(language: Language, facts: &Facts, reading: &Readings<'_>, decision: &Decision) -> String {
    let unit =
        |id: &str| facts.roster.find(id).and_then(|unit| facts.roster.get(unit)).map(|unit| unit.name().to_owned());
    let said = |id: &str, option: &str| {
        let (ask, answer) = reading(id, option)?;
        Some((ask.text(language).to_owned(), answer.text(language).to_owned()))
    };
    wording::check::decision(language, decision, &Names { tables: &facts.tables, unit: &unit, reading: &said })
}

/// A suggestion in words.
pub fn item(language: Language, slice: &AgendaSlice, item: &AgendaItem) -> ItemWords {
    let said = slice.suggestion(item);
    let label = |word: &SuggestedWord| word.label.text(language).to_owned();
    let topic = |topic: &TopicLine| format!("{} ({})", topic.label.text(language), topic.clauses.join(", "));
    ItemWords {
        title: wording::agenda::full_title(language, item, slice.duty(item), said.form.as_ref()).into_owned(),
        topic: said.topic.as_ref().map(topic).unwrap_or_default(),
        audience: said.audience.as_ref().map(label).unwrap_or_default(),
        channel: said.channel.as_ref().map(label).unwrap_or_default(),
        support: said
            .support
            .iter()
            .map(|line| wording::agenda::support_line(language, line))
            .collect::<Vec<_>>()
            .join("; "),
        reason: reason(language, item),
        day: day(language, slice, item),
    }
}

/// Why on this day.
fn day(language: Language, slice: &AgendaSlice, item: &AgendaItem) -> String {
    let near = match &item.reason {
        DayReason::Peak { id, .. } => slice.peak(id).map(|(label, _)| label.text(language)),
        _ => None,
    };
    wording::agenda::day_reason(language, &item.reason, near.unwrap_or_default()).into_owned()
}

/// The agenda of `subject` as a calendar file, made on the day `stamp`.
pub fn agenda_ics(subject: &Subject<'_>, words: &Words<'_>, language: Language, stamp: NaiveDate) -> Vec<u8> {
    let events: Vec<IcsEvent> = subject.agenda.items.iter().map(|item| event(subject, words, language, item)).collect();
    let name = both(language, "Lịch gợi ý truyền thông bình đẳng giới", "Suggested calendar, gender equality");
    ics::write(&name, &events, stamp, language)
}

fn event(subject: &Subject<'_>, words: &Words<'_>, language: Language, item: &AgendaItem) -> IcsEvent {
    let ItemWords { title, topic, audience, channel, support, reason, day } = (words.item)(item);
    let unit = item.unit.and_then(|unit| subject.facts.roster.get(unit));
    let who = wording::agenda::who(language, unit.map(|unit| unit.name_at(item.date)));
    let categories = item.closes.iter().map(|gap| wording::overview::target_code(language, &gap.target).to_string());
    let line = |label: Told, text: String| (!text.is_empty()).then(|| format!("{}: {text}", label.say(language)));
    let more = [
        (Told::Topic, topic),
        (Told::Audience, audience),
        (Told::Channel, channel),
        (Told::of_body(item.kind), support),
    ];
    let lines = [Some(reason)].into_iter().chain(more.map(|(label, text)| line(label, text))).chain([Some(day)]);
    IcsEvent {
        uid_key: ics::uid_key(subject.plan, subject.unit_id(item.unit), item),
        date: item.date,
        summary: format!("{who}: {title}"),
        description: lines.flatten().collect::<Vec<_>>().join("\n"),
        categories: categories.collect(),
    }
}

/// The gaps it closes, and until when it would still do.
fn reason(language: Language, item: &AgendaItem) -> String {
    let gaps: Vec<String> = item.closes.iter().map(|gap| wording::agenda::gap(language, gap).to_string()).collect();
    let closes = wording::agenda::AgendaText::ClosesGaps.say(language);
    let latest = wording::agenda::AgendaText::Latest(item.latest).say(language);
    let peak = item.peak.as_ref().map(|_| wording::agenda::AgendaText::Peak.say(language));
    let peak = peak.map_or_else(String::new, |peak| format!(" ({peak}: {})", dates::day(item.date)));
    format!("{closes} {}. {latest}.{peak}", gaps.join("; "))
}
