import Text

/// A path below the site's root that stays there: no empty part, no `.` or `..`, nothing that a
/// file name cannot hold.
package struct SitePath: Hashable, Sendable {
  /// With `/` between its parts and none at either end.
  package let path: String

  /// Nil for a path that would leave the site, or name nothing.
  package init?(_ text: String) {
    guard Self.isSafe(text) else { return nil }
    path = text.pathNames.joined(separator: "/")
  }

  /// Whether a text is such a path, but for slashes too many.
  static func isSafe(_ text: String) -> Bool {
    text.utf8.count <= 1_000 && text.withUTF8Bytes(areSafe)
      && !text.unicodeScalars.contains(where: \.turnsText)
  }

  /// Whether a path has a part, and none that leads elsewhere.
  private static func areSafe(_ parts: UnsafeBufferPointer<UInt8>) -> Bool {
    var names = 0
    var start = 0
    for end in 0...parts.count where end == parts.count || parts[end] == Ascii.slash {
      let part = parts[start..<end]
      start = end + 1
      guard !part.isEmpty else { continue }
      guard part.count <= 240, part.count > 2 || part.contains(where: { $0 != Ascii.dot }),
        part.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
      else { return false }
      names += 1
    }
    return names > 0
  }
}
