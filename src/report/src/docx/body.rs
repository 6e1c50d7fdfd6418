//! The document itself: letterhead, title, text, signature, and each annex as a section of its own in landscape.

use super::parts::{DECLARATION, NAMESPACES};
use super::xml::Xml;
use domain::{
    ReportAlign, ReportAnnex, ReportBlock, ReportFoot, ReportHead, ReportLine, ReportRun, ReportSlice, ReportTable,
};

/// A page: its size and the width of its text, in twentieths of a point.
struct Page {
    size: &'static str,
    margins: &'static str,
    text: u32,
}

/// A4 upright: 20 mm at the top, the bottom and the right, 30 mm at the left.
const UPRIGHT: Page = Page {
    size: "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
    margins: "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" \
              w:footer=\"567\" w:gutter=\"0\"/>",
    text: 11906 - 1701 - 1134,
};
/// A4 across.
const ACROSS: Page = Page {
    size: "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
    margins: "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" \
              w:footer=\"567\" w:gutter=\"0\"/>",
    text: 16838 - 1701 - 1134,
};

/// Parts of the letterhead and of the foot, in percent of the width.
const LETTERHEAD: [u32; 2] = [42, 58];
const FOOT: [u32; 2] = [46, 54];

/// So many rows of a table are not parted.
const SHORT: usize = 6;

/// `word/document.xml`
pub(super) fn document(report: &ReportSlice) -> String {
    let mut writer = Writer { xml: Xml::default(), blanks: 0 };
    writer.xml.raw(DECLARATION).raw("<w:document ").raw(NAMESPACES).raw("><w:body>");
    writer.head(&report.head);
    // The last lines keep with the signature, so that it never stands alone on a page.
    let last = report.body.len().saturating_sub(1);
    for (at, block) in report.body.iter().enumerate() {
        writer.block(block, &UPRIGHT, at == last);
    }
    writer.foot(&report.foot);
    let mut before = &UPRIGHT;
    for annex in &report.annexes {
        writer.end_section(before);
        writer.annex(annex);
        before = &ACROSS;
    }
    writer.section(before);
    writer.xml.raw("</w:body></w:document>");
    writer.xml.finish()
}

struct Writer {
    xml: Xml,
    /// Places to fill in so far: each has a number of its own.
    blanks: u32,
}

/// What a paragraph has besides its style.
#[derive(Clone, Copy, Default)]
struct Form<'a> {
    keep: bool,
    align: Option<&'a str>,
}

impl Writer {
    fn head(&mut self, head: &ReportHead) {
        self.frame(&UPRIGHT, LETTERHEAD);
        self.cell(LETTERHEAD[0], &UPRIGHT);
        if !head.superior.is_empty() {
            self.plain("Superior", &head.superior);
        }
        for line in &head.issuer {
            self.plain("Issuer", line);
        }
        self.rule(LETTERHEAD[0], 3);
        self.xml.raw("</w:tc>");
        self.cell(LETTERHEAD[1], &UPRIGHT);
        self.plain("Nation", &head.nation);
        self.plain("Motto", &head.motto);
        // The line under the motto is as long as the motto.
        self.rule(LETTERHEAD[1], 6);
        // Number and day stand on one line.
        self.xml.raw("</w:tc></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>");
        self.cell(LETTERHEAD[0], &UPRIGHT);
        self.paragraph("ReportNumber", &head.number, Form::default());
        self.xml.raw("</w:tc>");
        self.cell(LETTERHEAD[1], &UPRIGHT);
        self.paragraph("PlaceAndDay", &head.place_and_day, Form::default());
        self.xml.raw("</w:tc></w:tr></w:tbl>");
        self.plain("Title", &head.title);
        for line in &head.subject {
            self.plain("Subtitle", line);
        }
        self.rule(100, 2);
    }

    /// A line in the middle of a column, `tenths` of it long: a border of an empty paragraph, which no text is hidden by.
    fn rule(&mut self, percent: u32, tenths: u32) {
        let side = UPRIGHT.text * percent / 100 * (10 - tenths) / 20;
        self.xml
            .raw("<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>")
            .raw("<w:spacing w:before=\"80\" w:after=\"60\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"")
            .number(side)
            .raw("\" w:right=\"")
            .number(side)
            .raw("\"/></w:pPr></w:p>");
    }

    fn block(&mut self, block: &ReportBlock, page: &Page, keep: bool) {
        let form = Form { keep, align: None };
        match block {
            ReportBlock::Heading { level: 1, text } => self.plain("Heading1", text),
            ReportBlock::Heading { text, .. } => self.plain("Heading2", text),
            ReportBlock::Paragraph(line) | ReportBlock::Item(line) => self.paragraph("BodyText", line, form),
            ReportBlock::Table(table) => self.table(table, page),
        }
    }

    fn table(&mut self, table: &ReportTable, page: &Page) {
        if !table.caption.is_empty() {
            self.plain("Caption", &table.caption);
        }
        let widths: Vec<u32> = table.columns.iter().map(|column| page.text * u32::from(column.width) / 100).collect();
        self.xml.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"");
        self.xml.number(widths.iter().sum()).raw("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>");
        self.grid(&widths);
        // The header stands again on every page that the table goes on to.
        self.xml.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&widths) {
            self.table_cell(*width, "center");
            self.plain("TableHead", &column.head);
            self.xml.raw("</w:tc>");
        }
        self.xml.raw("</w:tr>");
        // A short table stays on one page.
        let kept = if table.rows.len() <= SHORT { table.rows.len().saturating_sub(1) } else { 0 };
        for (at, row) in table.rows.iter().enumerate() {
            self.xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for ((column, width), line) in table.columns.iter().zip(&widths).zip(row) {
                self.table_cell(*width, "top");
                let align = match column.align {
                    ReportAlign::Left => None,
                    ReportAlign::Center => Some("center"),
                    ReportAlign::Right => Some("right"),
                };
                self.paragraph("TableText", line, Form { keep: at < kept, align });
                self.xml.raw("</w:tc>");
            }
            self.xml.raw("</w:tr>");
        }
        self.xml.raw("</w:tbl>");
        // Two tables without a paragraph between them would become one.
        self.gap();
    }

    fn grid(&mut self, widths: &[u32]) {
        self.xml.raw("<w:tblGrid>");
        for width in widths {
            self.xml.raw("<w:gridCol w:w=\"").number(*width).raw("\"/>");
        }
        self.xml.raw("</w:tblGrid>");
    }

    fn table_cell(&mut self, width: u32, upright: &str) {
        self.xml.raw("<w:tc><w:tcPr><w:tcW w:w=\"").number(width).raw("\" w:type=\"dxa\"/>");
        self.xml.value("w:vAlign", upright).raw("</w:tcPr>");
    }

    fn gap(&mut self) {
        self.xml.raw(
            "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>",
        );
    }

    fn foot(&mut self, foot: &ReportFoot) {
        self.gap_kept();
        self.frame(&UPRIGHT, FOOT);
        self.cell(FOOT[0], &UPRIGHT);
        self.plain("RecipientsHead", &foot.recipients_head);
        for line in &foot.recipients {
            self.paragraph("Recipient", line, Form::default());
        }
        self.xml.raw("</w:tc>");
        self.cell(FOOT[1], &UPRIGHT);
        for line in &foot.capacity {
            self.plain("Signature", line);
        }
        // Room for signature and seal.
        for _ in 0..4 {
            self.plain("Signature", "");
        }
        self.paragraph("Signature", &foot.name, Form::default());
        self.xml.raw("</w:tc></w:tr></w:tbl>");
    }

    /// Keeps what stands before it with the foot.
    fn gap_kept(&mut self) {
        self.xml.raw(
            "<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>",
        );
        self.xml.raw("</w:pPr></w:p>");
    }

    /// A row without borders, in two cells: letterhead and foot are laid out so, not with text boxes.
    fn frame(&mut self, page: &Page, parts: [u32; 2]) {
        self.xml.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableNormal\"/><w:tblW w:w=\"").number(page.text);
        self.xml
            .raw("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>");
        self.xml.raw("<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
        self.grid(&parts.map(|part| page.text * part / 100));
        self.xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    }

    fn cell(&mut self, percent: u32, page: &Page) {
        self.xml.raw("<w:tc><w:tcPr><w:tcW w:w=\"").number(page.text * percent / 100);
        self.xml.raw("\" w:type=\"dxa\"/></w:tcPr>");
    }

    fn annex(&mut self, annex: &ReportAnnex) {
        self.plain("AnnexTitle", &annex.number);
        self.plain("AnnexTitle", &annex.title);
        self.paragraph("PlaceAndDay", &annex.belongs_to, Form::default());
        self.gap();
        for block in &annex.body {
            self.block(block, &ACROSS, false);
        }
    }

    fn plain(&mut self, style: &str, text: &str) {
        let line = if text.is_empty() { ReportLine::new() } else { vec![ReportRun::Text(text.to_owned())] };
        self.paragraph(style, &line, Form::default());
    }

    fn paragraph(&mut self, style: &str, line: &ReportLine, form: Form<'_>) {
        self.xml.raw("<w:p><w:pPr>").value("w:pStyle", style);
        if form.keep {
            self.xml.raw("<w:keepNext/>");
        }
        if let Some(align) = form.align {
            self.xml.value("w:jc", align);
        }
        self.xml.raw("</w:pPr>");
        for run in line {
            match run {
                ReportRun::Text(text) => {
                    self.xml.raw("<w:r><w:t xml:space=\"preserve\">").text(text).raw("</w:t></w:r>");
                }
                ReportRun::Blank(hint) => self.blank(hint),
            }
        }
        self.xml.raw("</w:p>");
    }

    /// A content control that shows what belongs in it: one click marks all of it, typing replaces it.
    fn blank(&mut self, hint: &str) {
        self.blanks += 1;
        // Word shows at most 64 letters of a title.
        let title: String = hint.chars().take(60).collect();
        self.xml.raw("<w:sdt><w:sdtPr>").value("w:alias", &title).raw("<w:tag w:val=\"blank-").number(self.blanks);
        self.xml.raw("\"/><w:id w:val=\"").number(self.blanks).raw("\"/><w:showingPlcHdr/><w:text/></w:sdtPr>");
        self.xml.raw("<w:sdtContent><w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/><w:highlight w:val=\"yellow\"/>");
        self.xml.raw("</w:rPr><w:t xml:space=\"preserve\">[").text(hint).raw("]</w:t></w:r></w:sdtContent></w:sdt>");
    }

    /// Ends a section with its own last paragraph.
    fn end_section(&mut self, page: &Page) {
        self.xml.raw("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>");
        self.section(page);
        self.xml.raw("</w:pPr></w:p>");
    }

    /// Every section begins on a new page, counts its pages from 1, and shows no number on its first.
    fn section(&mut self, page: &Page) {
        self.xml
            .raw("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:type w:val=\"nextPage\"/>")
            .raw(page.size)
            .raw(page.margins)
            .raw("<w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>");
    }
}
