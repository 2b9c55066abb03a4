extension String {
  /// A path with every byte encoded that may not stand in one, `%`, `?` and `#` among them.
  package var percentEncodedPath: String {
    guard !isEncodedPath else { return self }
    var encoded: [UInt8] = []
    for byte in utf8 {
      if byte.isPathByte {
        encoded.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// Whether every byte may stand in a path.
  private var isEncodedPath: Bool {
    let bytes = utf8Span.span
    for index in bytes.indices where !bytes[index].isPathByte { return false }
    return true
  }

  /// Without percent encoding; nil where that leaves no UTF-8.
  package var percentDecoded: String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var decoded: [UInt8] = []
    var bytes = Array(utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "%"), let code = bytes.prefix(2).hexadecimal {
        decoded.append(code)
        bytes.removeFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isPathByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
      // The digits with `:` and `;`, then `!`, `$`, `&` to `/`, `=`, `_` and `~`.
      0x30...0x3B, 0x21, 0x24, 0x26...0x2F, 0x3D, 0x5F, 0x7E:
      true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var hexadecimal: UInt8? {
    guard count == 2, allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt8(String(decoding: self, as: UTF8.self), radix: 16)
  }
}
