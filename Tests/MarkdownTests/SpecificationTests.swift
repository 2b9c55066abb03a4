import Foundation
import Markdown
import Testing

/// The examples of the CommonMark specification, where they stand beside the project.
struct SpecificationTests {
  struct Example: Decodable, Sendable {
    let example: Int
    let markdown: String
    let html: String
  }

  static let file = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../shared/suites/commonmark/spec-0.30.json")

  static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  @Test(.enabled(if: isThere, "../shared/suites is not beside the project"))
  func `every example of CommonMark 0.30 comes out as it should`() throws {
    let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: Self.file))
    #expect(examples.count == 652)
    let options = MarkdownOptions(flavor: .commonmark, rawHTML: .keep)
    for example in examples {
      let document = Document(markdown: Array(example.markdown.utf8), options: options)
      let html = String(decoding: document.html, as: UTF8.self)
      #expect(html == example.html, "example \(example.example)")
    }
  }
}
