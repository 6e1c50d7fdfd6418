//! Tells project files from other files, by how they begin.

use super::files::Given;
use super::text;

/// Bytes at the beginning that are looked at.
const HEAD: f64 = 256.0;
/// What this page writes first.
const MARK: &str = "\"doichieu\"";

/// Files in their order, the project files apart.
#[derive(Default)]
pub(super) struct Sorted {
    pub(super) projects: Vec<Given>,
    pub(super) others: Vec<Given>,
}

/// Looks at the beginning of each file, one after the other, and tells which are projects.
pub(super) fn sort(files: Vec<Given>, told: impl FnOnce(Sorted) + 'static) {
    next(files.into_iter(), Sorted::default(), Box::new(told));
}

fn next(mut files: std::vec::IntoIter<Given>, mut sorted: Sorted, told: Box<dyn FnOnce(Sorted)>) {
    let Some(given) = files.next() else { return told(sorted) };
    let Ok(head) = given.file.slice_with_f64_and_f64(0.0, HEAD) else {
        sorted.others.push(given);
        return next(files, sorted, told);
    };
    text::read_bytes(&head, move |bytes| {
        let is_project = bytes.is_some_and(|bytes| is_project(&bytes));
        let place = if is_project { &mut sorted.projects } else { &mut sorted.others };
        place.push(given);
        next(files, sorted, told);
    });
}

fn is_project(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(MARK))
}

#[cfg(test)]
mod tests {
    use super::is_project;

    #[test]
    fn a_project_is_told_by_its_beginning() {
        for (head, project) in [
            ("{\"doichieu\":1,\"files\":[", true),
            ("\u{feff} {\n  \"doichieu\": 2", true),
            ("{\"files\":[],\"doichieu\":1}", false),
            ("doichieu;1", false),
            ("", false),
        ] {
            assert_eq!(is_project(head.as_bytes()), project, "{head}");
        }
    }
}
