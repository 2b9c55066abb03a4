/// Few bytes that stand for many, and more of something than anyone writes.
extension Attack {
  private static func flood(_ name: String, _ matter: String, _ problem: String) -> Attack {
    Attack(name, note: "---\n\(matter)\n---\nx", .refused(["notes/2026-01-01-a.md:\(problem)"]))
  }

  private static func toml(_ name: String, _ matter: String, _ problem: String) -> Attack {
    Attack(name, note: "+++\n\(matter)\n+++\nx", .refused(["notes/2026-01-01-a.md:\(problem)"]))
  }

  private static func many(_ count: Int, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: ", ")
  }

  private static let tooDeep = "values are nested more than 20 deep here [values-too-deep]"

  private static let noName =
    "2:1: this cannot be read: the name of a table is missing behind its bracket [values-unreadable]"

  static let floods: [Attack] = [
    flood(
      "aliases of aliases",
      "a: &a [\(many(100) { _ in "x" })]\nb: &b [\(many(100) { _ in "*a" })]\nc: [\(many(100) { _ in "*b" })]",
      "2:302: these are more than 10000 values [values-too-many]"),
    flood(
      "an alias of itself", "a: &a\n  b: *a",
      "3:6: this cannot be read: found undefined alias [values-unreadable]"),
    flood("lists in lists", "a: " + String(repeating: "[", count: 5_000), "2:1: \(tooDeep)"),
    flood("lists in lists by dashes", String(repeating: "- ", count: 5_000), "2:1: \(tooDeep)"),
    flood(
      "maps in maps",
      (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
      "203:1: \(tooDeep)"),
    flood("keys that are questions", String(repeating: "? ", count: 5_000), "2:1: \(tooDeep)"),
    flood(
      "a thing of a language", "title: !!python/object/apply:os.system [ls]",
      "2:8: “title” wants one text [value-invalid]"),
    flood(
      "more tags than anyone has", "tags: [\(many(1_001) { "t\($0)" })]",
      "2:7: “tags” holds more than 1000 values [values-too-many]"),
    flood(
      "the same in one text", "tags: \"\(many(1_001) { "t\($0)" })\"",
      "2:7: “tags” holds more than 1000 values [values-too-many]"),
    flood(
      "more people than anyone knows", "people: [\(many(1_001) { "p\($0)" })]",
      "2:9: “people” holds more than 1000 values [values-too-many]"),
    flood(
      "more aliases than a note has", "aliases: [\(many(1_001) { "/a\($0)/" })]",
      "2:10: “aliases” holds more than 1000 values [values-too-many]"),
    flood(
      "more asks than anyone answers", "asks: [\(many(1_001) { "a\($0)" })]",
      "2:7: “asks” holds more than 1000 values [values-too-many]"),
    flood(
      "front matter without end", "title: " + String(repeating: "x", count: 70_000),
      "1:1: this is longer than 64 kB and was not read [front-matter-too-long]"),
    toml("a table without a name", "[ =", noName),
    toml("one of a list", "a = 1\n[[#", "3" + noName.dropFirst()),
    toml("a table without its bracket's end", "[", noName),
    toml("a table named by a dot", "[.a]", noName),
    toml(
      "a list that ends as a table", "a = [ }",
      "2:7: this cannot be read: this bracket is closed by one of another kind [values-unreadable]"),
    toml(
      "a line end that is none", "a = [\n\u{2028}1]",
      "3:1: this cannot be read: this character can stand in texts and comments alone [values-unreadable]"
    ),
    toml(
      "a date whose time is none", "a = [2026-11-22T:3]",
      "2:6: this cannot be read: a text needs quotes here [values-unreadable]"),
    toml(
      "a table without a name behind a mark", "\u{FEFF}[ =",
      "2:1: this cannot be read: this character can stand in texts and comments alone [values-unreadable]"
    ),
    toml(
      "tables in tables by dots", (0..<30_000).map { _ in "a" }.joined(separator: ".") + "=1",
      "2:1: \(tooDeep)"),
    toml(
      "tables in tables by a heading",
      "[" + (0..<30_000).map { _ in "a" }.joined(separator: ".") + "]", "2:1: \(tooDeep)"),
    toml(
      "tables in tables by quoted dots", "a={" + String(repeating: "\"=\".", count: 5_000) + "b=1}",
      "2:3: \(tooDeep)"),
    toml(
      "values in values",
      "a=" + String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
      "2:3: \(tooDeep)"),
    toml(
      "more values than are read", "a=[\(many(10_001) { _ in "1" })]",
      "2:3: these are more than 10000 values [values-too-many]"),
    .init(
      "a note of zeros", note: "x",
      files: ["notes/2026-01-02-b.md": [UInt8](repeating: 0, count: 100)],
      .refused(["notes/2026-01-02-b.md:1:1: a text cannot hold a zero byte [file-zero-byte]"])),
    .init(
      "a note larger than any", note: "x",
      files: ["notes/2026-01-02-b.md": [UInt8](repeating: 0x61, count: 1_048_577)],
      .refused([
        "notes/2026-01-02-b.md:1:1: the file was not read: it is larger than 1 MiB [file-too-large]"
      ])),
    .init(
      "a name longer than any", note: "x",
      files: [
        "notes/\(String(repeating: "a", count: 241)).md": Array(
          "---\ndate: 2026-01-01\n---\nx".utf8)
      ],
      .refused([
        "notes/\(String(repeating: "a", count: 241)).md: a page cannot have this file name [file-name]"
      ])),
    .init(
      "a name that turns the text", note: "x",
      files: ["notes/a\u{202E}gpj.md": Array("---\ndate: 2026-01-01\n---\nx".utf8)],
      .refused(["notes/a\u{202E}gpj.md: a page cannot have this file name [file-name]"])),
    .init(
      "a name that writes to the terminal", note: "x",
      files: ["notes/a\u{1B}[2J\n::error::.md": Array("---\ndate: 2026-01-01\n---\nx".utf8)],
      .refused(["notes/a\u{1B}[2J\n::error::.md: a page cannot have this file name [file-name]"])),
    .init(
      "quotes in quotes", note: String(repeating: ">", count: 5_000),
      .refused([
        "notes/2026-01-01-a.md:1:101: more than 100 quotes and lists are nested here [nesting-limit]"
      ])),
    .init(
      "brackets", note: String(repeating: "![", count: 5_000),
      .refused([
        "notes/2026-01-01-a.md:1:1: more than 2000 brackets are open here and not closed [bracket-limit]"
      ])),
    .init(
      "a template that includes itself", note: "x",
      files: ["theme/templates/note.mustache": Array("{{> note}}".utf8)],
      .refused([
        "theme/templates/note.mustache:1:1: “note” includes itself without end [template-recursion]"
      ])),
    .init(
      "a theme's file larger than any", note: "x",
      files: ["theme/templates/note.mustache": [UInt8](repeating: 0x61, count: 1_048_577)],
      .refused([
        "theme/templates/note.mustache:1:1: the file was not read: it is larger than 1 MiB [file-too-large]"
      ])),
  ]
}
