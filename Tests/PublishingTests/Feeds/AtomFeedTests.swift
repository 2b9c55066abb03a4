import Notes
import Testing

@testable import Publishing

struct AtomFeedTests {
  @Test func `a feed has all that RFC 4287 asks for`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      title: Notes
      description: R&D
      author: {name: Ada, url: https://ada.example/}
      timezone: Europe/Paris
      -- notes/2026-01-05-a.md --
      ---
      id: one
      title: It works
      project: Atlas
      status: shipped
      tags: [r&d]
      updated: 2026-01-07
      lang: fr
      ---
      Du *texte*, et [un lien](b.md).
      -- notes/b.md --
      Undated.
      """
    ).build()
    #expect(
      result["projects/atlas/atom.xml"] == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <title>Atlas · Notes</title>
        <subtitle type="html">R&amp;amp;D</subtitle>
        <id>https://a.example/projects/atlas/atom.xml</id>
        <updated>2026-01-07T00:00:00+01:00</updated>
        <link rel="self" type="application/atom+xml" href="https://a.example/projects/atlas/atom.xml"/>
        <link rel="alternate" type="text/html" href="https://a.example/projects/atlas/"/>
        <author>
        <name>Ada</name>
        <uri>https://ada.example/</uri>
        </author>
        <entry xml:lang="fr">
        <title>It works</title>
        <id>urn:uuid:\(NoteID.uuid(of: "one"))</id>
        <link rel="alternate" type="text/html" href="https://a.example/a/"/>
        <published>2026-01-05T00:00:00+01:00</published>
        <updated>2026-01-07T00:00:00+01:00</updated>
        <category term="r&amp;d"/>
        <category term="shipped" scheme="urn:outloud:status"/>
        <summary type="html">Du texte, et un lien.</summary>
        <content type="html"><![CDATA[<div lang="fr" dir="auto">
        <p>Du <em>texte</em>, et <a href="https://a.example/b/">un lien</a>.</p>
        </div>
        ]]></content>
        </entry>
        </feed>

        """)
  }

  @Test func `where nobody is named, the site speaks`() async throws {
    let result = try await TestSite(
      "-- outloud.yml --\nurl: https://a.example/\ntitle: T\n-- notes/2026-01-05-a.md --\nx"
    ).build()
    #expect(result["atom.xml"].contains("<name>T</name>\n<uri>https://a.example/</uri>"))
    #expect(!result["feed.xml"].contains("dc:creator>"))
    #expect(!result["feed.json"].contains("authors"))
  }

  @Test func `a site without notes has feeds without entries`() async throws {
    let result = try await TestSite(
      "-- outloud.yml --\nurl: https://a.example/\n-- pages/about.md --\nx"
    ).build()
    #expect(result["atom.xml"].contains("<updated>1990-01-01T00:00:00Z</updated>"))
    #expect(result["atom.xml"].contains("</author>\n</feed>"))
    #expect(result["feed.json"].hasSuffix(",\"items\":[]}\n"))
    #expect(result["feed.xml"].count(of: "<item>") == 0)
    #expect(result["archive.xml"].count(of: "<entry>") == 0)
  }

  @Test func `no two entries were changed at the same second`() async throws {
    let notes = (1...3).map { number in
      "-- notes/2026-01-0\(number)-n.md --\n---\nslug: n\(number)\nupdated: 2026-02-01\n---\nx\n"
    }
    let result = try await TestSite(
      "-- outloud.yml --\nurl: https://a.example/\n" + notes.joined()
    ).build()
    let times = result["atom.xml"].matches(of: /<updated>([^<]*)<\/updated>\n<summary/)
    #expect(
      times.map { String($0.output.1) } == [
        "2026-02-01T00:00:00Z", "2026-02-01T00:00:01Z", "2026-02-01T00:00:02Z",
      ])
  }
}
