import Files
import Parallel
import Problems
import Text

/// What a site says without its texts: the configuration, and every front matter, those of the
/// private notes included. It is read in a moment, for commands that add a line.
package struct Survey: Sendable {
  package let configuration: Configuration
  /// The folder of the notes, relative to the site's; empty where the site's folder is it.
  package let notesFolder: String
  package let people: People
  /// The words of the site's language.
  package let words: [String: String]
  /// Ordered by path. A note that cannot be read is none here.
  package let notes: [Note]

  package struct Note: Sendable {
    package let path: String
    package let matter: FrontMatter
  }

  /// Nothing that is wrong with a note keeps anyone from writing another; but without the
  /// configuration nobody knows what day it is.
  package static func read(in folder: some Folder) throws(Problem) -> Survey {
    let site = try Configuration.read(in: folder)
    if let error = site?.problems.first(where: { $0.severity == .error }) { throw error }
    let found = site?.configuration
    let configuration = found ?? Configuration()
    let notesFolder = try SiteLayout.notesFolder(found, in: folder)
    let layout = SiteLayout(notesFolder: notesFolder, isSite: true, includesPrivate: true)
    let entries: [FolderEntry]
    do throws(FileError) {
      entries = try folder.entries(enters: layout.enters)
    } catch {
      throw .unreadable(error.path, error)
    }
    let paths = entries.filter { $0.kind == .file }.map(\.path)
    let words = Words(
      theme: configuration.theme,
      themeFiles: paths.compactMap { $0.path(below: SiteLayout.themeFolder) }, in: folder)
    let notes = paths.filter { path in
      layout.area(of: path) == .note && FileName.isMarkdown(path) && !layout.isNoNote(path)
    }
    return Survey(
      configuration: configuration, notesFolder: notesFolder,
      people: People.read(in: folder, zone: configuration.zone).people,
      words: words.table(in: configuration.language).texts,
      notes: notes.concurrentMap { read($0, configuration, in: folder) }.compactMap(\.self))
  }

  private static func read(
    _ path: String, _ configuration: Configuration, in folder: some Folder
  ) -> Note? {
    guard let file = try? SourceFile.read(path, in: folder).get(),
      let envelope = try? Envelope(file), let fields = try? envelope.fields(in: file)
    else { return nil }
    var problems: [Problem] = []
    var matter = FrontMatter()
    matter.read(
      fields, in: file, zone: configuration.zone,
      audiences: configuration.audiences.map(\.name), problems: &problems)
    return Note(path: path, matter: matter)
  }
}

extension Survey {
  /// Every id of the site.
  package var ids: Set<String> { Set(notes.compactMap(\.matter.id)) }

  /// The ids of the notes that do not lie in the private folder.
  package var publishedIDs: Set<String> {
    Set(notes.filter { !SiteLayout.isPrivate($0.path) }.compactMap(\.matter.id))
  }
}
