//! Text from files made fit to be printed: what a terminal would obey or hide is spelled out.

use std::{borrow::Cow, fmt::Write as _};

/// A text on one line. Line breaks and tabs become blanks.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    replaced(text, |letter| match letter {
        '\n' | '\t' => Some(Shown::As(' ')),
        '\r' => Some(Shown::Nothing),
        letter if hides(letter) => Some(Shown::Spelled),
        _ => None,
    })
}

/// A line of a file, without its end. Tabs are kept.
pub(crate) fn source(text: &str) -> Cow<'_, str> {
    replaced(text, |letter| (letter != '\t' && hides(letter)).then_some(Shown::Spelled))
}

/// A text on one line and not longer than `most` characters.
pub(crate) fn short(text: &str, most: usize) -> String {
    // What is spelled out is longer than what it stands for; cutting first bounds the work.
    let (head, rest) = match text.char_indices().nth(most) {
        Some((end, _)) => (text.get(..end).unwrap_or(""), true),
        None => (text, false),
    };
    let cleaned = line(head.trim());
    if rest || cleaned.chars().count() > most {
        let kept: String = cleaned.chars().take(most.saturating_sub(1)).collect();
        format!("{}…", kept.trim_end())
    } else {
        cleaned.into_owned()
    }
}

/// Whether a character moves the cursor, changes the direction of the text, or cannot be seen.
pub(crate) fn hides(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
                | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

enum Shown {
    As(char),
    Spelled,
    Nothing,
}

fn replaced(text: &str, how: impl Fn(char) -> Option<Shown>) -> Cow<'_, str> {
    if text.chars().all(|letter| how(letter).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match how(letter) {
            None => out.push(letter),
            Some(Shown::As(other)) => out.push(other),
            Some(Shown::Nothing) => {}
            Some(Shown::Spelled) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(letter));
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_spelled_out() {
        assert_eq!(line("a\u{1b}[31mb\u{9b}c\u{202e}d\u{200b}e"), r"a\u{1b}[31mb\u{9b}c\u{202e}d\u{200b}e");
        assert_eq!(line("to\r\nlinjer\tmed æøå"), "to linjer med æøå");
        assert_eq!(source("\ta\rb"), "\ta\\u{d}b");
        assert!(matches!(line("rødgrød — 令和 👍"), Cow::Borrowed(_)));
    }

    #[test]
    fn long_text_is_cut() {
        assert_eq!(short("ænden går", 5), "ænde…");
        assert_eq!(short("and", 3), "and");
        assert_eq!(short(&"\u{0}".repeat(1000), 10).chars().count(), 10);
    }
}
