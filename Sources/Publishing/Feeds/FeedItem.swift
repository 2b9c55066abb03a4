import Dates
import Text

/// One entry as followers get it.
struct FeedItem: Sendable {
  let entry: Entry
  let portfolio: Portfolio

  /// What a reader shows above it: a title, or the first words of what has none.
  var title: String {
    guard let update = entry.update else { return entry.note.title.text.feedTitle }
    return "\(entry.note.title.text): \(update.title ?? entry.date.isoDate)".feedTitle
  }

  var url: String { portfolio.addresses.url(entry.route, fragment: entry.fragment) }
  var guid: String { GUID(of: entry).text }
  var summary: String { entry.summary.isEmpty ? title : entry.summary }

  /// The language of the note, where that is not the site's.
  var language: String? {
    entry.note.language.flatMap { $0 == portfolio.configuration.language ? nil : $0 }
  }

  /// The whole text, every address in it whole.
  var html: [UInt8] {
    let html = portfolio.html(of: entry.note, entry.ranges, for: .feed).withSchemes
    guard let language else { return html }
    var wrapped: [UInt8] = []
    wrapped.append("<div lang=\"")
    wrapped.append(escaping: language)
    wrapped.append("\" dir=\"auto\">\n")
    return wrapped + html + Array("</div>\n".utf8)
  }

  var topics: [ThreadLink] { portfolio.targets(of: entry.note).topics }

  /// When it was last changed, if that was after followers got it.
  var updated: Moment? {
    guard entry.update == nil, let updated = entry.note.updated,
      updated.instant > entry.published.instant
    else { return nil }
    return updated
  }
}

extension String {
  /// The same words for readers that take titles for HTML, as many do: what looks like a tag or a
  /// character reference gets a word joiner, which nobody sees, so that it is no more than words.
  var feedTitle: String {
    let mayMislead = withUTF8Bytes { $0.contains { $0 == Ascii.less || $0 == Ascii.ampersand } }
    guard mayMislead else { return self }
    var title = String.UnicodeScalarView()
    let scalars = Array(unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      title.append(scalar)
      let rest = scalars[(index + 1)...]
      if scalar == "<" && rest.startsTag || scalar == "&" && rest.startsReference {
        title.append("\u{2060}")
      }
    }
    return String(title)
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var startsTag: Bool {
    first.map { $0.isASCIIWord || $0 == "/" || $0 == "!" || $0 == "?" } ?? false
  }

  fileprivate var startsReference: Bool {
    // The longest name of HTML has 31 letters.
    let name = prefix(32).prefix { $0.isASCIIWord || $0 == "#" }
    return !name.isEmpty && dropFirst(name.count).first == ";"
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIWord: Bool { isASCII && (properties.isAlphabetic || ("0"..."9") ~= self) }
}

extension [UInt8] {
  /// The same HTML where addresses that leave the scheme to the page have one: a feed has none.
  fileprivate var withSchemes: [UInt8] {
    let lead: StaticString = "=\"//"
    guard var found = offset(of: lead) else { return self }
    var html: [UInt8] = []
    var start = 0
    while found < count {
      html += self[start..<found]
      html.append("=\"https://")
      start = found + lead.utf8CodeUnitCount
      found = offset(of: lead, from: start) ?? count
    }
    return html + self[start...]
  }
}
