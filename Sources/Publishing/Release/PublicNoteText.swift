import Dates
import Notes
import Problems
import Redaction
import Text

/// The text of a note as it would be published: without what is private in it, with stand-ins for
/// names, and with a front matter that says for whom it is.
package struct PublicNoteText: Sendable {
  /// The whole file.
  package let bytes: [UInt8]
  package let replacements: [RedactedText.Replacement]
  /// How many lines of private blocks are left out.
  package let privateLines: Int
  /// The keys of the front matter that are left out.
  package let leftOut: [String]
  /// What keeps a name from being replaced, at its place in the note.
  package let obstacles: [Problem]

  /// Whether more than the front matter's words for whom it is differ from the note.
  package var isRedacted: Bool {
    !replacements.isEmpty || privateLines > 0 || !leftOut.isEmpty
  }

  /// Whom it is published for, and what is to be kept of an earlier time.
  struct Terms: Sendable {
    let reach: Reach
    let today: Moment
    let id: String
    /// Nil for a note that has not been published before.
    let earlier: Earlier?
  }

  /// What the copy says that was published before.
  struct Earlier: Sendable {
    let date: Moment?
    let published: Moment?
  }

  /// What never leaves, whatever it says.
  private static let privateKeys = ["needs"]

  init(of note: Note, _ bytes: [UInt8], _ list: StandInList, _ terms: Terms) throws(Problem) {
    var edit = try FrontMatterEdit(bytes, path: note.path)
    var leftOut: [String] = []
    if terms.reach != .coach {
      for key in Self.privateKeys where edit.has(key) {
        try edit.remove(key)
        leftOut.append(key)
      }
    }
    try edit.open(note, terms)
    self.leftOut = leftOut
    guard terms.reach != .coach else {
      self.bytes = edit.bytes
      (replacements, privateLines, obstacles) = ([], 0, [])
      return
    }
    let source = try SourceFile.text(bytes, note.path).get()
    let edited = try SourceFile.text(edit.bytes, note.path).get()
    let mark = Array(edit.bytes.prefix(edit.bytes.count - edited.bytes.count))
    let openLines = edited.openLines
    let open =
      openLines.map { SourceFile(path: note.path, bytes: edited.bytes(ofLines: $0)) } ?? edited
    privateLines = openLines.map { edited.lines.count - $0.count } ?? 0
    let redacted = open.redacted(with: list)
    self.bytes = mark + redacted.bytes
    replacements = redacted.replacements
    let remaining = list.places(in: redacted.bytes).count
    obstacles =
      redacted.obstacles.isEmpty
      ? [] : Self.obstacles(of: source.redacted(with: list), in: source, or: remaining)
  }

  /// No more are told: each shows its line.
  private static let mostObstacles = 100

  /// They are told at their places in the note as it is.
  private static func obstacles(
    of text: RedactedText, in source: SourceFile, or count: Int
  ) -> [Problem] {
    let open = source.openLines.map(Set.init)
    let lines = source.lines
    let found = text.obstacles.filter { obstacle in
      open?.contains(lines.line(at: obstacle.range.lowerBound)) ?? true
    }
    return found.prefix(mostObstacles).map { .obstacle($0, in: source.path, lines) }
  }
}

extension FrontMatterEdit {
  /// Says for whom a note is, with as few words as it takes.
  fileprivate mutating func open(_ note: Note, _ terms: PublicNoteText.Terms) throws(Problem) {
    let (matter, reach) = (note.matter, terms.reach)
    if !has("id") { try set("id", to: .text(terms.id)) }
    if matter.isDraft {
      for key in ["draft", "publish"] where has(key) { try remove(key) }
      for key in ["published", "publishDate"] where matter.published == nil && has(key) {
        try remove(key)
      }
    }
    // Decisions and boundaries are private until they say more themselves.
    let isImplied = reach == .public && matter.visibility == nil && matter.kind == .note
    if matter.visibility != reach.visibility, !isImplied {
      try set("visibility", to: .text(reach.rawValue))
    }
    guard reach != .coach else { return }
    let isUndated = note.date == nil && !note.isLog
    if let earlier = terms.earlier {
      if isUndated, let date = earlier.date { try set("date", to: .date(date)) }
      if matter.published == nil, let date = earlier.published {
        try set("published", to: .date(date))
      }
    } else if isUndated {
      try set("date", to: .date(terms.today))
    } else if matter.published == nil, let date = note.date, date.date != terms.today.date {
      try set("published", to: .date(terms.today))
    }
  }
}

extension Problem {
  fileprivate static func obstacle(
    _ obstacle: RedactedText.Obstacle, in path: String, _ lines: Lines
  ) -> Problem {
    let (message, hint) =
      switch obstacle.reason {
      case .divided:
        (
          "a name is divided here by other signs, so nothing can stand for it",
          "write it in one piece"
        )
      case .insideWord:
        (
          "a longer word begins with a name here",
          "write it in another way, or add the whole word to \(StandInFile.path): “also: […]”"
        )
      case .disguised:
        (
          "a name is hidden here by tags or escapes, and readers would see it all the same",
          "write it plainly"
        )
      case .unquoted:
        ("what stands for this name needs quotes here", "put quotes around the whole value")
      }
    return Problem(
      .redactionObstacle, file: path, at: obstacle.range, in: lines, message, hint: hint)
  }
}
