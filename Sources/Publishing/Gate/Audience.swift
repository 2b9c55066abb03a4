import Notes

/// Whom a site is built for.
package enum Audience: String, Sendable, CaseIterable {
  /// Everyone, which is what `build` is for.
  case `public`
  case coach
  case me

  /// The most private notes that the audience may see.
  var least: Visibility {
    switch self {
    case .public: .public
    case .coach: .coach
    case .me: .private
    }
  }
}
