import Files
import Text

/// A folder as it would be with some files added or changed, and others gone.
struct OverlayFolder: Folder {
  let base: any Folder
  private(set) var added: [String: Source] = [:]
  private(set) var removed: Set<String> = []

  /// Where the bytes of a file are.
  enum Source: Hashable, Sendable {
    case bytes([UInt8])
    /// In another file of the folder.
    case file(String)
  }

  init(_ base: any Folder) {
    self.base = base
  }

  mutating func put(_ source: Source, at path: String) {
    added[path] = source
    removed.remove(path)
  }

  mutating func remove(_ path: String) {
    added[path] = nil
    removed.insert(path)
  }

  func entries(enters: (String) -> Bool) throws(FileError) -> [FolderEntry] {
    let old = try base.entries(enters: enters).filter {
      added[$0.path] == nil && !removed.contains($0.path)
    }
    let new = added.keys.filter { path in
      path.indices.filter { path[$0] == "/" }.allSatisfy { enters(String(path[..<$0])) }
    }
    return (old + new.map { FolderEntry(path: $0, kind: .file) })
      .sorted { $0.path.precedesInBytes($1.path) }
  }

  func kind(_ path: String) -> Disk.Kind? {
    if added[path] != nil { return .file }
    if added.keys.contains(where: { $0.lies(in: path) }) { return .folder }
    return removed.contains(path) ? nil : base.kind(path)
  }

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    switch added[path] {
    case .file(let source): return try base.read(source, limit: limit)
    case .bytes(let bytes):
      guard bytes.count <= limit else { throw FileError(.read, path, .tooLarge(limit: limit)) }
      return bytes
    case nil:
      guard !removed.contains(path) else { throw FileError(.read, path, .system(2)) }
      return try base.read(path, limit: limit)
    }
  }

  func read(_ path: String, at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    switch added[path] {
    case .file(let source): return try base.read(source, at: offset, count: count)
    case .bytes(let bytes): return Array(bytes.dropFirst(offset).prefix(count))
    case nil:
      guard !removed.contains(path) else { throw FileError(.read, path, .system(2)) }
      return try base.read(path, at: offset, count: count)
    }
  }
}
