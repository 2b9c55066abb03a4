import TOMLKit
import Text

extension Field {
  /// Reads TOML that starts on a line of its file.
  ///
  /// TOMLKit tells no places, so those of the keys at the top, and of tables, are looked for in the
  /// text; everything inside a value stands at the value's place.
  static func toml(_ text: String, firstLine: Int) throws(FieldsError) -> Field {
    if let (line, reason) = TOMLGuard.flaw(in: text) {
      throw FieldsError(reason: reason, mark: Mark(line: firstLine + line, column: 1))
    }
    do {
      let table = try TOMLTable(string: text)
      let places = TOMLPlaces(text, firstLine: firstLine)
      let start = Mark(line: firstLine, column: 1)
      var budget = Self.countLimit
      let entries = try table.map { key, value in
        let place = places[key]
        return Entry(
          key: key, mark: place?.key ?? start,
          value: try Field(value, mark: place?.value ?? start, depth: 1, budget: &budget))
      }
      return Field(
        value: .map(entries.sorted { ($0.mark.line, $0.key) < ($1.mark.line, $1.key) }), mark: start
      )
    } catch let error as FieldsError {
      throw error
    } catch let error as TOMLParseError {
      throw FieldsError(toml: error, text: text, firstLine: firstLine)
    } catch {
      throw FieldsError(
        reason: .other(String(describing: error)), mark: Mark(line: firstLine, column: 1))
    }
  }

  private init(
    _ value: any TOMLValueConvertible, mark: Mark, depth: Int, budget: inout Int
  ) throws(FieldsError) {
    self.mark = mark
    budget -= 1
    guard budget > 0 else { throw FieldsError(reason: .tooMany, mark: mark) }
    guard depth < Self.depthLimit else { throw FieldsError(reason: .tooDeep, mark: mark) }
    if let string = value.string {
      self.value = .text(string)
    } else if let array = value.array {
      var items: [Field] = []
      for item in array {
        items.append(try Field(item, mark: mark, depth: depth + 1, budget: &budget))
      }
      self.value = .list(items)
    } else if let table = value.table {
      var entries: [Entry] = []
      for (key, item) in table {
        let value = try Field(item, mark: mark, depth: depth + 1, budget: &budget)
        entries.append(Entry(key: key, mark: mark, value: value))
      }
      self.value = .map(entries.sorted { $0.key < $1.key })
    } else {
      // Dates, numbers and truth values read as they are written.
      self.value = .text(value.debugDescription)
    }
  }
}

/// Where the keys at the top of a TOML text stand, and their values.
private struct TOMLPlaces {
  private var places: [String: (key: Field.Mark, value: Field.Mark)] = [:]

  init(_ text: String, firstLine: Int) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let indent = line.prefix { $0 == " " || $0 == "\t" }.count
      let rest = line.dropFirst(indent)
      let name: Substring
      let after: Int
      if rest.hasPrefix("[") {
        let inner = rest.drop { $0 == "[" }
        name = inner.prefix { $0 != "." && $0 != "]" }
        after = indent
      } else if let equals = rest.firstIndex(of: "=") {
        name = rest[..<equals]
        let value = rest[equals...].dropFirst()
        after = line.count - value.count + value.prefix { $0 == " " }.count
      } else {
        continue
      }
      let key = name.trimmed.filter { $0 != "\"" && $0 != "'" }
      guard places[key] == nil else { continue }
      places[key] = (
        Field.Mark(line: firstLine + number, column: indent + 1),
        Field.Mark(line: firstLine + number, column: after + 1)
      )
    }
  }

  subscript(key: String) -> (key: Field.Mark, value: Field.Mark)? { places[key] }
}

extension FieldsError {
  fileprivate init(toml error: TOMLParseError, text: String, firstLine: Int) {
    let begin = error.source.begin
    let mark = Field.Mark(line: firstLine + max(begin.line, 1) - 1, column: max(begin.column, 1))
    // The library begins with what it was doing: “Error while parsing boolean: …”.
    let words = error.description.firstRange(of: ": ").map { error.description[$0.upperBound...] }
    let reason = String(words ?? error.description[...]).filter { !$0.isNewline }
    if reason.contains("cannot redefine"), let key = reason.split(separator: "'").dropFirst().first
    {
      let place = Self.secondPlace(of: String(key), in: text, firstLine: firstLine)
      self.init(reason: .duplicateKey(String(key)), mark: place ?? mark)
    } else {
      self.init(reason: .other(reason), mark: mark)
    }
  }
}
