//! Words of the deck that hold no figure.

use super::WorkshopText;

impl WorkshopText {
    /// Buttons and what stands beside them.
    pub(super) fn controls(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Open => ("Trình chiếu", "Present"),
            Self::Previous => ("Trước", "Back"),
            Self::Next => ("Tiếp", "Next"),
            Self::ShowAnswer => ("Hiện đáp án", "Show answer"),
            Self::HideAnswer => ("Ẩn đáp án", "Hide answer"),
            Self::Answer => ("Đáp án", "Answer"),
            Self::Leave => ("Thoát", "Leave"),
            Self::FullScreen => ("Toàn màn hình", "Full screen"),
            Self::Keys => ("Phím tắt", "Keys"),
            Self::KeysInShort => {
                ("Phím ← → chuyển trang · A đáp án · Esc thoát", "Keys ← → change slides · A answer · Esc leave")
            }
            Self::NoNetwork => ("Không cần mạng", "No network needed"),
            Self::SampleData => ("Dữ liệu mẫu, không có thật", "Sample data, made up"),
            Self::Fewer => ("Bớt một", "One less"),
            Self::More => ("Thêm một", "One more"),
            Self::PrintSheets => ("In phiếu bài tập", "Print exercise sheets"),
            Self::OpenMistakes => ("Mở bảng có lỗi để thực hành", "Open the sheet with mistakes"),
            Self::Coming => ("Đang tải…", "Loading…"),
            _ => return None,
        })
    }

    /// Sentences on the slides.
    pub(super) fn lessons(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Discuss => (
                "Mỗi nhóm đoán một con số, nói lý do, rồi mới xem đáp án.",
                "Each group guesses a number and says why; only then show the answer.",
            ),
            Self::PlanSays => ("Kế hoạch viết", "The plan says (in Vietnamese)"),
            Self::Begin => (
                "Mỗi trang một câu hỏi: thảo luận trước, đáp án sau.",
                "One question a slide: discuss first, answer after.",
            ),
            Self::SilenceIsUnknown => (
                "Không có dòng nào nghĩa là chưa biết: Chưa đủ dữ liệu, không phải Chưa đạt.",
                "No row means not known: not enough data, which is not “not met”.",
            ),
            Self::ZeroIsMissed => (
                "Đơn vị ghi rõ số 0, hoặc đã gửi số liệu của kỳ mà không đủ, thì khi hết hạn mới là Chưa đạt.",
                "Only a unit that states zero, or sent its figures and falls short, has not met the target once time is up.",
            ),
            Self::ReceiptLead => (
                "Đếm từ trái sang phải: tìm thấy, trừ những dòng không tính, so với yêu cầu.",
                "Count from left to right: what was found, less what does not count, against what is required.",
            ),
            Self::NobodyToExplain => (
                "Dữ liệu này chưa có kết luận nào để giải trình.",
                "These data hold no verdict that could be explained.",
            ),
            Self::HowManyMore => ("Mỗi đơn vị làm thêm bao nhiêu?", "How many more would each unit hold?"),
            Self::NothingToTry => (
                "Dữ liệu này không có mục tiêu nào để thử thêm hoạt động.",
                "With these data there is no target for which more activities could be tried.",
            ),
            Self::WindowsStay => (
                "Kỳ của mục tiêu không đổi theo ngày báo cáo: việc làm sau hạn báo cáo vẫn tính cho kỳ của nó.",
                "The period of a target does not move with the report: what happens after the report still counts in its own period.",
            ),
            Self::NoDeadline => ("Năm này không còn hạn nào phía trước.", "No deadline is left this year."),
            Self::InForce => ("đang áp dụng", "in force"),
            Self::ReadingIsChoice => (
                "Công cụ không tự quyết: cách hiểu nào đang áp dụng đều ghi rõ, và đổi được.",
                "The tool does not decide in silence: the reading in force is always named, and can be changed.",
            ),
            Self::NoReading => (
                "Dữ liệu này không có câu nào phải hiểu theo nhiều cách.",
                "With these data no clause has to be read in more than one way.",
            ),
            other => return other.practice(),
        })
    }

    /// Sentences on the last slides.
    fn practice(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::PracticeLead => (
                "Bảng này cố ý ghi sai như ngoài thực tế. Tìm lỗi trên phiếu bài tập, rồi mở bảng và đối chiếu với từng phát hiện.",
                "This sheet is wrong on purpose, as sheets are in practice. Find the mistakes on the exercise sheet, then open it and compare with each finding.",
            ),
            Self::Mistakes => (
                "Ngày 30/2, số viết bằng chữ, thiếu đơn vị, xã trùng tên, dòng cộng, dòng trùng, cột số điện thoại.",
                "30 February, numbers as words, no unit, communes of the same name, a total row, a duplicate, a column of phone numbers.",
            ),
            Self::FindingsTeach => (
                "Mỗi phát hiện nói đã thấy gì, vì sao quan trọng và sửa thế nào.",
                "Each finding says what was seen, why it matters and how to put it right.",
            ),
            Self::ScanMe => ("Quét để mở trên điện thoại", "Scan to open on a phone"),
            Self::OnlyTheAddress => {
                ("Mã chỉ chứa địa chỉ trang, không chứa dữ liệu.", "The code holds the page's address only, no data.")
            }
            Self::CopyTheFile => (
                "Trang đang mở từ tệp: chép tệp từ USB sang máy khác để dùng.",
                "This page was opened from a file: copy the file from the USB stick to use it elsewhere.",
            ),
            Self::StaysHere => (
                "Thả bảng của chính đơn vị bạn vào trang: dữ liệu không rời khỏi máy.",
                "Drop your own unit's sheet on the page: the data never leave the machine.",
            ),
            _ => return None,
        })
    }
}
