//! What only a browser can show: blobs as files, and a whole job through the message door, inside a dedicated worker.

use crate::answer::{self, Message};
use crate::blob::BlobReader;
use crate::{door, rest};
use domain::{Language, Options, ReadErrorKind, ReportKind, State};
use js_sys::{Array, Object, Reflect, Uint8Array};
use protocol::{ExportFormat, InputName, InputOrigin, JobId, Reply, Request, Slice, SliceName};
use sha2::{Digest, Sha256};
use std::io::{Read, Seek, SeekFrom};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Blob, DedicatedWorkerGlobalScope};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn blob(text: &str) -> Blob {
    Blob::new_with_str_sequence(&Array::of1(&text.into())).unwrap()
}

fn port() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// As the door answers once both modules are here.
fn answer(message: &JsValue, port: &DedicatedWorkerGlobalScope) -> Reply {
    Message::read(message).map_or_else(door::not_understood, |message| rest::answer_all(message, port))
}

fn message(request: &Request, files: &[Blob]) -> JsValue {
    let message = Object::new();
    let files: Array = files.iter().collect();
    Reflect::set(&message, &"request".into(), &Uint8Array::from(protocol::pack(request).unwrap().as_slice())).unwrap();
    Reflect::set(&message, &"files".into(), &files).unwrap();
    message.into()
}

fn assess(job: u32, name: &str, text: &str) -> Reply {
    let request = Request::Assess {
        job: JobId(job),
        inputs: vec![InputName { name: name.to_owned(), origin: InputOrigin::File }],
        options: Box::new(Options { as_of: "2024-10-15".parse().ok(), ..Options::default() }),
        today: "2026-01-01".parse().unwrap(),
    };
    answer(&message(&request, &[blob(text)]), &port())
}

const NEWS: &str = "Đơn vị,Ngày,Hình thức,Nội dung,Số lượng\n\
    Xã Vĩnh Hòa Hiệp,05/7/2024,Tin,Quyền bình đẳng giới,3\n\
    Xã Vĩnh Hòa Hiệp,09/4/2024,Tin,Phòng chống bạo lực gia đình,4\n";

#[wasm_bindgen_test]
fn a_blob_reads_and_seeks_like_a_file() {
    let mut reader = BlobReader::new(blob("một hai ba")).unwrap();
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(text, "một hai ba");
    reader.seek(SeekFrom::End(-2)).unwrap();
    text.clear();
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(text, "ba");
    assert!(reader.seek(SeekFrom::Start(3)).is_ok());
    assert!(reader.seek(SeekFrom::Current(-9)).is_err());
}

#[wasm_bindgen_test]
fn a_blob_larger_than_a_chunk_comes_back_whole() {
    let long = "0123456789".repeat(250_000);
    let mut text = String::new();
    BlobReader::new(blob(&long)).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text.len(), long.len());
    assert!(text == long);
}

#[wasm_bindgen_test]
fn a_job_goes_in_and_verdicts_come_out() {
    let Reply::Done { job, summary, failed } = assess(7, "tin.csv", NEWS) else { panic!("not done") };
    assert_eq!(job, JobId(7));
    assert!(failed.is_empty());
    assert_eq!(summary.used_rows, 2);
    let unit = summary.lone_unit.expect("one commune only");
    let show = Request::Show { job, slice: SliceName::Unit(unit) };
    let Reply::Slice { slice, .. } = answer(&message(&show, &[]), &port()) else { panic!("no slice") };
    let Slice::Unit(slice) = *slice else { panic!("another slice") };
    let news = slice.targets.iter().find(|target| target.target == "T5").expect("communes have T5");
    let states: Vec<State> = news.verdicts.iter().map(|verdict| verdict.state).collect();
    assert_eq!(states, [State::NoData, State::Met, State::Missed, State::OnTrack]);
}

#[wasm_bindgen_test]
fn a_slice_of_an_older_job_is_refused() {
    assess(8, "tin.csv", NEWS);
    let show = Request::Show { job: JobId(7), slice: SliceName::Matrix };
    assert!(matches!(answer(&message(&show, &[]), &port()), Reply::Refused { job: JobId(7), .. }));
}

#[wasm_bindgen_test]
fn an_empty_file_fails_with_its_name() {
    let Reply::Failed { errors, .. } = assess(9, "trong.csv", "") else { panic!("an empty file was read") };
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].file, "trong.csv");
    assert_eq!(errors[0].kind, ReadErrorKind::Empty);
}

#[wasm_bindgen_test]
fn nonsense_is_refused_not_feared() {
    assert!(matches!(answer(&JsValue::from_str("?"), &port()), Reply::Refused { .. }));
}

#[wasm_bindgen_test]
fn a_report_is_shown_filled_and_leaves_as_the_same_document() {
    let Reply::Done { job, summary, .. } = assess(11, "tin.csv", NEWS) else { panic!("not done") };
    let unit = summary.lone_unit;
    let kind = ReportKind::Quarter;
    let shown = Request::Show { job, slice: SliceName::Report { kind, unit } };
    let Reply::Slice { slice, .. } = answer(&message(&shown, &[]), &port()) else { panic!("no slice") };
    let Slice::Report(report) = *slice else { panic!("another slice") };
    assert_eq!(report.head.issuer.last().map(String::as_str), Some("XÃ VĨNH HÒA HIỆP"));
    assert!(report.blanks() > 5);
    let stamp = "2026-01-01".parse().unwrap();
    let format = ExportFormat::ReportDocx(kind);
    let export = Request::Export { job, format, language: Language::Vi, stamp, unit, filled: Vec::new() };
    let Reply::File { name, bytes, .. } = answer(&message(&export, &[]), &port()) else { panic!("no file") };
    assert_eq!(name, "bao-cao-quarter-2024-Q3.docx");
    assert!(bytes == report::docx::write(&report, stamp).unwrap());
    let of_scope = Request::Show { job, slice: SliceName::Report { kind, unit: None } };
    let Reply::Slice { slice, .. } = answer(&message(&of_scope, &[]), &port()) else { panic!("no slice") };
    assert_eq!(*slice, Slice::Report(report), "the scope is that commune");
}

/// Every text of a workbook, as it is stored.
fn texts_of(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut texts = String::new();
    archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut texts).unwrap();
    texts
}

#[wasm_bindgen_test]
fn the_log_of_the_results_names_the_sum_of_each_file_and_what_is_no_file() {
    let input = |name: &str, origin| InputName { name: name.to_owned(), origin };
    let job = JobId(11);
    let request = Request::Assess {
        job,
        inputs: vec![
            input("tin.csv", InputOrigin::File),
            input("Bảng dán.tsv", InputOrigin::Pasted),
            input("Nhập trực tiếp", InputOrigin::Typed),
        ],
        options: Box::new(Options { as_of: "2024-10-15".parse().ok(), ..Options::default() }),
        today: "2026-01-01".parse().unwrap(),
    };
    let more = NEWS.replace("05/7", "06/8");
    let typed = NEWS.replace("05/7", "07/9");
    let files = [blob(NEWS), blob(&more), blob(&typed)];
    let Reply::Done { .. } = answer(&message(&request, &files), &port()) else { panic!("not done") };
    let (format, language, stamp) = (ExportFormat::ResultsXlsx, Language::Vi, "2026-01-01".parse().unwrap());
    let export = Request::Export { job, format, language, stamp, unit: None, filled: Vec::new() };
    let Reply::File { bytes, .. } = answer(&message(&export, &[]), &port()) else { panic!("no file") };
    let sum: String = Sha256::digest(NEWS).iter().map(|byte| format!("{byte:02x}")).collect();
    let texts = texts_of(&bytes);
    for words in [&*sum, "văn bản dán vào trang", "dòng nhập tay trên trang"] {
        assert!(texts.contains(words), "{words} is not in {texts:.3000}");
    }
}

#[wasm_bindgen_test]
fn a_first_result_needs_no_rule_file_and_other_readings_do() {
    let asked = |options: &Options| {
        let request = Request::Plan { number: 7, options: Box::new(options.clone()) };
        Message::read(&message(&request, &[])).expect("a message of ours")
    };
    let shipped = Options::default();
    let Ok(Reply::Plan { number: 7, plan }) = answer::answer(asked(&shipped), &port()) else { panic!("no plan") };
    let plan = plan.expect("a shipped plan");
    let reading = &plan.readings[0];
    let other = reading.options.iter().find(|option| option.id != reading.in_force).expect("a choice");
    let options = Options { readings: [(reading.id.clone(), other.id.clone())].into(), ..shipped };
    let reply = rest::answer_all(asked(&options), &port());
    let Reply::Plan { number: 7, plan } = reply else { panic!("no plan under another reading") };
    let plan = plan.expect("a reading of the plan's own");
    assert_eq!(plan.readings[0].in_force, other.id);
}
