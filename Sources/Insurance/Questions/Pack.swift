import Notes
import Problems
import Text

/// What one file says of questions: whole ones, or what is different of those that others ask.
struct Pack: Sendable {
  let file: SourceFile
  /// The language of the sites that it is for, in lower case; nil for all.
  var language: String?
  /// Whether no question of the packs before it is asked.
  var replaces = false
  var because: [Occasion: String] = [:]
  var words: [RestWords: String] = [:]
  var questions: [Entry] = []
  var worksheets: [Sheet] = []

  struct Entry: Sendable {
    let id: String
    let place: Range<Int>
    var ask: (text: String, place: Range<Int>)?
    var hint: String?
    var occasion: Occasion?
    var fill: Question.Fill?
    var kind: Kind?
    var experience: Experience?
    var status: Status?
  }

  struct Sheet: Sendable {
    let id: String
    let place: Range<Int>
    var title: String?
    var hint: String?
    /// Nil where it says nothing of them.
    var questions: [(id: String, place: Range<Int>)]?
  }
}

/// What is said before a question when nothing is due.
package enum RestWords: String, Sendable, CaseIterable {
  case away
  case enoughMonthly = "enough_monthly"
  case enoughQuarterly = "enough_quarterly"
}

extension Pack {
  static func read(_ file: SourceFile) -> (pack: Pack, problems: [Problem]) {
    var pack = Pack(file: file)
    let field: Field
    do throws(Problem) {
      field = try Field.yaml(file)
    } catch {
      return (pack, [error.quoting(file.lines)])
    }
    var reader = FieldReader(field, in: file, what: "pack")
    pack.language = reader.text("language")?.lowercased()
    pack.replaces = reader.flag("replace") ?? false
    pack.readTexts(&reader)
    for item in reader.items("questions") {
      if let entry = pack.entry(item, within: .any, &reader) { pack.add(entry, &reader) }
    }
    for item in reader.items("worksheets") { pack.readSheet(item, &reader) }
    reader.reportUnknown(
      reader.keys, but: ["language", "replace", "because", "words", "questions", "worksheets"])
    let lines = file.lines
    return (pack, reader.problems.map { $0.quoting(lines) })
  }

  private mutating func readTexts(_ reader: inout FieldReader) {
    for entry in reader.field("because")?.entries ?? [] {
      let range = reader.range(of: entry)
      guard let occasion = Occasion(rawValue: entry.key) else {
        reader.report(
          .unknownWord(
            entry.key, for: "because", known: Occasion.words, reader.file, at: range))
        continue
      }
      guard let text = reader.line(entry.value, key: entry.key) else { continue }
      because[occasion] = text
      reader.checkPlaceholders(text, occasion.placeholders, at: reader.range(of: entry.value))
    }
    for entry in reader.field("words")?.entries ?? [] {
      guard let word = RestWords(rawValue: entry.key) else {
        let known = RestWords.allCases.map(\.rawValue)
        reader.report(
          .unknownWord(
            entry.key, for: "words", known: known, reader.file, at: reader.range(of: entry)))
        continue
      }
      guard let text = reader.line(entry.value, key: entry.key) else { continue }
      words[word] = text
      reader.checkPlaceholders(
        text, word == .away ? ["date"] : [], at: reader.range(of: entry.value))
    }
  }

  private mutating func add(_ entry: Entry, _ reader: inout FieldReader) {
    if questions.contains(where: { $0.id == entry.id }) {
      reader.report(.questionTwice(entry.id, reader.file, at: entry.place))
    } else {
      questions.append(entry)
    }
  }

  /// Reads one question; nil where it has no id.
  private func entry(
    _ item: Field, within context: Occasion, _ reader: inout FieldReader
  ) -> Entry? {
    var found: Entry?
    let keys = ["id", "ask", "hint", "when", "fills", "kind", "experience", "status"]
    reader.read(item, what: "question", keys: keys) { reader in
      guard let (id, place) = reader.id(of: "question", at: item) else { return }
      var entry = Entry(id: id, place: place)
      if let field = reader.field("ask"), let text = reader.line(field, key: "ask") {
        entry.ask = (text, reader.range(of: field))
      }
      entry.hint = reader.field("hint").flatMap { reader.line($0, key: "hint") }
      entry.occasion =
        reader.word("when", among: Occasion.words).flatMap(Occasion.init)
        ?? (context == .worksheet ? .worksheet : nil)
      entry.fill = reader.word("fills", among: Question.Fill.words).flatMap(Question.Fill.init)
      entry.kind = reader.choice("kind", as: Kind.self)
      entry.experience = reader.choice("experience", as: Experience.self)
      entry.status = reader.word("status", among: Status.known).map { Status($0) }
      found = entry
    }
    return found
  }

  private mutating func readSheet(_ item: Field, _ reader: inout FieldReader) {
    var sheet: Sheet?
    var entries: [Entry] = []
    reader.read(item, what: "worksheet", keys: ["id", "title", "hint", "questions"]) { reader in
      guard let (id, place) = reader.id(of: "worksheet", at: item) else { return }
      var found = Sheet(id: id, place: place)
      found.title = reader.field("title").flatMap { reader.line($0, key: "title") }
      found.hint = reader.field("hint").flatMap { reader.line($0, key: "hint") }
      for item in reader.items("questions") {
        if item.text != nil {
          guard let id = reader.text(item, key: "questions") else { continue }
          found.questions = (found.questions ?? []) + [(id, reader.range(of: item))]
        } else if let entry = entry(item, within: .worksheet, &reader) {
          found.questions = (found.questions ?? []) + [(entry.id, entry.place)]
          entries.append(entry)
        }
      }
      sheet = found
    }
    for entry in entries { add(entry, &reader) }
    guard let sheet else { return }
    if worksheets.contains(where: { $0.id == sheet.id }) {
      reader.report(.questionTwice(sheet.id, reader.file, at: sheet.place))
    } else {
      worksheets.append(sheet)
    }
  }
}

extension FieldReader {
  /// A text as one line that is safe to show on a terminal.
  fileprivate mutating func line(_ field: Field, key: String) -> String? {
    text(field, key: key)?.asOneLine
  }

  /// One of some words.
  fileprivate mutating func word(_ key: String, among known: [String]) -> String? {
    guard let field = field(key), let text = text(field, key: key) else { return nil }
    if known.contains(text) { return text }
    report(.unknownWord(text, for: key, known: known, file, at: range(of: field)))
    return nil
  }

  /// The id that a question or a worksheet must have.
  fileprivate mutating func id(
    of what: String, at item: Field
  ) -> (id: String, place: Range<Int>)? {
    guard let field = field("id"), let text = text(field, key: "id") else {
      if item.entries != nil { report(.questionIncomplete(what, file, at: range(of: item))) }
      return nil
    }
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isPlain, text.utf8.count <= 60 else {
      report(
        .wrongKind(
          "id", wants: "small letters, digits and hyphens, at most 60", file, at: range(of: field)))
      return nil
    }
    return (text, range(of: field))
  }

  fileprivate mutating func reportUnknown(_ entries: [Field.Entry], but known: [String]) {
    for entry in entries where !known.contains(entry.key) {
      let nearest = Spelling.nearest(to: entry.key, among: known)
      report(.keyUnknown(entry.key, meant: nearest, file, at: range(of: entry)))
    }
  }

  fileprivate mutating func checkPlaceholders(
    _ text: String, _ known: Set<String>, at place: Range<Int>
  ) {
    guard let name = Placeholders.unknown(in: text, but: known) else { return }
    report(.placeholderUnknown(name, known, file, at: place))
  }
}
