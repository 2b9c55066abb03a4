extension Field {
  /// Reads TOML, version 1.0 (toml.io), that starts on a line of its file. Numbers, dates and truth
  /// values read as they are written.
  static func toml(_ text: String, firstLine: Int) throws(FieldsError) -> Field {
    var reader = TOMLReader(scanner: TOMLScanner(text, firstLine: firstLine))
    return try reader.read()
  }
}

/// Reads a text of TOML from its beginning to its end.
private struct TOMLReader {
  var scanner: TOMLScanner
  private var budget = Field.countLimit
  /// Where the value begins that is being read, and not one of those in it.
  private var start: Field.Mark?

  init(scanner: TOMLScanner) {
    self.scanner = scanner
  }

  mutating func read() throws(FieldsError) -> Field {
    var tables = TOMLTables(at: scanner.mark)
    var table = TOMLTables.root
    while try scanner.skipLines() {
      let mark = scanner.mark
      try spend(at: mark)
      if scanner.take("[") {
        let isItem = scanner.take("[")
        scanner.skipBlanks()
        guard scanner.isAtName else {
          throw TOMLScanner.error("the name of a table is missing behind its bracket", mark)
        }
        let names = try scanner.names()
        for _ in 0..<(isItem ? 2 : 1) {
          guard scanner.take("]") else {
            throw TOMLScanner.error("the bracket that ends this name is missing", mark)
          }
        }
        guard names.count < Field.depthLimit else {
          throw FieldsError(reason: .tooDeep, mark: mark)
        }
        table = try isItem ? tables.openItem(names) : tables.open(names)
      } else {
        let (names, value) = try pair(depth: tables.depth(of: table))
        try tables.set(names, to: value, in: table)
      }
      try scanner.endLine()
    }
    return tables.field
  }

  private mutating func spend(at mark: Field.Mark) throws(FieldsError) {
    budget -= 1
    guard budget > 0 else { throw FieldsError(reason: .tooMany, mark: start ?? mark) }
  }

  /// A key with its value; `depth` is that of the table which they belong to.
  private mutating func pair(
    depth: Int
  ) throws(FieldsError) -> (names: [TOMLScanner.Name], value: Field) {
    let names = try scanner.names()
    guard depth + names.count < Field.depthLimit else {
      throw FieldsError(reason: .tooDeep, mark: start ?? names[0].mark)
    }
    guard scanner.take("=") else {
      throw TOMLScanner.error("“=” is missing behind this key", names[0].mark)
    }
    scanner.skipBlanks()
    let isOutermost = start == nil
    if isOutermost { start = scanner.mark }
    let value = try value(depth: depth + names.count)
    if isOutermost { start = nil }
    return (names, value)
  }

  private mutating func value(depth: Int) throws(FieldsError) -> Field {
    let mark = scanner.mark
    try spend(at: mark)
    guard depth < Field.depthLimit else {
      throw FieldsError(reason: .tooDeep, mark: start ?? mark)
    }
    if scanner.take("[") { return Field(value: .list(try items(depth, mark)), mark: mark) }
    if scanner.take("{") { return try table(depth, mark) }
    return Field(value: .text(try scanner.scalar()), mark: mark)
  }

  /// The values of a list, which may stand on many lines.
  private mutating func items(
    _ depth: Int, _ mark: Field.Mark
  ) throws(FieldsError) -> [Field] {
    var items: [Field] = []
    while true {
      guard try scanner.skipLines() else {
        throw TOMLScanner.error("the bracket that ends this list is missing", mark)
      }
      if scanner.take("]") { return items }
      items.append(try value(depth: depth + 1))
      guard try scanner.skipLines() else { continue }
      guard scanner.take(",") || scanner.isAt("]") else { throw scanner.unexpected("]") }
    }
  }

  /// A table on one line.
  private mutating func table(
    _ depth: Int, _ mark: Field.Mark
  ) throws(FieldsError) -> Field {
    var tables = TOMLTables(at: mark)
    scanner.skipBlanks()
    if scanner.take("}") { return tables.field }
    while true {
      scanner.skipBlanks()
      guard scanner.isAtName else { throw scanner.unexpected("}") }
      let (names, value) = try pair(depth: depth)
      try tables.set(names, to: value, in: TOMLTables.root)
      scanner.skipBlanks()
      if scanner.take("}") { return tables.field }
      guard scanner.take(",") else { throw scanner.unexpected("}") }
    }
  }
}
