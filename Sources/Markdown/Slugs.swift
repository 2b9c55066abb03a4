/// The anchors of headings, made as GitHub makes them and unique in one document.
struct Slugs {
  private var used: [String: Int] = [:]

  /// Every anchor that was given out.
  var all: Set<String> { Set(used.keys) }

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

  /// Takes an anchor that may be had only as it is; false where it is taken.
  mutating func claim(_ anchor: String) -> Bool {
    guard used[anchor] == nil else { return false }
    used[anchor] = 0
    return true
  }

  func isTaken(_ anchor: String) -> Bool { used[anchor] != nil }

  static func slug(_ words: some Sequence<UInt8>) -> String {
    let words = Array(words)
    if let slug = asciiSlug(words) { return slug }
    var slug = String.UnicodeScalarView()
    for scalar in String(decoding: words, as: UTF8.self).lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || scalar.isWord {
        slug.append(scalar)
      }
    }
    return String(slug)
  }
}

/// The anchor of a heading, from its words.
package enum Anchor {
  /// As GitHub makes it; the first of its name in a document.
  package static func id(of words: String) -> String { Slugs.slug(words.utf8) }
}

extension Slugs {
  /// Most headings are ASCII, where no table of Unicode need be asked.
  private static func asciiSlug(_ words: [UInt8]) -> String? {
    var slug: [UInt8] = []
    slug.reserveCapacity(words.count)
    for byte in words {
      switch byte {
      case 0x80...: return nil
      case 0x20: slug.append(0x2D)
      case 0x41...0x5A: slug.append(byte | 0x20)
      case 0x2D, 0x5F, 0x30...0x39, 0x61...0x7A: slug.append(byte)
      default: break
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// What Unicode counts as part of a word: letters and what serves as one, marks, decimal digits,
  /// connectors such as `_`.
  fileprivate var isWord: Bool {
    if properties.isAlphabetic { return true }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
