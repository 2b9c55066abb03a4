import Testing

/// Raw HTML of notes on the pages of a site.
struct RawHTMLTests {
  private static let configuration = """
    -- outloud.yml --
    url: https://a.example/

    """

  @Test func `pictures and links in HTML are led like those of Markdown`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        <p align="center">
        <a href="2026-01-02-b.md#part" title="B"><img src="pics/x.png" width="40" alt="x"></a>
        <img src="https://b.example/cat.png" alt="A cat">
        <a href="gone.md">gone</a> <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="dot">
        </p>

        <video><source src="pics/v.mp4"></video> <audio src="//b.example/s.mp3" title="A song"></audio>
        -- notes/2026-01-02-b.md --
        ## Part
        -- notes/pics/x.png --
        png
        -- notes/pics/v.mp4 --
        mp4
        """
    ).build()
    let page = result["a/index.html"]
    #expect(
      page.contains(
        "<a href=\"/b/#part\" title=\"B\"><img src=\"/pics/x.png\" alt=\"x\" width=\"40\" /></a>"))
    #expect(page.contains("<a href=\"https://b.example/cat.png\">A cat</a>"))
    #expect(page.contains("\ngone <img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\""))
    #expect(page.contains("<video src=\"/pics/v.mp4\" controls=\"\" preload=\"metadata\"></video>"))
    #expect(page.contains("<a href=\"//b.example/s.mp3\">A song</a>"))
    #expect(result["pics/x.png"] == "png\n")
    #expect(result["pics/v.mp4"] == "mp4")
    #expect(result["feed.xml"].contains("src=\"https://a.example/pics/x.png\""))
    #expect(
      result.report == """
        notes/2026-01-01-a.md:3:11: warning: the picture is on another host, so it becomes a link: pages ask no other host for anything [image-elsewhere]
            3 | <img src="https://b.example/cat.png" alt="A cat">
              |           ^~~~~~~~~~~~~~~~~~~~~~~~~ save it beside the note
        notes/2026-01-01-a.md:4:10: warning: the link leads to nothing that is published, so only its words are shown [link-broken]
            4 | <a href="gone.md">gone</a> <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="dot">
              |          ^~~~~~~
        notes/2026-01-01-a.md:7:54: warning: the recording is on another host, so it becomes a link: pages ask no other host for anything [image-elsewhere]
            7 | <video><source src="pics/v.mp4"></video> <audio src="//b.example/s.mp3" title="A song"></audio>
              |                                                      ^~~~~~~~~~~~~~~~~ save it beside the note

        """)
  }

  @Test func `what HTML is left out is told once a note`() async throws {
    let site = { (html: String) in
      TestSite(
        """
        -- outloud.yml --
        url: https://a.example/
        html: \(html)
        -- notes/2026-01-01-a.md --
        ---
        title: A
        ---
        a <b>b</b>

        > <p onclick=c
        > style=d>e</p> <script>f</script>
        """)
    }
    let sanitized = try await site("sanitize").build()
    #expect(sanitized["a/index.html"].contains("<p>a <b>b</b></p>\n<blockquote>\n<p>e</p> \n"))
    #expect(
      sanitized.report == """
        notes/2026-01-01-a.md:6:6: warning: raw HTML is left out: the attribute onclick of <p>, and 2 more [html-dropped]
            6 | > <p onclick=c
              |      ^~~~~~~ say “html: keep” in outloud.yml if you trust every note

        """)
    let dropped = try await site("drop").build()
    #expect(dropped["a/index.html"].contains("<p>a b</p>\n<blockquote>\ne \n"))
    #expect(
      dropped.report == """
        notes/2026-01-01-a.md:4:3: warning: raw HTML is left out: <b>, and 2 more [html-dropped]
            4 | a <b>b</b>
              |   ^~~ outloud.yml says “html: drop”

        """)
    let kept = try await site("keep").build()
    #expect(kept["a/index.html"].contains("<p onclick=c\nstyle=d>e</p> <script>f</script>"))
    #expect(kept.report.isEmpty)
  }

  @Test func `an update that lies ahead is in no element of the ones before it`() async throws {
    var site = TestSite(
      Self.configuration + """
        -- notes/log.md --
        ## 2026-01-01

        <details><summary>a</summary>

        ## 2026-01-02

        secret

        </details>
        """)
    site.now = "2026-01-01T12:00:00Z"
    let page = try await site.build()["log/index.html"]
    #expect(page.contains("<details><summary>a</summary>\n</details>"))
    #expect(!page.contains("secret"))
  }

  @Test func `the address of a picture elsewhere is only words`() async throws {
    let result = try await TestSite(
      Self.configuration + """
        -- notes/2026-01-01-a.md --
        ![](<https://b.example/\\<script\\>alert(1)\\</script\\>>)
        """
    ).build()
    let page = result["a/index.html"]
    #expect(page.contains(">https://b.example/&lt;script&gt;alert(1)&lt;/script&gt;</a>"))
    #expect(!result["feed.xml"].contains("<script>"))
  }
}
