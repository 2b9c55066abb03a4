import Text

/// What can be told from a link's destination alone.
package enum Destination {
  /// Whether it names no scheme and no host, so that it leads into the site.
  static func isRelative(_ destination: ArraySlice<UInt8>) -> Bool {
    !destination.starts(with: "//".utf8) && scheme(destination) == nil
  }

  /// Whether a browser may be given it: no scheme that runs code or reads the reader's files.
  static func isSafe(_ destination: ArraySlice<UInt8>) -> Bool {
    guard let scheme = scheme(destination) else { return true }
    let name = String(decoding: scheme, as: UTF8.self).lowercased()
    switch name {
    case "javascript", "vbscript", "file": return false
    case "data":
      let type = String(decoding: destination.dropFirst(5).prefix(11), as: UTF8.self).lowercased()
      return ["image/png", "image/gif", "image/jpeg", "image/webp"].contains { type.hasPrefix($0) }
    default: return true
    }
  }

  /// Whether a page of the site may lead there: nowhere but by a scheme that is known to be harmless.
  /// What is unknown may be a program's own, or run something where the reader is.
  static func isAllowed(_ destination: ArraySlice<UInt8>) -> Bool {
    guard let scheme = scheme(destination) else { return true }
    let name = String(decoding: scheme, as: UTF8.self).lowercased()
    return schemes.contains(name)
  }

  /// Those of pages, of ways to reach people, of feeds, and of what is published in other ways.
  static let schemes: Set<String> = [
    "http", "https", "mailto", "tel", "sms", "xmpp", "irc", "ircs", "matrix", "sip", "sips", "news",
    "nntp", "ftp", "ftps", "sftp", "gopher", "gemini", "feed", "webcal", "geo", "git", "ssh", "svn",
    "magnet", "ipfs", "urn", "doi", "openpgp4fpr",
  ]

  package static func isRelative(_ destination: String) -> Bool {
    isRelative(Array(destination.utf8)[...])
  }

  package static func isSafe(_ destination: String) -> Bool {
    isSafe(Array(destination.utf8)[...])
  }

  package static func isAllowed(_ destination: String) -> Bool {
    isAllowed(Array(destination.utf8)[...])
  }

  /// The scheme in small letters; nil for a destination that has none.
  package static func scheme(of destination: String) -> String? {
    scheme(Array(destination.utf8)[...]).map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// The letters before the first colon, if they can be a scheme as RFC 3986 has it.
  static func scheme(_ destination: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let colon = destination.firstIndex(of: Ascii.colon) else { return nil }
    let name = destination[..<colon]
    guard let first = name.first, isLetter(first) else { return nil }
    let fits = name.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == Ascii.hyphen
        || $0 == Ascii.dot
    }
    return fits ? name : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
