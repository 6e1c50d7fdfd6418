//! How the page shows itself: attributes of the root element, to which the style sheets answer.

use domain::{PageSettings, TextSize};
use web_sys::Element;
use yew::prelude::*;

/// Sets them whenever they change.
#[hook]
pub(crate) fn use_appearance(page: PageSettings) {
    use_effect_with((page.theme, page.size), |(theme, size)| {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(root) = document.and_then(|document| document.document_element()) {
            set(&root, "data-theme", theme.code());
            let percent = (*size != TextSize::default()).then(|| size.percent().to_string());
            set(&root, "data-size", percent.as_deref());
        }
    });
}

fn set(root: &Element, name: &str, value: Option<&str>) {
    // The names are valid attributes: neither call can fail.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

#[cfg(test)]
mod tests {
    use domain::{TextSize, Theme};

    const TOKENS: &str = include_str!("../../../../www/css/tokens.css");
    const BASE: &str = include_str!("../../../../www/css/base.css");
    const BOOT: &str = include_str!("../../../../www/boot.js");

    /// The tokens that a rule sets, without those about schemes.
    fn tokens(selector: &str) -> Vec<&'static str> {
        let rule = TOKENS.split_once(&format!("{selector} {{\n")).unwrap().1.split_once('}').unwrap().0;
        rule.lines().map(str::trim).filter(|line| line.starts_with("--")).collect()
    }

    #[test]
    fn dark_is_the_same_whether_the_device_or_the_reader_asks_for_it() {
        let chosen = tokens(":root[data-theme=\"dark\"]");
        assert_eq!(chosen, tokens("    :root:not([data-theme])"));
        assert!(chosen.len() > 20);
    }

    #[test]
    fn the_style_sheets_and_the_start_know_every_theme_and_size() {
        for code in Theme::ALL.into_iter().filter_map(Theme::code) {
            assert!(TOKENS.contains(&format!("[data-theme=\"{code}\"]")) && BOOT.contains(code), "{code}");
        }
        for size in TextSize::ALL.into_iter().filter(|size| *size != TextSize::default()) {
            let percent = size.percent().to_string();
            assert!(BASE.contains(&format!("[data-size=\"{percent}\"]")) && BOOT.contains(&percent), "{percent}");
        }
    }
}
