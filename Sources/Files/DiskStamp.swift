import Glibc

extension Disk {
  /// What tells that a file has been written since one looked last, without reading it: nothing to
  /// rely on where it matters, as a clock can be set back.
  package struct Stamp: Hashable, Sendable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let node: UInt64
  }

  /// Nil where there is nothing.
  package static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Stamp(status)
  }
}

extension Disk.Stamp {
  init(_ status: stat) {
    self.init(
      seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec,
      size: Int(status.st_size), node: UInt64(status.st_ino))
  }
}
