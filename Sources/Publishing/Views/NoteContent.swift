import Dates
import Markdown
import Notes
import Templates
import Text

/// The text of a note on its own page, where its parts and the days of a log can be told by their
/// headings.
///
///     <h2 class="part stuck" id="stuck">Stuck</h2>
///     <h2 class="update" id="2026-11-20"><time datetime="2026-11-20">20 November 2026</time> It works</h2>
///
/// A day without a title of its own is `bare` as well.
struct NoteContent: Markup {
  let note: PublishedNote
  let portfolio: Portfolio
  let strings: Strings

  private enum Mark {
    case part(String)
    case day(CivilDate)
  }

  var isEmpty: Bool { note.ranges.allSatisfy(\.isEmpty) }

  func write(to html: inout ByteWriter) {
    var ranges = note.ranges
    let writer = portfolio.writer(of: note, for: .page)
    for index in note.sections.indices {
      guard let mark = mark(ofSection: index) else { continue }
      let heading = note.sections[index].headingRange
      // What stands before the heading is taken off the front of the ranges.
      while let first = ranges.first, first.lowerBound < heading.lowerBound {
        let end = min(first.upperBound, heading.lowerBound)
        writer.append(first.lowerBound..<end, to: &html)
        ranges.cutFirst(at: end)
      }
      var words = ByteWriter(capacity: 2 * heading.count)
      writer.append(heading, to: &words)
      append(words.bytes, marked: mark, to: &html)
      ranges.cutFirst(at: heading.upperBound)
    }
    for range in ranges { writer.append(range, to: &html) }
  }

  private func mark(ofSection index: Int) -> Mark? {
    guard !note.sections[index].headingRange.isEmpty else { return nil }
    if let day = note.sections[index].heading?.update?.day { return .day(day) }
    return note.sections[index].heading.flatMap { strings.part(of: $0.text) }.map { .part($0) }
  }

  /// Appends a heading such as `<h2 id="…">…`, marked; as it was where it begins otherwise.
  private func append(_ heading: [UInt8], marked mark: Mark, to html: inout ByteWriter) {
    guard let end = heading.offset(of: Ascii.greater), heading.starts(with: "<h".utf8) else {
      html.append(heading)
      return
    }
    switch mark {
    case .part(let name):
      html.append(heading[..<3])
      html.append(" class=\"part ")
      html.append(name)
      html.append("\"")
      html.append(heading[3...])
    case .day(let day):
      let moment = Moment(date: day, offset: 0, precision: .day)
      var rest = heading[(end + 1)...]
      guard rest.starts(with: moment.isoDate.utf8) else {
        html.append(heading)
        return
      }
      rest = rest.dropFirst(10)
      if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
      html.append(heading[..<3])
      html.append(" class=\"update")
      html.append(rest.starts(with: "</".utf8) ? " bare\"" : "\"")
      html.append(heading[3...end])
      html.append("<time datetime=\"\(moment.isoDate)\">")
      html.append(escapingContent: strings.date(moment))
      html.append("</time>")
      html.append(rest)
    }
  }
}

extension [Range<Int>] {
  /// Takes off what of the first range lies before a place.
  fileprivate mutating func cutFirst(at place: Int) {
    guard let first else { return }
    self[0] = Swift.min(place, first.upperBound)..<first.upperBound
    if self[0].isEmpty { removeFirst() }
  }
}

/// A line of a table of contents.
struct ContentsLine: Sendable {
  let href: String
  let title: String
}

extension NoteContent {
  /// What a table of contents is worth the room for: so many headings over so many bytes.
  private static let headings = 4
  private static let length = 5_000
  /// A longer one would be no help.
  private static let limit = 100

  /// The headings below the title; none where the note is short.
  var contents: [ContentsLine] {
    guard note.sections.count >= Self.headings,
      note.ranges.reduce(0, { $0 + $1.count }) >= Self.length
    else { return [] }
    let lines = note.sections.compactMap { section -> ContentsLine? in
      guard let heading = section.heading, !section.headingRange.isEmpty, !heading.text.isEmpty
      else { return nil }
      return ContentsLine(href: "#" + heading.id, title: title(heading))
    }
    return (Self.headings...Self.limit).contains(lines.count) ? lines : []
  }

  private func title(_ heading: Document.Heading) -> String {
    guard let update = heading.update else { return heading.text }
    let date = strings.date(Moment(date: update.day, offset: 0, precision: .day))
    return update.title.map { "\(date): \($0)" } ?? date
  }
}
