import Notes

/// Whom a site is built for.
package enum Audience: Hashable, Sendable {
  /// Everyone, which is what `build` is for.
  case `public`
  case coach
  /// The author.
  case me
  /// One of the site's own, by its name in `outloud.yml`.
  case named(String)

  /// Nil for a name that the site has not given.
  package init?(_ name: String, of configuration: Configuration) {
    switch name {
    case "public": self = .public
    case "coach": self = .coach
    case "me": self = .me
    default:
      guard configuration.audiences.contains(where: { $0.name == name }) else { return nil }
      self = .named(name)
    }
  }

  package var name: String {
    switch self {
    case .public: "public"
    case .coach: "coach"
    case .me: "me"
    case .named(let name): name
    }
  }

  /// How a note of a visibility is shown to the audience; nil where it is not.
  func sees(_ visibility: Visibility) -> Presence? {
    switch (self, visibility) {
    case (.me, _), (_, .public), (.coach, .coach), (.coach, .unlisted): .listed
    case (.public, .unlisted), (.named, .unlisted): .unlisted
    case (.named(let own), .audience(let name)) where own == name: .listed
    default: nil
    }
  }

  /// Whether its members are few enough to be trusted with what is said of others in a note.
  var isClose: Bool { self == .me || self == .coach }

  /// Where a published note can be come upon.
  enum Presence: Sendable {
    /// In the timeline, lists and feeds.
    case listed
    /// Nowhere but at its own address, which nobody can guess.
    case unlisted
  }
}

extension Configuration {
  /// Where the build for an audience will stand; nil where nobody has said.
  func address(for audience: Audience) -> SiteAddress? {
    audiences.first { $0.name == audience.name }?.address ?? address
  }
}
