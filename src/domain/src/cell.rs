//! What keeps a cell that leaves the program a text wherever it is opened.

use std::borrow::Cow;

/// The cell, after an apostrophe where a spreadsheet program would run it as a formula: it starts, after any spaces, with
/// `=`, `+`, `-` or `@`, or with a tab or the end of a line.
///
/// Source of the list: OWASP, "CSV Injection".
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(['=', '+', '-', '@']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_marked_and_nothing_else() {
        for evil in ["=1+1", "+1", "-1", "@sum", " =1", "\u{a0}=1", "\t=1", "\t1", "\r\n=1", "\n1"] {
            assert_eq!(guarded(evil), format!("'{evil}"));
        }
        for harmless in ["", "1 = 1", "'=1", "Xã Mong Thọ", "3/4", " 1"] {
            assert_eq!(guarded(harmless), harmless);
        }
    }
}
