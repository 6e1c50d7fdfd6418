//! Words of the first screen, of reading, and of files that could not be read.

use crate::dates::number;
use crate::{Say, Text, both, plurals};
use domain::{Language, ReadErrorKind};

/// Words of the first screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The question.
    Title,
    /// What comes of it.
    Lead,
    /// The one button.
    Choose,
    /// Other ways in.
    DropOrPaste,
    /// What is read.
    Formats,
    /// Chooses a whole folder.
    ChooseFolder,
    /// Type rows in.
    Entry,
    /// For whom.
    EntryHint,
    /// Saves an empty table with our headers.
    Template,
    /// What it holds.
    TemplateHint,
    /// Reads what stands in the field for pasted tables.
    ReadPasted,
    /// Rows are being typed.
    EntryLine {
        /// Rows in the results.
        used: u32,
        /// Rows typed.
        rows: u32,
    },
    /// Takes the typed rows out of the results.
    EntryWithdraw,
    /// Try it with made-up data of one commune.
    SampleOfCommune,
    /// Try it with made-up data of the whole province.
    SampleOfProvince,
    /// Whose data they are.
    SampleHint,
    /// For devices without a keyboard.
    PasteHere,
    /// What to paste.
    PasteHint,
    /// Heading of the privacy card.
    PrivacyTitle,
    /// No server.
    PrivacyNoServer,
    /// Without network.
    PrivacyOffline,
    /// Nothing is kept.
    PrivacyForget,
    /// See for yourself.
    VerifyTitle,
    /// Step one.
    VerifyNetwork,
    /// Step two.
    VerifyOffline,
    /// What the promise does not cover.
    VerifyLimits,
    /// Names the three steps.
    StepsTitle,
    /// Step 1 …
    StepDrop,
    /// … in a sentence.
    StepDropHint,
    /// Step 2 …
    StepResult,
    /// … in a sentence.
    StepResultHint,
    /// Step 3 …
    StepNext,
    /// … in a sentence.
    StepNextHint,
    /// Heading over the files at hand.
    FilesTitle,
    /// Leads to the check-data screen.
    SeeCheck,
    /// Leads to the results.
    SeeResults,
    /// Takes a file away.
    Remove,
    /// Adds files to those at hand.
    AddFiles,
    /// Replaces the files at hand.
    ReplaceFiles,
    /// While reading.
    ReadingTitle,
    /// What screen readers hear meanwhile, once.
    ReadingHint,
    /// Stops reading.
    Cancel,
    /// Heading of the failure screen for one file …
    FailedTitle,
    /// … for several.
    FailedTitleMany,
    /// The worker keeps stopping.
    StoppedTitle,
    /// Nothing was changed.
    FailedLead,
    /// Another file.
    TryAnother,
}

impl Say for Start {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Title => both(
                language,
                "Đơn vị nào đã đạt mục tiêu truyền thông bình đẳng giới?",
                "Which units have met the targets on gender equality communication?",
            ),
            Self::Lead => both(
                language,
                "Thả bảng theo dõi hoạt động (Excel hoặc CSV). Có ngay kết quả từng đơn vị theo các mục tiêu của Kế hoạch, lý do, việc còn thiếu và lịch gợi ý.",
                "Drop your activity sheet (Excel or CSV). You get each unit's result on the plan's targets at once, with the reason, what is still missing and a suggested calendar.",
            ),
            Self::Choose => both(language, "Chọn tệp Excel hoặc CSV", "Choose Excel or CSV files"),
            Self::ChooseFolder => both(language, "Chọn cả thư mục", "Choose a whole folder"),
            Self::Entry => both(language, "Nhập trực tiếp", "Type rows in"),
            Self::EntryHint => both(language, "Cho đơn vị chưa có bảng theo dõi", "For units without a spreadsheet"),
            Self::Template => both(language, "Tải biểu mẫu Excel", "Get a template"),
            Self::TemplateHint => both(language, "Bảng trống, sẵn tiêu đề cột", "An empty table with its headers"),
            Self::ReadPasted => both(language, "Đọc bảng này", "Read this table"),
            Self::EntryLine { used, rows } => entry_line(language, *used, *rows),
            Self::EntryWithdraw => {
                both(language, "Không tính các dòng đã nhập", "Leave the typed rows out of the results")
            }
            Self::DropOrPaste => both(
                language,
                "hoặc kéo thả tệp, cả thư mục vào bất kỳ chỗ nào trên trang, hoặc dán bảng bằng Ctrl+V",
                "or drop files or a whole folder anywhere on the page, or paste a table with Ctrl+V",
            ),
            Self::Formats => both(
                language,
                ".xlsx · .xlsm · .xls · .xlsb · .ods · .csv · .tsv · .txt · .html · .zip, và tệp dự án đã lưu. Thả hàng trăm tệp cùng lúc được. Không cần sửa tiêu đề cột trước.",
                ".xlsx · .xlsm · .xls · .xlsb · .ods · .csv · .tsv · .txt · .html · .zip, and saved project files. Hundreds at once are fine. No need to rename columns first.",
            ),
            Self::SampleOfCommune => both(language, "Xem dữ liệu mẫu: một xã", "Try sample data: one commune"),
            Self::SampleOfProvince => both(language, "Xem dữ liệu mẫu: toàn tỉnh", "Try sample data: whole province"),
            Self::SampleHint => both(language, "Số liệu minh họa, không có thật", "Made-up figures, for illustration"),
            Self::PasteHere => both(language, "Dán bảng vào đây", "Paste a table here"),
            Self::PasteHint => both(
                language,
                "Sao chép cả dòng tiêu đề cột trong Excel rồi dán vào ô này.",
                "Copy the rows with their header in the spreadsheet, and paste them into this field.",
            ),
            Self::PrivacyTitle => both(language, "Dữ liệu ở lại trên máy này", "Your data stay on this device"),
            Self::PrivacyNoServer => both(
                language,
                "Không có máy chủ, không tài khoản, không theo dõi. Trang này tự cấm trình duyệt gửi dữ liệu ra ngoài.",
                "No server, no account, no tracking. This page forbids the browser to send data anywhere.",
            ),
            Self::PrivacyOffline => both(
                language,
                "Trang đã mở thì ngắt mạng vẫn dùng được.",
                "Once open, the page works without a network.",
            ),
            Self::PrivacyForget => both(
                language,
                "Đóng trang là xóa hết, trừ khi bạn bật “Nhớ trên máy này”.",
                "Closing the page erases everything, unless you turn on “Remember on this computer”.",
            ),
            Self::VerifyTitle => both(language, "Tự kiểm chứng trong 1 phút", "Check it yourself in a minute"),
            Self::VerifyNetwork => both(
                language,
                "Nhấn F12, mở thẻ Network (Mạng), rồi thả tệp: không có yêu cầu nào được gửi đi.",
                "Press F12, open the Network tab and drop a file: no request is sent.",
            ),
            Self::VerifyOffline => both(
                language,
                "Hoặc tắt Wi-Fi rồi thả tệp: kết quả vẫn hiện ra.",
                "Or switch Wi-Fi off and drop a file: the results still appear.",
            ),
            Self::VerifyLimits => both(
                language,
                "Lời hứa này không bao gồm tiện ích mở rộng mà bạn tự cài vào trình duyệt.",
                "This promise does not cover browser extensions that you installed yourself.",
            ),
            Self::StepsTitle => both(language, "Ba bước", "Three steps"),
            Self::StepDrop => both(language, "Thả tệp", "Drop the file"),
            Self::StepDropHint => {
                both(language, "Tự nhận cột, ngày tháng, tên đơn vị.", "Columns, dates and unit names are recognised.")
            }
            Self::StepResult => both(language, "Xem kết quả", "See the results"),
            Self::StepResultHint => both(
                language,
                "Mỗi kết luận đều dẫn dòng dữ liệu và điều khoản của Kế hoạch.",
                "Every verdict names its rows of data and its clause of the plan.",
            ),
            Self::StepNext => both(language, "Biết việc cần làm", "Know what to do"),
            Self::StepNextHint => both(
                language,
                "Việc còn thiếu của từng đơn vị, lịch gợi ý và tệp lịch .ics.",
                "What each unit still lacks, a suggested calendar, and its .ics file.",
            ),
            Self::FilesTitle => both(language, "Tệp đang xem", "Files at hand"),
            Self::SeeCheck => both(language, "Kiểm tra dữ liệu", "Check the data"),
            Self::SeeResults => both(language, "Xem kết quả", "See the results"),
            Self::Remove => both(language, "Bỏ tệp", "Remove"),
            Self::AddFiles => both(language, "Thêm tệp", "Add files"),
            Self::ReplaceFiles => both(language, "Thay bằng tệp khác", "Replace with other files"),
            Self::ReadingTitle => both(language, "Đang đọc dữ liệu", "Reading your data"),
            Self::ReadingHint => {
                both(language, "Việc đọc diễn ra ngay trên máy này.", "Reading takes place on this device.")
            }
            Self::Cancel => both(language, "Hủy", "Cancel"),
            Self::FailedTitle => both(language, "Chưa đọc được tệp này", "This file could not be read"),
            Self::FailedTitleMany => both(language, "Chưa đọc được tệp nào", "None of the files could be read"),
            Self::StoppedTitle => both(language, "Việc đọc dừng giữa chừng", "Reading stopped half-way"),
            Self::FailedLead => both(
                language,
                "Tệp của bạn không bị thay đổi. Dưới đây là điều đã thấy và cách khắc phục.",
                "Your files were not changed. Here is what was seen and what helps.",
            ),
            Self::TryAnother => both(language, "Chọn tệp khác", "Choose another file"),
        }
    }
}

/// The rows typed in, among the files at hand.
fn entry_line(language: Language, used: u32, rows: u32) -> Text {
    let (vi, en) = (number(Language::Vi, rows), plurals::rows(rows));
    match used {
        0 => both(
            language,
            format!("Nhập trực tiếp: {vi} dòng, chưa tính"),
            format!("Typed in: {en}, not in the results yet"),
        ),
        _ => {
            let (vi, en) = (number(Language::Vi, used), plurals::rows(used));
            both(language, format!("Nhập trực tiếp: {vi} dòng"), format!("Typed in: {en}"))
        }
    }
}

/// `theo-doi.xlsx: đã đọc 41.200 dòng`
pub fn reading_progress(language: Language, file: &str, rows: u32) -> Text {
    let (rows, en) = (number(language, rows), plurals::rows(rows));
    match file {
        "" => both(language, "Đang mở tệp…", "Opening…"),
        file => both(language, format!("{file}: đã đọc {rows} dòng"), format!("{file}: {en} read")),
    }
}

/// `Đang xếp từng dòng vào đơn vị và kỳ: 41.200/100.000`
pub fn understanding_progress(language: Language, rows: u32, of: u32) -> Text {
    let (rows, of) = (number(language, rows), number(language, of));
    both(
        language,
        format!("Đang xếp từng dòng vào đơn vị và kỳ: {rows}/{of}"),
        format!("Finding the unit and the period of each row: {rows} of {of}"),
    )
}

/// `Tệp 12/143`; nothing for a single file.
pub fn reading_place(language: Language, place: u32, of: u32) -> Option<Text> {
    let (at, all) = (number(language, place), number(language, of));
    (of > 1 && place > 0).then(|| both(language, format!("Tệp {at}/{all}"), format!("File {at} of {all}")))
}

/// What is said of a file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadErrorWords {
    /// What was seen.
    pub seen: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do.
    pub todo: Text,
}

/// What the first bytes of a file say it is.
fn content_name(language: Language, looks_like: &str) -> Text {
    match looks_like {
        "png" | "jpeg" | "jpg" | "gif" | "webp" | "bmp" | "tiff" => {
            let name = looks_like.to_uppercase();
            both(language, format!("ảnh {name}"), format!("a picture ({name})"))
        }
        "docx" | "doc" => both(language, "văn bản Word", "a Word document"),
        "pdf" => both(language, "tệp PDF", "a PDF file"),
        "zip" => both(language, "tệp nén ZIP", "a ZIP archive"),
        other => both(language, format!("“{other}”"), format!("“{other}”")),
    }
}

/// The words for a file that could not be read: whole sentences.
pub fn read_error(language: Language, kind: &ReadErrorKind) -> ReadErrorWords {
    let say = |seen: Text, why: Text, todo: Text| ReadErrorWords { seen, why, todo };
    match kind {
        ReadErrorKind::Empty => say(
            both(language, "Tệp trống.", "The file is empty."),
            both(language, "Không có dòng nào để đọc.", "There is no row to read."),
            both(
                language,
                "Mở tệp xem còn nội dung không; có thể tệp được chép chưa xong.",
                "Open it and see whether anything is in it; perhaps copying was not finished.",
            ),
        ),
        ReadErrorKind::NotASpreadsheet { looks_like } => say(
            both(
                language,
                format!("Nội dung của tệp là {}, không phải bảng tính.", content_name(Language::Vi, looks_like)),
                format!("The content is {}, not a spreadsheet.", content_name(Language::En, looks_like)),
            ),
            both(
                language,
                "Chỉ đọc được số liệu nằm trong ô của bảng tính.",
                "Only figures in the cells of a spreadsheet can be read.",
            ),
            both(
                language,
                "Mở tệp bảng tính gốc và lưu thành .xlsx; hoặc chọn bảng trong tệp, sao chép rồi dán vào trang này.",
                "Open the original spreadsheet and save it as .xlsx, or copy the table and paste it into this page.",
            ),
        ),
        ReadErrorKind::UnsupportedFormat { format } => say(
            both(
                language,
                format!("Đây là bảng tính dạng .{format}, chưa đọc được."),
                format!("This is a .{format} spreadsheet, which is not read yet."),
            ),
            both(language, "Cách ghi bên trong khác với .xlsx.", "It is written differently from .xlsx."),
            both(
                language,
                "Mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi thả lại.",
                "Open it in Excel, choose Save As, Excel Workbook (.xlsx), and drop it again.",
            ),
        ),
        ReadErrorKind::PasswordProtected => say(
            both(language, "Tệp có mật khẩu.", "The file is protected by a password."),
            both(language, "Nội dung được mã hóa nên không đọc được.", "Its content is encrypted and cannot be read."),
            both(
                language,
                "Mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu rồi thả lại.",
                "Open it in Excel, take the password off (File › Info › Protect Workbook), save and drop it again.",
            ),
        ),
        ReadErrorKind::Damaged { detail } => say(
            both(language, format!("Tệp bị hỏng: {detail}."), format!("The file is damaged: {detail}.")),
            both(
                language,
                "Thường do gửi qua tin nhắn hoặc chép chưa xong.",
                "This often comes from a message attachment or an unfinished copy.",
            ),
            both(
                language,
                "Xin lại tệp gốc; hoặc mở bằng Excel, đồng ý sửa chữa, lưu thành tệp mới rồi thả lại.",
                "Ask for the original; or open it in Excel, let it be repaired, save a new file and drop that.",
            ),
        ),
        ReadErrorKind::TooLarge { seen, limit } => say(
            both(
                language,
                format!("Tệp quá lớn: {seen}, giới hạn là {limit}."),
                format!("The file is too large: {seen}, the limit is {limit}."),
            ),
            both(language, "Đọc tiếp có thể làm treo máy này.", "Reading on could freeze this device."),
            both(
                language,
                "Xóa các trang tính và vùng trống không cần, hoặc tách thành nhiều tệp rồi thả cùng lúc.",
                "Delete sheets and empty areas you do not need, or split it into several files and drop them together.",
            ),
        ),
        ReadErrorKind::NoTable { rows } => no_table(language, *rows),
        ReadErrorKind::Cancelled => say(
            both(language, "Việc đọc đã được hủy.", "Reading was cancelled."),
            both(language, "Chưa có kết quả nào.", "There are no results."),
            both(language, "Chọn lại tệp khi bạn sẵn sàng.", "Choose the file again when you are ready."),
        ),
    }
}

fn no_table(language: Language, rows: u32) -> ReadErrorWords {
    let shown = number(language, rows);
    ReadErrorWords {
        seen: both(
            language,
            format!("Tệp có {shown} dòng nhưng không thấy dòng tiêu đề cột nào quen thuộc."),
            format!("The file has {}, but no header row that is known.", plurals::rows(rows)),
        ),
        why: both(
            language,
            "Không có tiêu đề thì không biết cột nào là đơn vị, ngày hay loại hoạt động.",
            "Without a header nobody can tell which column holds the unit, the date or the kind of activity.",
        ),
        todo: both(
            language,
            "Thêm một dòng tiêu đề phía trên dữ liệu, chẳng hạn: Đơn vị · Ngày · Loại hoạt động · Nội dung · Số lượng.",
            "Add a header row above the data, such as “Đơn vị · Ngày · Loại hoạt động · Nội dung · Số lượng”.",
        ),
    }
}
