import Files
import Text

/// The folder of a site on disk, and how its paths are shown to someone in another folder.
package struct SiteRoot: Sendable {
  /// Absolute, without links.
  package let path: String
  private let workingFolder: String

  /// The folder given, or the nearest one above it that holds `outloud.yml`; nil where there is no
  /// such folder.
  package init?(_ folder: String) {
    guard let given = Disk.resolved(folder), Disk.kind(given) == .folder else { return nil }
    workingFolder = Disk.workingFolder
    var above = given
    while Disk.kind("\(above)/\(Configuration.fileName)") != .file {
      guard let slash = above.lastIndex(of: "/"), above != "/" else {
        path = given
        return
      }
      above = slash == above.startIndex ? "/" : String(above[..<slash])
    }
    path = above
  }

  package var folder: DiskFolder { DiskFolder(path) }

  package var history: any History {
    GitHistory(of: path) { Disk.kind($0) != nil } ?? NoHistory() as any History
  }

  /// A path of the site as someone in the working folder would write it, if it lies below that.
  package func display(_ path: String) -> String {
    if self.path == workingFolder { return path }
    let below = self.path.path(below: workingFolder == "/" ? "" : workingFolder)
    return "\(below ?? self.path)/\(path)"
  }

  /// A path that the user gave from the working folder, relative to the site; nil outside of it.
  package func relative(_ path: String) -> String? {
    let absolute = path.hasPrefix("/") ? path : "\(workingFolder)/\(path)"
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let clean = "/" + parts.joined(separator: "/")
    return clean.path(below: self.path)
  }
}
