/// Checks that bytes are UTF-8 as Unicode defines it: shortest forms, no surrogates.
package enum UTF8Validation {
  /// The offset of the first byte that is not part of a character; nil where all is well.
  package static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      var index = 0
      while index < buffer.count {
        // Most text is ASCII, which eight bytes at a time can tell.
        while index + 8 <= buffer.count,
          buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        guard index < buffer.count else { return nil }
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        guard let length = length(of: buffer, at: index) else { return index }
        index += length
      }
      return nil
    }
  }

  /// The bytes of the character that starts at an index; nil where none does.
  private static func length(of buffer: UnsafeRawBufferPointer, at index: Int) -> Int? {
    let first = buffer[index]
    let (count, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard count > 0, index + count <= buffer.count, second.contains(buffer[index + 1]) else {
      return nil
    }
    for offset in 2..<max(count, 2) where buffer[index + offset] & 0xC0 != 0x80 { return nil }
    return count
  }
}
