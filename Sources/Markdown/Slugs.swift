/// The anchors of headings, made as GitHub makes them and unique in one document.
struct Slugs {
  private var used: [String: Int] = [:]

  /// An anchor for a heading's words: lower case, spaces as hyphens, no punctuation, Unicode kept.
  /// A second one of the same name gets `-1`, and so on.
  mutating func next(for words: some Sequence<UInt8>) -> String {
    unique(Self.slug(words))
  }

  mutating func unique(_ slug: String) -> String {
    let base = slug.isEmpty ? "section" : slug
    guard var number = used[base] else {
      used[base] = 0
      return base
    }
    var candidate: String
    repeat {
      number += 1
      candidate = "\(base)-\(number)"
    } while used[candidate] != nil
    used[base] = number
    used[candidate] = 0
    return candidate
  }

  static func slug(_ words: some Sequence<UInt8>) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in String(decoding: Array(words), as: UTF8.self).lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || scalar.isWord {
        slug.append(scalar)
      }
    }
    return String(slug)
  }
}

extension Unicode.Scalar {
  /// What Unicode counts as part of a word: letters, marks, decimal digits, connectors such as `_`.
  fileprivate var isWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
