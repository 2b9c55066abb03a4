import Dates
import Testing

@testable import Notes

struct FileNameTests {
  @Test(
    arguments: [
      ("a.md", "a", nil, "A"),
      ("2026-11-22-the-cache.md", "the-cache", "2026-11-22", "The cache"),
      ("2026-11-22 the cache.md", "the cache", "2026-11-22", "The cache"),
      ("2026-11-22.md", "2026-11-22", "2026-11-22", nil),
      ("2026-13-45-x.md", "2026-13-45-x", nil, "2026 13 45 x"),
      ("2026-11-22x.md", "2026-11-22x", nil, "2026 11 22x"),
      ("deep/er/index.md", "deep/er", nil, "Er"),
      ("2026-11-22-bundle/index.md", "bundle", "2026-11-22", "Bundle"),
      ("index.md", "index", nil, "Index"),
      ("v1.2-notes.markdown", "v1.2-notes", nil, "V1.2 notes"),
      ("a/snake_case.MD", "a/snake_case", nil, "Snake case"),
    ] as [(String, String, String?, String?)])
  func `a path tells place, day and words`(
    path: String, location: String, day: String?, words: String?
  ) {
    let name = FileName(path)
    #expect(name.location == location)
    #expect(name.day?.description == day)
    #expect(name.words == words)
  }
}

struct SitePathTests {
  @Test(
    arguments: [
      ("/a/b/", "a/b"), ("a", "a"), ("ä ö", "ä ö"), ("a//b", "a/b"), ("", nil), ("/", nil),
      ("../a", nil),
      ("a/./b", nil), ("a\\b", nil), ("a\nb", nil), (String(repeating: "x", count: 241), nil),
    ] as [(String, String?)])
  func `a path that leaves the site is none`(text: String, path: String?) {
    #expect(SitePath(text)?.path == path)
  }
}

struct SiteAddressTests {
  @Test(arguments: [
    ("https://A.example", "https://a.example", "/"),
    ("http://a.example:8080/x/y", "http://a.example:8080", "/x/y/"),
    ("HTTPS://a.example/x/", "https://a.example", "/x/"),
  ])
  func `an address is an origin and a path`(text: String, origin: String, path: String) {
    #expect(SiteAddress(text)?.origin == origin)
    #expect(SiteAddress(text)?.basePath == path)
  }

  @Test(arguments: [
    "a.example", "ftp://a.example", "https://", "https://a.example/?x", "https://me@a.example/",
    "https://a.example/../b",
  ])
  func `what is no address of a site is refused`(text: String) {
    #expect(SiteAddress(text) == nil)
  }
}
