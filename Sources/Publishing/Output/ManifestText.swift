import Files
import Text

/// A manifest as it stands on disk.
///
/// A line that names the format, then one path a line, ordered by their bytes. The address of an
/// unlisted page is a secret, and whoever publishes folders that begin with a dot would tell it: what
/// lies below `u/` is listed by `/` and the SHA-256 of its path, behind all others. An id of an
/// unlisted note is too long and random to be guessed, so nothing but the file itself leads from
/// the digest to its path. Folders below `u/` are listed too, with a `/` behind them: an ended build
/// may have left one in which no file is.
///
/// It is read as something a stranger wrote, for what it lists may be removed.
struct ManifestText {
  private var open: [OutputPath] = []
  private var digests: Set<String> = []

  private static let header = "outloud manifest 2"
  /// It listed all paths as they are.
  private static let oldHeader = "outloud manifest 1"
  private static let secretFolder = PublishedNote.unlistedFolder
  private static let digestLength = 64

  /// The first line, counted from 1, that no build wrote.
  struct Damage: Error {
    let line: Int
  }

  init(parsing bytes: [UInt8]) throws(Damage) {
    var number = 0
    var rest = bytes[...]
    var isOld = false
    var last: String?
    while number == 0 || !rest.isEmpty {
      number += 1
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
        let line = String(validating: rest[..<end], as: UTF8.self)
      else { throw Damage(line: number) }
      rest = rest[(end + 1)...]
      if number == 1 {
        isOld = line == Self.oldHeader
        guard isOld || line == Self.header else { throw Damage(line: number) }
        continue
      }
      if !isOld, let digest = Self.digest(inLine: line) {
        guard last.map({ $0.precedesInBytes(digest) }) ?? true else { throw Damage(line: number) }
        last = digest
        digests.insert(digest)
        continue
      }
      guard last == nil, let path = try? OutputPath(line), open.last.map({ $0 < path }) ?? true,
        isOld || !Self.isSecret(path)
      else { throw Damage(line: number) }
      open.append(path)
    }
  }

  /// With the secret paths that stand below some folders, of which not all need be there.
  func manifest(lookingInto roots: [String]) throws(FileError) -> Manifest {
    guard !digests.isEmpty else { return Manifest(ordered: open) }
    var files: Set<OutputPath> = []
    var folders: Set<OutputPath> = [OutputPath(found: Self.secretFolder)]
    for root in roots where Disk.kind("\(root)/\(Self.secretFolder)") == .folder {
      let entries = try DiskFolder("\(root)/\(Self.secretFolder)").entries { folder in
        let path = OutputPath(found: "\(Self.secretFolder)/\(folder)")
        let isOurs = digests.contains(Self.digest(ofFolder: path))
        if isOurs { folders.insert(path) }
        return isOurs
      }
      for entry in entries {
        let path = OutputPath(found: "\(Self.secretFolder)/\(entry.path)")
        if digests.contains(Self.digest(of: path)) { files.insert(path) }
      }
    }
    return Manifest(ordered: (open + files).sorted(), folders: folders)
  }

  /// Of paths that are ordered.
  static func bytes(_ paths: [OutputPath]) -> [UInt8] {
    let open = paths.filter { !isSecret($0) }
    var text = ByteWriter(
      capacity: paths.reduce(header.utf8.count + 1) { $0 + $1.text.utf8.count + 1 })
    text.append("\(header)\n")
    for path in open {
      text.append(path.text)
      text.append(Ascii.newline)
    }
    guard open.count < paths.count else { return text.bytes }
    let secret = paths.filter(isSecret)
    let folders = Set(secret.flatMap(\.folders)).filter(isSecret)
    let digests = secret.map(digest(of:)) + folders.map(digest(ofFolder:))
    for digest in digests.sorted() { text.append("/\(digest)\n") }
    return text.bytes
  }

  private static func isSecret(_ path: OutputPath) -> Bool {
    path.text.lies(in: secretFolder)
  }

  private static func digest(of path: OutputPath) -> String {
    SHA256.hexadecimal(Array(path.text.utf8))
  }

  private static func digest(ofFolder path: OutputPath) -> String {
    SHA256.hexadecimal(Array("\(path.text)/".utf8))
  }

  /// No path begins with a slash.
  private static func digest(inLine line: String) -> String? {
    let digest = line.dropFirst()
    let isOne =
      line.hasPrefix("/") && digest.utf8.count == digestLength
      && digest.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    return isOne ? String(digest) : nil
  }
}
