import Redaction
import Testing

private let list = StandInList([
  StandIn(name: "Acme", otherSpellings: ["ACME Corp", "acme.com"], words: "a retailer"),
  StandIn(name: "Globex", words: "the bank"),
  StandIn(name: "Müller & Söhne", words: "a bakery"),
  StandIn(name: "IBM", words: "a maker of machines"),
  StandIn(name: "eBay", words: "a marketplace"),
  StandIn(name: "Yahoo!", words: "some portals"),
  StandIn(name: "Big Co", words: "a *big* [firm] & more"),
])

private func redacted(_ text: String) -> RedactedText {
  let bytes = Array(text.utf8)
  guard text.hasPrefix("---\n") || text.hasPrefix("+++\n"),
    let end = text.dropFirst(4).firstRange(of: String(text.prefix(4)))
  else { return RedactedText(bytes, list, matter: nil, body: 0) }
  let matter = 4..<text.utf8.distance(from: text.startIndex, to: end.lowerBound)
  let language = text.hasPrefix("---") ? MatterLanguage.yaml : .toml
  return RedactedText(bytes, list, matter: (language, matter), body: matter.upperBound + 4)
}

/// What is published of a text, and where it is not.
struct RedactedTextTests {
  static let prose: [(String, String)] = [
    ("We built it for Acme.", "We built it for a retailer."),
    ("Acme has it now. Acme likes it.", "A retailer has it now. A retailer likes it."),
    ("It works! Acme's till, ACME’s shop", "It works! A retailer's till, a retailer’s shop"),
    ("# Acme\n\nacme is small", "# A retailer\n\na retailer is small"),
    ("- Acme\n- for Acme\n1. Acme", "- A retailer\n- for a retailer\n1. A retailer"),
    ("> Acme said so", "> A retailer said so"),
    ("the Acme roof, an Acme engineer", "the retailer roof, a retailer engineer"),
    ("An Acme roof. The Globex loan", "A retailer roof. The bank loan"),
    ("our Globex loan, a Globex loan", "our bank loan, a bank loan"),
    (
      "e.g. Acme, z. B. Acme, at noon. “Acme”",
      "e.g. a retailer, z. B. a retailer, at noon. “A retailer”"
    ),
    ("for **Acme** and *Globex*", "for **a retailer** and *the bank*"),
    ("ACME Corp, Acme\nCorp and acme-corp", "A retailer, a retailer and a retailer"),
    ("> with Acme\n> Corp today", "> with a retailer today"),
    ("at Acme Corp's shop", "at a retailer's shop"),
    ("Acmes Kasse", "A retailers Kasse"),
    ("Mueller und MÜLLER & SÖHNE, Muller & Sohne", "Mueller und a bakery, a bakery"),
    ("bei Mu\u{308}ller & So\u{308}hne, Mueller & Soehne", "bei a bakery, a bakery"),
    ("IBM, two IBMs, IBM's", "A maker of machines, two a maker of machiness, a maker of machines'"),
    ("eBay works", "A marketplace works"), ("on eBay", "on a marketplace"),
    ("at Yahoo! today, Yahoo's", "at some portals today, some portals'"),
    ("for Big Co here", "for a \\*big\\* \\[firm\\] \\& more here"),
    ("Ac\u{AD}me and A\u{200B}cme", "A retailer and a retailer"),
    ("Ｉ met Ａｃｍｅ", "Ｉ met a retailer"),
    ("&#65;cme and &#x41;cme&nbsp;Corp", "A retailer and a retailer"),
    ("| Acme | of Acme |\n| --- | --- |", "| A retailer | of a retailer |\n| --- | --- |"),
    ("Ac-\nme came", "A retailer came"),
    ("acmed", "acmed"), ("the pacman, tacmeter", "the pacman, tacmeter"),
  ]

  @Test(arguments: prose)
  func `in a sentence, words stand for a name`(_ text: String, _ expected: String) {
    let redacted = redacted(text)
    #expect(String(decoding: redacted.bytes, as: UTF8.self) == expected)
  }

  static let names: [(String, String)] = [
    ("![Logo](acme-logo.png)", "![Logo](a-retailer-logo.png)"),
    (
      "![Acme](img/Acme%20Logo.png \"Acme\")",
      "![A retailer](img/a-retailer%20Logo.png \"a retailer\")"
    ),
    ("[x](<Acme Logo.png>)", "[x](<a-retailer Logo.png>)"),
    ("[x](#acme-roof) ## Acme roof", "[x](#a-retailer-roof) ## A retailer roof"),
    (
      "[us][acme-ref]\n\n[acme-ref]: https://acme.com/jobs",
      "[us][a-retailer-ref]\n\n[a-retailer-ref]: https://a-retailer.example/jobs"
    ),
    ("[Acme]\n\n[acme]: x.md", "[A retailer]\n\n[a retailer]: x.md"),
    (
      "see https://shop.acme.com:80/acme?q=Acme.",
      "see https://shop.a-retailer.example:80/a-retailer?q=a-retailer."
    ),
    ("<https://acme.io/> acme.com/jobs", "<https://a-retailer.example/> a-retailer.example/jobs"),
    (
      "ask bob@acme.com or acme.team@mail.com",
      "ask bob@a-retailer.example or a-retailer.team@mail.com"
    ),
    ("https://github.com/acme/roof, %41cme", "https://github.com/a-retailer/roof, a retailer"),
    (
      "https://a.io/%E2%92%B6%E2%93%92%E2%93%9C%E2%93%94/x", "https://a.io/a-retailer/x"
    ),
    (
      "[[acme-roof]] [[Acme roof]] ![[Acme Logo.png|300]]",
      "[[a-retailer-roof]] [[a retailer roof]] ![[a-retailer Logo.png|300]]"
    ),
    ("text[^acme]\n\n[^acme]: From Acme", "text[^a-retailer]\n\n[^a-retailer]: From a retailer"),
    ("#acme @Acme ## X {#acme}", "#a-retailer @a-retailer ## X {#a-retailer}"),
    (
      "`ACME_API_KEY` `acmeClient` `AcmeClient` `anAcmeLogo`",
      "`A_RETAILER_API_KEY` `aRetailerClient` `ARetailerClient` `anARetailerLogo`"
    ),
    (
      "`ACMELogo` `Acme` `acme` `ACME` `acme_id` `acme.roof`",
      "`ARetailerLogo` `ARetailer` `a_retailer` `A_RETAILER` `a_retailer_id` `a-retailer.roof`"
    ),
    (
      "```swift\nlet acme = Acme() // Acme Corp\n```",
      "```swift\nlet a_retailer = ARetailer() // a retailer\n```"
    ),
    ("x\n\n    acme --run\n", "x\n\n    a_retailer --run\n"),
    (
      "<img src=\"acme.png\" alt=\"Acme &c\">", "<img src=\"a-retailer.png\" alt=\"A retailer &c\">"
    ),
    ("<!-- Acme said -->", "<!-- A retailer said -->"),
    ("~/acme/x and src/acme.swift", "~/a-retailer/x and src/a-retailer.swift"),
    ("Acme-wide and non-Acme", "a-retailer-wide and non-a-retailer"),
  ]

  @Test(arguments: names)
  func `in an address, a file's name and code, it is written as a name`(
    _ text: String, _ expected: String
  ) {
    let redacted = redacted(text)
    #expect(String(decoding: redacted.bytes, as: UTF8.self) == expected)
    #expect(redacted.obstacles.isEmpty)
  }

  static let matters: [(String, String)] = [
    (
      "title: Acme roof\nproject: Acme # with Acme",
      "title: A retailer roof\nproject: A retailer # with a retailer"
    ),
    ("title: \"The \\\"Acme\\\" roof\"", "title: \"The \\\"a retailer\\\" roof\""),
    ("title: 'For Big Co'", "title: 'For a *big* [firm] & more'"),
    (
      "slug: acme-roof\ntags: [acme, Acme roof]\nimage: acme.png",
      "slug: a-retailer-roof\ntags: [a-retailer, A retailer roof]\nimage: a-retailer.png"
    ),
    (
      "asks:\n  - Does Acme pay?\n  - \"Acme: why?\"",
      "asks:\n  - Does a retailer pay?\n  - \"A retailer: why?\""
    ),
    (
      "summary: >\n  With Acme\n  Corp again\nid: acme-1",
      "summary: >\n  With a retailer again\nid: a-retailer-1"
    ),
    (
      "people:\n  - {name: Sam, url: https://acme.com/sam}",
      "people:\n  - {name: Sam, url: https://a-retailer.example/sam}"
    ),
    (
      "acme_key: 1\ncanonical: https://acme.com/x",
      "a_retailer_key: 1\ncanonical: https://a-retailer.example/x"
    ),
  ]

  @Test(arguments: matters)
  func `front matter stays what it is`(_ text: String, _ expected: String) {
    let redacted = redacted("---\n\(text)\n---\nFor Acme.")
    #expect(
      String(decoding: redacted.bytes, as: UTF8.self) == "---\n\(expected)\n---\nFor a retailer.")
    #expect(redacted.obstacles.isEmpty)
  }

  @Test func `so does TOML`() {
    let redacted = redacted(
      "+++\ntitle = \"Acme \\\"roof\\\"\"\nslug = 'acme-roof'\ntags = [\"acme\"]\n[extra]\nwho = 'Acme'\n+++\nAcme"
    )
    #expect(
      String(decoding: redacted.bytes, as: UTF8.self)
        == "+++\ntitle = \"A retailer \\\"roof\\\"\"\nslug = 'a-retailer-roof'\ntags = [\"a-retailer\"]\n[extra]\nwho = 'A retailer'\n+++\nA retailer"
    )
  }

  static let obstacles: [(String, RedactedText.Obstacle.Reason)] = [
    ("Ac**me**", .divided), ("Ac`me`", .divided), ("acmeshop", .insideWord),
    ("Acmeverse", .insideWord),
    ("[x](Ac<!-- y -->me)", .disguised), ("Ac<b>me</b>", .disguised),
    ("Ac<!-- x -->me", .disguised), ("[Ac](x.md)me", .disguised),
    ("`\"\\u0041cme\"`", .disguised), ("Ac\\\nme", .disguised), ("M*üller* & Söhne", .divided),
    ("| Müller | Söhne |", .divided), ("Müller.\n\nSöhne", .divided),
    ("- Müller\n- Söhne", .divided),
    ("# Müller\nSöhne", .divided), ("A[cm](x)e", .disguised), ("%2541cme", .disguised),
    ("---\ntitle: [Big Co]\n---\n", .unquoted), ("---\ntitle: \"\\x41cme\"\n---\n", .disguised),
  ]

  @Test(arguments: obstacles)
  func `where a name cannot be replaced well, it is told`(
    _ text: String, _ reason: RedactedText.Obstacle.Reason
  ) {
    let redacted = redacted(text)
    #expect(redacted.obstacles.map(\.reason) == [reason])
  }

  @Test func `a spelling that does not suit gives way to a shorter one`() {
    let text = redacted("I left Acme. Corp life goes on. Acme | Corp")
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "I left a retailer. Corp life goes on. A retailer | Corp")
  }

  @Test func `a place that its author accepts stays`() {
    let text = "An Acme anvil <!-- outloud: accept the cartoon -->\nAcme"
    #expect(
      String(decoding: redacted(text).bytes, as: UTF8.self)
        == "An Acme anvil <!-- outloud: accept the cartoon -->\na retailer")
  }

  @Test func `what is published holds no name`() {
    for (text, _) in Self.prose + Self.names {
      let redacted = redacted(text)
      if redacted.obstacles.isEmpty { #expect(list.places(in: redacted.bytes).isEmpty, "\(text)") }
    }
  }

  @Test func `paths are redacted as links to them are`() {
    #expect(
      list.redacted(path: "acme/2026-11-20-Acme Logo.png")
        == "a-retailer/2026-11-20-a-retailer Logo.png")
    #expect(list.redacted(path: "work/mueller-und-soehne.md") == "work/mueller-und-soehne.md")
    #expect(list.redacted(path: "work/müller-söhne.md") == "work/a-bakery.md")
    #expect(list.redacted(path: "acmecorp.md") == "a-retailer.md")
    #expect(list.redacted(path: "acmeshop.md") == nil)
    #expect(list.redacted(path: "work/acme/corp.md") == "work/a-retailer/corp.md")
    #expect(list.redacted(path: "work/müller/söhne.md") == nil)
    #expect(list.redacted(path: "ACME_2.PNG") == "A_RETAILER_2.PNG")
  }
}
