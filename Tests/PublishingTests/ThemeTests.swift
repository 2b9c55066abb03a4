import Foundation
import Testing
import Themes

@testable import Publishing

/// What every theme that comes with the program owes its users.
struct ThemeTests {
  @Test func `the themes are ledger and plain, and each says what it is like`() {
    #expect(BuiltInTheme.names == ["ledger", "plain"])
    #expect(BuiltInTheme.all.allSatisfy { !$0.description.isEmpty })
  }

  @Test(arguments: BuiltInTheme.all.map(\.name))
  func `a theme is templates, styles and words alone`(name: String) throws {
    let theme = try #require(BuiltInTheme(named: name))
    let own = try #require(theme.layers.last).files
    for kind in PageKind.allCases { #expect(own["templates/\(kind.rawValue).mustache"] != nil) }
    for path in own.keys {
      let isKnown =
        path.hasPrefix("templates/") && path.hasSuffix(".mustache")
        || path.hasPrefix("strings/") && path.hasSuffix(".yml") || path == "style.css"
      #expect(isKnown, "\(path)")
    }
  }

  @Test func `plain has less than 3 kB of styles, and no classes but those of microformats`()
    throws
  {
    let plain = try #require(BuiltInTheme(named: "plain"))
    #expect(try #require(plain.files["style.css"]).count < 3000)
    for (path, bytes) in plain.files where path.hasSuffix(".mustache") {
      for match in String(decoding: bytes, as: UTF8.self).matches(of: /class="([^"]*)"/) {
        for name in match.1.split(separator: " ") {
          #expect(name.firstMatch(of: /^(h|p|u|dt|e)-[a-z]+$/) != nil, "\(path): \(name)")
        }
      }
    }
  }

  @Test func `a whole copy of a theme makes the same site as the theme`() async throws {
    let site = """
      -- outloud.yml --
      url: https://a.example/
      theme: plain
      -- notes/2026-01-01-a.md --
      A note.

      """
    let plain = try await TestSite(site).build()
    var copied = TestSite(site.replacing("theme: plain\n", with: ""))
    let theme = try #require(BuiltInTheme(named: "plain"))
    for file in ThemeCopy.whole(theme).files {
      copied.folder.files["theme/\(file.path)"] = file.bytes
    }
    let result = try await copied.build()
    #expect(result.report == "")
    #expect(result.files == plain.files)
    #expect(plain["a/index.html"].contains("<div class=\"e-content\">"))
  }

  @Test func `one file of a theme, or nil for one that it does not have`() throws {
    let theme = try #require(BuiltInTheme(named: "ledger"))
    let copy = try #require(ThemeCopy.file("templates/note.mustache", of: theme))
    #expect(copy.files.map(\.path) == ["templates/note.mustache"])
    #expect(copy.files.first?.bytes == theme.files["templates/note.mustache"])
    #expect(ThemeCopy.file("templates/nite.mustache", of: theme) == nil)
  }
}
