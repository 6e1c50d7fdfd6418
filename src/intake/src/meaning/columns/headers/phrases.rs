//! The phrases of headers, as data.
//!
//! It decides which phrase a header level is: the whole of it, then the longest beginning, then the longest phrase
//! inside. Phrases are folded words without punctuation. SOURCE: the official forms 09a (PBGDPL), TTCS-01, 09B/TTTT,
//! and headers seen in use.

use super::Sense::{self, *};
use super::wording::{holds, starts};
use domain::{ActivityKind, Field};

/// Phrases of one sense.
pub(super) struct Group {
    sense: Sense,
    weight: u8,
    whole: &'static [&'static str],
    starts: &'static [&'static str],
    holds: &'static [&'static str],
}

/// A phrase that is a beginning or an inside is less sure than the whole header.
const LESS_SURE_START: u8 = 8;
const LESS_SURE_INSIDE: u8 = 20;

/// The sense of `words` and how sure it is.
pub(super) fn find(words: &str, groups: &[Group]) -> Option<(Sense, u8)> {
    whole(words, groups)
        .or_else(|| longest(groups, LESS_SURE_START, |group| group.starts, |phrase| starts(words, phrase)))
        .or_else(|| longest(groups, LESS_SURE_INSIDE, |group| group.holds, |phrase| holds(words, phrase)))
}

fn whole(words: &str, groups: &[Group]) -> Option<(Sense, u8)> {
    let same = |phrases: &[&str]| phrases.contains(&words);
    let group = groups.iter().find(|group| same(group.whole) || same(group.starts))?;
    Some((group.sense, group.weight))
}

fn longest(
    groups: &[Group],
    less: u8,
    phrases: fn(&Group) -> &'static [&'static str],
    fits: impl Fn(&str) -> bool,
) -> Option<(Sense, u8)> {
    let fitting = groups.iter().filter_map(|group| {
        let length = phrases(group).iter().filter(|phrase| fits(phrase)).map(|phrase| phrase.len()).max()?;
        Some((length, group))
    });
    // Of two phrases of one length the first stands: `max_by_key` would take the last.
    let (_, group) = fitting.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some((group.sense, group.weight.saturating_sub(less)))
}

/// A group, short enough for the tables.
pub(super) const fn group(
    sense: Sense,
    weight: u8,
    whole: &'static [&'static str],
    starts: &'static [&'static str],
    holds: &'static [&'static str],
) -> Group {
    Group { sense, weight, whole, starts, holds }
}

/// Headers of every table; registers have their own before these.
#[rustfmt::skip]
pub(super) const GENERAL: &[Group] = &[
    group(Is(Field::RowNumber), 98, &["stt", "so tt", "s t t", "no", "so thu tu", "thu tu"], &[], &[]),
    group(Enumeration, 90, &["tt", "t t", "a", "b"], &[], &[]),

    // Units. Who receives, helps or is merely named must not become who acts.
    group(Is(Field::ReceivingUnit), 95, &[], &["don vi nhan", "co quan nhan", "noi nhan"], &["nhan bao cao"]),
    group(Is(Field::Partner), 95, &["phoi hop"], &["don vi phoi hop", "co quan phoi hop", "co quan don vi phoi hop"], &["phoi hop"]),
    group(Is(Field::UnitId), 92, &["unit id"], &["ma don vi", "ma dia ban", "ma dvhc", "ma xa", "ma huyen", "ma truong", "ma dinh danh"], &["don vi hanh chinh ma"]),
    group(Is(Field::MeasureUnit), 96, &["dvt"], &["don vi tinh", "don vi do", "dvt"], &[]),
    group(Is(Field::UnitName), 97, &[], &["don vi thuc hien", "don vi to chuc", "co quan thuc hien", "co quan to chuc", "dia phuong don vi thuc hien"], &[]),
    group(Is(Field::UnitName), 94, &["don vi", "unit", "unit name", "co quan don vi", "co quan"],
        &["ten don vi", "ten co quan", "co quan don vi", "don vi dia phuong", "dia phuong don vi", "co quan dia phuong", "don vi co quan", "ten to chuc"], &[]),
    group(Is(Field::UnitName), 92, &[], &["don vi bao cao", "co quan bao cao", "don vi gui"], &[]),
    group(Is(Field::UnitName), 88, &[], &["don vi chu tri", "co quan chu tri", "don vi phu trach"], &["chu tri"]),
    group(Is(Field::UnitName), 84, &["truong", "ten truong"],
        &["co so giao duc", "co so y te", "tram y te", "truong hoc", "doanh nghiep", "cong ty", "ten doanh nghiep", "ten cong ty", "co quan bao chi", "ten dai"], &[]),
    group(Is(Field::UnitName), 82, &["dia phuong", "dia ban", "unit name"], &["dia phuong", "dia ban"], &[]),
    group(Is(Field::UnitName), 75, &[], &["don vi"], &[]),
    group(Is(Field::Commune), 90, &["xa", "phuong", "cap xa"],
        &["xa phuong", "phuong xa", "ten xa", "ten phuong", "xa thi tran", "ubnd xa", "thi tran"], &[]),
    group(Is(Field::District), 90, &["huyen", "quan", "cap huyen"],
        &["huyen thanh pho", "huyen thi xa", "huyen tp", "huyen tx", "quan huyen", "ten huyen", "ubnd huyen", "thanh pho huyen", "huyen cu"], &[]),
    group(Is(Field::Parent), 92, &["thuoc", "truc thuoc"],
        &["thuoc xa", "thuoc phuong", "thuoc huyen", "thuoc thanh pho", "thuoc thi xa", "thuoc dia ban", "thuoc don vi", "truc thuoc"], &[]),
    group(Is(Field::Hamlet), 90, &["ap", "khu pho", "thon", "to dan pho", "khom", "kp"],
        &["ap khu", "ap kp", "ap khom", "khom ap", "khu pho ap", "thon ban", "thon ap", "thon to", "ten ap", "ten khu pho", "ten thon", "ap to dan pho"], &[]),

    // Time.
    group(Is(Field::Ignored), 95, &["ngay bao cao", "ngay lap", "ngay cap nhat", "ngay nhap", "ngay duyet", "nam truoc", "cung ky", "ky truoc"],
        &["ngay nhan", "ngay gui bao cao", "ngay nop", "ngay lap", "ngay ban hanh", "ngay ky", "han nop", "thoi han", "cung ky", "so voi", "so sanh", "tang giam", "thoi luong", "thoi gian phat", "gio phat"],
        &["cung ky", "nam truoc", "so voi", "ngay nhan bao cao", "ky truoc"]),
    group(Is(Field::Date), 97, &["date"], &["ngay thuc hien", "ngay to chuc", "ngay thang to chuc", "ngay thang thuc hien", "thoi gian to chuc", "thoi gian thuc hien", "ngay dien ra"], &[]),
    group(Is(Field::Date), 95, &["ngay", "ngay thang", "ngay thang nam"], &["ngay thang nam"], &[]),
    group(Is(Field::Date), 92, &["thoi gian", "thoi diem", "ngay dang", "ngay phat", "ngay phat song"],
        &["thoi gian", "thoi diem", "ngay dang", "ngay phat", "ngay phat song", "ngay trien khai", "ngay xay dung", "ngay thanh lap", "ngay ra mat"], &[]),
    group(Is(Field::DateFrom), 95, &["bat dau", "tu", "ngay bat dau"], &["tu ngay", "ngay bat dau", "thoi gian bat dau"], &[]),
    group(Is(Field::DateTo), 95, &["ket thuc", "den", "ngay ket thuc"], &["den ngay", "ngay ket thuc", "thoi gian ket thuc"], &[]),
    group(Is(Field::Month), 95, &["thang", "month", "thang bao cao"], &[], &[]),
    group(Is(Field::Quarter), 95, &["quy", "quarter", "quy bao cao"], &[], &[]),
    group(Is(Field::Year), 95, &["year", "nam bao cao", "nam thuc hien"], &[], &[]),
    group(Is(Field::Period), 95, &["ky", "period"], &["ky bao cao", "ky so lieu", "giai doan"], &[]),
    group(YearOrMen, 95, &["nam"], &[], &[]),

    // People, before titles and counts: "Số lượt người đọc, mượn" are readers of a library.
    group(Is(Field::Ignored), 92, &["ccvc nld", "cbccvc nld", "cbccvc", "hoc sinh", "giao vien nhan vien", "giao vien", "nguoi dan", "dtts", "nguoi dtts", "can bo", "hoi vien", "doan vien", "nhan dan", "sinh vien", "tre em", "cong nhan"],
        &["cbccvc", "ccvc", "so luot nguoi doc", "so nguoi la thanh vien", "so luot xem", "luot xem", "so luot tiep can", "luot tiep can", "so luot chia se", "luot chia se", "luot thich", "so nguoi dan toc", "so tin nhan", "so bai thi", "so bai du thi", "bai du thi", "so lan", "so gio", "so phut"], &["dtts"]),
    group(Is(Field::Women), 96, &["nu", "women"], &["so nu", "nu", "so luot nu", "so luong nu", "so phu nu", "luot nu", "trong do nu", "trong do so nu"], &["nu gioi", "trong do nu"]),
    group(Is(Field::Men), 96, &["men", "nam gioi"], &["so nam", "so luot nam", "nam gioi", "trong do nam"], &[]),
    group(Is(Field::People), 95, &["so luot", "so luot tham gia", "people", "si so"],
        &["so nguoi", "so luot nguoi", "luot nguoi", "tong so nguoi", "tong so luot", "tong luot nguoi", "so luong nguoi", "so luong dai bieu", "so dai bieu", "so luong tham du", "so luong hoc vien", "so hoc vien", "so hoc sinh tham", "so hoc sinh du", "so giao vien tham", "so luot tham", "so luong luot nguoi", "nguoi tham du", "nguoi tham gia"],
        &["luot nguoi", "so nguoi", "nguoi tham du", "nguoi tham gia"]),
    group(Is(Field::Audience), 93, &["audience"], &["doi tuong", "thanh phan"], &[]),

    // Personal data.
    group(Is(Field::Personal), 95, &["sdt", "dt", "email", "cccd", "cmnd", "zalo", "tac gia", "dau moi", "chuc vu", "dan toc", "gioi tinh", "ho ten"],
        &["nguoi phu trach", "nguoi thuc hien", "nguoi lap", "nguoi bao cao", "nguoi trinh bay", "nguoi viet", "nguoi dau moi", "nguoi lien he", "nguoi chu tri", "bao cao vien", "tuyen truyen vien", "giang vien", "dien gia", "ho va ten", "ho ten", "ten nguoi", "can bo phu trach", "can bo thuc hien", "dau moi", "dien thoai", "so dien thoai", "sdt", "e mail", "email", "dia chi email", "so cccd", "so cmnd", "can cuoc", "ngay sinh", "ngay thang nam sinh", "nam sinh", "dan toc", "lanh dao"],
        &["dien thoai", "cccd", "ho va ten"]),

    // Money, place, evidence, notes.
    group(Is(Field::Funding), 95, &["nguon", "funding", "nguon von"], &["nguon kinh phi"], &["nguon kinh phi"]),
    group(Is(Field::Cost), 95, &["cost", "so tien"], &["kinh phi", "chi phi", "tong kinh phi", "so kinh phi"], &["kinh phi"]),
    group(Is(Field::Place), 95, &["place", "noi"], &["dia diem", "noi to chuc", "noi thuc hien", "noi dien ra"], &["dia diem"]),
    group(Is(Field::Evidence), 93, &["link", "url", "so hieu", "tai lieu kem theo"],
        &["minh chung", "so van ban", "so ky hieu", "van ban so", "ke hoach so", "so ke hoach", "so cong van", "so quyet dinh", "duong link", "link", "duong dan", "lien ket", "hinh anh", "anh", "can cu"], &["minh chung", "link"]),
    group(Is(Field::Note), 96, &["note", "luu y"], &["ghi chu", "luu y", "nhan xet"], &["ghi chu"]),
    group(Is(Field::Status), 93, &["status", "tinh trang", "trang thai", "tien do"], &["trang thai", "tinh trang", "tien do"], &[]),
    group(Is(Field::Relevant), 93, &["lien quan bdg", "lien quan binh dang gioi"], &[], &[]),
    group(Is(Field::Tags), 90, &["tags"], &["chien dich"], &[]),

    // Materials and measures that are no activities.
    group(Material, 95, &["sach", "tai lieu khac", "bang dia", "usb"],
        &["to roi", "so to roi", "so luong to roi", "to gap", "bang ron", "so bang ron", "so luong bang ron", "bang zon", "khau hieu", "so khau hieu", "pa no", "pano", "so pa no", "so pano", "so luong pa no", "ap phich", "so ap phich", "co phuon", "so co phuon", "sach", "so sach", "bang dia", "so bang dia", "tai lieu", "so tai lieu", "so luong tai lieu", "so ban tai lieu", "so luong tu sach", "tu sach", "so tu sach", "so cuon", "standee", "so tin nhan", "so phuong tien"],
        &["to roi", "bang ron", "pa no", "ap phich", "co phuon", "tai lieu"]),
    group(Is(Field::Ignored), 92, &["dat khong dat", "dat", "danh gia", "xep loai", "long ghep chuyen de", "ma so", "so dai"], &["dat khong", "danh gia", "xep loai", "long ghep"], &[]),
    group(Is(Field::Percent), 95, &["percent"], &["ty le", "ty trong", "%", "dat %", "phan tram"], &["ty le", "%"]),
    group(Open, 60, &["cau lac bo"], &["so cau lac bo", "so luong cau lac bo", "so clb", "so luong dai", "so buoi phat"], &[]),

    // Counts.
    group(Counts(ActivityKind::Event), 95, &["events"],
        &["so cuoc", "so buoi", "so lop", "so hoi nghi", "so toa dam", "so hoi thi", "so hoi thao", "so luong cuoc", "so luong buoi", "so luong lop", "so luong hoi nghi", "tong so cuoc", "tong so buoi", "tong so lop", "tong so hoi nghi", "tong cuoc", "so dot truyen thong", "so dot tuyen truyen", "ke hoach so cuoc", "trong do so cuoc", "trong do so hoi nghi", "trong do so lop", "trong do so buoi"],
        &["so cuoc"]),
    group(Counts(ActivityKind::News), 95, &[],
        &["so tin", "so bai", "so tin bai", "so luong tin", "so luong bai", "so luong tin bai", "tong so tin", "tong so bai", "tong so tin bai", "so phong su", "so ban tin", "so chuong trinh ttpl tren he thong truyen thanh", "so chuong trinh phat thanh", "so chuong trinh truyen thanh", "so chuyen muc", "trong do so tin", "trong do so bai"],
        &["so tin bai", "so tin"]),
    group(Counts(ActivityKind::Model), 95, &[], &["so mo hinh", "so luong mo hinh", "tong so mo hinh"], &["so mo hinh"]),
    group(Counts(ActivityKind::Pledge), 95, &[], &["so ban cam ket", "so cam ket", "so luot ky cam ket", "so ho ky cam ket"], &["ky cam ket"]),
    group(Is(Field::CountText), 70, &["so cuoc so luot", "so cuoc luot nguoi", "so cuoc so nguoi"], &["so cuoc so luot", "so cuoc luot", "so cuoc so nguoi", "so buoi so nguoi", "so lop so nguoi", "so cuoc va so"], &[]),
    group(Plan, 93, &["kh", "muc tieu"], &["ke hoach", "chi tieu", "uoc thuc hien", "uoc", "duoc giao", "du kien"], &["ke hoach giao", "chi tieu giao"]),
    group(Result, 93, &["th", "kq", "da thuc hien", "trong ky", "ky nay"], &["thuc hien", "ket qua", "da thuc hien", "thuc hien trong ky", "trong ky"], &["ket qua"]),
    group(Total, 93, &["tong", "tong so", "tong cong", "cong", "tc", "luy ke"], &["luy ke", "tong cong", "cong luy ke", "cong don"], &[]),
    group(Amount, 90, &["so luong", "sl", "so", "count", "quantity"], &["so luong"], &[]),
    group(OfWhich, 90, &["trong do", "chia ra", "bao gom", "gom"], &["trong do"], &[]),

    // What it was.
    group(Is(Field::Kind), 95, &["kind", "loai", "hinh thuc", "loai hinh", "the loai"], &["hinh thuc", "loai hinh", "the loai", "loai hoat dong", "loai tin", "phan loai", "dang hoat dong"], &["hinh thuc"]),
    group(Is(Field::Channel), 93, &["channel", "kenh", "phuong tien", "nen tang"], &["kenh", "phuong tien", "nen tang", "chuyen trang"], &[]),
    group(Is(Field::Title), 96, &["title", "noi dung hoat dong", "hoat dong"],
        &["ten hoat dong", "ten chuong trinh", "ten tin", "ten bai", "ten cuoc", "ten hoi nghi", "ten lop", "ten mo hinh", "ten su kien", "tieu de", "noi dung hoat dong", "noi dung truyen thong", "noi dung tuyen truyen", "noi dung thuc hien", "ten nhiem vu", "tin bai da dang"], &[]),
    group(Is(Field::Title), 93, &["nhiem vu", "cong viec", "su kien"], &["noi dung", "hoat dong", "nhiem vu"], &["noi dung"]),
    group(Is(Field::Title), 88, &[], &["chu de", "chuyen de", "chuyen muc", "thong diep", "van ban luat", "van ban duoc", "luat duoc", "ten van ban", "ten"], &[]),

    // Words of kinds that stand alone: numbers count them, texts name them.
    group(Names(ActivityKind::Event), 80, &["cuoc", "hoi nghi", "toa dam", "tap huan", "hoi thi", "cuoc thi", "buoi", "lop"], &["cuoc truyen thong", "cuoc tuyen truyen", "hoi nghi tuyen truyen", "tuyen truyen mieng"], &[]),
    group(Names(ActivityKind::News), 80, &["tin", "bai", "tin bai", "bai viet", "phong su"], &["tin bai"], &[]),
    group(Names(ActivityKind::Model), 80, &["mo hinh"], &["mo hinh"], &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_header_wins_over_beginnings_and_insides() {
        assert_eq!(find("don vi", GENERAL), Some((Is(Field::UnitName), 94)));
        assert_eq!(find("don vi nhan bao cao", GENERAL), Some((Is(Field::ReceivingUnit), 87)));
        assert_eq!(find("don vi tinh", GENERAL), Some((Is(Field::MeasureUnit), 96)));
        assert_eq!(find("hoi la", GENERAL), None);
    }

    #[test]
    fn no_phrase_is_written_in_a_form_that_can_never_match() {
        for group in GENERAL {
            for phrase in group.whole.iter().chain(group.starts).chain(group.holds) {
                assert_eq!(&super::super::Wording::of(phrase).words, phrase);
            }
        }
    }
}
