/// The files that a build made, by path.
///
/// `ManifestText` is what stands of it on disk.
struct Manifest: Sendable {
  let paths: [OutputPath]
  /// The same, to be asked for one.
  let files: Set<OutputPath>
  /// All folders above the files.
  let folders: Set<OutputPath>

  static let empty = Manifest(ordered: [])

  /// From paths that are ordered, each there once. There may be more folders than they need.
  init(ordered paths: [OutputPath], folders more: Set<OutputPath> = []) {
    self.paths = paths
    files = Set(paths)
    var folders = Set<OutputPath>(minimumCapacity: paths.count)
    for path in paths {
      for folder in path.folders {
        // Where a folder is known, those above it are too.
        guard folders.insert(folder).inserted else { break }
      }
    }
    self.folders = folders.union(more)
  }
}
