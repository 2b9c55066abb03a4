import Testing

/// The pages of a site: which there are, and what leads where.
struct PagesTests {
  private static let configuration = "-- outloud.yml --\nurl: https://a.example/sub/path\n"

  @Test func `under a sub-path every link stays below it`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ---
        project: P
        tags: [t]
        ---
        # A

        [b](b.md#part) [b again](/notes/b.md) [root](/) ![x](x.png) [top](#a)
        -- notes/b.md --
        ---
        date: 2026-01-03
        ---
        ## Part
        -- notes/x.png --
        png
        -- pages/about.md --
        Hello.
        """
    ).build()
    #expect(result.problems.isEmpty)
    for (path, text) in result.files where path.hasSuffix(".html") {
      for link in text.matches(of: /(?:href|src)="(\/[^"]*)"/) {
        #expect(link.output.1.hasPrefix("/sub/path/"), "\(path): \(link.output.1)")
      }
    }
    let page = result["a/index.html"]
    #expect(page.contains("<a href=\"/sub/path/b/#part\">b</a>"))
    #expect(page.contains("<img src=\"/sub/path/x.png\" alt=\"x\" />"))
    #expect(page.contains("<a href=\"#a\">top</a>"))
    #expect(result["x.png"] == "png\n")
    let feed = result["feed.xml"]
    #expect(feed.contains("href=\"https://a.example/sub/path/b/#part\""))
    #expect(feed.contains("src=\"https://a.example/sub/path/x.png\""))
    #expect(feed.contains("href=\"https://a.example/sub/path/a/#a\""))
    #expect(result["sitemap.xml"].contains("<loc>https://a.example/sub/path/about/</loc>"))
    #expect(result["robots.txt"].contains("Sitemap: https://a.example/sub/path/sitemap.xml"))
  }

  @Test(arguments: ["ledger", "plain"])
  func `the author's photo stands on the home page, if it lies in the site`(theme: String)
    async throws
  {
    func home(photo: String) async throws -> String {
      try await TestSite(
        Self.configuration + """
          theme: \(theme)
          author: {name: Ada, photo: \(photo)}
          -- static/ada.jpg --
          x
          -- notes/2026-01-01-a.md --
          x
          """
      ).build()["index.html"]
    }
    let own = try await home(photo: "/ada.jpg")
    let picture = " src=\"/sub/path/ada.jpg\" alt=\"\" width=\"96\" height=\"96\">"
    #expect(own.contains(picture))
    #expect(own.contains("value=\"https://a.example/sub/path/ada.jpg\">"))
    // A page asks nothing of another site.
    let far = try await home(photo: "https://b.example/ada.jpg")
    #expect(!far.contains("<img"))
    #expect(far.contains("<data class=\"u-photo\" value=\"https://b.example/ada.jpg\">"))
  }

  @Test func `the timeline is newest first, and in pages`() async throws {
    var text = Self.configuration + "page_size: 2\n"
    for day in 1...5 { text += "-- notes/2026-01-0\(day)-n\(day).md --\nx\n" }
    let result = try await TestSite(text).build()
    #expect(result["index.html"].order(of: ["/n5/", "/n4/"]))
    #expect(!result["index.html"].contains("/n3/"))
    #expect(result["page/2/index.html"].order(of: ["/n3/", "/n2/"]))
    #expect(result["page/3/index.html"].contains("/n1/"))
    #expect(result.files["page/4/index.html"] == nil)
    #expect(result["page/2/index.html"].contains("rel=\"prev\" href=\"/sub/path/\""))
    #expect(result["page/2/index.html"].contains("rel=\"next\" href=\"/sub/path/page/3/\""))
    #expect(result["years/2026/page/3/index.html"].contains("/n1/"))
  }

  @Test func `at the same instant entries are ordered by path`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-b.md --
        x
        -- notes/2026-01-01-a.md --
        x
        -- notes/2026-01-01-c.md --
        ---
        date: 2026-01-01 00:01
        ---
        x
        """
    ).build()
    #expect(result["index.html"].order(of: ["/c/\"", "/a/\"", "/b/\""]))
  }

  @Test func `no month is torn in two by time zones`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/west.md --
        ---
        date: 2026-01-31T23:00:00-10:00
        ---
        x
        -- notes/east.md --
        ---
        date: 2026-02-01T01:00:00+10:00
        ---
        x
        """
    ).build()
    #expect(result["index.html"].order(of: ["February", "/east/", "January", "/west/"]))
  }

  @Test func `a log is one page, and an entry a day`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/log.md --
        ---
        project: P
        ---
        # My log

        What it is about.

        ## 2026-01-01

        - 09:30 Began.
        - no time
        - 25:00 no time either

        ## 2026-01-02: It works

        - 10:00 Done with [the rest](#2026-01-01).

        ## 2026-01-01

        Again.

        ## Not a date
        """
    ).build()
    #expect(result.problems.isEmpty)
    let page = result["log/index.html"]
    let time = "<time datetime=\"2026-01-01\">1 January 2026</time>"
    #expect(page.contains("<h2 class=\"update bare\" id=\"2026-01-01\">\(time)</h2>"))
    #expect(page.contains("<h2 class=\"update bare\" id=\"2026-01-01-1\">\(time)</h2>"))
    #expect(page.contains("<h2 class=\"update\" id=\"2026-01-02\"><time datetime=\"2026-01-02\">"))
    #expect(page.contains("<h2 id=\"not-a-date\">Not a date</h2>"))
    #expect(page.contains("<li><time>09:30</time> Began.</li>"))
    #expect(page.contains("<li>25:00 no time either</li>"))
    #expect(page.count(of: "My log</h1>") == 1)
    let home = result["index.html"]
    #expect(
      home.order(of: ["/log/#2026-01-02", "/log/#2026-01-01\"", "/log/#2026-01-01-1\""]))
    #expect(home.contains("datetime=\"2026-01-02T10:00Z\""))
    #expect(home.contains("It works"))
    let feed = result["feed.xml"]
    #expect(feed.count(of: "<item>") == 3)
    #expect(feed.contains("<title>My log: It works</title>"))
    #expect(feed.contains("<link>https://a.example/sub/path/log/#2026-01-02</link>"))
    #expect(!feed.contains("What it is about"))
    #expect(result["projects/p/index.html"].order(of: ["#2026-01-01", "#2026-01-02"]))
  }

  @Test func `two notes that want one address, or one id, are both named`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ---
        id: one
        ---
        x
        -- notes/2026-01-02-a.md --
        x
        -- notes/2026-01-03-b.md --
        ---
        id: one
        ---
        x
        -- notes/topics/t.md --
        ---
        date: 2026-01-04
        tags: [t]
        ---
        x
        -- static/feed.xml --
        mine
        """
    ).build()
    #expect(
      result.report == """
        notes/2026-01-02-a.md: error: another file wants the address “/a/” too [address-twice]
          hint: give one of them another “slug”, or rename it
          notes/2026-01-01-a.md: note: this one
        notes/2026-01-03-b.md: error: another note carries the id “one” too [id-twice]
          hint: give one of them another id
          notes/2026-01-01-a.md: note: this one
        notes/topics/t.md: error: the address “/topics/t/” is taken by the page of the topic “t” [address-twice]
          hint: give one of them another “slug”, or rename it
        static/feed.xml: error: the address “/feed.xml” is taken by the feed [address-twice]
          hint: give one of them another “slug”, or rename it

        """)
    #expect(result.files.isEmpty)
  }

  @Test func `only files that a published note refers to are copied`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/w/2026-01-01-a.md --
        ---
        image: cover.jpg
        ---
        ![one](pics/one%20two.png) [data](../data.csv) ![up](../../outloud.yml) ![out](../../../etc/passwd)
        -- notes/w/pics/one two.png --
        1
        -- notes/w/pics/unused.png --
        2
        -- notes/w/cover.jpg --
        3
        -- notes/data.csv --
        4
        -- static/.well-known/security.txt --
        5
        -- static/_headers --
        6
        """
    ).build()
    let made = ["theme/", "search/"]
    #expect(
      result.files.keys.filter { path in
        !path.hasSuffix("html") && !made.contains { path.hasPrefix($0) }
      }.sorted() == [
        ".well-known/security.txt", "_headers", "archive.xml", "atom.xml", "card.png", "data.csv",
        "favicon.svg", "feed.json", "feed.xml", "feeds.opml", "robots.txt", "sitemap.xml",
      ] + ["atom.xml", "feed.json", "feed.xml"].map { "topics/w/\($0)" } + [
        "w/cover.jpg", "w/pics/one two.png",
      ])
    #expect(result["w/a/index.html"].contains("<img src=\"/sub/path/w/pics/one%20two.png\""))
    #expect(result.problems.map(\.code) == [.linkBroken, .linkBroken])
  }

  @Test func `a picture on another host becomes a link`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ![A cat](https://b.example/cat.png) [![A dog](//b.example/dog.png)](https://b.example/)
        ![](javascript:alert(1)) [x](javascript:alert(2)) <script>alert(3)</script>
        """
    ).build()
    let page = result["a/index.html"]
    #expect(page.contains("<a href=\"https://b.example/cat.png\">A cat</a>"))
    #expect(page.contains("<a href=\"https://b.example/\">A dog</a>"))
    #expect(!page.contains("<img"))
    // The one there is runs nothing: it holds what search engines read.
    #expect(page.count(of: "<script") == page.count(of: "<script type=\"application/ld+json\">"))
    #expect(!page.contains("javascript:"))
    #expect(
      result.report == """
        notes/2026-01-01-a.md:1:10: warning: the picture is on another host, so it becomes a link: pages ask no other host for anything [image-elsewhere]
            1 | ![A cat](https://b.example/cat.png) [![A dog](//b.example/dog.png)](https://b.example/)
              |          ^~~~~~~~~~~~~~~~~~~~~~~~~ save it beside the note
        notes/2026-01-01-a.md:1:47: warning: the picture is on another host, so it becomes a link: pages ask no other host for anything [image-elsewhere]
            1 | ![A cat](https://b.example/cat.png) [![A dog](//b.example/dog.png)](https://b.example/)
              |                                               ^~~~~~~~~~~~~~~~~~~ save it beside the note
        notes/2026-01-01-a.md:2:5: warning: the picture says nothing to someone who cannot see it [image-alternative]
            2 | ![](javascript:alert(1)) [x](javascript:alert(2)) <script>alert(3)</script>
              |     ^~~~~~~~~~~~~~~~~~~ describe it between the brackets: ![a cat on a wall](cat.jpg)
        notes/2026-01-01-a.md:2:5: warning: the picture begins with “javascript:”, where no page may lead, so only its words are shown [link-broken]
            2 | ![](javascript:alert(1)) [x](javascript:alert(2)) <script>alert(3)</script>
              |     ^~~~~~~~~~~~~~~~~~~
        notes/2026-01-01-a.md:2:30: warning: the link begins with “javascript:”, where no page may lead, so only its words are shown [link-broken]
            2 | ![](javascript:alert(1)) [x](javascript:alert(2)) <script>alert(3)</script>
              |                              ^~~~~~~~~~~~~~~~~~~
        notes/2026-01-01-a.md:2:51: warning: raw HTML is left out: <script> [html-dropped]
            2 | ![](javascript:alert(1)) [x](javascript:alert(2)) <script>alert(3)</script>
              |                                                   ^~~~~~~~ say “html: keep” in outloud.yml if you trust every note

        """)
  }

  @Test func `a name in double brackets finds its note or picture`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        [[The Cache]] [[the-cache]] [[Other/2026-01-02-the-cache.md|words]] [[old-name]]
        [[the cache#What I *did*|there]] ![[cat.svg|30]] [[nothing]] [[secret]]
        -- notes/other/2026-01-02-the-cache.md --
        ---
        title: The cache
        aliases: [/before/old-name/]
        ---
        ## What I *did*
        -- notes/secret.md --
        ---
        date: 2026-01-03
        visibility: private
        ---
        x
        -- notes/pics/cat.svg --
        <svg width="60" height="40"></svg>
        """
    ).build()
    let page = result["a/index.html"]
    let address = "/sub/path/other/the-cache/"
    #expect(page.count(of: "<a href=\"\(address)\">") == 4)
    #expect(page.contains("<a href=\"\(address)#what-i-did\">there</a>"))
    #expect(page.contains("<img src=\"/sub/path/pics/cat.svg\" alt=\"cat.svg\""))
    #expect(page.contains("width=\"30\" height=\"20\""))
    #expect(page.contains(" nothing secret</p>"))
    #expect(result.problems.map(\.code) == [.linkBroken, .linkBroken])
  }

  @Test func `what people write at GitHub comes out as they meant it`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        | one | two |
        | --- | --: |
        | a   | b   |

        - [x] done
        - [ ] not yet

        > [!TIP]
        > Go on.

        See www.a.example, ~~no~~.[^1]

        [^1]: A footnote.
        """
    ).build()
    let page = result["a/index.html"]
    #expect(page.contains("<td class=\"align-right\">b</td>"))
    #expect(
      page.contains(
        "<input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\"Done\" /> done"))
    #expect(page.contains("<p class=\"alert-title\">Tip</p>"))
    #expect(page.contains("<a href=\"http://www.a.example\">www.a.example</a>, <del>no</del>."))
    #expect(page.contains("<a href=\"#fn-1\""))
    #expect(result.problems.isEmpty)
    #expect(result["feed.xml"].contains("<a href=\"https://a.example/sub/path/a/#fn-1\""))
  }

  @Test func `a link to a place that a page does not have is reported`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ## One *two*

        [ok](#one-two) [no](#three) [ok](b.md#%C3%A4) [no](b.md#one-two) [ok](b.md?x) [ok](#top)
        -- notes/b.md --
        ---
        date: 2026-01-02
        ---
        ### Ä
        """
    ).build()
    #expect(
      result.report == """
        notes/2026-01-01-a.md:3:21: warning: the page has no such place, so the link leads to its top [anchor-broken]
            3 | [ok](#one-two) [no](#three) [ok](b.md#%C3%A4) [no](b.md#one-two) [ok](b.md?x) [ok](#top)
              |                     ^~~~~~
        notes/2026-01-01-a.md:3:52: warning: the page has no such place, so the link leads to its top [anchor-broken]
            3 | [ok](#one-two) [no](#three) [ok](b.md#%C3%A4) [no](b.md#one-two) [ok](b.md?x) [ok](#top)
              |                                                    ^~~~~~~~~~~~

        """)
    #expect(result["a/index.html"].contains("<a href=\"/sub/path/b/#one-two\">no</a>"))
  }

  @Test func `a picture alone with a title becomes a figure`() async throws {
    let page = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ![A cat](a.svg "The cat & its *wall*")

        Text ![A cat](a.svg "Not alone")
        -- notes/a.svg --
        <svg width="30" height="20"></svg>
        """
    ).build()["a/index.html"]
    #expect(
      page.contains(
        """
        <figure><img src="/sub/path/a.svg" alt="A cat" width="30" height="20" />
        <figcaption>The cat &amp; its *wall*</figcaption>
        </figure>
        <p>Text <img src="/sub/path/a.svg" alt="A cat" title="Not alone"
        """))
  }

  @Test func `pictures have their size, and all but the first wait`() async throws {
    var site = TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ![one](a.svg) ![two](b.svg "Two") ![three](broken.png)
        -- notes/a.svg --
        <svg width="30" height="20"></svg>
        -- notes/b.svg --
        <svg viewBox="0 0 300 200"></svg>
        -- notes/broken.png --
        x
        """)
    let page = try await site.build()["a/index.html"]
    #expect(page.contains("alt=\"one\" width=\"30\" height=\"20\" />"))
    #expect(
      page.contains(
        "alt=\"two\" title=\"Two\" width=\"300\" height=\"200\" loading=\"lazy\" />"))
    #expect(page.contains("alt=\"three\" loading=\"lazy\" />"))
    #expect(try await !site.build()["feed.xml"].contains("loading"))
    site.folder.files["notes/a.svg"] = Array("<svg width=\"60\" height=\"40\"/>".utf8)
    #expect(try await site.build()["a/index.html"].contains("width=\"60\" height=\"40\""))
  }

  @Test func `a file of the site's theme replaces one of the theme, and is checked`() async throws {
    let site = Self.configuration + "-- notes/2026-01-01-a.md --\nx\n"
    let own = try await TestSite(
      site + "-- theme/templates/note.mustache --\n{{title}}|{{{content}}}"
    ).build()
    #expect(own["a/index.html"] == "A|<p>x</p>\n")
    #expect(own["index.html"].contains("<!doctype html>"))

    let wrong = try await TestSite(
      site + "-- theme/templates/note.mustache --\n{{titel}}\n{{content}}\n{{#entry}}"
    ).build()
    #expect(
      wrong.problems.map { "\($0.file ?? ""):\($0.place?.line ?? 0) \($0.code.rawValue)" } == [
        "theme/templates/note.mustache:1 template-name-unknown",
        "theme/templates/note.mustache:2 template-escaping",
        "theme/templates/note.mustache:3 template-syntax",
      ])
    #expect(wrong.report.contains("did you mean “title”?"))
  }

  @Test func `words of the site's own go before those of the theme`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      language: de-AT
      -- notes/2026-01-05-a.md --
      x
      -- theme/strings/de.yml --
      month_1: Januar
      projects: Vorhaben
      -- theme/strings/de-AT.yml --
      month_1: Jänner
      """
    ).build()
    #expect(result["a/index.html"].contains("5. Jänner 2026"))
    #expect(result["a/index.html"].contains("Zum Inhalt"))
    #expect(result["a/index.html"].contains("<html lang=\"de-AT\" dir=\"ltr\">"))
  }

  @Test func `redirects of the configuration and aliases lead on`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      redirects: {/old/: /a/, "/away": "https://b.example/?x=1&y=2"}
      -- notes/2026-01-01-a.md --
      ---
      aliases: [/older/, oldest.html]
      ---
      x
      """
    ).build()
    for path in ["old/index.html", "older/index.html", "oldest.html"] {
      #expect(result[path].contains("content=\"0; url=https://a.example/a/\""), "\(path)")
      #expect(result[path].contains("noindex"))
    }
    #expect(result["away/index.html"].contains("https://b.example/?x=1&amp;y=2"))
    #expect(!result["sitemap.xml"].contains("old"))
  }
}

extension String {
  /// Whether texts stand in this one in an order.
  fileprivate func order(of texts: [String]) -> Bool {
    var rest = self[...]
    for text in texts {
      guard let range = rest.firstRange(of: text) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
