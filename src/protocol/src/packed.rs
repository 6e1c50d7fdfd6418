//! Messages as bytes: what a type says of itself, field after field, without names. Both ends are built from one commit.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A message as bytes. `None` would be a defect: every message can be written.
pub fn pack<T: Serialize>(message: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(message).ok()
}

/// The message that the bytes are; `None` = they are none.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Bytes, JobId, Reply, Request};
    use domain::{ActivityKind, EnteredRow, Options};

    #[test]
    fn a_message_comes_back_as_it_was() {
        let mut options = Options { as_of: "2024-10-15".parse().ok(), ..Options::default() };
        options.kinds.insert("Xe hoa".to_owned(), ActivityKind::Event);
        let blank = EnteredRow::default();
        let rows = vec![EnteredRow { kind: "tin".to_owned(), women: "3".to_owned(), ..blank.clone() }, blank];
        let request =
            Request::Proof { number: 9, rows, options: Box::new(options), today: "2026-01-01".parse().unwrap() };
        assert_eq!(unpack::<Request>(&pack(&request).unwrap()), Some(request));
        let file = Reply::ProjectWritten { number: 3, name: "sổ.json".to_owned(), bytes: Bytes(vec![0, 255, 60]) };
        assert_eq!(unpack::<Reply>(&pack(&file).unwrap()), Some(file));
    }

    #[test]
    fn the_bench_knows_two_messages_by_their_first_byte() {
        let done = Reply::Understanding { job: JobId(1), rows: 1, of: 2 };
        assert_eq!(pack(&done).unwrap().first(), Some(&2), "`Done` follows with 3");
        let first = Request::Assess {
            job: JobId(1),
            inputs: Vec::new(),
            options: Box::default(),
            today: "2026-01-01".parse().unwrap(),
        };
        assert_eq!(pack(&first).unwrap().first(), Some(&0));
    }

    #[test]
    fn what_is_no_message_is_refused() {
        assert_eq!(unpack::<Reply>(&[]), None);
        assert_eq!(unpack::<Reply>(&[250, 1, 2]), None);
    }
}
