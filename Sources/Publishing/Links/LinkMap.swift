import Markdown
import Notes
import Pictures
import Problems
import Text

/// Where a relative link of a note leads, before it is written for a page or a feed.
enum LinkDestination: Hashable, Sendable {
  case page(Route, fragment: String)
  /// A picture or another file beside the notes, by its path in the site's folder.
  case companion(String, fragment: String)
  /// A place on the same page.
  case fragment(String)
  /// A picture on another host.
  case elsewhere(String)
  /// A picture that is written into its address.
  case inline(String)
  case nowhere
}

extension LinkDestination {
  var companion: String? {
    guard case .companion(let path, _) = self else { return nil }
    return path
  }

  var isPage: Bool {
    guard case .page = self else { return false }
    return true
  }
}

/// Everything that a link may lead to.
struct LinkMap: Sendable {
  /// By their files.
  private let pages: [String: Route]
  private let notesByRoute: [Route: PublishedNote]
  /// Those of pages that were made from no file.
  private let routes: Set<Route>
  private let companions: Set<String>
  private let staticFiles: Set<String>
  private let notesFolder: String
  /// Nil where no note uses them: there are many to gather.
  private let names: WikiNames?

  /// `routes` are those of pages that were made from no file.
  init(
    notes: [PublishedNote], byRoute notesByRoute: [Route: PublishedNote], routes: [Route],
    site: Site, usesNames: Bool
  ) {
    var pages = Dictionary(
      notes.lazy.map { ($0.path, $0.route) }, uniquingKeysWith: { first, _ in first })
    for note in notes {
      if let copy = note.copyPath, pages[copy] == nil { pages[copy] = note.route }
    }
    self.pages = pages
    self.notesByRoute = notesByRoute
    self.routes = Set(routes)
    companions = site.companions
    staticFiles = Set(site.staticFiles)
    notesFolder = site.layout.notesFolder
    names = usesNames ? WikiNames(notes: notes, companions: site.companions) : nil
  }

  func destination(of link: Document.Link, in note: PublishedNote) -> LinkDestination {
    let text = link.destination
    if link.kind == .wiki { return names?.destination(of: text, in: note) ?? .nowhere }
    guard Destination.isRelative(text) else {
      // Other links need no slot; a picture elsewhere is not fetched.
      if link.isImage, Destination.scheme(of: text) == "data" {
        return Destination.isSafe(text) ? Self.inline(text) : .nowhere
      }
      return Destination.isAllowed(text) ? .elsewhere(text) : .nowhere
    }
    let path = text.prefix { $0 != "#" && $0 != "?" }
    let fragment = String(text[path.endIndex...])
    if path.isEmpty { return fragment.isEmpty ? .nowhere : .fragment(fragment) }
    guard let decoded = String(path).percentDecoded else { return .nowhere }
    let found =
      decoded.begins(with: "/")
      ? fromRoot(decoded, fragment) : fromNote(decoded, fragment, note: note)
    return found ?? .nowhere
  }

  /// A picture that is written into its address, without its metadata. One that cannot be cleaned is
  /// none, unless it is too small to say anything.
  private static func inline(_ address: String) -> LinkDestination {
    guard let picture = PictureInAddress(address) else { return .inline(address) }
    if let clean = try? picture.cleaned() { return .inline(clean.address) }
    return address.utf8.count < 100 ? .inline(address) : .nowhere
  }

  /// A file beside a note, named from the note or from the folder of the notes; nil where there is
  /// none.
  func companion(_ path: String, of note: PublishedNote) -> String? {
    guard let path = path.percentDecoded else { return nil }
    let found = path.begins(with: "/") ? fromRoot(path, "") : fromNote(path, "", note: note)
    return found?.companion
  }

  /// A link from the root: an address of the site, a static file, or a file as a repository shows it.
  private func fromRoot(_ path: String, _ fragment: String) -> LinkDestination? {
    let place = path.pathNames.joined(separator: "/")
    if path == "/" { return .page(Route(path: ""), fragment: fragment) }
    for route in [Route(path: place + "/"), Route(path: place)] where hasPage(at: route) {
      return .page(route, fragment: fragment)
    }
    if staticFiles.contains(place) { return .page(.file(place), fragment: fragment) }
    return file(place, fragment)
      ?? (notesFolder.isEmpty ? nil : file("\(notesFolder)/\(place)", fragment))
  }

  /// A link from the file it stands in, or, as other generators have it, from the page's address.
  private func fromNote(
    _ path: String, _ fragment: String, note: PublishedNote
  ) -> LinkDestination? {
    let folder = note.path.pathNames.dropLast().map(String.init)
    if let place = Self.join(folder, path),
      let found = file(place, fragment) ?? publicFile(place, fragment)
    {
      return found
    }
    guard let place = Self.join(note.location.pathNames.map(String.init), path) else {
      return nil
    }
    let route = Route(path: place + "/")
    return hasPage(at: route) ? .page(route, fragment: fragment) : nil
  }

  private func hasPage(at route: Route) -> Bool {
    routes.contains(route) || notesByRoute[route] != nil
  }

  private func file(_ path: String, _ fragment: String) -> LinkDestination? {
    for spelling in [path, path + ".md", path + "/index.md", path + "/README.md"] {
      if let route = pages[spelling] { return .page(route, fragment: fragment) }
    }
    return companions.contains(path) ? .companion(path, fragment: fragment) : nil
  }

  /// What a private note will find beside it once it is published.
  private func publicFile(_ path: String, _ fragment: String) -> LinkDestination? {
    guard let place = path.path(below: SiteLayout.privateNotesFolder) else { return nil }
    return file(notesFolder.isEmpty ? place : "\(notesFolder)/\(place)", fragment)
  }

  /// A path from a folder; nil where it leaves the site.
  private static func join(_ folder: [String], _ path: String) -> String? {
    var parts = folder
    for part in path.pathNames where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}

extension Problem {
  /// A dead link. It says the same of a note that is held back as of one that never was.
  static func linkBroken(_ link: Document.Link, in note: PublishedNote) -> Problem {
    let what = link.word
    let way =
      if let scheme = Destination.scheme(of: link.destination), link.kind == .address {
        "begins with “\(scheme.cut(to: 40)):”, where no page may lead"
      } else if link.destination.isEmpty {
        "leads nowhere"
      } else {
        "leads to nothing that is published"
      }
    return Problem(
      .linkBroken, file: note.path, at: note.place(of: link),
      "the \(what) \(way), so only its words are shown")
  }

  static func anchorBroken(_ link: Document.Link, in note: PublishedNote) -> Problem {
    Problem(
      .anchorBroken, file: note.path, at: note.place(of: link),
      "the page has no such place, so the link leads to its top")
  }

  static func alternativeMissing(_ link: Document.Link, in note: PublishedNote) -> Problem {
    Problem(
      .imageAlternative, file: note.path, at: note.place(of: link),
      "the picture says nothing to someone who cannot see it",
      hint: "describe it between the brackets: ![a cat on a wall](cat.jpg)")
  }

  static func imageElsewhere(_ link: Document.Link, in note: PublishedNote) -> Problem {
    Problem(
      .imageElsewhere, file: note.path, at: note.place(of: link),
      "the \(link.word) is on another host, so it becomes a link: pages ask no other host for anything",
      hint: "save it beside the note")
  }
}

extension PublishedNote {
  fileprivate func place(of link: Document.Link) -> Place {
    Place(line: link.line + linesBeforeText, column: link.column, length: link.length)
  }
}

extension Document.Link {
  fileprivate var word: String {
    switch player {
    case .video: "video"
    case .audio: "recording"
    case nil: isImage ? "picture" : "link"
    }
  }
}
