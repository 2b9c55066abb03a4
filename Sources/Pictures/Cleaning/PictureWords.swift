/// What can be read in the metadata of a picture, whose forms are many: words of ASCII or UTF-8, and
/// of UTF-16.
package enum PictureWords {
  /// Metadata stand at the beginning of a picture.
  private static let limit = 131_072
  private static let shortest = 4

  package static func texts(in picture: [UInt8]) -> [String] {
    let bytes = Array(picture.prefix(limit))
    var texts = bytes.split { $0 < 0x20 || $0 == 0x7F }.filter { $0.count >= shortest }
      .map { String(decoding: $0, as: UTF8.self) }
    // Words of ASCII in UTF-16 are letters with zeros between them, whichever comes first.
    var letters: [UInt8] = []
    var index = 0
    while index + 1 < bytes.count {
      if 0x20...0x7E ~= bytes[index], bytes[index + 1] == 0 {
        letters.append(bytes[index])
        index += 2
        continue
      }
      if letters.count >= shortest { texts.append(String(decoding: letters, as: UTF8.self)) }
      letters = []
      index += 1
    }
    return texts
  }
}
