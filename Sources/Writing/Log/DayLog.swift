import Dates
import Markdown
import Notes
import Problems
import Text

/// The log of one day as a file: bytes in, bytes out.
struct DayLog: Sendable {
  private var edit: FrontMatterEdit

  /// One that is there.
  init(_ bytes: [UInt8], path: String) throws(Problem) {
    edit = try FrontMatterEdit(bytes, path: path)
  }

  /// A new one, by the name of its file without the ending.
  init(id: String, name: String, day: CivilDate, path: String) throws(Problem) {
    edit = try FrontMatterEdit(Array("---\n---\n\n## \(day)\n".utf8), path: path)
    try edit.set("id", to: .text(id))
    // The address of a file is its name without the date, and of two logs of a day that is no name.
    if name != day.description { try edit.set("slug", to: .text(name)) }
  }

  var bytes: [UInt8] { edit.bytes }
  var id: String? { edit.text("id") }
  var project: String? { edit.text("project") }

  /// The same log with a line more; nil where the line would not be seen as one, as within code that
  /// has no end.
  func adding(
    _ line: LogLine, status: Status?, time: Int?, on day: CivilDate
  ) throws(Problem) -> DayLog? {
    var log = self
    if let project = line.project { try log.edit.set("project", to: .text(project)) }
    if let status { try log.edit.set("status", to: .text(status.word)) }
    try log.edit.add(line.topics, to: "tags", dividing: true)
    try log.edit.add(line.people, to: "people")
    let clock = time.map { Moment(date: day, secondOfDay: $0, offset: 0, precision: .minute) }
    let words = clock.map { "\($0.isoTime) \(line.text)" } ?? line.text.asParagraph
    let body = log.edit.body
    guard let new = Self.body(body, adding: "- \(words)", on: day),
      Self.shows(new, what: body, did: "- \(words)")
    else { return nil }
    log.edit.replaceBody(with: new)
    return log
  }

  // MARK: - The text

  private static let options = MarkdownOptions(rawHTML: .drop)

  /// A text with an item more below the heading of a day, which is made where it is missing.
  private static func body(
    _ body: [UInt8], adding item: String, on day: CivilDate
  ) -> [UInt8]? {
    let end = body.lineEnding
    let lines = Lines(body)
    let headings = Document(markdown: body.withPlainNewlines, options: options).sections
      .compactMap(\.heading)
    let heading = headings.lastIndex { $0.update?.day == day }
    let next = heading.flatMap { headings.dropFirst($0 + 1).first?.line }
    // The lines of the day, or of the whole text where the day is new to it.
    let first = heading.map { headings[$0].line }
    let limit = next.map { lines.start(ofLine: $0) } ?? body.count
    var last = next.map { $0 - 1 } ?? lines.count
    while last > 0, isBlank(last, in: lines) { last -= 1 }
    let offset = last == 0 ? 0 : min(limit, lines.start(ofLine: last + 1))
    let before = body[..<offset]
    var addition = before.isEmpty || before.last == Ascii.newline ? "" : end
    if first == nil {
      addition +=
        (before.isEmpty && body.isEmpty ? end : before.isEmpty ? "" : end) + "## \(day)\(end)\(end)"
    } else if !endsInList(from: (first ?? 1) + 1, to: last, in: lines) {
      addition += end
    }
    addition += item + end
    let rest = body[offset...]
    // The next heading keeps a blank line before it.
    if let lead = rest.first, lead != Ascii.newline, lead != Ascii.carriageReturn {
      addition += end
    }
    return before + Array(addition.utf8) + rest
  }

  private static func isBlank(_ line: Int, in lines: Lines) -> Bool {
    lines.bytes[lines.range(ofLine: line)].allSatisfy { $0 == Ascii.space || $0 == Ascii.tab }
  }

  /// Whether the last of some lines belongs to a list whose items begin with a hyphen.
  private static func endsInList(from first: Int, to last: Int, in lines: Lines) -> Bool {
    var line = last
    while line >= first {
      let text = lines.bytes[lines.range(ofLine: line)]
      if text.starts(with: [Ascii.hyphen, Ascii.space]) { return true }
      guard text.starts(with: [Ascii.space, Ascii.space]) || text.isEmpty else { return false }
      line -= 1
    }
    return false
  }

  /// Whether a text shows all that another one did, and an item, and nothing else.
  private static func shows(_ new: [UInt8], what old: [UInt8], did item: String) -> Bool {
    let item = Document(markdown: Array(item.utf8), options: options)
    let (new, old) = (document(new), document(old))
    guard new.excess == nil, new.privateBlocks?.unended.isEmpty ?? true else { return false }
    let (whole, was, more) = (new.html.ink, old.html.ink, item.html.ink)
    // A day that is new brings its heading with it.
    guard !more.isEmpty, whole.count >= was.count + more.count,
      new.html.items == old.html.items + item.html.items
    else { return false }
    let start = zip(whole, was).prefix { $0 == $1 }.count
    let rest = was.count - start
    let tail = zip(whole.reversed(), was.reversed()).prefix { $0 == $1 }.count
    guard tail >= rest else { return false }
    return whole.contains(more)
  }

  private static func document(_ text: [UInt8]) -> Document {
    Document(markdown: text.withPlainNewlines, options: options)
  }
}

extension [UInt8] {
  /// HTML without its tags and white space.
  fileprivate var ink: [UInt8] {
    var ink: [UInt8] = []
    var isTag = false
    for byte in self {
      switch byte {
      case Ascii.less: isTag = true
      case Ascii.greater where isTag: isTag = false
      case let byte where !isTag && byte > Ascii.space: ink.append(byte)
      default: break
      }
    }
    return ink
  }

  /// How many items of lists an HTML text has.
  fileprivate var items: Int { String(decoding: self, as: UTF8.self).ranges(of: "<li").count }
}
