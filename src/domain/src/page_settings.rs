//! How the page shows itself: settings of the one who looks, which change no verdict.
//!
//! Their codes stand in addresses and in the page's root element; the style sheets and links of old depend on them.

use serde::{Deserialize, Serialize};

/// What the reader settled about the page itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageSettings {
    /// Its colours.
    pub theme: Theme,
    /// How large its text is.
    pub size: TextSize,
    /// Whether keys without Ctrl do anything outside fields.
    pub single_keys: SingleKeys,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, with strong lines.
    Contrast,
}

impl Theme {
    /// Every one, in the order of the settings.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    /// Its code; none for what the device says.
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
            Self::Contrast => Some("contrast"),
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == Some(code))
    }
}

/// How large the text is. The steps are far enough apart to be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// 90 %
    Small,
    /// 100 %
    #[default]
    Normal,
    /// 112 %
    Large,
    /// 125 %
    Larger,
    /// 150 %
    Largest,
}

impl TextSize {
    /// Every one, the smallest first.
    pub const ALL: [Self; 5] = [Self::Small, Self::Normal, Self::Large, Self::Larger, Self::Largest];

    /// Its part of the usual size, in hundredths.
    pub fn percent(self) -> u32 {
        match self {
            Self::Small => 90,
            Self::Normal => 100,
            Self::Large => 112,
            Self::Larger => 125,
            Self::Largest => 150,
        }
    }

    /// The one with this part.
    pub fn from_percent(percent: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.percent() == percent)
    }

    /// The next smaller one.
    pub fn smaller(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|size| *size < self)
    }

    /// The next larger one.
    pub fn larger(self) -> Option<Self> {
        Self::ALL.into_iter().find(|size| *size > self)
    }
}

/// Whether keys without Ctrl do anything outside fields.
// SOURCE: WCAG 2.2, 2.1.4 Character Key Shortcuts: who dictates or trembles must be able to turn them off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SingleKeys {
    /// They do.
    #[default]
    On,
    /// They do nothing.
    Off,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back() {
        for theme in Theme::ALL {
            assert_eq!(theme.code().map_or(Some(Theme::Auto), Theme::from_code), Some(theme));
        }
        for size in TextSize::ALL {
            assert_eq!(TextSize::from_percent(size.percent()), Some(size));
        }
        assert_eq!((Theme::from_code("pink"), TextSize::from_percent(1)), (None, None));
    }

    #[test]
    fn sizes_go_up_and_down_step_by_step_and_end() {
        let mut size = TextSize::Small;
        let mut steps = 0;
        while let Some(larger) = size.larger() {
            assert_eq!(larger.smaller(), Some(size));
            (size, steps) = (larger, steps + 1);
        }
        assert_eq!((size, steps, TextSize::Small.smaller()), (TextSize::Largest, 4, None));
    }
}
