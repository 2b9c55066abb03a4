import Testing

@testable import Pictures

struct PictureSizeTests {
  private func size(_ bytes: [UInt8]) -> [Int]? {
    PictureSize(of: PictureBytes(bytes)).map { [$0.width, $0.height] }
  }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 1, 0x90, 0, 0, 0, 0xC8, 8, 6, 0, 0, 0]

  @Test func `PNG and GIF say it at a fixed place`() {
    #expect(size(Self.png) == [400, 200])
    #expect(size(Array("GIF89a".utf8) + [0x0A, 0x01, 0x14, 0x00, 0, 0, 0]) == [266, 20])
  }

  @Test func `JPEG says it in its frame, behind whatever stands before`() {
    let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
    let tables: [UInt8] = [0xFF, 0xFF, 0xC4, 0, 3, 9]
    let frame: [UInt8] = [0xFF, 0xC2, 0, 11, 8, 0x01, 0x2C, 0x02, 0x58, 1, 1, 0x11, 0]
    #expect(size(head + tables + frame) == [600, 300])
  }

  @Test(
    arguments: [1: [600, 300], 3: [600, 300], 6: [300, 600], 8: [300, 600]], [true, false])
  func `a camera's orientation turns a JPEG`(turn: (key: UInt8, value: [Int]), isBig: Bool) {
    let orientation: [UInt8] =
      isBig
      ? Array("MM".utf8) + [
        0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn.key, 0, 0,
      ]
      : Array("II".utf8) + [
        42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turn.key, 0, 0, 0,
      ]
    let exif = Array("Exif\0\0".utf8) + orientation
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0x01, 0x2C, 0x02, 0x58, 1, 1, 0x11, 0]
    #expect(size([0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + frame) == turn.value)
  }

  @Test func `WebP has three ways to say it`() {
    func webP(_ chunk: String, _ payload: [UInt8]) -> [UInt8] {
      Array("RIFF\0\0\0\0WEBP".utf8) + Array(chunk.utf8) + [0, 0, 0, 0] + payload
    }
    #expect(size(webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x41, 0xF0, 0x00])) == [320, 240])
    // 319 and 239 in fourteen bits each.
    let bits = UInt32(319) | UInt32(239) << 14
    let packed = (0..<4).map { UInt8(bits >> (8 * $0) & 0xFF) }
    #expect(size(webP("VP8L", [0x2F] + packed)) == [320, 240])
    #expect(size(webP("VP8X", [0, 0, 0, 0, 0x3F, 0x01, 0, 0xEF, 0, 0])) == [320, 240])
  }

  private func box(_ name: String, _ payload: [UInt8]) -> [UInt8] {
    [0, 0, UInt8((payload.count + 8) >> 8), UInt8((payload.count + 8) & 0xFF)] + Array(name.utf8)
      + payload
  }

  private func avif(turned: Bool) -> [UInt8] {
    let thumbnail = box("ispe", [0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 16])
    let extent = box("ispe", [0, 0, 0, 0, 0, 0, 0x02, 0x80, 0, 0, 0x01, 0xE0])
    let rotation = box("irot", [turned ? 1 : 2])
    let associations = box(
      "ipma", [0, 0, 0, 0, 0, 0, 0, 2, 0, 9, 1, 1, 0, 1, 2, 0x82, 0x03])
    let properties = box("iprp", box("ipco", thumbnail + extent + rotation) + associations)
    let meta = box("meta", [0, 0, 0, 0] + box("pitm", [0, 0, 0, 0, 0, 1]) + properties)
    return box("ftyp", Array("avif\0\0\0\0mif1".utf8)) + meta
  }

  @Test func `AVIF says it of its primary item`() {
    #expect(size(avif(turned: false)) == [640, 480])
    #expect(size(avif(turned: true)) == [480, 640])
  }

  @Test(
    arguments: [
      ("<svg width=\"30\" height='20'></svg>", [30, 20]),
      (
        "<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\" height=\"1\"> -->\n<!DOCTYPE svg>\n<svg\n  xmlns=\"x\" viewBox=\"0 0 300 150\">",
        [300, 150]
      ),
      ("<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,40.4,20\">", [40, 20]),
      ("<svg width=\"10mm\" height=\"1in\">", [38, 96]),
      ("<svg stroke-width=\"7\" width=\"60px\" viewBox=\"0 0 30 10\">", [60, 20]),
      ("<svg width=\"10\">", nil), ("<html><svg width=\"1\" height=\"1\">", nil), ("", nil),
      ("<svg", nil),
      ("<svg viewBox=\"0 0 0 10\">", nil), ("<svg width=\"1e9\" height=\"1\">", nil),
    ] as [(String, [Int]?)])
  func `SVG says it in its root element`(text: String, expected: [Int]?) {
    #expect(size(Array(text.utf8)) == expected)
  }

  @Test func `a header that lies gives no size`() {
    var huge = Self.png
    huge[16] = 0x7F
    #expect(size(huge) == nil)
    var empty = Self.png
    empty.replaceSubrange(16..<20, with: [0, 0, 0, 0])
    #expect(size(empty) == nil)
  }

  @Test func `no bytes make it crash or hang`() {
    var random = SystemRandomNumberGenerator()
    let seeds = [Self.png, avif(turned: true), [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF]]
    for seed in seeds {
      for length in 0...seed.count { _ = size(Array(seed.prefix(length))) }
      for _ in 0..<2_000 {
        var bytes = seed
        for _ in 0..<4 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
            in: 0...255, using: &random)
        }
        _ = size(bytes)
      }
    }
  }
}
