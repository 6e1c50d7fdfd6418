//! The tables and the JSON twin as their readers rely on them: columns, order, and where each row came from.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

mod world;

use domain::{Facts, Period, Verdict};
use report::csv::{self, Flavour};
use report::json;
use world::{COMMUNE, facts, verdict, with_subject, with_verdicts};

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn verdicts_are_sorted_and_name_their_rows() {
    let written = with_subject(|subject, words| text(csv::verdicts(subject, words, Flavour::Machine)));
    assert_eq!(
        written,
        "target,unit,period,state,reason,threshold,n_lo,n_hi,den,planned,required_now,evidence,deadline,rows\r\n\
         T2-share,*,2024,missed,window_cut,4,3,3,,0,4,implied,2024-09-30,1;2\r\n\
         T5,30892,2024-Q1,missed,window_cut,4,3,3,,0,4,implied,2024-09-30,1;2\r\n\
         T5,30892,2024-Q3,missed,window_cut,4,3,3,,0,4,implied,2024-09-30,1;2\r\n"
    );
}

#[test]
fn what_nothing_bounds_is_blank_in_the_table_as_it_is_null_in_the_json() {
    let people = |n_hi| Verdict { n_hi, ..verdict("T9", Some(COMMUNE), Period::Year(2024)) };
    let upper = |verdict: Verdict| {
        with_verdicts(&[verdict], |subject, words| {
            let table = text(csv::verdicts(subject, words, Flavour::Machine));
            let cell = table.lines().nth(1).unwrap().split(',').nth(7).unwrap().to_owned();
            (cell, serde_json::to_value(json::document(subject, words)).unwrap()["verdicts"][0]["n_hi"].clone())
        })
    };
    assert_eq!(upper(people(Verdict::OPEN)), (String::new(), serde_json::Value::Null));
    assert_eq!(upper(people(Verdict::OPEN - 1)), ("4294967294".to_owned(), 4_294_967_294_u32.into()));
}

#[test]
fn rollups_have_one_column_a_state() {
    let written = with_subject(|subject, _| text(csv::rollups(subject, Flavour::Machine)));
    assert_eq!(
        written,
        "target,period,node,met,on_track,at_risk,not_yet_due,missed,late,no_data,uncertain,not_applicable\r\n\
         T5,2024-Q3,*,141,0,0,0,2,0,0,0,0\r\n"
    );
}

#[test]
fn findings_are_sorted_by_place_and_named_as_in_the_spreadsheet() {
    let written = with_subject(|subject, words| text(csv::findings(subject, words, Flavour::Machine)));
    assert_eq!(
        written,
        "file,sheet,row,column,code,message\r\n\
         nhật ký.xlsx,Quý III,8,,duplicate_row,DUPLICATE_ROW\r\n\
         nhật ký.xlsx,Quý III,9,B,unknown_kind,UNKNOWN_KIND\r\n"
    );
}

#[test]
fn the_agenda_names_the_gaps_it_closes() {
    let written = with_subject(|subject, words| text(csv::agenda(subject, words, Flavour::Machine)));
    assert_eq!(
        written,
        "date,unit,kind,title,topic,audience,channel,closes,reason\r\n\
         2024-11-20,30892,event,Tổ chức 1 cuộc,,,,T1:2024;T2:2024-AM,\r\n"
    );
}

#[test]
fn facts_are_the_canonical_tables_with_their_origin() {
    let tables = csv::facts(&facts(), Flavour::Machine);
    let expected = [
        (
            "activities.csv",
            "date,unit_id,kind,count,tags,title,channel,audience,people,women,place,cost,funding,status,relevant,file,sheet,row\r\n\
             2024-08-15,30892,news,2,action_month;audience_staff,\"Tin, bài \"\"8/3\"\"\",Zalo OA xã,người dân,120,,=nhà văn hóa,1500000,,done,unknown,nhật ký.xlsx,Quý III,8\r\n\
             ,30892,news,2,action_month;audience_staff,\"Tin, bài \"\"8/3\"\"\",Zalo OA xã,người dân,120,,=nhà văn hóa,1500000,,done,unknown,nhật ký.xlsx,Quý III,9\r\n",
        ),
        (
            "units.csv",
            "id,name,kind,parent,from,to,successor,file,sheet,row\r\n\
             905,Huyện Châu Thành,district,,,2025-06-30,,,,\r\n\
             30892,Xã Vĩnh Hòa Hiệp,commune,905,,2025-06-30,905,,,\r\n",
        ),
        ("media.csv", "unit_id,stage,from,to,file,sheet,row\r\n30892,pilot,2024-Q1,,nhật ký.xlsx,Quý III,9\r\n"),
        (
            "conventions.csv",
            "id,unit_id,adopted,discriminatory,fixed_on,ended,file,sheet,row\r\n\
             HU-01,30892,2019,1,,,nhật ký.xlsx,Quý III,9\r\n",
        ),
        (
            "submissions.csv",
            "unit_id,kind,period,submitted,covers_children,file,sheet,row\r\n\
             30892,half,2024-H1,2024-06-09,1,nhật ký.xlsx,Quý III,9\r\n",
        ),
        (
            "surveys.csv",
            "id,unit_id,measure,date,value,base,file,sheet,row\r\n\
             S1,30892,awareness,2025,\"54,0\",400,nhật ký.xlsx,Quý III,9\r\n",
        ),
        (
            "columns.csv",
            "file,sheet,header_row,column,header,field,confidence\r\n\
             nhật ký.xlsx,Quý III,6,A,TT,row_number,90\r\n\
             nhật ký.xlsx,Quý III,6,AB,\"Quý III / Tin, bài\",count:news:quarter-3:total,90\r\n\
             nhật ký.xlsx,Quý III,6,AC,Tháng,month,90\r\n",
        ),
    ];
    assert_eq!(tables.len(), expected.len());
    for (table, (name, content)) in tables.into_iter().zip(expected) {
        assert_eq!((table.name.as_str(), text(table.bytes).as_str()), (name, content));
    }
}

#[test]
fn a_register_that_nobody_brought_has_no_table() {
    let none = csv::facts(&Facts::default(), Flavour::Machine);
    assert_eq!(
        none.iter().map(|table| table.name.as_str()).collect::<Vec<_>>(),
        ["activities.csv", "units.csv", "columns.csv"]
    );
    let empty = Facts { media: Some(Vec::new()), ..Facts::default() };
    assert!(csv::facts(&empty, Flavour::Machine).iter().any(|table| table.name == "media.csv"));
}

#[test]
fn downloads_for_people_start_with_a_mark_and_hold_no_formula() {
    let tables = csv::facts(&facts(), Flavour::People);
    for table in tables {
        let written = text(table.bytes);
        assert!(written.starts_with('\u{feff}'), "{}", table.name);
        assert!(!written.contains(",="), "{}", table.name);
    }
}

#[test]
fn the_json_twin_is_versioned_and_can_be_read_back() {
    let (bytes, document) =
        with_subject(|subject, words| (json::write(subject, words).unwrap(), json::document(subject, words)));
    let back: json::Document = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(back, document);
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let expected = [
        ("/format", "assessment/1".into()),
        ("/as_of", "2024-10-15".into()),
        ("/readings/duplicates", "once".into()),
        ("/units/1/parent", "905".into()),
        ("/verdicts/0/unit", "*".into()),
        ("/verdicts/2/period", "2024-Q3".into()),
        ("/verdicts/2/state", "missed".into()),
        ("/verdicts/2/reason", "window_cut".into()),
        ("/verdicts/2/window/1", "2024-09-30".into()),
        ("/verdicts/2/rows/0", 1.into()),
        ("/rollups/0/counts/missed", 2.into()),
        ("/findings/1/column", "B".into()),
        ("/findings/1/severity", "question".into()),
        ("/agenda/0/closes/1/period", "2024-AM".into()),
        ("/unreachable/0/target", "T5".into()),
    ];
    for (pointer, wanted) in expected {
        assert_eq!(value.pointer(pointer), Some(&wanted), "{pointer}");
    }
    assert_eq!(value["rollups"][0]["counts"].as_object().unwrap().len(), 2);
}
