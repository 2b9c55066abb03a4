import Text

/// Where a link or picture of raw HTML leads, if it may lead there.
struct RawAddress: Sendable {
  /// As a browser reads it, without what it ignores.
  let text: ArraySlice<UInt8>

  /// What the address is for.
  enum Purpose: Sendable { case link, picture, media }

  /// Nil where the scheme is none that is harmless. `written` has no entities any more.
  init?(_ written: ArraySlice<UInt8>, for purpose: Purpose) {
    text = Self.read(written)[...]
    guard let scheme = Destination.scheme(text) else { return }
    switch scheme.lowercasedName {
    case "http", "https": return
    case "data": guard purpose == .picture, Self.isRaster(text) else { return nil }
    case let name: guard purpose == .link, Destination.schemes.contains(name) else { return nil }
    }
  }

  /// URL standard, 4.4, steps 1 to 3 of the basic URL parser: control characters and spaces at both
  /// ends do not count, tabs and line breaks count nowhere.
  private static func read(_ written: ArraySlice<UInt8>) -> [UInt8] {
    let start = written.drop { $0 <= 0x20 }
    let end = start.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start.startIndex
    return start[..<end].filter {
      $0 != Ascii.tab && $0 != Ascii.newline && $0 != Ascii.carriageReturn
    }
  }

  private static func isRaster(_ address: ArraySlice<UInt8>) -> Bool {
    let type = address.dropFirst("data:".utf8.count).prefix {
      $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",")
    }
    return ["image/png", "image/gif", "image/jpeg", "image/webp"].contains(type.lowercasedName)
  }
}
