//! Markdown as GitHub reads it.

use std::io::{self, Write};

use super::clean;

/// A row.
pub(super) fn row(out: &mut dyn Write, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
    writeln!(out, "| {} |", cells.into_iter().collect::<Vec<_>>().join(" | "))
}

/// Text that means itself, wherever it stands in a table.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in clean::line(text).trim().chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' | '!' => out.extend(['\\', letter]),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_means_itself() {
        assert_eq!(
            escaped("a|b\n<script> [x](y) `c` **d** \\ &amp;"),
            r"a\|b &lt;script&gt; \[x\](y) \`c\` \*\*d\*\* \\ &amp;amp;"
        );
    }
}
