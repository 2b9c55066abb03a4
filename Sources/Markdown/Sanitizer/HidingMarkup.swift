import Text

/// Markup by which an author keeps something from being seen. Where it is left out, what it hid would
/// be shown.
enum HidingMarkup {
  /// What of a tag hides what is in it, in words; nil where nothing does.
  static func find(in tag: HTMLTag, _ text: [UInt8]) -> String? {
    if ColonFence.seemsPrivate(tag.name) { return "<\(tag.name)>" }
    for attribute in tag.attributes {
      let value = CharacterReferences.resolved(text[attribute.value], inAttribute: true)
      let words = String(decoding: value.prefix(1_024), as: UTF8.self).lowercased()
      let hides =
        switch attribute.name {
        case "hidden": true
        case "style":
          ["display:none", "visibility:hidden"].contains {
            words.filter { !$0.isWhitespace }.contains($0)
          }
        case "class":
          words.split(whereSeparator: \.isWhitespace).contains { classes.contains(String($0)) }
        default: false
        }
      if hides { return "the attribute \(attribute.name) of <\(tag.name)>" }
    }
    return nil
  }

  private static let classes: Set<String> = [
    "private", "hidden", "secret", "confidential", "draft", "d-none", "is-hidden",
  ]
}
