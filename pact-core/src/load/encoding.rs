//! From bytes to text.

use crate::fault::Unreadable;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// UTF-8 with or without a byte order mark; what documents are written in.
///
/// A NUL never stands in a text that somebody wrote: it is what a binary file is recognised by.
///
/// # Errors
/// The bytes as they were, and why they are no text.
pub(crate) fn utf8(bytes: Vec<u8>) -> Result<String, (Vec<u8>, Unreadable)> {
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        let reason = not_text(&bytes, at);
        return Err((bytes, reason));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let reason = not_text(error.as_bytes(), error.utf8_error().valid_up_to());
        (error.into_bytes(), reason)
    })?;
    if text.starts_with(BYTE_ORDER_MARK) {
        text.drain(..BYTE_ORDER_MARK.len_utf8());
    }
    Ok(text)
}

fn not_text(bytes: &[u8], at: usize) -> Unreadable {
    let line = 1 + bytes.iter().take(at).filter(|&&byte| byte == b'\n').count();
    Unreadable::NotText { offset: at as u64, line: line as u64 }
}

/// UTF-8, or Windows-1252 where the bytes are not UTF-8, or UTF-16 where a byte order mark says so; what spreadsheets write.
///
/// Danish text in Windows-1252 is practically never valid UTF-8, so that the order of the two attempts is safe.
pub(crate) fn utf8_or_windows_1252(bytes: Vec<u8>) -> Result<String, Unreadable> {
    // What a spreadsheet calls "Unicode text".
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(&bytes)
        && encoding != encoding_rs::UTF_8
    {
        let (text, faulty) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or(&[]));
        return if faulty || text.contains('\0') { Err(not_text(&bytes, mark)) } else { Ok(text.into_owned()) };
    }
    utf8(bytes).or_else(|(bytes, reason)| {
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        // NUL, and the five bytes that Windows-1252 leaves undefined, come out as control characters: not a table then.
        if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n')) {
            return Err(reason);
        }
        Ok(text.into_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_is_recognised() {
        assert_eq!(utf8_or_windows_1252(b"\xE6\xF8\xE5;K\xF8benhavn".to_vec()).unwrap(), "æøå;København");
        assert_eq!(utf8_or_windows_1252("\u{feff}æøå".into()).unwrap(), "æøå");
        assert_eq!(utf8_or_windows_1252(b"a\x81b".to_vec()), Err(Unreadable::NotText { offset: 1, line: 1 }));
    }

    #[test]
    fn utf_16_is_recognised_by_its_mark() {
        let little: Vec<u8> = "\u{feff}plads\tÆrø".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}plads\tÆrø".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little.clone(), big] {
            assert_eq!(utf8_or_windows_1252(bytes).unwrap(), "plads\tÆrø");
        }
        let unmarked = little.get(2..).unwrap().to_vec();
        assert_eq!(utf8_or_windows_1252(unmarked), Err(Unreadable::NotText { offset: 1, line: 1 }));
        assert!(utf8_or_windows_1252(b"\xff\xfea\0\0\xd8".to_vec()).is_err(), "half a letter");
    }

    #[test]
    fn a_nul_is_no_text() {
        let reason = |bytes: &[u8]| utf8(bytes.to_vec()).map_err(|(_, reason)| reason);
        assert_eq!(reason(b"ab\0c"), Err(Unreadable::NotText { offset: 2, line: 1 }));
        assert_eq!(reason(b"\xEF\xBB\xBFab\xff"), Err(Unreadable::NotText { offset: 5, line: 1 }));
    }
}
