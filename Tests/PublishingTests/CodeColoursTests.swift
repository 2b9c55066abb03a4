import Foundation
import Highlighting
import Testing
import Themes

/// The colours of code in the theme's style sheet.
struct CodeColoursTests {
  private let style: String

  init() throws {
    let theme = try #require(BuiltInTheme(named: "ledger"))
    style = String(decoding: try #require(theme.files["style.css"]), as: UTF8.self)
  }

  /// `--name: light-dark(#light, #dark)`, or `--light-name: #light` and `--dark-name: #dark`.
  private func colours() -> [String: (light: String, dark: String)] {
    var colours: [String: (light: String, dark: String)] = [:]
    for match in style.matches(of: #/--([a-z\-]+): light-dark\(#(\w{6}), #(\w{6})\)/#) {
      colours[String(match.1)] = (String(match.2), String(match.3))
    }
    var sides: [String: [String: String]] = [:]
    for match in style.matches(of: #/--(light|dark)-([a-z]+): #(\w{6});/#) {
      sides[String(match.2), default: [:]][String(match.1)] = String(match.3)
    }
    for (name, side) in sides {
      if let light = side["light"], let dark = side["dark"] { colours[name] = (light, dark) }
    }
    return colours
  }

  @Test func `every kind of code has a rule`() {
    for kind in TokenKind.allCases where kind != .plain {
      let rule = try? Regex("pre (:is\\([^)]*)?\\.\(kind.className)\\b[^{]*\\{")
      #expect(rule.map { style.contains($0) } ?? false, "no rule for .\(kind.className)")
    }
  }

  @Test func `all colours of code can be read, on plain and on marked lines, light and dark`()
    throws
  {
    let colours = colours()
    let paper = try #require(colours["paper"])
    let line = try #require(colours["code-line"])
    let inks = colours.filter {
      $0.key == "ink" || $0.key.hasPrefix("code-") && $0.key != "code-line"
    }
    #expect(inks.count == 7)
    for (name, ink) in inks {
      for (ink, grounds) in [
        (ink.light, [paper.light, line.light]), (ink.dark, [paper.dark, line.dark]),
      ] {
        for ground in grounds {
          let contrast = contrast(ink, ground)
          #expect(contrast >= 4.5, "\(name) #\(ink) on #\(ground): \(contrast)")
        }
      }
    }
  }

  /// The contrast ratio of WCAG 2.2.
  private func contrast(_ one: String, _ other: String) -> Double {
    let (dark, light) = (luminance(one), luminance(other))
    return (max(dark, light) + 0.05) / (min(dark, light) + 0.05)
  }

  private func luminance(_ colour: String) -> Double {
    let value = Int(colour, radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
      let part = Double(part) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
