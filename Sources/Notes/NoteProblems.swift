import Dates
import Files
import Markdown
import Problems
import Text

/// The words for what can be wrong with a file of the user's.
extension Problem {
  // MARK: - Files

  package static func unreadable(_ path: String, _ error: FileError) -> Problem {
    if case .tooLarge = error.reason {
      return Problem(
        .fileTooLarge, file: path, at: Place(line: 1, column: 1),
        "the file was not read: \(error.explanation)", hint: "divide it into several notes")
    }
    return Problem(.fileUnreadable, file: path, "the file could not be read: \(error.explanation)")
  }

  static func notUTF8(_ file: SourceFile, at offset: Int) -> Problem {
    let isUTF16 = file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
    let byte = "0x" + String(file.bytes[offset], radix: 16, uppercase: true)
    return Problem(
      .fileNotUTF8, file: file.path, at: offset..<offset + 1, in: file.lines,
      "this is no UTF-8 text: the byte \(byte) is no part of a character",
      hint: isUTF16
        ? "the file seems to be UTF-16; save it as UTF-8"
        : "save the file in the encoding UTF-8")
  }

  static func zeroByte(_ file: SourceFile, at offset: Int) -> Problem {
    Problem(
      .fileZeroByte, file: file.path, at: offset..<offset + 1, in: file.lines,
      "a text cannot hold a zero byte", hint: "is this a picture or another kind of file?")
  }

  static func linkSkipped(_ path: String) -> Problem {
    Problem(
      .fileLink, file: path, "a symbolic link is not followed",
      hint: "put the file itself here")
  }

  static func nameUnusable(_ path: String) -> Problem {
    Problem(
      .fileName, file: path, "a page cannot have this file name",
      hint: "rename the file: no control characters, no backslash, at most 240 bytes")
  }

  // MARK: - Front matter

  static func frontMatterUnclosed(_ marker: String, _ file: SourceFile) -> Problem {
    Problem(
      .frontMatterUnclosed, file: file.path, at: 0..<3, in: file.lines,
      "the front matter that begins here has no end",
      hint: "close it with a line “\(marker)”")
  }

  static func frontMatterTooLong(_ file: SourceFile) -> Problem {
    Problem(
      .frontMatterTooLong, file: file.path, at: 0..<1, in: file.lines,
      "this is longer than \(Envelope.limit / 1024) kB and was not read")
  }

  static func unreadableFields(_ error: FieldsError, _ file: SourceFile) -> Problem {
    let lines = file.lines
    let line = lines.range(ofLine: error.mark.line)
    let words = String(decoding: file.bytes[line], as: UTF8.self)
    let lead = String(words.unicodeScalars.prefix(error.mark.column - 1)).utf8.count
    let start = min(line.lowerBound + lead, line.upperBound)
    func problem(_ code: Code, _ message: String, hint: String? = nil, length: Int = 1) -> Problem {
      Problem(
        code, file: file.path, at: start..<start + length, in: lines, message, hint: hint)
    }
    return switch error.reason {
    case .tab:
      problem(.yamlTab, "a tab stands where YAML wants spaces", hint: "use spaces")
    case .colonInText:
      problem(
        .yamlColon, "a colon followed by a space ends a key, and this line has two",
        hint: "put quotes around the text behind the first")
    case .duplicateKey(let key):
      problem(
        .keyTwice, "the key “\(key)” stands here a second time", hint: "keep one of the two",
        length: key.utf8.count)
    case .tooDeep:
      problem(.valuesTooDeep, "values are nested more than \(Field.depthLimit) deep here")
    case .tooMany:
      problem(.valuesTooMany, "these are more than \(Field.countLimit) values")
    case .other(let reason):
      problem(.valuesUnreadable, "this cannot be read: \(reason)")
    }
  }

  static func noKeys(_ what: String, _ file: SourceFile, at range: Range<Int>) -> Problem {
    Problem(
      .keysMissing, file: file.path, at: range, in: file.lines,
      "the \(what) is no list of keys with values", hint: "write lines such as “title: My note”")
  }

  package static func keyUnknown(
    _ key: String, meant: String?, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .keyUnknown, file: file.path, at: range, in: file.lines, "the key “\(key)” is none I know",
      hint: meant.map { "did you mean “\($0)”?" })
  }

  static func visibilityKeyMisspelt(
    _ key: String, meant: String, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .visibilityKey, file: file.path, at: range, in: file.lines,
      "the key “\(key)” is none I know, and it may decide who sees this",
      hint: "did you mean “\(meant)”?")
  }

  // MARK: - Values

  package static func wrongKind(
    _ key: String, wants: String, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .valueInvalid, file: file.path, at: range, in: file.lines, "“\(key)” wants \(wants)")
  }

  static func tooManyItems(
    _ key: String, limit: Int, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .valuesTooMany, file: file.path, at: range, in: file.lines,
      "“\(key)” holds more than \(limit) values")
  }

  package static func unknownWord(
    _ word: String, for key: String, known: [String], _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    let hint =
      Spelling.nearest(to: word, among: known).map { "did you mean “\($0)”?" }
      ?? (known.count <= 10 ? "I know \(known.spoken)" : nil)
    let isVisibility = key == "visibility"
    return Problem(
      isVisibility ? .visibilityUnknown : .valueUnknown, file: file.path, at: range, in: file.lines,
      isVisibility
        ? "the visibility “\(word)” is none I know" : "“\(key)” cannot be “\(word)”", hint: hint)
  }

  static func audienceInvalid(
    _ name: String, isTaken: Bool, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .valueInvalid, file: file.path, at: range, in: file.lines,
      isTaken
        ? "an audience cannot be called “\(name)”: the word means something already"
        : "an audience cannot be called “\(name)”",
      hint: "give each a name of its own, in small letters, digits and hyphens")
  }

  static func notEased(_ code: Code, _ file: SourceFile, at range: Range<Int>) -> Problem {
    Problem(
      .valueInvalid, file: file.path, at: range, in: file.lines,
      "“\(code.rawValue)” always is an error", hint: "only warnings can be made less")
  }

  static func statusUnknown(_ word: String, _ file: SourceFile, at range: Range<Int>) -> Problem {
    let nearest = Spelling.nearest(to: word, among: Status.known)
    return Problem(
      .statusUnknown, file: file.path, at: range, in: file.lines,
      "the status “\(word)” is none I know, and is kept as it is",
      hint: nearest.map { "did you mean “\($0)”?" } ?? "I know \(Status.known.spoken)")
  }

  static func dateInvalid(
    _ text: String, _ error: Moment.ParsingError, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    let (reason, hint): (String, String?) =
      switch error {
      case .form:
        ("it is written another way", "write 2026, 2026-11, 2026-11-22 or 2026-11-22 14:05")
      case .month(let month): ("there is no month \(month)", nil)
      case .day(let day): ("that month has no day \(day)", nil)
      case .time: ("the time is none", "write hours and minutes: 14:05")
      case .offset(let offset): ("“\(offset)” is no offset from UTC", "write +02:00 or Z")
      }
    return Problem(
      .dateInvalid, file: file.path, at: range, in: file.lines,
      "“\(text)” is no date: \(reason)", hint: hint)
  }

  static func addressInvalid(
    _ text: String, key: String, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .addressInvalid, file: file.path, at: range, in: file.lines,
      "“\(key)” cannot be “\(text)”: it is no path inside the site",
      hint: key == "slug"
        ? "write one part, such as my-note" : "write a path such as /work/my-note/")
  }

  // MARK: - Limits

  /// A text that is not rendered. `linesBefore` is how many lines of the file come before it.
  package static func refused(
    _ excess: Document.Excess, _ file: SourceFile, linesBefore: Int = 0
  ) -> Problem {
    let (code, message, hint): (Code, String, String) =
      switch excess.kind {
      case .nesting:
        (
          .nestingLimit, "more than \(excess.limit) quotes and lists are nested here",
          "put what is no Markdown between lines of ```"
        )
      case .brackets:
        (
          .bracketLimit, "more than \(excess.limit) brackets are open here and not closed",
          "put what is no Markdown between lines of ```"
        )
      case .cells:
        (
          .cellLimit, "the rows of tables lack more than \(excess.limit) cells up to here",
          "give each row as many cells as its table has columns"
        )
      }
    return Problem(
      code, file: file.path,
      at: Place(line: excess.line + linesBefore, column: excess.column), message, hint: hint)
  }

  static func homeTaken(_ file: SourceFile, at range: Range<Int>) -> Problem {
    Problem(
      .addressInvalid, file: file.path, at: range, in: file.lines,
      "the home page stands at “/”, so the note keeps an address of its own"
    ).with(severity: .warning)
  }

  // MARK: - Sites and their history

  package static func undated(_ path: String) -> Problem {
    Problem(
      .dateMissing, file: path, "the note has no date, so it is listed apart",
      hint: "add “date: 2026-11-22” to its front matter, or commit it to git")
  }

  static func historyIsShallow(count: Int) -> Problem {
    Problem(
      .historyShallow,
      "\(count) \(count == 1 ? "note takes its date" : "notes take their dates") from git, and this clone is shallow: its history begins too late to tell them",
      hint:
        "fetch the history: git fetch --unshallow (in a CI checkout: fetch-depth: 0), or go on with --allow-undated"
    )
  }

  static func gitMissing(_ way: String) -> Problem {
    Problem(
      .gitMissing, "the folder is in a git repository, but git cannot be run",
      hint: "install git, or \(way)")
  }

  static func gitFailed(_ words: String, _ way: String) -> Problem {
    Problem(.gitFailed, "git could not tell what was asked: \(words)", hint: "to go on, \(way)")
  }

  static func onlyOtherSites(_ sites: [String]) -> Problem {
    Problem(
      .siteOfSites,
      "this folder is no site: it only contains other sites, in \(sites.map { "“\($0)”" }.spoken)",
      hint: "name one of them: outloud build \(sites.first ?? "")")
  }

  static func nothingHere() -> Problem {
    Problem(
      .siteEmpty, "there is no note to publish here",
      hint: "write one into a file that ends in .md, or begin with: outloud init")
  }
}

extension [String] {
  /// “a, b and c”.
  package var spoken: String {
    guard count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + (last ?? "")
  }
}
