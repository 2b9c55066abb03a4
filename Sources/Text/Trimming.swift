extension StringProtocol where UTF8View: BidirectionalCollection {
  /// Without the white space at both ends.
  package var trimmed: String {
    // Most texts have none, which two bytes can tell.
    guard let first = utf8.first, let last = utf8.last else { return "" }
    if Self.isInk(first), Self.isInk(last) { return String(self) }
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }

  private static func isInk(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
