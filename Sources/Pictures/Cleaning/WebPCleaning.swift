// RFC 9649, 2.

/// Keeps of a WebP the chunks that decide what it shows, and says in its head what is left.
enum WebPCleaning {
  private enum Flag {
    static let animation: UInt8 = 0x02
    static let exif: UInt8 = 0x08
    static let alpha: UInt8 = 0x10
    static let profile: UInt8 = 0x20
  }

  static func clean(_ picture: [UInt8]) throws(PictureFlaw) -> CleanPicture {
    guard let size = picture.little(at: 4, count: 4) else { throw .truncated }
    guard size <= picture.count - 8 else { throw .truncated }
    guard size >= 12 else { throw .malformed(at: 4) }
    let chunks = try chunks(of: picture, from: 12, to: 8 + size)
    var clean = CleanPicture()
    // A byte may fill up what is odd.
    if picture.count > 8 + size + size % 2 { clean.removed.insert(.trailing) }
    guard let first = chunks.first else { throw .truncated }
    guard first.name == "VP8X" else {
      guard first.isImage else { throw .malformed(at: 12) }
      if chunks.count > 1 { clean.removed.insert(.other) }
      clean.bytes.append(first, of: picture)
      return clean.wrapped
    }
    guard first.payload.count == 10 else { throw .malformed(at: 12) }
    var flags = picture[first.payload.lowerBound] & (Flag.animation | Flag.alpha)
    var parts: [UInt8] = []
    var exif: [UInt8]?
    var hasImage = false
    for chunk in chunks.dropFirst() {
      switch chunk.name {
      case "ICCP":
        flags |= Flag.profile
        parts.append(chunk, of: picture)
      case "ANIM", "ALPH": parts.append(chunk, of: picture)
      case "VP8 ", "VP8L":
        hasImage = true
        parts.append(chunk, of: picture)
      case "ANMF":
        hasImage = true
        parts.append("ANMF", try frame(chunk, of: picture, &clean.removed))
      case "EXIF":
        let found = Exif(picture[chunk.payload])
        if exif == nil { exif = found.minimal }
        if chunk.payload.count > Exif.minimalSize || found.minimal == nil {
          clean.removed.formUnion(found.metadata)
        }
      case "XMP ": clean.removed.insert(.xmp)
      default: clean.removed.insert(.other)
      }
    }
    guard hasImage else { throw .malformed(at: 12) }
    if let exif {
      flags |= Flag.exif
      parts.append("EXIF", exif[...])
    }
    var head = Array(picture[first.payload])
    head.replaceSubrange(0..<4, with: [flags, 0, 0, 0])
    clean.bytes.append("VP8X", head[...])
    clean.bytes += parts
    return clean.wrapped
  }

  /// A frame of a moving picture holds chunks of its own.
  private static func frame(
    _ chunk: Chunk, of picture: [UInt8], _ removed: inout Set<PictureMetadata>
  ) throws(PictureFlaw) -> ArraySlice<UInt8> {
    let start = chunk.payload.lowerBound
    guard chunk.payload.count >= 16 else { throw .malformed(at: start) }
    var frame = Array(picture[start..<start + 16])
    let inner = try chunks(of: picture, from: start + 16, to: chunk.payload.upperBound)
    guard inner.contains(where: \.isImage) else { throw .malformed(at: start) }
    for part in inner {
      if part.isImage || part.name == "ALPH" {
        frame.append(part, of: picture)
      } else {
        removed.insert(.other)
      }
    }
    return frame[...]
  }

  private static func chunks(
    of picture: [UInt8], from start: Int, to end: Int
  ) throws(PictureFlaw) -> [Chunk] {
    var chunks: [Chunk] = []
    var offset = start
    while offset < end {
      guard end - offset >= 8, let length = picture.little(at: offset + 4, count: 4),
        length <= end - offset - 8
      else { throw .malformed(at: offset) }
      chunks.append(
        Chunk(name: picture.name(at: offset), payload: offset + 8..<offset + 8 + length))
      offset += 8 + length + length % 2
    }
    return chunks
  }
}

private struct Chunk {
  let name: String
  let payload: Range<Int>

  var isImage: Bool { name == "VP8 " || name == "VP8L" }
}

extension [UInt8] {
  fileprivate mutating func append(_ chunk: Chunk, of picture: [UInt8]) {
    append(chunk.name, picture[chunk.payload])
  }

  fileprivate mutating func append(_ name: String, _ payload: ArraySlice<UInt8>) {
    self += name.utf8
    append(little: payload.count, count: 4)
    self += payload
    if payload.count % 2 == 1 { append(0) }
  }
}

extension CleanPicture {
  /// The chunks in the envelope that says how long they are.
  fileprivate var wrapped: CleanPicture {
    var whole = self
    whole.bytes = Array("RIFF".utf8)
    whole.bytes.append(little: bytes.count + 4, count: 4)
    whole.bytes += "WEBP".utf8
    whole.bytes += bytes
    return whole
  }
}
