/// What straight quotes become, by language.
package enum QuotationMarks: Sendable {
  case english, german, french, swiss, spanish, russian, polish
  case hungarian, swedish, danish, norwegian, japanese

  struct Pair {
    let open: String
    let close: String
  }

  var double: Pair {
    switch self {
    case .english: Pair(open: "“", close: "”")
    case .german: Pair(open: "„", close: "“")
    case .french: Pair(open: "«\u{202F}", close: "\u{202F}»")
    case .swiss, .spanish, .russian, .norwegian: Pair(open: "«", close: "»")
    case .polish, .hungarian: Pair(open: "„", close: "”")
    case .swedish: Pair(open: "”", close: "”")
    case .danish: Pair(open: "»", close: "«")
    case .japanese: Pair(open: "「", close: "」")
    }
  }

  var single: Pair {
    switch self {
    case .english, .norwegian: Pair(open: "‘", close: "’")
    case .german: Pair(open: "‚", close: "‘")
    case .french, .spanish: Pair(open: "“", close: "”")
    case .swiss: Pair(open: "‹", close: "›")
    case .russian: Pair(open: "„", close: "“")
    case .polish: Pair(open: "‚", close: "’")
    case .hungarian: Pair(open: "»", close: "«")
    case .swedish: Pair(open: "’", close: "’")
    case .danish: Pair(open: "›", close: "‹")
    case .japanese: Pair(open: "『", close: "』")
    }
  }

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
}
