import Notes

/// Something to ask, and what its answer is good for.
package struct Question: Hashable, Sendable {
  /// What notes say behind `answers:`; it never changes.
  package let id: String
  /// May hold names in braces, such as `{name}`.
  package var ask: String
  package var hint: String?
  package var occasion: Occasion
  package var fill: Fill?
  package var kind = Kind.note
  package var experience: Experience?
  package var status: Status?

  /// What an answer is in its note, beside being its text.
  package enum Fill: Hashable, Sendable {
    /// A part of the text, below its heading.
    case part(Part)
    /// A value of the front matter, which is the first sentence of the answer.
    case key(Key)

    package enum Key: String, Sendable, CaseIterable {
      case stuckOn = "stuck_on"
      case asks, offers, needs, status
    }

    static let words = Part.allCases.map(\.rawValue) + Key.allCases.map(\.rawValue)

    init?(_ word: String) {
      if let part = Part(rawValue: word) {
        self = .part(part)
      } else if let key = Key(rawValue: word) {
        self = .key(key)
      } else {
        return nil
      }
    }

    package var word: String {
      switch self {
      case .part(let part): part.rawValue
      case .key(let key): key.rawValue
      }
    }
  }
}

/// Questions that follow one another.
package struct Worksheet: Hashable, Sendable {
  package let id: String
  package var title: String
  package var hint: String?
  /// By their ids, in their order.
  package var questions: [String]
}
