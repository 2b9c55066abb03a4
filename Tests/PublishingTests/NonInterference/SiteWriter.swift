import Trials

/// Writes the files of a random site.
struct SiteWriter {
  let canaries: RandomSite.Canaries
  var random: SplitMix64
  private var files: [RandomFile] = []
  /// What notes may link to: every note, whoever may see it.
  private var plans: [NotePlan] = []
  /// By the path of a picture: those who see a note that shows it.
  private var seers: [String: Set<Crowd>] = [:]
  private var hasRawHTML = true

  init(canaries: RandomSite.Canaries, random: SplitMix64) {
    self.canaries = canaries
    self.random = random
  }

  mutating func write() -> [RandomFile] {
    writeConfiguration()
    let count = Int.random(in: 4...14, using: &random)
    for number in 0..<count { plans.append(NotePlan(number: number, canaries, &random)) }
    // One that everyone sees, or there is no site.
    plans[0] = NotePlan(everyoneSees: 0)
    for plan in plans { write(plan) }
    writePages()
    writePictures()
    writePeople()
    writePrivateFiles()
    return files
  }

  // MARK: - Around the notes

  private mutating func writeConfiguration() {
    let html = random.one(of: ["sanitize", "sanitize", "drop"])
    hasRawHTML = html == "sanitize"
    var file = RandomFile(path: "outloud.yml")
    file.add("# \(canaries.nobody)\n", hiddenFrom: .all)
    file.add(
      """
      title: A site
      url: https://a.example\(random.one(of: ["/", "/below/it/"]))
      author: {name: Ada Agreed, email: ada@a.example}
      language: \(random.one(of: ["en", "sv", "de"]))
      theme: \(random.one(of: ["ledger", "plain"]))
      page_size: \(random.one(of: [1, 3, 50]))
      feed_items: \(random.one(of: [1, 3, 20]))
      topics_from_folders: \(random.chance(70))
      html: \(html)
      audiences:
        internal: {url: https://in.example/}
        board:
      redirects: {/old/: /public-0/}

      """)
    files.append(file)
  }

  private mutating func writePages() {
    for (name, isHidden) in [("now", random.chance(50)), ("about", false), ("later", true)] {
      let word = isHidden ? canaries.nobody : "open"
      var file = RandomFile(
        path: name == "later" ? "pages/\(word).md" : "pages/\(name).md",
        hidden: isHidden ? .all : [])
      file.add(
        """
        ---
        date: 2026-11-0\(Int.random(in: 1...9, using: &random))
        \(isHidden ? "draft: true" : "summary: What I do")
        tags: [\(word)]
        project: \(word) project
        ---
        Words of \(word).

        """)
      addLinks(to: &file, from: "pages/", hidden: file.hidden)
      files.append(file)
    }
  }

  private mutating func writePictures() {
    for name in Self.pictures + ["\(canaries.nobody).jpg"] {
      let path = "notes/\(name)"
      var file = RandomFile(path: path, hidden: Set.all.subtracting(seers[path] ?? []))
      let isDrawing = name.hasSuffix(".svg")
      file.pieces = [
        .init(
          whole: isDrawing
            ? SamplePicture.svg(canaries.nobody) : SamplePicture.jpeg(canaries.nobody),
          bare: isDrawing ? SamplePicture.svg("nothing") : SamplePicture.jpeg("nothing"),
          hidden: .all)
      ]
      files.append(file)
    }
    // Pictures beside the notes in the private folder are shown to those who see some of these.
    for (path, hidden) in [
      ("notes/_folder/\(canaries.nobody).jpg", Set<Crowd>.all),
      ("private/notes/\(canaries.coach).jpg", [.everyone, .inside]),
    ] {
      var file = RandomFile(path: path, hidden: hidden)
      file.pieces = [.init(whole: SamplePicture.jpeg(canaries.nobody))]
      files.append(file)
    }
  }

  private mutating func writePeople() {
    var file = RandomFile(path: "people.yml")
    file.add("- {name: Ada Agreed, consent: 2026-01-01, url: \"https://ada.example/\"}\n")
    file.add(
      "- {name: \(canaries.coach) Later, consent: 2027-01-01, url: \"https://\(canaries.nobody).example/\"}\n",
      hiddenFrom: [.everyone, .inside])
    files.append(file)
    var gone = RandomFile(path: "gone.yml")
    gone.add("- address: /gone/\n  date: 2026-10-01\n")
    files.append(gone)
    // The picture that is drawn for a site takes long, and knows no note.
    var card = RandomFile(path: "static/card.png")
    card.pieces = [.init(whole: SamplePicture.cleanJPEG)]
    files.append(card)
  }

  private mutating func writePrivateFiles() {
    for (path, text) in [
      ("private/profile.yml", "phone: \(canaries.nobody)\n"),
      ("private/feedback/\(canaries.nobody).md", "# \(canaries.nobody)\n"),
      ("notes/_\(canaries.nobody).md", "# \(canaries.nobody)\n\n[x](public-0.md)\n"),
      ("notes/_folder/\(canaries.nobody).md", canaries.nobody),
      ("notes/drafts/\(canaries.nobody).md", "# Public 0\n"),
      ("notes/.\(canaries.nobody).md", canaries.nobody),
    ] where random.chance(60) {
      var file = RandomFile(path: path, hidden: .all)
      file.add(text)
      files.append(file)
    }
  }

  static let pictures = ["one.jpg", "two.jpg", "three.svg", "ward/four.jpg"]

  // MARK: - Notes

  private mutating func write(_ plan: NotePlan) {
    var file = RandomFile(path: plan.path, hidden: plan.hidden, isUnlisted: plan.isUnlisted)
    writeMatter(of: plan, to: &file)
    writeBody(of: plan, to: &file)
    files.append(file)
  }

  private mutating func writeMatter(of plan: NotePlan, to file: inout RandomFile) {
    let word = plan.word
    file.add("---\n")
    file.add("# \(canaries.nobody)\n", hiddenFrom: .all)
    file.add(plan.matter)
    if random.chance(30) { file.add("needs: [\(canaries.nobody)]\n", hiddenFrom: .all) }
    if random.chance(40) {
      file.add("tags: [\(random.one(of: ["shared", "own", word])), \(word)-tag]\n")
    }
    if random.chance(40) { file.add("project: \(random.one(of: ["Shared", "\(word) work"]))\n") }
    if random.chance(40) {
      file.add("status: \(random.one(of: ["stuck", "doing", "shipped", "dropped"]))\n")
    }
    if random.chance(30) { file.add("asks: [A question of \(word)]\noffers: [A hand]\n") }
    if random.chance(30) { file.add("next: \(word) comes next\n") }
    if random.chance(20) { file.add("pin: true\n") }
    if random.chance(20) { file.add("feed: false\n") }
    if random.chance(20) { file.add("lang: \(random.one(of: ["sv", "fr", "en"]))\n") }
    if random.chance(20) { file.add("summary: In short, \(word)\n") }
    if random.chance(30) {
      let ids = (0..<2).map { _ in random.one(of: plans).id ?? "n-none" }
      file.add("closes: [\(ids.joined(separator: ", "))]\n")
    }
    if random.chance(25) {
      let picture = random.one(of: Self.pictures)
      file.add("image: /\(picture)\n")
      show(picture, to: Set.all.subtracting(plan.hidden))
    }
    if random.chance(30) { writePeople(to: &file) }
    file.add("---\n")
  }

  private mutating func writePeople(to file: inout RandomFile) {
    let did = random.one(of: ["helped", "was-helped"])
    file.add("people:\n  - {name: Ada Agreed, did: \(did)}\n")
    // To those who are not close, one who has not agreed is a colleague like any other.
    let name = random.one(of: ["\(canaries.coach) Person", "\(canaries.coach) Later"])
    file.add(
      "  - {name: \(name), url: \"https://\(canaries.coach).example/\", did: \(did)}\n",
      or: "  - {name: Somebody, did: \(did)}\n", hiddenFrom: [.everyone, .inside])
  }

  private mutating func writeBody(of plan: NotePlan, to file: inout RandomFile) {
    let word = plan.word
    if random.chance(50) { file.add("# \(plan.title)\n\n") }
    if random.chance(80) { file.add("First words of \(word), and café.\n\n") }
    if random.chance(30) {
      file.add("<!-- \(canaries.nobody) -->\n\n", or: "<!-- -->\n\n", hiddenFrom: .all)
    }
    addLinks(to: &file, from: plan.path, hidden: plan.hidden)
    if random.chance(20) { file.add("<!--more-->\n\n") }
    for _ in 0..<Int.random(in: 0...4, using: &random) { addBlock(of: plan, to: &file) }
    if plan.isLog { addUpdates(of: plan, to: &file) }
    if random.chance(40) {
      file.add("## Same\n\nAt the end[^1].\n\n[^1]: A footnote of \(word).\n\n")
    }
  }

  private mutating func addBlock(of plan: NotePlan, to file: inout RandomFile) {
    let word = plan.word
    switch Int.random(in: 0..<8, using: &random) {
    case 0: file.add("## Same\n\nUnder a heading.\n\n")
    case 1: file.add("```swift\nlet \(word) = 1\n```\n\n")
    case 2: file.add("| a | b |\n|---|---|\n| \(word) | 2 |\n\n")
    case 3: file.add("## What I did\n\n- one\n- two\n\n## Next\n\nMore.\n\n")
    case 4, 5: addPrivateBlock(to: &file)
    case 6 where hasRawHTML:
      file.add("<details><summary>\(word)</summary>\n\nInside.\n\n</details>\n\n")
    default: addLinks(to: &file, from: plan.path, hidden: plan.hidden)
    }
  }

  /// All that a text can hold, where nobody sees it.
  private mutating func addPrivateBlock(to file: inout RandomFile) {
    let word = canaries.nobody
    let lines = [
      "\(word) words", "# \(word)", "## Same", "![x](/\(word).jpg)", "[[Public 0]]",
      "[x](/public-0/)", "[^1]: \(word)", "[ref]: https://\(word).example/", "<!--more-->",
      "## 2026-10-01: \(word)", "<div>\(word)", "```\n\(word)\n```", "- \(word)", "> \(word)",
    ]
    var block = "::: private\n"
    for _ in 0..<Int.random(in: 1...5, using: &random) { block += random.one(of: lines) + "\n\n" }
    file.add(block + ":::\n\n", hiddenFrom: .all)
  }

  private mutating func addUpdates(of plan: NotePlan, to file: inout RandomFile) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let isAhead = random.chance(35)
      let day = Int.random(in: 10...20, using: &random)
      let word = isAhead ? canaries.nobody : plan.word
      let title = random.one(of: ["", ": \(word)", ": the same"])
      let note = random.one(of: ["\n[^2]: \(word)\n", "\n[ref2]: https://\(word).example/\n", ""])
      file.add(
        """
        ## \(isAhead ? "2026-12" : "2026-11")-\(day)\(title)

        \(note)
        An update of \(word)[^2].

        ### Same

        ![x](/one.jpg) \(word)

        """, hiddenFrom: isAhead ? .all : [])
      if !isAhead { show("one.jpg", to: Set.all.subtracting(plan.hidden)) }
    }
  }

  /// Links in every way of writing to any of the notes, and pictures.
  private mutating func addLinks(to file: inout RandomFile, from path: String, hidden: Set<Crowd>) {
    let up = String(repeating: "../", count: path.split(separator: "/").count - 1)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let target = random.one(of: plans)
      let name = target.path.split(separator: "/").last.map(String.init) ?? ""
      let link = random.one(of: [
        "[there](\(up)\(target.path))", "[there](/\(target.path)#same \"a title\")",
        "[[\(name.dropLast(3))|there]]", "[[\(target.title)|there]]",
        "[there][r]\n\n[r]: \(up)\(target.path)\n", "![there](\(up)\(target.path))",
        "![[\(name)|there]]",
        hasRawHTML ? "<a href=\"\(up)\(target.path)\">there</a>" : "there",
        hasRawHTML ? "<img src=\"\(up)\(target.path)\" alt=\"there\">" : "there",
        "![there](\(up)notes/_folder/\(canaries.nobody).jpg)",
        "![there](\(up)private/notes/\(canaries.coach).jpg)", "[there](\(up)private/profile.yml)",
        "[there](\(up)outloud.yml) [there](\(up)people.yml)", "[there](/gone/)",
      ])
      file.add("See \(link) and so on.\n\n")
    }
    if random.chance(40) {
      let picture = random.one(of: Self.pictures)
      file.add("![A picture](/\(picture))\n\n")
      show(picture, to: Set.all.subtracting(hidden))
    }
  }

  private mutating func show(_ picture: String, to crowds: Set<Crowd>) {
    seers["notes/\(picture)", default: []].formUnion(crowds)
  }
}
