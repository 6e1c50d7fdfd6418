//! Words of what goes wrong around the work: a worker that stops, memory that does not suffice, files that changed on the
//! disk, a store that is full or forbidden, a second tab. Each says what was seen, why it matters, what to do.

use crate::{Say, Text, both};
use domain::Language;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Title: the device has not enough memory for the files.
    MemoryTitle,
    /// What that means, and what helps.
    Memory,
    /// The same where there are results to fall back on.
    MemoryNotice,
    /// Title: files changed on the disk.
    ChangedTitle,
    /// Which, and what to do.
    Changed(Vec<String>),
    /// The same where there are results to fall back on.
    ChangedNotice(Vec<String>),
    /// Chooses such files again.
    ChooseAgain,
    /// Leads to the list of files.
    ToFiles,
    /// Heading over files that can be left out.
    LeaveOut,
    /// No word from the worker for a long time.
    Silent,
    /// What is to answer is still on its way to this machine.
    Slow,
    /// Starts it again.
    Restart,
    /// A part of the program did not arrive.
    Incomplete,
    /// Title: it is the part that reads the files.
    IncompleteTitle,
    /// What that means, and what helps.
    IncompleteFiles,
    /// The store is full.
    StoreFull,
    /// The store is forbidden.
    StoreForbidden,
    /// The store does not do as it should.
    StoreFailed,
    /// A file that was to be kept changed on the disk.
    StoreLostFile,
    /// The store holds what a newer version of the page wrote.
    StoreNewer,
    /// Another tab is remembered now in the place of this one.
    OtherTab,
    /// Another tab made this machine forget.
    OtherTabForgot,
    /// The samples did not come.
    NoSamples,
}

impl Say for Fault {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::MemoryTitle => both(
                language,
                "Máy này không đủ bộ nhớ để đọc các tệp đã chọn",
                "This device has not enough memory for the chosen files",
            ),
            Self::Memory => memory(language),
            Self::MemoryNotice => both(
                language,
                "Máy này không đủ bộ nhớ cho việc vừa rồi. Kết quả đang hiện được giữ nguyên. Hãy đóng bớt thẻ và chương trình khác rồi thử lại, hoặc bỏ bớt tệp.",
                "This device has not enough memory for what was just asked. The results shown stay. Close other tabs and programs and try again, or take some files away.",
            ),
            Self::ChangedTitle => {
                both(language, "Tệp đã thay đổi từ lúc được chọn", "A file changed since it was chosen")
            }
            Self::Changed(files) => changed(language, files),
            Self::ChangedNotice(files) => changed_beside_results(language, files),
            Self::ChooseAgain => both(language, "Chọn lại tệp", "Choose the file again"),
            Self::ToFiles => both(language, "Đến danh sách tệp", "Go to the list of files"),
            Self::LeaveOut => {
                both(language, "Bỏ bớt tệp rồi đọc các tệp còn lại", "Leave a file out and read the others")
            }
            Self::Silent => both(
                language,
                "Phần tính toán đã lâu không trả lời. Có thể máy đang bận; cứ chờ cũng được. Nếu vẫn vậy, hãy khởi động lại phần tính toán: các tệp được đọc lại, không mất lựa chọn hay dòng nào.",
                "The calculation has not answered for a long time. The device may be busy, and you may wait. If nothing changes, restart the calculation: the files are read again, no choice and no row is lost.",
            ),
            Self::Slow => both(
                language,
                "Phần chương trình cần cho việc này vẫn đang được tải về, có thể do mạng chậm. Cứ để trang mở: tải xong, việc này tự làm tiếp và không mất gì.",
                "The part of the program that does this is still on its way; the connection may be slow. Keep the page open: once it has come, this goes on by itself and nothing is lost.",
            ),
            Self::Restart => both(language, "Khởi động lại phần tính toán", "Restart the calculation"),
            Self::Incomplete => both(
                language,
                "Một phần của chương trình chưa tải về được, nên màn hình hay tệp vừa chọn chưa có. Kết quả đang hiện vẫn đúng. Hãy kiểm tra mạng rồi thử lại.",
                "A part of the program has not arrived, so the screen or file just asked for is not there yet. The results shown are still right. Check the network and try again.",
            ),
            Self::IncompleteTitle => both(
                language,
                "Phần chương trình đọc các tệp này chưa tải về được",
                "The part of the program that reads these files has not arrived",
            ),
            Self::IncompleteFiles => both(
                language,
                "CSV và XLSX đọc được ngay; các dạng khác (XLS, ODS, HTML, ZIP) và cách hiểu khác mặc định cần phần tải sau. Hãy kiểm tra mạng rồi thử lại: tệp và lựa chọn của bạn vẫn còn.",
                "CSV and XLSX can be read at once; other kinds (XLS, ODS, HTML, ZIP) and readings other than the default need what comes later. Check the network and try again: your files and choices are still here.",
            ),
            Self::NoSamples => both(
                language,
                "Chưa có dữ liệu mẫu: mạng bị ngắt trước khi tải xong. Hãy tải lại trang khi có mạng. Tệp trên máy vẫn mở được ngay bây giờ.",
                "The sample data are not here: the network broke off before they had come. Reload the page when there is a network. Your own files can be opened all the same.",
            ),
            _ => self.say_store(language),
        }
    }
}

impl Fault {
    fn say_store(&self, language: Language) -> Text {
        match self {
            Self::StoreFull => both(
                language,
                "Chưa nhớ được: trình duyệt không còn chỗ cho trang này. Công việc vẫn còn nguyên trong thẻ này nhưng sẽ mất nếu đóng thẻ. Hãy lưu tệp dự án; hoặc giải phóng ổ đĩa, bỏ bớt tệp lớn rồi làm tiếp.",
                "Not remembered: the browser has no room left for this page. Your work is still whole in this tab, but closing the tab would lose it. Save a project file; or free disk space or take large files away, and go on.",
            ),
            Self::StoreForbidden => both(
                language,
                "Chưa nhớ được: trình duyệt không cho trang này lưu trên máy (cửa sổ ẩn danh, hoặc cài đặt chặn dữ liệu trang). Công việc vẫn còn nguyên trong thẻ này nhưng sẽ mất nếu đóng thẻ. Hãy lưu tệp dự án, hoặc mở trang trong cửa sổ thường.",
                "Not remembered: the browser does not let this page keep anything (a private window, or site data are blocked). Your work is still whole in this tab, but closing the tab would lose it. Save a project file, or open the page in an ordinary window.",
            ),
            Self::StoreFailed => both(
                language,
                "Chưa nhớ được: bộ nhớ của trình duyệt gặp lỗi. Công việc vẫn còn nguyên trong thẻ này nhưng sẽ mất nếu đóng thẻ. Hãy lưu tệp dự án, rồi tải lại trang.",
                "Not remembered: the browser's store failed. Your work is still whole in this tab, but closing the tab would lose it. Save a project file, then reload the page.",
            ),
            Self::StoreLostFile => both(
                language,
                "Chưa nhớ được: một tệp đã bị sửa, đổi tên, chuyển chỗ hoặc xóa trên máy từ lúc được chọn. Kết quả đang hiện được giữ nguyên. Hãy chọn lại tệp đó để nhớ bản mới.",
                "Not remembered: a file was changed, renamed, moved or deleted on the disk since it was chosen. The results shown stay. Choose that file again to remember its new content.",
            ),
            Self::StoreNewer => both(
                language,
                "Máy này đang nhớ dữ liệu do một bản mới hơn của trang này ghi. Bản đang mở không đọc được, nên để nguyên, không xóa và không ghi đè gì. Hãy mở bản mới hơn để làm tiếp; công việc ở đây muốn giữ thì lưu tệp dự án.",
                "This computer remembers what a newer version of this page wrote. The version that is open cannot read it and leaves it as it is: nothing is deleted or written over. Open the newer version to go on; to keep the work here, save a project file.",
            ),
            Self::OtherTab => both(
                language,
                "Trang này đang mở ở một thẻ khác, và máy chỉ nhớ công việc của thẻ lưu sau cùng: bây giờ là thẻ kia. Công việc ở thẻ này vẫn còn nguyên nhưng sẽ mất nếu đóng thẻ. Hãy lưu tệp dự án, hoặc đóng thẻ kia rồi làm tiếp ở đây.",
                "This page is open in another tab, and the computer remembers only the work of the tab that saved last: now the other one. The work in this tab is whole, but closing the tab would lose it. Save a project file, or close the other tab and go on here.",
            ),
            Self::OtherTabForgot => both(
                language,
                "Một thẻ khác của trang này vừa xóa mọi thứ được nhớ và tắt việc nhớ. Công việc ở thẻ này vẫn còn nguyên nhưng không được nhớ nữa. Muốn giữ, hãy lưu tệp dự án.",
                "Another tab of this page has just deleted everything remembered and turned remembering off. The work in this tab is whole but no longer remembered. To keep it, save a project file.",
            ),
            _ => Text::Borrowed(""),
        }
    }
}

fn memory(language: Language) -> Text {
    both(
        language,
        "Trình duyệt không cấp thêm bộ nhớ được nữa (hay gặp ở điện thoại và máy cũ), nên việc đọc đã dừng. Không mất gì: các tệp, dòng đã nhập và lựa chọn vẫn còn. Hãy đóng bớt thẻ khác rồi thử lại; hoặc tách tệp theo từng trang tính, lưu thành CSV rồi chọn từng phần; hoặc mở trang trên máy có nhiều bộ nhớ hơn.",
        "The browser gives no more memory (often so on phones and old computers), and reading stopped. Nothing is lost: the files, typed rows and choices are still there. Close other tabs and try again; or split the file by sheet, save it as CSV and choose one part at a time; or open the page on a device with more memory.",
    )
}

fn changed(language: Language, files: &[String]) -> Text {
    let names = files.join("; ");
    both(
        language,
        format!(
            "{names}: đã bị sửa, đổi tên, chuyển chỗ hoặc xóa trên máy từ lúc được chọn, nên trình duyệt không cho đọc nữa. Hãy chọn lại tệp để đọc bản hiện tại. Dòng đã nhập và lựa chọn vẫn còn."
        ),
        format!(
            "{names}: changed, renamed, moved or deleted on the disk since it was chosen, and the browser no longer lets it be read. Choose it again to read what it is now. Typed rows and choices are still there."
        ),
    )
}

fn changed_beside_results(language: Language, files: &[String]) -> Text {
    let names = files.join("; ");
    both(
        language,
        format!(
            "{names}: đã bị sửa, đổi tên, chuyển chỗ hoặc xóa trên máy từ lúc được chọn, nên không đọc lại được. Kết quả đang hiện là của lần đọc trước, chưa theo lựa chọn vừa rồi. Hãy chọn lại tệp; lựa chọn vẫn còn và được áp dụng ngay."
        ),
        format!(
            "{names}: changed, renamed, moved or deleted on the disk since it was chosen, so it cannot be read again. The results shown are those of the last reading, without your last choice. Choose the file again; the choice is kept and then applied."
        ),
    )
}
