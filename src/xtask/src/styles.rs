//! The page's style sheets as one: a browser paints nothing before it has all of them, and twenty small files are many
//! ways to a server and back.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// What the page asks for instead. The single sheets stay for other pages of the folder.
pub const TOGETHER: &str = "css/page.css";
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// Writes every sheet that `index.html` links to, in that order, into one, and links to it.
pub fn gather(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page)?;
    let (mut kept, mut sheets) = (String::new(), String::new());
    for line in html.split_inclusive('\n') {
        let Some(sheet) = line.trim().strip_prefix(LINK).and_then(|rest| rest.split('"').next()) else {
            kept.push_str(line);
            continue;
        };
        if sheets.is_empty() {
            kept.push_str(&format!("  {LINK}{TOGETHER}\">\n"));
        }
        let css = fs::read_to_string(dist.join(sheet)).with_context(|| format!("no style sheet {sheet}"))?;
        sheets.push_str(&small(&css));
    }
    if sheets.is_empty() {
        bail!("index.html links to no style sheet");
    }
    fs::write(dist.join(TOGETHER), sheets)?;
    fs::write(&page, kept)?;
    Ok(())
}

/// The same rules without comments, and with one space where there are several. What stands in quotes stays.
fn small(css: &str) -> String {
    let (mut small, mut rest, mut quote) = (String::with_capacity(css.len()), css, None);
    while let Some(character) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
        match quote {
            Some(open) if character == open => quote = None,
            None if matches!(character, '"' | '\'') => quote = Some(character),
            None if character.is_whitespace() => {
                if !small.is_empty() && !small.ends_with([' ', '{', '}', ';', ',']) {
                    small.push(' ');
                }
                continue;
            }
            _ => {}
        }
        if quote.is_none() && matches!(character, '{' | '}') && small.ends_with(' ') {
            small.pop();
        }
        small.push(character);
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_mean_the_same_with_less_space() {
        let css = "/* first */\n@layer a {\n  .x,  .y > p { content: \"a  /* b\"; margin: 0  auto; }\n}\n";
        assert_eq!(small(css), "@layer a{.x,.y > p{content: \"a  /* b\";margin: 0 auto;}}");
    }
}
