import Text

/// A path below the site's root that stays there: no empty part, no `.` or `..`, nothing that a
/// file name cannot hold.
package struct SitePath: Hashable, Sendable {
  /// With `/` between its parts and none at either end.
  package let path: String

  /// Nil for a path that would leave the site, or name nothing.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: Ascii.slash, omittingEmptySubsequences: true)
    guard !parts.isEmpty, parts.allSatisfy(Self.isSafe), text.utf8.count <= 1_000,
      !text.unicodeScalars.contains(where: \.turnsText)
    else {
      return nil
    }
    path = parts.map { Substring($0) }.joined(separator: "/")
  }

  private static func isSafe(_ part: Substring.UTF8View) -> Bool {
    !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8) && part.count <= 240
      && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
  }
}
