//! Tables as they come, and what their columns are taken for.

mod remembered;

use super::*;
use crate::grid::{RowDraft, Value};
use domain::{ColumnChoice, CountColumn, KindTerms, RelevanceChoice, UnitKind, YearPart};

const HEADERS: &str = include_str!("../../../tests/cases/headers.csv");

fn vocabulary() -> Vocabulary {
    let terms = |kind, terms: &[&str], ask: &[&str]| KindTerms {
        kind,
        terms: terms.iter().map(|term| (*term).to_owned()).collect(),
        ask_terms: ask.iter().map(|term| (*term).to_owned()).collect(),
    };
    Vocabulary {
        units: vec![("trường".into(), UnitKind::School), ("trạm y tế".into(), UnitKind::Health)],
        kinds: vec![
            terms(ActivityKind::Event, &["cuộc", "buổi", "hội nghị", "tọa đàm", "tập huấn", "sinh hoạt"], &[]),
            terms(ActivityKind::News, &["tin", "bài", "phóng sự", "chuyên mục"], &[]),
            terms(ActivityKind::Model, &["mô hình"], &["câu lạc bộ"]),
            terms(ActivityKind::Pledge, &["ký cam kết", "bản cam kết"], &[]),
        ],
        ..Vocabulary::default()
    }
}

/// `Đơn vị|Số cuộc=3~4|Quý I > Số cuộc=1~2`: columns by `|`, levels by ` > `, values by `~`.
fn table(columns: &str) -> Table {
    let columns: Vec<(&str, Vec<&str>)> = columns
        .split('|')
        .map(|column| {
            column.split_once('=').map_or((column, vec![]), |(head, values)| (head, values.split('~').collect()))
        })
        .collect();
    let rows = columns.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
    let row = |number: usize| RowDraft {
        number: number as u32 + 2,
        cells: columns.iter().map(|(_, values)| values.get(number).map_or(Value::Empty, |text| value(text))).collect(),
        sections: vec![],
        is_total: false,
    };
    Table {
        file: "a.xlsx".into(),
        sheet: "Sheet1".into(),
        header_row: 1,
        title_lines: vec![],
        footer_lines: vec![],
        columns: columns
            .iter()
            .enumerate()
            .map(|(index, (head, _))| Column {
                index: index as u32,
                headers: head.split(" > ").filter(|level| !level.is_empty()).map(str::to_owned).collect(),
                hidden: false,
            })
            .collect(),
        rows: (0..rows).map(row).collect(),
    }
}

/// `3` is a number, `@2024-03-05` a typed date, the rest text.
fn value(text: &str) -> Value {
    match (text, text.parse::<f64>()) {
        ("", _) => Value::Empty,
        (_, Ok(number)) => Value::Number(number),
        (text, _) if text.starts_with('@') => Value::Date(text[1..].parse().unwrap()),
        (text, _) => Value::Text(text.into()),
    }
}

fn code(field: Field) -> String {
    let Field::Count(CountColumn { kind, part, planned, total }) = field else { return format!("{field:?}") };
    let part = part.map(|part| match part {
        YearPart::Month(number) => format!("M{number}"),
        YearPart::Quarter(number) => format!("Q{number}"),
        YearPart::Half(number) => format!("H{number}"),
        YearPart::Year => "year".to_owned(),
    });
    let kind = kind.map(|kind| kind.code().to_owned());
    let flag = |set: bool, word: &str| set.then(|| word.to_owned());
    let words = [Some("Count".to_owned()), kind, part, flag(planned, "planned"), flag(total, "total")];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn meaning(table: &Table) -> TableMeaning {
    understand(table, &vocabulary(), &Options::default())
}

fn fields(columns: &str) -> Vec<String> {
    meaning(&table(columns)).columns.iter().map(|column| code(column.field)).collect()
}

fn titled(columns: &str, lines: &[&str]) -> TableMeaning {
    let lines = lines.iter().map(|line| (*line).to_owned()).collect();
    meaning(&Table { title_lines: lines, ..table(columns) })
}

#[test]
fn every_header_variant_seen_in_use_is_taken_for_what_it_is() {
    let mut wrong = Vec::new();
    for line in HEADERS.lines().skip(1) {
        let [number, header, context, expected] = line.split(';').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let context = if context.is_empty() { "STT|*" } else { context };
        let at = context.split('|').position(|column| column.starts_with('*')).unwrap();
        let seen = fields(&context.replace('*', header)).get(at).cloned();
        if seen.as_deref() != Some(expected) {
            wrong.push(format!("{number} {header}: {seen:?}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_numbered_variant_is_there() {
    let numbers = HEADERS.lines().skip(1).map(|line| line.split(';').next().unwrap().parse().unwrap());
    let numbers: std::collections::BTreeSet<u32> = numbers.collect();
    assert_eq!(numbers, (1..=140).collect());
}

#[test]
fn tables_are_read_column_beside_column() {
    let cases: [(&str, &[&str]); 18] = [
        (
            "STT|Đơn vị|Quý I=1|Quý II=2|Quý III=3|Quý IV=4|Cả năm=10",
            &["RowNumber", "UnitName", "Count Q1", "Count Q2", "Count Q3", "Count Q4", "Count year total"],
        ),
        (
            "Đơn vị|Quý I > Số cuộc (Cuộc)=1|Quý I > Số tin, bài=2|Quý II > Số cuộc (Cuộc)=1|Cả năm > Số cuộc=2",
            &["UnitName", "Count event Q1", "Count news Q1", "Count event Q2", "Count event year total"],
        ),
        (
            "Nội dung|ĐVT|Kế hoạch=4|Thực hiện=3|Tỷ lệ %=75",
            &["Title", "MeasureUnit", "Count planned", "Count", "Percent"],
        ),
        (
            "Xã|Số cuộc > Kế hoạch=4|Số cuộc > Thực hiện=3|Số lượt người > Kế hoạch=90|Số lượt người > Thực hiện=80",
            &["Commune", "Count event planned", "Count event", "Ignored", "People"],
        ),
        ("Đơn vị|T1=1|T2=0|T3=2|Tổng cộng=3", &["UnitName", "Count M1", "Count M2", "Count M3", "Count total"]),
        ("Đơn vị|Tháng > 1=1|Tháng > 2=0|Tháng > Cộng=1", &["UnitName", "Count M1", "Count M2", "Count total"]),
        ("Đơn vị|Tháng=3~4|Số cuộc=1~2", &["UnitName", "Month", "Count event"]),
        ("Ngày=5~6|Tháng=3~4|Năm=2024~2024|Nội dung", &["Ignored", "Month", "Year", "Title"]),
        (
            "Đơn vị|6 tháng đầu năm=3|Quý I=1|Quý II=2|9 tháng đầu năm=4",
            &["UnitName", "Count H1 total", "Count Q1", "Count Q2", "Ignored"],
        ),
        (
            "Đơn vị|Số cuộc=3|Trong đó > Số hội nghị=1|Trong đó > Số tin, bài=2",
            &["UnitName", "Count event", "Ignored", "Count news"],
        ),
        ("Đơn vị|Thực hiện năm 2023=9|Thực hiện năm 2024=3", &["UnitName", "Ignored", "Count"]),
        (
            "Đơn vị|Số cuộc=3|Cùng kỳ năm trước=9|So với cùng kỳ (%)=33",
            &["UnitName", "Count event", "Ignored", "Ignored"],
        ),
        ("Ngày thực hiện|Ngày đăng|Đơn vị chủ trì|Đơn vị", &["Date", "Ignored", "Ignored", "UnitName"]),
        (
            "Người|Số điện thoại=0912345678~0987654321|Họ và tên|Email|Dân tộc",
            &["Ignored", "Personal", "Personal", "Personal", "Personal"],
        ),
        (
            "x1=Xã Bình An~Xã Tân Hội|x2=@2024-03-05~@2024-04-16|x3=02 cuộc/120 lượt người~1 cuộc/30 lượt người",
            &["UnitName", "Date", "CountText"],
        ),
        ("Đơn vị|Hội nghị=3|Tin, bài=4|Mô hình=1", &["UnitName", "Count event", "Count news", "Count model"]),
        ("Ngày|Mô hình=Gia đình hạnh phúc~Địa chỉ tin cậy|Số tin nhắn=4", &["Date", "Title", "Ignored"]),
        (
            "Đơn vị|Kết quả (cuộc)=3|Kết quả (lượt người)=90|Số tọa đàm=2",
            &["UnitName", "Count event", "People", "Count event"],
        ),
    ];
    for (columns, expected) in cases {
        assert_eq!(fields(columns), expected, "{columns}");
    }
}

#[test]
fn form_09a_is_a_summary_whose_materials_are_no_activities() {
    let form = "Hình thức TTPL > Tuyên truyền miệng PL > Số cuộc TT (Cuộc)=4\
        |Hình thức TTPL > Tuyên truyền miệng PL > Số lượt người được TT (Lượt người)=240\
        |Hình thức TTPL > Số chương trình TTPL trên hệ thống truyền thanh cấp xã (Chương trình)=12\
        |Hình thức TTPL > Thi tìm hiểu PL > Số cuộc thi (Cuộc)=1\
        |Hình thức TTPL > Câu lạc bộ PL > Số câu lạc bộ (Câu lạc bộ)=2\
        |Hình thức TTPL > Tủ sách PL cấp xã > Số lượt người đọc, mượn (Lượt người)=15\
        |Số lượng tài liệu TTPL được phát hành miễn phí (bản) > Tổng số=300\
        |Số lượng tài liệu TTPL được phát hành miễn phí (bản) > Sách=20";
    let meaning = titled(form, &["KẾT QUẢ THỰC HIỆN CÔNG TÁC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT TẠI ĐỊA BÀN XÃ", "Năm 2024"]);
    let fields: Vec<String> = meaning.columns.iter().map(|column| code(column.field)).collect();
    let expected = ["Count event", "People", "Count news", "Count event", "Ignored", "Ignored", "Ignored", "Ignored"];
    assert_eq!(fields, expected);
    assert_eq!((meaning.kind, meaning.shape), (TableKind::Activities, TableShape::Summary));
    assert_eq!(meaning.relevance, Relevance::Unknown);
    assert_eq!(meaning.period, Span::year(2024));
    // Only the clubs are a question: the rest is known not to count.
    let codes: Vec<_> = meaning.notes.iter().map(|note| (note.kind.code(), note.at.column)).collect();
    assert_eq!(codes, [("unknown_column", Some(4))]);
}

#[test]
fn registers_are_told_from_activities() {
    let cases: [(&str, TableKind, &[&str]); 9] = [
        (
            "STT|Tên cơ quan báo chí|Tình trạng áp dụng=thí điểm~chính thức|Ngày bắt đầu áp dụng|Đến ngày",
            TableKind::Media,
            &["RowNumber", "UnitName", "Stage", "From", "To"],
        ),
        (
            "Cơ quan truyền thông|Trực thuộc|Giai đoạn áp dụng|Áp dụng từ ngày|Áp dụng đến ngày",
            TableKind::Media,
            &["UnitName", "Parent", "Stage", "From", "To"],
        ),
        (
            "STT|Ấp, khu phố|Tên hương ước, quy ước|Ngày công nhận|Có phân biệt đối xử về giới|Ngày sửa đổi|Hết hiệu lực",
            TableKind::Conventions,
            &["RowNumber", "Hamlet", "Title", "Adopted", "Discriminatory", "FixedOn", "Ended"],
        ),
        (
            "Đơn vị|Loại báo cáo|Kỳ báo cáo|Ngày gửi báo cáo|Gộp đơn vị cấp dưới",
            TableKind::Submissions,
            &["UnitName", "SubmissionKind", "Period", "Submitted", "CoversChildren"],
        ),
        (
            "Mã đơn vị|Tên đơn vị|Loại đơn vị|Trực thuộc|Từ ngày|Đến ngày|Đơn vị kế thừa",
            TableKind::Units,
            &["UnitId", "UnitName", "UnitKind", "Parent", "From", "To", "Successor"],
        ),
        (
            "Đơn vị|Chỉ số khảo sát|Ngày khảo sát|Giá trị|Cỡ mẫu",
            TableKind::Surveys,
            &["UnitName", "Measure", "Date", "Value", "Base"],
        ),
        ("Ngày|Đơn vị|Nội dung|Ngày gửi báo cáo", TableKind::Activities, &["Date", "UnitName", "Title", "Ignored"]),
        ("Đơn vị|Trực thuộc|Số cuộc=3", TableKind::Activities, &["UnitName", "Parent", "Count event"]),
        ("Ngày|Ấp|Nội dung|Số người", TableKind::Activities, &["Date", "Hamlet", "Title", "People"]),
    ];
    for (columns, kind, expected) in cases {
        assert_eq!(meaning(&table(columns)).kind, kind, "{columns}");
        assert_eq!(fields(columns), expected, "{columns}");
    }
}

#[test]
fn a_log_about_conventions_is_no_register_of_conventions() {
    let meaning = titled("Ngày|Ấp|Nội dung", &["Truyền thông xây dựng hương ước, quy ước"]);
    assert_eq!(meaning.kind, TableKind::Activities);
}

#[test]
fn canonical_tables_are_taken_at_their_word() {
    let cases: [(&str, TableKind, &[&str]); 6] = [
        (
            "date|unit_id|kind|count|tags|title|channel|audience|people|women|place|cost|funding|status|relevant|mine=1",
            TableKind::Activities,
            &[
                "Date", "UnitId", "Kind", "Count", "Tags", "Title", "Channel", "Audience", "People", "Women", "Place",
                "Cost", "Funding", "Status", "Relevant", "Ignored",
            ],
        ),
        ("unit_id|stage|from|to", TableKind::Media, &["UnitId", "Stage", "From", "To"]),
        (
            "id|unit_id|adopted|discriminatory|fixed_on|ended",
            TableKind::Conventions,
            &["RegisterId", "UnitId", "Adopted", "Discriminatory", "FixedOn", "Ended"],
        ),
        (
            "unit_id|kind|period|submitted|covers_children",
            TableKind::Submissions,
            &["UnitId", "SubmissionKind", "Period", "Submitted", "CoversChildren"],
        ),
        (
            "id|unit_id|measure|date|value|base",
            TableKind::Surveys,
            &["RegisterId", "UnitId", "Measure", "Date", "Value", "Base"],
        ),
        (
            "id|name|kind|parent|from|to|successor",
            TableKind::Units,
            &["UnitId", "UnitName", "UnitKind", "Parent", "From", "To", "Successor"],
        ),
    ];
    for (columns, kind, expected) in cases {
        let meaning = meaning(&table(columns));
        assert_eq!((meaning.kind, meaning.shape), (kind, TableShape::Log), "{columns}");
        assert_eq!(fields(columns), expected, "{columns}");
        assert!(meaning.columns.iter().all(|column| column.confidence == 100 || column.field == Field::Ignored));
    }
}

#[test]
fn a_dated_row_for_each_activity_is_a_log_even_with_counts() {
    let shape = |columns| meaning(&table(columns)).shape;
    assert_eq!(shape("Ngày|Đơn vị|Nội dung|Số cuộc=1"), TableShape::Log);
    assert_eq!(shape("Ngày|Đơn vị|Nội dung|Số lượng=1"), TableShape::Log);
    assert_eq!(shape("Đơn vị|Số cuộc=1"), TableShape::Summary);
    assert_eq!(shape("Nội dung|Quý I=1|Quý II=1"), TableShape::Summary);
    assert_eq!(shape("Đơn vị|Kết quả=1"), TableShape::Summary);
}

#[test]
fn the_period_and_the_cut_off_come_from_what_is_stated_about_the_figures() {
    let lines = [
        "(Kèm theo Báo cáo số 12/BC-UBND ngày 20/6/2023 của UBND xã)",
        "KẾT QUẢ TRUYỀN THÔNG QUÝ I NĂM 2024",
        "(Số liệu tính đến ngày 15/3/2024)",
    ];
    let meaning = titled("Đơn vị|Số cuộc=1", &lines);
    assert_eq!(meaning.period, Span::quarter(2024, 1));
    assert_eq!(meaning.cut_off, NaiveDate::from_ymd_opt(2024, 3, 15));
    let meaning = titled("Đơn vị|Số cuộc=1", &["Số liệu tính đến hết tháng 2/2024"]);
    assert_eq!(meaning.cut_off, NaiveDate::from_ymd_opt(2024, 2, 29));
}

#[test]
fn the_sheet_and_then_the_file_carry_the_period_where_the_title_is_silent() {
    let sheet = Table { sheet: "T3-2024".into(), file: "2023.xlsx".into(), ..table("Đơn vị|Số cuộc=1") };
    assert_eq!(meaning(&sheet).period, Span::month(2024, 3));
    let file = Table { file: "bao cao quy 2 nam 2024.xlsx".into(), ..table("Đơn vị|Số cuộc=1") };
    assert_eq!(meaning(&file).period, Span::quarter(2024, 2));
    assert_eq!(meaning(&table("Đơn vị|Số cuộc=1")).period, None);
}

#[test]
fn the_one_kind_a_table_is_about_is_the_kind_of_its_rows() {
    let kind = |lines: &[&str]| titled("Ngày|Nội dung", lines).default_kind;
    assert_eq!(kind(&["DANH SÁCH TIN, BÀI ĐÃ ĐĂNG"]), Some(ActivityKind::News));
    assert_eq!(kind(&["Các cuộc truyền thông về BĐG"]), Some(ActivityKind::Event));
    assert_eq!(kind(&["Tổng hợp cuộc truyền thông và tin, bài"]), None);
    assert_eq!(kind(&["Hệ thống thông tin cơ sở"]), None);
    assert_eq!(meaning(&table("Ngày|Tên mô hình")).default_kind, Some(ActivityKind::Model));
}

#[test]
fn what_the_user_chose_stands() {
    let table = table("Đơn vị|Ngày|Số người=3");
    let key = fingerprint(&table);
    let choice = |table: &str| ColumnChoice { table: table.into(), column: 2, field: Field::Women };
    let options = Options {
        columns: vec![choice("0"), choice(&key)],
        month_first: vec![key.clone()],
        relevance: vec![RelevanceChoice { table: key, relevant: Relevance::Unknown }],
        ..Options::default()
    };
    let meaning = understand(&table, &vocabulary(), &options);
    let column = &meaning.columns[2];
    assert_eq!((column.field, column.confidence, column.chosen), (Field::Women, 100, true));
    assert_eq!((meaning.order, meaning.relevance), (DayOrder::MonthFirst, Relevance::Unknown));
    let other = understand(&table, &vocabulary(), &Options { columns: vec![choice("0")], ..Options::default() });
    assert_eq!((other.columns[2].field, other.columns[2].chosen), (Field::People, false));
}

#[test]
fn a_date_column_asks_only_if_day_and_month_may_be_swapped() {
    let asked = |values: &str| {
        let notes = meaning(&table(&format!("Ngày={values}|Nội dung"))).notes;
        notes.iter().filter(|note| note.kind.code() == "ambiguous_date").count()
    };
    let five = "@2024-01-05~@2024-02-03~@2024-03-08~@2024-04-12~@2024-05-06";
    assert_eq!(asked(five), 1);
    assert_eq!(asked("@2024-01-05~@2024-02-03~@2024-03-08~@2024-04-12"), 0, "four days prove nothing");
    assert_eq!(asked("@2024-01-05~@2024-02-03~@2024-03-08~@2024-04-12~@2024-05-13"), 0, "a 13th is a day");
    assert_eq!(asked(&format!("{five}~25/10/2024")), 0, "a text proves the day first");
    assert_eq!(asked("03/25/2024~03/05/2024"), 1, "a text proves the month first");
    assert_eq!(asked("25/03/2024~03/05/2024"), 0);
}

#[test]
fn a_question_about_a_date_column_holds_both_readings() {
    let meaning = meaning(&table("Ngày=03/25/2024~03/05/2024|Nội dung"));
    let day = |month, day| Span::day(NaiveDate::from_ymd_opt(2024, month, day).unwrap());
    let kind = FindingKind::AmbiguousDate { text: "03/05/2024".into(), day_first: day(5, 3), month_first: day(3, 5) };
    assert_eq!(meaning.notes[0].kind, kind);
    assert_eq!(meaning.notes[0].at.column, Some(0));
}

#[test]
fn personal_and_unknown_columns_are_named_once_and_personal_values_are_not_kept() {
    let meaning = meaning(&table("Đơn vị|Họ tên=Nguyễn Thị A|Cột lạ=abc|Cột trống"));
    let codes: Vec<_> = meaning.notes.iter().map(|note| (note.kind.code(), note.at.column)).collect();
    assert_eq!(codes, [("personal_column", Some(1)), ("unknown_column", Some(2))]);
    assert!(meaning.columns[1].examples.is_empty());
    assert_eq!(meaning.columns[2].examples, ["abc"]);
}

#[test]
fn an_empty_table_means_nothing_and_does_no_harm() {
    let meaning = meaning(&Table { columns: vec![], ..table("") });
    assert_eq!((meaning.kind, meaning.shape), (TableKind::Activities, TableShape::Log));
    assert!(meaning.columns.is_empty() && meaning.notes.is_empty());
}
