// CompuServe's GIF89a; Netscape's application extension for loops.

/// Keeps of a GIF its pictures, their timing and how often they play.
enum GIFCleaning {
  static func clean(_ picture: [UInt8]) throws(PictureFlaw) -> CleanPicture {
    guard picture.count >= 13 else { throw .truncated }
    var offset = 13 + tableSize(picture[10])
    guard offset <= picture.count else { throw .truncated }
    var clean = CleanPicture(Array(picture[..<offset]))
    clean.bytes.reserveCapacity(picture.count)
    var hasImage = false
    // How the next picture is shown; it goes where that goes.
    var control: ArraySlice<UInt8> = []
    while true {
      guard offset < picture.count else {
        // Some leave out the last byte of all.
        guard hasImage else { throw .truncated }
        break
      }
      let start = offset
      switch picture[offset] {
      case 0x2C:
        guard offset + 11 <= picture.count else { throw .truncated }
        offset = try end(ofBlocks: picture, from: offset + 11 + tableSize(picture[offset + 9]))
        clean.bytes += control
        clean.bytes += picture[start..<offset]
        control = []
        hasImage = true
      case 0x21:
        guard offset + 2 <= picture.count else { throw .truncated }
        let label = picture[offset + 1]
        offset = try end(ofBlocks: picture, from: offset + 2)
        switch label {
        case 0xF9 where picture[start + 2] == 4: control = picture[start..<offset]
        case 0xFF: clean.keep(application: picture[start..<offset])
        case 0xFE: clean.removed.insert(.comment)
        case 0x01:
          clean.removed.insert(.text)
          control = []
        default: clean.removed.insert(.other)
        }
      case 0x3B:
        offset += 1
        guard hasImage else { throw .malformed(at: start) }
        if offset < picture.count { clean.removed.insert(.trailing) }
        clean.bytes.append(0x3B)
        return clean
      default: throw .malformed(at: offset)
      }
    }
    clean.bytes.append(0x3B)
    return clean
  }

  /// The bytes of a colour table that flags announce.
  private static func tableSize(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  private static func end(ofBlocks picture: [UInt8], from start: Int) throws(PictureFlaw) -> Int {
    var offset = start
    while offset < picture.count {
      let length = Int(picture[offset])
      offset += 1 + length
      if length == 0 { return offset }
    }
    throw .truncated
  }
}

extension CleanPicture {
  /// Takes from an extension of an application's own how often a picture plays, and its profile.
  fileprivate mutating func keep(application block: ArraySlice<UInt8>) {
    let name = block.dropFirst(3).prefix(11)
    let content = block.dropFirst(14)
    let isNamed = block.dropFirst(2).first == 11
    if isNamed, ["NETSCAPE2.0", "ANIMEXTS1.0"].contains(where: name.starts), content.count >= 4,
      content.starts(with: "\u{3}\u{1}")
    {
      bytes += block.prefix(14) + content.prefix(4) + [0]
      if content.count > 5 { removed.insert(.other) }
    } else if isNamed, name.starts(with: "ICCRGBG1012") {
      bytes += block
    } else {
      removed.insert(name.starts(with: "XMP DataXMP") ? .xmp : .other)
    }
  }
}
