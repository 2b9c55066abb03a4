import Files

/// What earlier builds left in the output folder.
struct OutputState {
  /// The build that stands; nil before the first.
  let old: Manifest?
  /// The build that was to take its place, where it was ended on the way.
  let begun: Manifest?

  /// Looks and changes nothing; a folder that holds anything foreign is refused.
  init(_ changes: OutputChanges) throws(OutputFailure) {
    old = try Self.manifest(OutputRecord.manifest, changes)
    begun = try Self.begun(changes)
    let known = [old, begun].compactMap(\.self)
    let foreign = try changes.reporting { () throws(FileError) in
      try Foreign(manifests: known).paths(in: changes.root, except: OutputRecord.folder)
        + OutputRecord.strangers(in: changes.root)
    }
    guard foreign.isEmpty else { throw OutputFailure(.outputForeign(foreign, in: changes.place)) }
    guard let begun else { return }
    // What is staged will be moved, so it has to be what was announced.
    let stage = changes.location(OutputRecord.stage)
    guard Disk.kind(stage) == .folder else { return }
    let strange = try changes.reporting { () throws(FileError) in
      try Foreign(manifests: [begun]).paths(in: stage)
    }
    guard strange.isEmpty else {
      throw OutputFailure(.outputForeign(strange, in: "\(changes.place)/\(OutputRecord.stage)"))
    }
  }

  /// The build that stands, or will when the next begins; what else is in the folder is not looked at.
  static func standing(_ changes: OutputChanges) throws(OutputFailure) -> Manifest? {
    if let begun = try begun(changes) { return begun }
    return try manifest(OutputRecord.manifest, changes)
  }

  private static func begun(_ changes: OutputChanges) throws(OutputFailure) -> Manifest? {
    // What it lists is in place already, or still staged.
    try manifest(OutputRecord.commit, changes, alsoIn: [OutputRecord.stage])
  }

  private static func manifest(
    _ record: String, _ changes: OutputChanges, alsoIn places: [String] = []
  ) throws(OutputFailure) -> Manifest? {
    let location = changes.location(record)
    guard Disk.kind(location) == .file else { return nil }
    let bytes = try changes.reporting { () throws(FileError) in
      try Disk.read(location, limit: OutputRecord.limit)
    }
    let text: ManifestText
    do throws(ManifestText.Damage) {
      text = try ManifestText(parsing: bytes)
    } catch {
      throw OutputFailure(.outputRecord("\(changes.place)/\(record)", line: error.line))
    }
    return try changes.reporting { () throws(FileError) in
      try text.manifest(lookingInto: [changes.root] + places.map(changes.location))
    }
  }
}

extension OutputChanges {
  /// Keeps other builds out until the lock is released or the process ends.
  func lock() throws(OutputFailure) -> FileLock {
    let lock: FileLock?
    do throws(FileError) {
      try createFolder(OutputRecord.folder)
      lock = try FileLock.take(location(OutputRecord.lock))
    } catch {
      // Another build moves or removes the folder just now.
      guard !error.isMissing else { throw OutputFailure(.outputLocked(name)) }
      throw OutputFailure(.outputWrite(error, at: name(ofLocation: error.path)))
    }
    guard let lock else { throw OutputFailure(.outputLocked(name)) }
    return lock
  }
}
