import Text

/// The picture that stands for the site where others link to it: a timeline in the site's accent.
///
/// It is drawn and written here, as a PNG of four colours: services that show cards show no SVG.
struct CardPicture: Sendable {
  /// `#` and six hexadecimal digits.
  let accent: String?

  static let route = Route.file("card.png")
  static let width = 1_200
  static let height = 630

  /// Of ledger's style sheet.
  private static let plainAccent: UInt32 = 0x0B6E4F

  private enum Colour: UInt8 { case paper, line, ink, accent }

  private struct Span: Equatable {
    let range: Range<Int>
    let colour: Colour
  }

  func render() -> [UInt8] {
    let accent = accent.flatMap { UInt32($0.dropFirst(), radix: 16) } ?? Self.plainAccent
    var png = PNG(width: Self.width, height: Self.height)
    png.palette = [0xFBFCFA, 0xCBD6CF, 0x18211D, accent]
    var above: [Span] = []
    return png.encoded(
      rows: (0..<Self.height).map { y in
        let spans = Self.spans(y)
        defer { above = spans }
        return spans == above ? nil : Self.row(spans)
      })
  }

  /// What is drawn on the paper of one row, the later over the earlier.
  private static func spans(_ y: Int) -> [Span] {
    var spans = [Span(range: 236..<244, colour: .accent)]
    for (index, length) in [520, 380, 640, 450].enumerated() {
      let distance = y - 108 - 138 * index
      for (radius, colour) in [(30, Colour.paper), (20, .accent)] {
        let half = half(of: radius, at: distance)
        if half > 0 { spans.append(Span(range: 240 - half..<240 + half, colour: colour)) }
      }
      if abs(distance) < 12 { spans.append(Span(range: 310..<310 + length, colour: .ink)) }
      if abs(distance - 44) < 6 {
        spans.append(Span(range: 310..<1_010 - length / 4, colour: .line))
      }
    }
    return spans
  }

  /// Four points to a byte, the first in its highest bits.
  private static func row(_ spans: [Span]) -> [UInt8] {
    var row = [UInt8](repeating: 0, count: width / 4)
    for span in spans {
      let colour = span.colour.rawValue
      let whole = (span.range.lowerBound + 3) / 4..<span.range.upperBound / 4
      row.replaceSubrange(whole, with: [UInt8](repeating: colour * 0b0101_0101, count: whole.count))
      for x in [
        span.range.lowerBound..<whole.lowerBound * 4, whole.upperBound * 4..<span.range.upperBound,
      ].joined() {
        let shift = 6 - 2 * (x % 4)
        row[x / 4] = row[x / 4] & ~(0b11 << shift) | colour << shift
      }
    }
    return row
  }

  /// Half the width of a disc at a distance from its middle.
  private static func half(of radius: Int, at distance: Int) -> Int {
    let rest = radius * radius - distance * distance
    return rest > 0 ? Int(Double(rest).squareRoot()) : 0
  }
}

/// A PNG of at most four colours (W3C “Portable Network Graphics”).
struct PNG {
  let width: Int
  let height: Int
  var palette: [UInt32] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Rows from the top; nil for one that is as the one above.
  func encoded(rows: [[UInt8]?]) -> [UInt8] {
    let empty = [UInt8](repeating: 0, count: (2 * width + 7) / 8)
    var raw: [UInt8] = []
    var above = empty
    for row in rows {
      // Each row is told by its difference from the one above, which mostly is none.
      raw.append(2)
      guard let row else {
        raw += empty
        continue
      }
      raw += zip(row, above).map { $0 &- $1 }
      above = row
    }
    let colours = palette.flatMap { [UInt8($0 >> 16), UInt8($0 >> 8 & 255), UInt8($0 & 255)] }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(UInt32(width)) + big(UInt32(height)) + [2, 3, 0, 0, 0])
      + chunk("PLTE", colours) + chunk("IDAT", Deflated(raw).bytes) + chunk("IEND", [])
  }

  private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + data
    return big(UInt32(data.count)) + named + big(checksum(named))
  }

  /// CRC-32.
  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
  }
}

/// Bytes in the format of zlib (RFC 1950, 1951), where only runs of one byte are made shorter.
private struct Deflated {
  private(set) var bytes: [UInt8] = [0x78, 0x01]
  private var bits = 0
  private var count = 0

  init(_ raw: [UInt8]) {
    // One block, the last, with the codes that the format itself gives.
    write(0b011, 3)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      literal(byte)
      let start = index + 1
      index = start
      while index < raw.count, raw[index] == byte { index += 1 }
      var run = index - start
      while run >= 3 {
        let length = min(run, 258)
        write(length: length)
        // The distance is 1.
        code(0, 5)
        run -= length
      }
      for _ in 0..<run { literal(byte) }
    }
    code(0, 7)
    if count > 0 { write(0, 8 - count) }
    var (low, high) = (UInt32(1), UInt32(0))
    for byte in raw {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    bytes += big(high << 16 | low)
  }

  /// Codes 257 to 264 stand for 3 to 10, 285 for 258; between them, four codes have as many bits
  /// more, which say which length of some is meant.
  private mutating func write(length: Int) {
    guard length < 258 else { return code(0b1100_0101, 8) }
    let extra = max(0, Int.bitWidth - (length - 3).leadingZeroBitCount - 3)
    let symbol = 257 + 4 * extra + (length - 3) >> extra
    if symbol < 280 { code(symbol - 256, 7) } else { code(0xC0 + symbol - 280, 8) }
    write((length - 3) & (1 << extra - 1), extra)
  }

  private mutating func literal(_ byte: UInt8) {
    if byte < 144 { code(0x30 + Int(byte), 8) } else { code(0x190 + Int(byte) - 144, 9) }
  }

  /// Codes begin with their highest bit.
  private mutating func code(_ code: Int, _ length: Int) {
    for place in (0..<length).reversed() { write(code >> place & 1, 1) }
  }

  private mutating func write(_ value: Int, _ length: Int) {
    bits |= value << count
    count += length
    while count >= 8 {
      bytes.append(UInt8(bits & 255))
      bits >>= 8
      count -= 8
    }
  }
}

private func big(_ number: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(number >> $0 & 255) }
}
