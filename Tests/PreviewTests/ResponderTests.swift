import Testing

@testable import Preview

/// What the server answers, as values.
struct ResponderTests {
  private static let files: [String: String] = [
    "index.html": "home", "404.html": "nothing", "ward/roster/index.html": "roster",
    "feed.xml": "<rss/>", "style.0f.css": "p{}", "film.mp4": "0123456789",
    "lucia-på/index.html": "lucia", "50%/index.html": "half", "a b/index.html": "space",
    "old.html/index.html": "moved", "CNAME": "me.example", "_redirects": "/a /b 301",
  ]

  private static func scene(at base: String = "/", _ files: [String: String]? = files) -> Scene {
    Scene(
      version: "1.1", origin: "https://me.example", basePath: base, audience: "As everyone sees it",
      notices: [], find: files.map(find))
  }

  private static func find(_ files: [String: String]) -> Scene.Find {
    { path in files[path].map { text in { @Sendable in Array(text.utf8) } } }
  }

  private func ask(
    _ target: String, _ scene: Scene = scene(), method: String = "GET",
    host: String? = "localhost:4000", sending headers: [(name: String, value: String)] = []
  ) -> Answer {
    let host = host.map { [(name: "Host", value: $0)] } ?? []
    let request = Request(method: method, target: target, headers: host + headers)
    switch Responder(hosts: HostNames(port: 4000)).reply(to: request, showing: scene) {
    case .events: return Answer(status: 0, text: "events", headers: [:])
    case .response(let response):
      return Answer(
        status: response.status, text: String(decoding: response.body, as: UTF8.self),
        headers: Dictionary(response.headers.map { ($0.name, $0.value) }) { "\($0), \($1)" })
    }
  }

  private struct Answer {
    let status: Int
    let text: String
    let headers: [String: String]

    var location: String? { headers["Location"] }
  }

  @Test func `a place is answered with the bytes of its page`() {
    for (target, text) in [
      "/": "home", "/index.html": "home", "/ward/roster/": "roster",
      "/ward/roster/index.html": "roster", "/feed.xml": "<rss/>", "/?q=1": "home",
      "/lucia-p%C3%A5/": "lucia", "/lucia-p%c3%a5/": "lucia", "/50%25/": "half",
      "/a%20b/": "space", "/404.html": "nothing", "/CNAME": "me.example",
    ] {
      let answer = ask(target)
      #expect(answer.status == 200 && answer.text == text, "\(target): \(answer)")
    }
  }

  @Test func `types are told with their encoding, and nothing is left to guess`() {
    for (target, type) in [
      "/": "text/html; charset=utf-8", "/style.0f.css": "text/css; charset=utf-8",
      "/feed.xml": "application/rss+xml; charset=utf-8", "/film.mp4": "video/mp4",
      "/CNAME": "text/plain; charset=utf-8", "/_redirects": "text/plain; charset=utf-8",
      "/-/": "text/html; charset=utf-8", "/-/frame.js": "text/javascript; charset=utf-8",
      "/-/frame.css": "text/css; charset=utf-8",
    ] {
      let answer = ask(target)
      #expect(answer.headers["Content-Type"] == type, "\(target)")
      #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
    }
    #expect(ContentType.of("a/feed.json") == "application/feed+json")
    #expect(ContentType.of("search/words-1.bin") == "application/octet-stream")
    #expect(ContentType.of("a.JPG") == "image/jpeg")
  }

  @Test func `every answer keeps to itself`() {
    let targets = ["/", "/nothing", "/-/", "/-/frame.js", "/-/nothing", "/..", "/ward/roster"]
    let answers =
      targets.map { ask($0) } + [ask("/", host: "evil.example"), ask("/", method: "POST")]
    for answer in answers {
      #expect(answer.headers["Referrer-Policy"] == "no-referrer")
      #expect(answer.headers["Cross-Origin-Resource-Policy"] == "same-origin")
      #expect(answer.headers["Cache-Control"] == "no-cache")
      let policy = answer.headers["Content-Security-Policy"] ?? ""
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; connect-src 'self';"))
      #expect(policy.contains("frame-ancestors"))
    }
  }

  @Test(arguments: [
    "evil.example", "evil.example:4000", "localhost", "localhost:4001", "localhost:40000",
    "127.0.0.1", "127.0.0.2:4000", "[::1]", "localhost:4000.evil.example", "localhost.:4000",
    "user@localhost:4000", "",
  ])
  func `another host name is refused`(host: String) {
    #expect(ask("/", host: host).status == 421)
    #expect(ask("/-/events", host: host).status == 421)
  }

  @Test(arguments: ["localhost:4000", "LocalHost:4000", "127.0.0.1:4000", "[::1]:4000"])
  func `its own names are answered`(host: String) {
    #expect(ask("/", host: host).status == 200)
  }

  @Test func `a host is wanted, and one alone`() {
    #expect(ask("/", host: nil).status == 400)
    #expect(ask("/", sending: [("host", "localhost:4000")]).status == 400)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "get"])
  func `only looking is allowed`(method: String) {
    let answer = ask("/", method: method)
    #expect(answer.status == 405)
    #expect(answer.headers["Allow"] == "GET, HEAD")
  }

  @Test(arguments: [
    "/..", "/../etc/passwd", "/ward/../feed.xml", "/ward/./roster/", "/%2e%2e/etc/passwd",
    "/%2E/feed.xml", "/ward%2froster/", "/ward%2Froster/", "/feed.xml%00", "/50%", "/50%zz/",
    "/%c3", "/%ff/", "", "feed.xml", "http://localhost:4000/", "*", "//../feed.xml",
  ])
  func `a path that leads astray is refused`(target: String) {
    #expect(ask(target).status == 400, "\(target)")
  }

  @Test func `what is not there is answered with the site’s own page`() {
    for target in [
      "/nothing/", "/ward/", "/ward//roster/", "//ward/roster/", "/feed.xml/", "/INDEX.HTML",
    ] {
      let answer = ask(target)
      #expect(answer.status == 404 && answer.text == "nothing", "\(target)")
    }
    #expect(ask("/-/nothing").text == "There is nothing here.\n")
    #expect(ask("/-/frame.html").status == 404)
    #expect(ask("/x", Self.scene(["index.html": "home"])).status == 404)
  }

  @Test func `a folder without its slash leads to the page`() {
    let answer = ask("/ward/roster?q=1")
    #expect(answer.status == 308)
    #expect(answer.location == "/ward/roster/?q=1")
    #expect(ask("/lucia-p%c3%a5").location == "/lucia-p%C3%A5/")
    #expect(ask("/old.html").location == "/old.html/")
    #expect(ask("//ward/roster").status == 404)
  }

  @Test func `a site below its host’s root stands there alone`() {
    let scene = Self.scene(at: "/my%20work/")
    #expect(ask("/", scene).location == "/my%20work/")
    #expect(ask("/my%20work", scene).location == "/my%20work/")
    #expect(ask("/my%20work/", scene).text == "home")
    #expect(ask("/my%20work/ward/roster/", scene).text == "roster")
    #expect(ask("/my%20work/ward/roster", scene).location == "/my%20work/ward/roster/")
    #expect(ask("/ward/roster/", scene).status == 404)
    #expect(ask("/my%20workward/roster/", scene).status == 404)
    #expect(ask("/-/", scene).status == 200)
  }

  @Test func `a browser that has the bytes gets none`() throws {
    let tag = try #require(ask("/feed.xml").headers["ETag"])
    #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
    for value in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
      let answer = ask("/feed.xml", sending: [("If-None-Match", value)])
      #expect(answer.status == 304 && answer.text.isEmpty, "\(value)")
      #expect(answer.headers["ETag"] == tag)
    }
    #expect(ask("/feed.xml", sending: [("If-None-Match", "\"other\"")]).status == 200)
    #expect(ask("/", sending: [("If-None-Match", tag)]).status == 200)
  }

  @Test(arguments: [
    ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=8-", 206, "89", "bytes 8-9/10"),
    ("bytes=-3", 206, "789", "bytes 7-9/10"), ("bytes=-30", 206, "0123456789", "bytes 0-9/10"),
    ("bytes=5-99999999999999999999", 206, "56789", "bytes 5-9/10"),
    ("Bytes=0-0", 206, "0", "bytes 0-0/10"),
    ("bytes=10-", 416, "The file is shorter.\n", "bytes */10"),
    ("bytes=-0", 416, "The file is shorter.\n", "bytes */10"),
    ("bytes=3-1", 200, "0123456789", nil), ("bytes=0-1,3-4", 200, "0123456789", nil),
    ("bytes=a-b", 200, "0123456789", nil), ("lines=0-1", 200, "0123456789", nil),
    ("bytes=-", 200, "0123456789", nil), ("bytes=--1", 200, "0123456789", nil),
  ])
  func `a part of a file is sent where one is asked for`(
    header: String, status: Int, text: String, place: String?
  ) {
    let answer = ask("/film.mp4", sending: [("Range", header)])
    #expect(answer.status == status)
    #expect(answer.text == text)
    #expect(answer.headers["Content-Range"] == place)
  }

  @Test func `a part of other bytes than those the browser has is none`() throws {
    let tag = try #require(ask("/film.mp4").headers["ETag"])
    let range = (name: "Range", value: "bytes=0-3")
    #expect(ask("/film.mp4", sending: [range, ("If-Range", tag)]).status == 206)
    #expect(ask("/film.mp4", sending: [range, ("If-Range", "\"other\"")]).status == 200)
    #expect(ask("/film.mp4", sending: [range, ("If-Range", "W/\(tag)")]).status == 200)
    #expect(ask("/film.mp4", method: "HEAD", sending: [range]).status == 200)
  }

  @Test func `before there is anything to show, the frame stands and the site does not`() {
    let scene = Self.scene(nil)
    #expect(ask("/", scene).status == 503)
    #expect(ask("/-/", scene).status == 200)
    #expect(ask("/-/events", scene).text == "events")
  }

  @Test func `a page that cannot be made says why`() {
    let find: Scene.Find = { _ in { () throws(Scene.Unavailable) in throw .init("no!") } }
    let scene = Scene(
      version: "1", origin: "", basePath: "/", audience: "", notices: [], find: find)
    let answer = ask("/", scene)
    #expect(answer.status == 500 && answer.text == "no!\n")
    #expect(answer.headers["Content-Type"] == "text/plain; charset=utf-8")
  }

  @Test func `an address without end is refused`() {
    #expect(ask("/" + String(repeating: "a", count: 8192)).status == 414)
  }
}
