import Text

/// The small words before nouns, where a name that stood without one would leave two in a row: “the
/// Acme roof” becomes “the retailer roof”, not “the a retailer roof”.
struct Articles: Sendable {
  /// What a stand-in may begin with, in one language.
  private let articles: Set<String>
  /// What makes an article too many where it stands before one.
  private let determiners: Set<String>

  private static let all = [
    Articles(
      articles: ["a", "an", "the"],
      determiners: [
        "a", "an", "the", "my", "our", "your", "his", "her", "its", "their", "this", "that",
        "every", "each", "any", "some", "another", "no",
      ]),
    Articles(
      articles: ["ein", "eine", "einen", "einem", "einer", "eines"],
      determiners: [
        "ein", "eine", "einen", "einem", "einer", "eines", "der", "die", "das", "dem", "den", "des",
        "mein", "meine", "meinem", "meinen", "meiner", "unser", "unsere", "unserem", "unseren",
        "unserer", "dieser", "diese", "dieses", "diesem", "diesen",
      ]),
    Articles(
      articles: ["un", "une"],
      determiners: [
        "un", "une", "le", "la", "les", "mon", "ma", "mes", "notre", "nos", "ce", "cette",
      ]
    ),
    Articles(
      articles: ["un", "una"],
      determiners: [
        "un", "una", "el", "la", "los", "las", "mi", "mis", "nuestro", "nuestra", "este",
      ]
    ),
    Articles(
      articles: ["um", "uma"],
      determiners: ["um", "uma", "o", "a", "meu", "minha", "nosso", "nossa", "este", "esta"]),
  ]

  /// The words of a stand-in without the article that they begin with, if a word before them makes it
  /// one too many; else nil.
  static func without(_ words: String, behind word: String) -> String? {
    guard let space = words.firstIndex(of: " ") else { return nil }
    let (article, before) = (words[..<space].lowercased(), word.lowercased())
    let isTooMany = all.contains {
      $0.articles.contains(article) && $0.determiners.contains(before)
    }
    let rest = words[space...].trimmed
    return isTooMany && !rest.isEmpty ? rest : nil
  }

  /// “a” or “an”, which the next word decides.
  static func isIndefinite(_ word: String) -> Bool { ["a", "an"].contains(word.lowercased()) }

  /// The one that goes before some words, by their first letter.
  static func indefinite(before words: String) -> String {
    words.first.map { "aeiou".contains($0.lowercased()) } ?? false ? "an" : "a"
  }
}
