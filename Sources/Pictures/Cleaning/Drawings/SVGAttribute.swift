/// An attribute in a drawing, and what becomes of it.
struct SVGAttribute {
  /// With the space before it.
  let range: Range<Int>
  let name: String
  /// What it stands for.
  let value: String

  enum Verdict {
    case keep
    /// It is an editor's own.
    case drop
    /// It could run or fetch something.
    case disarm
    case rewrite([UInt8], removed: Set<PictureMetadata>, disarmed: [String])
  }

  init(_ attribute: MarkupAttribute, in bytes: [UInt8]) {
    range = attribute.range
    name = String(decoding: bytes[attribute.name], as: UTF8.self)
    value = String(decoding: XML.decoded(bytes[attribute.value]), as: UTF8.self)
  }

  /// The prefix that it gives a meaning to.
  var declaredPrefix: String? {
    if name == "xmlns" { return "" }
    return name.hasPrefix("xmlns:") ? String(name.dropFirst(6)) : nil
  }

  func verdict(in element: String, _ namespaces: Namespaces) -> Verdict {
    if let declaredPrefix {
      let isKnown =
        declaredPrefix.isEmpty || value == Namespaces.drawing || value == Namespaces.link
      return isKnown ? .keep : .drop
    }
    guard let colon = name.firstIndex(of: ":") else { return verdict(of: name, in: element) }
    let local = String(name[name.index(after: colon)...])
    switch namespaces.meaning(of: name[..<colon]) {
    case Namespaces.xml: return local == "base" ? .disarm : .keep
    case Namespaces.link: return local == "href" ? link(in: element) : .keep
    default: return .drop
    }
  }

  private func verdict(of name: String, in element: String) -> Verdict {
    let lowercased = name.lowercased()
    if lowercased.hasPrefix("on") { return .disarm }
    // Names that editors give to layers, and whole documents that they hide.
    if lowercased.hasPrefix("data-") || name == "content" { return .drop }
    switch lowercased {
    case "href": return link(in: element)
    case "src", "srcset", "action", "formaction", "ping", "base", "manifest": return .disarm
    default: break
    }
    guard
      lowercased == "style" || value.utf8.contains(UInt8(ascii: "("))
        || value.utf8.contains(UInt8(ascii: "\\"))
    else { return .keep }
    let style = StyleCleaning.clean(Array(value.utf8))
    guard style.bytes != Array(value.utf8) else { return .keep }
    return .rewrite(style.bytes, removed: style.removed, disarmed: style.disarmed)
  }

  private func link(in element: String) -> Verdict {
    let address = value.unicodeScalars.filter { $0.value > 0x20 }.map(Character.init)
    let text = String(address)
    if text.hasPrefix("#") { return .keep }
    if element == "a" {
      let scheme = text.prefix { !"/?#:".contains($0) }
      let isWhole = text.dropFirst(scheme.count).hasPrefix(":")
      return !isWhole || SVGVocabulary.schemes.contains(scheme.lowercased()) ? .keep : .disarm
    }
    guard element == "image" || element == "feImage", let data = PictureInAddress(text) else {
      return .disarm
    }
    guard let clean = try? data.cleaned() else { return .disarm }
    guard !clean.removed.isEmpty else { return .keep }
    return .rewrite(Array(clean.address.utf8), removed: clean.removed, disarmed: [])
  }
}
