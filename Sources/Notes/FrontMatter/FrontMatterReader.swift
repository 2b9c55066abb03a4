import Dates
import Problems
import Text

extension FrontMatter {
  /// Every key that is understood, with the spellings of other generators behind the first.
  static let spellings: [[String]] = [
    ["id"], ["title"], dateKeys, VisibilityKeys.publishing.keys, ["publish"],
    ["updated", "lastmod", "modified", "last_modified_at"], ["visibility"], ["draft"], ["kind"],
    ["embargo"], ["project"], ["role"], ["status"], ["tags", "categories", "taxonomies"],
    ["skills"], ["people"], ["experience"], ["stuck_on"], ["asks"], ["offers"], ["next"],
    ["closes"], ["answers"], ["needs"], ["summary", "description", "excerpt"], ["image"],
    ["slug"], ["permalink", "url", "path"], ["aliases", "redirect_from"], ["lang", "language"],
    ["license"], ["canonical"], ["pin", "pinned"], ["feed"],
  ]

  static let dateKeys = ["date", "created", "pubDate"]

  private static let known = Set(spellings.flatMap(\.self))

  /// With those that are only looked at.
  private static let understood = KeySet(Array(known.union(VisibilityKeys.foreign)))

  /// Keys of other generators that mean nothing here, but look like ones that do.
  private static let foreign: Set<String> = [
    "type", "link", "links", "data", "lead", "feeds", "page",
  ]

  /// Reads the fields of a note's front matter, and adds what is wrong with them to the problems.
  ///
  /// It is no initializer, as what one makes is copied.
  mutating func read(
    _ field: Field, in file: SourceFile, zone: Zone, audiences: [String],
    problems: inout [Problem]
  ) {
    var reader = FieldReader(field, in: file, what: "front matter")
    id = reader.text("id")
    title = reader.text("title")
    date = reader.date("date", "created", "pubDate", in: zone)
    updated = reader.date("updated", "lastmod", "modified", "last_modified_at", in: zone)
    if let field = reader.field("embargo"), field.isBlank {
      reader.report(
        .wrongKind("embargo", wants: "a date", reader.file, at: reader.range(of: field)))
    }
    embargo = reader.date("embargo", in: zone)
    readVisibility(&reader, zone: zone, audiences: audiences)
    kind = reader.choice("kind", as: Kind.self) ?? .note
    project = reader.text("project")
    role = reader.text("role")
    readStatus(&reader, file)
    readTags(&reader)
    readSkills(&reader)
    readPeople(&reader, zone: zone)
    experience = reader.choice("experience", as: Experience.self)
    stuckOn = reader.text("stuck_on")
    asks = reader.texts("asks")
    offers = reader.texts("offers")
    next = reader.text("next")
    closes = reader.texts("closes")
    answers = reader.text("answers")
    needs = reader.texts("needs")
    summary = reader.text("summary", "description", "excerpt")
    image = reader.text("image")
    readAddresses(&reader, file)
    language = reader.text("lang", "language")
    license = reader.text("license")
    canonical = reader.field("canonical").flatMap { reader.webAddress($0, key: "canonical") }
    isPinned = reader.flag("pin", "pinned") ?? false
    inFeed = reader.flag("feed") ?? true
    Self.reportUnknownKeys(&reader, file, audiences)
    problems += reader.problems
  }

  private mutating func readVisibility(
    _ reader: inout FieldReader, zone: Zone, audiences: [String]
  ) {
    if let field = reader.field("visibility") {
      let known = Visibility.common.map(\.word) + audiences
      if field.isBlank {
        reader.report(
          .wrongKind(
            "visibility", wants: "one of \(known.spoken)", reader.file,
            at: reader.range(of: field)))
      } else if let word = reader.text(field, key: "visibility") {
        visibility = Visibility(word, audiences: audiences)
        if visibility == nil {
          reader.report(
            .unknownWord(
              word, for: "visibility", known: known, reader.file, at: reader.range(of: field)))
        }
      }
    }
    if let draft = reader.field("draft"), draft.isNothing {
      reader.report(
        .wrongKind("draft", wants: "true or false", reader.file, at: reader.range(of: draft)))
    }
    isDraft = reader.flag("draft") ?? false
    // Jekyll says `published: false` where others say `draft: true`, and Obsidian `publish: false`.
    // Where another date stands beside it, `pubDate` is the day of publication.
    let isPublication = ["date", "created"].contains { reader.field($0) != nil }
    for key in reader.keys(among: VisibilityKeys.publishing) {
      readPublication(key, &reader, zone: zone)
    }
    if isPublication { readPublication("pubDate", &reader, zone: zone) }
    for key in reader.keys(among: VisibilityKeys.ofPages) {
      if let value = reader.field(key), VisibilityKeys.makesNoPage(key, value) { isDraft = true }
    }
    if reader.flag("publish") == false { isDraft = true }
  }

  private mutating func readPublication(_ key: String, _ reader: inout FieldReader, zone: Zone) {
    guard let field = reader.field(key) else { return }
    switch field.text?.lowercased() {
    case "false", "no", "off": isDraft = true
    case "true", "yes", "on": break
    default:
      // Of several dates the last: before it, somebody does not want the note to be public.
      guard let date = reader.date(field, key: key, in: zone) else { return }
      if published.map({ $0.instant < date.instant }) ?? true { published = date }
    }
  }

  private mutating func readStatus(_ reader: inout FieldReader, _ file: SourceFile) {
    guard let field = reader.field("status"), let word = reader.text(field, key: "status") else {
      return
    }
    let status = Status(word)
    self.status = status
    guard !status.isKnown else { return }
    let range = reader.range(of: field)
    reader.report(
      VisibilityKeys.hides(word)
        ? .visibilityStatus(word, file, at: range) : .statusUnknown(word, file, at: range))
  }

  private mutating func readTags(_ reader: inout FieldReader) {
    let keys = ["tags", "categories"]
    for key in keys { addTags(reader.field(key), &reader) }
    // Zola keeps them in a table.
    guard let table = reader.field("taxonomies")?.entries else { return }
    for key in keys { addTags(table.first { $0.key == key }?.value, &reader) }
  }

  private mutating func addTags(_ field: Field?, _ reader: inout FieldReader) {
    guard let field else { return }
    // One text may hold several, as Obsidian and Jekyll write them.
    let words = reader.texts(dividedByCommas: field, key: "tags")
    tags.reserveCapacity(tags.count + words.count)
    for word in words {
      let tag = word.utf8.first == Ascii.hash ? String(word.dropFirst()).trimmed : word
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
  }

  private mutating func readSkills(_ reader: inout FieldReader) {
    for field in reader.items("skills") {
      guard field.entries != nil else {
        if let name = reader.text(field, key: "skills") {
          skills.append(Skill(name: name, url: nil))
        }
        continue
      }
      reader.read(field, what: "skill", keys: ["name", "url"]) { reader in
        guard let name = reader.name(of: "skills", at: field) else { return }
        let url = reader.field("url").flatMap { reader.webAddress($0, key: "url") }
        skills.append(Skill(name: name, url: url))
      }
    }
  }

  private mutating func readPeople(_ reader: inout FieldReader, zone: Zone) {
    people = reader.items("people").compactMap {
      Person.read($0, key: "people", &reader, zone: zone)
    }
  }

  private mutating func readAddresses(_ reader: inout FieldReader, _ file: SourceFile) {
    if let field = reader.field("slug"), let text = reader.text(field, key: "slug") {
      if !text.contains("/"), let address = SitePath(text) {
        slug = address.path
      } else {
        reader.report(.addressInvalid(text, key: "slug", file, at: reader.range(of: field)))
      }
    }
    if let field = reader.field("permalink", "url", "path"), field.text?.lowercased() != "false",
      let text = reader.text(field, key: "permalink")
    {
      // Jekyll's placeholders and styles cannot be followed, and an address elsewhere is none here.
      if !text.contains(":"), text != "pretty", text != "none", let address = SitePath(text) {
        permalink = address.path
      } else if text == "/" {
        reader.report(.homeTaken(file, at: reader.range(of: field)))
      } else {
        reader.report(.addressInvalid(text, key: "permalink", file, at: reader.range(of: field)))
      }
    }
    for field in reader.items("aliases") + reader.items("redirect_from") {
      guard let text = reader.text(field, key: "aliases") else { continue }
      if Self.isName(text) {
        otherNames.append(text)
      } else if !text.contains(":"), let address = SitePath(text) {
        if !aliases.contains(address.path) { aliases.append(address.path) }
      } else {
        reader.report(.addressInvalid(text, key: "aliases", file, at: reader.range(of: field)))
      }
    }
  }

  /// Whether an alias is what someone calls a note, and no address: words, or a capital letter,
  /// and no slash.
  private static func isName(_ alias: String) -> Bool {
    !alias.contains("/") && alias.contains { $0.isWhitespace || $0.isUppercase }
  }

  private static func reportUnknownKeys(
    _ reader: inout FieldReader, _ file: SourceFile, _ audiences: [String]
  ) {
    for entry in reader.keys {
      if entry.value.entries != nil { reportNested(entry, &reader, file) }
      guard !understood.contains(entry.key) else { continue }
      let range = reader.range(of: entry)
      if let meant = VisibilityKeys.meant(by: entry, audiences: audiences) {
        reader.report(.visibilityKeyMisspelt(entry.key, meant: meant, file, at: range))
      } else if !foreign.contains(entry.key),
        let nearest = Spelling.nearest(to: entry.key, among: known)
      {
        reader.report(
          VisibilityKeys.guarded.contains(nearest)
            ? .visibilityKeyMisspelt(entry.key, meant: nearest, file, at: range)
            : .keyUnknown(entry.key, meant: nearest, file, at: range))
      }
    }
  }

  private static func reportNested(
    _ entry: Field.Entry, _ reader: inout FieldReader, _ file: SourceFile
  ) {
    guard entry.key != "people", entry.key != "skills" else { return }
    // What is merged stands at the top too.
    if let inner = VisibilityKeys.misplaced(in: entry.value), reader.field(inner.key) == nil {
      reader.report(.visibilityNested(inner.key, in: entry.key, file, at: reader.range(of: inner)))
    }
    if VisibilityKeys.keepsOutOfLists(entry), !VisibilityKeys.makesNoPage(entry.key, entry.value) {
      reader.report(.visibilityOfLists(entry.key, file, at: reader.range(of: entry)))
    }
  }
}

extension Person {
  /// A person by their name alone, or with what is to be said of them.
  static func read(
    _ field: Field, key: String, _ reader: inout FieldReader, zone: Zone
  ) -> Person? {
    guard field.entries != nil else {
      return reader.text(field, key: key).map {
        Person(name: $0, url: nil, did: nil, consent: nil)
      }
    }
    var person: Person?
    reader.read(field, what: "person", keys: ["name", "url", "did", "consent"]) { reader in
      guard let name = reader.name(of: key, at: field) else { return }
      person = Person(
        name: name, url: reader.field("url").flatMap { reader.webAddress($0, key: "url") },
        did: reader.choice("did", as: Person.Deed.self),
        consent: reader.date("consent", in: zone))
    }
    return person
  }
}

extension FieldReader {
  /// Reads a map inside this one, whose problems become this reader's.
  package mutating func read(
    _ field: Field, what: String, keys known: [String], _ body: (inout FieldReader) -> Void
  ) {
    var reader = FieldReader(field, in: file, what: what)
    body(&reader)
    for entry in reader.keys where !known.contains(entry.key) {
      let nearest = Spelling.nearest(to: entry.key, among: known)
      reader.report(.keyUnknown(entry.key, meant: nearest, file, at: reader.range(of: entry)))
    }
    for problem in reader.problems { report(problem) }
  }

  /// The name that a map inside a list must have.
  mutating func name(of key: String, at field: Field) -> String? {
    if let name = text("name") { return name }
    report(.wrongKind(key, wants: "a name for each", file, at: range(of: field)))
    return nil
  }
}
