/// Markup escaping, on runs of bytes: what needs no escape is appended in one piece.
extension [UInt8] {
  /// Appends text with `&`, `<`, `>` and both quotes written as entities, fit for HTML and XML,
  /// in content and in quoted attributes alike.
  package mutating func append(escaping text: some Collection<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { append(escaping: $0) }
    if done == nil { Array(text).withUnsafeBufferPointer { append(escaping: $0) } }
  }

  package mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { append(escaping: $0) }
  }

  package mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      guard let entity = entity(for: text[index]) else { continue }
      append(contentsOf: text[start..<index])
      entity.withUTF8Buffer { append(contentsOf: $0) }
      start = index + 1
    }
    append(contentsOf: text[start...])
  }
}

/// Quotes are written the way the Mustache specification's own tests expect them.
@inline(__always)
private func entity(for byte: UInt8) -> StaticString? {
  switch byte {
  case Ascii.ampersand: "&amp;"
  case Ascii.less: "&lt;"
  case Ascii.greater: "&gt;"
  case Ascii.quote: "&quot;"
  case Ascii.apostrophe: "&#39;"
  default: nil
  }
}
