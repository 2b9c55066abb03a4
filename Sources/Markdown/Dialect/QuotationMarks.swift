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
  package static let spanish = QuotationMarks("«", "»", "“", "”")
  package static let polish = QuotationMarks("„", "”", "‚", "’")
  package static let swedish = QuotationMarks("”", "”", "’", "’")

  /// The marks of a language, given by its tag (`de`, `pt-BR`); English ones for those not known.
  package init(language: String) {
    let name = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    self =
      switch name {
      case "de", "cs", "sk", "sl", "bg", "is", "lt", "et": .german
      case "fr": .french
      case "es", "it", "ca", "gl", "el": .spanish
      case "pl", "hu", "ro", "hr": .polish
      case "sv", "fi": .swedish
      default: .english
      }
  }

  private init(_ open: String, _ close: String, _ singleOpen: String, _ singleClose: String) {
    double = Pair(open: open, close: close)
    single = Pair(open: singleOpen, close: singleClose)
  }
}
