/// The files that a build made, by path.
///
/// On disk: a line that names the format, then one path a line, ordered by their bytes. It is read
/// as something a stranger wrote, for what it lists may be removed.
struct Manifest: Sendable {
  let paths: [OutputPath]
  /// The same, to be asked for one.
  let files: Set<OutputPath>
  /// All folders above the files.
  let folders: Set<OutputPath>

  private static let header = "outloud manifest 1"

  static let empty = Manifest(ordered: [])

  /// From paths that are ordered, each there once.
  init(ordered paths: [OutputPath]) {
    self.paths = paths
    files = Set(paths)
    var folders: Set<OutputPath> = []
    for path in paths {
      for folder in path.folders {
        // Where a folder is known, those above it are too.
        guard folders.insert(folder).inserted else { break }
      }
    }
    self.folders = folders
  }

  /// The first line, counted from 1, that no build wrote.
  struct Damage: Error {
    let line: Int
  }

  init(parsing bytes: [UInt8]) throws(Damage) {
    var paths: [OutputPath] = []
    var number = 0
    var rest = bytes[...]
    while number == 0 || !rest.isEmpty {
      number += 1
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
        let line = String(validating: rest[..<end], as: UTF8.self)
      else { throw Damage(line: number) }
      rest = rest[(end + 1)...]
      if number == 1 {
        guard line == Self.header else { throw Damage(line: number) }
        continue
      }
      guard let path = try? OutputPath(line), paths.last.map({ $0 < path }) ?? true else {
        throw Damage(line: number)
      }
      paths.append(path)
    }
    self.init(ordered: paths)
  }

  var bytes: [UInt8] {
    var bytes = Array(Self.header.utf8)
    bytes.reserveCapacity(paths.reduce(bytes.count + 1) { $0 + $1.text.utf8.count + 1 })
    bytes.append(UInt8(ascii: "\n"))
    for path in paths {
      bytes.append(contentsOf: path.text.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
