//! An outline filled with the figures of an assessment: the report as the page shows it and as Word writes it.
//!
//! Decides which sentences stand, for whom and when, and how lists are numbered. What a field says is in `fields`, what
//! a row says in `rows`. A field without a value becomes a place to fill in: nothing is invented.

mod fields;
mod rows;

use domain::{
    Outline, OutlineBlock, OutlineForm, OutlineIssuer, OutlineSection, OutlineWhen, Piece, ReportAnnex, ReportBlock,
    ReportColumn, ReportCondition, ReportField, ReportFigures, ReportFoot, ReportHead, ReportLine, ReportRows,
    ReportRun, ReportSlice, ReportTable, UnitKind,
};
use rows::Row;
use wording::report as words;

/// The report.
pub fn fill(outline: &Outline, figures: &ReportFigures) -> ReportSlice {
    Filler::new(outline, figures).report()
}

/// What every sentence is filled from.
struct Filler<'a> {
    outline: &'a Outline,
    figures: &'a ReportFigures,
    issuer: OutlineIssuer,
}

impl<'a> Filler<'a> {
    fn new(outline: &'a Outline, figures: &'a ReportFigures) -> Self {
        let mut filler = Self { outline, figures, issuer: OutlineIssuer::default() };
        let issuer = outline.issuers.iter().find(|issuer| filler.stands(&issuer.when));
        filler.issuer = issuer.cloned().unwrap_or_default();
        filler
    }

    fn report(&self) -> ReportSlice {
        ReportSlice {
            kind: self.figures.kind,
            unit: self.figures.unit.clone(),
            period: self.figures.period.clone(),
            as_of: self.figures.as_of,
            file_name: self.file_name(),
            head: self.head(),
            body: self.body(),
            foot: self.foot(),
            annexes: self.annexes(),
            reach: self.figures.reach.clone(),
        }
    }

    /// Without a name: names of units may hold what no file may be called.
    fn file_name(&self) -> String {
        format!("bao-cao-{}-{}", self.figures.kind.code(), self.figures.period)
    }

    fn head(&self) -> ReportHead {
        let code = match self.issuer.code.as_str() {
            "" => ReportRun::Blank(words::CODE_BLANK.to_owned()),
            code => ReportRun::Text(code.to_owned()),
        };
        let text = |text: &str| ReportRun::Text(text.to_owned());
        let blank = |text: &str| ReportRun::Blank(text.to_owned());
        let [before, after] = words::around_day(
            &self.plain(&[Piece::Field(ReportField::Month)]),
            &self.plain(&[Piece::Field(ReportField::MonthYear)]),
        );
        let day = [ReportRun::Text(before), blank(words::DAY_BLANK), ReportRun::Text(after)];
        ReportHead {
            superior: self.plain(&self.issuer.superior),
            issuer: self.issuer.lines.iter().map(|line| self.plain(line)).collect(),
            number: vec![text(words::NUMBER), blank(words::NUMBER_BLANK), text("/BC-"), code],
            nation: words::NATION.to_owned(),
            motto: words::MOTTO.to_owned(),
            place_and_day: self.field(ReportField::Place, None).into_iter().chain(day).collect(),
            title: self.outline.title.clone(),
            subject: self.outline.subject.iter().map(|line| self.plain(line)).collect(),
        }
    }

    fn body(&self) -> Vec<ReportBlock> {
        let mut body = self.blocks(&self.outline.opening);
        let standing = self.outline.sections.iter().filter(|section| self.stands(&section.when));
        for (number, section) in (1..).zip(standing) {
            let text = format!("{}. {}", roman(number), self.plain(&section.heading).to_uppercase());
            body.push(ReportBlock::Heading { level: 1, text });
            body.extend(self.blocks(&section.blocks));
        }
        body.extend(self.blocks(&self.outline.closing));
        body
    }

    fn foot(&self) -> ReportFoot {
        let recipients = self.outline.recipients.iter().filter(|line| self.stands(&line.when));
        ReportFoot {
            recipients_head: words::RECIPIENTS.to_owned(),
            recipients: recipients.map(|line| self.line(&line.text, None)).collect(),
            capacity: self.issuer.capacity.iter().map(|line| self.plain(line)).collect(),
            name: vec![ReportRun::Blank(words::SIGNER.to_owned())],
        }
    }

    /// Annexes that have something to show.
    fn annexes(&self) -> Vec<ReportAnnex> {
        let standing = self.outline.annexes.iter().filter(|annex| self.stands(&annex.when));
        let filled = standing.map(|annex| (annex, self.blocks(&annex.blocks))).filter(|(_, body)| !body.is_empty());
        let filled: Vec<_> = filled.collect();
        // SOURCE: Nghị định 30/2020/NĐ-CP, Phụ lục I: annexes are numbered where there are two or more.
        let number = |number: usize| match filled.len() {
            1 => words::ANNEX.to_owned(),
            _ => format!("{} {}", words::ANNEX, roman(number)),
        };
        let numbers: Vec<String> = (1..=filled.len()).map(number).collect();
        numbers.into_iter().zip(filled).map(|(number, (annex, body))| self.annex(number, annex, body)).collect()
    }

    fn annex(&self, number: String, annex: &OutlineSection, body: Vec<ReportBlock>) -> ReportAnnex {
        let [before, between, after] = words::around_belonging(&self.plain(&[Piece::Field(ReportField::Issuer)]));
        let mut belongs_to = vec![ReportRun::Text(before)];
        belongs_to.extend(self.head().number.into_iter().skip(1));
        let day = [ReportRun::Text(between), ReportRun::Blank(words::DAY_BLANK.to_owned()), ReportRun::Text(after)];
        belongs_to.extend(day);
        ReportAnnex { number, title: self.plain(&annex.heading).to_uppercase(), belongs_to, body }
    }

    fn blocks(&self, blocks: &[OutlineBlock]) -> Vec<ReportBlock> {
        blocks.iter().filter(|block| self.stands(&block.when)).flat_map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &OutlineBlock) -> Vec<ReportBlock> {
        let rows = block.each.map(|each| self.rows(each));
        if let OutlineForm::Table { caption, columns } = &block.form {
            let rows = rows.unwrap_or_default();
            let cells = |row: &Row| columns.iter().map(|column| self.line(&column.cell, Some(row))).collect();
            let table = ReportTable {
                caption: self.plain(caption),
                columns: columns
                    .iter()
                    .map(|column| ReportColumn { head: column.head.clone(), width: column.width, align: column.align })
                    .collect(),
                rows: rows.iter().map(cells).collect(),
            };
            return if table.rows.is_empty() { Vec::new() } else { vec![ReportBlock::Table(table)] };
        }
        let one = |row: Option<&Row>| match &block.form {
            OutlineForm::Heading(text) => ReportBlock::Heading { level: 2, text: self.plain_in(text, row) },
            OutlineForm::Item(text) => ReportBlock::Item(self.line(text, row)),
            OutlineForm::Text(text) | OutlineForm::Table { caption: text, .. } => {
                ReportBlock::Paragraph(self.line(text, row))
            }
        };
        match rows {
            Some(rows) => rows.iter().map(|row| one(Some(row))).collect(),
            None => vec![one(None)],
        }
    }

    /// Does it stand in this report?
    fn stands(&self, when: &OutlineWhen) -> bool {
        let kind = self.figures.unit.as_ref().map_or(UnitKind::Province, |unit| unit.kind);
        let day = self.figures.as_of;
        let for_it = when.kinds.is_empty() || when.kinds.contains(&kind);
        let in_time = when.from.is_none_or(|from| from <= day) && when.to.is_none_or(|to| day <= to);
        let holds = |condition: &ReportCondition| self.holds(*condition);
        for_it && in_time && when.when.iter().all(holds) && !when.unless.iter().any(holds)
    }

    fn holds(&self, condition: ReportCondition) -> bool {
        match condition {
            ReportCondition::Has(rows) => !self.rows(rows).is_empty(),
            ReportCondition::People => self.figures.reach.kinds.values().any(|reach| reach.people_rows > 0),
            ReportCondition::Women => self.figures.reach.people_beside_women > 0,
            ReportCondition::PeriodOver => self.figures.days.to() <= self.figures.as_of,
            ReportCondition::Parent => !self.figures.path.is_empty(),
            ReportCondition::CutOff => fields::cut_off(self.figures).is_some(),
        }
    }

    fn rows(&self, rows: ReportRows) -> Vec<Row> {
        rows::rows(self.figures, rows)
    }

    /// A sentence; neighbouring words are one run.
    fn line(&self, sentence: &[Piece], row: Option<&Row>) -> ReportLine {
        let mut line = ReportLine::new();
        for run in sentence.iter().flat_map(|piece| self.piece(piece, row)) {
            match (line.last_mut(), run) {
                (Some(ReportRun::Text(before)), ReportRun::Text(text)) => before.push_str(&text),
                (_, run) => line.push(run),
            }
        }
        line
    }

    fn piece(&self, piece: &Piece, row: Option<&Row>) -> ReportLine {
        match piece {
            Piece::Text(text) => vec![ReportRun::Text(text.clone())],
            Piece::Blank(hint) => vec![ReportRun::Blank(hint.clone())],
            Piece::Field(field) => self.field(*field, row),
        }
    }

    fn field(&self, field: ReportField, row: Option<&Row>) -> ReportLine {
        // An issuer's own name cannot name the issuer.
        let names_itself = self.issuer.name.contains(&Piece::Field(ReportField::Issuer));
        if field == ReportField::Issuer && !names_itself && !self.issuer.name.is_empty() {
            return self.line(&self.issuer.name, None);
        }
        let of_row = row.and_then(|row| row.get(&field).cloned());
        let value = of_row.or_else(|| fields::value(self.figures, &self.issuer, field));
        vec![value.map_or_else(|| ReportRun::Blank(words::blank(field).to_owned()), ReportRun::Text)]
    }

    /// A sentence where nothing can be filled in, such as a heading: places stand in brackets.
    fn plain(&self, sentence: &[Piece]) -> String {
        self.plain_in(sentence, None)
    }

    fn plain_in(&self, sentence: &[Piece], row: Option<&Row>) -> String {
        let runs = self.line(sentence, row).into_iter();
        runs.map(|run| match run {
            ReportRun::Text(text) => text,
            ReportRun::Blank(hint) => format!("[{hint}]"),
        })
        .collect()
    }
}

/// The number of a section in Roman numerals: an outline has fewer than forty.
fn roman(number: usize) -> String {
    let (tens, ones) = (number / 10, number % 10);
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].get(ones).copied().unwrap_or_default();
    "X".repeat(tens) + ones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_numbered_as_the_romans_did() {
        assert_eq!([1, 4, 5, 9, 10, 14, 21].map(roman), ["I", "IV", "V", "IX", "X", "XIV", "XXI"]);
    }
}
