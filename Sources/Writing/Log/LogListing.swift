import Dates
import Files
import Notes
import Text

/// The latest lines of a site's logs, private and published ones, oldest first.
package struct LogListing: Sendable {
  package struct Line: Hashable, Sendable {
    package let day: CivilDate
    /// `14:05`, if the line begins with one.
    package let time: String?
    /// Markdown as it was written.
    package let text: String
    package let path: String
  }

  package let lines: [Line]

  package init(of folder: some Folder, notesFolder: String, last count: Int) {
    let prefix = notesFolder.isEmpty ? "" : notesFolder + "/"
    let folders = ["\(SiteLayout.privateNotesFolder)/", prefix].map { $0 + LogBook.folder + "/" }
    let entries =
      (try? folder.entries { path in
        folders.contains { $0.lies(in: path) }
      }) ?? []
    let paths = entries.filter { $0.kind == .file && $0.path.hasSuffix(".md") }.map(\.path)
      .filter { path in folders.contains { path.hasPrefix($0) } }
    // The names begin with the day, so the newest come last, and few of them have to be read.
    var lines: [Line] = []
    for path in paths.sorted(by: { Self.name($0) > Self.name($1) }) {
      if lines.count >= count, let last = lines.last, Self.name(path) < last.day.description {
        break
      }
      if let file = try? SourceFile.read(path, in: folder).get() {
        lines += Self.lines(of: file).reversed()
      }
    }
    let ordered = lines.enumerated().sorted { a, b in
      (a.element.day, a.element.time ?? "", -a.offset) < (
        b.element.day, b.element.time ?? "", -b.offset
      )
    }
    self.lines = ordered.suffix(count).map(\.element)
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func lines(of file: SourceFile) -> [Line] {
    var day: CivilDate?
    var found: [Line] = []
    for text in String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if text.hasPrefix("## ") {
        let moment = try? Moment(parsing: String(text.dropFirst(3).prefix(10)), in: .utc)
        day = moment.flatMap { $0.precision == .day ? $0.date : nil }
      } else if let day, text.hasPrefix("- ") {
        let words = text.dropFirst(2)
        let clock = try? Moment(parsing: "2000-01-01 \(words.prefix(5))", in: .utc)
        let hasTime = clock != nil && words.prefix(6).count == 6 && words.dropFirst(5).first == " "
        found.append(
          Line(
            day: day, time: hasTime ? String(words.prefix(5)) : nil,
            text: String(hasTime ? words.dropFirst(6) : words), path: file.path))
      }
    }
    return found
  }
}
