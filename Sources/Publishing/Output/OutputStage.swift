import Files
import Parallel
import Problems
import Text
import Synchronization

/// Makes the files of a build and puts those that are new or changed aside, until all are there.
struct OutputStage {
  /// Where files wait.
  enum Place {
    /// Within the folder where the last build stands.
    case stage
    /// Where they will stand, in a folder that nobody sees yet.
    case draft
  }

  let changes: OutputChanges
  let place: Place
  /// The build that stands.
  let old: Manifest

  struct Outcome: Sendable {
    /// How many files are staged; the others stand as they should.
    var staged = 0
    /// All contents that could not be made, and the first file that could not be written.
    var problems: [Problem] = []
    /// After a file could not be written, no other is tried.
    var isFull = false
  }

  func fill(_ plan: OutputPlan) -> Outcome {
    let outcome = Mutex(Outcome())
    concurrently(plan.files.count) { range in
      guard outcome.withLock({ !$0.isFull }) else { return }
      let part = stage(plan, range)
      outcome.withLock { whole in
        guard !whole.isFull else { return }
        whole.staged += part.staged
        whole.problems += part.problems
        whole.isFull = part.isFull
      }
    }
    var whole = outcome.withLock { $0 }
    // A template goes wrong in the same place for many notes.
    whole.problems = whole.problems.distinct
    return whole
  }

  private func stage(_ plan: OutputPlan, _ range: Range<Int>) -> Outcome {
    var outcome = Outcome()
    var made: OutputPath?
    // One for all files, as memory that was just written to is at hand.
    var room = ByteWriter(capacity: 65_536)
    for index in range where !outcome.isFull {
      let path = plan.paths[index]
      do throws(Problem) {
        try plan.files[index].withContents(in: &room) { contents in
          do throws(FileError) {
            if try stage(contents, path, lastFolder: &made) { outcome.staged += 1 }
          } catch {
            let name = changes.name(ofLocation: error.path)
            outcome.problems.append(.outputWrite(error, at: name))
            outcome.isFull = true
          }
        }
      } catch {
        outcome.problems.append(error)
      }
    }
    return outcome
  }

  /// Whether the file was new or changed.
  private func stage(
    _ contents: Span<UInt8>, _ path: OutputPath, lastFolder made: inout OutputPath?
  ) throws(FileError) -> Bool {
    if old.files.contains(path), Disk.holds(contents, at: changes.location(path.text)) {
      return false
    }
    let place = location(path)
    // Files come ordered, so those of one folder mostly come together.
    if let folder = place.folder, folder != made {
      try changes.createFolder(folder.text)
      made = folder
    }
    try changes.create(contents, at: place.text)
    return true
  }

  private func location(_ path: OutputPath) -> OutputPath {
    switch place {
    case .stage: OutputPath(found: OutputRecord.stage + "/" + path.text)
    case .draft: path
    }
  }
}
