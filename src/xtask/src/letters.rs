//! Bytes as text that a page may hold: seven bits a letter, where base64 has six.
//!
//! Text of a page is UTF-8, so only letters below 128 take one byte. Three of them cannot stand within a script that is data: NUL
//! and the carriage return come out otherwise, and `<` may end it. In their place stands the letter 128 further on, in two bytes.

/// What a page cannot hold as it is.
const REFUSED: [u8; 3] = [0, b'\r', b'<'];

/// JavaScript: the text → the bytes.
pub const READ_LETTERS: &str = "\
function lettered(text) {
  const bytes = new Uint8Array((text.length * 7) >> 3);
  for (let at = 0, place = 0, held = 0, bits = 0; at < text.length; at += 1) {
    held = (held << 7) | (text.charCodeAt(at) & 127);
    bits += 7;
    if (bits > 7) bytes[place++] = held >> (bits -= 8);
  }
  return bytes;
}";

/// The bytes as text.
pub fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits > 6 {
            bits -= 7;
            push(&mut text, held >> bits);
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        push(&mut text, held << (7 - bits));
    }
    text
}

fn push(text: &mut String, seven: u32) {
    let letter = u8::try_from(seven & 127).unwrap_or_default();
    text.push(char::from(if REFUSED.contains(&letter) { letter | 128 } else { letter }));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`READ_LETTERS`] does.
    fn read(text: &str) -> Vec<u8> {
        let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
        for letter in text.chars() {
            held = held << 7 | u32::from(letter) & 127;
            bits += 7;
            if bits > 7 {
                bits -= 8;
                bytes.push((held >> bits & 255) as u8);
            }
        }
        bytes
    }

    #[test]
    fn bytes_come_back_from_letters_that_a_page_can_hold() {
        let all: Vec<u8> = (0..=255).collect();
        let mixed: Vec<u8> = (0..20_000_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [&b""[..], &[0], &[255], &[0; 7], &[60; 8], &all, &mixed] {
            let text = letters(bytes);
            assert_eq!(read(&text), bytes);
            assert!(!text.contains(['\0', '\r', '<']));
        }
        assert!(letters(&mixed).len() < mixed.len() * 118 / 100);
    }
}
