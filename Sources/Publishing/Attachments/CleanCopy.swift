import Files
import Notes
import Pictures
import Problems

extension OutputFile {
  /// A file that lies beside the notes: a picture without its metadata, anything else as it is.
  ///
  /// What is written is what was cleaned: a file that has changed since it was looked at is
  /// cleaned, or refused, as it is now.
  static func companion(_ companion: Companion, in folder: any Folder) -> OutputFile {
    let source = companion.path
    let copy = copy(of: source, in: folder, to: companion.route.file)
    return OutputFile(copy.path) { () throws(Problem) in
      let bytes = try copy.contents()
      guard let format = PictureFormat(of: bytes, at: source) else { return bytes }
      do throws(PictureFlaw) {
        return try CleanPicture(bytes, as: format).bytes
      } catch {
        throw .flawed(source, format, error)
      }
    }
  }
}

extension PictureFormat {
  /// What a file is by its bytes. A browser takes what is called a drawing for one, whatever is in
  /// it.
  init?(of bytes: [UInt8], at path: String) {
    if let format = PictureFormat(of: bytes) {
      self = format
    } else if path.extension == "svg" {
      self = .svg
    } else {
      return nil
    }
  }
}

extension String {
  /// The end of a file's name behind its last point, in small letters.
  var `extension`: String {
    guard let point = utf8.lastIndex(of: UInt8(ascii: ".")), !self[point...].contains("/") else {
      return ""
    }
    return self[index(after: point)...].lowercased()
  }
}
