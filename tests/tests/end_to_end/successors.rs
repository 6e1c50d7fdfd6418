//! Units are dated: after 1/7/2025 the old communes are judged no more, and the new ones from their first day.

use crate::world::{assess, csv, day, said, unit, verdict};
use assess::Assessment;
use domain::{Options, State};

const OLD: &str = "kg.chau-thanh.xa-vinh-hoa-hiep";
const NEW: &str = "ag.xa-binh-an";

/// Two news items of the old commune, two of the new one.
const LOG: &str = "Ngày,Đơn vị,Loại hình,Nội dung
05/02/2025,Xã Vĩnh Hòa Hiệp,Tin,Chia sẻ việc nhà
08/03/2025,Xã Vĩnh Hòa Hiệp,Tin,Ngày Quốc tế Phụ nữ
05/08/2025,Xã Bình An,Tin,Luật Bình đẳng giới
06/09/2025,Xã Bình An,Bài,Phòng chống bạo lực gia đình
";

fn both() -> Assessment {
    assess(&[csv("tin-bai.csv", LOG)], Options::default(), "2026-01-15")
}

#[test]
fn an_old_commune_is_not_judged_after_it_ended() {
    let assessment = both();
    assert_eq!(said(&assessment, "T5", OLD, "2025-Q1"), "missed 2");
    for quarter in ["2025-Q3", "2025-Q4", "2026-Q1"] {
        assert_eq!(verdict(&assessment, "T5", OLD, quarter).state, State::NotApplicable, "{quarter}");
    }
}

#[test]
fn its_successor_is_judged_from_its_first_day() {
    let assessment = both();
    for quarter in ["2024-Q4", "2025-Q2"] {
        assert_eq!(verdict(&assessment, "T5", NEW, quarter).state, State::NotApplicable, "{quarter}");
    }
    assert_eq!(said(&assessment, "T5", NEW, "2025-Q3"), "missed 2");
    let window = verdict(&assessment, "T5", NEW, "2025-Q3").window.unwrap();
    assert_eq!((window.from(), window.to()), (day("2025-07-01"), day("2025-09-30")));
    let slice = assessment.unit(unit(&assessment, OLD)).unwrap();
    assert_eq!(slice.successors.iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>(), [NEW]);
}
