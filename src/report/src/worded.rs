//! Suggestions and findings in the words of `wording`: what tables and calendar files say about an item.

use crate::ics::{self, IcsEvent};
use crate::{ItemWords, Subject};
use domain::{AgendaItem, Bilingual, Decision, Facts, Finding, Language, NaiveDate, ReadErrorKind};
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

/// A suggestion in words. Topic, audience and channel stay blank until the plan's topics are matched to items.
pub fn item(language: Language, item: &AgendaItem) -> ItemWords {
    let title = wording::agenda::item_title(language, item).to_string();
    ItemWords { title, reason: reason(language, item), ..ItemWords::default() }
}

/// The agenda of `subject` as a calendar file, made on the day `stamp`.
pub fn agenda_ics(subject: &Subject<'_>, language: Language, stamp: NaiveDate) -> Vec<u8> {
    let events: Vec<IcsEvent> = subject.agenda.items.iter().map(|item| event(subject, language, item)).collect();
    let name = both(language, "Lịch gợi ý truyền thông bình đẳng giới", "Suggested calendar, gender equality");
    ics::write(&name, &events, stamp, language)
}

fn event(subject: &Subject<'_>, language: Language, item: &AgendaItem) -> IcsEvent {
    let title = wording::agenda::item_title(language, item);
    let unit = item.unit.and_then(|unit| subject.facts.roster.get(unit));
    let who = wording::agenda::who(language, unit.map(|unit| unit.name_at(item.date)));
    let categories = item.closes.iter().map(|gap| wording::overview::target_code(language, &gap.target).to_string());
    IcsEvent {
        uid_key: ics::uid_key(subject.plan, subject.unit_id(item.unit), item),
        date: item.date,
        summary: format!("{who}: {title}"),
        description: reason(language, item),
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
