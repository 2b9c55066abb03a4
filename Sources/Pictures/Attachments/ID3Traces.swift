// ID3 tag version 2.4.0, main structure and native frames; 2.3.0 and 2.2.0; ID3v1.

/// The tags of MP3, which other kinds of sound carry too.
enum ID3Traces {
  private static let frameLimit = 1_000
  private static let tagLimit = 32 * 1_048_576

  /// Reads the tag at an offset, and tells where it ends.
  @discardableResult
  static func find(
    in file: PictureBytes, at start: Int, _ findings: inout AttachmentFindings
  ) -> Int {
    let head = file.bytes(at: start, count: 10)
    guard head.count == 10, let size = safe(head[6..<10]), (2...4).contains(head[3]) else {
      return start
    }
    let version = Int(head[3])
    let end = start + 10 + min(size, tagLimit)
    var offset = start + 10
    let isUnsynchronised = head[5] & 0x80 != 0
    if head[5] & 0x40 != 0, version > 2, let extra = file.big(at: offset, count: 4) {
      offset += version == 4 ? safe(file.bytes(at: offset, count: 4)[...]) ?? 0 : extra + 4
    }
    for _ in 0..<frameLimit {
      guard let frame = Frame(in: file, at: offset, version: version), frame.end <= end else {
        break
      }
      offset = frame.end
      read(frame, in: file, isUnsynchronised: isUnsynchronised, &findings)
    }
    return start + 10 + size
  }

  /// The tag of 128 bytes at the end of a file, of which nobody tells how long it is: it begins a block
  /// that nothing follows.
  static func readLast(_ tag: [UInt8], _ findings: inout AttachmentFindings) {
    guard tag.count == 128, tag.starts(with: "TAG".utf8) else { return }
    for (start, count, name) in [
      (3, 30, "title"), (33, 30, "artist"), (63, 30, "album"), (97, 30, ""),
    ] {
      let text = tag[start..<start + count].prefix { $0 != 0 }
      findings.add(String(latin: text), named: text.isEmpty ? "" : name)
    }
  }

  private struct Frame {
    let name: String
    let start: Int
    let end: Int

    init?(in file: PictureBytes, at offset: Int, version: Int) {
      let isShort = version == 2
      let head = file.bytes(at: offset, count: isShort ? 6 : 10)
      guard head.count == (isShort ? 6 : 10), head[0] != 0 else { return nil }
      name = String(latin: head[..<(isShort ? 3 : 4)])
      let field = isShort ? head[3..<6] : head[4..<8]
      let plain = field.reduce(0) { $0 << 8 | Int($1) }
      let size = version == 4 ? ID3Traces.safe(field) ?? plain : plain
      start = offset + head.count
      end = start + size
    }
  }

  private static func read(
    _ frame: Frame, in file: PictureBytes, isUnsynchronised: Bool,
    _ findings: inout AttachmentFindings
  ) {
    let isPicture = frame.name == "APIC" || frame.name == "PIC"
    let most = isPicture ? 16 * 1_048_576 : 65_536
    var bytes = file.bytes(at: frame.start, count: min(frame.end - frame.start, most))
    if isUnsynchronised { bytes = bytes.synchronised }
    guard let encoding = bytes.first else { return }
    if isPicture {
      // Behind the kind, a type and a description.
      let starts: [[UInt8]] = [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47]]
      let start = bytes.indices.prefix(1_024).first { index in
        starts.contains { bytes[index...].starts(with: $0) }
      }
      if let start { findings.add(picture: Array(bytes[start...])) }
      return
    }
    if frame.name.hasPrefix("W") {
      findings.add(String(latin: bytes))
      return
    }
    guard frame.name.hasPrefix("T") || textFrames.contains(frame.name) else { return }
    // Remarks have their language before them.
    let skipped = frame.name.hasPrefix("T") ? 1 : 4
    let text =
      switch encoding {
      case 1, 2: String(wide: bytes.dropFirst(skipped), isBig: encoding == 2)
      case 3: String(decoding: bytes.dropFirst(skipped), as: UTF8.self)
      default: String(latin: bytes.dropFirst(skipped))
      }
    // What the author has named has its name first.
    let parts = text.split(separator: "\0", omittingEmptySubsequences: true)
    let isNamed = frame.name.hasPrefix("TXX") && parts.count > 1
    let name = isNamed ? String(parts.first ?? "") : names[frame.name] ?? ""
    findings.add(parts.joined(separator: "\n"), named: name)
  }

  private static let textFrames: Set<String> = [
    "COMM", "COM", "USLT", "ULT", "USER", "OWNE", "IPLS", "IPL", "COMR", "PRIV", "GEOB", "UFID",
  ]

  private static let names = [
    "TPE1": "artist", "TPE2": "artist", "TPE3": "artist", "TPE4": "artist", "TCOM": "composer",
    "TEXT": "author", "TOWN": "owner", "TENC": "encoded by", "TOPE": "artist", "TP1": "artist",
    "TP2": "artist", "TCM": "composer", "TEN": "encoded by",
  ]

  /// Four bytes of seven bits each; nil where one has more.
  private static func safe(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count == 4, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return bytes.reduce(0) { $0 << 7 | Int($1) }
  }
}

extension [UInt8] {
  /// Without the zeros that keep a tag from looking like sound.
  fileprivate var synchronised: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for byte in self where !(byte == 0 && bytes.last == 0xFF) { bytes.append(byte) }
    return bytes
  }
}
