import Files

/// The folder of what only its author sees.
package enum PrivateFolder {
  private static let lockName = ".lock"

  /// Makes it, and a folder for notes in it. Where it is new, or nothing is in it yet, git is told to
  /// look away.
  package static func make(in root: String, notes folder: String = "") throws(FileError) {
    let path = "\(root)/\(SiteLayout.privateFolder)"
    try Disk.createFolder(path)
    // A run that was ended here has left it without what tells git, and without anything private.
    if try Disk.list(path).allSatisfy({ $0.name == lockName || $0.name.hasSuffix(".outloud") }) {
      do throws(FileError) {
        try Disk.place(Array("*\n".utf8), at: "\(path)/.gitignore")
      } catch {
        // Somebody else is making it too.
        guard error.isTaken else { throw error }
      }
    }
    let notes = "\(root)/\(SiteLayout.privateNotesFolder)"
    try Disk.createFolder(folder.isEmpty ? notes : "\(notes)/\(folder)")
  }

  /// Keeps others who change notes in it, or bring notes out of it, waiting until the lock is removed;
  /// nil where there is no such folder.
  package static func lock(in root: String) throws(FileError) -> FileLock? {
    let path = "\(root)/\(SiteLayout.privateFolder)"
    return Disk.kind(path) == nil ? nil : try FileLock.wait("\(path)/\(lockName)")
  }
}
