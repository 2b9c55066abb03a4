import Glibc
import Text

/// The thin layer over POSIX: the only place that opens, lists, moves or removes files.
///
/// Paths are plain strings as the system takes them. Nothing here follows a symbolic link in the
/// last component, and nothing waits for a pipe.
package enum Disk {
  package enum Kind: Sendable, Hashable {
    case file, folder, link, other
  }

  /// What stands at a path; nil where there is nothing.
  package static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Kind(mode: status.st_mode)
  }

  /// Whether nobody is to write a file, or this user may not.
  package static func isProtected(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
      && (status.st_mode & 0o222 == 0 || access(path, W_OK) != 0)
  }

  /// Whether an open file is still the one that stands at a path.
  static func isStanding(_ file: Int32, at path: String) -> Bool {
    var (status, standing) = (stat(), stat())
    return fstat(file, &status) == 0 && lstat(path, &standing) == 0
      && status.st_dev == standing.st_dev && status.st_ino == standing.st_ino
  }

  /// The whole of a regular file.
  package static func read(
    _ path: String, limit: Int = .max
  ) throws(FileError) -> [UInt8] {
    try readStamped(path, limit: limit).bytes
  }

  /// The same with what tells it from itself at another time. A file that changes meanwhile is an
  /// error.
  static func readStamped(
    _ path: String, limit: Int = .max
  ) throws(FileError) -> (bytes: [UInt8], stamp: Stamp) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw FileError(.read, path, .system(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(.read, path, .system(errno)) }
    guard Kind(mode: status.st_mode) == .file else { throw FileError(.read, path, .notAFile) }
    let size = Int(status.st_size)
    guard size <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
    var failure: FileError.Reason?
    // One byte more than its size, to notice a file that grows while it is read.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < size + 1 {
        let got = retrying {
          Glibc.read(file, buffer.baseAddress.map { $0 + count }, size + 1 - count)
        }
        if got < 0 { failure = .system(errno) }
        guard got > 0 else { return }
        count += got
        // The end, as fewer bytes came than there was room for.
        if got == size, count == size { return }
      }
    }
    if let failure { throw FileError(.read, path, failure) }
    let stamp = Stamp(status)
    guard bytes.count == size, fstat(file, &status) == 0, Stamp(status) == stamp else {
      throw FileError(.read, path, .changed)
    }
    return (bytes, stamp)
  }

  /// Some bytes of a regular file: as many as asked for, or fewer at its end.
  package static func read(
    _ path: String, at offset: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    try readStamped(path, at: offset, count: count).bytes
  }

  static func readStamped(
    _ path: String, at offset: Int, count: Int
  ) throws(FileError) -> (bytes: [UInt8], stamp: Stamp) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw FileError(.read, path, .system(errno)) }
    defer { close(file) }
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = retrying { pread(file, buffer.baseAddress, count, off_t(offset)) }
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if let failure { throw FileError(.read, path, .system(failure)) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(.read, path, .system(errno)) }
    return (bytes, Stamp(status))
  }

  /// Writes a new file, or over an old one, in place.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write(bytes.span, to: path, opening: O_TRUNC)
  }

  /// Writes a file where none is; one that is there already is an error.
  package static func create(_ bytes: Span<UInt8>, at path: String) throws(FileError) {
    try write(bytes, to: path, opening: O_EXCL)
  }

  private static func write(
    _ bytes: Span<UInt8>, to path: String, opening flag: Int32
  ) throws(FileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | flag, 0o644)
    guard file >= 0 else { throw FileError(.write, path, .system(errno)) }
    var failure = fill(file, with: bytes)
    // A full disk may show only here.
    if close(file) != 0, failure == nil { failure = errno }
    if let failure { throw FileError(.write, path, .system(failure)) }
  }

  /// Writes into an open file; what the system says where it fails.
  static func fill(_ file: Int32, with bytes: Span<UInt8>) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = retrying {
          Glibc.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        }
        guard wrote > 0 else { return errno }
        done += wrote
      }
      return nil
    }
  }

  /// The names in a folder with their kinds, in no order.
  package static func list(_ path: String) throws(FileError) -> [(name: String, kind: Kind)] {
    guard let folder = opendir(path) else { throw FileError(.list, path, .system(errno)) }
    defer { closedir(folder) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let kind =
        switch Int32(entry.pointee.d_type) {
        case 8: Kind.file
        case 4: Kind.folder
        case 10: Kind.link
        case 0: self.kind("\(path)/\(name)") ?? .other
        default: Kind.other
        }
      entries.append((name, kind))
    }
    return entries
  }

  /// Makes a folder and the folders above it; one that is there already is fine.
  package static func createFolder(_ path: String) throws(FileError) {
    guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let slash = path.utf8.lastIndex(of: Ascii.slash),
      slash != path.startIndex
    else {
      throw FileError(.create, path, .system(errno))
    }
    try createFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    throw FileError(.create, path, .system(errno))
  }

  /// Moves a file or folder in one step; a file at the new path is replaced.
  package static func move(_ path: String, to newPath: String) throws(FileError) {
    guard rename(path, newPath) == 0 else { throw FileError(.move, newPath, .system(errno)) }
  }

  /// Removes a file; one that is gone already is fine.
  package static func removeFile(_ path: String) throws(FileError) {
    guard unlink(path) != 0, errno != ENOENT else { return }
    throw FileError(.remove, path, .system(errno))
  }

  /// Removes a folder if it is empty; one that holds something, or is gone already, is left alone.
  package static func prune(_ path: String) throws(FileError) {
    guard rmdir(path) != 0 else { return }
    let failure = errno
    guard ![ENOENT, ENOTDIR, ENOTEMPTY, EEXIST].contains(failure) else { return }
    throw FileError(.remove, path, .system(failure))
  }

  /// Removes a folder and all that is in it.
  package static func removeFolder(_ path: String) throws(FileError) {
    for (name, kind) in try list(path) {
      let child = "\(path)/\(name)"
      if kind == .folder { try removeFolder(child) } else { try removeFile(child) }
    }
    guard rmdir(path) == 0 else { throw FileError(.remove, path, .system(errno)) }
  }

  /// An absolute path without links or dots, of something that is there.
  package static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  package static var workingFolder: String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}

extension Disk.Kind {
  fileprivate init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}

/// Calls again what a signal interrupted.
func retrying(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
