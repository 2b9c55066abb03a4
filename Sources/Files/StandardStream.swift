import Glibc

/// The streams that every program is given.
package enum StandardStream: Int32, Sendable {
  case standardInput = 0
  case standardOutput = 1
  case standardError = 2

  /// Whether a person sits at the other end.
  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes all bytes. What nobody reads any more, as behind `| head`, is let go.
  package func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let wrote = rest.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
      if wrote > 0 {
        rest = rest.dropFirst(wrote)
      } else if wrote == 0 || errno != EINTR {
        return
      }
    }
  }

  /// Everything up to the end.
  package func read(limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      guard bytes.count <= limit else {
        throw FileError(.read, "standard input", .tooLarge(limit: limit))
      }
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        let got = Glibc.read(rawValue, buffer.baseAddress, buffer.count)
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FileError(.read, "standard input", .system(failure)) }
      if part.isEmpty { return bytes }
      bytes += part
    }
  }
}
