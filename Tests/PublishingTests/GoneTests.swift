import Dates
import Files
import Notes
import Problems
import Testing

@testable import Publishing

/// What was taken down on purpose.
struct GoneTests {
  private func build(_ gone: String) async throws -> TestSite.Result {
    try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/sub/
      -- notes/2026-01-01-a.md --
      x
      -- gone.yml --
      \(gone)
      """
    ).build()
  }

  @Test func `a page says that something was taken down, and nothing else`() async throws {
    let result = try await build("- address: /caf%C3%A9/old/\n  date: 2026-11-25")
    #expect(result.report == "")
    let page = result["café/old/index.html"]
    #expect(page.contains("<h1>Taken down</h1>"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!page.contains("2026-11-25"))
    #expect(
      result["_redirects"] == "/sub/caf%C3%A9/old/ /sub/caf%C3%A9/old/index.html 410!\n")
    #expect(!result["sitemap.xml"].contains("old"))
  }

  @Test(arguments: [
    (
      "- address: /a/\n  date: 2026-11-25",
      """
      gone.yml:1:1: warning: a page stands at “/sub/a/” all the same [gone-stands]
          1 | - address: /a/
            | ^ take the line out, or take the page down

      """
    ),
    (
      "- address: ../a\n  date: 2026-11-25",
      """
      gone.yml:1:12: error: “address” cannot be “../a”: it is no path inside the site [address-invalid]
          1 | - address: ../a
            |            ^~~~ write a path such as /work/my-note/

      """
    ),
    (
      "- address: /b/\n  date: yesterday",
      """
      gone.yml:2:9: error: “yesterday” is no date: it is written another way [date-invalid]
          2 |   date: yesterday
            |         ^~~~~~~~~ write 2026, 2026-11, 2026-11-22 or 2026-11-22 14:05

      """
    ),
    (
      "- address: /b/",
      """
      gone.yml:1:3: error: what is gone has an address and a date [value-invalid]
          1 | - address: /b/
            |   ^~~~~~~~~~~~ write “address: /the-note/” and “date: 2026-11-25”

      """
    ),
    (
      "- address: /b/\n  date: 2026-11-25\n  title: What it was",
      """
      gone.yml:3:3: warning: the key “title” is none I know [key-unknown]
          3 |   title: What it was
            |   ^~~~~

      """
    ),
    (
      "address: /b/",
      """
      gone.yml:1:1: error: this wants to be a list of addresses that were taken down [value-invalid]
          1 | address: /b/
            | ^~~~~~~~~~~~ write “- address: /the-note/”, and “date: 2026-11-25” below it

      """
    ),
  ])
  func `what is wrong with the list is said`(_ gone: String, _ report: String) async throws {
    #expect(try await build(gone).report == report)
  }

  private func adding(_ address: String, to old: String) throws -> String? {
    let day = try #require(try? Moment(parsing: "2026-11-25", in: .utc)).date
    return try GoneList.adding(address, on: day, to: Array(old.utf8), zone: .utc)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `an entry is added behind every byte that is there`() throws {
    #expect(try adding("/a/", to: "") == "- address: /a/\n  date: 2026-11-25\n")
    let old = "# Mine\r\n- date: 2026-01-01 # x\r\n  address: /x/"
    #expect(
      try adding("/caf%C3%A9/", to: old)
        == old + "\r\n- address: \"/caf%C3%A9/\"\r\n  date: 2026-11-25\r\n")
    #expect(try adding("/x/", to: old) == nil)
    #expect(throws: GoneListDamage.self) { try adding("/a/", to: "[]\n") }
    #expect(throws: GoneListDamage.self) { try adding("/a/", to: "a: b\n") }
  }
}
