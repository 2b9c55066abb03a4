// RFC 2397; RFC 4648, 4.

/// A picture that is written into its own address: `data:image/png;base64,…`.
package struct PictureInAddress: Sendable {
  private let bytes: [UInt8]
  private let format: PictureFormat
  private let address: String

  /// Nil for what is no address of this kind, or no picture of dots.
  package init?(_ address: String) {
    let head = address.prefix { $0 != "," }
    guard head.count < 100, head.lowercased().hasPrefix("data:image/"),
      head.lowercased().hasSuffix(";base64"),
      let bytes = Base64.decode(address.utf8.dropFirst(head.utf8.count + 1)),
      let format = PictureFormat(of: bytes), format.isShown, format != .svg
    else { return nil }
    self.bytes = bytes
    self.format = format
    self.address = address
  }

  /// The address of the clean picture, and what it was cleaned of.
  package func cleaned() throws(PictureFlaw) -> (address: String, removed: Set<PictureMetadata>) {
    let clean = try CleanPicture(bytes, as: format)
    guard clean.bytes != bytes else { return (address, []) }
    let head = address.prefix { $0 != "," }
    return ("\(head),\(Base64.encode(clean.bytes))", clean.removed)
  }
}

/// Bytes as letters.
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// Nil where other letters stand in it than white space.
  static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    var hasEnded = false
    for letter in text {
      if XML.isSpace(letter) { continue }
      if letter == UInt8(ascii: "=") {
        hasEnded = true
        continue
      }
      guard !hasEnded, let value = values[Int(letter)] else { return nil }
      bits = (bits << 6 | Int(value)) & 0xFFFF
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
    }
    return bytes
  }

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        let isFilled = index <= group.count
        text.append(isFilled ? letters[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
