import Text

/// Tells the bytes of a file from all others that ever stood at its address.
struct EntityTag: Sendable {
  /// With its quotes.
  let text: String

  init(_ bytes: [UInt8]) {
    text = "\"\(SHA256.hexadecimal(bytes).prefix(32))\""
  }

  /// Whether an `If-None-Match` header names it, so that the browser has the bytes already.
  func isNamed(in headers: [String]) -> Bool {
    headers.flatMap { $0.split(separator: ",") }.contains { item in
      let tag = item.drop { $0 == " " }.prefix { $0 != " " }
      return tag == "*" || (tag.hasPrefix("W/") ? tag.dropFirst(2) : tag) == text
    }
  }
}
