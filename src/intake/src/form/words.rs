//! The words of an order, in the form in which headers are compared: without accents, marks and capitals.

use crate::fold::fold;
use domain::{FormOrder, RowColumn};

/// An order whose words are folded.
pub(super) struct Known {
    words: Vec<(String, RowColumn, String)>,
}

impl Known {
    pub(super) fn new(order: &FormOrder) -> Self {
        let words = order.columns.iter().flat_map(|column| column.words.iter().map(|word| (column.holds, word)));
        let plain = words.map(|(holds, word)| (plain(word), holds, word.clone()));
        Self { words: plain.filter(|(plain, ..)| !plain.is_empty()).collect() }
    }

    /// What a column with this header holds. The lowest level that any words stand in decides, and there the longest words.
    pub(super) fn guess(&self, levels: &[String]) -> Option<(RowColumn, String)> {
        levels.iter().rev().find_map(|level| self.of_level(&plain(level)))
    }

    fn of_level(&self, level: &str) -> Option<(RowColumn, String)> {
        let spaced = format!(" {level} ");
        let stands = |plain: &str| spaced.contains(&format!(" {plain} "));
        let found = self.words.iter().filter(|(plain, ..)| stands(plain));
        // Of words as long as each other the first count.
        let longest = found.rev().max_by_key(|(plain, ..)| plain.len());
        longest.map(|(_, holds, word)| (*holds, word.clone()))
    }
}

/// Words alone: letters and digits, with one space between them.
pub(super) fn plain(text: &str) -> String {
    let spaced = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let folded: String = fold(text).chars().map(spaced).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Bilingual, FormColumn};

    fn known(columns: &[(RowColumn, &str)]) -> Known {
        let column = |(holds, word): &(RowColumn, &str)| FormColumn { holds: *holds, words: vec![(*word).to_owned()] };
        let (title, columns) = (Bilingual::default(), columns.iter().map(column).collect());
        Known::new(&FormOrder { id: String::new(), title, source: String::new(), columns })
    }

    #[test]
    fn the_lowest_level_and_there_the_longest_words_decide() {
        let known =
            known(&[(RowColumn::Events, "Số cuộc"), (RowColumn::Blank, "Số cuộc thi"), (RowColumn::News, "Tin, bài")]);
        let said = |levels: &[&str]| {
            let levels: Vec<String> = levels.iter().map(|level| (*level).to_owned()).collect();
            known.guess(&levels).map(|(holds, _)| holds)
        };
        assert_eq!(said(&["Truyền thông", "SỐ CUỘC (Cuộc)"]), Some(RowColumn::Events));
        assert_eq!(said(&["Số cuộc thi (Cuộc)"]), Some(RowColumn::Blank));
        assert_eq!(said(&["Số cuộc", "Tin bài"]), Some(RowColumn::News));
        assert_eq!(said(&["Số cuộc", "Quý I"]), Some(RowColumn::Events));
        assert_eq!(said(&["Số cuộc họp", "Bảo số cuộcx"]), Some(RowColumn::Events));
        assert_eq!(said(&["Dân số cuối kỳ"]), None, "only whole words are words");
    }
}
