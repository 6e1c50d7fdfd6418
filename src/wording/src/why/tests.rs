use super::change::change_sentence;
use super::*;
use domain::{Change, Figures, Verdict};

#[test]
fn a_clause_is_named_as_officials_cite_it() {
    for (id, expected) in [
        ("I.2/5", "Kế hoạch, mục I.2, gạch đầu dòng thứ năm"),
        ("I.2/4", "Kế hoạch, mục I.2, gạch đầu dòng thứ tư"),
        ("I.2/11", "Kế hoạch, mục I.2, gạch đầu dòng thứ 11"),
        ("III.1", "Kế hoạch, mục III.1"),
        ("0/3", "Kế hoạch, mục 0/3"),
    ] {
        assert_eq!(clause_place(Language::Vi, id), expected);
    }
}

fn change(only_forgotten_rows: bool) -> Change {
    let within = Span::quarter(2024, 3).unwrap();
    Change { missing: 1, kind: Some(ActivityKind::News), within, only_forgotten_rows, confirm: Vec::new(), spare: None }
}

#[test]
fn the_smallest_change_names_what_and_when() {
    let period = Period::Quarter(2024, 3);
    assert_eq!(
        change_sentence(Language::Vi, &change(false), &period),
        "Thêm 1 tin, bài có ngày từ 01/07 đến 30/09/2024 thì kết quả chuyển thành Đạt."
    );
    let over = change_sentence(Language::Vi, &change(true), &period);
    assert!(over.starts_with("Quý III đã kết thúc. Nếu còn việc đã làm chưa ghi vào bảng, thêm 1 tin, bài"), "{over}");
}

fn verdict(figures: Figures) -> Verdict {
    Verdict {
        target: "T1".into(),
        unit: None,
        period: Period::Quarter(2024, 3),
        window: Span::quarter(2024, 3),
        state: State::AtRisk,
        reason: None,
        figures,
        threshold: 1,
        n_lo: 0,
        n_hi: 0,
        den: None,
        planned: 0,
        required_now: None,
        evidence: domain::Evidence::None,
        deadline: domain::NaiveDate::MAX,
    }
}

#[test]
fn what_is_missing_is_said_in_the_unit_of_the_figures() {
    let open = Change { missing: 1205, ..change(false) };
    for (figures, vi) in [
        (Figures::Activities, "Thêm 1205 tin, bài có ngày từ 01/07 đến 30/09/2024 thì kết quả chuyển thành Đạt."),
        (Figures::People, "Thêm 1.205 người được truyền thông từ 01/07 đến 30/09/2024 thì kết quả chuyển thành Đạt."),
        (Figures::Tenths, "Kết quả khảo sát còn cách mức Kế hoạch yêu cầu 120,5."),
        (Figures::Submissions, "Gửi từ 01/07 đến 30/09/2024 thì kết quả chuyển thành Đạt."),
        (Figures::Tick, "Đánh dấu đã thực hiện và ghi minh chứng thì kết quả chuyển thành Đạt."),
    ] {
        assert_eq!(missing_sentence(Language::Vi, &verdict(figures), &open), vi);
    }
    for figures in [Figures::Women, Figures::Parts] {
        let said = missing_sentence(Language::Vi, &verdict(figures), &open);
        assert!(said.contains("1205") && said.ends_with("thì kết quả chuyển thành Đạt."), "{said}");
    }
    let over = missing_sentence(Language::Vi, &verdict(Figures::People), &change(true));
    assert!(over.starts_with("Quý III đã kết thúc. Nếu bảng còn sót, bổ sung 1 người"), "{over}");
}

#[test]
fn a_commune_s_report_for_its_hamlets_says_what_it_proves() {
    let told = |stated| for_hamlets_sentence(Language::Vi, ForHamlets { stated, hamlets: 12 });
    assert_eq!(told(9), "Xã báo chung 9 hoạt động cho 12 ấp, khu phố: ít nhất 3 nơi chưa có hoạt động nào.");
    assert_eq!(told(12), "Xã báo chung 12 hoạt động cho 12 ấp, khu phố: chưa đủ căn cứ để biết từng nơi.");
}

#[test]
fn what_was_ticked_stands_in_no_row() {
    let mut row = EvidenceRow {
        activity: None,
        file: String::new(),
        sheet: String::new(),
        row: 0,
        unit: "Xã A".into(),
        when: None,
        kind: None,
        count: 1,
        title: "Công văn 12/UBND".into(),
        channel: String::new(),
        outcome: Outcome::Counted,
    };
    assert_eq!(row_place(Language::Vi, &row), "bạn đánh dấu");
    (row.file, row.row) = ("a.csv".into(), 7);
    assert_eq!(row_place(Language::Vi, &row), "dòng 7");
}

#[test]
fn members_of_a_share_are_asked_for_with_both_years() {
    let day = |year, month, day| domain::NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let within = Span::new(day(2024, 10, 16), day(2025, 12, 31)).unwrap();
    let change =
        Change { missing: 4, kind: None, within, only_forgotten_rows: false, confirm: Vec::new(), spare: None };
    assert_eq!(
        change_sentence(Language::Vi, &change, &Period::Milestone("pilot-2025".into())),
        "Cần thêm 4 đối tượng đáp ứng yêu cầu (từ 16/10/2024 đến 31/12/2025) thì kết quả chuyển thành Đạt."
    );
}

#[test]
fn a_row_says_in_words_why_it_does_not_count() {
    for (exclusion, vi) in [
        (Exclusion::DuplicateOf(1502), "Không tính: trùng dòng 1.502"),
        (Exclusion::OutsideWindow, "Không tính: ngoài kỳ"),
        (Exclusion::OtherKind(ActivityKind::Event), "Không tính: thuộc loại cuộc truyền thông"),
        (Exclusion::Planned, "Không tính: mới là kế hoạch"),
    ] {
        assert_eq!(Outcome::Excluded(exclusion).say(Language::Vi), vi);
    }
}

#[test]
fn what_is_taken_off_names_the_period_it_lies_outside_of() {
    let label = StepLabel::Excluded(Exclusion::OutsideWindow, Period::Quarter(2024, 3));
    assert_eq!(label.say(Language::Vi), "ngoài quý III");
    assert_eq!(label.say(Language::En), "outside Q3");
}
