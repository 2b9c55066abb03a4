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
  let gone: Program<PlainPage>
  let redirect: Program<RedirectPage>

  /// Where the files of a theme are published.
  static let folder = "theme"

  /// The script of the search page, by its path in a theme.
  static let searchScript = "search.js"

  /// Loads a theme that comes with the program and binds it to a portfolio, with files of the site's own in the place of those
  /// that have the same paths.
  package static func load(
    named name: String, words: Words.Table, overrides: [String: [UInt8]], for portfolio: Portfolio
  ) throws(ThemeFailure) -> Theme {
    guard let builtIn = BuiltInTheme(named: name) else {
      throw ThemeFailure(problems: [.themeUnknown(name)])
    }
    let files = ThemeFiles(builtIn, overrides: overrides)
    var problems = words.problems
    let strings = Strings(words)
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
      home: library.bind(PageKind.home.rawValue, to: shapes.home, problems: &problems),
      note: library.bind(PageKind.note.rawValue, to: shapes.note, problems: &problems),
      page: library.bind(PageKind.page.rawValue, to: shapes.note, problems: &problems),
      project: library.bind(PageKind.project.rawValue, to: shapes.thread, problems: &problems),
      topic: library.bind(PageKind.topic.rawValue, to: shapes.thread, problems: &problems),
      year: library.bind(PageKind.year.rawValue, to: shapes.thread, problems: &problems),
      undated: library.bind(PageKind.undated.rawValue, to: shapes.undated, problems: &problems),
      projects: library.bind(PageKind.projects.rawValue, to: shapes.index, problems: &problems),
      topics: library.bind(PageKind.topics.rawValue, to: shapes.index, problems: &problems),
      people: library.bind(PageKind.people.rawValue, to: shapes.people, problems: &problems),
      search: library.bind(PageKind.search.rawValue, to: shapes.search, problems: &problems),
      subscribe: library.bind(
        PageKind.subscribe.rawValue, to: shapes.subscribe, problems: &problems),
      notFound: library.bind(PageKind.notFound.rawValue, to: shapes.plain, problems: &problems),
      gone: library.bind(PageKind.gone.rawValue, to: shapes.plain, problems: &problems),
      redirect: library.bind(PageKind.redirect.rawValue, to: shapes.redirect, problems: &problems))
    let distinct = Set(problems)
    guard distinct.isEmpty else { throw ThemeFailure(problems: distinct.sorted()) }
    return theme
  }
}

extension Theme {
  /// The words of a theme that comes with the program.
  static func strings(of name: String, language: String) throws(ThemeFailure) -> Strings {
    guard let builtIn = BuiltInTheme(named: name) else {
      throw ThemeFailure(problems: [.themeUnknown(name)])
    }
    let table = Words(theme: builtIn.name, own: []).table(in: language)
    guard table.problems.isEmpty else { throw ThemeFailure(problems: table.problems) }
    return Strings(table)
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
    let bytes = files[Theme.searchScript]?.bytes ?? []
    return (Fingerprint.name(Theme.searchScript, of: bytes), bytes)
  }

  /// The others keep their names, so that the style sheet finds them.
  var assets: [(path: String, bytes: [UInt8])] {
    files
      .filter { path, _ in
        !path.hasPrefix(Self.templateFolder) && !path.hasPrefix(Words.folder)
          && path != StyleSheet.source && path != Theme.searchScript
      }
      .sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.bytes) }
  }
}

extension Problem {
  fileprivate static func themeUnknown(_ name: String) -> Problem {
    Problem(
      .themeUnknown, file: Configuration.fileName, "there is no theme “\(name)”",
      hint: BuiltInTheme.meant(by: name))
  }
}

extension BuiltInTheme {
  /// What may help someone who gave a name that no theme has.
  package static func meant(by name: String) -> String {
    Spelling.nearest(to: name, among: names).map { "did you mean “\($0)”?" }
      ?? "I know \(names.spoken)"
  }
}
