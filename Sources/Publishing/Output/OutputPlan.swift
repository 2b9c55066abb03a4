import Problems

/// The files of a build in the order of their paths, each path sound and no two in each other's
/// way.
struct OutputPlan: Sendable {
  let files: [OutputFile]
  let manifest: Manifest

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
    sound.sort { $0.path < $1.path }
    let manifest = Manifest(ordered: sound.map(\.path))
    problems += Self.collisions(manifest)
    guard problems.isEmpty else { throw OutputFailure(problems) }
    self.files = sound.map(\.file)
    self.manifest = manifest
  }

  private static func collisions(_ manifest: Manifest) -> [Problem] {
    let twins = zip(manifest.paths, manifest.paths.dropFirst()).filter(==).map(\.0)
    var problems = Set(twins).map { Problem.outputCollision($0.text) }
    guard !manifest.files.isDisjoint(with: manifest.folders) else { return problems }
    var reported: Set<OutputPath> = []
    for path in manifest.paths {
      for folder in path.folders
      where manifest.files.contains(folder) && reported.insert(folder).inserted {
        problems.append(.outputCollision(folder.text, isFolderOf: path.text))
      }
    }
    return problems
  }
}
