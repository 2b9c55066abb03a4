import Text

/// Text in the encodings that came before UTF-8, as far as it takes to look for words in it.
enum OldText {
  /// How many bytes at a file's beginning tell whether it is text.
  private static let beginning = 4_096

  /// The bytes of a file as UTF-8: of UTF-16 with its mark, or of one byte for each letter; nil for
  /// what is no text.
  static func bytes(of file: [UInt8]) -> [UInt8]? {
    if file.starts(with: [0xFF, 0xFE]) { return wide(file.dropFirst(2), isBig: false) }
    if file.starts(with: [0xFE, 0xFF]) { return wide(file.dropFirst(2), isBig: true) }
    let start = file.prefix(beginning)
    let controls = start.count { $0 < 0x20 && !(0x09...0x0D ~= $0) || $0 == 0x7F }
    guard controls * 100 <= start.count, !start.contains(0) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count)
    for byte in file {
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        bytes += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return bytes
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
