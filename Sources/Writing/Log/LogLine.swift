import Notes
import Text

/// One line for a log, understood: what it says, and what it belongs to.
package struct LogLine: Hashable, Sendable {
  /// Markdown on one line, without the time.
  package private(set) var text = ""
  /// A project that the site knows.
  package private(set) var project: String?
  package private(set) var topics: [String] = []
  /// Everyone it names, by the names that the site knows them by.
  package private(set) var people: [String] = []
  /// Those of them who stand in the text as somebody, as they have not agreed to be named.
  package private(set) var unnamed: [String] = []

  /// Understands a line. A mark at its end belongs to the line and not to the text; one in the middle
  /// stays as a word, but nobody is named there who has not agreed to it.
  init(_ text: LogText, knowing site: Acquaintance) {
    var words: [String] = []
    let (pieces, ending, dropped) = Self.divided(text.pieces)
    for piece in pieces + dropped {
      switch piece {
      case .words, .verbatim: break
      case .topic(let name):
        if let known = site.project(name) {
          if project == nil {
            project = known
          } else if project != known {
            Self.add(known, to: &topics)
          }
        } else {
          Self.add(site.topic(name) ?? name, to: &topics)
        }
      case .person(let handle):
        let person = site.person(handle)
        Self.add(person.name, to: &people)
        if !person.hasAgreed { Self.add(person.name, to: &unnamed) }
      }
    }
    for piece in pieces {
      switch piece {
      case .words(let plain): words.append(plain.asPlainMarkdown)
      case .verbatim(let code): words.append(code)
      case .topic(let name):
        words.append((site.project(name) ?? site.topic(name) ?? name).asPlainMarkdown)
      case .person(let handle):
        let person = site.person(handle)
        let somebody = words.isEmpty ? site.somebody.capitalized(at: 1) : site.somebody
        words.append(person.hasAgreed ? person.name.asPlainMarkdown : somebody)
      }
    }
    self.text = words.joined().trimmed + ending
  }

  /// The same line about a project that was said otherwise; one that its text names is a topic then.
  func about(_ project: String) -> LogLine {
    var line = self
    if let old = self.project, old != project { Self.add(old, to: &line.topics) }
    line.project = project
    return line
  }

  /// The pieces of the text, the full stop behind them, and the marks at the end, which are no part
  /// of it.
  private static func divided(
    _ pieces: [LogText.Piece]
  ) -> (text: [LogText.Piece], ending: String, marks: [LogText.Piece]) {
    var text = pieces
    var ending = ""
    var marks: [LogText.Piece] = []
    if case .words(let last) = text.last, [".", "!", "?", "…"].contains(last.trimmed) {
      ending = last.trimmed
      text.removeLast()
    }
    while let last = text.last {
      switch last {
      case .topic, .person:
        marks.insert(last, at: 0)
        text.removeLast()
        continue
      case .words(let words) where words.trimmed.isEmpty:
        text.removeLast()
        continue
      case .words, .verbatim: break
      }
      break
    }
    // A line of nothing but marks is made of their words.
    guard !text.isEmpty, !marks.isEmpty else { return (pieces, "", []) }
    return (text, ending, marks)
  }

  private static func add(_ word: String, to words: inout [String]) {
    if !words.contains(where: { $0.lowercased() == word.lowercased() }) { words.append(word) }
  }
}

extension String {
  fileprivate func capitalized(at count: Int) -> String {
    prefix(count).uppercased() + dropFirst(count)
  }

  /// Markdown that reads as this text: what would be emphasis, a tag, a character reference or a
  /// private block is escaped.
  var asPlainMarkdown: String {
    let characters = Array(self)
    var markdown = ""
    for (index, character) in characters.enumerated() {
      let previous = index > 0 ? characters[index - 1] : " "
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isSpecial =
        switch character {
        case "*": true
        case "_": !(previous.isLetter || previous.isNumber) || !(next.isLetter || next.isNumber)
        case "<": next.isLetter || "/!?".contains(next)
        case "&": next.isLetter || next == "#"
        case "~", "=": next == character || previous == character
        case "\\": next.isASCII && (next.isPunctuation || next.isSymbol)
        case "[", "]", "`": true
        case ":": next == ":" || previous == ":"
        default: false
        }
      if isSpecial { markdown.append("\\") }
      markdown.append(character)
    }
    return markdown
  }

  /// Markdown with what would begin another block at the start of a line escaped.
  var asParagraph: String {
    guard let first else { return self }
    let digits = prefix(while: \.isNumber)
    if !digits.isEmpty, let mark = dropFirst(digits.count).first, ".)".contains(mark) {
      return "\(digits)\\\(dropFirst(digits.count))"
    }
    return "#-+>=|:~".contains(first) || hasPrefix("```") ? "\\" + self : self
  }
}
