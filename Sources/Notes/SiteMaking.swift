import Files
import Problems

extension StarterSite {
  /// Writes the new portfolio into a folder, which may exist, but must hold none of its files but
  /// for a `.gitignore`, which is added to.
  package func write(to folder: String) throws(Problem) {
    var files = files
    let ignored = files.removeValue(forKey: Self.ignoreFile) ?? ""
    let paths = files.keys.sorted()
    if let taken = paths.first(where: { Disk.kind("\(folder)/\($0)") != nil }) {
      throw .siteExists(taken, in: folder)
    }
    do throws(FileError) {
      try Disk.createFolder("\(folder)/private/notes")
      // First of all, so that nothing private is ever seen by git.
      try Self.add(ignored, to: "\(folder)/\(Self.ignoreFile)")
      for path in paths {
        let target = "\(folder)/\(path)"
        if let slash = target.lastIndex(of: "/") { try Disk.createFolder(String(target[..<slash])) }
        try Disk.place(Array((files[path] ?? "").utf8), at: target)
      }
    } catch {
      throw .siteNotMade(error)
    }
  }

  /// Adds the lines that a text file does not have yet; all or nothing.
  private static func add(_ lines: String, to path: String) throws(FileError) {
    guard Disk.kind(path) != nil else {
      return try Disk.place(Array(lines.utf8), at: path)
    }
    let old = try Disk.read(path)
    let known = Set(old.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
    let missing = lines.split(separator: "\n").filter { !known.contains(String($0)) }
    guard !missing.isEmpty else { return }
    let lineBreak: [UInt8] = old.isEmpty || old.last == 0x0A ? [] : [0x0A]
    try Disk.replace(
      path, with: old + lineBreak + Array((missing.joined(separator: "\n") + "\n").utf8))
  }

  private static let ignoreFile = ".gitignore"
}

extension Problem {
  fileprivate static func siteExists(_ path: String, in folder: String) -> Problem {
    Problem(
      .siteExists, "there is a “\(path)” in “\(folder)” already, and nothing was changed",
      hint: "choose another folder: outloud init my-portfolio")
  }

  fileprivate static func siteNotMade(_ error: FileError) -> Problem {
    Problem(.outputWrite, "“\(error.path)” could not be made: \(error.explanation)")
  }
}
