import Text

/// Text that is written in base64, where secrets are not hidden but easily overlooked.
enum EncodedText {
  /// What is shorter holds no secret that is worth the name.
  private static let shortest = 32
  private static let longest = 1_048_576

  /// The runs of base64 in a word of a text that stand for text, each with what it says.
  static func all(in text: [UInt8], _ word: Range<Int>) -> [(range: Range<Int>, bytes: [UInt8])] {
    var found: [(range: Range<Int>, bytes: [UInt8])] = []
    // A run that is long enough has a letter at one of these places.
    var place = word.lowerBound + shortest - 1
    var last = word.lowerBound
    while place < word.upperBound {
      guard isLetter(text[place]) else {
        place += shortest
        continue
      }
      var start = place
      while start > last, isLetter(text[start - 1]) { start -= 1 }
      var end = place + 1
      while end < word.upperBound, isLetter(text[end]) { end += 1 }
      if shortest...longest ~= end - start, let bytes = decoded(text[start..<end]) {
        found.append((start..<end, bytes))
      }
      last = end
      place = end + shortest
    }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool { values[Int(byte)] < 64 }

  private static func decoded(_ run: ArraySlice<UInt8>) -> [UInt8]? {
    // Most runs are addresses, digests and pictures, which shows at once.
    guard isText(decode(run.prefix(shortest))) else { return nil }
    let bytes = decode(run)
    return isText(bytes) ? bytes : nil
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { 0x20...0x7E ~= $0 || 0x09...0x0D ~= $0 }
  }

  private static func decode(_ run: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(run.count * 3 / 4)
    var bits = 0
    var count = 0
    for byte in run {
      bits = (bits << 6 | Int(values[Int(byte)])) & 0xFFFF
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
    }
    return bytes
  }

  /// 255 for what is no letter of base64, of either kind.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    for (value, letter) in letters.utf8.enumerated() { values[Int(letter)] = UInt8(value) }
    for (letter, value) in zip("+/-_".utf8, [62, 63, 62, 63] as [UInt8]) {
      values[Int(letter)] = value
    }
    return values
  }()
}
