//! The page's address as a picture to scan. It holds the address only, never data.

use fast_qr::{ECL, QRBuilder};
use yew::prelude::*;

/// Beyond this many letters a picture gets too fine to scan from the back of a room.
const LONGEST: usize = 300;

/// The light margin around it, in modules: scanners need four.
const MARGIN: usize = 4;

/// A picture of dark squares on light ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// Its side in modules, the margin included.
    pub(super) side: usize,
    /// The dark squares as the path of an SVG.
    pub(super) path: String,
}

/// The picture of an address, if it is short enough.
pub(super) fn picture(address: &str) -> Option<Picture> {
    if address.len() > LONGEST {
        return None;
    }
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let rows = code.data.chunks(code.size).take(code.size).enumerate();
    let dark = rows.flat_map(|(y, row)| {
        row.iter().enumerate().filter(|(_, module)| module.value()).map(move |(x, _)| (x + MARGIN, y + MARGIN))
    });
    let path = dark.map(|(x, y)| format!("M{x} {y}h1v1h-1z")).collect();
    Some(Picture { side: code.size + 2 * MARGIN, path })
}

/// What is drawn.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct QrProps {
    /// The picture.
    pub(super) picture: Picture,
    /// What it is.
    pub(super) title: AttrValue,
}

/// The picture.
#[component]
pub(super) fn QrView(props: &QrProps) -> Html {
    let QrProps { picture: Picture { side, path }, title } = props;
    html! {
        <svg class="qr" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={title.clone()} shape-rendering="crispEdges">
            <title>{ title }</title>
            <rect class="qr-ground" width={side.to_string()} height={side.to_string()} />
            <path class="qr-dark" d={path.clone()} />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_three_finders_and_a_margin() {
        let picture = picture("https://example.org/#/trinh-chieu?s=1").unwrap();
        assert!(picture.side >= 21 + 2 * MARGIN);
        let far = picture.side - MARGIN - 1;
        for corner in [(MARGIN, MARGIN), (far, MARGIN), (MARGIN, far)] {
            assert!(picture.path.contains(&format!("M{} {}h1v1h-1z", corner.0, corner.1)), "{corner:?}");
        }
        assert!(!picture.path.contains("M0 0h"), "the margin is light");
    }

    #[test]
    fn an_address_too_long_to_scan_has_no_picture() {
        assert_eq!(picture(&"x".repeat(301)), None);
    }
}
