//! New files, whole or not at all, and never over another.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

/// Writes a file that must not be there yet.
///
/// # Errors
/// When it is there, or cannot be written; then it is as it was before.
pub(crate) fn new_file(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // What a shell or an editor would create: everybody's, less what the user's mask takes away.
    #[cfg(unix)]
    builder.permissions(<fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    let mut file = builder.prefix(".pact-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes a file in the place of the one that may be there, whole or not at all. It keeps who may read it.
///
/// # Errors
/// When it cannot be written; then it is as it was before.
pub(crate) fn in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Where the file is a link, what it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    let before = fs::metadata(&path).ok().map(|found| found.permissions());
    #[cfg(unix)]
    builder.permissions(
        before.clone().unwrap_or_else(|| <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666)),
    );
    let mut file = builder.prefix(".pact-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Some(before) = before {
        file.as_file().set_permissions(before)?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes files into a folder, all or none. Gives back the first that is there already.
///
/// # Errors
/// When one cannot be written. Those written before are taken away again.
pub(crate) fn new_files<'f>(folder: &Path, files: &[(&'f str, &str)]) -> io::Result<Result<(), &'f str>> {
    let taken = |name: &&'f str| fs::symlink_metadata(folder.join(name)).is_ok();
    if let Some(name) = files.iter().map(|(name, _)| *name).find(taken) {
        return Ok(Err(name));
    }
    for (position, (name, text)) in files.iter().enumerate() {
        if let Err(error) = new_file(&folder.join(name), text) {
            for (written, _) in files.iter().take(position) {
                fs::remove_file(folder.join(written))?;
            }
            return if error.kind() == io::ErrorKind::AlreadyExists { Ok(Err(name)) } else { Err(error) };
        }
    }
    Ok(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        in_place(&path, b"x").unwrap();
        in_place(&path, b"y").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "y");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
            std::os::unix::fs::symlink(&path, folder.path().join("b")).unwrap();
            in_place(&folder.path().join("b"), b"z").unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), "z");
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        }
    }

    #[test]
    fn nothing_is_overwritten_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b"), "mine").unwrap();
        assert_eq!(new_files(folder.path(), &[("a", "x"), ("b", "y")]).unwrap(), Err("b"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "mine");
        assert_eq!(new_files(folder.path(), &[("a", "x"), ("c", "y")]).unwrap(), Ok(()));
        assert_eq!(fs::read_to_string(folder.path().join("c")).unwrap(), "y");
        assert!(new_file(&folder.path().join("c"), "z").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }
}
