//! Names of files that every system takes: a to z, digits and hyphens; never twice the same.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Letters of a part of a path: some systems end at 260 for all of it.
const LETTERS: usize = 48;

/// Names that Windows keeps for devices. SOURCE: Microsoft, Naming Files, Paths, and Namespaces.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name as part of a path: `Thị trấn Giồng Riềng` is `thi-tran-giong-rieng`.
pub(super) fn plain(name: &str) -> String {
    let letters = name.nfd().filter(|letter| !is_mark(*letter)).map(|letter| match letter {
        'đ' | 'Đ' => 'd',
        letter if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase(),
        _ => ' ',
    });
    let spaced: String = letters.collect();
    let joined = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    let short: String = joined.chars().take(LETTERS).collect();
    match short.trim_end_matches('-') {
        "" => "khong-ten".to_owned(),
        short if is_device(short) => format!("{short}-1"),
        short => short.to_owned(),
    }
}

/// The accents that normalisation parts from their letters.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn is_device(name: &str) -> bool {
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    DEVICES.contains(&name) || port.is_some_and(|rest| rest.len() == 1)
}

/// The names taken so far.
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// This name, or with a number if it is taken. Some systems do not tell capitals apart.
    pub(super) fn take(&mut self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let numbered = |number: u32| match number {
            1 => name.to_owned(),
            number => format!("{stem}-{number}.{ending}"),
        };
        let free = (1..).map(numbered).find(|name| self.taken.insert(name.to_lowercase()));
        free.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_accents_and_whatever_could_do_harm() {
        for (name, safe) in [
            ("Thị trấn Giồng Riềng", "thi-tran-giong-rieng"),
            ("Huyện An Biên", "huyen-an-bien"),
            ("Đông Hưng A", "dong-hung-a"),
            ("..\\..\\/etc/passwd", "etc-passwd"),
            ("=cmd|'/c calc'!A0", "cmd-c-calc-a0"),
            ("<script>alert(1)</script>", "script-alert-1-script"),
            ("\u{202e}gpj.exe\u{200f}", "gpj-exe"),
            ("CON", "con-1"),
            ("Lpt1", "lpt1-1"),
            ("公社", "khong-ten"),
            ("", "khong-ten"),
        ] {
            assert_eq!(plain(name), safe, "{name:?}");
        }
        assert_eq!(plain(&"xã ".repeat(1000)).len(), 47);
    }

    #[test]
    fn no_name_is_taken_twice() {
        let mut names = Names::default();
        let taken = ["a/x.docx", "a/x.docx", "A/X.docx", "b/x.docx"].map(|name| names.take(name));
        assert_eq!(taken, ["a/x.docx", "a/x-2.docx", "A/X-3.docx", "b/x.docx"]);
    }
}
