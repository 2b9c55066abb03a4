import Files
import Leaks
import Notes
import Parallel
import Pictures
import Problems

/// Looks through the author's own files that go into a site for what they say unasked.
struct AttachmentInspection: Sendable {
  let folder: any Folder
  let leakCheck: LeakCheck
  /// Those who have not agreed to be named.
  let unnamed: ConfidentialWords

  /// No picture is larger, in bytes.
  private static let limit = 256 * 1_048_576

  /// With fewer bytes a file is a stand-in that somebody typed, and not what is left of a picture.
  private static let smallest = 64

  /// With more bytes a picture is reported: the lists, too, load all of it.
  private static let heavy = 2_000_000

  private static let names: Set<String> = [
    "jpg", "jpeg", "jfif", "png", "apng", "gif", "webp", "avif", "heic", "heif", "tif", "tiff",
  ]

  /// Of files beside the notes, whose pictures are going to be cleaned.
  func problems(ofCompanions paths: [String]) -> [Problem] {
    paths.concurrentMap(problems(ofCompanion:)).flatMap(\.self)
  }

  /// Of files that are published as they are.
  func problems(ofStaticFiles paths: [String]) -> [Problem] {
    paths.concurrentMap(problems(ofStaticFile:)).flatMap(\.self)
  }

  private func problems(ofCompanion path: String) -> [Problem] {
    guard let beginning = beginning(of: path) else { return [] }
    guard let format = PictureFormat(of: beginning, at: path) else {
      if path.extension == "svgz" { return [.pictureFormat(path, "compressed SVG")] }
      let isStandIn = (1..<Self.smallest).contains(beginning.count)
      return Self.names.contains(path.extension) && !isStandIn
        ? [.pictureUnknown(path)] : problems(ofTracesIn: path)
    }
    guard format.isShown else { return [.pictureFormat(path, format.rawValue)] }
    do throws(FileError) {
      let bytes = try bytes(of: path, beginning)
      do throws(PictureFlaw) {
        let clean = try CleanPicture(bytes, as: format)
        return problems(inWords: ColourProfile.texts(in: clean.bytes, format), of: path)
          + (clean.disarmed.isEmpty ? [] : [.pictureDisarmed(path, clean.disarmed)])
          + (clean.bytes.count > Self.heavy ? [.pictureHeavy(path, clean.bytes.count)] : [])
      } catch {
        return [.flawed(path, format, error)]
      }
    } catch {
      return [.outputRead(error, for: path)]
    }
  }

  private func problems(ofStaticFile path: String) -> [Problem] {
    guard let beginning = beginning(of: path) else { return [] }
    guard let format = PictureFormat(of: beginning, at: path) else {
      return problems(ofTracesIn: path)
    }
    guard let bytes = try? bytes(of: path, beginning) else { return [] }
    let found = Self.metadata(of: bytes, format)
    let words =
      found.isEmpty || format == .svg
      ? ColourProfile.texts(in: bytes, format) : PictureWords.texts(in: bytes)
    let named = problems(inWords: words, of: path)
    if found.contains(.place) { return named + [.filePlace(path, isPicture: true)] }
    return named + (found.isEmpty ? [] : [.fileMetadata(path, found)])
  }

  private func problems(inWords texts: [String], of path: String) -> [Problem] {
    leakCheck.problems(inWords: texts, of: path, unnamed: unnamed)
  }

  /// What a picture that nobody cleans says of people. What only says how it was made is no matter.
  private static func metadata(
    of bytes: [UInt8], _ format: PictureFormat
  ) -> Set<PictureMetadata> {
    var found: Set<PictureMetadata> = []
    switch format {
    case .jpeg, .png, .gif, .webP, .svg:
      found = (try? CleanPicture(bytes, as: format))?.removed ?? []
    case .avif, .heic: found = (try? AVIFInspection.metadata(of: bytes)) ?? []
    case .tiff, .raw: if AVIFInspection.namesPlace(bytes) { found = [.place] }
    case .jpegXL, .jpeg2000, .photoshop: break
    }
    found.remove(.other)
    if format == .svg { found.remove(.comment) }
    return found
  }

  private func problems(ofTracesIn path: String) -> [Problem] {
    let findings = AttachmentFindings(
      of: PictureBytes { offset, count in
        (try? folder.read(path, at: offset, count: count)) ?? []
      })
    let named = problems(inWords: findings.texts, of: path)
    if findings.traces.contains(.place) { return named + [.filePlace(path, isPicture: false)] }
    return named + (findings.traces.isEmpty ? [] : [.fileMetadata(path, findings.traces)])
  }

  /// Nil for a file that cannot be read; copying it will say why.
  private func beginning(of path: String) -> [UInt8]? {
    try? folder.read(path, at: 0, count: PictureFormat.beginning)
  }

  private func bytes(of path: String, _ beginning: [UInt8]) throws(FileError) -> [UInt8] {
    guard beginning.count == PictureFormat.beginning else { return beginning }
    return try folder.read(path, limit: Self.limit)
  }
}
