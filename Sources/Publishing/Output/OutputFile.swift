import Files
import Problems

/// One file of the published site: where it goes, and how its bytes are made.
package struct OutputFile: Sendable {
  /// Relative to the output folder, such as `notes/cache/index.html`.
  package let path: String
  /// Makes the bytes, once for each build, on any thread, while other files are made beside it. A
  /// page is rendered, a picture is read; nothing is kept once it is written.
  package let contents: @Sendable () throws(Problem) -> [UInt8]

  package init(
    _ path: String, contents: @escaping @Sendable () throws(Problem) -> [UInt8]
  ) {
    self.path = path
    self.contents = contents
  }

  /// A copy of a file of a folder.
  static func copy(of source: String, in folder: any Folder, to path: String) -> OutputFile {
    OutputFile(path) { () throws(Problem) in
      do throws(FileError) {
        return try folder.read(source, limit: .max)
      } catch {
        throw .outputRead(error, for: path)
      }
    }
  }
}
