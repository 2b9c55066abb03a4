// CSS Syntax Module Level 3, 4.

/// A theme's style sheet as it is published: without comments and idle space, and under a name that
/// changes with its contents.
struct StyleSheet: Sendable {
  /// Relative to the theme's folder, such as `style.0f4a….css`.
  let name: String
  let bytes: [UInt8]

  /// The file in a theme, and the name that all themes agree on.
  static let source = "style.css"

  init(_ source: [UInt8]) {
    bytes = Self.shortened(source) ?? source
    name = Fingerprint.name(Self.source, of: bytes)
  }

  /// The same style sheet in fewer bytes; nil for one that ends in the middle of something.
  static func shortened(_ source: [UInt8]) -> [UInt8]? {
    var short: [UInt8] = []
    short.reserveCapacity(source.count)
    var offset = 0
    var isSpaced = false
    while offset < source.count {
      let byte = source[offset]
      let end: Int
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
        isSpaced = true
        offset += 1
        continue
      case UInt8(ascii: "/") where source[offset...].starts(with: "/*".utf8):
        guard let close = source[(offset + 2)...].firstRange(of: Array("*/".utf8)) else {
          return nil
        }
        offset = close.upperBound
        // A comment is no space, and yet two words that it keeps apart are two.
        if !isSpaced, let last = short.last, isName(last), offset < source.count,
          isName(source[offset])
        {
          short += "/**/".utf8
        }
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = endOfString(source, from: offset) else { return nil }
        end = close
      case UInt8(ascii: "\\"): end = min(source.count, offset + 2)
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        end = endOfAddress(source, from: offset) ?? offset + 1
      default: end = offset + 1
      }
      short.append(source[offset..<end], isSpaced: isSpaced)
      isSpaced = false
      offset = end
    }
    return short
  }

  private static func endOfString(_ source: [UInt8], from start: Int) -> Int? {
    var end = start + 1
    while end < source.count {
      if source[end] == source[start] { return end + 1 }
      end += source[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Behind `url(…)` without quotation marks, in which every byte stands for itself.
  private static func endOfAddress(_ source: [UInt8], from start: Int) -> Int? {
    let word = source[start...].prefix(4).map { $0 | 0x20 }
    guard word == Array("url(".utf8).map({ $0 | 0x20 }),
      let close = source[start...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let inside = source[(start + 4)..<close]
    let first = inside.first { $0 > 0x20 }
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? nil : close + 1
  }

  fileprivate static func isName(_ byte: UInt8) -> Bool {
    !"{}()[];:,<>=*/+~!\"'|$^ \t\n\r".utf8.contains(byte)
  }
}

extension [UInt8] {
  /// Appends a piece of a style sheet, with the space before it where it matters.
  fileprivate mutating func append(_ piece: ArraySlice<UInt8>, isSpaced: Bool) {
    let next = piece.first ?? 0
    if next == UInt8(ascii: "}"), last == UInt8(ascii: ";") { removeLast() }
    if isSpaced, let last {
      // A property of one's own may be empty, but old browsers want to see the space.
      let isEmptyValue = last == UInt8(ascii: ":") && ";}".utf8.contains(next)
      let isIdle = "{};,(:".utf8.contains(last) || "{};,)".utf8.contains(next)
      if isEmptyValue || !isIdle { append(0x20) }
    }
    self += piece
  }
}
