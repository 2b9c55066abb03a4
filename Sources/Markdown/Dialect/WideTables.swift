import Text

/// Tables that a phone may not show whole. Each stands in a box that can be scrolled, by keyboard
/// too, and what can be reached by keyboard needs a name.
extension Tree {
  /// The longest words of a table's columns that still fit beside one another on 320 pixels, in
  /// characters, in the middling fonts that themes set tables in.
  private static let phone = 29
  /// What parts two columns, in characters.
  private static let gap = 2
  /// Nobody listens to a longer name.
  private static let nameLength = 100

  /// The name of the box around a table: the words of its first row that has any. Nil for a table
  /// that fits.
  func boxName(ofTable table: Index) -> String? {
    var columns: [Int] = []
    var name: [UInt8] = []
    for row in children(of: table) {
      let cells = children(of: row).map { plainText(of: $0) }
      for (column, words) in cells.enumerated() {
        if column == columns.count { columns.append(0) }
        columns[column] = max(columns[column], Self.longestWord(in: words))
      }
      if name.isEmpty {
        name = Array(cells.filter { !$0.isEmpty }.joined(separator: ", ".utf8))
      }
    }
    guard columns.reduce(0, { $0 + $1 + Self.gap }) > Self.phone else { return nil }
    return String(decoding: name, as: UTF8.self).cut(to: Self.nameLength)
  }

  private static func longestWord(in words: [UInt8]) -> Int {
    words.split(separator: Ascii.space).map { word in
      word.count { $0 & 0xC0 != 0x80 }
    }.max() ?? 0
  }
}
