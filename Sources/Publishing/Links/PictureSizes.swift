import Files
import Parallel
import Pictures

/// The sizes of pictures that notes show, by their paths in the site's folder.
struct PictureSizes: Sendable {
  private let sizes: [String: PictureSize]

  /// Most headers lie in so many first bytes, which are read at once.
  private static let start = 65_536

  init(of paths: [String], in folder: any Folder) {
    let found = paths.concurrentMap { path in
      PictureSize(of: Self.bytes(of: path, in: folder))
    }
    sizes = Dictionary(
      zip(paths, found).compactMap { path, size in size.map { (path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(path: String) -> PictureSize? { sizes[path] }

  /// A picture that cannot be read has no size; copying it will say why.
  private static func bytes(of path: String, in folder: any Folder) -> PictureBytes {
    let head = (try? folder.read(path, at: 0, count: start)) ?? []
    return PictureBytes { offset, count in
      guard offset >= 0, count > 0 else { return [] }
      if offset + count <= head.count || head.count < start {
        return Array(head.dropFirst(offset).prefix(count))
      }
      return (try? folder.read(path, at: offset, count: count)) ?? []
    }
  }
}
