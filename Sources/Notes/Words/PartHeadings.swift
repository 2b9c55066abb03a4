import Text

/// A part that a note can have, told by its heading.
package enum Part: String, Sendable, CaseIterable {
  case what, why, stuck
  case helpedBy = "helped_by"
  case learned, next
}

/// Which headings begin which part of a note, in one language.
package struct PartHeadings: Sendable {
  /// By heading in lower case.
  private let parts: [String: Part]
  private let headings: [Part: String]

  /// From the words of a language, by their keys: `part_why` and the others hold headings, with `|`
  /// between them.
  package init(_ texts: [String: String]) {
    var parts: [String: Part] = [:]
    var headings: [Part: String] = [:]
    for part in Part.allCases {
      for heading in (texts["part_\(part.rawValue)"] ?? "").split(separator: "|") {
        parts[Self.key(String(heading))] = part
        if headings[part] == nil { headings[part] = String(heading).trimmed }
      }
    }
    self.parts = parts
    self.headings = headings
  }

  /// The part that a heading begins; nil for a heading of the author's own.
  package func part(of heading: String) -> Part? {
    // Headings are many, and these are short.
    heading.utf8.count <= 60 ? parts[Self.key(heading)] : nil
  }

  /// The first of its headings; nil where nobody has said one.
  package func heading(of part: Part) -> String? { headings[part] }

  private static func key(_ heading: String) -> String {
    var words = heading.trimmed.lowercased()
    while let last = words.unicodeScalars.last, isEnd(last) { words.unicodeScalars.removeLast() }
    guard words.utf8.contains(Ascii.apostrophe) else { return words }
    return String(words.map { $0 == "'" ? "’" : $0 })
  }

  /// Whether it may stand behind the words of a heading and says nothing.
  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z": false
    case ":", ".", "?", "!", "…", "؟": true
    default: scalar.properties.isWhitespace
    }
  }
}
