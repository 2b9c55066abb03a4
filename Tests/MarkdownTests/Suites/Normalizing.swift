/// HTML as far as browsers can tell it apart: attributes in order, one way to write a void element
/// and an entity, no white space beside block tags.
func normalized(_ html: String) -> String {
  var output = ""
  var rest = Substring(html)
  while let open = rest.firstIndex(of: "<") {
    output += entities(rest[..<open])
    guard let close = tagEnd(rest[open...]) else { break }
    let tag = tag(rest[open...close])
    if isBlock(tag) {
      while output.last?.isWhitespace == true { output.removeLast() }
    }
    output += tag
    rest = rest[rest.index(after: close)...]
    if isBlock(tag) { rest = rest.drop(while: \.isWhitespace) }
  }
  return output + entities(rest).reversed().drop(while: \.isWhitespace).reversed()
}

private func tagEnd(_ text: Substring) -> Substring.Index? {
  var quote: Character?
  for index in text.indices {
    let character = text[index]
    if let open = quote {
      if character == open { quote = nil }
    } else if character == "\"" || character == "'" {
      quote = character
    } else if character == ">" {
      return index
    }
  }
  return nil
}

private func tag(_ text: Substring) -> String {
  let inside = text.dropFirst().dropLast()
  guard let first = inside.first, first.isLetter else { return String(text) }
  var parts: [String] = []
  var part = ""
  var quote: Character?
  for character in inside {
    if character == "\"" || character == "'" {
      quote = quote == nil ? character : quote == character ? nil : quote
    }
    if character == " ", quote == nil {
      parts.append(part)
      part = ""
    } else {
      part.append(character)
    }
  }
  parts.append(part)
  let attributes = parts.dropFirst().filter { !$0.isEmpty && $0 != "/" }.map {
    $0.hasSuffix("=\"\"") ? String($0.dropLast(3)) : $0
  }
  return "<" + ([parts[0]] + attributes.sorted()).joined(separator: " ") + ">"
}

private func entities(_ text: Substring) -> String {
  String(text).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
    .replacing("&gt;", with: ">")
}

private func isBlock(_ tag: String) -> Bool {
  let name = tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
  return blocks.contains(String(name))
}

private let blocks: Set = [
  "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "blockquote", "hr", "br",
  "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "dl", "dt", "dd", "input", "svg", "path",
]
