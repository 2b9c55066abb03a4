import Foundation

/// A folder on disk, as sites are watched there, removed with its test.
final class Place: Sendable {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "outloud-\(UUID().uuidString)").path

  func write(_ text: String, to file: String) throws {
    let url = URL(filePath: "\(path)/\(file)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ file: String) {
    try? FileManager.default.removeItem(atPath: "\(path)/\(file)")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
