// W3C “Portable Network Graphics” (third edition), 5 and 11.

/// Keeps of a PNG the chunks that decide what it shows.
enum PNGCleaning {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND",
    "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs",
    "acTL", "fcTL", "fdAT",
  ]

  static func clean(_ picture: [UInt8]) throws(PictureFlaw) -> CleanPicture {
    var clean = CleanPicture(signature)
    clean.bytes.reserveCapacity(picture.count)
    var offset = signature.count
    var hasData = false
    var hasExif = false
    while true {
      guard let length = picture.big(at: offset, count: 4), offset + 8 <= picture.count else {
        throw .truncated
      }
      guard length <= picture.count - offset - 12 else { throw .truncated }
      let name = picture.name(at: offset + 4)
      let chunk = picture[offset..<offset + length + 12]
      let isFirst = offset == signature.count
      guard isFirst == (name == "IHDR"), !isFirst || length == 13 else {
        throw .malformed(at: offset)
      }
      if name == "IEND" { break }
      if name == "IDAT" { hasData = true }
      offset = chunk.endIndex
      if kept.contains(name) {
        clean.bytes += chunk
        continue
      }
      // An upper-case letter: whoever does not know the chunk cannot show the picture.
      guard let first = name.utf8.first, (0x61...0x7A).contains(first) else {
        throw .unknownPart(name)
      }
      guard name == "eXIf" else {
        clean.removed.insert(kind(of: name, chunk))
        continue
      }
      let exif = Exif(chunk.dropFirst(8).dropLast(4))
      if !hasExif, let minimal = exif.minimal { clean.append("eXIf", minimal) }
      if hasExif || length > Exif.minimalSize { clean.removed.formUnion(exif.metadata) }
      hasExif = true
    }
    guard hasData else { throw .malformed(at: offset) }
    clean.append("IEND", [])
    if offset + 12 < picture.count { clean.removed.insert(.trailing) }
    return clean
  }

  private static func kind(of name: String, _ chunk: ArraySlice<UInt8>) -> PictureMetadata {
    switch name {
    case "iTXt" where chunk.dropFirst(8).starts(with: "XML:com.adobe.xmp"): .xmp
    case "tEXt", "zTXt", "iTXt": .text
    default: .other
    }
  }
}

extension CleanPicture {
  fileprivate mutating func append(_ name: String, _ payload: [UInt8]) {
    let content = Array(name.utf8) + payload
    bytes.append(big: payload.count, count: 4)
    bytes += content
    bytes.append(big: Int(Checksum.crc32(content)), count: 4)
  }
}

/// The checksum that ends each chunk of a PNG.
enum Checksum {
  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
  }
}
