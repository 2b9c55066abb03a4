import Files
import Notes

/// What stands where a site is published: what the next build is compared with.
package struct Standing: Sendable {
  /// The files, by their paths below the site's root.
  let files: Set<String>
  private let comparison: Comparison

  /// How one can tell whether a file changes.
  private enum Comparison: Sendable {
    /// By its bytes, in a folder.
    case folder(String)
    /// By the dates that the sitemap gives to pages.
    case dates([String: String])
    case none
  }

  package static let nothing = Standing(files: [], comparison: .none)

  private init(files: Set<String>, comparison: Comparison) {
    self.files = files
    self.comparison = comparison
  }

  /// Some files of a folder.
  init(_ files: some Sequence<String>, in folder: String) {
    self.init(files: Set(files), comparison: .folder(folder))
  }

  /// The pages that a sitemap lists, each with its date where it has one.
  init(pages: [Route: String?]) {
    var dates: [String: String] = [:]
    for (route, date) in pages { dates[route.file] = date }
    self.init(files: Set(pages.keys.map(\.file)), comparison: .dates(dates))
  }

  /// A folder that holds a published site, whoever put it there; what begins with a dot is none of it.
  package init(folder: String) throws(FileError) {
    let entries = try DiskFolder(folder).entries { path in
      !path.hasPrefix(".") && !path.contains("/.")
    }
    self.init(entries.filter { $0.kind == .file }.map(\.path), in: folder)
  }

  /// Whether all files that stand are known, and not only the pages of the sitemap.
  var isWhole: Bool {
    if case .dates = comparison { return false }
    return true
  }

  /// Whether a file that stands would have other bytes, or another date; nil where that cannot be told.
  func changes(_ path: String, to bytes: [UInt8], dated date: String?) -> Bool? {
    switch comparison {
    case .folder(let folder): return !Disk.holds(bytes.span, at: "\(folder)/\(path)")
    case .dates(let dates):
      guard let old = dates[path], let date else { return nil }
      return old != date
    case .none: return nil
    }
  }
}

extension OutputFolder {
  /// The files of the build that stands in the folder, or of the one that will be completed.
  package func standing() throws(OutputFailure) -> Standing {
    guard Disk.kind(path) != nil else { return .nothing }
    let changes = try open()
    guard let manifest = try OutputState.standing(changes) else { return .nothing }
    return Standing(manifest.paths.map(\.text), in: changes.root)
  }
}
