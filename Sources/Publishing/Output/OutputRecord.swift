import Files

/// What the writer keeps about its work inside the output folder.
///
/// - `manifest` lists the files of the build that stands.
/// - `stage/` holds what the next build has new or changed.
/// - `commit` is the next build's manifest. It appears, complete, once all is staged; from then on
///   the build will be finished, if need be by a later one. The last step makes it the manifest.
/// - `lock` keeps two builds apart.
enum OutputRecord {
  static let folder = ".outloud"
  static let manifest = ".outloud/manifest"
  static let stage = ".outloud/stage"
  static let commit = ".outloud/commit"
  static let commitDraft = ".outloud/commit.new"
  static let lock = ".outloud/lock"

  /// No manifest is larger, in bytes.
  static let limit = 1 << 28

  /// What is in the record's folder and does not belong there.
  static func strangers(in root: String) throws(FileError) -> [String] {
    guard Disk.kind("\(root)/\(folder)") == .folder else { return [] }
    var strangers: [String] = []
    for (name, kind) in try Disk.list("\(root)/\(folder)") {
      let path = "\(folder)/\(name)"
      let expected: Disk.Kind? =
        switch path {
        case manifest, commit, commitDraft, lock: .file
        case stage: .folder
        default: nil
        }
      if kind != expected { strangers.append(path) }
    }
    return strangers
  }
}
