// JPEG: ITU-T T.81, annex B. JFIF: ITU-T T.871, 10. Profiles: ICC.1, B.4. Adobe: its note 5116, 18.

/// Keeps of a JPEG what decodes it, and nothing else.
enum JPEGCleaning {
  static func clean(_ picture: [UInt8]) throws(PictureFlaw) -> CleanPicture {
    var clean = CleanPicture(Array(picture.prefix(2)))
    clean.bytes.reserveCapacity(picture.count)
    var offset = 2
    var hasFrame = false
    var hasScan = false
    var hasExif = false
    while true {
      // Any number of filling bytes may stand before a marker.
      let start = offset
      guard offset < picture.count else { throw .truncated }
      guard picture[offset] == 0xFF else { throw .malformed(at: offset) }
      while offset < picture.count, picture[offset] == 0xFF { offset += 1 }
      guard offset < picture.count else { throw .truncated }
      let marker = picture[offset]
      offset += 1
      if marker == 0xD9 { break }
      guard marker != 0, !(0xD0...0xD8).contains(marker) else { throw .malformed(at: start) }
      // A marker of its own, for decoders that nobody has any more.
      if marker == 0x01 { continue }
      guard let length = picture.big(at: offset, count: 2) else { throw .truncated }
      guard length >= 2 else { throw .malformed(at: start) }
      guard length <= picture.count - offset else { throw .truncated }
      let payload = picture[offset + 2..<offset + length]
      offset += length
      switch marker {
      case 0xC0...0xCF, 0xDB...0xDF:
        if marker < 0xD0, ![0xC4, 0xC8, 0xCC].contains(marker) { hasFrame = true }
        clean.bytes += picture[start..<offset]
      case 0xDA:
        guard hasFrame else { throw .malformed(at: start) }
        hasScan = true
        let end = endOfScan(picture, from: offset)
        clean.bytes += picture[start..<end]
        offset = end
      case 0xE0...0xEF:
        clean.keep(marker, payload, hasExif: &hasExif)
      case 0xFE: clean.removed.insert(.comment)
      default: clean.removed.insert(.other)
      }
    }
    guard hasScan else { throw .malformed(at: offset - 2) }
    clean.bytes += [0xFF, 0xD9]
    // A second picture, a film, an archive.
    if offset < picture.count { clean.removed.insert(.trailing) }
    return clean
  }

  /// Where the coded data ends: at the first marker that does not belong to it.
  private static func endOfScan(_ picture: [UInt8], from start: Int) -> Int {
    picture.withUnsafeBufferPointer { bytes in
      var offset = start
      while offset < bytes.count {
        guard bytes[offset] == 0xFF else {
          offset += 1
          continue
        }
        var next = offset + 1
        while next < bytes.count, bytes[next] == 0xFF { next += 1 }
        guard next < bytes.count else { return offset }
        guard bytes[next] == 0 || (0xD0...0xD7).contains(bytes[next]) else { return offset }
        offset = next + 1
      }
      return offset
    }
  }
}

extension CleanPicture {
  /// Takes from a segment of an application's own what decoders need.
  fileprivate mutating func keep(
    _ marker: UInt8, _ payload: ArraySlice<UInt8>, hasExif: inout Bool
  ) {
    switch marker {
    case 0xE0 where payload.starts(with: "JFIF\0") && payload.count >= 14:
      // Without the small copy that may stand at its end.
      append(marker, payload.prefix(12) + [0, 0])
      if payload.count > 14 { removed.insert(.preview) }
    case 0xE0: removed.insert(.preview)
    case 0xE1 where payload.starts(with: "Exif\0\0"):
      let exif = Exif(payload)
      defer { hasExif = true }
      guard !hasExif, let minimal = exif.minimal else {
        removed.formUnion(exif.metadata)
        return
      }
      append(marker, Array("Exif\0\0".utf8) + minimal)
      if payload.count > minimal.count + 6 { removed.formUnion(exif.metadata) }
    case 0xE1: removed.insert(payload.starts(with: "http://ns.adobe.com/") ? .xmp : .other)
    case 0xE2 where payload.starts(with: "ICC_PROFILE\0"): append(marker, payload)
    case 0xED: removed.insert(.iptc)
    // It says how colours are coded, without which they come out wrong.
    case 0xEE where payload.starts(with: "Adobe") && payload.count >= 12:
      append(marker, payload.prefix(12))
    default: removed.insert(.other)
    }
  }

  private mutating func append(_ marker: UInt8, _ payload: some Collection<UInt8>) {
    bytes += [0xFF, marker]
    bytes.append(big: payload.count + 2, count: 2)
    bytes += payload
  }
}
