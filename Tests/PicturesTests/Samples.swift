@testable import Pictures

/// Small pictures, put together part by part. They have the shape of pictures and little to show.
enum Samples {
  // MARK: - Exif

  /// Exif data with a camera, a place and an orientation.
  static func exif(_ orientation: UInt8, isBig: Bool = false) -> [UInt8] {
    func short(_ number: Int) -> [UInt8] {
      let bytes = [UInt8(number >> 8), UInt8(number & 0xFF)]
      return isBig ? bytes : bytes.reversed()
    }
    func long(_ number: Int) -> [UInt8] {
      isBig ? [0, 0] + short(number) : short(number) + [0, 0]
    }
    func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
      short(tag) + short(type) + long(count) + value
    }
    let head = Array((isBig ? "MM" : "II").utf8) + short(42) + long(8)
    let entries =
      entry(0x010F, 2, 4, Array("CAM\0".utf8))
      + entry(0x0112, 3, 1, short(Int(orientation)) + [0, 0])
      + entry(0x8825, 4, 1, long(50))
    // The place itself: which side of the equator.
    return head + short(3) + entries + long(0) + short(1) + entry(1, 2, 2, Array("N\0\0\0".utf8))
      + long(0)
  }

  static func minimalExif(_ orientation: UInt8) -> [UInt8] {
    Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
      + [0, 0, 0, 0]
  }

  // MARK: - JPEG

  static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 0xFF)] + payload
  }

  static func segment(_ marker: UInt8, _ text: String, _ payload: [UInt8] = []) -> [UInt8] {
    segment(marker, Array(text.utf8) + payload)
  }

  static let frame = segment(0xC2, [8, 0, 48, 0, 64, 1, 1, 0x11, 0])
  static let table = segment(0xDB, Array(0...64))
  static let jfif = segment(0xE0, "JFIF\0", [1, 2, 0, 0, 1, 0, 1, 0, 0])
  /// Two scans, with stuffed bytes, a restart marker and a filling byte.
  static let scans =
    segment(0xDA, [1, 1, 0, 0, 0, 0]) + [1, 0xFF, 0, 2, 0xFF, 0xD0, 3] + [0xFF]
    + segment(0xDA, [1, 1, 0, 1, 63, 0]) + [4, 5]

  static func jpeg(_ segments: [UInt8], trailing: [UInt8] = []) -> [UInt8] {
    [0xFF, 0xD8] + segments + table + frame + scans + [0xFF, 0xD9] + trailing
  }

  // MARK: - PNG

  static func chunk(_ name: String, _ payload: [UInt8]) -> [UInt8] {
    var chunk: [UInt8] = []
    chunk.append(big: payload.count, count: 4)
    chunk += Array(name.utf8) + payload
    chunk.append(big: Int(Checksum.crc32(Array(name.utf8) + payload)), count: 4)
    return chunk
  }

  static let header = chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  static let data = chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01])
  static let end = chunk("IEND", [])

  static func png(_ chunks: [UInt8] = [], trailing: [UInt8] = []) -> [UInt8] {
    PNGCleaning.signature + header + chunks + data + end + trailing
  }

  // MARK: - WebP

  static func part(_ name: String, _ payload: [UInt8]) -> [UInt8] {
    var part = Array(name.utf8)
    part.append(little: payload.count, count: 4)
    return part + payload + (payload.count % 2 == 1 ? [0] : [])
  }

  static func webP(_ parts: [UInt8], trailing: [UInt8] = []) -> [UInt8] {
    var file = Array("RIFF".utf8)
    file.append(little: parts.count + 4, count: 4)
    return file + "WEBP".utf8 + parts + trailing
  }

  static func extended(_ flags: UInt8) -> [UInt8] {
    part("VP8X", [flags, 0, 0, 0, 63, 0, 0, 47, 0, 0])
  }

  static let lossy = part("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 64, 0, 48, 0, 7])

  // MARK: - GIF

  static let screen = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
  static let control: [UInt8] = [0x21, 0xF9, 4, 0, 9, 0, 0, 0]
  static let image: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  static let loop = application("NETSCAPE2.0", [3, 1, 4, 0, 0])

  static func application(_ name: String, _ blocks: [UInt8]) -> [UInt8] {
    [0x21, 0xFF, 11] + name.utf8 + blocks
  }

  static let comment: [UInt8] = [0x21, 0xFE, 2, 0x68, 0x69, 0]

  // MARK: - AVIF

  static func box(_ name: String, _ payload: [UInt8]) -> [UInt8] {
    var box: [UInt8] = []
    box.append(big: payload.count + 8, count: 4)
    return box + name.utf8 + payload
  }

  static func avif(items: [String], payload: [UInt8] = [1, 2, 3]) -> [UInt8] {
    let entries = items.flatMap { name in
      box("infe", [2, 0, 0, 0, 0, 1, 0, 0] + name.utf8 + [0])
    }
    let information = box("iinf", [0, 0, 0, 0, 0, UInt8(items.count)] + entries)
    return box("ftyp", Array("avif\0\0\0\0mif1".utf8)) + box("meta", [0, 0, 0, 0] + information)
      + box("mdat", payload)
  }
}
