import Files
import Leaks
import Problems
import Redaction
import Text

/// `private/stand-ins.yml`: the names of clients and employers, and what is published in their place.
///
///     Acme: a retailer
///     Globex: {as: a bank, also: [Globex Ltd, globex.com]}
///
/// What is wrong in it is told without repeating a name.
package enum StandInFile {
  package static let path = "private/stand-ins.yml"

  /// No list where there is no such file. A list with problems is still looked for in what is
  /// published, as far as it could be read.
  package static func read(in folder: any Folder) -> (list: StandInList, problems: [Problem]) {
    guard folder.kind(path) != nil else { return (.empty, []) }
    switch SourceFile.read(path, in: folder) {
    case .failure(let problem): return (.empty, [problem])
    case .success(let file): return read(file)
    }
  }

  static func read(_ file: SourceFile) -> (list: StandInList, problems: [Problem]) {
    let field: Field
    do throws(FieldsError) {
      field = try Field.yaml(file.bytes.withPlainNewlines, firstLine: 1)
    } catch {
      return (.empty, [.standIns(unreadable: error, file)])
    }
    var reader = FieldReader(field, in: file, what: "list of stand-ins")
    var reading = Reading(file: file, places: reader)
    for entry in reader.keys { reading.read(entry, &reader) }
    reading.checkWords()
    let lines = file.lines
    let found = reader.problems.map { Problem.standIns($0, file.path, lines) } + reading.problems
    return (StandInList(reading.standIns.map(\.standIn)), found)
  }

  /// Gathers what the file says, and what is wrong with it.
  private struct Reading {
    let file: SourceFile
    private let lines: Lines
    /// Knows where keys and values stand. It is asked of what is wrong alone, as it reads their lines.
    private let places: FieldReader
    private(set) var standIns: [(standIn: StandIn, words: Field)] = []
    private(set) var problems: [Problem] = []
    private var spellings: Set<[UInt8]> = []

    /// No more are told.
    private static let mostProblems = 100

    init(file: SourceFile, places: FieldReader) {
      self.file = file
      self.places = places
      lines = file.lines
    }

    mutating func read(_ entry: Field.Entry, _ reader: inout FieldReader) {
      let places = places
      guard add(spelling: entry.key, at: places.range(of: entry)) else { return }
      var words: (text: String?, field: Field?) = (nil, nil)
      var others: [String] = []
      if entry.value.entries != nil {
        reader.read(entry.value, what: "stand-in", keys: ["as", "also"]) { reader in
          if let field = reader.field("as") {
            words = (reader.text(field, key: "as"), field)
          }
          for field in reader.items("also") {
            guard let text = reader.text(field, key: "also") else { continue }
            if add(spelling: text, at: places.range(of: field)) { others.append(text) }
          }
        }
      } else {
        words = (reader.text(entry.value, key: "as"), entry.value)
      }
      guard let text = words.text, let field = words.field else {
        if case .list = entry.value.value { return }
        return report(
          "nothing is said here that could stand for the name",
          at: words.field.map { places.range(of: $0) } ?? places.range(of: entry))
      }
      guard Self.isPlain(text) else {
        return report(
          "a stand-in is words that begin with a letter or a digit, without < > ` | and \\",
          at: places.range(of: field))
      }
      let standIn = StandIn(name: entry.key, otherSpellings: others, words: text)
      standIns.append((standIn, field))
    }

    /// Whether a spelling is one that can be looked for, and no other's.
    private mutating func add(
      spelling: String, at range: @autoclosure () -> Range<Int>
    ) -> Bool {
      let key = ConfidentialWords.key(spelling)
      guard key.count > 1 else {
        report("a name has two letters or digits at least", at: range())
        return false
      }
      guard key.count <= ConfidentialWords.longest else {
        report(
          "a name of more than \(ConfidentialWords.longest) letters is none that anyone writes",
          at: range(), hint: "keep the part by which it is known")
        return false
      }
      guard spellings.insert(key).inserted else {
        report(
          "this name stands here a second time", at: range(),
          hint: "case, accents and hyphens make no difference: keep one of the two")
        return false
      }
      return true
    }

    /// What stands for a name may hold none itself.
    mutating func checkWords() {
      let list = StandInList(standIns.map(\.standIn))
      let places = places
      for (standIn, field) in standIns where !list.places(in: Array(standIn.words.utf8)).isEmpty {
        report(
          "what stands for this name holds a name of the list itself", at: places.range(of: field))
      }
    }

    private mutating func report(
      _ message: String, at range: @autoclosure () -> Range<Int>, hint: String? = nil
    ) {
      guard problems.count < Self.mostProblems else { return }
      problems.append(
        Problem(
          .standInInvalid, file: file.path, at: range(), in: lines, message,
          hint: hint ?? "write “Acme: a retailer”, or “Acme: {as: a retailer, also: [Acme Corp]}”"))
    }

    private static func isPlain(_ words: String) -> Bool {
      guard let first = words.first, first.isLetter || first.isNumber else { return false }
      return words.contains(where: \.isLetter)
        && words.unicodeScalars.allSatisfy {
          !"<>`|\\".unicodeScalars.contains($0) && $0.properties.generalCategory != .control
        }
    }
  }
}

extension Problem {
  /// A problem of the file that others report by repeating what stands there.
  fileprivate static func standIns(
    _ problem: Problem, _ path: String, _ lines: Lines
  ) -> Problem {
    let place = problem.place ?? Place(line: 1, column: 1)
    let message =
      problem.code == .keyUnknown
      ? "a stand-in knows “as” and “also”, and not this" : "this is no name with its stand-in"
    return Problem(
      .standInInvalid, file: path, at: place, message,
      hint: problem.code == .keyUnknown ? problem.hint : "write “Acme: a retailer”"
    ).quoting(lines.text(ofLine: place.line))
  }

  fileprivate static func standIns(unreadable error: FieldsError, _ file: SourceFile) -> Problem {
    let problem = Problem.unreadableFields(error, file)
    let place = problem.place ?? Place(line: 1, column: 1)
    let (message, hint): (String, String?) =
      if case .duplicateKey = error.reason {
        ("this name stands here a second time", "keep one of the two")
      } else {
        (problem.message, problem.hint)
      }
    return Problem(.standInInvalid, file: file.path, at: place, message, hint: hint)
      .quoting(file.lines.text(ofLine: place.line))
  }
}
