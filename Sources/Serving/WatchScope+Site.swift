import Files
import Notes
import Preview
import Publishing

extension WatchScope {
  /// What of a site's folder is watched: all that a build may read, and nothing that one writes.
  static func site(_ root: SiteRoot) -> WatchScope {
    let folder = root.folder
    return WatchScope(root: root.path) { path, isFolder in
      let name = path.split(separator: "/").last ?? ""
      guard isFolder else { return !isScratch(name) }
      return !idle.contains(name) && !OutputFolder.isOne(path, in: folder)
    }
  }

  /// Folders in which other programs are busy.
  private static let idle: Set<Substring> = [".git", ".hg", ".svn", "node_modules"]

  /// What editors, and this program, put beside a file while they write it.
  private static func isScratch(_ name: Substring) -> Bool {
    name.hasSuffix("~") || name.hasPrefix(".#") || name == "4913"
      || name.hasPrefix("#") && name.hasSuffix("#")
      || name.hasPrefix(".")
        && [".swp", ".swo", ".swx", ".outloud"].contains { name.hasSuffix($0) }
  }
}
