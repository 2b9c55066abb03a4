// RFC 8794 (EBML); RFC 9559 (Matroska).

/// WebM and Matroska: what the segment says of itself, its tags, and what is attached to it.
enum MatroskaTraces {
  private static let elementLimit = 20_000
  private static let depthLimit = 6

  private static let containers: Set<Int> = [
    0x1853_8067, 0x1549_A966, 0x1254_C367, 0x7373, 0x67C8, 0x1941_A469, 0x61A7,
  ]
  /// Title, muxer and writer, a tag's value, the name and description of an attached file.
  private static let texts: Set<Int> = [0x7BA9, 0x4D80, 0x5741, 0x4487, 0x466E, 0x467E]
  private static let tagName = 0x45A3
  private static let attachedData = 0x465C

  static func find(in file: PictureBytes, _ findings: inout AttachmentFindings) {
    var left = elementLimit
    walk(file, from: 0, to: Int.max, depth: 0, left: &left, &findings)
  }

  private static func walk(
    _ file: PictureBytes, from start: Int, to end: Int, depth: Int, left: inout Int,
    _ findings: inout AttachmentFindings
  ) {
    var offset = start
    var name = ""
    while offset < end, left > 0 {
      left -= 1
      guard let (id, behindID) = id(file, at: offset),
        let (size, content) = size(file, at: behindID)
      else { return }
      // A size of nothing but ones is not known: the segment then goes on to the end.
      let isOpen = size == nil
      guard !isOpen || containers.contains(id) else { return }
      let last = size.map { content > Int.max - $0 ? Int.max : content + $0 } ?? end
      if containers.contains(id) {
        guard depth < depthLimit else { return }
        walk(file, from: content, to: min(last, end), depth: depth + 1, left: &left, &findings)
        if isOpen { return }
      } else if id == tagName {
        name = text(file, content, last)
      } else if texts.contains(id) {
        findings.add(text(file, content, last), named: id == 0x4487 ? name : "")
      } else if id == attachedData, last - content <= 16 * 1_048_576 {
        findings.add(picture: file.bytes(at: content, count: last - content))
      }
      guard last > offset else { return }
      offset = last
    }
  }

  private static func text(_ file: PictureBytes, _ start: Int, _ end: Int) -> String {
    String(decoding: file.bytes(at: start, count: min(max(0, end - start), 16_384)), as: UTF8.self)
  }

  /// The id of an element, which keeps the bit that tells its length.
  private static func id(_ file: PictureBytes, at offset: Int) -> (id: Int, end: Int)? {
    guard let bytes = number(file, at: offset), bytes.count <= 4 else { return nil }
    return (bytes.reduce(0) { $0 << 8 | Int($1) }, offset + bytes.count)
  }

  /// The size of an element; nil for one of nothing but ones.
  private static func size(_ file: PictureBytes, at offset: Int) -> (size: Int?, end: Int)? {
    guard let bytes = number(file, at: offset) else { return nil }
    let mask = UInt64(1) << UInt64(bytes.count * 7) - 1
    let value = bytes.reduce(0) { $0 << 8 | UInt64($1) } & mask
    return (value == mask ? nil : Int(value), offset + bytes.count)
  }

  /// One to eight bytes, of which the first tells how many they are.
  private static func number(_ file: PictureBytes, at offset: Int) -> [UInt8]? {
    guard let first = file.bytes(at: offset, count: 1).first, first != 0 else { return nil }
    let count = first.leadingZeroBitCount + 1
    let bytes = file.bytes(at: offset, count: count)
    return bytes.count == count ? bytes : nil
  }
}
