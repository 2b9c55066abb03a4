import Files

/// What stands in a folder and is listed nowhere.
///
/// A symbolic link is always foreign, even by the name of a listed file: nothing that is written or
/// removed may pass through one. So is a folder in which no listed file lies; it is named, with a
/// `/`, and not looked into.
struct Foreign {
  /// The builds whose files may stand there.
  let manifests: [Manifest]

  /// The foreign paths below a folder, relative to it, in no order; `exception` is the name of one
  /// of its sub-folders.
  func paths(in root: String, except exception: String? = nil) throws(FileError) -> [String] {
    var foreign: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for (name, kind) in try Disk.list(root + "/" + folder) {
        let path = OutputPath(found: folder + name)
        if kind == .file, manifests.contains(where: { $0.files.contains(path) }) { continue }
        if kind == .folder {
          if path.text == exception { continue }
          if manifests.contains(where: { $0.folders.contains(path) }) {
            pending.append(path.text + "/")
            continue
          }
        }
        foreign.append(kind == .folder ? path.text + "/" : path.text)
      }
    }
    return foreign
  }
}
