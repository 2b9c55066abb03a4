import Files
import Problems
import Text

/// Which files of a folder are what.
package struct SiteLayout: Sendable, Equatable {
  /// The folder of the notes, relative to the site's; empty where the site's folder is it.
  package let notesFolder: String
  /// Whether the folder has been made a site of, with standing pages, static files and a theme.
  package let isSite: Bool
  /// Whether the private notes are read too, for those who may see some of them.
  package let includesPrivate: Bool

  package static let usualNotesFolder = "notes"
  package static let pagesFolder = "pages"
  package static let staticFolder = "static"
  package static let themeFolder = "theme"
  package static let privateFolder = "private"
  package static let privateNotesFolder = "private/notes"

  /// Whether a path lies where nothing is public.
  package static func isPrivate(_ path: String) -> Bool { path.lies(in: privateFolder) }

  /// The folder that the place of a note is relative to.
  func base(ofNote path: String) -> String {
    Self.isPrivate(path) ? Self.privateNotesFolder : notesFolder
  }

  /// What a repository keeps at its root for its visitors, and nobody means as a note.
  private static let notNotes: Set<String> = [
    "readme", "license", "licence", "copying", "contributing", "code_of_conduct", "changelog",
    "security", "authors", "contributors", "support", "governance", "notice", "history",
  ]

  private static let heldBackFolders: Set<String> = ["private", "draft", "drafts", "node_modules"]

  /// Which part of the site a path belongs to; nil for what is none of its business.
  enum Area { case note, page, staticFile, theme }

  func area(of path: String) -> Area? {
    if Self.isPrivate(path), !Self.isPrivate(notesFolder + "/") {
      return includesPrivate && path.lies(in: Self.privateNotesFolder) ? .note : nil
    }
    if isSite {
      if path.lies(in: Self.pagesFolder) { return .page }
      if path.lies(in: Self.staticFolder) { return .staticFile }
      if path.lies(in: Self.themeFolder) { return .theme }
    }
    return notesFolder.isEmpty || path.lies(in: notesFolder) ? .note : nil
  }

  /// Whether to look inside a folder.
  func enters(_ folder: String) -> Bool {
    if includesPrivate, folder == Self.privateFolder { return true }
    let isAbove = notesFolder == folder || notesFolder.lies(in: folder)
    guard let area = area(of: folder + "/") else { return isAbove }
    switch area {
    case .staticFile: return !Self.versionControl.contains(String(Self.name(of: folder)))
    case .theme: return !Self.isHidden(Self.name(of: folder))
    case .note, .page: return !Self.isHeldBack(folder: Self.name(of: folder))
    }
  }

  /// Whether a Markdown file is no note although it lies among them.
  func isNoNote(_ path: String) -> Bool {
    let name = Self.name(of: path)
    if Self.isHidden(name) || name.hasPrefix("_") { return true }
    guard notesFolder.isEmpty, !path.contains("/") else { return false }
    let stem = name.prefix { $0 != "." }.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
    return Self.notNotes.contains(String(stem))
  }

  /// The history of a folder, which would be published with it.
  private static let versionControl: Set<String> = [".git", ".hg", ".svn"]

  /// Whether a file beside the notes is none that they may publish: hidden, named as what is not
  /// meant for others, or what the site says of itself.
  func isNoCompanion(_ path: String) -> Bool {
    let name = Self.name(of: path)
    let ownFiles: Set = [Configuration.fileName, People.fileName, GoneList.fileName]
    return Self.isHidden(name) || name.hasPrefix("_") || Self.isDebris(path)
      || !path.contains("/") && ownFiles.contains(path)
  }

  /// What systems and editors leave behind, which nobody means to publish.
  static func isDebris(_ path: String) -> Bool {
    let name = name(of: path)
    return [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name) || name.hasSuffix("~")
      || name.hasSuffix(".swp") || name.hasSuffix(".swo") || name.hasPrefix(".#")
      || name.hasPrefix("#") && name.hasSuffix("#")
  }

  private static func isHeldBack(folder name: Substring) -> Bool {
    isHidden(name) || name.hasPrefix("_") || heldBackFolders.contains(name.lowercased())
  }

  private static func isHidden(_ name: Substring) -> Bool { name.utf8.first == Ascii.dot }

  private static func name(of path: String) -> Substring {
    guard let slash = path.withUTF8Bytes({ $0.lastIndex(of: Ascii.slash) }) else {
      return path[...]
    }
    return path[path.utf8.index(path.startIndex, offsetBy: slash + 1)...]
  }
}

extension SiteLayout {
  /// What the configuration says, else `notes` where it is there. In a folder that nobody has made a
  /// site of it must hold a note too: among other folders of Markdown, an empty one of that name is a
  /// submodule that nobody has fetched.
  static func notesFolder(
    _ configuration: Configuration?, in folder: some Folder
  ) throws(Problem) -> String {
    if let named = configuration?.notesFolder { return named }
    let usual = usualNotesFolder
    guard folder.kind(usual) == .folder else { return "" }
    if configuration != nil { return usual }
    let entries: [FolderEntry]
    do throws(FileError) {
      entries = try folder.entries { $0 == usual || $0.lies(in: usual) }
    } catch {
      throw .unreadable(error.path, error)
    }
    let holdsNote = entries.contains {
      $0.path.lies(in: usual) && FileName.isMarkdown($0.path)
    }
    return holdsNote ? usual : ""
  }
}
