import Glibc

extension Disk {
  /// Whether a regular file with exactly these bytes stands at a path. What cannot be read is not
  /// the same; of a file of another size nothing is read.
  package static func holds(_ bytes: Span<UInt8>, at path: String) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    return bytes.withUnsafeBytes { wanted in
      withUnsafeTemporaryAllocation(
        byteCount: min(max(bytes.count, 1), 65_536), alignment: 8
      ) { piece in
        var rest = wanted[...]
        while !rest.isEmpty {
          let got = retrying {
            Glibc.read(file, piece.baseAddress, min(rest.count, piece.count))
          }
          guard got > 0, same(rest.prefix(got), piece.prefix(got)) else { return false }
          rest = rest.dropFirst(got)
        }
        return true
      }
    }
  }

  /// Whether two stretches of the same length hold the same bytes.
  private static func same(
    _ a: Slice<UnsafeRawBufferPointer>, _ b: Slice<UnsafeMutableRawBufferPointer>
  ) -> Bool {
    guard let a = UnsafeRawBufferPointer(rebasing: a).baseAddress,
      let other = UnsafeMutableRawBufferPointer(rebasing: b).baseAddress
    else { return b.isEmpty }
    return memcmp(a, other, b.count) == 0
  }
}
