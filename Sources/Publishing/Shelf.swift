import Problems

/// Gathers the files of a site, and sees to it that no two want the same place.
struct Shelf: Sendable {
  /// What is rendered of them.
  let pages: [Page]
  private(set) var files: [OutputFile] = []
  private(set) var problems: [Problem] = []
  private var owners: [String: Owner] = [:]

  /// Who wants a place: a file of the user's, or something that is made.
  enum Owner {
    case file(String)
    case words(String)

    init(_ origin: Page.Origin) {
      self =
        switch origin {
        case .note(let path): .file(path)
        case .generated(let words): .words(words)
        }
    }
  }

  init(pages: [Page]) {
    self.pages = pages
    files.reserveCapacity(pages.count)
    owners.reserveCapacity(pages.count)
    for page in pages { put(page.file, Owner(page.origin)) }
  }

  mutating func put(_ file: OutputFile, _ owner: Owner) {
    guard let first = owners.updateValue(owner, forKey: file.path) else {
      files.append(file)
      return
    }
    // Whoever came first keeps it.
    owners[file.path] = first
    problems.append(.addressTwice(file.path, first, owner))
  }
}

extension Problem {
  fileprivate static func addressTwice(
    _ file: String, _ first: Shelf.Owner, _ second: Shelf.Owner
  ) -> Problem {
    let place = file.hasSuffix("index.html") ? String(file.dropLast(10)) : file
    let address = "/" + place.withoutSecretID
    let hint = "give one of them another “slug”, or rename it"
    switch (first, second) {
    case (.file(let a), .file(let b)):
      return Problem(
        .addressTwice, file: max(a, b), "another file wants the address “\(address)” too",
        hint: hint, notes: [Note("this one", file: min(a, b))])
    case (.file(let path), .words(let words)), (.words(let words), .file(let path)):
      return Problem(
        .addressTwice, file: path, "the address “\(address)” is taken by \(words)", hint: hint)
    case (.words(let a), .words(let b)):
      return Problem(.addressTwice, "\(a) and \(b) want the same address “\(address)”")
    }
  }
}
