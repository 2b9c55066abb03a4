import Text

/// Bare mail addresses as links: GFM's extended e-mail autolinks, found as cmark-gfm does, in the
/// text that is left when all else is parsed.
extension Tree {
  /// Makes links in the text nodes from an index on.
  mutating func linkMailAddresses(from start: Int) {
    // Those that are added need no look.
    for index in start..<max(start, nodes.count) where nodes[index].kind == .text {
      guard text(of: Index(index)).contains(UInt8(ascii: "@")), !isInLink(Index(index)) else {
        continue
      }
      linkMailAddresses(in: Index(index))
    }
  }

  private func isInLink(_ node: Index) -> Bool {
    var parent = self[node].parent
    while parent != Self.none {
      if self[parent].kind == .link { return true }
      parent = self[parent].parent
    }
    return false
  }

  private mutating func linkMailAddresses(in node: Index) {
    var current = node
    var from = Int(self[node].text.lowerBound)
    let end = Int(self[node].text.upperBound)
    while let at = text[from..<end].firstIndex(of: UInt8(ascii: "@")) {
      let start = Int(self[current].text.lowerBound)
      guard let address = MailAddress(in: text, at: at, within: start..<end) else {
        from = at + 1
        continue
      }
      current = split(current, around: address.range, scheme: address.scheme)
      from = address.range.upperBound
    }
  }

  /// Puts a link in the place of a part of a text node; returns the node of the text after it.
  private mutating func split(
    _ node: Index, around range: Range<Int>, scheme: StaticString
  ) -> Index {
    let whole = self[node].text
    let link = Index(nodes.count)
    var copy = self[node]
    copy.kind = .link
    copy.firstChild = link + 1
    let address = Array(text[range])
    copy.text = scheme.withUTF8Buffer { append(Array($0) + address) }
    var label = self[node]
    label.parent = link
    label.next = Self.none
    label.text = Int32(range.lowerBound)..<Int32(range.upperBound)
    var rest = self[node]
    rest.text = Int32(range.upperBound)..<whole.upperBound
    copy.next = rest.text.isEmpty ? rest.next : link + 2
    nodes.append(copy)
    nodes.append(label)
    nodes.append(rest)
    self[node].text = whole.lowerBound..<Int32(range.lowerBound)
    self[node].next = link
    return link + 2
  }
}

/// A mail address around an `@`.
struct MailAddress {
  let range: Range<Int>
  /// What a link needs before it.
  let scheme: StaticString

  init?(in text: [UInt8], at: Int, within bounds: Range<Int>) {
    var first = at
    while first > bounds.lowerBound, Self.isLocalPart(text[first - 1]) { first -= 1 }
    guard first < at else { return nil }
    var isChat = false
    var scheme: StaticString = "mailto:"
    if let start = Self.protocolStart("mailto:", text, first, bounds.lowerBound) {
      (first, scheme) = (start, "")
    } else if let start = Self.protocolStart("xmpp:", text, first, bounds.lowerBound) {
      (first, scheme, isChat) = (start, "", true)
    }
    guard let last = Self.domainEnd(text, at, bounds.upperBound, isChat) else { return nil }
    range = first..<last
    self.scheme = scheme
  }

  private static func isLocalPart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == Ascii.dot || byte == UInt8(ascii: "+") || byte == Ascii.hyphen
      || byte == UInt8(ascii: "_")
  }

  private static func protocolStart(
    _ name: StaticString, _ text: [UInt8], _ first: Int, _ lowerBound: Int
  ) -> Int? {
    let start = first - name.utf8CodeUnitCount
    guard start >= lowerBound, text.has(name, at: start),
      start == lowerBound || !text[start - 1].isAlphanumeric
    else { return nil }
    return start
  }

  private static func domainEnd(_ text: [UInt8], _ at: Int, _ end: Int, _ isChat: Bool) -> Int? {
    var last = at + 1
    var dots = 0
    loop: while last < end {
      switch text[last] {
      case let byte where byte.isAlphanumeric: break
      case UInt8(ascii: "@"): return nil
      case Ascii.dot where last + 1 < end && text[last + 1].isAlphanumeric: dots += 1
      case Ascii.slash where isChat: break
      case Ascii.hyphen, UInt8(ascii: "_"): break
      default: break loop
      }
      last += 1
    }
    guard dots > 0, text[last - 1].isLetter || text[last - 1] == Ascii.dot else { return nil }
    return last
  }
}
