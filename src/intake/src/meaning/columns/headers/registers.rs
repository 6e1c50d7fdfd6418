//! Headers of the registers: media bodies, conventions, submissions, surveys, units.
//!
//! It decides which headers and titles give a register away, and what the same words mean there: "Từ ngày" is the
//! beginning of an activity in a log, of a stage in the media register, of a life in a roster.

use super::Sense::Is;
use super::phrases::{Group, group};
use super::wording::{Wording, holds, starts};
use domain::{Field, TableKind};

/// Phrases that give a register away where a header begins with them.
const DECISIVE: [(TableKind, &[&str]); 5] = [
    (
        TableKind::Conventions,
        &[
            "ten huong uoc",
            "ten quy uoc",
            "huong uoc",
            "quy uoc",
            "co phan biet doi xu",
            "phan biet doi xu",
            "ngay cong nhan huong uoc",
            "ngay cong nhan quy uoc",
            "ngay bai bo",
        ],
    ),
    (
        TableKind::Media,
        &[
            "ngay bat dau ap dung",
            "tinh trang ap dung",
            "giai doan ap dung",
            "muc do ap dung",
            "hinh thuc ap dung",
            "bo chi so",
            "ap dung bo chi so",
            "ap dung thi diem",
            "ap dung chinh thuc",
            "ngay ap dung",
        ],
    ),
    (
        TableKind::Submissions,
        &["ngay gui bao cao", "ngay nop bao cao", "ngay gui", "ngay nop", "loai bao cao", "gop don vi"],
    ),
    (
        TableKind::Surveys,
        &[
            "co mau",
            "so nguoi duoc hoi",
            "so phieu",
            "chi so khao sat",
            "gia tri khao sat",
            "ket qua khao sat",
            "cau hoi",
        ],
    ),
    (
        TableKind::Units,
        &[
            "loai don vi",
            "cap don vi",
            "truc thuoc",
            "don vi cap tren",
            "don vi quan ly",
            "don vi ke thua",
            "don vi chu quan",
        ],
    ),
];

/// Phrases that give a register away in a title.
const TITLES: [(TableKind, &[&str]); 5] = [
    (TableKind::Conventions, &["huong uoc", "quy uoc"]),
    (TableKind::Media, &["bo chi so"]),
    (TableKind::Submissions, &["theo doi gui bao cao", "tinh hinh gui bao cao", "theo doi nop bao cao"]),
    (TableKind::Surveys, &["khao sat", "dieu tra xa hoi"]),
    (TableKind::Units, &["danh sach don vi", "danh muc don vi", "danh sach cac don vi"]),
];

/// Does this header level give a register of this kind away?
pub(crate) fn speaks_of(level: &Wording, kind: TableKind) -> bool {
    phrases_of(&DECISIVE, kind).any(|phrase| starts(&level.words, phrase))
}

/// Does this title line?
pub(crate) fn title_speaks_of(line: &Wording, kind: TableKind) -> bool {
    phrases_of(&TITLES, kind).any(|phrase| holds(&line.words, phrase))
}

fn phrases_of(table: &[(TableKind, &'static [&'static str])], kind: TableKind) -> impl Iterator<Item = &'static str> {
    table.iter().filter(move |(of, _)| *of == kind).flat_map(|(_, phrases)| phrases.iter().copied())
}

/// The register's own headers.
pub(super) fn groups_of(kind: TableKind) -> &'static [Group] {
    match kind {
        TableKind::Activities => &[],
        TableKind::Media => MEDIA,
        TableKind::Conventions => CONVENTIONS,
        TableKind::Submissions => SUBMISSIONS,
        TableKind::Surveys => SURVEYS,
        TableKind::Units => UNITS,
    }
}

#[rustfmt::skip]
const MEDIA: &[Group] = &[
    group(Is(Field::Stage), 95, &["giai doan", "tinh trang", "trang thai", "hinh thuc", "muc do", "stage", "bo chi so"],
        &["tinh trang ap dung", "giai doan ap dung", "muc do ap dung", "hinh thuc ap dung", "ap dung bo chi so", "tinh hinh ap dung", "thi diem chinh thuc"], &["tinh trang", "ap dung bo chi so"]),
    group(Is(Field::From), 95, &["tu", "from", "ngay", "thoi gian", "thoi diem", "bat dau"],
        &["ngay bat dau", "tu ngay", "ap dung tu", "ngay ap dung", "thoi gian ap dung", "thoi diem ap dung", "thoi gian bat dau"], &[]),
    group(Is(Field::To), 95, &["den", "to", "ket thuc"], &["den ngay", "ap dung den", "ngay ket thuc", "ngay dung", "ngay thoi ap dung", "thoi gian ket thuc"], &[]),
    group(Is(Field::UnitName), 94, &["co quan bao chi", "dai", "bao"],
        &["ten co quan", "co quan bao chi", "co quan truyen thong", "ten dai", "dai truyen thanh", "ten bao", "don vi truyen thong", "co so truyen thong"], &[]),
];

#[rustfmt::skip]
const CONVENTIONS: &[Group] = &[
    group(Is(Field::Discriminatory), 95, &[],
        &["co phan biet doi xu", "phan biet doi xu", "co noi dung phan biet", "noi dung phan biet", "co dinh kien gioi"], &["phan biet doi xu", "phan biet"]),
    group(Is(Field::FixedOn), 95, &[], &["ngay sua doi", "ngay sua", "da sua doi", "thoi gian sua doi", "sua doi bo sung", "ngay bai bo noi dung"], &["sua doi"]),
    group(Is(Field::Adopted), 95, &[], &["ngay thong qua", "ngay cong nhan", "ngay phe duyet", "ngay ban hanh", "thoi gian thong qua", "nam cong nhan", "nam ban hanh"], &["thong qua", "cong nhan", "phe duyet"]),
    group(Is(Field::Ended), 95, &[], &["het hieu luc", "ngay het hieu luc", "ngay bai bo", "bai bo", "ngay cham dut"], &["het hieu luc"]),
    group(Is(Field::RegisterId), 92, &["id", "ma", "ma so"], &["ma huong uoc", "ma quy uoc"], &[]),
    group(Is(Field::Title), 95, &[], &["ten huong uoc", "ten quy uoc", "huong uoc", "quy uoc"], &[]),
];

#[rustfmt::skip]
const SUBMISSIONS: &[Group] = &[
    group(Is(Field::Submitted), 96, &["ngay"], &["ngay gui", "ngay nop", "thoi gian gui", "thoi diem gui", "ngay nhan bao cao"], &[]),
    group(Is(Field::SubmissionKind), 95, &["loai", "bao cao"], &["loai bao cao", "loai van ban", "ten bao cao", "loai"], &[]),
    group(Is(Field::CoversChildren), 95, &[], &["gop don vi", "gom don vi cap duoi", "bao gom cap duoi", "gop cap duoi"], &["cap duoi"]),
    group(Is(Field::Period), 95, &["ky", "nam", "ky so lieu"], &["ky bao cao", "ky"], &[]),
];

#[rustfmt::skip]
const SURVEYS: &[Group] = &[
    group(Is(Field::Base), 95, &[], &["co mau", "so nguoi duoc hoi", "so phieu", "so nguoi tra loi", "so nguoi khao sat"], &[]),
    group(Is(Field::Value), 95, &["gia tri", "ket qua", "ty le", "%"], &["gia tri", "ket qua", "ty le"], &[]),
    group(Is(Field::Measure), 95, &["chi so", "chi tieu", "noi dung"], &["chi so", "cau hoi", "noi dung khao sat", "chi tieu"], &[]),
    group(Is(Field::Date), 92, &[], &["ngay khao sat", "thoi gian khao sat", "ngay dieu tra"], &[]),
    group(Is(Field::RegisterId), 92, &["id", "ma", "ma khao sat"], &[], &[]),
];

#[rustfmt::skip]
const UNITS: &[Group] = &[
    group(Is(Field::UnitId), 95, &["ma", "ma so", "id"], &["ma don vi", "ma dinh danh"], &[]),
    group(Is(Field::UnitName), 95, &["ten", "ten goi"], &["ten don vi", "don vi"], &[]),
    group(Is(Field::UnitKind), 95, &["loai", "cap", "loai hinh"], &["loai don vi", "cap don vi", "loai hinh don vi"], &[]),
    group(Is(Field::Parent), 95, &["huyen", "thuoc", "huyen thanh pho"], &["truc thuoc", "don vi cap tren", "don vi quan ly", "don vi chu quan", "thuoc"], &[]),
    group(Is(Field::Successor), 95, &[], &["don vi ke thua", "ke thua", "don vi moi", "sap nhap vao"], &["ke thua"]),
    group(Is(Field::From), 95, &["tu"], &["tu ngay", "ngay thanh lap", "ngay bat dau", "hieu luc tu"], &[]),
    group(Is(Field::To), 95, &["den"], &["den ngay", "ngay giai the", "ngay ket thuc", "hieu luc den"], &[]),
];
