//! What surrounds a date and says nothing about the day: times, weekdays, "ngày", "từ".
//!
//! It reads no date.

use crate::meaning::tokens::Token;

/// Takes off what surrounds a date: weekdays, times of day, "ngày", "từ". "đến" and "tới" become dashes.
pub(super) fn tidy(tokens: &[Token]) -> Vec<Token> {
    let mut tidy = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some((token, after)) = rest.split_first() {
        rest = match skip_time(rest).or_else(|| skip_weekday(rest)) {
            Some(after_noise) => after_noise,
            None => {
                tidy.extend(keep(token));
                after
            }
        };
    }
    tidy
}

fn keep(token: &Token) -> Option<Token> {
    match token {
        Token::Word(word) => match word.as_str() {
            "ngay" | "ngaythang" | "tu" | "sang" | "chieu" | "trua" | "luc" | "vao" | "hoi" | "trong" | "ca" | "ky" => {
                None
            }
            "den" | "toi" | "va" => Some(Token::Sign('-')),
            _ => Some(token.clone()),
        },
        Token::Sign(',' | ';' | ':') => None,
        _ => Some(token.clone()),
    }
}

/// `14h00`, `14 giờ 30`, `14:00`
fn skip_time(tokens: &[Token]) -> Option<&[Token]> {
    match tokens {
        [Token::Number(hour, _), Token::Word(mark), rest @ ..]
            if *hour <= 24 && ["h", "g", "gio"].contains(&mark.as_str()) =>
        {
            Some(match rest {
                [Token::Number(minute, 2), Token::Word(p), rest @ ..] if *minute < 60 && (p == "p" || p == "phut") => {
                    rest
                }
                [Token::Number(minute, 2), rest @ ..]
                    if *minute < 60 && !matches!(rest.first(), Some(Token::Sign(_))) =>
                {
                    rest
                }
                rest => rest,
            })
        }
        [Token::Number(hour, _), Token::Sign(':'), Token::Number(minute, 2), rest @ ..]
            if *hour <= 24 && *minute < 60 =>
        {
            Some(rest)
        }
        _ => None,
    }
}

/// `thứ 6`, `thứ sáu`, `T6,`, `chủ nhật`
fn skip_weekday(tokens: &[Token]) -> Option<&[Token]> {
    const NAMES: [&str; 6] = ["hai", "ba", "tu", "nam", "sau", "bay"];
    match tokens {
        [Token::Word(thu), Token::Number(2..=7, 1), rest @ ..] if thu == "thu" => Some(rest),
        [Token::Word(thu), Token::Word(name), rest @ ..] if thu == "thu" && NAMES.contains(&name.as_str()) => {
            Some(rest)
        }
        [Token::Word(t), Token::Number(2..=7, 1), Token::Sign(','), rest @ ..] if t == "t" => Some(rest),
        [Token::Word(chu), Token::Word(nhat), rest @ ..] if chu == "chu" && nhat == "nhat" => Some(rest),
        [Token::Word(cn), rest @ ..] if cn == "cn" => Some(rest),
        _ => None,
    }
}
