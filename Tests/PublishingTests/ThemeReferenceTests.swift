import Foundation
import Testing

@testable import Publishing

/// The reference of what templates can use, against the code that it is made from.
///
/// `RECORD=1 swift test --filter ThemeReferenceTests` writes it anew into `themes/README.md`.
struct ThemeReferenceTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../themes/README.md").standardizedFileURL
  private static let opening =
    "<!-- What follows is printed by “outloud theme values --format markdown”. -->\n\n"

  @Test func `the reference of values in the themes' README is that of the code`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(text.range(of: Self.opening)).upperBound
    let reference = try ThemeReference().markdown
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try (text[..<start] + reference).write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)[start...]
    let lines = zip(written.split(separator: "\n"), reference.split(separator: "\n"))
    let first = lines.first { $0 != $1 }
    #expect(
      written == reference, "“\(first?.0 ?? "")”, not “\(first?.1 ?? "")”: RECORD=1 writes it anew")
  }

  @Test func `every value says what it means, and all that is inside of it is told`() throws {
    let reference = try ThemeReference()
    let values =
      reference.everywhere + reference.pages.flatMap(\.values)
      + reference.parts.flatMap(\.values)
    let parts = Set(reference.parts.map(\.name))
    for value in values {
      #expect(value.documentation.hasSuffix("."), "\(value.name)")
      if let inside = value.inside {
        #expect(parts.contains(inside) || inside == "text" || inside == "strings")
      }
    }
    #expect(reference.parts.count == parts.count)
    #expect(Set(reference.pages.map(\.kind)) == Set(PageKind.allCases))
  }

  @Test(arguments: PageKind.allCases)
  func `a template may use each value that the reference has for its page`(kind: PageKind)
    async throws
  {
    let reference = try ThemeReference()
    let page = try #require(reference.pages.first { $0.kind == kind })
    let uses = (page.values + reference.everywhere).map { value in
      switch value.kind {
      case .text, .number: "{{\(value.name)}}"
      case .html: "{{{\(value.name)}}}"
      case .flag, .list: "{{#\(value.name)}}{{/\(value.name)}}"
      case .object:
        "{{#\(value.name)}}"
          + (reference.parts.first { $0.name == value.inside }?.values ?? []).map {
            "{{#\($0.name)}}{{/\($0.name)}}"
          }.joined() + "{{/\(value.name)}}"
      }
    }
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-01-a.md --
      x
      -- theme/templates/\(kind.rawValue).mustache --
      \(uses.joined(separator: "\n"))
      """
    ).build()
    #expect(result.report == "")
  }
}
