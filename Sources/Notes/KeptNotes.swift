import Files
import Problems

/// Notes as they were read last, for who reads a site again and again: what has not changed need
/// not be parsed anew.
package struct KeptNotes: Sendable {
  private let surroundings: Surroundings
  /// By path.
  private let readings: [String: NoteReader.Reading]

  /// All that the reading of a note depends on besides its own file.
  struct Surroundings: Equatable, Sendable {
    private let options: SiteReader.Options
    private let layout: SiteLayout
    private let files: [String: [UInt8]]

    /// `words` are the paths of the site's own words.
    init(
      _ options: SiteReader.Options, _ layout: SiteLayout, words: [String], in folder: some Folder
    ) {
      self.options = options
      self.layout = layout
      var files: [String: [UInt8]] = [:]
      for path in [Configuration.fileName, People.fileName, StandInFile.path] + words {
        // One that is not there is not there the next time either, unless something has changed.
        files[path] = try? folder.read(path, limit: SourceFile.sizeLimit)
      }
      self.files = files
    }
  }

  init(_ readings: [NoteReader.Reading], in surroundings: Surroundings) {
    self.surroundings = surroundings
    self.readings = Dictionary(
      readings.compactMap { reading in reading.file.map { ($0.path, reading) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Nil where all is to be read anew.
  func standing(in surroundings: Surroundings) -> KeptNotes? {
    self.surroundings == surroundings ? self : nil
  }

  /// What a file came to when it last held the same bytes.
  func reading(of file: SourceFile) -> NoteReader.Reading? {
    guard let reading = readings[file.path], reading.file?.bytes == file.bytes else { return nil }
    return reading
  }
}
