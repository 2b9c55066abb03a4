import Markdown
import Text

/// Where the HTML of a note is going to stand, which decides how its links are written.
package enum LinkContext: Sendable {
  /// On the note's own page.
  case page
  /// On a page with other notes, or in a feed, which knows no page: every link is whole.
  case feed
}

extension Portfolio {
  /// The HTML of parts of a note, with its links.
  package func html(
    of note: PublishedNote, _ ranges: [Range<Int>], for context: LinkContext
  ) -> [UInt8] {
    let writer = writer(of: note, for: context)
    var html = ByteWriter(capacity: ranges.reduce(64) { $0 + $1.count } * 9 / 8)
    for range in ranges { writer.append(range, to: &html) }
    return html.bytes
  }

  /// Writes the HTML of a note piece by piece.
  func writer(of note: PublishedNote, for context: LinkContext) -> NoteWriter {
    NoteWriter(
      note: note, portfolio: self, context: context, destinations: targets(of: note).links,
      firstImage: note.document.links.firstIndex(where: \.isImage))
  }
}

/// Writes parts of a note's HTML with its links, wherever they lead.
struct NoteWriter {
  fileprivate let note: PublishedNote
  fileprivate let portfolio: Portfolio
  fileprivate let context: LinkContext
  fileprivate let destinations: [LinkDestination]
  fileprivate let firstImage: Int?

  func append(_ range: Range<Int>, to html: inout ByteWriter) {
    note.document.append(range, to: &html) { index in
      portfolio.target(
        of: destinations[index], note.document.links[index],
        isLazy: context == .page && index != firstImage, note, context)
    }
  }
}

extension Portfolio {
  fileprivate func target(
    of destination: LinkDestination, _ link: Document.Link, isLazy: Bool,
    _ note: PublishedNote, _ context: LinkContext
  ) -> LinkTarget {
    func address(_ route: Route, _ fragment: String) -> String {
      switch context {
      case .page: addresses.href(route, fragment: fragment)
      case .feed: addresses.url(route, fragment: fragment)
      }
    }
    switch destination {
    case .page(let route, let fragment):
      // A note that is to be shown within another becomes a link to it.
      if link.isImage, link.kind == .wiki { return .imageElsewhere(address(route, fragment)) }
      return link.isImage
        ? .image(address(route, fragment), .init(isLazy: isLazy))
        : .address(address(route, fragment))
    case .companion(let path, let fragment):
      let address = address(route(ofCompanion: path, in: note), fragment)
      guard link.isImage else { return .address(address) }
      let own = size(ofPicture: path)
      let size = link.width.flatMap { own?.scaled(toWidth: $0) } ?? own
      return .image(address, .init(width: size?.width, height: size?.height, isLazy: isLazy))
    case .fragment(let fragment):
      return context == .page
        ? .address(fragment) : .address(addresses.url(note.route, fragment: fragment))
    case .elsewhere(let address): return .imageElsewhere(address)
    case .inline(let address): return .image(address, .init())
    case .nowhere: return .none
    }
  }
}
