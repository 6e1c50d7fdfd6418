//! Rule files of the user's own: told apart from tables by their ending, read as text here, checked by the worker.

/// The ending of a rule file.
const ENDING: &str = ".toml";

/// Is a file of this name a rule file, not a table?
pub(super) fn is_rule_file(name: &str) -> bool {
    name.to_lowercase().ends_with(ENDING)
}

#[cfg(test)]
mod tests {
    use super::is_rule_file;

    #[test]
    fn a_rule_file_is_known_by_its_ending() {
        for (name, rules) in [("tinh-toi.toml", true), ("TINH.TOML", true), ("toml.xlsx", false), ("so.csv", false)] {
            assert_eq!(is_rule_file(name), rules, "{name}");
        }
    }
}
