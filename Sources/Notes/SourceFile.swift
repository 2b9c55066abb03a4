import Files
import Problems
import Text

/// A text file of the user's, as it was read: valid UTF-8 without a byte order mark.
package struct SourceFile: Sendable {
  /// Relative to the site's folder.
  package let path: String
  package let bytes: [UInt8]

  /// A text larger than this is no note.
  package static let sizeLimit = 1_048_576

  /// What some editors put in front of a text.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Reads a file and makes sure that it is text.
  package static func read(_ path: String, in folder: any Folder) -> Result<SourceFile, Problem> {
    let bytes: [UInt8]
    do {
      bytes = try folder.read(path, limit: sizeLimit)
    } catch {
      return .failure(.unreadable(path, error))
    }
    return text(bytes, path)
  }

  /// Reads what comes through a pipe.
  package static func readStandardInput() -> Result<SourceFile, Problem> {
    do throws(FileError) {
      return text(try StandardStream.standardInput.read(limit: sizeLimit), "standard input")
    } catch {
      return .failure(.unreadable(error.path, error))
    }
  }

  /// Makes sure that the bytes of a file are text.
  package static func text(_ bytes: [UInt8], _ path: String) -> Result<SourceFile, Problem> {
    let text = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    let file = SourceFile(path: path, bytes: text)
    if let offset = UTF8Validation.firstInvalid(in: text) {
      return .failure(.notUTF8(file, at: offset))
    }
    if let offset = text.offset(of: 0) { return .failure(.zeroByte(file, at: offset)) }
    return .success(file)
  }

  /// Made anew at each call: only problems ask for it.
  package var lines: Lines { Lines(bytes) }
}
