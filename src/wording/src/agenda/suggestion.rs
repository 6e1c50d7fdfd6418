//! What a suggested item says besides its day: topic, audience, channel, support, laws.

use crate::{Say, Text, both, dates};
use domain::{Bilingual, Certainty, ItemKind, Language, LawNow, SupportLine, TopicField};

/// Labels of what is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The topic.
    Topic,
    /// What goes with it.
    Alongside,
    /// For whom.
    Audience,
    /// Where.
    Channel,
    /// Who supports.
    Support,
    /// Who receives a report.
    Addressee,
    /// Laws.
    Laws,
    /// Not the plan's own word.
    OutsidePlan,
    /// Nobody checked it.
    NotVerified,
}

impl Told {
    /// What a body named with an item is to it: it receives reports, and supports everything else.
    pub fn of_body(kind: ItemKind) -> Self {
        if kind == ItemKind::HandIn { Self::Addressee } else { Self::Support }
    }
}

impl Say for Told {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Topic => both(language, "Chủ đề", "Topic"),
            Self::Alongside => both(language, "Kèm theo", "Together with"),
            Self::Audience => both(language, "Đối tượng", "Audience"),
            Self::Channel => both(language, "Kênh", "Channel"),
            Self::Support => both(language, "Cơ quan hỗ trợ", "Support"),
            Self::Addressee => both(language, "Nơi nhận", "Addressee"),
            Self::Laws => both(language, "Văn bản dẫn chiếu", "Laws cited"),
            Self::OutsidePlan => both(language, "ngoài Kế hoạch", "outside the plan"),
            Self::NotVerified => both(language, "chưa kiểm chứng", "not verified"),
        }
    }
}

/// The name of a field of section III.2.
pub fn field_name(language: Language, field: TopicField) -> Text {
    match field {
        TopicField::Politics => both(language, "chính trị", "politics"),
        TopicField::Economy => both(language, "kinh tế", "economy"),
        TopicField::Labour => both(language, "lao động, việc làm", "labour and employment"),
        TopicField::Education => both(language, "giáo dục và đào tạo", "education and training"),
        TopicField::Health => both(language, "y tế", "health"),
        TopicField::Family => {
            both(language, "gia đình, phòng ngừa bạo lực trên cơ sở giới", "family and gender-based violence")
        }
        TopicField::ScienceMedia => {
            both(language, "khoa học, công nghệ, thông tin, truyền thông", "science, technology, information and media")
        }
    }
}

/// `Luật PCBLGĐ (2007) → Luật 13/2022/QH15, từ 01/7/2023; tra cứu 11/2026`, with the mark where nobody is sure.
pub fn law_line(language: Language, law: &LawNow) -> Text {
    let (cited, current) = (law.cited.text(language), law.current.text(language));
    let from = law.effective.map(dates::day).map(|day| both(language, format!(", từ {day}"), format!(", from {day}")));
    let checked = match law.checked.is_day() {
        true => dates::day(law.checked.from()),
        false => law.checked.from().format("%m/%Y").to_string(),
    };
    let checked = both(language, format!("; tra cứu {checked}"), format!("; looked up {checked}"));
    let sure = doubt(language, law.certainty);
    format!("{cited} → {current}{}{checked}{sure}", from.unwrap_or_default()).into()
}

/// `Sở Nội vụ (trong Kế hoạch: Sở Lao động - Thương binh và Xã hội): task`
pub fn support_line(language: Language, support: &SupportLine) -> Text {
    let (name, before) = (support.name.text(language), support.name_in_plan.text(language));
    let renamed = if support.name == support.name_in_plan {
        Text::default()
    } else {
        both(language, format!(" (trong Kế hoạch: {before})"), format!(" (in the plan: {before})"))
    };
    let task = support.task.as_ref().map(|task: &Bilingual| format!(": {}", task.text(language))).unwrap_or_default();
    format!("{name}{renamed}{task}{}", doubt(language, support.certainty)).into()
}

fn doubt(language: Language, certainty: Certainty) -> String {
    match certainty {
        Certainty::Sure => String::new(),
        Certainty::Unsure => format!(" [{}]", Told::NotVerified.say(language)),
    }
}
