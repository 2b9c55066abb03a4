import Files
import Problems
import Text

/// Changes the front matter of a note, key by key, and keeps every other byte of its file: order,
/// comments, indentation, line endings, a byte order mark, a missing last line break.
///
/// It works on lines, and trusts nothing that it did: what it wrote is read again, and only where
/// exactly the key in question reads differently does a change stand. So what it does not understand
/// it refuses, and never harms.
///
///     var edit = try FrontMatterEdit(bytes, path: "notes/a.md")
///     try edit.set("status", to: .text("shipped"))
///     try Disk.replace(file, with: edit.bytes)
package struct FrontMatterEdit: Sendable {
  /// The whole file with all changes so far.
  package var bytes: [UInt8] { byteOrderMark + file.bytes }

  private let byteOrderMark: [UInt8]
  private var file: SourceFile
  private var envelope: Envelope
  private var fields: Field

  /// Reads the bytes of a file as they are on disk. What a build would not read is a problem.
  package init(_ bytes: [UInt8], path: String) throws(Problem) {
    let mark = SourceFile.byteOrderMark
    byteOrderMark = bytes.starts(with: mark) ? mark : []
    file = try SourceFile.text(bytes, path).get()
    envelope = try Envelope(file)
    fields = try envelope.fields(in: file)
    guard fields.entries != nil || fields.isNothing else { throw fixed(nil, nil) }
  }

  /// The text that a key has, as it was written; nil for none, or for a list.
  package func text(_ key: String) -> String? { entry(key)?.value.text }

  /// The keys by which a note says when its work happened.
  package static let dateKeys = FrontMatter.dateKeys

  package func has(_ key: String) -> Bool { entry(key).map { !$0.value.isNothing } ?? false }

  /// The texts of a key: those of its list, or its one text.
  package func texts(_ key: String) -> [String] {
    guard let field = entry(key)?.value else { return [] }
    guard case .list(let items) = field.value else { return field.text.map { [$0] } ?? [] }
    return items.compactMap(\.text)
  }

  /// What stands below the front matter; the whole file where there is none.
  package var body: [UInt8] { Array(file.bytes[envelope.body.offset...]) }

  package mutating func replaceBody(with body: [UInt8]) {
    file = SourceFile(path: file.path, bytes: file.bytes[..<envelope.body.offset] + body)
  }

  /// Adds what a list of names does not have yet, whatever its case. One text becomes the first of a
  /// list; with `dividing` it may be several, with commas in between, as it is for tags.
  package mutating func add(
    _ names: [String], to key: String, dividing: Bool = false
  ) throws(Problem) {
    var items: [FrontMatterValue] = []
    if let field = entry(key)?.value, !field.isNothing {
      guard let value = FrontMatterValue(field) else { throw fixed(key, .texts(names)) }
      switch value {
      case .list(let list): items = list
      case .text(let text) where dividing:
        items = text.split(separator: ",").map { .text($0.trimmed) }
      default: items = [value]
      }
    }
    let known = Set(items.compactMap(\.name).map { $0.lowercased() })
    let new = names.filter { !known.contains($0.lowercased()) }
    guard !new.isEmpty else { return }
    try set(key, to: .list(items + new.map(FrontMatterValue.text)))
  }

  private func entry(_ key: String) -> Field.Entry? { fields.entries?.first { $0.key == key } }

  /// Gives a key at the top a value. A list that begins as the one that is there is added to; a key
  /// that is missing comes last, and a front matter that is missing is made.
  package mutating func set(_ key: String, to value: FrontMatterValue) throws(Problem) {
    if let old = entry(key) {
      if value.isSame(as: old.value) { return }
      let lines = lines
      let drafts = (lines?.adding(to: old, value) ?? []) + [lines?.replacing(old, with: value)]
      try take(drafts, as: value, for: key)
    } else if let lines {
      try take([lines.inserting(key, value)], as: value, for: key)
    } else {
      let end = file.bytes.lineEnding
      let line = "\(key): \(value.written(in: .yaml))"
      let matter = Array("---\(end)\(line)\(end)---\(end)".utf8)
      try take([matter + file.bytes], as: value, for: key)
    }
  }

  /// Takes a key at the top away, with its value.
  package mutating func remove(_ key: String) throws(Problem) {
    guard let old = entry(key) else { return }
    try take([lines?.removing(old)], as: nil, for: key)
  }

  /// Nil where there is no front matter.
  private var lines: (any MatterLines)? {
    guard let language = envelope.matter?.language else { return nil }
    let matter = MatterPlace(file: file, envelope: envelope)
    return switch language {
    case .yaml: YAMLLines(matter, fields)
    case .toml: TOMLLines(matter)
    }
  }

  /// Takes the first of some drafts of the file that says what it is to say.
  private mutating func take(
    _ drafts: [[UInt8]?], as value: FrontMatterValue?, for key: String
  ) throws(Problem) {
    for draft in drafts {
      guard let draft, draft.count <= SourceFile.sizeLimit else { continue }
      let new = SourceFile(path: file.path, bytes: draft)
      guard let envelope = try? Envelope(new), let fields = try? envelope.fields(in: new),
        new.bytes[envelope.body.offset...] == file.bytes[self.envelope.body.offset...],
        isSame(fields, with: value, for: key)
      else { continue }
      (file, self.envelope, self.fields) = (new, envelope, fields)
      return
    }
    throw fixed(key, value)
  }

  /// Whether fields are those of now, but for one key.
  private func isSame(_ new: Field, with value: FrontMatterValue?, for key: String) -> Bool {
    let others = (fields.entries ?? []).filter { $0.key != key }
    let found = new.entries ?? []
    guard found.count == others.count + (value == nil ? 0 : 1) else { return false }
    let isThere = value.map { value in
      found.contains { $0.key == key && value.isSame(as: $0.value) }
    }
    return isThere ?? true
      && others.allSatisfy { entry in
        found.contains { $0.key == entry.key && $0.value.hasSameValues(as: entry.value) }
      }
  }

  private func fixed(_ key: String?, _ value: FrontMatterValue?) -> Problem {
    let language = envelope.matter?.language ?? .yaml
    let lines = file.lines
    let old = key.flatMap(entry)
    let mark = old?.mark ?? fields.mark
    let line = lines.range(ofLine: mark.line)
    let words = String(decoding: file.bytes[line], as: UTF8.self)
    let lead = String(words.unicodeScalars.prefix(mark.column - 1)).utf8.count
    let start = min(line.lowerBound + lead, line.upperBound)
    let end = min(start + (old?.key.utf8.count ?? 0), line.upperBound)
    let sign = language == .yaml ? ": " : " = "
    return Problem(
      .frontMatterFixed, file: file.path, at: start..<end, in: lines,
      "\(key.map { "“\($0)” cannot" } ?? "nothing can") be changed here without harm to what stands around it",
      hint: value.map { "write it yourself: \(key ?? "")\(sign)\($0.written(in: language))" })
  }
}

/// Where the front matter of a file is.
struct MatterPlace {
  let bytes: [UInt8]
  let lines: Lines
  /// Its lines without the markers.
  let numbers: Range<Int>

  init(file: SourceFile, envelope: Envelope) {
    bytes = file.bytes
    lines = file.lines
    numbers = 2..<max(2, envelope.body.line - 1)
  }

  /// The bytes of the file with others instead of some.
  func replacing(_ range: Range<Int>, with text: String) -> [UInt8] {
    bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...]
  }

  func isBlank(line: Int) -> Bool {
    bytes[lines.range(ofLine: line)].allSatisfy { $0 == Ascii.space || $0 == Ascii.tab }
  }

  var lineEnding: String { bytes.lineEnding }
}

/// Where the keys of a front matter stand, in its language. Each change is a guess at the whole file,
/// which is still to be proved; nothing where there is none.
protocol MatterLines {
  func inserting(_ key: String, _ value: FrontMatterValue) -> [UInt8]?
  func adding(to entry: Field.Entry, _ value: FrontMatterValue) -> [[UInt8]]
  func replacing(_ entry: Field.Entry, with value: FrontMatterValue) -> [UInt8]?
  func removing(_ entry: Field.Entry) -> [UInt8]?
}

extension FrontMatterValue {
  /// What a list has behind the items of another; nil where it does not begin with all of them.
  func items(behind field: Field) -> [FrontMatterValue]? {
    guard case .list(let new) = self, case .list(let old) = field.value, new.count > old.count,
      zip(new, old).allSatisfy({ $0.isSame(as: $1) })
    else { return nil }
    return Array(new.dropFirst(old.count))
  }

  /// Ways to add items to a list between brackets, by the range of its text.
  static func additions(
    of items: [FrontMatterValue], in language: Envelope.Language, to matter: MatterPlace,
    at range: Range<Int>
  ) -> [[UInt8]] {
    let bytes = matter.bytes
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "["),
      bytes[range.upperBound - 1] == UInt8(ascii: "]"),
      let last = bytes[range.dropLast()].lastIndex(where: { $0 > Ascii.space })
    else { return [] }
    let words = items.map { $0.written(in: language) }.joined(separator: ", ")
    let lead =
      switch bytes[last] {
      case UInt8(ascii: "[") where last == range.lowerBound: ""
      case UInt8(ascii: ","): " "
      default: ", "
      }
    // A line of its own before the bracket, for where a remark stands at the end of the last one.
    let number = matter.lines.line(at: range.upperBound - 1)
    let start = matter.lines.start(ofLine: number)
    let ownLines = ["", ", "].map {
      matter.replacing(start..<start, with: "  \($0)\(words)\(matter.lineEnding)")
    }
    return [matter.replacing(last + 1..<last + 1, with: lead + words)]
      + (start > range.lowerBound ? ownLines : [])
  }
}

extension Field {
  /// Whether it reads the same, wherever it stands.
  func hasSameValues(as other: Field) -> Bool {
    switch (value, other.value) {
    case (.nothing, .nothing): true
    case (.text(let a), .text(let b)): a == b
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.hasSameValues(as: $1) }
    case (.map(let a), .map(let b)):
      a.count == b.count
        && a.allSatisfy { entry in
          b.contains { $0.key == entry.key && $0.value.hasSameValues(as: entry.value) }
        }
    default: false
    }
  }
}

extension [UInt8] {
  /// The one that its first line has; `\n` where there is none.
  package var lineEnding: String {
    guard let end = lineEnd(from: 0, hasReturns: true) else { return "\n" }
    guard self[end] == Ascii.carriageReturn else { return "\n" }
    return self[end...].dropFirst().first == Ascii.newline ? "\r\n" : "\r"
  }
}
