import Files

/// One file of the published site: where it goes, and how its bytes are made.
package struct OutputFile: Sendable {
  /// Relative to the output folder, such as `notes/cache/index.html`.
  package let path: String
  /// Makes the bytes, once for each build, on any thread, while other files are made beside it. A
  /// page is rendered, a picture is read; nothing is kept once it is written.
  package let contents: @Sendable () throws(FileError) -> [UInt8]

  package init(
    _ path: String, contents: @escaping @Sendable () throws(FileError) -> [UInt8]
  ) {
    self.path = path
    self.contents = contents
  }
}
