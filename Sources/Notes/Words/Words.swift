import Files
import Markdown
import Problems
import Synchronization
import Themes

/// The words around what authors write, in every language that anyone has said them in.
///
/// What the site says goes before what its theme says, and that before what all themes say, key by
/// key. What a language does not say, it takes from the language without its region or script, and
/// at last from English.
package final class Words: Sendable {
  /// By language in lower case: who says something in it, the first of them least heard.
  private let files: [String: [SourceFile]]
  /// What has been read, by language in lower case.
  private let tables = Mutex<[String: Table]>([:])

  package static let folder = "strings/"
  private static let suffix = ".yml"
  /// The language that says everything.
  package static let fallback = "en"

  /// The words of one language.
  package struct Table: Sendable {
    package let texts: [String: String]
    /// The keys of those that are English where another language is asked for.
    package let borrowed: Set<String>
    /// The attributes with which HTML says so, such as ` lang="en"`.
    package let mark: String
    package let problems: [Problem]
    /// Those that stand in the text of a note.
    let markdown: MarkdownWords

    fileprivate init(
      _ own: [String: String], before others: [String: String] = [:], mark: String = "",
      problems: [Problem]
    ) {
      let texts = others.merging(own) { $1 }
      let borrowed = Set(others.keys).subtracting(own.keys)
      self.texts = texts
      self.borrowed = borrowed
      self.mark = mark
      self.problems = problems
      markdown = MarkdownWords { key in
        texts[key].map { MarkdownWord($0, mark: borrowed.contains(key) ? mark : "") }
      }
    }
  }

  /// The files of the site's own are given with their paths in its folder. A theme that is not
  /// known says nothing.
  package init(theme: String, own: [SourceFile]) {
    let layers = BuiltInTheme(named: theme)?.layers ?? []
    let built = layers.flatMap { layer in
      layer.files.filter { $0.key.hasPrefix(Self.folder) }.map { path, bytes in
        SourceFile(path: "themes/\(layer.folder)/\(path)", bytes: bytes)
      }
    }
    files = Dictionary(grouping: (built + own).filter { $0.path.hasSuffix(Self.suffix) }) { file in
      let name = file.path.split(separator: "/").last ?? ""
      return name.dropLast(Self.suffix.count).lowercased()
    }
  }

  /// The files of a site that say words.
  convenience init(theme: String, themeFiles: [String], in folder: some Folder) {
    let own = themeFiles.filter { $0.hasPrefix(Self.folder) }.compactMap { path in
      // One that cannot be read is reported with the other files of the theme.
      try? SourceFile.read("\(SiteLayout.themeFolder)/\(path)", in: folder).get()
    }
    self.init(theme: theme, own: own)
  }

  package func table(in language: String) -> Table {
    let language = language.lowercased()
    return tables.withLock { tables in
      if let table = tables[language] { return table }
      let table = read(language)
      tables[language] = table
      return table
    }
  }

  /// The words in the text of a note: in its language, or where nobody knows that, in another.
  func markdown(in language: String, or other: String) -> MarkdownWords {
    let isKnown = Self.tags(language).contains { files[$0] != nil }
    return table(in: isKnown ? language : other).markdown
  }

  private func read(_ language: String) -> Table {
    let tags = Self.tags(language)
    let own = read(tags)
    guard tags.first != Self.fallback else { return Table(own.texts, problems: own.problems) }
    let english = read([Self.fallback])
    let direction = Direction(language: language) == .rightToLeft ? " dir=\"ltr\"" : ""
    return Table(
      own.texts, before: english.texts, mark: " lang=\"\(Self.fallback)\"" + direction,
      problems: english.problems + own.problems)
  }

  private func read(_ tags: [String]) -> (texts: [String: String], problems: [Problem]) {
    var texts: [String: String] = [:]
    var problems: [Problem] = []
    for file in tags.flatMap({ files[$0] ?? [] }) {
      let (found, unreadable) = StringTable.read(file)
      problems += unreadable
      texts.merge(found) { $1 }
    }
    return (texts, problems)
  }

  /// `zh`, `zh-hant` and `zh-hant-tw` for `zh-Hant-TW`.
  private static func tags(_ language: String) -> [String] {
    let parts = language.lowercased().split(separator: "-")
    return parts.indices.map { parts[...$0].joined(separator: "-") }
  }
}

extension Words {
  /// What a site says in English because nobody has said it in the site's language.
  package func untranslated(in language: String) -> Problem? {
    let tags = Self.tags(language)
    guard tags.first != Self.fallback, let general = tags.first else { return nil }
    let known = read(tags).texts
    let missing = table(in: Self.fallback).texts.keys.filter { known[$0] == nil }.sorted()
    guard !missing.isEmpty else { return nil }
    let file = tags.reversed().lazy.compactMap { self.files[$0]?.last }.first
    guard let file else {
      return Problem(
        .languageUntranslated, file: Configuration.fileName,
        "nobody has told me the words around your notes in “\(language)”, so they are English",
        hint: "write them into \(SiteLayout.themeFolder)/\(Self.folder)\(general)\(Self.suffix), "
          + "with the keys of themes/shared/\(Self.folder)\(Self.fallback)\(Self.suffix)")
    }
    return Problem(
      .languageUntranslated, file: file.path,
      missing.count == 1
        ? "one of the words is missing, so it is English"
        : "\(missing.count) of the words are missing, so they are English",
      hint: "add \(missing.joined(separator: ", "))")
  }
}
