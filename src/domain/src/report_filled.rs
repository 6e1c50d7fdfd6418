//! A report with its blanks filled in.

use crate::{ReportBlock, ReportLine, ReportRun, ReportSlice};

impl ReportSlice {
    /// The report with these texts in its blanks, in the order of [`ReportSlice::lines`]; where a text is empty or missing
    /// the blank stays.
    #[must_use]
    pub fn filled(mut self, texts: &[String]) -> Self {
        let mut texts = texts.iter();
        let mut fill = |line: &mut ReportLine| {
            for run in line.iter_mut().filter(|run| matches!(run, ReportRun::Blank(_))) {
                if let Some(text) = texts.next().filter(|text| !text.is_empty()) {
                    *run = ReportRun::Text(text.clone());
                }
            }
        };
        fill(&mut self.head.number);
        fill(&mut self.head.place_and_day);
        fill_blocks(&mut self.body, &mut fill);
        self.foot.recipients.iter_mut().for_each(&mut fill);
        fill(&mut self.foot.name);
        for annex in &mut self.annexes {
            fill(&mut annex.belongs_to);
            fill_blocks(&mut annex.body, &mut fill);
        }
        self
    }
}

fn fill_blocks(blocks: &mut [ReportBlock], fill: &mut impl FnMut(&mut ReportLine)) {
    for block in blocks {
        match block {
            ReportBlock::Heading { .. } => {}
            ReportBlock::Paragraph(line) | ReportBlock::Item(line) => fill(line),
            ReportBlock::Table(table) => table.rows.iter_mut().flatten().for_each(&mut *fill),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Period, ReportAnnex, ReportFoot, ReportHead, ReportKind, ReportTable};
    use chrono::NaiveDate;

    fn blank(hint: &str) -> ReportLine {
        vec![ReportRun::Text("a".to_owned()), ReportRun::Blank(hint.to_owned())]
    }

    fn report() -> ReportSlice {
        let table = ReportTable { rows: vec![vec![blank("3"), blank("4")]], ..ReportTable::default() };
        ReportSlice {
            kind: ReportKind::Year,
            unit: None,
            period: Period::Year(2024),
            as_of: NaiveDate::default(),
            file_name: String::new(),
            head: ReportHead { number: blank("0"), place_and_day: blank("1"), ..ReportHead::default() },
            body: vec![ReportBlock::Paragraph(blank("2")), ReportBlock::Table(table)],
            foot: ReportFoot { recipients: vec![blank("5")], name: blank("6"), ..ReportFoot::default() },
            annexes: vec![ReportAnnex {
                belongs_to: blank("7"),
                body: vec![ReportBlock::Item(blank("8"))],
                ..ReportAnnex::default()
            }],
            reach: crate::ReportReach::default(),
        }
    }

    #[test]
    fn texts_go_into_blanks_in_the_order_in_which_they_are_listed() {
        let texts: Vec<String> = (0..9).map(|number| format!("chỗ {number}")).collect();
        let filled = report().filled(&texts);
        assert_eq!(filled.blanks(), 0);
        let runs = filled.lines().flatten().filter(|run| **run != ReportRun::Text("a".to_owned()));
        let written: Vec<ReportRun> = runs.cloned().collect();
        assert_eq!(written, texts.into_iter().map(ReportRun::Text).collect::<Vec<_>>());
    }

    #[test]
    fn what_nobody_wrote_stays_blank() {
        let filled = report().filled(&[String::new(), "x".to_owned()]);
        assert_eq!(filled.blanks(), 8);
        assert_eq!(filled.head.number, blank("0"));
    }
}
