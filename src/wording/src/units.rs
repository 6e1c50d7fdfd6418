//! Names of kinds of unit, kinds of activity and other closed lists of the domain.

use crate::{Say, Text, both};
use domain::{ActivityKind, Language, UnitKind, UnitSource};

impl Say for UnitKind {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Province => both(language, "tỉnh", "province"),
            Self::District => both(language, "huyện, thành phố", "district"),
            Self::Commune => both(language, "xã, phường, thị trấn", "commune"),
            Self::Hamlet => both(language, "ấp, khu phố", "hamlet"),
            Self::Agency => both(language, "sở, ban, ngành", "government agency"),
            Self::Union => both(language, "đoàn thể", "mass organisation"),
            Self::Org => both(language, "tổ chức", "organisation"),
            Self::Enterprise => both(language, "doanh nghiệp", "enterprise"),
            Self::School => both(language, "cơ sở giáo dục", "school"),
            Self::Health => both(language, "cơ sở y tế", "health facility"),
            Self::Media => both(language, "cơ quan truyền thông", "media body"),
        }
    }
}

/// The short word for units of a kind after a number: `34 xã`, `34 communes`.
pub fn unit_kind_counted(language: Language, kind: UnitKind, count: u32) -> Text {
    let many = count != 1;
    match kind {
        UnitKind::Province => both(language, "tỉnh", if many { "provinces" } else { "province" }),
        UnitKind::District => both(language, "huyện, thành phố", if many { "districts" } else { "district" }),
        UnitKind::Commune => both(language, "xã, phường", if many { "communes" } else { "commune" }),
        UnitKind::Hamlet => both(language, "ấp, khu phố", if many { "hamlets" } else { "hamlet" }),
        UnitKind::Agency => both(language, "sở, ban, ngành", if many { "agencies" } else { "agency" }),
        UnitKind::Union => both(language, "đoàn thể", if many { "mass organisations" } else { "mass organisation" }),
        UnitKind::Org => both(language, "tổ chức", if many { "organisations" } else { "organisation" }),
        UnitKind::Enterprise => both(language, "doanh nghiệp", if many { "enterprises" } else { "enterprise" }),
        UnitKind::School => both(language, "cơ sở giáo dục", if many { "schools" } else { "school" }),
        UnitKind::Health => both(language, "cơ sở y tế", if many { "health facilities" } else { "health facility" }),
        UnitKind::Media => both(language, "cơ quan truyền thông", if many { "media bodies" } else { "media body" }),
    }
}

impl Say for ActivityKind {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Event => both(language, "cuộc truyền thông", "communication session"),
            Self::News => both(language, "tin, bài", "news item"),
            Self::ActionMonth => both(language, "hoạt động Tháng hành động", "Action Month activity"),
            Self::Model => both(language, "mô hình truyền thông", "communication model"),
            Self::Pledge => both(language, "ký cam kết", "signed pledge"),
            Self::Other => both(language, "hoạt động khác (không tính)", "other activity (not counted)"),
        }
    }
}

/// The word for a kind of activity after a number: `2 cuộc truyền thông`, `2 news items`.
pub fn activity_counted(language: Language, kind: ActivityKind, count: u32) -> Text {
    let many = count != 1;
    match kind {
        ActivityKind::Event => {
            both(language, "cuộc truyền thông", if many { "communication sessions" } else { "communication session" })
        }
        ActivityKind::News => both(language, "tin, bài", if many { "news items" } else { "news item" }),
        ActivityKind::ActionMonth => both(
            language,
            "hoạt động Tháng hành động",
            if many { "Action Month activities" } else { "Action Month activity" },
        ),
        ActivityKind::Model => {
            both(language, "mô hình truyền thông", if many { "communication models" } else { "communication model" })
        }
        ActivityKind::Pledge => both(language, "bản ký cam kết", if many { "signed pledges" } else { "signed pledge" }),
        ActivityKind::Other => {
            both(language, "hoạt động khác", if many { "other activities" } else { "other activity" })
        }
    }
}

impl Say for UnitSource {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Shipped => both(language, "danh mục có sẵn", "shipped roster"),
            Self::User => both(language, "danh mục của bạn", "your roster"),
            Self::Data => both(language, "chỉ thấy trong tệp", "only seen in the file"),
        }
    }
}
