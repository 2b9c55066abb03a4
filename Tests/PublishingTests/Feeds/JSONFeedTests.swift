import Notes
import Testing

@testable import Publishing

struct JSONFeedTests {
  @Test func `a feed says what the notes say of the work`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/sub/
      title: Notes
      author: Ada
      -- notes/2026-01-05-a.md --
      ---
      id: one
      title: "Array<T> & \\"more\\" 🌱"
      date: 2026-01
      published: 2026-01-05
      project: Atlas
      role: I carry it
      status: stuck
      stuck_on: The cache
      asks: [Who knows caches?]
      offers: [An hour]
      next: Sleep
      tags: [x]
      people: [{name: Bob, did: helped}]
      needs: [money]
      closes: [secret]
      ---
      It forgets.[^1]

      [^1]: Why?
      """
    ).build()
    let id = NoteID.uuid(of: "one")
    let html =
      #"<p>It forgets.<sup class=\"footnote-ref\"><a href=\"https://a.example/sub/a/#fn-1\""#
    #expect(
      result["feed.json"].hasPrefix(
        #"{"version":"https://jsonfeed.org/version/1.1","title":"Notes","home_page_url":"https://a.example/sub/","feed_url":"https://a.example/sub/feed.json","language":"en","authors":[{"name":"Ada"}],"_outloud":{"version":1},"items":[{"id":"urn:uuid:\#(id)","url":"https://a.example/sub/a/","title":"Array<\#u{2060}T> & \"more\" 🌱","content_html":"\#(html)"#
      ))
    #expect(
      result["feed.json"].hasSuffix(
        #"","summary":"It forgets.","date_published":"2026-01-05T00:00:00Z","tags":["x"],"_outloud":{"kind":"note","date":"2026-01","status":"stuck","project":{"name":"Atlas","url":"https://a.example/sub/projects/atlas/"},"role":"I carry it","stuck_on":"The cache","asks":["Who knows caches?"],"offers":["An hour"],"next":"Sleep"}}]}"#
          + "\n"))
    // Ids of notes that may not be public, and people who have not agreed, are nobody's to see.
    for word in ["secret", "Bob", "money", "visibility"] {
      #expect(!result["feed.json"].contains(word))
    }
  }

  @Test func `an update is an item of its own`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      -- notes/log.md --
      ---
      id: log
      ---
      # Log

      ## 2026-01-01

      One.

      ## 2026-01-02: It works

      Two.
      """
    ).build()
    let items = result["feed.json"].matches(
      of: /"id":"urn:uuid:([^"]*)","url":"([^"]*)","title":"([^"]*)"/)
    #expect(
      items.map { "\($0.output.2) \($0.output.3)" } == [
        "https://a.example/log/#2026-01-02 Log: It works",
        "https://a.example/log/#2026-01-01 Log: 2026-01-01",
      ])
    #expect(
      items.map { String($0.output.1) } == [
        NoteID.uuid(of: "log#2026-01-02"), NoteID.uuid(of: "log#2026-01-01"),
      ])
    #expect(result["feed.json"].count(of: "\"kind\":\"update\"") == 2)
  }
}
