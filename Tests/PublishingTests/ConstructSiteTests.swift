import Testing

@testable import Publishing

/// What notes can say of themselves and of each other beyond their own text.
struct ConstructSiteTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/\n"

  @Test func `what stands before the comment is the summary`() async throws {
    let long = String(repeating: "many words ", count: 40)
    let result = try await TestSite(
      Self.configuration + """
        html: keep
        -- notes/2026-01-01-a.md --
        # Title

        One *two* `three`.

        ## Not this

        \(long)end.

        <!-- more -->

        quibble
        -- notes/2026-01-02-b.md --
        Before <!--more--> quibble
        -- notes/log.md --
        ## 2026-01-03

        First.

        Second.

        <!--More-->

        Third.
        -- notes/2026-01-04-c.md --
        ---
        summary: Own.
        ---
        x

        <!--more-->
        """
    ).build()
    let home = result["index.html"]
    #expect(home.contains("One two three. \(long)end."))
    #expect(home.contains(">Before<") && home.contains("First. Second."))
    #expect(home.contains("Own."))
    #expect(!home.contains("quibble") && !home.contains("Third."))
    for (path, text) in result.files {
      #expect(!text.lowercased().contains("<!--more") && !text.contains("<!-- more"), "\(path)")
    }
  }

  @Test func `a note says which notes link to it, each once, newest first`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ---
        title: Goal
        ---
        [self](2026-01-01-a.md)
        -- notes/2026-01-02-b.md --
        [once](2026-01-01-a.md) and [[Goal]] and <a href="/a/">thrice</a>
        -- notes/2026-01-03-c.md --
        It says <a href="2026-01-01-a.md">a</a>.
        -- notes/2026-01-04-quibble.md --
        ---
        visibility: private
        ---
        [[Goal]]
        -- notes/log.md --
        ## 2026-01-01

        x

        ## 2026-12-24

        [quibble](2026-01-02-b.md) ![quibble](quibble.png)
        -- notes/quibble.png --
        x
        -- notes/nodate.md --
        ![[goal]]
        """
    ).build()
    let page = result["a/index.html"]
    #expect(!page.isEmpty, "\(result.report)")
    let list = try #require(page.firstRange(of: "<ul class=\"backlinks\">"))
    let rest = page[list.upperBound...]
    let links = rest[..<(rest.firstRange(of: "</ul>")?.lowerBound ?? rest.endIndex)]
    #expect(
      links
        == "<li><a href=\"/c/\">C</a> <time datetime=\"2026-01-03\">3 January 2026</time></li>"
        + "<li><a href=\"/b/\">B</a> <time datetime=\"2026-01-02\">2 January 2026</time></li>"
        + "<li><a href=\"/nodate/\">Nodate</a></li>")
    #expect(result["nodate/index.html"].contains("<a href=\"/a/\">goal</a>"))
    for (path, text) in result.files { #expect(!(path + text).contains("quibble"), "\(path)") }
  }

  @Test func `names in double brackets are found as Obsidian finds them`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        # It's here

        ## Its own {#mine}
        -- notes/one/2026-01-01-same.md --
        ---
        title: First
        aliases: [The old name, /older/]
        ---
        [[same]]
        -- notes/two/2026-01-01-same.md --
        ---
        title: Second
        ---
        [[same]] [[one/same]] [[../one/2026-01-01-same.md]]
        -- notes/2026-01-02-b.md --
        [[It's here]] [[IT’S HERE#Its own|place]] [[a.md#x#its own]] [[a#^block]] [[#Here]]
        [[two/same]] [[the OLD name]] [[older]] ![[a]] ![[p.png|300]] ![[p.png|A plan|30x20]]

        ## Here

        | a |
        | - |
        | [[a\\|in a table]] |

        [[nowhere]]
        -- notes/p.png --
        x
        """
    ).build()
    let page = result["b/index.html"]
    for link in [
      "<a href=\"/a/\">It's here</a>", "<a href=\"/a/#mine\">place</a>",
      "<a href=\"/a/#mine\">a.md#x#its own</a>", "<a href=\"/a/\">a#^block</a>",
      "<a href=\"#here\">#Here</a>", "<a href=\"/two/same/\">two/same</a>",
      "<a href=\"/one/same/\">the OLD name</a>", "<a href=\"/one/same/\">older</a>",
      "<a href=\"/a/\">a</a>", "alt=\"p.png\" width=\"300\"", "alt=\"A plan\" width=\"30\"",
      "<a href=\"/a/\">in a table</a>",
    ] {
      #expect(page.contains(link), "\(link)")
    }
    #expect(result["one/same/index.html"].contains("<a href=\"/one/same/\">same</a>"))
    #expect(
      result["two/same/index.html"].contains(
        "<a href=\"/two/same/\">same</a> <a href=\"/one/same/\">one/same</a> <a href=\"/one/same/\">"
      ))
    #expect(result.files["older/index.html"] != nil)
    #expect(result.files.keys.allSatisfy { !$0.contains("old name") })
    #expect(
      result.report.contains("notes/2026-01-02-b.md:10:3: warning: the link leads to nothing"))
    #expect(result.problems.count { $0.code == .linkBroken } == 1)
  }

  @Test func `the marks of typesetters are the site's language's, and the note's`() async throws {
    let site =
      Self.configuration + """
        language: de
        -- notes/2026-01-01-a.md --
        # Er sagt "ja"

        "Nein" -- doch.
        -- notes/2026-01-02-b.md --
        ---
        title: "She's"
        lang: en
        ---
        # She's

        It's "so". :tada:
        """
    let result = try await TestSite(site).build()
    #expect(result["a/index.html"].contains("<h1 class=\"p-name\">Er sagt „ja“</h1>"))
    #expect(result["a/index.html"].contains("<p>„Nein“ – doch.</p>"))
    #expect(result["b/index.html"].contains("<p>It’s “so”. :tada:</p>"))
    #expect(result["b/index.html"].count(of: "<h1") == 1)
    let plain = try await TestSite(
      site.replacing("language: de", with: "smart_punctuation: false\nemoji: true")
    ).build()
    #expect(plain["a/index.html"].contains("<p>&quot;Nein&quot; -- doch.</p>"))
    #expect(plain["b/index.html"].contains("🎉"))
  }
}
