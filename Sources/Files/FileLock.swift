import Glibc

/// A lock on a file that one process holds at a time. It ends with the process, however that ends.
package struct FileLock: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Takes the lock, making the file where it is missing; nil while somebody else holds it.
  package static func take(_ path: String) throws(FileError) -> FileLock? {
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw FileError(.lock, path, .system(errno)) }
      while flock(file, LOCK_EX | LOCK_NB) != 0 {
        let failure = errno
        guard failure != EINTR else { continue }
        close(file)
        guard failure != EWOULDBLOCK else { return nil }
        throw FileError(.lock, path, .system(failure))
      }
      if Disk.isStanding(file, at: path) { return FileLock(path: path, descriptor: file) }
      // Until it was locked, who held the lock has removed the file or moved it, and it keeps nobody
      // from the one that stands there next.
      close(file)
    }
  }

  /// Takes the lock as soon as nobody else holds it; whoever holds it for a minute is taken for ever.
  package static func wait(_ path: String) throws(FileError) -> FileLock {
    for _ in 0..<6_000 {
      if let lock = try take(path) { return lock }
      usleep(10_000)
    }
    throw FileError(.lock, path, .system(EWOULDBLOCK))
  }

  /// Releases it, and leaves no file behind.
  package func remove() {
    unlink(path)
    release()
  }

  package func release() {
    // A program that is just being started has the file open too, and closing it would not do.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
