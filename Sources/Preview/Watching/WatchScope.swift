import Files

/// What of a folder is watched.
package struct WatchScope: Sendable {
  /// Absolute.
  let root: String
  private let isConcerned: @Sendable (_ path: String, _ isFolder: Bool) -> Bool

  /// `concerns` is asked for paths relative to the root: of a folder whether to look inside, of a
  /// file whether its changes matter.
  package init(
    root: String, concerns: @escaping @Sendable (_ path: String, _ isFolder: Bool) -> Bool
  ) {
    self.root = root
    isConcerned = concerns
  }

  func path(_ relative: String) -> String { relative.isEmpty ? root : "\(root)/\(relative)" }

  package func concerns(_ path: String, isFolder: Bool) -> Bool { isConcerned(path, isFolder) }

  /// What all files look like from outside, by their paths.
  func stamps() -> [String: Disk.Stamp] {
    var stamps: [String: Disk.Stamp] = [:]
    var pending = [""]
    while let folder = pending.popLast() {
      for (name, kind) in (try? Disk.list(path(folder))) ?? [] {
        let child = folder.isEmpty ? name : "\(folder)/\(name)"
        guard concerns(child, isFolder: kind == .folder) else { continue }
        if kind == .folder {
          pending.append(child)
        } else {
          stamps[child] = Disk.stamp(path(child))
        }
      }
    }
    return stamps
  }
}
