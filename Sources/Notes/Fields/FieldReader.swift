import Dates
import Problems
import Text

/// Reads typed values out of the fields of one file, and gathers what is wrong with them.
///
/// A value that cannot be used is a problem at its place, and reads as absent; so one pass reports
/// everything.
package struct FieldReader {
  package let file: SourceFile
  private let entries: [Field.Entry]
  private let traces: KeyTraces
  package private(set) var problems: [Problem] = []

  package init(_ field: Field, in file: SourceFile, what: String) {
    self.file = file
    entries = field.entries ?? []
    traces = KeyTraces(of: entries)
    switch field.value {
    case .map, .nothing: break
    case .text, .list: problems.append(.noKeys(what, file, at: range(field.mark, length: 1)))
    }
  }

  /// What a key says, or the first of its other spellings that is there.
  package func field(_ key: String, _ others: String...) -> Field? { field(key, others) }

  private func field(_ key: String, _ others: [String]) -> Field? {
    if let field = found(key) { return field }
    for other in others {
      if let field = found(other) { return field }
    }
    return nil
  }

  private func found(_ key: String) -> Field? {
    guard traces.mayHold(key) else { return nil }
    // To walk over the entries themselves copies each of them.
    return entries.indices.first { entries[$0].key == key }.map { entries[$0].value }
  }

  /// Those of some keys that are there, in their order.
  func keys(among known: KeySet) -> [String] {
    guard entries.indices.contains(where: { known.contains(entries[$0].key) }) else { return [] }
    return known.keys.filter { key in entries.contains { $0.key == key } }
  }

  package var keys: [Field.Entry] { entries }

  package mutating func report(_ problem: Problem) {
    problems.append(problem)
  }

  // MARK: - Typed values

  package mutating func text(_ key: String, _ others: String...) -> String? {
    guard let field = field(key, others) else { return nil }
    return text(field, key: key)
  }

  package mutating func text(_ field: Field, key: String) -> String? {
    switch field.value {
    case .nothing: return nil
    case .text(let text):
      let trimmed = text.trimmed
      return trimmed.isEmpty ? nil : trimmed
    case .list, .map:
      problems.append(.wrongKind(key, wants: "one text", file, at: range(of: field)))
      return nil
    }
  }

  /// A list of texts; one text stands for a list of one, and a comma in it divides nothing.
  package mutating func texts(_ key: String, _ others: String...) -> [String] {
    guard let field = field(key, others) else { return [] }
    return texts(field, key: key)
  }

  package mutating func texts(_ field: Field, key: String) -> [String] {
    guard case .list = field.value else { return text(field, key: key).map { [$0] } ?? [] }
    let items = items(of: field, key: key)
    var texts: [String] = []
    texts.reserveCapacity(items.count)
    for item in items {
      if let text = text(item, key: key) { texts.append(text) }
    }
    return texts
  }

  /// The same, where one text may hold several with commas between them.
  mutating func texts(dividedByCommas field: Field, key: String) -> [String] {
    guard let text = field.text else { return texts(field, key: key) }
    let parts = text.split(separator: ",")
    let items = parts.map { Field(value: .text(String($0)), mark: field.mark) }
    return texts(Field(value: .list(items), mark: field.mark), key: key)
  }

  /// The items of a list, of which one key can have only so many; one value stands for a list of one.
  package mutating func items(_ key: String) -> [Field] {
    guard let field = found(key), !field.isNothing else { return [] }
    return items(of: field, key: key)
  }

  private mutating func items(of field: Field, key: String) -> [Field] {
    guard case .list(let items) = field.value else { return [field] }
    guard items.count <= Self.itemLimit else {
      problems.append(
        .tooManyItems(key, limit: Self.itemLimit, file, at: range(field.mark, length: 1)))
      return []
    }
    return items
  }

  /// Each may become a page, or be looked for in every line.
  static let itemLimit = 1_000

  package mutating func flag(_ key: String, _ others: String...) -> Bool? {
    guard let field = field(key, others) else { return nil }
    return flag(field, key: key)
  }

  package mutating func flag(_ field: Field, key: String) -> Bool? {
    switch field.text?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    case nil where field.isNothing: return nil
    default:
      problems.append(.wrongKind(key, wants: "true or false", file, at: range(of: field)))
      return nil
    }
  }

  package mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let field = found(key), !field.isNothing else { return nil }
    if let text = field.text, let number = Int(text), range.contains(number) { return number }
    let wants = "a number from \(range.lowerBound) to \(range.upperBound)"
    problems.append(.wrongKind(key, wants: wants, file, at: self.range(of: field)))
    return nil
  }

  package mutating func date(_ key: String, _ others: String..., in zone: Zone) -> Moment? {
    guard let field = field(key, others) else { return nil }
    return date(field, key: key, in: zone)
  }

  package mutating func date(_ field: Field, key: String, in zone: Zone) -> Moment? {
    guard let text = text(field, key: key) else { return nil }
    do throws(Moment.ParsingError) {
      return try Moment(parsing: text, in: zone)
    } catch {
      problems.append(.dateInvalid(text, error, file, at: range(of: field)))
      return nil
    }
  }

  /// One word of a closed list.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, as type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let field = found(key), let text = text(field, key: key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    problems.append(.unknownWord(text, for: key, known: known, file, at: range(of: field)))
    return nil
  }

  /// An address of another site: http or https.
  package mutating func webAddress(_ field: Field, key: String) -> String? {
    guard let text = text(field, key: key) else { return nil }
    if text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.endsAddress)
    {
      return text
    }
    problems.append(
      .wrongKind(
        key, wants: "an address that begins with https:// or http://", file, at: range(of: field)))
    return nil
  }

  // MARK: - Places

  package func range(of field: Field) -> Range<Int> {
    let whole = range(field.mark, length: nil)
    // In a list between brackets the line goes on behind the value.
    guard let text = field.text, !text.isEmpty,
      file.bytes[whole].starts(with: text.utf8)
    else { return whole }
    return whole.lowerBound..<whole.lowerBound + text.utf8.count
  }

  package func range(of entry: Field.Entry) -> Range<Int> {
    range(entry.mark, length: entry.key.utf8.count)
  }

  /// From a mark to the end of its value on that line, without a comment behind it; or so many
  /// bytes.
  private func range(_ mark: Field.Mark, length: Int?) -> Range<Int> {
    let lines = file.lines
    let line = lines.range(ofLine: mark.line)
    let text = String(decoding: file.bytes[line], as: UTF8.self)
    let lead = String(text.unicodeScalars.prefix(mark.column - 1)).utf8.count
    let start = min(line.lowerBound + lead, line.upperBound)
    if let length { return start..<min(start + length, line.upperBound) }
    let rest = String(decoding: file.bytes[start..<line.upperBound], as: UTF8.self)
    let value = rest.firstRange(of: " #").map { rest[..<$0.lowerBound] } ?? rest[...]
    var end = value[...]
    while end.last?.isWhitespace == true { end = end.dropLast() }
    return start..<start + end.utf8.count
  }
}

extension Character {
  /// White space and control characters begin another line or word where addresses are listed, and
  /// the others stand in no address as they are.
  fileprivate var endsAddress: Bool {
    unicodeScalars.contains { $0.value <= 0x20 || 0x7F...0x9F ~= $0.value || $0.turnsText }
      || "\"<>".contains(self)
  }
}

extension Field {
  package var isNothing: Bool {
    if case .nothing = value { return true }
    return false
  }

  /// Whether it is nothing, or a text of white space.
  var isBlank: Bool { isNothing || text.map(\.trimmed.isEmpty) ?? false }
}
