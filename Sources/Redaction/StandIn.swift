import Leaks

/// A name that stays private, and what is published in its place: “Acme”, “a retailer”.
package struct StandIn: Hashable, Sendable {
  package let name: String
  /// How else it is written, as far as case, accents and hyphens do not say it already.
  package let otherSpellings: [String]
  /// What is published, as in the middle of a sentence.
  package let words: String

  package init(name: String, otherSpellings: [String] = [], words: String) {
    self.name = name
    self.otherSpellings = otherSpellings
    self.words = words
  }

  package var spellings: [String] { [name] + otherSpellings }
}

/// All of them, and where their names stand in a text.
package struct StandInList: Sendable {
  package let standIns: [StandIn]
  let names: ConfidentialWords
  /// By a name's place among all spellings: the spelling, and what is published for it.
  let spellings: [(text: String, standIn: StandIn)]

  package static let empty = StandInList([])

  package init(_ standIns: [StandIn]) {
    self.standIns = standIns
    let spellings = standIns.flatMap { standIn in
      standIn.spellings.map { (text: $0, standIn: standIn) }
    }
    self.spellings = spellings
    names = ConfidentialWords(spellings.map(\.text))
  }

  package var isEmpty: Bool { standIns.isEmpty }

  /// Where names stand in a text, those among them that only its readers see.
  package func places(in text: [UInt8]) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    return (names.matches(in: text) + names.disguises(in: text)).map(\.range).sorted {
      $0.lowerBound < $1.lowerBound
    }
  }
}
