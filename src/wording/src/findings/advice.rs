//! Why a finding matters, and what to do about it.

use crate::{Text, both};
use domain::{FindingKind, Language};

/// Why it matters.
pub(super) fn why(language: Language, kind: &FindingKind) -> Text {
    match kind {
        FindingKind::UnreadableDate { .. } | FindingKind::DateOutOfRange { .. } => both(
            language,
            "không xếp được vào kỳ nào nên dòng này chưa được tính",
            "it fits no period, so the row is not counted yet",
        ),
        FindingKind::AmbiguousDate { .. } => both(
            language,
            "ngày và tháng đổi chỗ thì kết quả rơi vào kỳ khác",
            "with day and month swapped it falls into another period",
        ),
        FindingKind::MissingDate => both(
            language,
            "dòng này chỉ có thể được tính là “có thể”, chưa chắc chắn",
            "the row counts as possible only, not as certain",
        ),
        FindingKind::UnknownUnit { .. } | FindingKind::AmbiguousUnit { .. } | FindingKind::MissingUnit => both(
            language,
            "chưa biết tính cho đơn vị nào nên dòng này chưa được tính",
            "nobody knows whose it is, so it is not counted yet",
        ),
        FindingKind::NoUnitColumn => both(
            language,
            "chưa biết các hoạt động này của ai nên chưa có kết quả",
            "nobody knows whose activities these are, so there is no result yet",
        ),
        FindingKind::ProvisionalUnit { .. } => both(
            language,
            "đơn vị vẫn có kết quả riêng, nhưng tỷ lệ chưa phải của tất cả đơn vị cùng loại",
            "it gets its own results, but shares are not of all units of its kind",
        ),
        FindingKind::UnitGuessed { .. } => both(
            language,
            "nếu hiểu sai, kết quả tính nhầm cho đơn vị khác",
            "if the guess is wrong, another unit gets the credit",
        ),
        FindingKind::BadCount { .. } | FindingKind::FormulaError { .. } => {
            both(language, "không biết là bao nhiêu nên chưa được tính", "the number is unknown, so it is not counted")
        }
        FindingKind::OutsideUnitLife { .. } => {
            both(language, "lúc đó đơn vị chưa có hoặc đã sáp nhập", "the unit did not yet exist or had merged by then")
        }
        FindingKind::NotRelevant { .. } => {
            both(language, "mục tiêu chỉ tính hoạt động về bình đẳng giới", "targets count gender equality only")
        }
        FindingKind::RelevanceUnknown { .. } => {
            both(language, "các dòng này chỉ được tính là “có thể”", "these rows count as possible only")
        }
        FindingKind::UnknownKind { word, .. } if word.is_empty() => both(
            language,
            "chưa rõ loại thì chưa mục tiêu nào tính các dòng này",
            "as long as the kind is not known, these rows count for no target",
        ),
        FindingKind::UnknownKind { .. } => both(
            language,
            "khi chưa xác nhận, các dòng này chỉ được coi là có thể tính",
            "until it is confirmed, these rows may count but are not certain",
        ),
        other => why_rest(language, other),
    }
}

fn why_rest(language: Language, kind: &FindingKind) -> Text {
    match kind {
        FindingKind::TotalDisagrees { .. } => {
            both(language, "số lớn hơn được dùng để không bỏ sót", "the larger figure is used so that nothing is lost")
        }
        FindingKind::TotalNotAdded { .. } => both(language, "cộng thêm sẽ tính hai lần", "adding it would count twice"),
        FindingKind::DuplicateRow { .. } | FindingKind::DuplicateFile { .. } => {
            both(language, "chỉ tính một lần", "it is counted once")
        }
        FindingKind::PlannedInThePast { .. } => both(
            language,
            "kế hoạch không phải là kết quả nên chưa được tính",
            "a plan is not a result, so it is not counted",
        ),
        FindingKind::PersonalColumn { .. } => {
            both(language, "việc đối chiếu không cần đến thông tin này", "the check does not need it")
        }
        FindingKind::UnknownColumn { .. } => both(language, "cột này chưa được dùng", "the column is not used"),
        FindingKind::BadValue { .. } => both(language, "giá trị này chưa được dùng", "the value is not used"),
        FindingKind::SkippedRow { .. } | FindingKind::SheetWithoutTable { .. } => {
            both(language, "không có gì ở đây để tính", "nothing here can be counted")
        }
        FindingKind::EntriesSkipped { .. } => both(language, "các tệp đó không được đọc", "those files were not read"),
        FindingKind::CopiedReport { .. } => both(
            language,
            "có thể báo cáo kỳ trước đã được nộp lại; các dòng vẫn được tính",
            "the last period's report may have been sent again; its rows are counted",
        ),
        FindingKind::EncodingAssumed { .. } | FindingKind::EncodingUnsure { .. } | FindingKind::FontEncoding { .. } => {
            both(
                language,
                "nếu sai bảng mã, tên đơn vị và nội dung sẽ sai chữ",
                "with the wrong encoding names and titles would be garbled",
            )
        }
        FindingKind::BadBytes { .. } => {
            both(language, "tên hoặc nội dung có thể thiếu chữ", "names or titles may lack letters")
        }
        FindingKind::BadUnitRow { .. } => {
            both(language, "đơn vị này không có trong danh mục dùng để đối chiếu", "it is not in the roster used")
        }
        _ => Text::Borrowed(""),
    }
}

/// What to do.
pub(super) fn todo(language: Language, kind: &FindingKind) -> Text {
    match kind {
        FindingKind::UnreadableDate { .. } | FindingKind::DateOutOfRange { .. } | FindingKind::MissingDate => both(
            language,
            "ghi ngày dạng 15/10/2024 vào tệp rồi thả lại",
            "write the date as 15/10/2024 in the file and drop it again",
        ),
        FindingKind::AmbiguousDate { .. } => both(
            language,
            "nếu tệp ghi tháng trước ngày, hãy chọn cách đó cho cả bảng",
            "if the file writes the month first, choose that for the whole table",
        ),
        FindingKind::UnknownUnit { .. } | FindingKind::AmbiguousUnit { .. } => {
            both(language, "chọn đơn vị đúng", "choose the right unit")
        }
        FindingKind::MissingUnit => both(
            language,
            "chọn đơn vị cho các dòng này, hoặc ghi vào tệp rồi thả lại",
            "choose the unit of these rows, or write it in the file and drop it again",
        ),
        FindingKind::NoUnitColumn => both(language, "chọn đơn vị cho cả bảng", "choose the unit of the whole table"),
        FindingKind::ProvisionalUnit { .. } => both(
            language,
            "thả thêm danh mục đơn vị của bạn để tính đủ tỷ lệ",
            "drop your own roster, too, to get full shares",
        ),
        FindingKind::UnitGuessed { .. } => {
            both(language, "kiểm tra lại nếu thấy không đúng", "check it if it looks wrong")
        }
        FindingKind::BadCount { .. } | FindingKind::FormulaError { .. } | FindingKind::BadValue { .. } => {
            both(language, "sửa ô này trong tệp rồi thả lại", "mend the cell in the file and drop it again")
        }
        FindingKind::OutsideUnitLife { .. } => {
            both(language, "kiểm tra lại ngày và tên đơn vị", "check the date and the unit's name")
        }
        FindingKind::RelevanceUnknown { .. } => both(
            language,
            "nếu cả bảng là về bình đẳng giới, hãy xác nhận",
            "confirm it if the whole table is about gender equality",
        ),
        FindingKind::UnknownKind { word, .. } if word.is_empty() => {
            both(language, "chọn loại cho các dòng này", "choose the kind of these rows")
        }
        FindingKind::UnknownKind { .. } => {
            both(language, "áp dụng gợi ý, hoặc chọn loại khác", "accept the suggestion, or choose another kind")
        }
        FindingKind::TotalDisagrees { .. } => {
            both(language, "kiểm tra lại dòng tổng trong tệp", "check the total in the file")
        }
        FindingKind::PlannedInThePast { .. } => both(
            language,
            "nếu đã thực hiện, ghi lại là đã làm rồi thả lại",
            "if it took place, mark it as done and drop the file again",
        ),
        FindingKind::UnknownColumn { .. } => {
            both(language, "nếu cần, chọn nghĩa của cột trong bảng bên dưới", "choose its meaning below if you need it")
        }
        FindingKind::SheetWithoutTable { .. } => both(
            language,
            "nếu trang này có số liệu, thêm một dòng tiêu đề cột",
            "if it holds figures, add a header row",
        ),
        FindingKind::EncodingUnsure { .. } => both(
            language,
            "chọn bảng mã mà các dòng mẫu đọc đúng tiếng Việt",
            "choose the encoding in which the sample lines read as Vietnamese",
        ),
        FindingKind::CopiedReport { .. } => {
            both(language, "hỏi lại đơn vị gửi báo cáo", "ask the unit that sent the report")
        }
        FindingKind::BadBytes { .. } => both(
            language,
            "lưu lại tệp dạng CSV UTF-8 hoặc .xlsx rồi thả lại",
            "save the file as CSV UTF-8 or .xlsx and drop it again",
        ),
        FindingKind::BadUnitRow { .. } => {
            both(language, "ghi đủ mã, tên và loại đơn vị", "give the unit's id, name and kind")
        }
        FindingKind::NotRelevant { .. }
        | FindingKind::TotalNotAdded { .. }
        | FindingKind::DuplicateRow { .. }
        | FindingKind::DuplicateFile { .. }
        | FindingKind::PersonalColumn { .. }
        | FindingKind::SkippedRow { .. }
        | FindingKind::FontEncoding { .. }
        | FindingKind::EntriesSkipped { .. }
        | FindingKind::EncodingAssumed { .. } => both(language, "không cần làm gì", "nothing to do"),
    }
}
