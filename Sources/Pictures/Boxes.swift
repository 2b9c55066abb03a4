// ISO/IEC 14496-12, 4.2.

/// A box of an ISO base media file: where its contents start and end.
struct Box {
  let name: String
  let start: Int
  let end: Int

  static let limit = 1_000

  /// The boxes of a range, in order, as far as they make sense.
  static func all(in file: PictureBytes, from start: Int, to end: Int) -> [Box] {
    var boxes: [Box] = []
    var offset = start
    while boxes.count < limit, offset < end, let short = file.big(at: offset, count: 4) {
      // 0 means up to the end of the file, 1 that eight bytes of size follow.
      var (head, size) = (8, short)
      if short == 1 {
        guard let high = file.big(at: offset + 8, count: 4), high < 1 << 24,
          let low = file.big(at: offset + 12, count: 4)
        else { break }
        (head, size) = (16, high << 32 | low)
      } else if short == 0 {
        guard end != .max else { break }
        size = end - offset
      }
      guard size >= head, size <= end - offset else { break }
      boxes.append(
        Box(name: file.name(at: offset + 4), start: offset + head, end: offset + size))
      offset += size
    }
    return boxes
  }
}
