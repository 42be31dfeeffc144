//! Paths as documents write them: with `/`, relative to the document.

/// A path without `.` and without `..` where that can be resolved; `\` is read as `/`.
pub(crate) fn normalise(path: &str) -> String {
    let path = path.replace('\\', "/");
    let rooted = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if rooted => {}
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    match (rooted, joined.is_empty()) {
        (true, _) => format!("/{joined}"),
        (false, true) => ".".to_owned(),
        (false, false) => joined,
    }
}

/// The last part of a path.
pub(crate) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The last part of a path without its ending; an id whatever the file is called.
pub(crate) fn stem(path: &str) -> &str {
    let name = name(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if crate::decode::is_id(stem) { stem } else { "register" }
}

/// The path of a file that `document` names as `relative`.
pub(crate) fn join(document: &str, relative: &str) -> String {
    if relative.starts_with('/') {
        return normalise(relative);
    }
    match document.rsplit_once('/') {
        Some((folder, _)) => normalise(&format!("{folder}/{relative}")),
        None => normalise(relative),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined() {
        assert_eq!(
            join("examples/clean/pact.toml", "../midtjylland/danmark.yaml"),
            "examples/midtjylland/danmark.yaml"
        );
        assert_eq!(join("pact.toml", "./a.yaml"), "a.yaml");
        assert_eq!(join("a/b.yaml", "/c.txt"), "/c.txt");
        assert_eq!(join("a.yaml", "../../x"), "../../x");
        assert_eq!(normalise("/../a//b/."), "/a/b");
        assert_eq!(normalise("."), ".");
    }
}
