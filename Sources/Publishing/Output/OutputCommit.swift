import Files

/// Puts a staged build in the place of the one that stands.
///
/// `begin` is the point of no return. `finish` may be ended by anything after any of its steps and
/// is then called again: it does what is left to do.
struct OutputCommit {
  let changes: OutputChanges
  let old: Manifest
  let new: Manifest

  /// The files of the old build that are not in the new one.
  var gone: [OutputPath] {
    old.paths.filter { !new.files.contains($0) }
  }

  func begin() throws(FileError) {
    try changes.createFolder(OutputRecord.folder)
    try changes.create(ManifestText.bytes(new.paths).span, at: OutputRecord.commitDraft)
    try changes.move(OutputRecord.commitDraft, to: OutputRecord.commit)
  }

  /// Old files go last, so that for a moment a page may lead to one too many, never to one too few;
  /// only those that stand where a new file's folder belongs, or the other way round, go first.
  func finish() throws(FileError) {
    let gone = gone
    try remove(
      gone.filter { path in
        new.folders.contains(path) || path.folders.contains(where: new.files.contains)
      })
    if Disk.kind(changes.location(OutputRecord.stage)) == .folder {
      try publish(folder: "")
    }
    try remove(gone)
    try changes.move(OutputRecord.commit, to: OutputRecord.manifest)
    try changes.removeFolder(OutputRecord.stage)
  }

  /// Removes files and the folders that they leave empty. What stands under a name now need not be
  /// the old file, when this is done a second time.
  private func remove(_ paths: [OutputPath]) throws(FileError) {
    for path in paths where Disk.kind(changes.location(path.text)) == .file {
      try changes.removeFile(path.text)
    }
    // A folder comes before what is in it, so the last comes first.
    let left = old.folders.subtracting(new.folders)
    for folder in left.sorted(by: >) where Disk.kind(changes.location(folder.text)) == .folder {
      try changes.prune(folder.text)
    }
  }

  /// Moves what is staged in a folder, given with a trailing `/`: a folder that is new in one step,
  /// else file by file.
  private func publish(folder: String) throws(FileError) {
    let stage = OutputRecord.stage + "/"
    for (name, kind) in try Disk.list(changes.location(stage + folder)) {
      let path = folder + name
      let isOld = kind == .folder && old.folders.contains(OutputPath(found: path))
      if isOld, Disk.kind(changes.location(path)) == .folder {
        try publish(folder: path + "/")
      } else {
        try changes.move(stage + path, to: path)
      }
    }
    try changes.prune(stage + folder)
  }
}
