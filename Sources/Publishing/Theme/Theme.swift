import Notes
import Problems
import Templates
import Text
import Themes

/// How pages look: a program for each kind of page, and the files that go with them.
package struct Theme: Sendable {
  let strings: Strings
  /// Style sheets and the like, published below `theme/`.
  let assets: [(path: String, bytes: [UInt8])]
  let home: Program<HomePage>
  let note: Program<NotePage>
  let page: Program<NotePage>
  let project: Program<ThreadPage>
  let topic: Program<ThreadPage>
  let year: Program<ThreadPage>
  let undated: Program<UndatedPage>
  let projects: Program<IndexPage>
  let topics: Program<IndexPage>
  let search: Program<SearchPage>
  let subscribe: Program<SubscribePage>
  let notFound: Program<PlainPage>
  let gone: Program<PlainPage>
  let redirect: Program<RedirectPage>

  static let searchScript = "search.js"
  /// Where the files of a theme are published.
  static let folder = "theme"

  /// Loads a theme that comes with the program and binds it to a portfolio, with files of the site's own in the place of those
  /// that have the same paths.
  package static func load(
    named name: String, overrides: [String: [UInt8]], for portfolio: Portfolio
  ) throws(ThemeFailure) -> Theme {
    guard let builtIn = BuiltInTheme(named: name) else {
      throw ThemeFailure(problems: [.themeUnknown(name, known: BuiltInTheme.names)])
    }
    let files = ThemeFiles(builtIn, overrides: overrides)
    var problems: [Problem] = []
    let strings = files.strings(language: portfolio.configuration.language, &problems)
    let library = TemplateLibrary(files.templates)
    problems += library.problems
    let sheet = StyleSheet(files.styleSheet)
    let shapes = Shapes(
      strings: strings, portfolio: portfolio, styleSheet: .file("\(folder)/\(sheet.name)"))
    let theme = Theme(
      strings: strings, assets: [(sheet.name, sheet.bytes)] + files.assets,
      home: library.bind("home", to: shapes.home, problems: &problems),
      note: library.bind("note", to: shapes.note, problems: &problems),
      page: library.bind("page", to: shapes.note, problems: &problems),
      project: library.bind("project", to: shapes.thread, problems: &problems),
      topic: library.bind("topic", to: shapes.thread, problems: &problems),
      year: library.bind("year", to: shapes.thread, problems: &problems),
      undated: library.bind("undated", to: shapes.undated, problems: &problems),
      projects: library.bind("projects", to: shapes.index, problems: &problems),
      topics: library.bind("topics", to: shapes.index, problems: &problems),
      search: library.bind("search", to: shapes.search, problems: &problems),
      subscribe: library.bind("subscribe", to: shapes.subscribe, problems: &problems),
      notFound: library.bind("not-found", to: shapes.plain, problems: &problems),
      gone: library.bind("gone", to: shapes.plain, problems: &problems),
      redirect: library.bind("redirect", to: shapes.redirect, problems: &problems))
    let distinct = Set(problems)
    guard distinct.isEmpty else { throw ThemeFailure(problems: distinct.sorted()) }
    return theme
  }
}

/// Why a theme cannot be used: one problem at least.
package struct ThemeFailure: Error {
  package let problems: [Problem]
}

/// The files of a theme, sorted by what they are.
private struct ThemeFiles {
  private let files: [String: (shown: String, bytes: [UInt8])]

  /// A file of the site's own takes the place of the theme's, but for words: those it says go
  /// before the theme's, which says the others.
  private let words: [(path: String, shown: String, bytes: [UInt8])]

  init(_ theme: BuiltInTheme, overrides: [String: [UInt8]]) {
    let own = theme.files.map { path, bytes in
      (path: path, shown: "themes/\(theme.name)/\(path)", bytes: bytes)
    }
    let others = overrides.map { path, bytes in
      (path: path, shown: "\(SiteLayout.themeFolder)/\(path)", bytes: bytes)
    }
    words = (own + others).filter { $0.path.hasPrefix(Self.stringFolder) }
    files = Dictionary(
      (own + others).map { ($0.path, (shown: $0.shown, bytes: $0.bytes)) },
      uniquingKeysWith: { $1 })
  }

  private static let templateFolder = "templates/"
  private static let templateSuffix = ".mustache"
  private static let stringFolder = "strings/"

  /// By the names that templates know one another by.
  var templates: [String: (path: String, bytes: [UInt8])] {
    var templates: [String: (path: String, bytes: [UInt8])] = [:]
    for (path, file) in files
    where path.hasPrefix(Self.templateFolder) && path.hasSuffix(Self.templateSuffix) {
      let name = path.dropFirst(Self.templateFolder.count).dropLast(Self.templateSuffix.count)
      templates[String(name)] = (file.shown, file.bytes)
    }
    return templates
  }

  var styleSheet: [UInt8] { files[StyleSheet.source]?.bytes ?? [] }

  /// The others keep their names, so that the style sheet finds them.
  var assets: [(path: String, bytes: [UInt8])] {
    files
      .filter { path, _ in
        !path.hasPrefix(Self.templateFolder) && !path.hasPrefix(Self.stringFolder)
          && path != StyleSheet.source
      }
      .sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.bytes) }
  }

  /// The words of a language, then of it without its region, then English, key by key.
  func strings(language: String, _ problems: inout [Problem]) -> Strings {
    var texts: [String: String] = [:]
    let general = String(language.prefix { $0 != "-" })
    for name in ["en", general, language] {
      for file in words where file.path == "\(Self.stringFolder)\(name).yml" {
        let (found, unreadable) = StringTable.read(SourceFile(path: file.shown, bytes: file.bytes))
        problems += unreadable
        texts.merge(found) { $1 }
      }
    }
    return Strings(texts: texts)
  }
}

extension Problem {
  static func themeUnknown(_ name: String, known: [String]) -> Problem {
    let nearest = Spelling.nearest(to: name, among: known).map { "did you mean “\($0)”?" }
    return Problem(
      .themeUnknown, file: Configuration.fileName, "there is no theme “\(name)”",
      hint: nearest ?? "I know \(known.spoken)")
  }
}
