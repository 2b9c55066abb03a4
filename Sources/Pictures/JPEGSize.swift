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
        if let orientation = orientation(picture.bytes(at: offset + 4, count: length - 2)) {
          isTurned = (5...8).contains(orientation)
        }
      case 0xD9, 0xDA: return nil
      default: break
      }
      offset += 2 + length
    }
    return nil
  }

  /// The orientation, 1 to 8, that an Exif segment gives.
  private static func orientation(_ segment: [UInt8]) -> Int? {
    guard segment.starts(with: "Exif\0\0".utf8) else { return nil }
    let exif = PictureBytes(Array(segment.dropFirst(6)))
    let isBig = exif.bytes(at: 0, count: 2) == Array("MM".utf8)
    func number(_ offset: Int, _ count: Int) -> Int? {
      isBig ? exif.big(at: offset, count: count) : exif.little(at: offset, count: count)
    }
    guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2) else {
      return nil
    }
    for index in 0..<min(count, 200) {
      let entry = directory + 2 + index * 12
      guard let tag = number(entry, 2) else { return nil }
      if tag == 0x0112 { return number(entry + 8, 2) }
    }
    return nil
  }
}
