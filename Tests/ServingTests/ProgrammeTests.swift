import Files
import Notes
import Preview
import Problems
import Publishing
import Testing

@testable import Serving

/// From one reading of a site to the next, and what is shown of each.
struct ProgrammeTests {
  private let place = Place()

  private func order(for audience: String) throws -> Edition.Order {
    try place.write("A note.\n", to: "notes/2026-11-01-a.md")
    // 23 November 2026.
    return Edition.Order(try #require(SiteRoot(place.path)), for: audience) { _ in 1_795_392_000 }
  }

  @Test func `an audience that is taken out while it is shown is a problem`() async throws {
    try place.write("url: https://a.example/\naudiences: [team]\n", to: "outloud.yml")
    let order = try order(for: "team")
    let programme = Programme(order, run: 7)
    let first = await programme.next()
    #expect(first.version == "7.1")
    #expect(first.audience == "As “team” sees it")
    #expect(first.notices.isEmpty)
    try place.write("url: https://a.example/\n", to: "outloud.yml")
    let second = await programme.next()
    // What was sound stays.
    #expect(second.version == "7.1")
    #expect(
      ProblemReport(await programme.problems).text == """
        error: there is no audience “team” [audience-unknown]
          hint: take public, coach or me, or give it a name in outloud.yml: audiences

        """)
  }

  @Test func `warnings are shown, and hold nothing back`() async throws {
    try place.write("title: Mine\n", to: "outloud.yml")
    let order = try order(for: "public")
    let programme = Programme(order, run: 1)
    let scene = await programme.next()
    #expect(scene.notices.map(\.isError) == [false])
    #expect(await programme.next().version == "1.2")
  }

  @Test func `the words for what the system refuses`() {
    #expect(
      ProblemReport([.serverFailed(.refused, port: 80), .watchLimited()]).text == """
        error: the system lets nobody but its administrator serve at the port 80 [port-refused]
          hint: say one from 1024 on, such as --port 4000
        warning: the system watches no more folders for changes, so they are looked for every \
        second [watch-limited]
          hint: raise its limit: sysctl fs.inotify.max_user_watches=524288

        """)
  }

  @Test func `what a build writes and what editors leave beside a file is not watched`() throws {
    let root = try order(for: "me").root
    try place.write("", to: "public/.outloud/manifest")
    try place.write("", to: "publications/a.md")
    let scope = WatchScope.site(root)
    for folder in [
      "notes", "private", "private/notes", "static/.well-known", "theme", "publications",
    ] {
      #expect(scope.concerns(folder, isFolder: true), "\(folder)")
    }
    for folder in ["public", ".public.outloud", ".git", "notes/node_modules"] {
      #expect(!scope.concerns(folder, isFolder: true), "\(folder)")
    }
    for file in ["notes/a.md", "outloud.yml", "static/.htaccess", "notes/a.png", "people.yml"] {
      #expect(scope.concerns(file, isFolder: false), "\(file)")
    }
    for file in ["notes/a.md~", "notes/.a.md.swp", "notes/#a.md#", "notes/.#a.md", "notes/4913"] {
      #expect(!scope.concerns(file, isFolder: false), "\(file)")
    }
  }
}
