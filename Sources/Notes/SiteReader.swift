import Files
import Leaks
import Parallel
import Problems
import Text

/// Reads a site's folder: files, front matter, dates. It publishes nothing and changes nothing.
package struct SiteReader: Sendable {
  private let folder: any Folder
  private let history: any History
  private let options: Options

  /// What the command line says, which goes before what the site says.
  package struct Options: Sendable, Equatable {
    package var address: SiteAddress?
    package var theme: String?
    /// Goes on where dates cannot be told.
    package var allowsUndated = false
    /// The output folder, relative to the site's, where it lies inside.
    package var outputFolder: String?
    /// Whether the private notes are read too.
    package var includesPrivate = false
    /// What must never be published.
    package var confidential: ConfidentialWords?
    /// Whether the notes are kept as they were read, so that the next reading is a short one.
    package var keepsNotes = false

    package init() {}
  }

  package struct Reading: Sendable {
    /// Nil where not even the configuration could be read.
    package let site: Site?
    package let problems: [Problem]
    package let kept: KeptNotes?
  }

  package init(_ folder: any Folder, history: any History, options: Options) {
    self.folder = folder
    self.history = history
    self.options = options
  }

  /// Reads the site: after an earlier reading that was kept, only what has changed is parsed.
  package func read(after earlier: KeptNotes? = nil) async -> Reading {
    var problems: [Problem] = []
    do throws(Problem) {
      let configuration = try readConfiguration(&problems)
      let (site, kept) = try await readSite(configuration, after: earlier, &problems)
      return Reading(site: site, problems: problems, kept: kept)
    } catch {
      return Reading(site: nil, problems: problems + [error], kept: earlier)
    }
  }

  private func readConfiguration(_ problems: inout [Problem]) throws(Problem) -> Configuration? {
    guard let (configuration, found) = try Configuration.read(in: folder) else { return nil }
    problems += found
    return configuration
  }

  private func readSite(
    _ found: Configuration?, after earlier: KeptNotes?, _ problems: inout [Problem]
  ) async throws(Problem) -> (Site, KeptNotes?) {
    var configuration = found ?? Configuration()
    if let address = options.address { configuration.move(to: address) }
    if let theme = options.theme { configuration.theme = theme }
    let notesFolder = try SiteLayout.notesFolder(found, in: folder)
    let layout = SiteLayout(
      notesFolder: notesFolder, isSite: found != nil || !notesFolder.isEmpty,
      includesPrivate: options.includesPrivate)
    let entries = try await entries(layout)
    let files = Contents(entries, layout: layout)
    problems += files.links.map { .linkSkipped($0) }

    let (standIns, standInProblems) = StandInFile.read(in: folder)
    problems += standInProblems
    let leakCheck = LeakCheck(
      configuration, confidential: options.confidential, standIns: standIns)
    let (people, peopleProblems) = People.read(in: folder, zone: configuration.zone)
    problems += peopleProblems
    let (gone, goneProblems) = GoneList.read(in: folder, zone: configuration.zone)
    problems += goneProblems
    let (copies, copyProblems) =
      options.includesPrivate ? PublishedCopies.read(in: folder) : (.none, [])
    problems += copyProblems
    let folder = self.folder
    let words = Words(theme: configuration.theme, themeFiles: files.themeFiles, in: folder)
    let surroundings =
      options.keepsNotes
      ? KeptNotes.Surroundings(
        options, layout, words: files.words.map { "\(SiteLayout.themeFolder)/\($0)" }, in: folder)
      : nil
    let kept = surroundings.flatMap { earlier?.standing(in: $0) }
    let reader = NoteReader(
      configuration: configuration, leakCheck: leakCheck, people: people, words: words,
      keepsFiles: options.keepsNotes)
    let readings = files.notes.concurrentMap {
      reader.read($0, below: layout.base(ofNote: $0), role: .note, in: folder, after: kept)
    }
    let pageReadings = files.pages.concurrentMap {
      reader.read($0, below: SiteLayout.pagesFolder, role: .page, in: folder, after: kept)
    }
    for reading in readings + pageReadings { problems += reading.problems }
    let notes = try await dated(readings.compactMap(\.note))
    if notes.isEmpty, problems.isEmpty { problems.append(.nothingHere()) }
    if let problem = words.untranslated(in: configuration.language) { problems.append(problem) }
    let site = Site(
      configuration: configuration, notes: notes, pages: pageReadings.compactMap(\.note),
      companions: files.companions, staticFiles: files.staticFiles, themeFiles: files.themeFiles,
      layout: layout, leakCheck: leakCheck, people: people, words: words, gone: gone,
      standIns: standIns, copies: copies)
    return (site, surroundings.map { KeptNotes(readings + pageReadings, in: $0) })
  }

  private func list(_ enters: (String) -> Bool) throws(Problem) -> [FolderEntry] {
    do throws(FileError) {
      return try folder.entries(enters: enters)
    } catch {
      throw .unreadable(error.path, error)
    }
  }

  /// The entries that a layout takes in, without what git ignores in a folder that nobody has made
  /// a site of, and without other sites in it.
  private func entries(_ layout: SiteLayout) async throws(Problem) -> [FolderEntry] {
    // Git is told to look away from what is private, but its author may see it.
    let ignored =
      layout.isSite
      ? []
      : Set(try await history.ignored()).filter {
        !(layout.includesPrivate && SiteLayout.isPrivate($0))
      }
    let output = options.outputFolder
    let entries = try list { path in
      layout.enters(path) && path != output && !ignored.contains(path + "/")
    }
    guard !layout.isSite else { return entries }
    let suffix = "/" + Configuration.fileName
    let otherSites = entries.map(\.path).filter { $0.hasSuffix(suffix) }
      .map { String($0.dropLast(Configuration.fileName.count)) }
    let own = entries.filter { entry in
      !ignored.contains(entry.path) && !otherSites.contains { entry.path.hasPrefix($0) }
    }
    if !otherSites.isEmpty, !own.contains(where: { FileName.isMarkdown($0.path) }) {
      throw .onlyOtherSites(otherSites.map { String($0.dropLast()) })
    }
    return own
  }

  /// Finds dates in the history for notes that have none of their own.
  private func dated(_ notes: [Note]) async throws(Problem) -> [Note] {
    let undated = notes.filter { $0.date == nil && !$0.isLog }.map(\.path)
    guard !undated.isEmpty else { return notes }
    var additions: Additions
    do throws(Problem) {
      additions = try await history.additions(of: undated)
    } catch {
      guard options.allowsUndated else { throw error }
      additions = .known([:])
    }
    if case .shallow = additions {
      guard options.allowsUndated else { throw .historyIsShallow(count: undated.count) }
      additions = .known([:])
    }
    guard case .known(let dates) = additions else { return notes }
    return notes.map { note in
      guard note.date == nil, !note.isLog else { return note }
      return dates[note.path].map(note.dated) ?? note
    }
  }
}

/// The files of a site's folder, sorted by what they are.
private struct Contents {
  var notes: [String] = []
  var pages: [String] = []
  var companions: Set<String> = []
  var staticFiles: [String] = []
  var themeFiles: [String] = []
  var links: [String] = []

  /// Those of the theme that say words.
  var words: [String] { themeFiles.filter { $0.hasPrefix(Words.folder) } }

  init(_ entries: [FolderEntry], layout: SiteLayout) {
    for entry in entries {
      guard let area = layout.area(of: entry.path) else { continue }
      guard entry.kind == .file else {
        if entry.kind == .link { links.append(entry.path) }
        continue
      }
      switch area {
      case .note, .page:
        if !FileName.isMarkdown(entry.path) {
          if !layout.isNoCompanion(entry.path) { companions.insert(entry.path) }
        } else if !layout.isNoNote(entry.path) {
          if area == .note { notes.append(entry.path) } else { pages.append(entry.path) }
        }
      case .staticFile:
        guard !SiteLayout.isDebris(entry.path) else { continue }
        entry.path.path(below: SiteLayout.staticFolder).map { staticFiles.append($0) }
      case .theme:
        entry.path.path(below: SiteLayout.themeFolder).map { themeFiles.append($0) }
      }
    }
  }
}
