/// An element that raw HTML may use.
struct HTMLElement: Sendable {
  let name: String
  let kind: HTMLKinds
  /// What it may hold; nothing where there is no end tag, or what is in it is left out.
  let content: HTMLKinds
  let attributes: [String: HTMLAttributeRule]

  /// Whether it ends where it begins.
  var isVoid: Bool { content.isEmpty }

  /// What stands between it and content that it cannot hold itself: a browser would move such
  /// content elsewhere, or leave the list without an item.
  var wrapper: String? { Self.wrappers[name] }

  /// Whether Markdown may stand in it, so that it may begin in one HTML block and end in another.
  var canSpan: Bool {
    wrapper != nil || kind != .link && (content.contains(.block) || content.contains(.summary))
  }

  /// Whether authors may leave its end tag away.
  var endIsOptional: Bool {
    !kind.isDisjoint(with: [.item, .term, .tableHead, .tableBody, .row, .cell])
  }

  /// Whether a start tag of this kind ends it: HTML standard, 13.1.2.4, "Optional tags", and what
  /// the parser does with misplaced parts of tables.
  func yields(to kind: HTMLKinds) -> Bool {
    if self.kind == .table { return false }
    if HTMLKinds.tableParts.contains(kind) { return true }
    if !self.kind.isDisjoint(with: .inline) || name == "p" { return true }
    switch kind {
    case .item: return name == "li" || name == "div"
    case .term: return self.kind == .term || name == "div"
    case .rubyText: return self.kind == .rubyText
    default: return false
    }
  }

  /// Whether the end tag of an element of this kind ends this one too.
  func isCrossed(byEndOf kind: HTMLKinds) -> Bool {
    if HTMLKinds.inline.isSuperset(of: kind) { return HTMLKinds.inline.isSuperset(of: self.kind) }
    if HTMLKinds.tableParts.contains(kind) { return self.kind != .table }
    return kind == .table || self.kind.isDisjoint(with: [.cell, .tableCaption])
  }

  private static let wrappers = [
    "ul": "li", "ol": "li", "dl": "dd", "table": "tr", "thead": "tr", "tbody": "tr", "tr": "td",
  ]
}
