import Text

/// The attributes of a tag that may stay.
struct SanitizedAttributes: Sendable {
  /// In the order in which they are written, none twice. Values are not escaped.
  private var kept: [(name: String, value: [UInt8], written: Range<Int>)] = []
  /// Those that may not.
  private(set) var dropped: [HTMLTag.Attribute] = []

  init(of tag: HTMLTag, on element: HTMLElement, in text: [UInt8]) {
    for attribute in tag.attributes {
      guard let rule = element.attributes[attribute.name] else {
        dropped.append(attribute)
        continue
      }
      let name = rule.name(for: attribute.name)
      // Of two attributes with the same name the first counts: 13.2.5.33, "attribute name state".
      guard self[name] == nil else { continue }
      let written = CharacterReferences.resolved(text[attribute.value], inAttribute: true)
      if let value = rule.value(of: written) {
        kept.append((name, value, attribute.value))
      } else {
        dropped.append(attribute)
      }
    }
  }

  subscript(name: String) -> (value: [UInt8], written: Range<Int>)? {
    kept.first { $0.name == name }.map { ($0.value, $0.written) }
  }

  mutating func take(_ name: String) -> (value: [UInt8], written: Range<Int>)? {
    defer { kept.removeAll { $0.name == name } }
    return self[name]
  }

  mutating func takeNumber(_ name: String) -> Int? {
    take(name).flatMap { Int(String(decoding: $0.value, as: UTF8.self)) }
  }

  /// As they are written in a tag, each with a space before it.
  var markup: [UInt8] {
    var markup: [UInt8] = []
    for attribute in kept {
      markup.append(" \(attribute.name)=\"")
      if attribute.name == "href" {
        markup.append(percentEncoding: attribute.value[...])
      } else {
        markup.append(escapingContent: attribute.value[...])
      }
      markup.append("\"")
    }
    return markup
  }
}
