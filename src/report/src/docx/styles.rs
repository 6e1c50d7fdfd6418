//! The styles of a report: whoever edits it changes a style, not each paragraph.

use super::parts::{DECLARATION, NAMESPACES};
use super::xml::Xml;

/// A paragraph style. Properties stand in the order of the schema: `keep`, then `form`.
struct Paragraph {
    id: &'static str,
    /// Its name for people; names of Word's own styles are shown in the language of Word.
    name: &'static str,
    keep: &'static str,
    form: &'static str,
    run: &'static str,
}

impl Paragraph {
    const fn new(
        id: &'static str,
        name: &'static str,
        keep: &'static str,
        form: &'static str,
        run: &'static str,
    ) -> Self {
        Self { id, name, keep, form, run }
    }
}

const NEXT: &str = "<w:keepNext/>";
const WHOLE: &str = "<w:keepNext/><w:keepLines/>";
const BODY: &str = "<w:spacing w:before=\"0\" w:after=\"120\"/>\
    <w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>";
const FIRST: &str = "<w:spacing w:before=\"120\" w:after=\"120\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>\
    <w:outlineLvl w:val=\"0\"/>";
const SECOND: &str = "<w:spacing w:before=\"60\" w:after=\"60\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>\
    <w:outlineLvl w:val=\"1\"/>";
const TITLE: &str = "<w:spacing w:before=\"360\" w:after=\"0\"/><w:jc w:val=\"center\"/>";
const CAPTION: &str = "<w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"center\"/>";
const CENTRED: &str = "<w:spacing w:before=\"0\" w:after=\"0\"/><w:jc w:val=\"center\"/>";
const LINE: &str = "<w:spacing w:before=\"0\" w:after=\"0\"/><w:jc w:val=\"left\"/>";
const CELL: &str = "<w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"left\"/>";
const CELL_HEAD: &str = "<w:spacing w:before=\"40\" w:after=\"40\"/><w:jc w:val=\"center\"/>";
const BOLD: &str = "<w:b/><w:bCs/>";
const ITALIC: &str = "<w:i/><w:iCs/>";
/// Sizes are half points: 26 is 13 pt. What says none has the document's 14 pt.
const BOLD_13: &str = "<w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>";
const ITALIC_13: &str = "<w:i/><w:iCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>";
const PLAIN_13: &str = "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>";
const BOLD_12: &str = "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>";
const PLAIN_12: &str = "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>";
const RECIPIENTS: &str = "<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>";
const PLAIN_11: &str = "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>";

const PARAGRAPHS: [Paragraph; 19] = [
    Paragraph::new("BodyText", "Body Text", "", BODY, ""),
    Paragraph::new("Heading1", "heading 1", WHOLE, FIRST, BOLD),
    Paragraph::new("Heading2", "heading 2", WHOLE, SECOND, BOLD),
    Paragraph::new("Title", "Title", NEXT, TITLE, BOLD),
    Paragraph::new("Subtitle", "Subtitle", NEXT, CENTRED, BOLD),
    Paragraph::new("Superior", "Cơ quan chủ quản", "", CENTRED, PLAIN_13),
    Paragraph::new("Issuer", "Cơ quan ban hành", "", CENTRED, BOLD_13),
    Paragraph::new("Nation", "Quốc hiệu", "", CENTRED, BOLD_12),
    Paragraph::new("Motto", "Tiêu ngữ", "", CENTRED, BOLD_13),
    Paragraph::new("ReportNumber", "Số, ký hiệu", "", CENTRED, PLAIN_13),
    Paragraph::new("PlaceAndDay", "Địa danh, thời gian", "", CENTRED, ITALIC_13),
    Paragraph::new("RecipientsHead", "Nơi nhận", NEXT, LINE, RECIPIENTS),
    Paragraph::new("Recipient", "Dòng nơi nhận", NEXT, LINE, PLAIN_11),
    Paragraph::new("Signature", "Signature", NEXT, CENTRED, BOLD),
    Paragraph::new("TableText", "Chữ trong bảng", "", CELL, PLAIN_12),
    Paragraph::new("TableHead", "Đầu bảng", NEXT, CELL_HEAD, BOLD_12),
    Paragraph::new("Caption", "caption", NEXT, CAPTION, ITALIC),
    Paragraph::new("AnnexTitle", "Tên phụ lục", NEXT, CENTRED, BOLD),
    Paragraph::new("Header", "header", "", CENTRED, PLAIN_13),
];

const DEFAULTS: &str = "<w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" \
    w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>\
    <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
    <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
    <w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>";

const BORDER: &str = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";

/// All styles.
pub(super) fn styles() -> String {
    let mut xml = Xml::default();
    xml.raw(DECLARATION).raw("<w:styles ").raw(NAMESPACES).raw(">").raw(DEFAULTS);
    for style in &PARAGRAPHS {
        paragraph(&mut xml, style);
    }
    placeholder(&mut xml);
    tables(&mut xml);
    xml.raw("</w:styles>");
    xml.finish()
}

fn paragraph(xml: &mut Xml, style: &Paragraph) {
    xml.raw("<w:style w:type=\"paragraph\" w:styleId=\"").raw(style.id).raw("\">");
    xml.value("w:name", style.name).value("w:basedOn", "Normal");
    if style.id.starts_with("Heading") {
        xml.value("w:next", "BodyText");
    }
    xml.raw("<w:qFormat/><w:pPr>").raw(style.keep).raw(style.form).raw("</w:pPr>");
    xml.raw("<w:rPr>").raw(style.run).raw("</w:rPr></w:style>");
}

/// Places to fill in: yellow, as on the page, and the same in print.
fn placeholder(xml: &mut Xml) {
    xml.raw("<w:style w:type=\"character\" w:styleId=\"PlaceholderText\">")
        .value("w:name", "Placeholder Text")
        .value("w:basedOn", "DefaultParagraphFont")
        .raw("<w:uiPriority w:val=\"99\"/></w:style>");
}

fn tables(xml: &mut Xml) {
    xml.raw("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>")
        .raw("<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>")
        .raw("<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>")
        .raw("<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>")
        .raw("<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>")
        .value("w:basedOn", "TableNormal")
        .raw("<w:uiPriority w:val=\"39\"/><w:tblPr><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.raw("<w:").raw(side).raw(" ").raw(BORDER);
    }
    xml.raw("</w:tblBorders></w:tblPr></w:style>");
}
