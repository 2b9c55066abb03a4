/// Private blocks where they are hard to see.
extension Attack {
  private static func block(_ name: String, _ text: String) -> Attack {
    Attack(name, note: text, .harmless(without: ["quibble"]))
  }

  private static func misspelt(_ name: String, _ text: String, _ place: String, _ word: String)
    -> Attack
  {
    Attack(
      name, note: text,
      .refused([
        "notes/2026-01-01-a.md:\(place): “\(word)” begins no private block, and it may have to [private-misspelt]"
      ]))
  }

  private static func misplaced(_ name: String, _ text: String, line: Int) -> Attack {
    Attack(
      name, note: text,
      .refused([
        "notes/2026-01-01-a.md:\(line):1: a private block seems to begin in these words, where none can [private-misplaced]"
      ]))
  }

  private static func remark(_ name: String, _ text: String, line: Int) -> Attack {
    Attack(
      name, note: text,
      .refused([
        "notes/2026-01-01-a.md:\(line):1: a remark stands here that other programs leave out, and everyone would read it [remark-foreign]"
      ]))
  }

  private static func hidden(_ note: String, _ place: String, _ what: String) -> Attack {
    Attack(
      "what \(what) hides: \(note.prefix(24))", note: note,
      .refused([
        "notes/2026-01-01-a.md:\(place): what this is to hide would be seen, as \(what) is left out [hidden-shown]"
      ]))
  }

  static let blocks: [Attack] = [
    hidden("x\n\n<p hidden>quibble</p>", "3:1", "the attribute hidden of <p>"),
    hidden(
      "a <span style=\"DISPLAY : none\">quibble</span>", "1:3", "the attribute style of <span>"),
    hidden("<div class='box private'>\n\nquibble\n\n</div>", "1:1", "the attribute class of <div>"),
    hidden("<private>quibble</private>", "1:1", "<private>"),
    hidden("<details hidden>quibble</details>", "1:1", "the attribute hidden of <details>"),
    hidden(
      "<b onclick=x>a</b> <b hidden>quibble</b>", "1:20", "the attribute hidden of <b>"),
    remark("a remark of Obsidian", "x\n\ny %%quibble%% z", line: 3),
    remark("a remark of Obsidian on lines of its own", "x\n\n%%\nquibble\n\nquibble", line: 3),
    remark("a remark of Jekyll", "{% comment %}quibble{% endcomment %}", line: 1),
    .init(
      "signs of per cent that are none", note: "100%% sure, and `%%quibble%%`\n\n```\n%%time\n```",
      .harmless(without: [])),
    block("words that lack the mark of their quote", "> :::private\nquibble\nquibble\n\nx"),
    block("words that lack the spaces of their item", "- a\n  :::private\nquibble\n\nx"),
    block("a block by its class, with more behind it", "::: {.private #a}\nquibble\n:::"),
    block("a block that says more on its line", ":::private quibble\nquibble\n:::"),
    block("a block in capitals with returns", ":::PRIVATE\r\nquibble\r\n:::\r\nx"),
    block("a block in a block", "::::private\n:::private\nquibble\n:::\nquibble\n::::\nx"),
    block("a fence in code in a block", ":::private\n```\n:::\nquibble\n```\n:::\nx"),
    block("a block between tags", "<div>\n:::private\nquibble\n:::\n</div>"),
    block("a heading of the first level in a block", ":::private\n# quibble\n:::\nx"),
    block(
      "an update in a block", "## 2026-01-02\n\nx\n\n:::private\n## 2026-01-03\n\nquibble\n:::"),
    misplaced("a block that is code by its spaces", "x\n\n    :::private\n    quibble", line: 3),
    misplaced("a block that is code by a tab", "x\n\n\t:::private\n\tquibble", line: 3),
    misplaced(
      "a block behind a space that does not break", ":::\u{A0}private\nquibble\n:::", line: 1),
    misplaced("a block of wide colons", "\u{FF1A}\u{FF1A}\u{FF1A}private\nquibble", line: 1),
    misplaced(
      "a block in the cell of a table", "| a |\n|---|\n| :::private quibble ::: |", line: 3),
    misspelt("a block for the author", ":::me\nquibble\n:::", "1:4", "me"),
    misspelt("a block for a company", ":::internal\nquibble\n:::", "1:4", "internal"),
    misspelt("a private callout", "> [!private]\n> quibble", "1:5", "private"),
    misspelt("a secret callout with a title", "> [!Secret] Quibble\n> quibble", "1:5", "secret"),
  ]
}
