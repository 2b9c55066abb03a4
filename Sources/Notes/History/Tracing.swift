import Dates
import Text

/// Follows files from now back to the commit that added each, through renames.
///
/// It reads what `git log -z --name-status --format=%x01%aI` prints, newest commit first.
struct Tracing {
  private let prefix: String
  /// The name a file had at the commit that is being read, and its name now.
  private var names: [String: String]
  private(set) var additions: [String: Moment] = [:]

  init(paths: [String], prefix: String) {
    self.prefix = prefix
    names = Dictionary(uniqueKeysWithValues: paths.map { (prefix + $0, $0) })
  }

  mutating func read(_ log: [UInt8]) {
    var date: Moment?
    var fields = log.split(separator: 0, omittingEmptySubsequences: true).makeIterator()
    while let field = fields.next() {
      if field.first == 1 {
        let text = String(decoding: field.dropFirst().prefix { $0 != Ascii.newline }, as: UTF8.self)
        date = try? Moment(parsing: text, in: .utc)
        continue
      }
      let status = field.drop { $0 == Ascii.newline }
      guard let path = fields.next() else { return }
      if status.first == UInt8(ascii: "R") {
        guard let newPath = fields.next() else { return }
        if let now = names.removeValue(forKey: String(decoding: newPath, as: UTF8.self)) {
          names[String(decoding: path, as: UTF8.self)] = now
        }
      } else if status.allSatisfy({ $0 == UInt8(ascii: "A") }),
        let now = names.removeValue(forKey: String(decoding: path, as: UTF8.self))
      {
        // The latest addition counts: what stood there before it was another file.
        additions[now] = date
      }
    }
  }
}
