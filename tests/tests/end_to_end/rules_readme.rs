//! The pages that teach the rule language: the plan of their tutorial is sound, every snippet can be read, every message
//! they show is the one that lint prints, and both languages say the same. Whether the prose is good is for people.

use crate::world::repository;
use plan::{RuleFile, Sources};
use toml::{Table, Value};

const PAGES: [&str; 2] = ["rules/README.md", "rules/README.vi.md"];
const SOURCE: &str = "rules/sources/mau.txt";

/// Something between fences, and what stands behind the opening one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    mark: String,
    text: String,
}

fn page(name: &str) -> String {
    std::fs::read_to_string(repository(name)).unwrap()
}

fn blocks(page: &str) -> Vec<Block> {
    let mut fences = page.split("\n```");
    let mut blocks = Vec::new();
    fences.next();
    while let (Some(inside), Some(_)) = (fences.next(), fences.next()) {
        let (mark, text) = inside.split_once('\n').unwrap();
        blocks.push(Block { mark: mark.to_owned(), text: format!("{text}\n") });
    }
    blocks
}

/// The texts of the blocks with this mark.
fn marked(page: &str, mark: &str) -> Vec<String> {
    let marked = blocks(page).into_iter().filter(|block| block.mark == mark);
    marked.map(|block| block.text).collect()
}

fn tutorial(page: &str) -> String {
    marked(page, "toml,plan").join("\n")
}

fn sources(page: &str) -> Sources {
    Sources::new().with(SOURCE, &marked(page, "text,source").concat())
}

fn said_of(text: &str, page: &str) -> Vec<String> {
    let problems = match RuleFile::parse("rules/mau-2030.toml", text) {
        Ok(file) => engine::lint(&file, &sources(page)),
        Err(problems) => problems,
    };
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_plan_of_the_tutorial_is_sound() {
    let page = page(PAGES[0]);
    assert!(tutorial(&page).contains("[[target]]"), "the tutorial has targets");
    assert_eq!(said_of(&tutorial(&page), &page), Vec::<String>::new());
}

#[test]
fn the_messages_of_the_tutorial_are_those_of_lint() {
    let page = page(PAGES[0]);
    let shown = marked(&page, "text");
    let one_sided = r#", ["2026-03-05", "c2", "news", 1, ""]]"#;
    let expected = r#", ["M1", "c2", "2026-03", "missed"]]"#;
    for (message, text) in [
        ("unknown window", tutorial(&page).replacen(r#"window = "month""#, r#"window = "moth""#, 1)),
        ("no test notices", tutorial(&page).replacen(one_sided, "]", 1).replacen(expected, "]", 1)),
    ] {
        let shown = shown.iter().find(|shown| shown.contains(message)).unwrap();
        assert_eq!(said_of(&text, &page), [shown.trim_end()], "{message}");
    }
}

#[test]
fn every_snippet_of_the_reference_can_be_read() {
    let page = page(PAGES[0]);
    let snippets = marked(&page, "toml,part");
    assert!(snippets.len() > 10, "{} snippets", snippets.len());
    for snippet in snippets {
        let mut whole: Table = tutorial(&page).parse().unwrap();
        join(&mut whole, snippet.parse().unwrap());
        assert_eq!(RuleFile::parse("snippet", &whole.to_string()).err(), None, "{snippet}");
    }
    let unguarded = |said: &String| said.contains("no test notices") || said.contains("note: ");
    let said: Vec<String> = said_of(&everything(&page), &page).into_iter().filter(|said| !unguarded(said)).collect();
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn every_path_of_the_reference_leads_somewhere() {
    let page = page(PAGES[0]);
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | `"));
    let sections = ["plan.", "defaults.", "window.", "target.", "duty."];
    let is_path = |row: &(&str, &str)| sections.iter().any(|section| row.0.starts_with(section));
    let paths: Vec<(&str, &str)> = rows.filter(is_path).collect();
    assert!(paths.len() > 10, "{paths:?}");
    for (path, rest) in paths {
        let (value, _) = rest.split_once('`').unwrap();
        let reading = format!(
            r#"[[reading]]
            id = "try"
            kind = "text"
            ask = {{ vi = "?", en = "?" }}
            cite = [{{ clause = "1" }}]
            default = "no"
            why = {{ vi = "!", en = "!" }}
            option = [
              {{ id = "no", label = {{ vi = "0", en = "0" }} }},
              {{ id = "yes", label = {{ vi = "1", en = "1" }}, set = {{ "{path}" = {value} }} }},
            ]"#
        );
        let mut whole: Table = everything(&page).parse().unwrap();
        join(&mut whole, reading.parse().unwrap());
        let file = RuleFile::parse("path", &whole.to_string()).unwrap();
        let [before, after] = ["no", "yes"].map(|option| file.plan(&[("try".to_owned(), option.to_owned())].into()));
        let (before, after) = (before.unwrap(), after.unwrap_or_else(|problems| panic!("{path}: {}", problems[0])));
        let rules = |plan: &plan::Plan| {
            (plan.from, plan.defaults, plan.windows.clone(), plan.targets.clone(), plan.duties.clone())
        };
        assert!(rules(&before) != rules(&after), "{path} = {value} changes nothing");
    }
}

/// The tutorial with every snippet.
fn everything(page: &str) -> String {
    let mut whole: Table = tutorial(page).parse().unwrap();
    for snippet in marked(page, "toml,part") {
        join(&mut whole, snippet.parse().unwrap());
    }
    whole.to_string()
}

/// Tables are filled up, lists grow, everything else is written over.
fn join(whole: &mut Table, part: Table) {
    for (name, value) in part {
        match (whole.get_mut(&name), value) {
            (Some(Value::Table(whole)), Value::Table(part)) => join(whole, part),
            (Some(Value::Array(whole)), Value::Array(part)) if part.iter().all(Value::is_table) => whole.extend(part),
            (_, value) => {
                whole.insert(name, value);
            }
        }
    }
}

#[test]
fn every_field_of_the_language_stands_on_both_pages() {
    let schema = page("rules/plan-rules-1.schema.json");
    let fields = fields(&schema);
    assert!(fields.contains(&"at_least_percent".to_owned()), "{fields:?}");
    for name in PAGES {
        let page = page(name);
        let words: Vec<&str> = page.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').collect();
        let missing: Vec<&String> = fields.iter().filter(|field| !words.contains(&field.as_str())).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{name}");
    }
}

/// The keys of every `properties` of a JSON schema, told by their depth: they hold objects.
fn fields(schema: &str) -> Vec<String> {
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let mut fields = Vec::new();
    let mut open = vec![&schema];
    while let Some(value) = open.pop() {
        let named = value.get("properties").and_then(serde_json::Value::as_object);
        fields.extend(named.into_iter().flat_map(|fields| fields.keys().cloned()));
        let inner = value.as_object().into_iter().flat_map(|table| table.values());
        open.extend(inner.chain(value.as_array().into_iter().flatten()));
    }
    fields
}

#[test]
fn every_message_of_lint_stands_on_both_pages() {
    let shown = shown_by_lint();
    assert!(shown.len() > 100, "{} messages", shown.len());
    for name in PAGES {
        let page = page(name);
        let (_, catalogue) = page.split_once("\n# 5 ").unwrap();
        let rows = catalogue.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
        let cells: String = rows.map(|(messages, _)| messages).collect::<Vec<_>>().join("\n");
        let known: Vec<&str> = cells.split([',', '\n']).map(|message| message.trim_matches(['`', ' '])).collect();
        let unknown = shown.iter().filter(|message| !known.iter().any(|known| fits(known, message)));
        assert_eq!(unknown.collect::<Vec<_>>(), Vec::<&String>::new(), "{name}");
    }
}

/// Every message in the golden files of the linters, without its place and without backticks.
fn shown_by_lint() -> Vec<String> {
    let folders = ["src/plan/tests/lint", "src/engine/tests/lint"];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(repository(folder)).unwrap());
    let golden = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "golden"));
    let texts: Vec<String> = golden.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    let messages = lines.filter_map(|line| line.split_once(".toml:")?.1.split_once(": "));
    messages.map(|(_, message)| message.replace('`', "")).collect()
}

/// Does the message hold the pieces between the `…` of the pattern, in their order?
fn fits(pattern: &str, message: &str) -> bool {
    let pattern = pattern.replace('`', "");
    let mut rest = message;
    let mut pieces = pattern.split('…').map(str::trim).filter(|piece| !piece.is_empty()).peekable();
    pieces.peek().is_some()
        && pieces.all(|piece| match rest.split_once(piece) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
}

#[test]
fn both_languages_show_the_same_code() {
    let [english, vietnamese] = PAGES.map(|name| blocks(&page(name)));
    assert_eq!(english, vietnamese);
}

#[test]
fn both_languages_have_the_same_sections() {
    let [english, vietnamese] = PAGES.map(|name| sections(&page(name)));
    assert!(english.len() > 20);
    assert_eq!(english, vietnamese);
}

/// How deep each heading is, and its number: `2 3.4`.
fn sections(page: &str) -> Vec<String> {
    let mut fenced = false;
    let headings = page.lines().filter(|line| {
        fenced ^= line.starts_with("```");
        !fenced && line.starts_with('#')
    });
    let number = |line: &str| {
        let (depth, title) = line.split_once(' ').unwrap_or((line, ""));
        let number: String = title.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
        format!("{} {number}", depth.len())
    };
    headings.map(number).collect()
}

#[test]
fn every_link_of_a_page_leads_to_one_of_its_sections() {
    for name in PAGES {
        let page = page(name);
        let anchors: Vec<String> = page.lines().filter_map(|line| Some(anchor(line.split_once("# ")?.1))).collect();
        let links = page.split("](#").skip(1).filter_map(|rest| rest.split_once(')'));
        let dead: Vec<&str> =
            links.map(|(link, _)| link).filter(|link| !anchors.contains(&(*link).to_owned())).collect();
        assert_eq!(dead, Vec::<&str>::new(), "{name}");
    }
}

/// The name that a heading gets in an address.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}
