// CSS Syntax Module Level 3, 4.

/// Keeps of a style sheet what asks for no other file.
struct StyleCleaning {
  private(set) var bytes: [UInt8] = []
  private(set) var removed: Set<PictureMetadata> = []
  private(set) var disarmed: [String] = []
  private let source: [UInt8]
  private var offset = 0

  /// Functions that fetch what a mere string names.
  private static let fetching: Set<String> = [
    "src", "image", "image-set", "-webkit-image-set", "expression",
  ]

  static func clean(_ source: [UInt8]) -> StyleCleaning {
    var cleaning = StyleCleaning(source)
    if !cleaning.run() {
      // Nothing is kept of what is written so that one cannot see what it asks for.
      cleaning.bytes = []
      cleaning.disarmed.append("style")
    }
    return cleaning
  }

  private init(_ source: [UInt8]) {
    self.source = source
    bytes.reserveCapacity(source.count)
  }

  private mutating func run() -> Bool {
    while offset < source.count {
      let byte = source[offset]
      switch byte {
      case UInt8(ascii: "/") where source[offset...].starts(with: "/*"):
        removed.insert(.comment)
        skip(to: "*/", from: offset + 2)
        separate()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = endOfString(from: offset)
        bytes += source[offset..<end]
        offset = end
      case UInt8(ascii: "\\"): return false
      case UInt8(ascii: "@"):
        let word = word(at: offset + 1)
        if word == "import" || word == "charset" {
          disarmed.append("@\(word)")
          skipStatement()
          separate()
        } else {
          bytes.append(byte)
          offset += 1
        }
      case _ where Self.isName(byte):
        let start = offset
        while offset < source.count, Self.isName(source[offset]) { offset += 1 }
        let isFunction = offset < source.count && source[offset] == UInt8(ascii: "(")
        let word = isFunction ? Self.lowercased(source[start..<offset]) : ""
        if Self.fetching.contains(word) { return false }
        guard word == "url" else {
          bytes += source[start..<offset]
          continue
        }
        guard takeAddress(from: start) else { return false }
      default:
        bytes.append(byte)
        offset += 1
      }
    }
    return true
  }

  /// `url(…)`: what lies in the drawing itself may be used.
  private mutating func takeAddress(from start: Int) -> Bool {
    var end = offset + 1
    while end < source.count, Self.isSpace(source[end]) { end += 1 }
    guard end < source.count else { return false }
    let address: ArraySlice<UInt8>
    if source[end] == UInt8(ascii: "\"") || source[end] == UInt8(ascii: "'") {
      let close = endOfString(from: end)
      guard close > end + 1 else { return false }
      address = source[end + 1..<close - 1]
      end = close
    } else {
      let first = end
      while end < source.count, source[end] != UInt8(ascii: ")"), !Self.isSpace(source[end]) {
        end += 1
      }
      address = source[first..<end]
    }
    while end < source.count, Self.isSpace(source[end]) { end += 1 }
    guard end < source.count, source[end] == UInt8(ascii: ")"),
      !address.contains(UInt8(ascii: "\\"))
    else { return false }
    end += 1
    defer { offset = end }
    let text = String(decoding: address, as: UTF8.self)
    if text.hasPrefix("#") || Self.isFont(text) {
      bytes += source[start..<end]
    } else if let picture = PictureInAddress(text), let clean = try? picture.cleaned() {
      removed.formUnion(clean.removed)
      bytes += "url(\(clean.address))".utf8
    } else {
      disarmed.append("url()")
      bytes += "url(#)".utf8
    }
    return true
  }

  private static func isFont(_ address: String) -> Bool {
    ["data:font/", "data:application/font", "data:application/x-font"]
      .contains { address.lowercased().hasPrefix($0) }
  }

  /// What stood around something that is left out must not become one word.
  private mutating func separate() {
    if let last = bytes.last, !Self.isSpace(last) { bytes.append(0x20) }
  }

  private mutating func skipStatement() {
    while offset < source.count {
      switch source[offset] {
      case UInt8(ascii: ";"):
        offset += 1
        return
      case UInt8(ascii: "\""), UInt8(ascii: "'"): offset = endOfString(from: offset)
      case UInt8(ascii: "("): skip(to: ")", from: offset + 1)
      default: offset += 1
      }
    }
  }

  private mutating func skip(to mark: StaticString, from start: Int) {
    offset = start
    while offset < source.count, !source[offset...].starts(with: mark) { offset += 1 }
    offset = min(source.count, offset + mark.utf8CodeUnitCount)
  }

  /// Behind the quotation mark that ends a string; a line break ends it too.
  private func endOfString(from start: Int) -> Int {
    var end = start + 1
    while end < source.count {
      if source[end] == source[start] { return end + 1 }
      if [0x0A, 0x0C, 0x0D].contains(source[end]) { return end }
      end += source[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return source.count
  }

  private func word(at start: Int) -> String {
    Self.lowercased(source[min(start, source.count)...].prefix(while: Self.isName))
  }

  private static func lowercased(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word.prefix(32), as: UTF8.self).lowercased()
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { XML.isSpace(byte) || byte == 0x0C }
}
