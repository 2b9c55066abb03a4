import Dates
import Files
import Highlighting
import Markdown
import Problems
import Text

/// Turns one file into a note.
final class NoteReader: Sendable {
  let configuration: Configuration
  let leakCheck: LeakCheck
  let people: People
  let words: Words
  /// Whether readings carry their files, to be told again.
  private let keepsFiles: Bool
  /// For notes in the site's language.
  private let options: MarkdownOptions
  private let parts: PartHeadings

  init(
    configuration: Configuration, leakCheck: LeakCheck, people: People, words: Words,
    keepsFiles: Bool
  ) {
    self.configuration = configuration
    self.leakCheck = leakCheck
    self.people = people
    self.words = words
    self.keepsFiles = keepsFiles
    options = MarkdownOptions(
      flavor: .outloud, rawHTML: configuration.html,
      smartPunctuation: configuration.isSmart
        ? QuotationMarks(language: configuration.language) : nil,
      emoji: configuration.hasEmoji,
      words: words.markdown(in: configuration.language, or: configuration.language))
    parts = PartHeadings(words.table(in: configuration.language).texts)
  }

  struct Reading: Sendable {
    let note: Note?
    let problems: [Problem]
    /// What was read, where that is kept.
    var file: SourceFile?
  }

  /// Reads a file of the site, unless it was read before and is the same. `base` is the folder that
  /// its place is relative to.
  func read(
    _ path: String, below base: String, role: Note.Role, in folder: some Folder,
    after kept: KeptNotes?
  ) -> Reading {
    switch SourceFile.read(path, in: folder) {
    case .failure(let problem): return Reading(note: nil, problems: [problem])
    case .success(let file):
      if let reading = kept?.reading(of: file) { return reading }
      var reading = read(file, below: base, role: role)
      if keepsFiles { reading.file = file }
      return reading
    }
  }

  func read(_ file: SourceFile, below base: String, role: Note.Role) -> Reading {
    let envelope: Envelope
    let fields: Field
    do throws(Problem) {
      envelope = try Envelope(file)
      fields = try envelope.fields(in: file)
    } catch {
      return Reading(note: nil, problems: [error])
    }
    var problems: [Problem] = []
    var matter = FrontMatter()
    matter.read(
      fields, in: file, zone: configuration.zone,
      audiences: configuration.audiences.map(\.name), problems: &problems)
    if let stray = StrayFrontMatter(in: file, from: envelope.body.offset) {
      problems.append(.frontMatterStray(stray.key, file, at: stray.range))
    }
    let body = Array(file.bytes[envelope.body.offset...]).withPlainNewlines
    let options = options(for: matter)
    let document = Document(markdown: body, options: options)
    let linesBefore = envelope.body.line - 1
    if let excess = document.excess {
      return Reading(
        note: nil, problems: problems + [.refused(excess, file, linesBefore: linesBefore)])
    }
    if let dropped = document.droppedHTML {
      problems.append(
        .htmlDropped(dropped, configuration.html, file, linesBefore: linesBefore))
    }
    let privateBlocks = document.privateBlocks
    if let privateBlocks { problems += privateBlocks.problems(in: file, linesBefore: linesBefore) }
    let name = FileName(file.path.path(below: base) ?? file.path)
    guard SitePath.isSafe(name.location) else {
      return Reading(note: nil, problems: problems + [.nameUnusable(file.path)])
    }
    if matter.date == nil, let day = name.day {
      matter.date = Moment(date: day, in: configuration.zone)
    }
    let title = matter.title
    @Sendable
    func rendition(of document: Document) -> Note.Rendition {
      Note.Rendition(
        document: document, title: self.title(title, document, name),
        updates: updates(of: document, linesBefore: linesBefore),
        emptyParts: emptyParts(of: document))
    }
    let whole = privateBlocks.map { _ in
      var options = options
      options.keepsPrivateBlocks = true
      return rendition(of: Document(markdown: body, options: options))
    }
    let open = rendition(of: document)
    // Its text is kept for such a note alone.
    let leavingOut =
      open.updates.isEmpty
      ? nil
      : { @Sendable (sections: Set<Int>) in
        let text = document.text(body, leavingOut: sections)
        return rendition(of: Document(markdown: text, options: options))
      }
    let leaks =
      leakCheck.problems(in: file) + leakCheck.problems(hiddenIn: file, fields, document)
    let mentions = mentions(of: matter, fields, in: file, from: envelope.body.offset)
    let date = matter.date
    let note = Note(
      path: file.path, role: role, location: name.location, folders: name.folders,
      matter: consume matter, open: open, whole: whole, leavingOut: leavingOut, date: date,
      linesBeforeText: linesBefore, leaks: leaks, mentions: mentions)
    return Reading(note: note, problems: problems)
  }

  private func mentions(
    of matter: FrontMatter, _ fields: Field, in file: SourceFile, from start: Int
  ) -> [Mention] {
    let names =
      matter.people.map(\.name) + people.names(perhapsIn: file)
    guard !names.isEmpty else { return [] }
    let shown = (fields.entries ?? []).filter { Self.shownKeys.contains($0.key) }
      .flatMap(\.value.texts)
    return Mention.first(of: names, in: file, from: start, title: matter.title, shown: shown)
  }

  /// Whose values stand on pages and in feeds.
  private static let shownKeys: Set<String> = [
    "project", "role", "status", "tags", "categories", "taxonomies", "stuck_on", "asks", "offers",
    "next", "summary", "description", "excerpt", "image", "slug", "permalink", "url", "path",
    "aliases", "redirect_from", "license", "canonical",
  ]

  private func emptyParts(of document: Document) -> Set<Int> {
    let sections = document.sections
    return Set(
      sections.indices.filter { index in
        // Below a heading of the first level, those of the second go on.
        guard sections[index].heading?.level == 2, document.isBlank(sections[index].bodyRange)
        else { return false }
        return sections[index].heading.flatMap { parts.part(of: $0.text) } != nil
      })
  }

  private func options(for matter: FrontMatter) -> MarkdownOptions {
    guard let language = matter.language else { return options }
    var options = options
    if configuration.isSmart { options.smartPunctuation = QuotationMarks(language: language) }
    options.words = words.markdown(in: language, or: configuration.language)
    return options
  }

  private func title(
    _ title: String?, _ document: Document, _ name: FileName
  ) -> Note.Title {
    if let title { return .init(text: title, source: .frontMatter) }
    if let heading = document.titleSection?.heading, !heading.text.isEmpty {
      return .init(text: heading.text, source: .heading)
    }
    if let words = name.words { return .init(text: words, source: .fileName) }
    let words = document.sections.first { !$0.firstWords.isEmpty }?.firstWords ?? ""
    let stem = name.location.split(separator: "/").last.map(String.init) ?? ""
    return .init(text: words.isEmpty ? stem : words.cut(to: 60), source: .firstWords)
  }

  private func updates(of document: Document, linesBefore: Int) -> [Note.Update] {
    document.sections.enumerated().compactMap { index, section in
      guard let heading = section.heading, let update = heading.update else { return nil }
      let day = Moment(date: update.day, in: configuration.zone)
      return Note.Update(
        date: section.firstTime.map { day.at(secondOfDay: $0, in: configuration.zone) } ?? day,
        title: update.title, anchor: heading.id, section: index, line: heading.line + linesBefore)
    }
  }
}

extension Problem {
  static func htmlDropped(
    _ dropped: Document.DroppedHTML, _ policy: MarkdownOptions.RawHTML, _ file: SourceFile,
    linesBefore: Int
  ) -> Problem {
    let more = dropped.count - 1
    guard !dropped.hides else {
      let line = dropped.line + linesBefore
      let words = file.lines.text(ofLine: line).prefix(dropped.column - 1 + dropped.length)
      return Problem(
        .hiddenShown, file: file.path,
        at: Place(line: line, column: dropped.column, length: dropped.length),
        "what this is to hide would be seen, as \(dropped.what) is left out",
        hint: "write <!-- … --> around it, or “:::private” and “:::” on lines of their own"
      ).quoting(String(words))
    }
    return Problem(
      .htmlDropped, file: file.path,
      at: Place(
        line: dropped.line + linesBefore, column: dropped.column, length: dropped.length),
      "raw HTML is left out: \(dropped.what)\(more > 0 ? ", and \(more) more" : "")",
      hint: policy == .drop
        ? "outloud.yml says “html: drop”"
        : "say “html: keep” in outloud.yml if you trust every note")
  }
}

extension Document.PrivateBlocks {
  /// What is wrong with them. Of their lines only the fence is shown: reports are read by others.
  fileprivate func problems(in file: SourceFile, linesBefore: Int) -> [Problem] {
    let lines = file.lines
    let unended = unended.map { line in
      let words = lines.text(ofLine: line + linesBefore)
      let lead = words.prefix { $0 != ":" }
      let colons = words.dropFirst(lead.count).prefix { $0 == ":" }
      return Problem(
        .privateUnended, file: file.path,
        at: Place(line: line + linesBefore, column: lead.count + 1, length: max(1, colons.count)),
        "the private block that begins here has no end, so all that follows is private too",
        hint: "end it with a line “\(colons.count < 3 ? ":::" : colons)”"
      ).quoting("\(lead)\(colons)private")
    }
    let misspelt = misspelt.map { found in
      let line = found.line + linesBefore
      return Problem(
        .privateMisspelt, file: file.path,
        at: Place(line: line, column: found.column, length: found.length),
        "“\(found.name)” begins no private block, and it may have to", hint: "write “:::private”"
      ).quoting(String(lines.text(ofLine: line).prefix(found.column - 1 + found.length)))
    }
    let misplaced = (misplaced + indented).map { line in
      Problem(
        .privateMisplaced, file: file.path, at: Place(line: line + linesBefore, column: 1),
        "a private block seems to begin in these words, where none can",
        hint: "write “:::private” on a line of its own, or between backticks if it is an example"
      ).quoting("")
    }
    let remarks = remarks.map { line in
      Problem(
        .remarkForeign, file: file.path, at: Place(line: line + linesBefore, column: 1),
        "a remark stands here that other programs leave out, and everyone would read it",
        hint: "write <!-- … --> around it, or put what is meant to be read between backticks"
      ).quoting("")
    }
    return unended + misspelt + misplaced + remarks
  }
}
