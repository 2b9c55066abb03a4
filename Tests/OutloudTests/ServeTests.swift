import Foundation
import Loopback
import Testing

/// The preview from outside: what it serves, what it shows of changes, and how it ends.
struct ServeTests {
  private let folder: TemporaryFolder
  private static let example = URL(filePath: #filePath)
    .appending(path: "../../../example-site").standardizedFileURL

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(_ text: String, to path: String = "mine/notes/a.md") throws {
    try folder.write(text, to: path)
  }

  private func makeSite() throws {
    try folder.write("title: Mine\nurl: https://a.example/\n", to: "mine/outloud.yml")
    try write("---\ndate: 2026-11-01\n---\n# First\n\nThe first words.\n")
  }

  @Test func `it prints where to look, shows an edit, and ends at Ctrl-C`() throws {
    try makeSite()
    let preview = try Preview("mine", in: folder)
    #expect(try preview.get("/a/").text.contains("The first words."))
    #expect(try preview.get("/-/").text.contains("<iframe"))
    let news = try preview.listen()
    let before = try news.next()
    #expect(before.contains(#""audience":"As you see it","notices":[]}"#))
    try write("---\ndate: 2026-11-01\n---\n# First\n\nOther words.\n")
    #expect(try news.next() != before)
    #expect(try preview.get("/a/").text.contains("Other words."))
    #expect(preview.interrupt() == 0)
    #expect(try preview.words == "No problems.\n")
  }

  @Test func `a problem is shown over the last page that was sound, until it is mended`() throws {
    try makeSite()
    let preview = try Preview("mine", in: folder)
    let news = try preview.listen()
    _ = try news.next()
    try write("---\nvisibility: pubilc\ndate: 2026-11-01\n---\nWrong.\n")
    let problem = try news.next(with: "error")
    #expect(problem.contains(#""place":"mine/notes/a.md:2:13""#))
    #expect(problem.contains(#""hint":"did you mean “public”?""#))
    #expect(
      problem.contains(#""excerpt":"    2 | visibility: pubilc\n      |             ^~~~~~""#))
    #expect(try preview.get("/a/").text.contains("The first words."))
    try write("---\ndate: 2026-11-01\nvisibility: public\n---\nMended.\n")
    _ = try news.next(with: #""notices":[]"#)
    #expect(try preview.get("/a/").text.contains("Mended."))
    #expect(preview.interrupt() == 0)
    #expect(
      try preview.words == """
        No problems.
        mine/notes/a.md:2:13: error: the visibility “pubilc” is none I know [visibility-unknown]
            2 | visibility: pubilc
              |             ^~~~~~ did you mean “public”?
        1 error.
        No problems.

        """)
  }

  @Test func `a site that is broken from the start is served, with its problems`() throws {
    try makeSite()
    try folder.write("titel: Mine\npage_size: many\n", to: "mine/outloud.yml")
    let preview = try Preview("mine", in: folder)
    #expect(try preview.get("/").status == 503)
    let news = try preview.listen()
    #expect(try news.next().contains(#""severity":"error""#))
    try folder.write("title: Mine\nurl: https://a.example/sub/\n", to: "mine/outloud.yml")
    #expect(try news.next(with: #""notices":[]"#).contains(#""base":"/sub/""#))
    #expect(try preview.get("/").headers["location"] == "/sub/")
    #expect(try preview.get("/sub/a/").status == 200)
  }

  @Test func `private notes are their author’s to see, and nobody else’s`() throws {
    try makeSite()
    try write("A secret.\n", to: "mine/private/notes/b.md")
    let mine = try Preview("mine", in: folder)
    #expect(try mine.get("/b/").text.contains("A secret."))
    let news = try mine.listen()
    _ = try news.next()
    try write("Another secret.\n", to: "mine/private/notes/b.md")
    _ = try news.next()
    #expect(try mine.get("/b/").text.contains("Another secret."))
    let everyones = try Preview("mine", "--as", "public", in: folder)
    #expect(try everyones.get("/b/").status == 404)
  }

  @Test(arguments: ["ledger", "plain"], ["/", "/work/"])
  func `what it serves as public are the bytes of a build`(theme: String, base: String) throws {
    let options = ["--theme", theme, "--url", "https://mara.example\(base)"]
    let built = try Binary.run(
      try Binary.location,
      ["build", Self.example.path, "--output", "built", "--now", "2026-11-23"] + options, [:],
      folder.url)
    #expect(built.status == 0, "\(built.error)")
    let preview = try Preview(
      Self.example.path, "--as", "public", options[0], options[1], options[2], options[3],
      in: folder)
    let client = try HTTPClient(port: preview.port)
    let files = try folder.contents(of: "built")
    #expect(files.count > 200)
    for (path, bytes) in files {
      let names = path.hasSuffix("index.html") ? [path, String(path.dropLast(10))] : [path]
      for name in names {
        let target = try #require(
          name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
        let response = try client.request(base + target, host: preview.host)
        #expect(response.status == 200 && Data(response.body) == bytes, "\(name)")
      }
    }
  }

  @Test func `it writes nothing`() throws {
    try makeSite()
    let before = try folder.contents(of: "mine")
    let preview = try Preview("mine", in: folder)
    #expect(try preview.get("/a/").status == 200)
    #expect(preview.interrupt() == 0)
    #expect(try folder.contents(of: "mine") == before)
  }

  @Test func `a port that is taken is said, with what to do`() throws {
    try makeSite()
    let preview = try Preview("mine", in: folder)
    let second = try Binary(workingFolder: folder.url).run(
      "serve", "mine", "--port", "\(preview.port)")
    #expect(second.status == 3)
    #expect(second.output.isEmpty)
    #expect(
      second.error == """
        error: the port \(preview.port) is taken: perhaps another “outloud serve” runs already \
        [port-taken]
          hint: say another, such as --port \(preview.port + 1), or --port 0 for any that is free

        """)
  }

  @Test func `what cannot be served is said`() throws {
    try makeSite()
    let outloud = Binary(workingFolder: folder.url)
    let nowhere = try outloud.run("serve", "nowhere")
    #expect(nowhere.status == 3)
    #expect(nowhere.error == "error: there is no folder “nowhere”\n")
    let nobody = try outloud.run("serve", "mine", "--as", "team")
    #expect(nobody.status == 2)
    #expect(nobody.error == "error: there is no audience “team”\n")
    #expect(try outloud.run("serve", "mine", "--port", "70000").status == 2)
  }

  @Test func `without a browser to open, the address is said once more`() throws {
    try makeSite()
    let preview = try Preview("mine", "--open", in: folder, environment: ["PATH": folder.url.path])
    let news = try preview.listen()
    _ = try news.next()
    let expected = """
      warning: no browser could be opened [browser-missing]
        hint: open one, and go to http://localhost:\(preview.port)/-/

      """
    // It is said when it is known, which may be a moment later.
    var words = try preview.words
    for _ in 0..<500 where !words.contains(expected) {
      usleep(10_000)
      words = try preview.words
    }
    #expect(words.contains(expected), "\(words)")
    #expect(preview.interrupt() == 0)
  }
}
