use super::super::samples::shipped;
use super::*;
use domain::Span;

/// Each line of `tests/cases/units/*.csv`: text|around|date|kind|expected.
#[test]
fn every_case_of_unit_texts_is_answered_as_written() {
    let roster = shipped();
    let matcher = Matcher::new(&roster, &Vocabulary::default());
    let mut wrong = Vec::new();
    for line in super::super::samples::case_lines("units") {
        let [text, around, date, kind, expected] = line.split('|').collect::<Vec<_>>()[..] else {
            panic!("not a case: {line}")
        };
        let around: Vec<UnitIndex> = around.split(' ').filter_map(|id| roster.find(id)).collect();
        let question = Question {
            text,
            kind: UnitKind::from_code(kind),
            around: &around,
            scope: &[],
            usual: None,
            when: When::On(Span::parse_canonical(date).unwrap()),
            care: Care::FewTypos,
        };
        let answer = shown(&roster, &matcher.find(&roster, &question));
        if answer != expected {
            wrong.push(format!("{line} → {answer}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn place_question<'a>(text: &'a str, around: &'a [UnitIndex], when: Span) -> Question<'a> {
    let care = Care::FewTypos;
    Question { text, kind: None, around, scope: &[], usual: None, when: When::On(when), care }
}

/// Every shipped place on a day of its life, as written by `spell`, with its parent known.
fn answers(spell: fn(&str) -> String) -> Vec<(String, UnitIndex, Answer)> {
    let roster = shipped();
    let matcher = Matcher::new(&roster, &Vocabulary::default());
    let answer = |(index, unit): (UnitIndex, &Unit)| {
        let version = unit.versions.first().unwrap();
        let day = version.life.to.or(version.life.from).unwrap();
        let around: Vec<UnitIndex> = version.parent.into_iter().collect();
        let text = spell(&version.name);
        let answer = matcher.find(&roster, &place_question(&text, &around, Span::day(day)));
        (text, index, answer)
    };
    roster.iter().map(answer).collect()
}

#[test]
fn every_shipped_place_is_found_without_accents_decomposed_and_in_capitals() {
    use unicode_normalization::UnicodeNormalization;
    let spellings: [fn(&str) -> String; 3] = [crate::fold::fold, |name| name.nfd().collect(), str::to_uppercase];
    for (text, unit, answer) in spellings.into_iter().flat_map(answers) {
        assert_eq!(answer, Answer::Known { unit, exact: true }, "{text}");
    }
}

#[test]
fn a_typo_never_leads_to_another_place() {
    let swapped = |name: &str| {
        let mut letters: Vec<char> = name.chars().collect();
        let last = letters.len() - 1;
        letters.swap(last, last - 1);
        letters.into_iter().collect()
    };
    let all = answers(swapped);
    let right =
        all.iter().filter(|(_, unit, answer)| matches!(answer, Answer::Known { unit: found, .. } if found == unit));
    assert!(right.count() * 10 >= all.len() * 8);
    for (text, unit, answer) in &all {
        if let Answer::Known { unit: found, .. } = answer {
            assert_eq!(found, unit, "{text}");
        }
    }
}

fn shown(roster: &Roster, answer: &Answer) -> String {
    let ids = |units: &[UnitIndex]| units.iter().map(|unit| roster.id(*unit)).collect::<Vec<_>>().join(" ");
    match answer {
        Answer::Known { unit, exact: true } => roster.id(*unit).to_owned(),
        Answer::Known { unit, exact: false } => format!("guess {}", roster.id(*unit)),
        Answer::New { kind, slug, parent, .. } => {
            format!("new {} {slug} @ {}", kind.code(), parent.map_or("-", |parent| roster.id(parent)))
        }
        Answer::Here(kind) => format!("here {}", kind.map_or("", UnitKind::code)),
        Answer::Several(units) => format!("several {}", ids(units)),
        Answer::Outside(unit) => format!("outside {}", roster.id(*unit)),
        Answer::Nothing => "nothing".to_owned(),
    }
}
