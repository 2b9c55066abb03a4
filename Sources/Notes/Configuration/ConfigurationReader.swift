import Dates
import Markdown
import Problems
import Text

extension Configuration {
  /// The name of the file that makes a folder a site.
  package static let fileName = "outloud.yml"

  static let keys = [
    "title", "description", "url", "author", "language", "timezone", "theme", "accent", "colors",
    "colours", "fonts", "notes",
    "repository", "show", "rhythm", "away", "audiences", "page_size", "feed_items", "html",
    "smart_punctuation", "smart", "emoji",
    "topics_from_folders", "severity", "redirects",
  ]

  /// Reads the text of `outloud.yml`.
  static func read(_ file: SourceFile) -> (configuration: Configuration, problems: [Problem]) {
    let field: Field
    do throws(Problem) {
      guard file.bytes.count <= Envelope.limit else { throw .frontMatterTooLong(file) }
      field = try Field.yaml(file)
    } catch {
      return (Configuration(), [error])
    }
    var reader = FieldReader(field, in: file, what: "configuration")
    var configuration = Configuration()
    configuration.readIdentity(&reader)
    configuration.readChoices(&reader)
    configuration.readSeverities(&reader)
    configuration.readRedirects(&reader)
    for entry in reader.keys where !keys.contains(entry.key) {
      let nearest = Spelling.nearest(to: entry.key, among: keys)
      reader.report(.keyUnknown(entry.key, meant: nearest, file, at: reader.range(of: entry)))
    }
    return (configuration, reader.problems)
  }

  private mutating func readIdentity(_ reader: inout FieldReader) {
    if let title = reader.text("title") { self.title = title }
    description = reader.text("description")
    if let field = reader.field("url"), let text = reader.text(field, key: "url") {
      // What was said badly is not reported as missing too.
      address = SiteAddress(text) ?? .local
      if SiteAddress(text) == nil {
        reader.report(
          .wrongKind(
            "url", wants: "an address such as https://example.org/", reader.file,
            at: reader.range(of: field)))
      }
    }
    if let field = reader.field("author") { readAuthor(field, &reader) }
    if let field = reader.field("language"), let text = reader.text(field, key: "language") {
      if Self.isLanguage(text) {
        language = text
      } else {
        reader.report(
          .wrongKind(
            "language", wants: "a language such as en or pt-BR", reader.file,
            at: reader.range(of: field)))
      }
    }
    if let field = reader.field("timezone"), let text = reader.text(field, key: "timezone") {
      if let zone = Zone(text) {
        self.zone = zone
      } else {
        reader.report(
          .wrongKind(
            "timezone", wants: "a time zone such as Europe/Paris", reader.file,
            at: reader.range(of: field)))
      }
    }
  }

  /// Whether a text can be a BCP 47 tag.
  package static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isASCIIWord) }
      && (2...3).contains(parts.first?.count ?? 0) && parts[0].allSatisfy(\.isLetter)
  }

  private mutating func readAuthor(_ field: Field, _ reader: inout FieldReader) {
    guard field.entries != nil else {
      author.name = reader.text(field, key: "author")
      return
    }
    let known = ["name", "url", "email", "photo", "note", "links"]
    reader.read(field, what: "author", keys: known) { reader in
      author.name = reader.text("name")
      author.url = reader.field("url").flatMap { reader.webAddress($0, key: "url") }
      author.email = reader.text("email")
      author.photo = reader.text("photo")
      author.note = reader.text("note")
      for item in reader.items("links") {
        // A list of addresses, or of names with addresses.
        if let entries = item.entries {
          for entry in entries {
            guard let url = reader.webAddress(entry.value, key: entry.key) else { continue }
            author.links.append(Author.Link(name: entry.key, url: url))
          }
        } else if let url = reader.webAddress(item, key: "links") {
          author.links.append(Author.Link(name: Self.host(of: url), url: url))
        }
      }
    }
  }

  private static func host(of url: String) -> String {
    String(url.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" })
  }

  private mutating func readChoices(_ reader: inout FieldReader) {
    if let theme = reader.text("theme") { self.theme = theme }
    look = Look.read(&reader)
    if let field = reader.field("notes"), let text = reader.text(field, key: "notes") {
      if text == "." || SitePath(text) != nil, !text.hasPrefix("/") {
        notesFolder = SitePath(text)?.path ?? ""
      } else {
        reader.report(.addressInvalid(text, key: "notes", reader.file, at: reader.range(of: field)))
      }
    }
    isRepositoryPublic = reader.choice("repository", as: Repository.self) == .public
    for field in reader.items("show") {
      guard let text = reader.text(field, key: "show") else { continue }
      if let part = Part(rawValue: text) {
        show.insert(part)
      } else {
        reader.report(
          .unknownWord(
            text, for: "show", known: Part.allCases.map(\.rawValue), reader.file,
            at: reader.range(of: field)))
      }
    }
    if let rhythm = reader.choice("rhythm", as: Rhythm.self) { self.rhythm = rhythm }
    away = reader.date("away", in: zone)
    readAudiences(&reader)
    pageSize = reader.number("page_size", in: 1...1_000) ?? pageSize
    feedItems = reader.number("feed_items", in: 1...1_000) ?? feedItems
    if let html = reader.choice("html", as: MarkdownOptions.RawHTML.self) { self.html = html }
    isSmart = reader.flag("smart_punctuation", "smart") ?? isSmart
    hasEmoji = reader.flag("emoji") ?? hasEmoji
    topicsFromFolders = reader.flag("topics_from_folders") ?? topicsFromFolders
  }

  /// A list of names, or names with what is to be known of each.
  private mutating func readAudiences(_ reader: inout FieldReader) {
    guard let entries = reader.field("audiences")?.entries else {
      for field in reader.items("audiences") {
        guard let name = reader.text(field, key: "audiences") else { continue }
        addAudience(name, at: reader.range(of: field), &reader)
      }
      return
    }
    for entry in entries {
      let range = reader.range(of: entry)
      guard addAudience(entry.key, at: range, &reader), !entry.value.isNothing else { continue }
      reader.read(entry.value, what: "audience", keys: ["url"]) { reader in
        guard let field = reader.field("url"), let text = reader.text(field, key: "url") else {
          return
        }
        audiences[audiences.count - 1].address = SiteAddress(text)
        guard SiteAddress(text) == nil else { return }
        reader.report(
          .wrongKind(
            "url", wants: "an address such as https://example.org/", reader.file,
            at: reader.range(of: field)))
      }
    }
  }

  @discardableResult
  private mutating func addAudience(
    _ name: String, at range: Range<Int>, _ reader: inout FieldReader
  ) -> Bool {
    let isWord = name.allSatisfy { $0.isASCIIWord && !$0.isUppercase || $0 == "-" }
    let isTaken = (Visibility.common.map(\.word) + ["me"]).contains(name)
    guard isWord, !isTaken, name.utf8.count <= 40, !audiences.contains(where: { $0.name == name })
    else {
      reader.report(.audienceInvalid(name, isTaken: isTaken, reader.file, at: range))
      return false
    }
    audiences.append(OwnAudience(name: name))
    return true
  }

  private enum Repository: String, CaseIterable { case `public`, `private` }

  private mutating func readSeverities(_ reader: inout FieldReader) {
    let codes = Problem.Code.allCases.map(\.rawValue)
    for entry in reader.field("severity")?.entries ?? [] {
      guard let code = Problem.Code(rawValue: entry.key) else {
        reader.report(
          .unknownWord(
            entry.key, for: "severity", known: codes, reader.file, at: reader.range(of: entry)))
        continue
      }
      guard let word = reader.text(entry.value, key: entry.key) else { continue }
      if let choice = SeverityChoice(rawValue: word) {
        severities[code] = choice
        if choice != .error, !code.canBeEased {
          reader.report(.notEased(code, reader.file, at: reader.range(of: entry)))
        }
      } else {
        reader.report(
          .unknownWord(
            word, for: entry.key, known: SeverityChoice.allCases.map(\.rawValue), reader.file,
            at: reader.range(of: entry.value)))
      }
    }
  }

  private mutating func readRedirects(_ reader: inout FieldReader) {
    for entry in reader.field("redirects")?.entries ?? [] {
      guard let target = reader.text(entry.value, key: "redirects") else { continue }
      let isElsewhere = target.hasPrefix("https://") || target.hasPrefix("http://")
      guard let from = SitePath(entry.key) else {
        reader.report(
          .addressInvalid(entry.key, key: "redirects", reader.file, at: reader.range(of: entry)))
        continue
      }
      if isElsewhere {
        redirects.append(Redirect(from: from.path, to: target))
      } else if let path = SitePath(target) {
        redirects.append(Redirect(from: from.path, to: path.path))
      } else {
        reader.report(
          .addressInvalid(target, key: "redirects", reader.file, at: reader.range(of: entry.value)))
      }
    }
  }
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
