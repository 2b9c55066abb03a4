import Files
import Problems
import Text

/// One file of the published site: where it goes, and how its bytes are made.
///
/// They are made once for each build, on any thread, while other files are made beside it. A page is
/// rendered, a picture is read; nothing is kept once it is written.
package struct OutputFile: Sendable {
  /// Relative to the output folder, such as `notes/cache/index.html`.
  package let path: String
  private let source: Source

  package typealias Write = @Sendable (inout ByteWriter) throws(Problem) -> Void
  package typealias Read = @Sendable () throws(Problem) -> [UInt8]

  private enum Source {
    case writing(Write)
    case reading(Read)
  }

  /// A file that is written in many small pieces.
  package init(_ path: String, writing write: @escaping Write) {
    self.path = path
    source = .writing(write)
  }

  /// A file that is at hand, or read, as a whole.
  package init(_ path: String, contents read: @escaping Read) {
    self.path = path
    source = .reading(read)
  }

  package func contents() throws(Problem) -> [UInt8] {
    switch source {
    case .reading(let read): return try read()
    case .writing(let write):
      var writer = ByteWriter(capacity: 16_384)
      try write(&writer)
      return writer.bytes
    }
  }

  /// Hands out the contents. What is written is written in `room`, which serves file after file.
  func withContents<Result>(
    in room: inout ByteWriter, _ use: (Span<UInt8>) -> Result
  ) throws(Problem) -> Result {
    switch source {
    case .reading(let read):
      let bytes = try read()
      return use(bytes.span)
    case .writing(let write):
      room.removeAll()
      try write(&room)
      return room.withSpan(use)
    }
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
