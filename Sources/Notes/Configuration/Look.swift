import Foundation

/// What `outloud.yml` says of colours and fonts; nil is the theme's own choice.
///
/// Every value is safe to write into a style sheet, and colours are such that text on them can be
/// read: a theme may mix quieter shades from them and keep a contrast of 4.5.
package struct Look: Hashable, Sendable {
  package var accent: Colour?
  package var paper: Colour?
  package var ink: Colour?
  package var darkPaper: Colour?
  package var darkInk: Colour?
  package var textFont: Font?
  package var labelFont: Font?

  package init() {}

  /// How light the paper may be by day and the ink by night, and how dark the ink and the paper, as
  /// relative luminance.
  ///
  /// The darkest of the light and the lightest of the dark have a contrast of 9, so that mixed
  /// shades can be read too, and so can the colours that a theme's style sheet has for code.
  package static let light = 0.7...1
  package static let dark = 0...0.03

  package enum Font: Hashable, Sendable {
    case generic(Generic)
    /// A font that readers may have, as CSS takes it without quotes.
    case family(String)

    package enum Generic: String, Sendable, CaseIterable { case serif, sans, mono }

    package var generic: Generic? {
      guard case .generic(let generic) = self else { return nil }
      return generic
    }

    package var family: String? {
      guard case .family(let name) = self else { return nil }
      return name
    }
  }
}

/// A colour of sRGB, in three bytes.
package struct Colour: Hashable, Sendable {
  package let red: Int
  package let green: Int
  package let blue: Int

  package init(red: Int, green: Int, blue: Int) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// From `#` and three or six hexadecimal digits.
  init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), [3, 6].contains(digits.count), digits.allSatisfy(\.isHexDigit),
      digits.allSatisfy(\.isASCII)
    else { return nil }
    let six = digits.count == 6 ? String(digits) : digits.map { "\($0)\($0)" }.joined()
    guard let number = Int(six, radix: 16) else { return nil }
    self.init(red: number >> 16, green: number >> 8 & 0xFF, blue: number & 0xFF)
  }

  /// `#` and six hexadecimal digits.
  package var hex: String {
    let digits = String(red << 16 | green << 8 | blue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The relative luminance of WCAG, from 0 for black to 1 for white.
  var luminance: Double {
    let parts = [red, green, blue].map { byte -> Double in
      let part = Double(byte) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}

extension Look.Font {
  /// A generic font, or the name of a family: words of letters, digits and hyphens.
  init?(_ text: String) {
    if let generic = Generic(rawValue: text) {
      self = .generic(generic)
      return
    }
    let words = text.split(separator: " ")
    let isName = words.allSatisfy { word in
      word.first?.isLetter == true
        && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
    guard isName, !words.isEmpty, text.utf8.count <= 60, !Self.taken.contains(text.lowercased())
    else { return nil }
    self = .family(words.joined(separator: " "))
  }

  /// Words that CSS reads as no family's name.
  private static let taken: Set<String> = [
    "inherit", "initial", "unset", "revert", "revert-layer", "default",
  ]
}
