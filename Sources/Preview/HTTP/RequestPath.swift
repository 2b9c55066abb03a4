import Text

/// The path of a request, decoded, with nothing in it that could lead anywhere else.
struct RequestPath: Sendable {
  /// Begins with a slash.
  let text: String

  /// Nil for a path that no page of a site has: with `.` or `..` as a part, a slash or a NUL that was
  /// encoded, a percent sign that encodes nothing, or bytes that are no UTF-8.
  init?(_ path: Substring) {
    guard path.first == "/" else { return nil }
    let encoded = path.utf8.filter { $0 == UInt8(ascii: "%") }.count
    let codes = path.matches(of: /%[0-9A-Fa-f]{2}/).map { $0.output.lowercased() }
    guard codes.count == encoded, !codes.contains("%2f"), !codes.contains("%00"),
      let text = String(path).percentDecoded
    else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "/"))
    guard !parts.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) })
    else { return nil }
    self.text = text
  }
}
