//! The words that say what a unit is: type words of the administration, and terms of bodies.
//!
//! It decides which words begin a body's name ("Trạm Y tế", "Hội LHPN") and of which kind it is; a plan adds its own.
//! It knows no unit by name.

use super::spelling::Spelling;
use domain::{Arrange, UnitKind, Vocabulary};
use std::cmp::Reverse;
use std::sync::LazyLock;

/// A type word of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Designation {
    /// Its level.
    pub(crate) kind: UnitKind,
    /// The word in full.
    pub(crate) word: &'static str,
}

/// Type words, with whatever else they are written as. Longer ones first.
const DESIGNATIONS: [(&str, UnitKind, &[&str]); 9] = [
    ("thị trấn", UnitKind::Commune, &["thị trấn", "thị trân"]),
    ("đặc khu", UnitKind::Commune, &["đặc khu"]),
    ("thành phố", UnitKind::District, &["thành phố", "tp", "t.p"]),
    ("thị xã", UnitKind::District, &["thị xã", "tx"]),
    ("huyện", UnitKind::District, &["huyện"]),
    ("quận", UnitKind::District, &["quận"]),
    ("phường", UnitKind::Commune, &["phường"]),
    ("tỉnh", UnitKind::Province, &["tỉnh"]),
    ("xã", UnitKind::Commune, &["xã"]),
];

/// Abbreviations that are a type word only where a name begins.
pub(crate) const SHORT_DESIGNATIONS: [(&str, &str, UnitKind); 5] = [
    ("x", "xã", UnitKind::Commune),
    ("p", "phường", UnitKind::Commune),
    ("tt", "thị trấn", UnitKind::Commune),
    ("dk", "đặc khu", UnitKind::Commune),
    ("h", "huyện", UnitKind::District),
];

/// Type words as they may be written, each with its meaning, in their compared forms.
pub(crate) static WRITTEN_DESIGNATIONS: LazyLock<Vec<(Designation, Vec<Spelling>)>> = LazyLock::new(|| {
    let written = DESIGNATIONS.iter().flat_map(|(word, kind, written)| {
        let designation = Designation { kind: *kind, word };
        written.iter().map(move |text| (designation, words(text)))
    });
    written.collect()
});

/// After "TT" these make it a "trung tâm", never a "thị trấn".
pub(crate) const CENTRES: [&str; 17] = [
    "i", "gdtx", "gdnn", "gd", "giao", "van", "vh", "vhtt", "truien", "hoc", "chinh", "dich", "dv", "kiem", "phuc",
    "bao", "khuien",
];

/// Words for the administration itself: the body is its commune, district or province.
const ADMINISTRATIONS: [&str; 13] = [
    "ban nhân dân",
    "ủy ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "hđnd",
    "hđnd và ubnd",
    "hđnd, ubnd",
    "hđnd-ubnd",
    "ubnd-hđnd",
    "ủy ban",
    "chính quyền",
    "địa bàn",
    "đơn vị",
];

/// Terms that begin the name of a body.
const BODIES: [(UnitKind, &[&str]); 7] = [
    (
        UnitKind::School,
        &[
            "trường",
            "mầm non",
            "mẫu giáo",
            "nhà trẻ",
            "tiểu học",
            "thcs",
            "thpt",
            "th&thcs",
            "pt dtnt",
            "ptdtnt",
            "cao đẳng",
            "đại học",
            "học viện",
            "trung tâm gdtx",
            "trung tâm giáo dục",
            "trung tâm gdnn-gdtx",
            "tt gdtx",
            "tt gdnn",
            "th",
            "mn",
            "mg",
            "cơ sở giáo dục",
        ],
    ),
    (
        UnitKind::Health,
        &[
            "trạm y tế",
            "tyt",
            "bệnh viện",
            "bv",
            "bvđk",
            "trung tâm y tế",
            "ttyt",
            "tt y tế",
            "phòng khám",
            "cơ sở y tế",
        ],
    ),
    (UnitKind::Hamlet, &["ấp", "khu phố", "kp", "khóm", "tổ dân phố", "tdp", "thôn"]),
    (
        UnitKind::Agency,
        &[
            "sở",
            "snv",
            "ban",
            "phòng",
            "chi cục",
            "cục",
            "công an",
            "quân sự",
            "ban chỉ huy quân sự",
            "bộ chỉ huy",
            "văn phòng",
            "thanh tra",
            "tòa án",
            "viện kiểm sát",
            "bảo hiểm xã hội",
            "bhxh",
            "kho bạc",
            "chi nhánh",
            "đảng ủy",
            "trung tâm",
            "ngành",
            "đồn biên phòng",
            "bộ đội biên phòng",
            "vp",
            "bch quân sự",
        ],
    ),
    (
        UnitKind::Union,
        &[
            "hội",
            "đoàn",
            "mttq",
            "mặt trận",
            "ủy ban mttq",
            "ủy ban mặt trận",
            "ub mttq",
            "ubmttq",
            "liên đoàn",
            "công đoàn",
            "lhpn",
            "hlhpn",
            "ldlđ",
            "lđlđ",
            "đoàn thanh niên",
            "đtn",
            "ccb",
            "hội đồng đội",
        ],
    ),
    (
        UnitKind::Enterprise,
        &["công ty", "cty", "doanh nghiệp", "dntn", "hợp tác xã", "htx", "xí nghiệp", "ngân hàng", "tập đoàn"],
    ),
    (
        UnitKind::Media,
        &[
            "báo",
            "đài",
            "tạp chí",
            "cổng thông tin",
            "trang thông tin",
            "trung tâm truyền thông",
            "tt truyền thông",
            "trung tâm văn hóa",
            "tt văn hóa",
            "đài phát thanh",
            "đài truyền thanh",
        ],
    ),
];

/// Words that begin like a body and are none.
const NO_BODIES: [&str; 16] = [
    "hội nghị",
    "hội thi",
    "hội thảo",
    "hội diễn",
    "hội trại",
    "phòng chống",
    "phòng ngừa",
    "báo cáo",
    "báo chí",
    "ban hành",
    "đoàn kết",
    "ngành nghề",
    "trường hợp",
    "trường học",
    "sở thích",
    "đoàn viên",
];

/// Different ways to write the same body, for its stable id: the long form stands for both.
const SAME_WORDS: [(&str, &str); 25] = [
    ("hoi lien hiep phu nu", "hoi lhpn"),
    ("hlhpn", "hoi lhpn"),
    ("tyt", "tram y te"),
    ("truong th", "truong tieu hoc"),
    ("truong mn", "truong mam non"),
    ("truong mg", "truong mau giao"),
    ("trung hoc co so", "thcs"),
    ("trung hoc pho thong", "thpt"),
    ("kp", "khu pho"),
    ("tdp", "to dan pho"),
    ("ttyt", "trung tam y te"),
    ("tt y te", "trung tam y te"),
    ("bvdk", "benh vien da khoa"),
    ("cty", "cong ty"),
    ("htx", "hop tac xa"),
    ("ubmttq", "mttq"),
    ("uy ban mttq", "mttq"),
    ("uy ban mat tran to quoc", "mttq"),
    ("mat tran to quoc", "mttq"),
    ("ldtbxh", "lao dong thuong binh va xa hoi"),
    ("ldtb&xh", "lao dong thuong binh va xa hoi"),
    ("ld-tb&xh", "lao dong thuong binh va xa hoi"),
    ("ld-tbxh", "lao dong thuong binh va xa hoi"),
    ("lao dong - thuong binh va xa hoi", "lao dong thuong binh va xa hoi"),
    ("snv", "so noi vu"),
];

/// What the beginning of a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// The administration of the place that follows.
    Administration,
    /// A body of this kind.
    Body(UnitKind),
    /// Something that only begins like a body.
    Neither,
}

/// All terms, longest first.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    openings: Vec<(Vec<Spelling>, Opening)>,
}

impl Terms {
    /// The shipped terms and those of the plan.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let shipped = BODIES.iter().flat_map(|(kind, terms)| terms.iter().map(|term| (*term, Opening::Body(*kind))));
        let administrations = ADMINISTRATIONS.iter().map(|term| (*term, Opening::Administration));
        let others = NO_BODIES.iter().map(|term| (*term, Opening::Neither));
        let plan = vocabulary.units.iter().filter(|(_, kind)| kind.level().is_none() || *kind == UnitKind::Hamlet);
        let plan = plan.map(|(term, kind)| (term.as_str(), Opening::Body(*kind)));
        let mut openings: Vec<_> = administrations
            .chain(others)
            .chain(shipped)
            .chain(plan)
            .map(|(term, opening)| (words(term), opening))
            .collect();
        openings.retain(|(words, _)| !words.is_empty());
        openings.arrange_by_key(|(words, _)| Reverse(words.len()));
        Self { openings }
    }

    /// The longest term that `words` begin with, and its length.
    pub(crate) fn opening(&self, words: &[Spelling]) -> Option<(Opening, usize)> {
        self.openings
            .iter()
            .find(|(term, _)| term.len() <= words.len() && term.iter().zip(words).all(|(term, word)| word.may_be(term)))
            .map(|(term, opening)| (*opening, term.len()))
    }
}

/// The words of a text, in their keys.
pub(crate) fn words(text: &str) -> Vec<Spelling> {
    text.split_whitespace()
        .map(|word| Spelling::of(word.trim_matches([',', '.', ';', ':'])))
        .filter(|word| !word.key.is_empty())
        .collect()
}

/// A body's folded name with abbreviations written out, so that "TYT" and "Trạm Y tế" are one, and so are "THCS Lê Lợi"
/// and "Trường THCS Lê Lợi".
pub(crate) fn written_out(folded: &str) -> String {
    const SCHOOLS: [&str; 5] = ["thcs ", "thpt ", "tieu hoc ", "mam non ", "mau giao "];
    const SHORT: [(&str, &str); 4] =
        [("th ", "tieu hoc"), ("mn ", "mam non"), ("mg ", "mau giao"), ("th&thcs ", "truong th&thcs")];
    let short = SHORT.iter().find_map(|(short, long)| Some((folded.strip_prefix(short)?, long)));
    let whole = match short {
        Some((rest, long)) => format!(" {long} {rest} "),
        None => format!(" {folded} "),
    };
    let name =
        SAME_WORDS.iter().fold(whole, |name, (short, long)| name.replace(&format!(" {short} "), &format!(" {long} ")));
    let name = name.trim();
    if SCHOOLS.iter().any(|school| name.starts_with(school)) { format!("truong {name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_term_wins() {
        let terms = Terms::new(&Vocabulary::default());
        let cases = [
            ("Trung tâm Y tế huyện", Some(Opening::Body(UnitKind::Health))),
            ("Trung tâm Dịch vụ", Some(Opening::Body(UnitKind::Agency))),
            ("Ủy ban MTTQ", Some(Opening::Body(UnitKind::Union))),
            ("Ủy ban nhân dân", Some(Opening::Administration)),
            ("Bảo hiểm xã hội", Some(Opening::Body(UnitKind::Agency))),
            ("Báo Kiên Giang", Some(Opening::Body(UnitKind::Media))),
            ("Đại học Kiên Giang", Some(Opening::Body(UnitKind::School))),
            ("Bàn Tân Định", None),
            ("Hội nghị truyền thông", Some(Opening::Neither)),
            ("Phòng, chống bạo lực", Some(Opening::Neither)),
        ];
        for (text, opening) in cases {
            assert_eq!(terms.opening(&words(text)).map(|(opening, _)| opening), opening, "{text}");
        }
    }

    #[test]
    fn abbreviations_are_written_out() {
        assert_eq!(written_out("tyt"), "tram y te");
        assert_eq!(written_out("hoi lien hiep phu nu"), "hoi lhpn");
        assert_eq!(written_out("truong th le loi"), "truong tieu hoc le loi");
        assert_eq!(written_out("truong thcs le loi"), "truong thcs le loi");
        assert_eq!(written_out("thcs le loi"), "truong thcs le loi");
        assert_eq!(written_out("th le loi"), "truong tieu hoc le loi");
        assert_eq!(written_out("mn hoa mai"), "truong mam non hoa mai");
        assert_eq!(written_out("truong mn hoa mai"), "truong mam non hoa mai");
        assert_eq!(written_out("phong ld-tb&xh"), written_out("phong ldtbxh"));
        assert_eq!(written_out("uy ban mttq"), written_out("ubmttq"));
    }
}
