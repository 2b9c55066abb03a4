import Dates

/// What a note's author said about it, typed. Every key is optional.
package struct FrontMatter: Sendable {
  package var id: String?
  package var title: String?
  package var date: Moment?
  package var published: Moment?
  package var updated: Moment?
  /// What `visibility` says, or `private` where `draft` is true.
  package var visibility: Visibility?
  package var isDraft = false
  package var kind = Kind.note
  package var embargo: Moment?
  package var project: String?
  package var role: String?
  package var status: Status?
  package var tags: [String] = []
  package var skills: [Skill] = []
  package var people: [Person] = []
  package var experience: Experience?
  package var stuckOn: String?
  package var asks: [String] = []
  package var offers: [String] = []
  package var next: String?
  package var closes: [String] = []
  package var answers: String?
  package var needs: [String] = []
  package var summary: String?
  package var image: String?
  package var slug: String?
  /// The whole address below the site's root, as other generators' `permalink` and `url` have it.
  package var permalink: String?
  package var aliases: [String] = []
  package var language: String?
  package var license: String?
  package var canonical: String?
  package var isPinned = false
  package var inFeed = true

  package init() {}
}

/// Who may see a note.
package enum Visibility: Hashable, Sendable {
  case `private`, coach, unlisted, `public`
  /// One of the site's own audiences, by its name, and nobody else.
  case audience(String)

  /// What every site knows, from the fewest to everyone.
  package static let common: [(word: String, visibility: Visibility)] = [
    ("private", .private), ("coach", .coach), ("unlisted", .unlisted), ("public", .public),
  ]

  package init?(_ word: String, audiences: [String]) {
    if let known = Self.common.first(where: { $0.word == word }) {
      self = known.visibility
    } else if audiences.contains(word) {
      self = .audience(word)
    } else {
      return nil
    }
  }

  package var word: String {
    switch self {
    case .private: "private"
    case .coach: "coach"
    case .unlisted: "unlisted"
    case .public: "public"
    case .audience(let name): name
    }
  }
}

package enum Kind: String, Sendable, CaseIterable {
  case note, decision, boundary
}

package enum Experience: String, Sendable, CaseIterable {
  case work, volunteer, learning, life
}

/// Where a piece of work stands. A word that is not known is kept.
package struct Status: Hashable, Sendable {
  package let word: String

  package static let known = [
    "idea", "started", "doing", "stuck", "waiting", "paused", "shipped", "learned", "dropped",
  ]

  package init(_ word: String) {
    self.word = word
  }

  package var isKnown: Bool { Self.known.contains(word) }
}

/// A skill that a note is evidence of.
package struct Skill: Hashable, Sendable {
  package let name: String
  /// Its entry in ESCO or O*NET.
  package let url: String?
}

/// Someone who helped, or was helped.
package struct Person: Hashable, Sendable {
  package enum Deed: String, Sendable, CaseIterable {
    case helped
    case wasHelped = "was-helped"
  }

  package let name: String
  package let url: String?
  package let did: Deed?
  /// When they agreed to be named.
  package let consent: Moment?
}
