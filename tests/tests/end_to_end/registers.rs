//! The registers of media bodies and of conventions: shares, counted by hand from the sample workbooks.

use crate::world::{CONVENTIONS, MEDIA, assess_sample, said, verdict};

/// Of 18 bodies 4 apply the indicators for good and 8 on trial since a known day. One on trial has no day, one stopped in
/// 2023, four do not apply them or do not say.
#[test]
fn media_bodies_are_counted_from_their_register() {
    let assessment = assess_sample(MEDIA);
    let pilot = verdict(&assessment, "T3", "*", "pilot-2025");
    assert_eq!((pilot.n_lo, pilot.n_hi, pilot.den, pilot.threshold), (12, 13, Some(18), 70));
    let official = verdict(&assessment, "T3", "*", "official-2030");
    assert_eq!((official.n_lo, official.n_hi, official.den, official.threshold), (4, 4, Some(18), 100));
    // 70% of 18 are 13 bodies; there is a year left for the thirteenth.
    assert_eq!(said(&assessment, "T3", "*", "pilot-2025"), "on_track 12..13");
}

/// Of 227 conventions 15 have ended and 11 more have no day of adoption. Of the 201 left 181 are found clean and 6 were
/// mended; 7 discriminate and 7 have not been reviewed.
#[test]
fn conventions_are_counted_from_their_register() {
    let assessment = assess_sample(CONVENTIONS);
    for (milestone, percent) in [("2025", 95), ("2030", 100)] {
        let share = verdict(&assessment, "T7", "*", milestone);
        assert_eq!((share.n_lo, share.n_hi, share.den), (181 + 6, 181 + 6 + 7, Some(201)), "{milestone}");
        assert_eq!(share.threshold, percent);
    }
    // 95% of 201 are 191: in reach only if reviews find nothing.
    assert_eq!(said(&assessment, "T7", "*", "2025"), "on_track 187..194");
}

#[test]
fn a_register_nobody_handed_in_is_no_register_of_nothing() {
    let assessment = assess_sample(MEDIA);
    assert_eq!(said(&assessment, "T7", "*", "2025"), "no_data 0 register_missing");
    let assessment = assess_sample(CONVENTIONS);
    assert_eq!(said(&assessment, "T3", "*", "pilot-2025"), "no_data 0 register_missing");
}
