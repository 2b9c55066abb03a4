import Files
import Leaks
import Notes
import Problems
import Text

/// Where notes name the files that are published with them: a file that is no text has no line on
/// which a problem could be accepted, so the line that names it stands for it.
struct AttachmentReferences {
  private let portfolio: Portfolio
  private let folder: any Folder

  init(in portfolio: Portfolio, _ folder: any Folder) {
    self.portfolio = portfolio
    self.folder = folder
  }

  /// The problems of whole files that nobody has accepted, each with the line that names the file.
  func unaccepted(_ problems: [Problem]) -> [Problem] {
    guard problems.contains(where: isAcceptable) else { return problems }
    var lines: [String: Lines] = [:]
    return problems.compactMap { problem in
      guard isAcceptable(problem), let path = problem.file else { return problem }
      var first: Problem.Note?
      var lacksReason = false
      for (note, place) in places(naming: path) {
        if lines[note] == nil, case .success(let file) = SourceFile.read(note, in: folder) {
          lines[note] = file.lines
        }
        guard let text = lines[note], let line = place ?? text.lineOfImage else { continue }
        switch Acceptance(ofLine: line, in: text) {
        case .accepted: return nil
        case .withoutReason: lacksReason = true
        case .none: break
        }
        first = first ?? .init(Self.way, file: note, line: line)
      }
      guard let first else { return problem }
      return problem.adding(
        lacksReason ? .init(Self.lack, file: first.file, line: first.line) : first)
    }
  }

  private static let way = "named here, where it can be accepted: <!-- outloud: accept WHY -->"
  private static let lack = "accepted here without a reason: say why, behind “outloud: accept”"

  private func isAcceptable(_ problem: Problem) -> Bool {
    guard problem.place == nil else { return false }
    switch problem.code {
    case .filePlace, .fileMetadata, .leakSecret, .leakConfidential, .leakStandIn, .leakMail,
      .personNamed:
      return true
    default: return false
    }
  }

  /// By note: the line of each link to a file, or nil for the picture that its front matter names.
  private func places(naming path: String) -> [(note: String, line: Int?)] {
    let route = path.path(below: SiteLayout.staticFolder).map { Route.file($0) }
    return (portfolio.notes + portfolio.pages + portfolio.unlisted).flatMap { note in
      let links = zip(note.document.links, portfolio.targets(of: note).links)
      var places: [(note: String, line: Int?)] = links.compactMap { link, destination in
        switch destination {
        case .companion(path, _): (note.path, link.line + note.linesBeforeText)
        case .page(let page, _) where page == route: (note.path, link.line + note.linesBeforeText)
        default: nil
        }
      }
      if portfolio.targets(of: note).image == path { places.append((note.path, nil)) }
      return places
    }
  }
}

extension Lines {
  /// The line of a front matter that names a picture.
  fileprivate var lineOfImage: Int? {
    (1...max(1, min(count, 200))).first { line in
      let words = text(ofLine: line).trimmed.drop { $0 == "\"" || $0 == "'" }
      return words.hasPrefix("image")
    }
  }
}
