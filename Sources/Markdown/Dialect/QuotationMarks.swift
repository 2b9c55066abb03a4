/// What straight quotes become, by language.
package struct QuotationMarks: Sendable, Hashable {
  let double: Pair
  let single: Pair

  struct Pair: Sendable, Hashable {
    let open: String
    let close: String
  }

  package static let english = QuotationMarks("“", "”", "‘", "’")
  package static let german = QuotationMarks("„", "“", "‚", "‘")
  package static let french = QuotationMarks("«\u{202F}", "\u{202F}»", "“", "”")
  package static let swiss = QuotationMarks("«", "»", "‹", "›")
  package static let spanish = QuotationMarks("«", "»", "“", "”")
  package static let russian = QuotationMarks("«", "»", "„", "“")
  package static let polish = QuotationMarks("„", "”", "‚", "’")
  package static let hungarian = QuotationMarks("„", "”", "»", "«")
  package static let swedish = QuotationMarks("”", "”", "’", "’")
  package static let danish = QuotationMarks("»", "«", "›", "‹")
  package static let norwegian = QuotationMarks("«", "»", "‘", "’")
  package static let japanese = QuotationMarks("「", "」", "『", "』")

  /// The marks of a language, given by its tag (`de`, `pt-BR`); English ones for those not known.
  package init(language: String) {
    let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
    let region = parts.dropFirst().last
    self =
      switch parts.first {
      case "de" where Self.isSwiss(region), "fr" where Self.isSwiss(region),
        "it" where Self.isSwiss(region):
        .swiss
      case "de", "cs", "sk", "sl", "bg", "is", "lt", "et", "mk", "ka": .german
      case "fr": .french
      case "pt" where region == "br": .english
      case "es", "it", "ca", "gl", "el", "pt", "eu", "oc", "rm", "fa", "ar": .spanish
      case "ru", "uk", "be", "hy", "kk", "lv": .russian
      case "pl", "ro", "hr", "sr", "bs": .polish
      case "hu": .hungarian
      case "sv", "fi": .swedish
      case "da": .danish
      case "no", "nb", "nn", "fo": .norwegian
      case "ja": .japanese
      default: .english
      }
  }

  private static func isSwiss(_ region: Substring?) -> Bool { region == "ch" || region == "li" }

  private init(_ open: String, _ close: String, _ singleOpen: String, _ singleClose: String) {
    double = Pair(open: open, close: close)
    single = Pair(open: singleOpen, close: singleClose)
  }
}
