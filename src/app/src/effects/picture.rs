//! Draws a picture that was laid out, makes a file of it, and shares it where the device shares such files.

use super::save;
use crate::picture::{Chart, FAMILY, Face, Ink, Part, Told, WIDTH, Way, laid_out, mark, svg};
use domain::Language;
use js_sys::{Array, Reflect};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, CanvasRenderingContext2d, CssStyleDeclaration, File, FilePropertyBag, HtmlCanvasElement, Path2d, ShareData,
    Url,
};
use wording::states::Group;
use yew::prelude::*;

const PNG: &str = "image/png";
/// The MIME type of a drawing.
const SVG: &str = "image/svg+xml;charset=utf-8";

/// A picture as a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawn {
    file: File,
    alt: String,
    address: Rc<Address>,
    /// The device shares this very file.
    pub(crate) can_share: bool,
}

impl Drawn {
    /// Where an `<img>` finds it.
    pub(crate) fn address(&self) -> AttrValue {
        AttrValue::from(self.address.0.clone())
    }

    /// What it tells, as text.
    pub(crate) fn alt(&self) -> AttrValue {
        AttrValue::from(self.alt.clone())
    }

    /// Downloads it.
    pub(crate) fn save(&self) {
        save::save_blob(&self.file.name(), &self.file);
    }

    /// Opens the device's own list of whom to send it to.
    pub(crate) fn share(&self) {
        if let Some(navigator) = web_sys::window().map(|window| window.navigator()) {
            // Who closes the list has decided so.
            let refused = Closure::once(|_: JsValue| ());
            let _ = navigator.share_with_data(&shared(&self.file)).catch(&refused);
            refused.forget();
        }
    }
}

/// The address of a file in memory; it ends with this value.
#[derive(Debug, PartialEq)]
struct Address(String);

impl Drop for Address {
    fn drop(&mut self) {
        // An address that is gone already harms nobody.
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Draws what `told` tells whenever it changes; `None` until it is drawn, or where the browser cannot.
#[hook]
pub(crate) fn use_picture(name: String, told: Option<Told>) -> Option<Drawn> {
    let drawn = use_state(|| None);
    let setter = drawn.setter();
    use_effect_with((name, told), move |(name, told)| {
        setter.set(None);
        if let Some(told) = told {
            // A browser without a canvas shows no picture.
            let _ = draw(name.clone(), told, move |made| setter.set(made));
        }
    });
    (*drawn).clone()
}

/// Saves a chart as a drawing that shows the same anywhere. Its colours are those of paper, whatever the page looks like.
pub(crate) fn save_chart(name: &str, chart: &Chart, language: Language) {
    // A browser that does not know its own colours has none to save either.
    if let Ok(style) = inks() {
        let colour = |ink: Ink| style.get_property_value(ink.token()).unwrap_or_default().trim().to_owned();
        save::save(name, SVG, svg::written(chart, language, &colour).as_bytes());
    }
}

fn draw(name: String, told: &Told, tell: impl FnOnce(Option<Drawn>) + 'static) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let pen: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    let picture = laid_out(told, &|text, face| {
        pen.set_font(&font(face));
        pen.measure_text(text).map_or(0.0, |metrics| metrics.width())
    });
    canvas.set_width(WIDTH as u32);
    canvas.set_height(picture.height as u32);
    let style = inks()?;
    for part in &picture.parts {
        draw_part(&pen, &style, part)?;
    }
    let alt = told.as_text();
    let made = Closure::once(move |blob: Option<Blob>| tell(blob.and_then(|blob| finished(&name, alt, &blob))));
    canvas.to_blob(made.as_ref().unchecked_ref())?;
    made.forget();
    Ok(())
}

fn finished(name: &str, alt: String, blob: &Blob) -> Option<Drawn> {
    let properties = FilePropertyBag::new();
    properties.set_type(PNG);
    let file = File::new_with_blob_sequence_and_options(&Array::of1(blob), name, &properties).ok()?;
    let address = Rc::new(Address(Url::create_object_url_with_blob(&file).ok()?));
    Some(Drawn { can_share: can_share(&file), file, alt, address })
}

fn shared(file: &File) -> ShareData {
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    data
}

/// Browsers differ in which files they share: only the file itself tells.
fn can_share(file: &File) -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    let knows = Reflect::get(&navigator, &"canShare".into()).is_ok_and(|found| found.is_function());
    knows && navigator.can_share_with_data(&shared(file))
}

fn font(face: Face) -> String {
    format!("{} {}px {FAMILY}", face.weight, face.size)
}

fn inks() -> Result<CssStyleDeclaration, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let root = window.document().and_then(|document| document.document_element()).ok_or(JsValue::NULL)?;
    window.get_computed_style(&root)?.ok_or(JsValue::NULL)
}

fn dip(pen: &CanvasRenderingContext2d, style: &CssStyleDeclaration, ink: Ink) -> Result<(), JsValue> {
    let colour = style.get_property_value(ink.token())?;
    pen.set_fill_style_str(colour.trim());
    pen.set_stroke_style_str(colour.trim());
    Ok(())
}

fn draw_part(pen: &CanvasRenderingContext2d, style: &CssStyleDeclaration, part: &Part) -> Result<(), JsValue> {
    match part {
        Part::Box { x, y, width, height, ink } => {
            dip(pen, style, *ink)?;
            pen.fill_rect(*x, *y, *width, *height);
            Ok(())
        }
        Part::Text { x, y, face, ink, text } => {
            dip(pen, style, *ink)?;
            pen.set_font(&font(*face));
            pen.fill_text(text, *x, *y)
        }
        Part::Mark { x, y, size, group } => {
            pen.save();
            pen.translate(*x, *y)?;
            // The shapes are those of the page's marks, in a box of 20 by 20.
            pen.scale(size / 20.0, size / 20.0)?;
            draw_mark(pen, style, *group)?;
            pen.restore();
            Ok(())
        }
        Part::Line { from, to, ink, dashed } => draw_line(pen, style, (*from, *to), *ink, *dashed),
        Part::Group { parts, .. } => parts.iter().try_for_each(|part| draw_part(pen, style, part)),
    }
}

fn draw_line(
    pen: &CanvasRenderingContext2d,
    style: &CssStyleDeclaration,
    (from, to): ((f64, f64), (f64, f64)),
    ink: Ink,
    dashed: bool,
) -> Result<(), JsValue> {
    pen.save();
    dip(pen, style, ink)?;
    pen.set_line_width(2.0);
    let dashes = if dashed { Array::of2(&6.into(), &4.into()) } else { Array::new() };
    pen.set_line_dash(&dashes)?;
    pen.begin_path();
    pen.move_to(from.0, from.1);
    pen.line_to(to.0, to.1);
    pen.stroke();
    pen.restore();
    Ok(())
}

fn draw_mark(pen: &CanvasRenderingContext2d, style: &CssStyleDeclaration, group: Group) -> Result<(), JsValue> {
    pen.set_line_width(2.0);
    pen.set_line_cap("round");
    for (way, ink, path) in mark(group) {
        dip(pen, style, ink)?;
        let path = Path2d::new_with_path_string(path)?;
        match way {
            Way::Fill => pen.fill_with_path_2d(&path),
            Way::Line => pen.stroke_with_path(&path),
            Way::Dashes => {
                pen.set_line_dash(&Array::of2(&3.into(), &JsValue::from(2.4)))?;
                pen.stroke_with_path(&path);
            }
        }
    }
    Ok(())
}
