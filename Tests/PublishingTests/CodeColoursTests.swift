import Foundation
import Highlighting
import Notes
import Testing
import Themes

/// The colours of code in the theme's style sheet.
struct CodeColoursTests {
  private let style: String

  init() throws {
    let theme = try #require(BuiltInTheme(named: "ledger"))
    style = String(decoding: try #require(theme.files["style.css"]), as: UTF8.self)
  }

  /// `--name: light-dark(#light, #dark)`.
  private func colours() -> [String: (light: String, dark: String)] {
    var colours: [String: (light: String, dark: String)] = [:]
    for match in style.matches(of: #/--([a-z\-]+): light-dark\(#(\w{6}), #(\w{6})\)/#) {
      colours[String(match.1)] = (String(match.2), String(match.3))
    }
    return colours
  }

  @Test func `every kind of code has a rule`() {
    for kind in TokenKind.allCases where kind != .plain {
      let rule = try? Regex("pre (:is\\([^)]*)?\\.\(kind.className)\\b[^{]*\\{")
      #expect(rule.map { style.contains($0) } ?? false, "no rule for .\(kind.className)")
    }
  }

  @Test func `all colours of code can be read on every paper that a site may choose`() throws {
    let colours = colours().filter { $0.key.hasPrefix("code-") }
    #expect(colours.count == 6)
    let line = try #require(
      style.firstMatch(
        of:
          #/--code-line: light-dark\(color-mix\(in oklab, var\(--ink\) (\d+)%, var\(--paper\)\), color-mix\(in oklab, var\(--ink\) (\d+)%, var\(--paper\)\)\)/#
      ))
    let (light, dark) = (try #require(Double(line.1)), try #require(Double(line.2)))
    // By day the darkest paper, with the darkest ink in the ground of marked lines; by night the
    // lightest of both.
    let day = [Look.light.lowerBound, mix(Look.dark.lowerBound, light, Look.light.lowerBound)]
    let night = [Look.dark.upperBound, mix(Look.light.upperBound, dark, Look.dark.upperBound)]
    for (name, colour) in colours {
      for (ink, grounds) in [(colour.light, day), (colour.dark, night)] {
        for ground in grounds {
          let contrast = contrast(luminance(ink), ground)
          #expect(contrast >= 4.5, "\(name) #\(ink) on \(ground): \(contrast)")
        }
      }
    }
  }

  @Test func `ink and its quiet shade can be read on every paper that a site may choose`() throws {
    let quiet = try #require(
      style.firstMatch(of: #/--quiet: color-mix\(in oklab, var\(--ink\) (\d+)%, var\(--paper\)\)/#))
    let share = try #require(Double(quiet.1))
    for (ink, paper) in [
      (Look.dark.upperBound, Look.light.lowerBound), (Look.light.lowerBound, Look.dark.upperBound),
    ] {
      #expect(contrast(ink, paper) >= 4.5)
      #expect(contrast(mix(ink, share, paper), paper) >= 4.5)
    }
    // The quiet ink is not set on marked lines.
    #expect(style.contains("pre .line :is(.com, .met) { color: inherit }"))
  }

  /// The luminance of a grey that has so many per cent of one and the rest of another, mixed in
  /// OKLab, where the lightness of a grey is the cube root of its luminance.
  private func mix(_ one: Double, _ share: Double, _ other: Double) -> Double {
    pow(cbrt(one) * share / 100 + cbrt(other) * (1 - share / 100), 3)
  }

  /// The contrast ratio of WCAG 2.2.
  private func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
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
