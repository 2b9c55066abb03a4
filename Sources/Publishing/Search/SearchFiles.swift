import Parallel
import Search
import Text

/// The files that the script of the search page loads.
///
/// Shards of the index say which entries hold a word. Lists say what a found entry is called and
/// where it stands. The table, which is loaded first, says which shard and which list to load. Each
/// is named by what it holds, so that no copy of an earlier one is ever taken for it.
struct SearchFiles: Sendable {
  let table: Route
  let files: [SearchFile]

  /// How many entries a list has.
  static let listSize = 32

  init(_ portfolio: Portfolio, _ strings: Strings) {
    let findables = Findable.all(of: portfolio)
    let index = SearchIndex(count: findables.count) { number, counter in
      findables[number].read(into: &counter, portfolio, strings)
    }
    let shards = index.shards.concurrentMap(inPartsOf: 4) { shard in
      (firstWord: shard.firstWord, file: SearchFile("words", "bin", shard.bytes))
    }
    let starts = Array(stride(from: 0, to: findables.count, by: Self.listSize))
    let lists = starts.concurrentMap(inPartsOf: 4) { start in
      let entries = findables[start..<min(start + Self.listSize, findables.count)]
      return SearchFile("entries", "json", Self.list(entries, portfolio, strings))
    }
    let table = SearchFile(
      "table", "json", Self.table(count: findables.count, shards, lists))
    self.table = table.route
    // Two lists or shards may hold the same, and are one file then.
    var known: Set<Route> = []
    files = ([table] + shards.map(\.file) + lists).filter { known.insert($0.route).inserted }
  }

  /// A row for each entry: title, address, date for a `time` element, date in words, project,
  /// language where it is not the site's; what is empty at the end of a row is left out.
  private static func list(
    _ entries: ArraySlice<Findable>, _ portfolio: Portfolio, _ strings: Strings
  ) -> [UInt8] {
    var json = ByteWriter(capacity: 1 << 12)
    json.append("[")
    for entry in entries {
      if json.count > 1 { json.append(",\n") }
      let language = entry.note.language.flatMap {
        $0 == portfolio.configuration.language ? nil : $0
      }
      var row = [
        entry.title, entry.href(portfolio.addresses), entry.date?.html ?? "",
        entry.date.map { strings.date($0) } ?? "",
        portfolio.targets(of: entry.note).project?.name ?? "",
        language ?? "",
      ]
      while row.last == "" { row.removeLast() }
      json.append("[")
      for (index, text) in row.enumerated() {
        if index > 0 { json.append(",") }
        json.append(jsonString: text, for: .file)
      }
      json.append("]")
    }
    json.append("]\n")
    return json.bytes
  }

  private static func table(
    count: Int, _ shards: [(firstWord: [UInt8], file: SearchFile)], _ lists: [SearchFile]
  ) -> [UInt8] {
    var json = ByteWriter()
    json.append("{\"count\":\(count),\"listSize\":\(listSize),\n\"words\":[")
    for (index, shard) in shards.enumerated() {
      if index > 0 { json.append(",\n") }
      json.append("[")
      json.append(jsonString: String(decoding: shard.firstWord, as: UTF8.self), for: .file)
      json.append(",\"\(shard.file.name)\"]")
    }
    json.append("],\n\"entries\":[")
    for (index, list) in lists.enumerated() {
      if index > 0 { json.append(",\n") }
      json.append("\"\(list.name)\"")
    }
    json.append("]}\n")
    return json.bytes
  }
}
