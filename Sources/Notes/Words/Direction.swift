/// Which way a language is written.
package enum Direction: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  private static let languages: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur",
    "yi",
  ]
  private static let scripts: Set<String> = [
    "adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]

  /// By the script that a BCP 47 tag names, else by its language.
  package init(language: String) {
    // Most tags are two letters, which name no script.
    guard language.utf8.count > 2 else {
      self = Self.languages.contains(language.lowercased()) ? .rightToLeft : .leftToRight
      return
    }
    let parts = language.lowercased().split(separator: "-").map(String.init)
    let isRightToLeft =
      parts.dropFirst().first { $0.utf8.count == 4 && $0.first?.isLetter == true }
      .map(Self.scripts.contains) ?? Self.languages.contains(parts.first ?? "")
    self = isRightToLeft ? .rightToLeft : .leftToRight
  }
}
