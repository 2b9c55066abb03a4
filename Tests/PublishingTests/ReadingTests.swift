import Notes
import Problems
import Testing

/// How a folder of notes is read: titles, dates, places, and what is left alone.
struct ReadingTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/\n"

  @Test func `any folder of Markdown is a site`() async throws {
    var site = TestSite(
      """
      -- README.md --
      # Not a note
      -- LICENSE.md --
      Not one either.
      -- first.md --
      # The `first` one

      Hello.
      -- deep/er/second-note.markdown --
      No heading.
      -- deep/README.md --
      # A note all the same
      -- _drafty.md --
      no
      -- .hidden.md --
      no
      -- _template/x.md --
      no
      -- drafts/x.md --
      no
      -- private/x.md --
      no
      -- node_modules/pkg/readme.md --
      no
      -- ignored.md --
      no
      -- ignored/x.md --
      no
      """)
    site.history = TestHistory(
      dates: [
        "first.md": "2026-01-02T03:04:05-07:00", "deep/er/second-note.markdown": "2026-01-01",
        "deep/README.md": "2025-12-31",
      ], ignoredPaths: ["ignored.md", "ignored/"])
    let result = try await site.build()
    #expect(result.problems.map(\.code) == [.urlMissing])
    let notes = result.files.keys.filter {
      $0.hasSuffix("/index.html") && !$0.hasPrefix("topics") && !$0.hasPrefix("years")
        && !$0.hasPrefix("search")
    }
    #expect(
      notes.sorted() == [
        "deep/README/index.html", "deep/er/second-note/index.html", "first/index.html",
        "subscribe/index.html",
      ])
    let first = result["first/index.html"]
    #expect(first.contains("<title>The first one · Notes</title>"))
    #expect(first.contains("datetime=\"2026-01-02T03:04:05-07:00\""))
    #expect(first.count(of: "The first one</h1>") == 1)
    #expect(!first.contains("<code>first</code>"))
    #expect(result["deep/er/second-note/index.html"].contains("Second note</h1>"))
    #expect(result.files["topics/deep/index.html"] != nil)
    #expect(result.files["topics/er/index.html"] != nil)
  }

  @Test func `a folder named notes that holds none makes no site of the folder around it`()
    async throws
  {
    let files = """
      -- git/stash.md --
      # Stash
      -- notes/logo.txt --
      x
      """
    let result = try await TestSite(files).build()
    #expect(result.files["git/stash/index.html"] != nil)
    let made = try await TestSite(Self.configuration + files).build()
    #expect(made.problems.map(\.code) == [.siteEmpty])
  }

  @Test func `a date comes from the front matter, else the file's name, else the history`()
    async throws
  {
    var site = TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ---
        date: 2025-05-05
        ---
        x
        -- notes/2026-01-02-b.md --
        x
        -- notes/2026-01-03-bundle/index.md --
        x
        -- notes/c.md --
        x
        -- notes/d.md --
        x
        """)
    site.history = TestHistory(dates: ["notes/c.md": "2026-01-04"])
    let result = try await site.build()
    #expect(result["a/index.html"].contains("datetime=\"2025-05-05\""))
    #expect(result["b/index.html"].contains("datetime=\"2026-01-02\""))
    #expect(result["bundle/index.html"].contains("datetime=\"2026-01-03\""))
    #expect(result["c/index.html"].contains("datetime=\"2026-01-04\""))
    #expect(!result["d/index.html"].contains("datetime"))
    #expect(result["undated/index.html"].contains("href=\"/d/\""))
    #expect(!result["feed.xml"].contains("/d/"))
    #expect(
      result.report == """
        notes/d.md: warning: the note has no date, so it is listed apart [date-missing]
          hint: add “date: 2026-11-22” to its front matter, or commit it to git

        """)
  }

  @Test func `a shallow history stops the build, unless its dates are not needed`() async throws {
    var site = TestSite(Self.configuration + "-- notes/a.md --\nx\n-- notes/b.md --\nx")
    site.history = TestHistory(isShallow: true)
    #expect(
      try await site.build().report == """
        error: 2 notes take their dates from git, and this clone is shallow: its history begins too late to tell them [history-shallow]
          hint: fetch the history: git fetch --unshallow (in a CI checkout: fetch-depth: 0), or go on with --allow-undated

        """)
    site.options.allowsUndated = true
    #expect(try await site.build()["undated/index.html"].count(of: "<a href=\"/b/\">") == 1)

    var dated = TestSite(Self.configuration + "-- notes/2026-01-01-a.md --\nx")
    dated.history = TestHistory(isShallow: true)
    #expect(try await dated.build().problems.isEmpty)
  }

  @Test func `a title comes from the front matter, a heading, the file's name, or the first words`()
    async throws
  {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-one.md --
        ---
        title: From the front matter
        ---
        # Another heading

        x
        -- notes/2026-01-01-two.md --
        Before.

        # From a *heading*
        -- notes/2026-01-01-from_the-name.md --
        x
        -- notes/2026-01-02.md --
        The first words of this note stand in, because nothing else could; and they are cut.
        -- notes/2026-01-03-same.md --
        ---
        title: The same
        ---
        # The same

        x
        """
    ).build()
    #expect(result["one/index.html"].contains("<h1 id=\"another-heading\">"))
    #expect(result["one/index.html"].contains("From the front matter</h1>"))
    #expect(result["two/index.html"].contains(">From a heading</h1>"))
    #expect(!result["two/index.html"].contains("<em>heading</em>"))
    #expect(result["from_the-name/index.html"].contains(">From the name</h1>"))
    #expect(
      result["2026-01-02/index.html"].contains(
        "<title>The first words of this note stand in, because nothing else… · "))
    #expect(result["same/index.html"].count(of: "The same</h1>") == 1)
  }

  @Test func `line endings and a byte order mark are read as meant`() async throws {
    var site = TestSite(Self.configuration)
    site.folder.files["notes/a.md"] =
      [0xEF, 0xBB, 0xBF]
      + Array(
        "---\r\ntitle: One\r\ndate: 2026-01-01\r\n---\r\n# Two\r\n\r\n```\r\na\r\nb\r\n```\r\n".utf8
      )
    let page = try await site.build()["a/index.html"]
    #expect(page.contains("One</h1>"))
    #expect(page.contains("<pre><code>a\nb\n</code></pre>"))
    #expect(!page.contains("\r"))
  }

  @Test func `front matter of other generators is understood`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/jekyll.md --
        ---
        layout: post
        title: Jekyll
        date: 2015-11-17 16:16:01 -0600
        categories: [work]
        tags: one, two words
        redirect_from: /old/jekyll.html
        permalink: /blog/jekyll/
        excerpt: In short.
        ---
        x
        -- notes/zola.md --
        +++
        title = "Zola"
        date = 2021-05-06T07:08:09Z
        slug = "zola-two"
        [taxonomies]
        tags = ["zola"]
        [extra]
        anything = 1
        +++
        x
        -- notes/hugo.md --
        +++
        title = "Hugo"
        date = 2022-01-02
        draft = true
        +++
        x
        -- notes/unpublished.md --
        ---
        date: 2022-01-02
        published: false
        ---
        x
        """
    ).build()
    #expect(result.problems.isEmpty)
    #expect(result["blog/jekyll/index.html"].contains("datetime=\"2015-11-17T16:16:01-06:00\""))
    #expect(
      ["work", "one", "two-words", "zola"].allSatisfy {
        result.files["topics/\($0)/index.html"] != nil
      })
    #expect(result["old/jekyll.html"].contains("url=https://a.example/blog/jekyll/"))
    #expect(result["zola-two/index.html"].contains("Zola</h1>"))
    #expect(result.held.map(\.path) == ["notes/hugo.md", "notes/unpublished.md"])
  }

  @Test func `what Obsidian writes is read as it is meant`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/2026-01-01-home.md --
      ---
      publish: true
      permalink: /
      aliases: [home, home]
      ---
      x
      -- notes/2026-01-02-b.md --
      ---
      publish: false
      ---
      x
      """
    ).build()
    #expect(
      result.report == """
        notes/2026-01-01-home.md:3:12: warning: the home page stands at “/”, so the note keeps an address of its own [address-invalid]
            3 | permalink: /
              |            ^

        """)
    #expect(result["home/index.html"].contains("<p>x</p>"))
    #expect(result.held.map(\.path) == ["notes/2026-01-02-b.md"])
  }

  @Test func `a folder that only contains other sites is refused`() async throws {
    let site = TestSite(
      """
      -- anna/outloud.yml --
      title: Anna
      -- anna/notes/a.md --
      x
      -- ben/outloud.yml --
      title: Ben
      """)
    #expect(
      try await site.build().report == """
        error: this folder is no site: it only contains other sites, in “anna” and “ben” [site-of-sites]
          hint: name one of them: outloud build anna

        """)
  }

  @Test func `a site without a note is built, and says so`() async throws {
    let result = try await TestSite(Self.configuration).build()
    #expect(result.problems.map(\.code) == [.siteEmpty])
    #expect(result.files["index.html"] != nil)
  }

  @Test func `names in other scripts, and with spaces, become addresses`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/Größe & Maß?.md --
        ---
        date: 2026-01-01
        tags: ["C++", "C#", C, "../../x", "a/b", "日本"]
        ---
        x
        """
    ).build()
    #expect(result.problems.isEmpty)
    #expect(result.files["Größe & Maß?/index.html"] != nil)
    #expect(result["index.html"].contains("href=\"/Gr%C3%B6%C3%9Fe%20&amp;%20Ma%C3%9F%3F/\""))
    for topic in ["c++", "c#", "c", "-.-..-x", "a-b", "日本"] {
      #expect(result.files["topics/\(topic)/index.html"] != nil, "\(topic)")
    }
    #expect(result["topics/index.html"].contains("href=\"/topics/c%23/\""))
  }

  @Test(arguments: ["ledger", "plain"])
  func `where no note has a date, the home page shows the first of them`(theme: String) async throws
  {
    let site = """
      -- outloud.yml --
      url: https://a.example/
      theme: \(theme)
      page_size: 2
      -- notes/a.md --
      # One
      -- notes/b.md --
      # Two
      -- notes/c.md --
      # Three

      """
    let home = try await TestSite(site).build()["index.html"]
    #expect(home.contains("<a href=\"/a/\">One</a>") && home.contains("<a href=\"/b/\">Two</a>"))
    #expect(!home.contains("Three"))
    #expect(home.contains("<a href=\"/undated/\">"))
    let dated = try await TestSite(site + "-- notes/2026-01-01-d.md --\nx\n").build()
    #expect(!dated["index.html"].contains("One"))
  }
}
