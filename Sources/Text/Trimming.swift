extension StringProtocol where UTF8View: BidirectionalCollection {
  /// Without the white space at both ends.
  @inlinable
  package var trimmed: String {
    // Most texts have none, which two bytes can tell.
    guard let first = utf8.first, let last = utf8.last else { return "" }
    let ink: ClosedRange<UInt8> = 0x21...0x7E
    if ink.contains(first), ink.contains(last) { return String(self) }
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
