// ISO/IEC 14496-12, 8.11.6 (items of a file).

/// Looks for metadata in an AVIF, which is woven into it and cannot be cut out here.
package enum AVIFInspection {
  static func inspect(_ picture: [UInt8]) throws(PictureFlaw) -> CleanPicture {
    let found = try metadata(of: picture)
    guard found.isEmpty else { throw .metadata(found) }
    return CleanPicture(picture)
  }

  /// Of an AVIF or another picture of that family.
  package static func metadata(of picture: [UInt8]) throws(PictureFlaw) -> Set<PictureMetadata> {
    let bytes = PictureBytes(picture)
    let boxes = Box.all(in: bytes, from: 0, to: picture.count)
    guard boxes.first?.name == "ftyp", let last = boxes.last else { throw .malformed(at: 0) }
    guard last.end == picture.count else { throw .truncated }
    var found: Set<PictureMetadata> = []
    for box in boxes {
      switch box.name {
      case "uuid": found.insert(.other)
      case "meta":
        let inner = Box.all(in: bytes, from: box.start + 4, to: box.end)
        for information in inner where information.name == "iinf" {
          found.formUnion(items(information, in: bytes))
        }
      default: break
      }
    }
    if found.contains(.exif), namesPlace(picture) { found.insert(.place) }
    return found
  }

  private static func items(_ box: Box, in bytes: PictureBytes) -> Set<PictureMetadata> {
    let isWide = bytes.big(at: box.start, count: 1) ?? 0 > 0
    let entries = Box.all(in: bytes, from: box.start + (isWide ? 8 : 6), to: box.end)
    var found: Set<PictureMetadata> = []
    for entry in entries where entry.name == "infe" {
      // Version, flags, the item's number in two or four bytes, two bytes about its protection.
      let version = bytes.big(at: entry.start, count: 1) ?? 0
      switch bytes.name(at: entry.start + (version > 2 ? 10 : 8)) {
      case "Exif": found.insert(.exif)
      case "mime": found.insert(.xmp)
      case "uri ": found.insert(.other)
      default: break
      }
    }
    return found
  }

  private static let tryLimit = 100

  /// Whether Exif data anywhere in a file say where it was made. They begin with their byte order.
  package static func namesPlace(_ file: [UInt8]) -> Bool {
    var tries = 0
    for offset in file.indices.dropLast(8) where file[offset] == file[offset + 1] {
      let rest = file[offset...]
      guard rest.starts(with: "II*\0") || rest.starts(with: "MM\0*") else { continue }
      if Exif(rest.prefix(65_536)).hasPlace { return true }
      tries += 1
      if tries == tryLimit { return false }
    }
    return false
  }
}
