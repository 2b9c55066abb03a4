import Dates
import Foundation
import Problems
import Testing
import Trials

@testable import Notes

struct FrontMatterEditTests {
  /// The text after some changes; a value of nil takes a key away.
  private func edited(
    _ text: String, _ changes: (String, FrontMatterValue?)...
  ) throws -> String {
    var edit = try FrontMatterEdit(Array(text.utf8), path: "notes/a.md")
    for (key, value) in changes {
      if let value { try edit.set(key, to: value) } else { try edit.remove(key) }
    }
    return String(decoding: edit.bytes, as: UTF8.self)
  }

  private func report(_ text: String, _ key: String, _ value: FrontMatterValue?) -> String {
    do throws(Problem) {
      var edit = try FrontMatterEdit(Array(text.utf8), path: "notes/a.md")
      if let value { try edit.set(key, to: value) } else { try edit.remove(key) }
      return String(decoding: edit.bytes, as: UTF8.self)
    } catch {
      return ProblemReport([error]).text
    }
  }

  @Test(arguments: [
    ("", "---\nid: n-1\n---\n"),
    ("Hello", "---\nid: n-1\n---\nHello"),
    ("\r\n# Hello\r\n", "---\r\nid: n-1\r\n---\r\n\r\n# Hello\r\n"),
    ("\u{FEFF}Hello\n", "\u{FEFF}---\nid: n-1\n---\nHello\n"),
    ("---\n---\nHello", "---\nid: n-1\n---\nHello"),
    ("---\n# mine\n---\nHello", "---\n# mine\nid: n-1\n---\nHello"),
    ("---\ntitle: a\n\n---", "---\ntitle: a\n\nid: n-1\n---"),
    ("---\r\ntitle: a\r\n---\r\nHello", "---\r\ntitle: a\r\nid: n-1\r\n---\r\nHello"),
    ("---\n  title: a\n  tags:\n  - b\n...\n", "---\n  title: a\n  tags:\n  - b\n  id: n-1\n...\n"),
    ("---\nsummary: |+\n  a\n\n---\n", "---\nsummary: |+\n  a\n\nid: n-1\n---\n"),
    ("---\nid:\n---\n", "---\nid: n-1\n---\n"),
    ("---\nid:   ~   # later\n---\n", "---\nid:   n-1   # later\n---\n"),
    ("+++\ntitle = \"a\"\n+++\nHello", "+++\ntitle = \"a\"\nid = \"n-1\"\n+++\nHello"),
    (
      "+++\r\ntitle = \"a\" # x\r\n\r\n# now\r\n[extra]\r\nid = 1\r\n+++\r\n",
      "+++\r\ntitle = \"a\" # x\r\nid = \"n-1\"\r\n\r\n# now\r\n[extra]\r\nid = 1\r\n+++\r\n"
    ),
    ("+++\n[extra]\na = 1\n+++\n", "+++\nid = \"n-1\"\n[extra]\na = 1\n+++\n"),
    ("+++\n+++\n", "+++\nid = \"n-1\"\n+++\n"),
    (
      "+++\na = \"\"\"\n[no] = table\n\"\"\"\nb = [\n  1, # ]\n  2\n]\n+++\n",
      "+++\na = \"\"\"\n[no] = table\n\"\"\"\nb = [\n  1, # ]\n  2\n]\nid = \"n-1\"\n+++\n"
    ),
  ])
  func `a key that is missing is added, and every other byte stays`(
    text: String, result: String
  ) throws {
    #expect(try edited(text, ("id", .text("n-1"))) == result)
  }

  @Test(arguments: [
    ("---\nstatus: doing\n---\n", "---\nstatus: shipped\n---\n"),
    (
      "---\nstatus: doing # since May\na: b\n---\n", "---\nstatus: shipped # since May\na: b\n---\n"
    ),
    ("---\n\"status\" : 'it''s # so' # since\n---\n", "---\n\"status\" : shipped # since\n---\n"),
    (
      "---\r\nstatus: >\r\n  it goes\r\n  on\r\n\r\n# next\r\nb: c\r\n---\r\n",
      "---\r\nstatus: shipped\r\n\r\n# next\r\nb: c\r\n---\r\n"
    ),
    ("---\nstatus:\n  - a # one\n  - b\nb: c\n---\n", "---\nstatus: shipped\nb: c\n---\n"),
    (
      "---\nstatus: doing\n# kept\n  # and this\n---\n",
      "---\nstatus: shipped\n# kept\n  # and this\n---\n"
    ),
    ("+++\nstatus = 'doing' # x\nb = 1\n+++\n", "+++\nstatus = \"shipped\" # x\nb = 1\n+++\n"),
    ("+++\n\"status\"=[1,\n2] # x\n+++\n", "+++\n\"status\"=\"shipped\" # x\n+++\n"),
  ])
  func `a value is replaced in its place, and the remark behind it stays`(
    text: String, result: String
  ) throws {
    #expect(try edited(text, ("status", .text("shipped"))) == result)
    #expect(try edited(result, ("status", .text("shipped"))) == result)
  }

  @Test(arguments: [
    ("---\ntags: [a]\n---\n", "---\ntags: [a, \"b, c\"]\n---\n"),
    ("---\ntags: [ a, ] # x\n---\n", "---\ntags: [ a, \"b, c\" ] # x\n---\n"),
    (
      "---\ntags:\n  - a # one\n\n# more\nb: c\n---\n",
      "---\ntags:\n  - a # one\n  - \"b, c\"\n\n# more\nb: c\n---\n"
    ),
    ("---\ntags:\n-   a\n---\n", "---\ntags:\n-   a\n-   \"b, c\"\n---\n"),
    ("---\ntags: [\n  a,\n]\n---\n", "---\ntags: [\n  a, \"b, c\"\n]\n---\n"),
    ("---\ntags: a\n---\n", "---\ntags: [a, \"b, c\"]\n---\n"),
    ("+++\ntags = [\"a\"]\n+++\n", "+++\ntags = [\"a\", \"b, c\"]\n+++\n"),
    ("+++\ntags = [\n  'a', # one\n]\n+++\n", "+++\ntags = [\n  'a', # one\n  \"b, c\"\n]\n+++\n"),
  ])
  func `a list that grows keeps its form`(text: String, result: String) throws {
    #expect(try edited(text, ("tags", .texts(["a", "b, c"]))) == result)
  }

  @Test(arguments: [
    ("---\na: 1\nb:\n  - 2\n\n# of c\nc: 3\n---\nx", "---\na: 1\n\n# of c\nc: 3\n---\nx"),
    ("---\nb: 1\n---\n", "---\n---\n"),
    ("---\nb: |\n  # no remark\n  2\n---\n", "---\n---\n"),
    ("+++\na = 1\nb = \"\"\"\n2\n\"\"\" # x\n[c]\nb = 1\n+++\n", "+++\na = 1\n[c]\nb = 1\n+++\n"),
    ("---\na: 1\n---\n", "---\na: 1\n---\n"),
    ("no front matter", "no front matter"),
  ])
  func `a key is taken away with its value`(text: String, result: String) throws {
    #expect(try edited(text, ("b", nil)) == result)
  }

  @Test func `values are written as both languages want them`() throws {
    let moment = try Moment(parsing: "2026-11-22 14:05", in: #require(Zone("+01:00")))
    let day = try Moment(parsing: "2026-11-22", in: .utc)
    let year = try Moment(parsing: "2014", in: .utc)
    let people = FrontMatterValue.list([
      .text("Sam"), .map([.init("name", .text("Ada: L")), .init("consent", .date(day))]),
    ])
    #expect(
      try edited(
        "---\n---\n", ("date", .date(moment)), ("a", .date(day)), ("b", .date(year)),
        ("feed", .flag(false)), ("people", people), ("title", .text("yes")), ("c", .texts([])))
          == """
          ---
          date: 2026-11-22T14:05+01:00
          a: 2026-11-22
          b: 2014
          feed: false
          people: [Sam, {name: "Ada: L", consent: 2026-11-22}]
          title: "yes"
          c: []
          ---

          """)
    #expect(
      try edited(
        "+++\n+++\n", ("date", .date(moment)), ("a", .date(day)), ("b", .date(year)),
        ("feed", .flag(false)), ("people", people), ("title", .text("a \"b\"\n")), ("c", .texts([]))
      )
        == """
        +++
        date = "2026-11-22T14:05+01:00"
        a = 2026-11-22
        b = "2014"
        feed = false
        people = ["Sam", { name = "Ada: L", consent = 2026-11-22 }]
        title = "a \\"b\\"\\n"
        c = []
        +++

        """)
  }

  @Test func `what cannot be changed without harm is refused at its place`() {
    #expect(
      report("---\n{title: a, status: doing}\n---\n", "id", .text("n-1")) == """
        notes/a.md:2:1: error: “id” cannot be changed here without harm to what stands around it [front-matter-fixed]
            2 | {title: a, status: doing}
              | ^ write it yourself: id: n-1

        """)
    #expect(
      report("---\ntitle: a\nold: &x 1\nnew: *x\n---\n", "old", nil) == """
        notes/a.md:3:1: error: “old” cannot be changed here without harm to what stands around it [front-matter-fixed]
            3 | old: &x 1
              | ^~~

        """)
    #expect(
      report("+++\n[people]\nname = \"Sam\"\n+++\n", "people", .texts(["Ada"])) == """
        notes/a.md:2:2: error: “people” cannot be changed here without harm to what stands around it [front-matter-fixed]
            2 | [people]
              |  ^~~~~~ write it yourself: people = ["Ada"]

        """)
    #expect(report("---\n- a\n---\n", "id", .text("n-1")).contains("[front-matter-fixed]"))
    #expect(report("---\ntitle: a\n", "id", .text("n-1")).contains("[front-matter-unclosed]"))
    #expect(report("---\na: b: c\n---\n", "id", .text("n-1")).contains("[yaml-colon]"))
    let full = "---\na: \(String(repeating: "x", count: Envelope.limit - 5))\n---\n"
    #expect(report(full, "id", .text("n-1")).contains("[front-matter-fixed]"))
  }

  @Test func `whatever a front matter is like, one key alone reads differently`() throws {
    let seed = Trials.seed
    var random = SplitMix64(state: seed)
    var changed = 0
    for turn in 0..<6_000 {
      let (text, isYAML) = Self.randomNote(&random)
      let what: Comment = "\(text.debugDescription) (SEED=\(seed), turn \(turn))"
      guard let old = try? FrontMatterEdit(Array(text.utf8), path: "a.md") else { continue }
      var new = old
      let key = ["id", "title", "tags", "status", "b"].randomElement(using: &random) ?? "id"
      let value = Bool.random(using: &random) ? Self.randomValue(&random) : nil
      do throws(Problem) {
        if let value { try new.set(key, to: value) } else { try new.remove(key) }
      } catch {
        #expect(new.bytes == old.bytes, what)
        continue
      }
      changed += 1
      let file = SourceFile(path: "a.md", bytes: new.bytes)
      let before = try Envelope(SourceFile(path: "a.md", bytes: old.bytes))
      let after = try Envelope(file)
      #expect(
        new.bytes[after.body.offset...] == old.bytes[before.body.offset...], what)
      let fields = try after.fields(in: file).entries ?? []
      let others = try before.fields().entries ?? []
      let found = fields.first { $0.key == key }
      #expect((found != nil) == (value != nil), what)
      if let value, let found { #expect(value.isSame(as: found.value), what) }
      #expect(
        fields.filter { $0.key != key }.map { "\($0.key) \(Self.plain($0.value))" }
          == others.filter { $0.key != key }.map { "\($0.key) \(Self.plain($0.value))" }, what)
      // Lines that stand in neither value are kept, remarks and blank ones included.
      if isYAML, let value {
        let kept = text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("# kept") }
        let remarks = String(decoding: new.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
          .filter { $0.hasPrefix("# kept") }
        #expect(kept == remarks, "\(what) \(value)")
      }
    }
    #expect(changed > 3_000)
  }

  private static func plain(_ field: Field) -> String {
    switch field.value {
    case .nothing: "nothing"
    case .text(let text): text.debugDescription
    case .list(let items): "[\(items.map(plain).joined(separator: ", "))]"
    case .map(let entries): "{\(entries.map { "\($0.key): \(plain($0.value))" })}"
    }
  }

  private static func randomValue(_ random: inout SplitMix64) -> FrontMatterValue {
    let words = [
      "a", "two words", "a: b", "a #b", "#b", "- a", "it's", "\"", "\\", "", " ", " a", "a ",
      "true",
      "~", "null", "No", "2026", "2026-11-22", "1:30", "0x1F", "é", "日本語", "🎉", "a\nb", "\n", "\t",
      "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}a", "\u{7F}", "\u{1}", "---", "...", "+++", "&a", "*a",
      "!a", "|", ">", "%", "@", "`", "{", "}", "[", "]", ",", "?", "a:", ":a", "\u{FFFE}", "='''",
      "مرحبا", String(repeating: "long ", count: 60), "\u{10FFFF}", "<<", "=", "a\u{A0}b",
    ]
    let word = { (random: inout SplitMix64) in
      let count = Int.random(in: 1...3, using: &random)
      return (0..<count).compactMap { _ in words.randomElement(using: &random) }.joined()
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .flag(Bool.random(using: &random))
    case 1, 2:
      let count = Int.random(in: 0...3, using: &random)
      return .texts((0..<count).map { _ in word(&random) })
    case 3: return .list([.map([.init("name", .text(word(&random))), .init("x", .flag(true))])])
    case 4: return .texts(["a", word(&random)])
    default: return .text(word(&random))
    }
  }

  /// A note with front matter of one kind or another; many are broken.
  private static func randomNote(_ random: inout SplitMix64) -> (String, isYAML: Bool) {
    let isYAML = Int.random(in: 0..<3, using: &random) > 0
    let yaml = [
      "id: n-1", "title: A note # kept", "title: \"a: # b\"", "tags: [a, b]", "tags:\n  - a\n  - b",
      "tags:\n- a", "tags: [\n a,\n b # x\n]", "status: doing", "status: 'it''s' # x",
      "b: |\n  # x\n  y",
      "b: >-\n  x\n\n  y", "b: {c: d, e: [f]}", "b:\n  c: d\n  # inner\n  e: f", "b:", "c: &x 1",
      "d: *x", "# kept", "", "  # indented", "\"b\": 1", "'b' : 2", "? b\n: 3", "title: x\n  y",
      "b: \"x\n  # y\n  z\"", "tags: [ a , ]", "tags: []", "b: !!str 1", "b: |+\n  x\n",
    ]
    let toml = [
      "id = \"n-1\"", "title = 'A note' # x", "title = \"\"\"\nx\n[y]\n\"\"\"",
      "tags = [\"a\", \"b\"]",
      "tags = [\n  'a', # x\n  'b',\n]", "status = \"doing\"", "b = { c = 1 }", "b.c = 1",
      "\"b\" = 2026-11-22", "# kept", "", "[b]", "[extra]\nb = 1", "[[c]]\nid = 1",
      "b = '''\n''x'''",
      "tags = [ \"a\" ]", "b = true", "x = \"# ]\"",
    ]
    let end = Int.random(in: 0..<3, using: &random) == 0 ? "\r\n" : "\n"
    let pieces = isYAML ? yaml : toml
    let count = Int.random(in: 0...4, using: &random)
    let lines = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }
    let marker = isYAML ? "---" : "+++"
    let matter = ([marker] + lines + [marker]).joined(separator: "\n") + "\n"
    let body =
      ["", "Hello", "Hello\n", "\n---\n", "# kept no\n"].randomElement(using: &random) ?? ""
    let hasNone = Int.random(in: 0..<8, using: &random) == 0
    let text = (hasNone ? "" : matter) + body
    return (end == "\n" ? text : text.replacing("\n", with: "\r\n"), isYAML)
  }
}
