import Problems
import Yams

/// Why a text could not be read as fields, and where.
struct FieldsError: Error {
  enum Reason: Sendable {
    case tab
    case colonInText
    case duplicateKey(String)
    case tooDeep
    case tooMany
    case other(String)
  }

  let reason: Reason
  let mark: Field.Mark
}

extension Field {
  /// How deep lists and maps may stand in one another.
  static let depthLimit = 20
  /// How many values one text may hold, with aliases written out: a few lines of them can stand
  /// for billions.
  static let countLimit = 10_000

  /// Reads YAML that starts on a line of its file, and has plain line breaks.
  static func yaml(_ text: [UInt8], firstLine: Int) throws(FieldsError) -> Field {
    if let field = PlainYAML.read(text, firstLine: firstLine) { return field }
    return try fullYAML(String(decoding: text, as: UTF8.self), firstLine: firstLine)
  }

  /// The YAML that is the whole of a file.
  package static func yaml(_ file: SourceFile) throws(Problem) -> Field {
    do throws(FieldsError) {
      return try yaml(file.bytes.withPlainNewlines, firstLine: 1)
    } catch {
      throw .unreadableFields(error, file)
    }
  }

  /// The same, by the library alone.
  static func fullYAML(_ text: String, firstLine: Int) throws(FieldsError) -> Field {
    // The library reads nested values by recursion, so what could exhaust the stack is refused first.
    if let line = NestingGuard.tooDeepLine(text) {
      throw FieldsError(reason: .tooDeep, mark: Mark(line: firstLine + line, column: 1))
    }
    do {
      // Values are taken as they are written, so nothing is to be constructed from them.
      let parser = try Parser(
        yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        return Field(value: .nothing, mark: Mark(line: firstLine, column: 1))
      }
      var budget = Self.countLimit
      return try Field(root, firstLine: firstLine, depth: 0, budget: &budget)
    } catch let error as YamlError {
      throw FieldsError(error, text: text, firstLine: firstLine)
    } catch let error as FieldsError {
      throw error
    } catch {
      throw FieldsError(
        reason: .other(String(describing: error)), mark: Mark(line: firstLine, column: 1))
    }
  }

  /// Whether a text without quotes stands for nothing.
  static func isNothing(_ text: String) -> Bool {
    text.utf8.count <= 4 && ["", "~", "null", "Null", "NULL"].contains(text)
  }

  private init(
    _ node: Node, firstLine: Int, depth: Int, budget: inout Int
  ) throws(FieldsError) {
    let mark = node.mark.map { Mark($0, firstLine: firstLine) } ?? Mark(line: firstLine, column: 1)
    self.mark = mark
    budget -= 1
    guard budget > 0 else { throw FieldsError(reason: .tooMany, mark: mark) }
    guard depth < Self.depthLimit else { throw FieldsError(reason: .tooDeep, mark: mark) }
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && Self.isNothing(scalar.string)
      value = isNothing ? .nothing : .text(scalar.string)
    case .sequence(let sequence):
      var list: [Field] = []
      for item in sequence {
        list.append(try Field(item, firstLine: firstLine, depth: depth + 1, budget: &budget))
      }
      value = .list(list)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, item) in mapping {
        entries.append(
          Entry(
            key: key.scalar?.string ?? "",
            mark: key.mark.map { Mark($0, firstLine: firstLine) } ?? mark,
            value: try Field(item, firstLine: firstLine, depth: depth + 1, budget: &budget)))
      }
      value = .map(entries.merged)
    case .alias:
      value = .nothing
    }
  }
}

extension [Field.Entry] {
  /// With what `<<: *other` takes over from other maps: all that is not said here.
  fileprivate var merged: [Field.Entry] {
    guard contains(where: { $0.key == "<<" }) else { return self }
    var merged = filter { $0.key != "<<" }
    for entry in self where entry.key == "<<" {
      let maps: [Field] =
        if case .list(let items) = entry.value.value { items } else { [entry.value] }
      for other in maps.flatMap({ $0.entries ?? [] })
      where !merged.contains(where: { $0.key == other.key }) {
        merged.append(Field.Entry(key: other.key, mark: entry.mark, value: other.value))
      }
    }
    return merged
  }
}

extension Field.Mark {
  fileprivate init(_ mark: Yams.Mark, firstLine: Int) {
    self.init(line: firstLine + mark.line - 1, column: mark.column)
  }
}

extension FieldsError {
  fileprivate init(_ error: YamlError, text: String, firstLine: Int) {
    let start = Field.Mark(line: firstLine, column: 1)
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let place = Field.Mark(mark, firstLine: firstLine)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
      let character = line.unicodeScalars.dropFirst(mark.column - 1).first
      if character == "\t" {
        self.init(reason: .tab, mark: place)
      } else if problem.contains("mapping values are not allowed") {
        self.init(reason: .colonInText, mark: place)
      } else {
        self.init(reason: .other(problem), mark: place)
      }
    case .duplicatedKeysInMapping(let duplicates, _):
      let key = duplicates.sorted().first ?? ""
      self.init(
        reason: .duplicateKey(key),
        mark: Self.secondPlace(of: key, in: text, firstLine: firstLine) ?? start)
    case .reader(let problem, _, _, _):
      self.init(reason: .other(problem), mark: start)
    case .writer(let problem), .emitter(let problem), .representer(let problem):
      self.init(reason: .other(problem), mark: start)
    default:
      self.init(reason: .other("it cannot be read"), mark: start)
    }
  }

  /// Yams does not say where it met a key again, so it is looked for.
  static func secondPlace(of key: String, in text: String, firstLine: Int) -> Field.Mark? {
    var seen = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      let forms = [key, "\"\(key)\"", "'\(key)'"]
      guard
        forms.contains(where: { form in
          rest.hasPrefix(form)
            && [":", "="].contains(String(rest.dropFirst(form.count).drop { $0 == " " }.prefix(1)))
        })
      else { continue }
      if seen {
        return Field.Mark(line: firstLine + number, column: indent.count + 1)
      }
      seen = true
    }
    return nil
  }
}

/// Finds YAML that nests deeper than anyone writes by hand.
private enum NestingGuard {
  /// The number, counted from 0, of the first line that goes too deep.
  static func tooDeepLine(_ text: String) -> Int? {
    var brackets = 0
    var number = 0
    var column = 0
    var markers = 0
    var isLead = true
    for byte in text.utf8 {
      if byte == 0x0A {
        number += 1
        (column, markers, isLead) = (0, 0, true)
        continue
      }
      column += 1
      switch byte {
      case 0x20: break
      case 0x2D, 0x3F: if isLead { markers += 1 }
      case 0x5B, 0x7B:
        brackets += 1
        isLead = false
      case 0x5D, 0x7D:
        brackets = max(0, brackets - 1)
        isLead = false
      default: isLead = false
      }
      // Dashes without spaces between them are a line, and not lists in lists.
      let isTooDeep = isLead && (column > 200 || markers > Field.depthLimit && column > markers)
      if isTooDeep || brackets > Field.depthLimit { return number }
    }
    return nil
  }
}
