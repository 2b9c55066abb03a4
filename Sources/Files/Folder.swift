import Text

/// A folder to read from: on disk, or in memory for tests.
///
/// Paths are relative to the folder, with `/` between components and none at either end.
package protocol Folder: Sendable {
  /// Everything below the folder, ordered by path. `enters` is asked, with a sub-folder's path,
  /// whether to look inside it.
  func entries(enters: (String) -> Bool) throws(FileError) -> [FolderEntry]
  /// What stands at a path; nil where there is nothing.
  func kind(_ path: String) -> Disk.Kind?
  /// The bytes of a regular file below the folder.
  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]
  /// Some bytes of it: as many as asked for, or fewer at its end.
  func read(_ path: String, at offset: Int, count: Int) throws(FileError) -> [UInt8]
}

/// A file or a symbolic link in a folder; sub-folders are not listed by themselves.
package struct FolderEntry: Hashable, Sendable {
  package let path: String
  package let kind: Disk.Kind

  package init(path: String, kind: Disk.Kind) {
    self.path = path
    self.kind = kind
  }
}

/// A folder on disk.
package struct DiskFolder: Folder {
  package let root: String

  package init(_ root: String) {
    self.root = root
  }

  package func entries(enters: (String) -> Bool) throws(FileError) -> [FolderEntry] {
    var found: [FolderEntry] = []
    var pending = [""]
    while let folder = pending.popLast() {
      let listing = try Disk.list(folder.isEmpty ? root : "\(root)/\(folder)")
      for (name, kind) in listing {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if kind != .folder {
          found.append(FolderEntry(path: path, kind: kind))
        } else if enters(path) {
          pending.append(path)
        }
      }
    }
    return found.sorted { $0.path.precedesInBytes($1.path) }
  }

  package func kind(_ path: String) -> Disk.Kind? { Disk.kind(location(path)) }

  package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try Disk.read(location(path), limit: limit)
  }

  package func read(
    _ path: String, at offset: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    try Disk.read(location(path), at: offset, count: count)
  }

  /// Where something of it is to the system.
  func location(_ path: String) -> String { .joining(root, "/", path) }
}

/// The folder that the program was started in, and, for paths that begin with `/`, any other.
package struct WorkingFolder: Folder {
  package init() {}

  package func entries(enters: (String) -> Bool) throws(FileError) -> [FolderEntry] {
    try DiskFolder(".").entries(enters: enters)
  }

  package func kind(_ path: String) -> Disk.Kind? { Disk.kind(path) }

  package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try Disk.read(path, limit: limit)
  }

  package func read(
    _ path: String, at offset: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    try Disk.read(path, at: offset, count: count)
  }
}

/// A folder in memory: paths and what stands there.
package struct MemoryFolder: Folder {
  package var files: [String: [UInt8]]

  package init(_ files: [String: [UInt8]]) {
    self.files = files
  }

  package func entries(enters: (String) -> Bool) throws(FileError) -> [FolderEntry] {
    files.keys
      .filter { path in
        path.indices.filter { path[$0] == "/" }.allSatisfy { enters(String(path[..<$0])) }
      }
      .sorted { $0.precedesInBytes($1) }
      .map { FolderEntry(path: $0, kind: .file) }
  }

  package func kind(_ path: String) -> Disk.Kind? {
    if files[path] != nil { return .file }
    return files.keys.contains { $0.lies(in: path) } ? .folder : nil
  }

  package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    guard let bytes = files[path] else { throw FileError(.read, path, .system(2)) }
    guard bytes.count <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
    return bytes
  }

  package func read(
    _ path: String, at offset: Int, count: Int
  ) throws(FileError) -> [UInt8] {
    Array(try read(path, limit: .max).dropFirst(offset).prefix(count))
  }
}
