extension [UInt8] {
  /// With `\n` for every kind of line ending, so that line numbers stay.
  package var withPlainNewlines: [UInt8] {
    guard offset(of: Ascii.carriageReturn) != nil else { return self }
    var plain: [UInt8] = []
    plain.reserveCapacity(count)
    var previous: UInt8 = 0
    for byte in self {
      if byte == Ascii.carriageReturn {
        plain.append(Ascii.newline)
      } else if byte != Ascii.newline || previous != Ascii.carriageReturn {
        plain.append(byte)
      }
      previous = byte
    }
    return plain
  }
}
