import Glibc

/// Bytes on their way to a file of the user's, in a hidden file beside it: `.cache.md.outloud` for
/// `cache.md`. Nothing takes a hidden file for a note, or publishes one.
///
/// Whoever writes one holds a lock on it, which ends with the process, however that ends. So what a
/// killed run has left is known, and goes when the same file is written again; of two that write it at
/// once, one waits for the other.
struct FileDraft {
  let path: String
  private let target: String
  private let descriptor: Int32

  /// Whoever writes one for longer, in hundredths of a second, writes it for ever.
  private static let patience = 6_000

  /// Makes it, empty. `mode` goes through the process's own mask.
  init(of target: String, mode: mode_t) throws(FileError) {
    self.target = target
    path = Self.place(beside: target)
    for _ in 0..<Self.patience {
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      if file >= 0 {
        // Some file systems know no locks.
        while flock(file, LOCK_EX) != 0, errno == EINTR {}
        if Disk.isStanding(file, at: path) {
          descriptor = file
          return
        }
        // Until it was locked it looked abandoned, and somebody has removed it.
        close(file)
      } else {
        guard errno == EEXIST else { throw FileError(.write, target, .system(errno)) }
        if try !Self.removeAbandoned(path) { usleep(10_000) }
      }
    }
    throw FileError(.lock, target, .system(EWOULDBLOCK))
  }

  private static func place(beside target: String) -> String {
    let start = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
    var name = String.UnicodeScalarView()
    var count = 0
    for scalar in target[start...].unicodeScalars {
      count += UTF8.width(scalar)
      // A name of 255 bytes is the longest, and has to have one beside it.
      guard count <= 240 else { break }
      name.append(scalar)
    }
    return "\(target[..<start]).\(String(name)).outloud"
  }

  /// Removes a draft that nobody writes any more; false where somebody does.
  private static func removeAbandoned(_ path: String) throws(FileError) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      guard errno == ENOENT else { throw FileError(.write, path, .system(errno)) }
      return true
    }
    defer { close(file) }
    if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
    if Disk.isStanding(file, at: path) { try Disk.removeFile(path) }
    return true
  }

  /// Puts the bytes into it, to stay.
  func fill(_ bytes: [UInt8]) throws(FileError) {
    if let failure = Disk.fill(descriptor, with: bytes.span) {
      throw FileError(.write, target, .system(failure))
    }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileError(.write, target, .system(errno))
    }
  }

  /// Gives it the owner and the mode of the file whose place it takes.
  func resemble(_ status: stat) throws(FileError) {
    // To another owner only the system's own user may give it; before the mode, which it may change.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else {
      throw FileError(.write, target, .system(errno))
    }
  }

  /// Ends the writing, whatever has become of it.
  func end() {
    // While it stands under its own name it is a draft still; moved, the name is free for others.
    if Disk.isStanding(descriptor, at: path) { unlink(path) }
    // A program that is just being started has the file open too, and closing it would not do.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
