/// Small recordings with words in their metadata, put together part by part.
enum SampleSound {
  static func big(_ number: Int, _ count: Int = 4) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  static func little(_ number: Int) -> [UInt8] { big(number).reversed() }

  /// A frame of ID3: its name, and a text after the byte of its encoding.
  static func frame(_ name: String, _ text: [UInt8], encoding: UInt8 = 3) -> [UInt8] {
    Array(name.utf8) + big(text.count + 1) + [0, 0, encoding] + text
  }

  static func mp3(_ frames: [UInt8]) -> [UInt8] {
    let size = frames.count
    let safe = [21, 14, 7, 0].map { UInt8(size >> $0 & 0x7F) }
    return Array("ID3".utf8) + [3, 0, 0] + safe + frames
      + [0xFF, 0xFB, 0x90, 0] + [UInt8](repeating: 0, count: 200)
  }

  /// With a mark that says which byte comes first.
  static func wide(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static func comments(_ comments: [String]) -> [UInt8] {
    little(1) + Array("x".utf8) + little(comments.count)
      + comments.flatMap { little($0.utf8.count) + Array($0.utf8) }
  }

  static func flac(_ texts: [String]) -> [UInt8] {
    let block = comments(texts)
    return Array("fLaC".utf8) + [0x84] + big(block.count, 3) + block
  }

  static func ogg(_ texts: [String]) -> [UInt8] {
    func page(_ packet: [UInt8]) -> [UInt8] {
      let full = packet.count / 255
      let lengths = [UInt8](repeating: 255, count: full) + [UInt8(packet.count % 255)]
      return Array("OggS".utf8) + [UInt8](repeating: 0, count: 22) + [UInt8(lengths.count)]
        + lengths
        + packet
    }
    return page(Array("\u{1}vorbis".utf8) + [0, 0, 0, 0])
      + page(Array("\u{3}vorbis".utf8) + comments(texts) + [1])
  }

  static func element(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] {
    id + [0x10 | UInt8(content.count >> 24)] + big(content.count, 3) + content
  }

  static func webM(_ name: String, _ value: String) -> [UInt8] {
    let simple =
      element([0x45, 0xA3], Array(name.utf8)) + element([0x44, 0x87], Array(value.utf8))
    let tags = element(
      [0x12, 0x54, 0xC3, 0x67], element([0x73, 0x73], element([0x67, 0xC8], simple)))
    // The segment does not know how long it is.
    return element([0x1A, 0x45, 0xDF, 0xA3], []) + [0x18, 0x53, 0x80, 0x67, 0xFF]
      + element([0x1F, 0x43, 0xB6, 0x75], [0, 0, 0]) + tags
  }

  static func wave(_ name: String, _ text: String) -> [UInt8] {
    let info = Array("INFO".utf8) + Array(name.utf8) + little(text.utf8.count) + Array(text.utf8)
    return Array("RIFF".utf8) + little(info.count + 12) + Array("WAVE".utf8) + Array("LIST".utf8)
      + little(info.count) + info
  }

  static func box(_ name: [UInt8], _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8) + name + content
  }

  static func film(_ name: [UInt8], _ text: String) -> [UInt8] {
    let inside = box(name, big(text.utf8.count, 2) + [0, 0] + Array(text.utf8))
    return box(Array("ftyp".utf8), Array("mp42".utf8))
      + box(Array("moov".utf8), box(Array("udta".utf8), inside))
  }

  /// A colour profile with one text.
  static func profile(_ text: String) -> [UInt8] {
    let words = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let value =
      Array("mluc".utf8) + big(0) + big(1) + big(12) + Array("enUS".utf8) + big(words.count)
      + big(28) + words
    return [UInt8](repeating: 0, count: 128) + big(1) + Array("desc".utf8) + big(144)
      + big(value.count) + value
  }
}
