import Foundation
import Text

/// How a stand-in is written at a place: as words, or as one of the ways to write names.
enum Form: Hashable, Sendable {
  /// `a retailer`
  case words
  /// `a-retailer`, `A-RETAILER`
  case hyphens(isUpper: Bool)
  /// `a_retailer`, `A_RETAILER`
  case underscores(isUpper: Bool)
  /// `ARetailer`, `aRetailer`
  case camel(isUpper: Bool)

  /// The words of a stand-in written as a name. Empty only where it has no letter.
  func written(_ words: String) -> String {
    let parts = Self.parts(of: words)
    switch self {
    case .words: return words
    case .hyphens(let isUpper): return Self.cased(parts.joined(separator: "-"), isUpper)
    case .underscores(let isUpper): return Self.cased(parts.joined(separator: "_"), isUpper)
    case .camel(let isUpper):
      let humps = parts.enumerated().map { index, part in
        index == 0 && !isUpper ? part : part.prefix(1).uppercased() + part.dropFirst()
      }
      return humps.joined()
    }
  }

  /// The letters and digits, in small letters, as one word each.
  static func parts(of words: String) -> [String] {
    words.lowercased().precomposedStringWithCanonicalMapping
      .filter { !"'’".contains($0) }
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func cased(_ text: String, _ isUpper: Bool) -> String {
    isUpper ? text.uppercased() : text
  }

  /// With the letters of ASCII alone, for the names of hosts.
  static func host(_ words: String) -> String {
    let plain = words.decomposedStringWithCompatibilityMapping.unicodeScalars.filter(\.isASCII)
    let name = parts(of: String(String.UnicodeScalarView(plain))).joined(separator: "-")
    return name.isEmpty ? "host" : name
  }
}
