/// Names by contents, so that a host may let browsers keep a file for ever: it never changes under
/// the name that it has.
enum Fingerprint {
  /// Such as `style.0f4a….css` for `style.css`.
  static func name(_ path: String, of bytes: [UInt8]) -> String {
    guard let dot = path.lastIndex(of: ".") else { return "\(path).\(digits(of: bytes))" }
    return "\(path[..<dot]).\(digits(of: bytes))\(path[dot...])"
  }

  /// FNV-1a of 64 bits in hexadecimal digits.
  private static func digits(of bytes: [UInt8]) -> String {
    let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
