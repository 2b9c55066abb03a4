// Xiph.org, Ogg Vorbis I: comment field and header specification; RFC 9639, 8.6 and 8.8; RFC 7845, 5.2.

/// The comments of Ogg and FLAC: `ARTIST=Ada`.
enum VorbisComments {
  private static let countLimit = 1_000

  /// `bytes` begin with the name of the program that wrote them.
  static func read(_ bytes: ArraySlice<UInt8>, _ findings: inout AttachmentFindings) {
    var rest = bytes
    func take() -> ArraySlice<UInt8>? {
      guard let count = number(&rest), count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
    guard take() != nil, let count = number(&rest) else { return }
    for _ in 0..<min(count, countLimit) {
      guard let comment = take() else { return }
      let text = String(decoding: comment.prefix(65_536), as: UTF8.self)
      let name = text.prefix { $0 != "=" }
      // A picture in base64.
      guard name.uppercased() != "METADATA_BLOCK_PICTURE" else {
        if let block = Base64.decode(comment.dropFirst(name.utf8.count + 1)) {
          FLACTraces.read(picture: block[...], &findings)
        }
        continue
      }
      findings.add(String(text.dropFirst(name.count + 1)), named: String(name))
    }
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= 4 else { return nil }
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Sound in Ogg: its second packet holds the comments.
enum OggTraces {
  private static let limit = 1_048_576

  static func find(in file: PictureBytes, _ findings: inout AttachmentFindings) {
    var packets: [[UInt8]] = [[]]
    var offset = 0
    while packets.count < 4, offset < limit, file.name(at: offset) == "OggS" {
      guard let count = file.big(at: offset + 26, count: 1) else { break }
      let lengths = file.bytes(at: offset + 27, count: count)
      guard lengths.count == count else { break }
      offset += 27 + count
      for length in lengths {
        packets[packets.count - 1] += file.bytes(at: offset, count: Int(length))
        offset += Int(length)
        // A segment that is not full ends its packet.
        if length < 255 { packets.append([]) }
      }
    }
    for packet in packets {
      for mark in ["\u{3}vorbis", "OpusTags", "\u{1}theora"] where packet.starts(with: mark.utf8) {
        VorbisComments.read(packet.dropFirst(mark.utf8.count), &findings)
      }
      // FLAC in Ogg has its blocks as packets.
      if packet.first.map({ $0 & 0x7F }) == 4, packet.count > 4 {
        VorbisComments.read(packet.dropFirst(4), &findings)
      }
    }
  }
}

/// FLAC: blocks of metadata, each with its kind and length.
enum FLACTraces {
  private static let blockLimit = 200
  private static let sizeLimit = 16 * 1_048_576

  static func find(
    in file: PictureBytes, from start: Int, _ findings: inout AttachmentFindings
  ) {
    var offset = start
    for _ in 0..<blockLimit {
      guard let kind = file.big(at: offset, count: 1), let size = file.big(at: offset + 1, count: 3)
      else { return }
      if kind & 0x7F == 4 || kind & 0x7F == 6 {
        let bytes = file.bytes(at: offset + 4, count: min(size, sizeLimit))
        if kind & 0x7F == 4 {
          VorbisComments.read(bytes[...], &findings)
        } else {
          read(picture: bytes[...], &findings)
        }
      }
      offset += 4 + size
      if kind & 0x80 != 0 { return }
    }
  }

  /// A kind, the type of the picture and a description, each with its length; five numbers; the
  /// picture.
  static func read(picture block: ArraySlice<UInt8>, _ findings: inout AttachmentFindings) {
    let bytes = Array(block)
    var offset = 4
    for _ in 0..<2 {
      guard let count = bytes.big(at: offset, count: 4), count <= bytes.count - offset - 4 else {
        return
      }
      findings.add(Array(bytes[offset + 4..<offset + 4 + count]))
      offset += 4 + count
    }
    guard offset + 20 <= bytes.count else { return }
    findings.add(picture: Array(bytes[(offset + 20)...]))
  }
}
