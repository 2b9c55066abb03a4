import Foundation

/// The suites of examples that stand beside the project, read where they are.
enum Suite: String {
  case commonMark = "commonmark/spec-0.30.json"
  case gfm = "gfm/spec.json"
  case smartPunctuation = "gfm/smart_punct.json"
  case alerts = "extensions/alerts.json"
  case footnotes = "extensions/footnotes.json"
  case wikiLinks = "extensions/wikilinks_title_after_pipe.json"
  case pathological = "pathological.json"

  struct Example: Decodable {
    let example: Int
    let ext: [String]
    let markdown: String
    let html: String
  }

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../../shared/suites")

  var file: URL { Self.folder.appending(path: rawValue) }

  var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  func examples() throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
  }
}
