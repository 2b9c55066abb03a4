import Problems
import Text

/// The files of a build in the order of their paths, each path sound and no two in each other's
/// way.
struct OutputPlan: Sendable {
  let files: [OutputFile]
  /// Theirs, in the same order.
  let paths: [OutputPath]

  init(_ files: [OutputFile]) throws(OutputFailure) {
    var problems: [Problem] = []
    var sound: [(path: OutputPath, file: OutputFile)] = []
    sound.reserveCapacity(files.count)
    for file in files {
      do throws(OutputPath.Flaw) {
        sound.append((try OutputPath(file.path), file))
      } catch {
        problems.append(.outputPath(file.path, error))
      }
    }
    // Numbers are moved for less than files.
    let order = sound.indices.sorted { sound[$0].path < sound[$1].path }
    paths = order.map { sound[$0].path }
    self.files = order.map { sound[$0].file }
    problems += Self.collisions(paths)
    guard problems.isEmpty else { throw OutputFailure(problems) }
  }

  /// In their order, what would lie in a file follows it, and nothing comes between that does not
  /// begin with its whole path.
  private static func collisions(_ paths: [OutputPath]) -> [Problem] {
    var twins: Set<OutputPath> = []
    var folders: Set<OutputPath> = []
    var problems: [Problem] = []
    /// The files with whose paths the one at hand begins, the longest last.
    var beginnings: [OutputPath] = []
    for path in paths {
      while let last = beginnings.last, !path.text.begins(with: last.text) {
        beginnings.removeLast()
      }
      guard beginnings.last != path else {
        if twins.insert(path).inserted { problems.append(.outputCollision(path.text)) }
        continue
      }
      for file in beginnings.reversed()
      where path.text.lies(in: file.text) && folders.insert(file).inserted {
        problems.append(.outputCollision(file.text, isFolderOf: path.text))
      }
      beginnings.append(path)
    }
    return problems
  }
}
