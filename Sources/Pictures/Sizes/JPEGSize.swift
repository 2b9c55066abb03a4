// JPEG: ITU-T T.81, B.1.1.4 and B.2.2. Orientation: CIPA DC-008 (Exif 2.32), 4.6.4.

extension PictureSize {
  /// Segments before the frame that are looked at; a picture has a few dozen at most.
  private static let segmentLimit = 1_000

  /// Cameras turn the picture by a mark in its metadata, which browsers follow.
  static func jpeg(_ picture: PictureBytes) -> PictureSize? {
    var offset = 2
    var isTurned = false
    for _ in 0..<segmentLimit {
      guard picture.big(at: offset, count: 1) == 0xFF,
        let marker = picture.big(at: offset + 1, count: 1)
      else { return nil }
      // Any number of filling bytes may stand before a marker.
      if marker == 0xFF {
        offset += 1
        continue
      }
      if marker == 0x01 || (0xD0...0xD7).contains(marker) {
        offset += 2
        continue
      }
      guard let length = picture.big(at: offset + 2, count: 2), length >= 2 else { return nil }
      switch marker {
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        guard let height = picture.big(at: offset + 5, count: 2),
          let width = picture.big(at: offset + 7, count: 2)
        else { return nil }
        let size = PictureSize(width, height)
        return isTurned ? size?.turned : size
      case 0xE1:
        let segment = picture.bytes(at: offset + 4, count: length - 2)
        guard segment.starts(with: "Exif\0\0".utf8) else { break }
        if let orientation = Exif(segment[...]).orientation {
          isTurned = (5...8).contains(orientation)
        }
      case 0xD9, 0xDA: return nil
      default: break
      }
      offset += 2 + length
    }
    return nil
  }
}
