/// The tables of a TOML text while they are gathered, for what belongs to one may stand in many places.
struct TOMLTables {
  static let root = 0

  private struct Table {
    enum Origin {
      /// Named by a heading of its own, or as an item of a list.
      case heading
      /// Only named within the names of others so far.
      case others
      /// By keys with dots, in one table.
      case keys
    }

    var origin: Origin
    let mark: Field.Mark
    let depth: Int
    var entries: [(key: TOMLScanner.Name, child: Child)] = []
    var places: [String: Int] = [:]
  }

  private enum Child {
    case value(Field)
    case table(Int)
    case list([Int])
  }

  private var tables: [Table]

  init(at mark: Field.Mark) {
    tables = [Table(origin: .heading, mark: mark, depth: 0)]
  }

  func depth(of table: Int) -> Int { tables[table].depth }

  /// `[a.b]`
  mutating func open(_ names: [TOMLScanner.Name]) throws(FieldsError) -> Int {
    let (parent, name) = try parent(of: names)
    guard let child = child(name, of: parent) else {
      let table = try table(from: .heading, for: name, below: parent)
      add(.table(table), name, to: parent)
      return table
    }
    guard case .table(let table) = child, tables[table].origin == .others else {
      throw Self.twice(name)
    }
    tables[table].origin = .heading
    return table
  }

  /// `[[a.b]]`
  mutating func openItem(_ names: [TOMLScanner.Name]) throws(FieldsError) -> Int {
    let (parent, name) = try parent(of: names)
    let item = try table(from: .heading, for: name, below: parent)
    guard let place = tables[parent].places[name.text] else {
      add(.list([item]), name, to: parent)
      return item
    }
    guard case .list(let items) = tables[parent].entries[place].child else {
      throw Self.twice(name)
    }
    tables[parent].entries[place].child = .list(items + [item])
    return item
  }

  /// `a.b = value`, within a table.
  mutating func set(
    _ names: [TOMLScanner.Name], to value: Field, in table: Int
  ) throws(FieldsError) {
    var parent = table
    for name in names.dropLast() {
      if let child = child(name, of: parent) {
        guard case .table(let next) = child, tables[next].origin == .keys else {
          throw Self.twice(name)
        }
        parent = next
      } else {
        let next = try self.table(from: .keys, for: name, below: parent)
        add(.table(next), name, to: parent)
        parent = next
      }
    }
    guard let name = names.last else { return }
    guard child(name, of: parent) == nil else { throw Self.twice(name) }
    add(.value(value), name, to: parent)
  }

  private func child(_ name: TOMLScanner.Name, of table: Int) -> Child? {
    tables[table].places[name.text].map { tables[table].entries[$0].child }
  }

  private mutating func add(_ child: Child, _ name: TOMLScanner.Name, to table: Int) {
    tables[table].places[name.text] = tables[table].entries.count
    tables[table].entries.append((name, child))
  }

  /// The table that the last of the names belongs to.
  private mutating func parent(
    of names: [TOMLScanner.Name]
  ) throws(FieldsError) -> (table: Int, name: TOMLScanner.Name) {
    var parent = Self.root
    for name in names.dropLast() {
      switch child(name, of: parent) {
      case .table(let table): parent = table
      case .list(let items): parent = items.last ?? parent
      case .value: throw Self.twice(name)
      case nil:
        let table = try table(from: .others, for: name, below: parent)
        add(.table(table), name, to: parent)
        parent = table
      }
    }
    return (parent, names[names.count - 1])
  }

  private mutating func table(
    from origin: Table.Origin, for name: TOMLScanner.Name, below parent: Int
  ) throws(FieldsError) -> Int {
    let depth = tables[parent].depth + 1
    guard depth < Field.depthLimit else { throw FieldsError(reason: .tooDeep, mark: name.mark) }
    tables.append(Table(origin: origin, mark: name.mark, depth: depth))
    return tables.count - 1
  }

  private static func twice(_ name: TOMLScanner.Name) -> FieldsError {
    FieldsError(reason: .duplicateKey(name.text), mark: name.mark)
  }

  // MARK: - Fields

  /// All of them.
  var field: Field { field(of: Self.root) }

  private func field(of table: Int) -> Field {
    let entries = tables[table].entries.map { key, child in
      let value =
        switch child {
        case .value(let field): field
        case .table(let table): field(of: table)
        case .list(let items): Field(value: .list(items.map(field)), mark: key.mark)
        }
      return Field.Entry(key: key.text, mark: key.mark, value: value)
    }
    return Field(value: .map(entries), mark: tables[table].mark)
  }
}
