import Testing

/// How the text of a note stands on its own page.
struct NoteContentTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/\n"

  @Test func `the parts of a note are recognised by their headings`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        # A

        Before.

        ## What I did

        One [link](b.md).

        ## STUCK:

        It sticks.

        ## Helped by

        Two.

        ## Why I stayed

        # learned
        -- notes/b.md --
        ---
        date: 2026-01-02
        ---
        x
        """
    ).build()
    #expect(
      result["a/index.html"].contains(
        """
        <p>Before.</p>
        <h2 class="part what" id="what-i-did">What I did</h2>
        <p>One <a href="/b/">link</a>.</p>
        <h2 class="part stuck" id="stuck">STUCK:</h2>
        <p>It sticks.</p>
        <h2 class="part helped_by" id="helped-by">Helped by</h2>
        <p>Two.</p>
        <h2 id="why-i-stayed">Why I stayed</h2>
        <h1 class="part learned" id="learned">learned</h1>
        """))
    #expect(
      result["feed.xml"].contains("&lt;h2 id=\"stuck\"") || !result["feed.xml"].contains("part"))
  }

  @Test(arguments: ["sanitize", "keep", "drop"])
  func `a part that nobody has written is not shown, in no place`(html: String) async throws {
    let result = try await TestSite(
      Self.configuration + """
        html: \(html)
        -- notes/2026-01-01-a.md --
        # A

        ## Why

        <!-- A question? -->

        ## Stuck

        ### On this

        ## Helped by

        <!-- One --> <!-- Two -->

        <!-- Three
        -->

        ## Learned

        - [It](https://b.example/)

        ## Thanks

        ## Next
        """
    ).build()
    for path in ["a/index.html", "feed.xml", "feed.json"] {
      for word in ["Why", "Helped by", "A question", "Three", "Next</h2"] {
        #expect(!result[path].contains(word), "\(path) has \(word)")
      }
      for word in ["Stuck", "On this", "Learned", "Thanks"] {
        #expect(result[path].contains(word), "\(path) has no \(word)")
      }
    }
  }

  @Test func `the parts are told in the language of the site`() async throws {
    let page = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      language: de
      -- notes/2026-01-01-a.md --
      ## Warum nur?

      x

      ## Warum

      ## Why
      -- theme/strings/de.yml --
      part_why: Wozu | Warum nur
      """
    ).build()["a/index.html"]
    #expect(page.contains("<h2 class=\"part why\" id=\"warum-nur\">"))
    #expect(page.contains("<h2 id=\"warum\">"))
    #expect(page.contains("<h2 id=\"why\">"))
  }

  @Test func `days of a log that lie ahead leave no trace between the others`() async throws {
    let page = try await TestSite(
      Self.configuration + """
        -- notes/log.md --
        # Log

        ## 2026-01-01: One *day*

        a

        ## 2027-01-01: Ahead

        b

        ## 2026-01-03

        c
        """
    ).build()["log/index.html"]
    #expect(
      page.contains(
        """
        <h2 class="update" id="2026-01-01"><time datetime="2026-01-01">1 January 2026</time> One <em>day</em></h2>
        <p>a</p>
        <h2 class="update bare" id="2026-01-03"><time datetime="2026-01-03">3 January 2026</time></h2>
        <p>c</p>
        """))
    #expect(!page.contains("Ahead"))
  }

  @Test(arguments: [(4, 1_500, true), (3, 2_000, false), (6, 10, false)])
  func `a long note has a table of contents`(
    headings: Int, words: Int, isThere: Bool
  ) async throws {
    let text = (1...headings).map { "## Part \($0)\n\n" + String(repeating: "x ", count: words) }
      .joined(separator: "\n\n")
    let page = try await TestSite(Self.configuration + "-- notes/2026-01-01-a.md --\n\(text)\n")
      .build()["a/index.html"]
    #expect(page.contains("<li><a href=\"#part-1\">Part 1</a></li>") == isThere)
    #expect(page.count(of: "<li><a href=\"#part-") == (isThere ? headings : 0))
  }

  @Test func `text in another language says so, and which way it runs`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      language: fa-IR
      -- notes/2026-01-01-a.md --
      ---
      lang: en
      ---
      x
      -- notes/2026-01-02-b.md --
      ---
      lang: az-Arab
      ---
      x
      """
    ).build()
    #expect(result["index.html"].contains("<html lang=\"fa-IR\" dir=\"rtl\">"))
    #expect(result["index.html"].contains(" lang=\"en\" dir=\"ltr\""))
    #expect(result["index.html"].contains(" lang=\"az-Arab\" dir=\"rtl\""))
    #expect(result["a/index.html"].contains("<html lang=\"fa-IR\" dir=\"rtl\">"))
    #expect(result["a/index.html"].contains("e-content prose\" lang=\"en\" dir=\"ltr\">"))
  }

  @Test func `colours and fonts of the configuration become the theme's`() async throws {
    let page = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      accent: "#06c"
      colors: {paper: "#fffdf8", dark: {ink: "#eeeeee"}}
      fonts: {text: Iowan Old Style, labels: mono}
      -- notes/2026-01-01-a.md --
      x
      """
    ).build()["index.html"]
    #expect(
      page.contains(
        """
        <style>
        :root {
        --accent: #0066cc;
        --light-paper: #fffdf8;
        --dark-ink: #eeeeee;
        --words: Iowan Old Style, var(--serif);
        --adjust: none;
        --labels: var(--mono);
        }
        </style>
        """))
  }
}
