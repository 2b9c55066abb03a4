/// The anchors of headings, made as GitHub makes them and unique in one document.
struct Slugs {
  /// Every anchor that was given out.
  private(set) var all: Set<String>
  /// The number of the last one of the same name, where there are several.
  private var numbers: [String: Int] = [:]

  /// With room for so many.
  init(capacity: Int = 0) { all = Set(minimumCapacity: capacity) }

  /// An anchor for a heading's words: lower case, spaces as hyphens, no punctuation, Unicode kept.
  /// A second one of the same name gets `-1`, and so on.
  mutating func next(for words: some Sequence<UInt8>) -> String {
    unique(Self.slug(words))
  }

  mutating func unique(_ slug: String) -> String {
    let base = slug.isEmpty ? "section" : slug
    if all.insert(base).inserted { return base }
    var number = numbers[base] ?? 0
    var candidate: String
    repeat {
      number += 1
      candidate = "\(base)-\(number)"
    } while !all.insert(candidate).inserted
    numbers[base] = number
    return candidate
  }

  /// Takes an anchor that may be had only as it is; false where it is taken.
  mutating func claim(_ anchor: String) -> Bool { all.insert(anchor).inserted }

  func isTaken(_ anchor: String) -> Bool { all.contains(anchor) }

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
    guard words.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: words.count) { slug in
      var count = 0
      for byte in words {
        switch byte {
        case 0x20: slug[count] = 0x2D
        case 0x41...0x5A: slug[count] = byte | 0x20
        case 0x2D, 0x5F, 0x30...0x39, 0x61...0x7A: slug[count] = byte
        default: continue
        }
        count += 1
      }
      return count
    }
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
