//! From bytes to text.

use std::borrow::Cow;

use crate::fault::Unreadable;

/// UTF-8 with or without a byte order mark; what documents are written in.
///
/// A NUL never stands in a text that somebody wrote: it is what a binary file is recognised by.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, Unreadable> {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let skipped = bytes.len() - body.len();
    if let Some(at) = body.iter().position(|&byte| byte == 0) {
        return Err(Unreadable::NotText { offset: (skipped + at) as u64 });
    }
    std::str::from_utf8(body).map_err(|error| Unreadable::NotText { offset: (skipped + error.valid_up_to()) as u64 })
}

/// UTF-8, or Windows-1252 where the bytes are not UTF-8; what spreadsheets write.
///
/// Danish text in Windows-1252 is practically never valid UTF-8, so that the order of the two attempts is safe.
pub(crate) fn utf8_or_windows_1252(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    match utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(Unreadable::NotText { offset }) if !bytes.contains(&0) => {
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
            // The five bytes that Windows-1252 leaves undefined come out as control characters: not a table then.
            if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n')) {
                return Err(Unreadable::NotText { offset });
            }
            Ok(text)
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_is_recognised() {
        assert_eq!(utf8_or_windows_1252(b"\xE6\xF8\xE5;K\xF8benhavn").unwrap(), "æøå;København");
        assert_eq!(utf8_or_windows_1252("\u{feff}æøå".as_bytes()).unwrap(), "æøå");
        assert_eq!(utf8_or_windows_1252(b"a\x81b"), Err(Unreadable::NotText { offset: 1 }));
    }

    #[test]
    fn a_nul_is_no_text() {
        assert_eq!(utf8(b"ab\0c"), Err(Unreadable::NotText { offset: 2 }));
        assert_eq!(utf8(b"\xEF\xBB\xBFab\xff"), Err(Unreadable::NotText { offset: 5 }));
    }
}
