import Glibc

extension Disk {
  /// Puts other bytes into a file of the user's, or makes it: a reader sees the old ones or the new
  /// ones, whatever happens on the way. The file keeps its mode and its owner.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    var status = stat()
    let isThere = lstat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw FileError(.write, path, .notAFile) }
    // Of a file that not everyone may read, nobody is to read the draft.
    let draft = try FileDraft(of: path, mode: isThere ? 0o600 : 0o644)
    defer { draft.end() }
    if isThere { try draft.resemble(status) }
    try draft.fill(bytes)
    try move(draft.path, to: path)
    try syncFolder(of: path)
  }

  /// Makes a file of the user's where nothing is: whole, or not at all. If something is there, or
  /// comes there meanwhile, the error says that it is taken.
  package static func place(_ bytes: [UInt8], at path: String) throws(FileError) {
    let draft = try FileDraft(of: path, mode: 0o644)
    defer { draft.end() }
    try draft.fill(bytes)
    try moveFile(draft.path, toFree: path)
  }

  /// Moves a file of the user's to a place where nothing is, and makes sure that it stays moved.
  package static func moveFile(_ path: String, toFree newPath: String) throws(FileError) {
    // A move that was ended halfway is done by the next.
    guard !isSame(path, newPath) else {
      try removeFile(path)
      return try syncFolder(of: path)
    }
    guard let slash = newPath.lastIndex(of: "/") else { return try move(path, to: newPath) }
    try createFolder(String(newPath[..<slash]))
    // A second name comes first, as it never takes the place of another file.
    if link(path, newPath) == 0 {
      try syncFolder(of: newPath)
      try removeFile(path)
    } else {
      let failure = errno
      // Some file systems know no second names.
      guard failure == EPERM || failure == ENOTSUP, kind(newPath) == nil else {
        throw FileError(.move, newPath, .system(failure))
      }
      try move(path, to: newPath)
    }
    try syncFolder(of: path)
  }

  /// Whether two paths are two names of one file; of one name in two spellings, where case does not
  /// count, there is but one.
  package static func isSame(_ path: String, _ other: String) -> Bool {
    var (status, otherStatus) = (stat(), stat())
    return lstat(path, &status) == 0 && lstat(other, &otherStatus) == 0 && status.st_nlink > 1
      && status.st_dev == otherStatus.st_dev && status.st_ino == otherStatus.st_ino
  }

  private static func syncFolder(of path: String) throws(FileError) {
    try sync(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
  }

  private static func sync(_ path: String) throws(FileError) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw FileError(.write, path, .system(errno)) }
    defer { close(file) }
    guard fsync(file) == 0 || errno == EINVAL else {
      throw FileError(.write, path, .system(errno))
    }
  }
}
