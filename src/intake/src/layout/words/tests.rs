use super::*;

#[test]
fn names_of_columns_are_known_and_data_is_not() {
    let cases = [
        ("STT", Likeness::Is),
        ("S.T.T", Likeness::Is),
        ("Đơn vị", Likeness::Begins),
        ("Xã/phường/thị trấn", Likeness::Begins),
        ("Số cuộc TT (Cuộc)", Likeness::Begins),
        ("Ngày,\ntháng", Likeness::Begins),
        ("unit_id", Likeness::Is),
        ("Quý IV", Likeness::Is),
        ("Quý I/2024", Likeness::Is),
        ("T12", Likeness::Is),
        ("01/2024", Likeness::Is),
        ("13/2024", Likeness::None),
        ("T13", Likeness::None),
        ("Năm 2024", Likeness::Is),
        ("6 tháng đầu năm", Likeness::Is),
        ("Cả năm", Likeness::Is),
        ("Tỷ lệ (%)", Likeness::Is),
        ("Đơn vị báo cáo: Xã A", Likeness::None),
        ("- Đơn vị nhận báo cáo", Likeness::None),
        ("Xã Thạnh Lộc", Likeness::None),
        ("Ngày 8/3", Likeness::None),
        ("08/3/2024", Likeness::None),
        ("", Likeness::None),
    ];
    for (text, expected) in cases {
        assert_eq!(likeness(text), expected, "{text:?}");
    }
}
