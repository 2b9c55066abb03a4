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
  let people: Program<PeoplePage>
  let search: Program<SearchPage>
  let subscribe: Program<SubscribePage>
  let notFound: Program<PlainPage>
  let redirect: Program<RedirectPage>

  /// Where the files of a theme are published.
  static let folder = "theme"

  /// Loads a theme that comes with the program and binds it to a portfolio, with files of the site's own in the place of those
  /// that have the same paths.
  package static func load(
    named name: String, words: Words, overrides: [String: [UInt8]], for portfolio: Portfolio
  ) throws(ThemeFailure) -> Theme {
    guard let builtIn = BuiltInTheme(named: name) else {
      throw ThemeFailure(problems: [.themeUnknown(name, known: BuiltInTheme.names)])
    }
    let files = ThemeFiles(builtIn, overrides: overrides)
    let words = words.table(in: portfolio.configuration.language)
    var problems = words.problems
    let strings = Strings(texts: words.texts)
    let library = TemplateLibrary(files.templates)
    problems += library.problems
    let sheet = StyleSheet(files.styleSheet)
    let script = files.searchScript
    let shapes = Shapes(
      strings: strings, portfolio: portfolio, styleSheet: .file("\(folder)/\(sheet.name)"),
      searchScript: .file("\(folder)/\(script.name)"))
    let theme = Theme(
      strings: strings,
      assets: [(sheet.name, sheet.bytes), (script.name, script.bytes)] + files.assets,
      home: library.bind("home", to: shapes.home, problems: &problems),
      note: library.bind("note", to: shapes.note, problems: &problems),
      page: library.bind("page", to: shapes.note, problems: &problems),
      project: library.bind("project", to: shapes.thread, problems: &problems),
      topic: library.bind("topic", to: shapes.thread, problems: &problems),
      year: library.bind("year", to: shapes.thread, problems: &problems),
      undated: library.bind("undated", to: shapes.undated, problems: &problems),
      projects: library.bind("projects", to: shapes.index, problems: &problems),
      topics: library.bind("topics", to: shapes.index, problems: &problems),
      people: library.bind("people", to: shapes.people, problems: &problems),
      search: library.bind("search", to: shapes.search, problems: &problems),
      subscribe: library.bind("subscribe", to: shapes.subscribe, problems: &problems),
      notFound: library.bind("not-found", to: shapes.plain, problems: &problems),
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
  /// A file of the site's own takes the place of the theme's, and that of what all themes share.
  private let files: [String: (shown: String, bytes: [UInt8])]

  init(_ theme: BuiltInTheme, overrides: [String: [UInt8]]) {
    let layers =
      theme.layers.map { (folder: "themes/\($0.folder)", files: $0.files) }
      + [(folder: SiteLayout.themeFolder, files: overrides)]
    let all = layers.flatMap { layer in
      layer.files.map { path, bytes in
        (path: path, shown: "\(layer.folder)/\(path)", bytes: bytes)
      }
    }
    files = Dictionary(
      all.map { ($0.path, (shown: $0.shown, bytes: $0.bytes)) }, uniquingKeysWith: { $1 })
  }

  private static let templateFolder = "templates/"
  private static let templateSuffix = ".mustache"

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

  /// The script of the search page, which is named by its contents as the style sheet is.
  var searchScript: (name: String, bytes: [UInt8]) {
    let bytes = files[Self.searchScript]?.bytes ?? []
    return (Fingerprint.name(Self.searchScript, of: bytes), bytes)
  }

  private static let searchScript = "search.js"

  /// The others keep their names, so that the style sheet finds them.
  var assets: [(path: String, bytes: [UInt8])] {
    files
      .filter { path, _ in
        !path.hasPrefix(Self.templateFolder) && !path.hasPrefix(Words.folder)
          && path != StyleSheet.source && path != Self.searchScript
      }
      .sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.bytes) }
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
