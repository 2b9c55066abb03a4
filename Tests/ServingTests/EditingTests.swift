import Files
import Foundation
import Notes
import Preview
import Problems
import Publishing
import Testing
import Trials

@testable import Serving

/// A site that is edited again and again is shown as if it had been read for the first time.
///
/// `EDITS=1000` has it edited a hundred times for each audience, as each edit is a whole reading
/// beside; `SEED=…` in the same way as before.
struct EditingTests {
  private static let edits = Trials.count("EDITS", or: 400) / 10

  private static let bodies = [
    "Plain words.\n",
    "---\ntags: [maps, ink]\nproject: Atlas\nstatus: stuck\n---\n# A title\n\nWords.\n",
    "---\nvisibility: private\n---\nNot for you, *Ada*.\n", "See [the other](n1.md) and [[n2]].\n",
    "---\nvisibility: pubilc\n---\nWrong.\n", "Thanks to Ada, \"as ever\"...\n<b onclick=x>B</b>\n",
    "---\nlang: de\n---\n## 2026-11-02\n\nEin \"Satz\".\n\n## 2026-11-03: Noch einer\n\nDa.\n",
    ":::private\nHidden.\n:::\n\nShown. ![](p.png)\n", "---\npeople: [Ada]\n---\nWith Ada.\n", "",
  ]

  private static let others: [String: [String]] = [
    "outloud.yml": [
      "url: https://a.example/\n", "url: https://a.example/sub/\nlanguage: de\n",
      "url: https://a.example/\nhtml: keep\nsmart_punctuation: false\n", "page_size: many\n",
      "url: https://a.example/\ntheme: plain\ntopics_from_folders: false\n",
    ],
    "people.yml": ["Ada: 2026-01-01\n", "Bo: 2026-01-01\n", "- Ada\n"],
    "theme/strings/en.yml": ["search: Find\n", "note: Remark\ntip: Advice\n", "nonsense: x\n"],
    "theme/templates/note.mustache": ["<p>{{title}}</p>\n", "<p>{{titel}}</p>\n"],
    "static/robots.txt": ["User-agent: *\n", "Allow: /\n"],
    "private/stand-ins.yml": ["Ada: a friend\n", "Words: signs\n", "Ada\n"],
    "gone.yml": ["- {address: /n3/, date: 2026-11-01}\n"],
    "pages/about.md": ["# About\n\nMe.\n", "# Now\n\nYou.\n"],
  ]

  @Test(arguments: ["public", "me"])
  func `after every edit, what is shown is what a fresh reading comes to`(audience: String)
    async throws
  {
    let place = Place()
    try place.write("url: https://a.example/\n", to: "outloud.yml")
    for number in 0..<6 {
      try place.write("Words.\n", to: "notes/2026-11-0\(number + 1)-n\(number).md")
    }
    let root = try #require(SiteRoot(place.path))
    let order = Edition.Order(root, for: audience) { _ in 1_795_392_000 }
    let programme = Programme(order, run: 1)
    var random = SplitMix64(state: Trials.seed)
    var sound = 0
    for edit in 0..<Self.edits {
      // What is edited first is sound.
      if edit > 0 { try self.edit(place, &random) }
      let scene = await programme.next()
      let fresh = await Edition.read(order)
      let words = "edit \(edit), SEED=\(Trials.seed)"
      #expect(await programme.problems == fresh.verdict.problems, "\(words)")
      guard !fresh.verdict.hasErrors, let publication = fresh.publication else { continue }
      sound += 1
      for file in publication.files {
        let shown = try scene.contents(of: file.path)?()
        let built = try file.contents()
        #expect(shown == built, "\(file.path), \(words)")
      }
    }
    #expect(sound > 0, "SEED=\(Trials.seed)")
  }

  private func edit(_ place: Place, _ random: inout SplitMix64) throws {
    let paths = Self.others.keys.sorted()
    guard Int.random(in: 0..<4, using: &random) == 0, let path = paths.randomElement(using: &random)
    else {
      let number = Int.random(in: 0..<9, using: &random)
      let file = "notes/2026-11-0\(number + 1)-n\(number).md"
      guard Int.random(in: 0..<5, using: &random) > 0 else { return place.remove(file) }
      return try place.write(Self.bodies.randomElement(using: &random) ?? "", to: file)
    }
    // Most of the time it is sound.
    guard Bool.random(using: &random), let text = Self.others[path]?.randomElement(using: &random)
    else {
      if path == "outloud.yml" { return try place.write("url: https://a.example/\n", to: path) }
      return place.remove(path)
    }
    try place.write(text, to: path)
  }
}
