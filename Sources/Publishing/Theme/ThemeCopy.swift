import Files
import Notes
import Problems
import Text
import Themes

/// Files of a theme, to be put into a site's `theme/` folder and changed there.
package struct ThemeCopy: Sendable {
  /// Ordered by path, relative to `theme/`.
  package let files: [(path: String, bytes: [UInt8])]

  /// Templates, styles and words: all of a theme that an author may want to change.
  package static func whole(_ theme: BuiltInTheme) -> ThemeCopy {
    // The script of the search belongs to the index that this version of the program makes.
    let paths = paths(of: theme).filter { $0 != Theme.searchScript }
    return ThemeCopy(files: paths.map { ($0, bytes(of: $0, in: theme)) })
  }

  /// One file of a theme; nil where it has none of this path.
  package static func file(_ path: String, of theme: BuiltInTheme) -> ThemeCopy? {
    guard theme.files[path] != nil else { return nil }
    return ThemeCopy(files: [(path, bytes(of: path, in: theme))])
  }

  /// The files that a theme consists of, in order.
  package static func paths(of theme: BuiltInTheme) -> [String] {
    theme.files.keys.sorted { $0.precedesInBytes($1) }
  }

  /// Of words, what all themes share and what the theme says of its own come together.
  private static func bytes(of path: String, in theme: BuiltInTheme) -> [UInt8] {
    let layers = theme.layers.compactMap { $0.files[path] }
    guard path.hasPrefix("strings/"), layers.count > 1, let own = layers.last else {
      return layers.last ?? []
    }
    let keys = Set(lines(own).map(key))
    return Array(lines(layers[0]).filter { !keys.contains(key($0)) }.joined()) + own
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: Ascii.newline).map { Array($0) + [Ascii.newline] }
  }

  private static func key(_ line: [UInt8]) -> [UInt8] {
    Array(line.prefix { $0 != UInt8(ascii: ":") })
  }

  /// Writes the files into a site's folder, where none of them may be yet: all, or none.
  package func write(to root: SiteRoot) throws(ThemeFailure) {
    let folder = "\(root.path)/\(SiteLayout.themeFolder)"
    let taken = files.map(\.path).filter { Disk.kind("\(folder)/\($0)") != nil }
    guard taken.isEmpty else {
      throw ThemeFailure(
        problems: [.themeFilesExist(taken.map { "\(SiteLayout.themeFolder)/\($0)" })])
    }
    var written: [String] = []
    do throws(FileError) {
      for file in files {
        let target = "\(folder)/\(file.path)"
        if let slash = target.lastIndex(of: "/") { try Disk.createFolder(String(target[..<slash])) }
        try Disk.place(file.bytes, at: target)
        written.append(target)
      }
    } catch {
      for path in written { try? Disk.removeFile(path) }
      throw ThemeFailure(problems: [.themeNotCopied(error)])
    }
  }
}

extension Problem {
  fileprivate static func themeFilesExist(_ paths: [String]) -> Problem {
    Problem(
      .themeFileExists, file: paths.first, "this file is there already, and nothing was changed",
      hint: "move it away first, or copy what you need from it",
      notes: paths.dropFirst().map { Note("so is this one", file: $0) })
  }

  fileprivate static func themeNotCopied(_ error: FileError) -> Problem {
    Problem(.outputWrite, "“\(error.path)” could not be made: \(error.explanation)")
  }
}
