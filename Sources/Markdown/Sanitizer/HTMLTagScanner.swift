import Text

/// Reads one tag: HTML standard, 13.2.5.8 and 13.2.5.32 to 40, from "tag name state" to
/// "self-closing start tag state".
struct HTMLTagScanner {
  private let bytes: ArraySlice<UInt8>
  private(set) var index: Int

  /// Starts at the first letter of the tag's name.
  init(_ bytes: ArraySlice<UInt8>, from index: Int) {
    self.bytes = bytes
    self.index = index
  }

  mutating func name() -> Range<Int> {
    take { !$0.isHTMLSpace && $0 != Ascii.slash && $0 != Ascii.greater }
  }

  /// The attributes up to and with the `>`; nil where there is none, so that there is no tag.
  mutating func attributes() -> [HTMLTag.Attribute]? {
    var attributes: [HTMLTag.Attribute] = []
    while true {
      // A slash that ends no tag only separates.
      _ = take { $0.isHTMLSpace || $0 == Ascii.slash }
      guard index < bytes.endIndex else { return nil }
      if bytes[index] == Ascii.greater {
        index += 1
        return attributes
      }
      guard let attribute = attribute() else { return nil }
      attributes.append(attribute)
    }
  }

  private mutating func attribute() -> HTMLTag.Attribute? {
    let start = index
    // An equals sign that comes first belongs to the name.
    index += 1
    _ = take {
      !$0.isHTMLSpace && $0 != Ascii.slash && $0 != Ascii.greater && $0 != UInt8(ascii: "=")
    }
    let name = start..<index
    _ = take(\.isHTMLSpace)
    guard index < bytes.endIndex else { return nil }
    var value = index..<index
    if bytes[index] == UInt8(ascii: "=") {
      index += 1
      _ = take(\.isHTMLSpace)
      guard let written = self.value() else { return nil }
      value = written
    }
    return .init(name: bytes[name].lowercasedName, nameRange: name, value: value)
  }

  private mutating func value() -> Range<Int>? {
    guard index < bytes.endIndex else { return nil }
    let first = bytes[index]
    guard first == Ascii.quote || first == Ascii.apostrophe else {
      return take { !$0.isHTMLSpace && $0 != Ascii.greater }
    }
    index += 1
    let value = take { $0 != first }
    guard index < bytes.endIndex else { return nil }
    index += 1
    return value
  }

  private mutating func take(_ belongs: (UInt8) -> Bool) -> Range<Int> {
    let start = index
    while index < bytes.endIndex, belongs(bytes[index]) { index += 1 }
    return start..<index
  }
}
