//! Words about the build that is running: what it is, whether it is stored for days without a network, whether a newer one waits.

use crate::{Say, Text, both};
use domain::Language;

/// Words about the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionText {
    /// All of it is stored.
    Offline,
    /// A newer build waits, and nothing would be lost.
    Update,
    /// A newer build waits, but rows typed in would be lost.
    UpdateUnsaved,
    /// Go over to it.
    Reload,
    /// Go over to it all the same.
    ReloadUnsaved,
    /// Heading over what the build is made of.
    Build,
    /// The commit.
    Commit(String),
    /// Where the build says nothing of itself.
    Unknown,
    /// Opens the list of files.
    Files(usize),
    /// Column: name.
    File,
    /// How to check them.
    Check,
    /// What stands in no list.
    Own,
}

impl Say for EditionText {
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Offline => both(
                language,
                "Trang đã được lưu trên máy này: lần sau mở được cả khi mất mạng. Dữ liệu của bạn không được lưu cùng.",
                "The page is stored on this device: next time it opens without a network, too. Your data are not stored with it.",
            ),
            Self::Update => both(
                language,
                "Có bản mới. Tải lại khi bạn xong việc; tệp đang mở cần chọn lại.",
                "A newer version is ready. Reload when you are done; open files have to be chosen again.",
            ),
            Self::UpdateUnsaved => both(
                language,
                "Có bản mới. Các dòng bạn nhập chưa được lưu: hãy lưu dự án trước khi tải lại.",
                "A newer version is ready. Rows you typed are not saved yet: save the project before you reload.",
            ),
            Self::Reload => both(language, "Tải lại", "Reload"),
            Self::ReloadUnsaved => both(language, "Tải lại, bỏ phần chưa lưu", "Reload and drop what is not saved"),
            Self::Build => both(language, "Bản đang chạy", "This build"),
            Self::Commit(commit) => {
                both(language, format!("Mã nguồn tại commit {commit}"), format!("Source at commit {commit}"))
            }
            Self::Unknown => both(
                language,
                "Bản này không mang thông tin về nguồn và mã băm.",
                "This build carries no word of its source and checksums.",
            ),
            Self::Files(count) => both(
                language,
                format!("SHA-256 của {count} tệp"),
                if *count == 1 { "SHA-256 of 1 file".to_owned() } else { format!("SHA-256 of {count} files") },
            ),
            Self::File => both(language, "Tệp", "File"),
            Self::Check => both(
                language,
                "Tự kiểm tra một tệp đã tải về: trên Windows certutil -hashfile TỆP SHA256, trên Linux sha256sum TỆP.",
                "Check a file you downloaded: on Windows certutil -hashfile FILE SHA256, on Linux sha256sum FILE.",
            ),
            Self::Own => both(
                language,
                "Danh sách này nằm trong build.js nên không có mã băm của chính nó; mã băm của bản một tệp và bản .zip nằm trong SHA256SUMS đi kèm.",
                "This list is in build.js, so it cannot name that file's own sum; the sums of the single file and of the .zip are in SHA256SUMS beside them.",
            ),
        }
    }
}
