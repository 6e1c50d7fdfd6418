use super::*;
use crate::state::made::any_summary;
use domain::{Figures, Life, MatrixCell, MatrixColumn, Overview, Span, UnitSource};

fn line(target: &str, state: State, counts: &[(State, u32)]) -> TargetLine {
    TargetLine {
        target: target.into(),
        label: Bilingual::default(),
        kinds: vec![UnitKind::Commune],
        period: Some(Period::Quarter(2024, 3)),
        window: Span::quarter(2024, 3),
        counts: counts.iter().copied().collect(),
        state,
        share: None,
        roster_incomplete: false,
    }
}

fn summary() -> Summary {
    let targets = vec![
        line("T5", State::Missed, &[(State::Met, 97), (State::Missed, 34), (State::NoData, 12)]),
        line("T6", State::NotYetDue, &[(State::NotYetDue, 143)]),
    ];
    let completeness = vec![Completeness { kind: UnitKind::Commune, with_data: 131, listed: 143, has_roster: true }];
    let overview = Overview { targets, completeness, ..Overview::default() };
    Summary { overview, ..any_summary() }
}

fn unit(number: u32, name: &str) -> UnitLine {
    UnitLine {
        unit: UnitIndex(number),
        id: name.to_lowercase(),
        name: name.to_owned(),
        parent: "Huyện A".to_owned(),
        kind: UnitKind::Commune,
        source: UnitSource::Shipped,
        life: Life::default(),
    }
}

fn row(number: u32, name: &str, state: State, n_lo: u32) -> MatrixRow {
    let cell = PeriodCell {
        period: Period::Quarter(2024, 3),
        state,
        reason: None,
        figures: Figures::Activities,
        n_lo,
        n_hi: n_lo,
        threshold: 4,
        den: None,
        deadline: NaiveDate::MAX,
    };
    MatrixRow { unit: unit(number, name), cells: vec![Some(MatrixCell { state, periods: vec![cell] })] }
}

fn matrix(rows: Vec<MatrixRow>) -> MatrixSlice {
    let columns = vec![MatrixColumn { target: "T5".into(), label: Bilingual::default() }];
    MatrixSlice { columns, rows }
}

fn bare(summary: &Summary) -> Material<'_> {
    Material { summary, plan: None, matrix: None, readings: None }
}

#[test]
fn a_slide_keeps_its_number_while_the_rest_is_on_its_way() {
    let summary = summary();
    let all = matrix(vec![row(1, "Xã A", State::Missed, 3)]);
    let (plan, readings) = (PlanSlice::default(), ReadingsSlice::default());
    let full = Material { plan: Some(&plan), matrix: Some(&all), readings: Some(&readings), ..bare(&summary) };
    let kinds = |material| slides(material).iter().map(std::mem::discriminant).collect::<Vec<_>>();
    assert_eq!(kinds(bare(&summary)), kinds(full));
}

#[test]
fn only_targets_with_something_to_guess_get_a_slide() {
    let slides = slides(bare(&summary()));
    let targets: Vec<_> = slides
        .iter()
        .filter_map(|slide| match slide {
            Slide::Target { line, .. } => Some(line.target.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(targets, ["T5"]);
    assert!(matches!(slides.first(), Some(Slide::Title { .. })));
    assert!(matches!(slides.last(), Some(Slide::Close)));
}

#[test]
fn a_number_beyond_the_deck_is_the_last_slide() {
    let slides = slides(bare(&summary()));
    for (number, place_of) in [(0, 1), (1, 1), (4, 4), (99, slides.len())] {
        assert_eq!(place(&slides, number), place_of, "{number}");
    }
}

#[test]
fn a_unit_that_nearly_made_it_is_explained_first() {
    let rows = vec![
        row(1, "Xã A", State::Met, 9),
        row(2, "Xã B", State::Missed, 0),
        row(3, "Xã C", State::Missed, 3),
        row(4, "Xã D", State::NoData, 0),
    ];
    let named = |rows| asked(Some(&matrix(rows))).map(|asked| asked.name);
    assert_eq!(named(rows.clone()).as_deref(), Some("Xã C, Huyện A"));
    assert_eq!(named(rows[..1].to_vec()).as_deref(), Some("Xã A, Huyện A"), "nobody missed it: one that met it");
    assert_eq!(named(rows[3..].to_vec()), None, "without data there is nothing to reckon");
}

#[test]
fn the_silent_and_those_who_state_zero_are_different_units() {
    let summary = summary();
    let all = matrix(vec![row(1, "Xã A", State::NoData, 0), row(2, "Xã B", State::Missed, 0)]);
    let told = silence(&summary, Some(&all));
    assert_eq!(told.silent, Some((12, UnitKind::Commune)));
    assert_eq!(told.unknown.as_deref(), Some("Xã A, Huyện A"));
    assert_eq!(told.zero.as_deref(), Some("Xã B, Huyện A"));
}

#[test]
fn before_a_day_leaves_that_day_out() {
    let day = NaiveDate::from_ymd_opt(2024, 12, 10).unwrap();
    for (text, expected) in [
        ("cả năm (trước ngày 10 tháng 12)", true),
        ("gửi trước 10/12 hằng năm", true),
        ("gửi trong ngày 10 tháng 12", false),
        ("trước ngày 10 tháng 6", false),
    ] {
        assert_eq!(says_before(text, day), expected, "{text}");
    }
}

#[test]
fn the_reading_on_which_most_hangs_is_discussed() {
    let option =
        |id: &str, changes| domain::ReadingOptionLine { id: id.to_owned(), label: Bilingual::default(), changes };
    let reading = |id: &str, changes| ReadingLine {
        id: id.to_owned(),
        kind: "counting".to_owned(),
        ask: Bilingual::default(),
        why: Bilingual::default(),
        options: vec![option("a", None), option("b", Some(changes))],
        in_force: "a".to_owned(),
        default: "a".to_owned(),
        clauses: Vec::new(),
    };
    let readings = vec![reading("quiet", 0), reading("loud", 34), reading("some", 3)];
    let slice =
        ReadingsSlice { groups: vec![domain::ReadingGroup { target: None, label: None, readings }], verdicts: 400 };
    assert_eq!(most_telling(&slice).unwrap().line.id, "loud");
    assert_eq!(most_telling(&ReadingsSlice::default()), None);
}

#[test]
fn an_answer_is_offered_only_where_there_is_one() {
    let summary = summary();
    for slide in slides(bare(&summary)) {
        let expected = matches!(slide, Slide::Target { .. } | Slide::Silence(_) | Slide::Practice);
        assert_eq!(slide.has_answer(), expected, "{slide:?}");
    }
}

#[test]
fn only_the_sentence_about_the_day_is_quoted() {
    let day = NaiveDate::from_ymd_opt(2024, 12, 10).unwrap();
    let text = "Trong quá trình thực hiện, đề nghị phản ánh. Cả năm (trước ngày 10 tháng 12) gửi báo cáo. Hết.";
    assert_eq!(sentence_about(text, day), "Cả năm (trước ngày 10 tháng 12) gửi báo cáo.");
    assert_eq!(sentence_about("Không nói ngày nào. Hết.", day), "Không nói ngày nào. Hết.");
}
