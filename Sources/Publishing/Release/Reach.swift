import Notes

/// Whom a note is published for.
package enum Reach: String, Sendable, CaseIterable {
  case coach, unlisted, `public`

  var visibility: Visibility {
    switch self {
    case .coach: .coach
    case .unlisted: .unlisted
    case .public: .public
    }
  }

  /// For whom a site has to be built for the note to be seen.
  package var audience: Audience { self == .coach ? .coach : .public }
}
