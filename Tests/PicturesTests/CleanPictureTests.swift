import Testing

@testable import Pictures

/// What is left of pictures of dots, byte by byte.
struct CleanPictureTests {
  private func clean(_ bytes: [UInt8]) throws -> CleanPicture {
    let format = try #require(PictureFormat(of: bytes))
    let clean = try CleanPicture(bytes, as: format)
    // What is clean stays as it is.
    let again = try CleanPicture(clean.bytes, as: format)
    #expect(again.bytes == clean.bytes)
    #expect(again.removed.isEmpty)
    return clean
  }

  private func flaw(_ bytes: [UInt8]) -> PictureFlaw? {
    guard let format = PictureFormat(of: bytes) else { return nil }
    do throws(PictureFlaw) {
      _ = try CleanPicture(bytes, as: format)
      return nil
    } catch {
      return error
    }
  }

  // MARK: - JPEG

  @Test func `a clean JPEG stays as it is, with its scans, restarts and filling bytes`() throws {
    let picture = Samples.jpeg(Samples.jfif)
    #expect(try clean(picture).bytes == picture)
    #expect(try clean(picture).removed.isEmpty)
  }

  @Test(arguments: [true, false])
  func `of the Exif data of a JPEG only the orientation is left`(isBig: Bool) throws {
    let exif = Samples.segment(0xE1, "Exif\0\0", Samples.exif(6, isBig: isBig))
    let found = try clean(Samples.jpeg(Samples.jfif + exif))
    let minimal = Samples.segment(0xE1, "Exif\0\0", Samples.minimalExif(6))
    #expect(found.bytes == Samples.jpeg(Samples.jfif + minimal))
    #expect(found.removed == [.exif, .place])
  }

  @Test func `an upright JPEG needs no Exif data, and a second one has none to say`() throws {
    let upright = Samples.segment(0xE1, "Exif\0\0", Samples.exif(1))
    let turned = Samples.segment(0xE1, "Exif\0\0", Samples.exif(8))
    #expect(try clean(Samples.jpeg(upright + turned)).bytes == Samples.jpeg([]))
  }

  @Test func `what programs put into a JPEG goes, colours stay`() throws {
    let profile = Samples.segment(0xE2, "ICC_PROFILE\0", [1, 1, 9, 9])
    let adobe = Samples.segment(0xEE, "Adobe", [0, 100, 0, 0, 0, 0, 2])
    let found = try clean(
      Samples.jpeg(
        Samples.segment(0xE0, "JFIF\0", [1, 2, 0, 0, 1, 0, 1, 1, 1] + [7, 7, 7])
          + Samples.segment(0xE0, "JFXX\0", [0x13]) + profile
          + Samples.segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x/>")
          + Samples.segment(0xE2, "MPF\0II") + Samples.segment(0xED, "Photoshop 3.0\0")
          + Samples.segment(0xEE, "Adobe", [0, 100, 0, 0, 0, 0, 2] + Array("hidden".utf8))
          + Samples.segment(0xEB, "JP") + Samples.segment(0xFE, "a comment")
          + Samples.segment(0xF0, "?"), trailing: Array("a film".utf8)))
    #expect(found.bytes == Samples.jpeg(Samples.jfif + profile + adobe))
    #expect(found.removed == [.preview, .xmp, .iptc, .comment, .trailing, .other])
  }

  @Test func `comments between the scans of a JPEG go too`() throws {
    var picture = Samples.jpeg([])
    picture.replaceSubrange(
      picture.count - 2..<picture.count,
      with: [0xFF] + Samples.segment(0xFE, "a comment") + [0xFF, 0xFF, 0xD9])
    #expect(try clean(picture).bytes == Samples.jpeg([]))
  }

  @Test func `a JPEG that is cut off or makes no sense is refused`() {
    let picture = Samples.jpeg(Samples.jfif)
    for length in 4..<picture.count { #expect(flaw(Array(picture.prefix(length))) == .truncated) }
    #expect(flaw([0xFF, 0xD8, 0xFF, 0xC0, 0, 1, 0]) == .malformed(at: 2))
    #expect(flaw([0xFF, 0xD8, 0xFF, 0xD9]) == .malformed(at: 2))
    #expect(flaw([0xFF, 0xD8] + Samples.scans + [0xFF, 0xD9]) == .malformed(at: 2))
    #expect(flaw([0xFF, 0xD8] + Samples.frame + [0x41]) == .malformed(at: 15))
  }

  // MARK: - PNG

  @Test func `a PNG keeps the chunks that decide what it shows`() throws {
    let kept =
      Samples.chunk("gAMA", [0, 0, 0xB1, 0x8F]) + Samples.chunk("iCCP", Array("p\0\0x".utf8))
      + Samples.chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]) + Samples.chunk("tRNS", [0, 1])
    #expect(try clean(Samples.png(kept)).bytes == Samples.png(kept))
    let found = try clean(
      Samples.png(
        kept + Samples.chunk("tEXt", Array("Author\0Ada".utf8))
          + Samples.chunk("iTXt", Array("XML:com.adobe.xmp\0".utf8))
          + Samples.chunk("tIME", [7, 0xEA, 1, 1, 1, 1, 1]), trailing: [1]))
    #expect(found.bytes == Samples.png(kept))
    #expect(found.removed == [.text, .xmp, .other, .trailing])
  }

  @Test func `of the Exif data of a PNG only the orientation is left`() throws {
    let found = try clean(Samples.png(Samples.chunk("eXIf", Samples.exif(6))))
    #expect(found.bytes == Samples.png(Samples.chunk("eXIf", Samples.minimalExif(6))))
    #expect(found.removed == [.exif, .place])
    #expect(try clean(Samples.png(Samples.chunk("eXIf", Samples.exif(1)))).bytes == Samples.png())
  }

  @Test func `a PNG that is cut off or makes no sense is refused`() {
    let picture = Samples.png()
    for length in 8..<picture.count { #expect(flaw(Array(picture.prefix(length))) == .truncated) }
    #expect(flaw(PNGCleaning.signature + Samples.data + Samples.end) == .malformed(at: 8))
    #expect(flaw(PNGCleaning.signature + Samples.header + Samples.end) == .malformed(at: 33))
    #expect(flaw(Samples.png(Samples.header)) == .malformed(at: 33))
    #expect(flaw(Samples.png(Samples.chunk("CgBI", [1]))) == .unknownPart("CgBI"))
    var lying = picture
    lying[33] = 0xFF
    #expect(flaw(lying) == .truncated)
  }

  @Test func `the checksum is that of PNG`() {
    #expect(Checksum.crc32(Array("IEND".utf8)) == 0xAE42_6082)
  }

  // MARK: - WebP

  @Test func `a simple WebP is its one chunk`() throws {
    #expect(try clean(Samples.webP(Samples.lossy)).bytes == Samples.webP(Samples.lossy))
    let found = try clean(
      Samples.webP(Samples.lossy + Samples.part("XMP ", [1]), trailing: Array("zip".utf8)))
    #expect(found.bytes == Samples.webP(Samples.lossy))
    #expect(found.removed == [.other, .trailing])
  }

  @Test func `a WebP with metadata says that it has none`() throws {
    let profile = Samples.part("ICCP", [1, 2, 3])
    let alpha = Samples.part("ALPH", [0, 1])
    let found = try clean(
      Samples.webP(
        Samples.extended(0x3C) + profile + alpha + Samples.lossy
          + Samples.part("EXIF", Samples.exif(1)) + Samples.part("XMP ", [1, 2])
          + Samples.part("what", [1])))
    #expect(found.bytes == Samples.webP(Samples.extended(0x30) + profile + alpha + Samples.lossy))
    #expect(found.removed == [.exif, .place, .xmp, .other])
  }

  @Test func `of the Exif data of a WebP only the orientation is left`() throws {
    for exif in [Samples.exif(6), Array("Exif\0\0".utf8) + Samples.exif(6, isBig: true)] {
      let found = try clean(
        Samples.webP(Samples.extended(0x08) + Samples.lossy + Samples.part("EXIF", exif)))
      let minimal = Samples.part("EXIF", Samples.minimalExif(6))
      #expect(found.bytes == Samples.webP(Samples.extended(0x08) + Samples.lossy + minimal))
    }
  }

  @Test func `the frames of a moving WebP are cleaned too`() throws {
    let head = [UInt8](repeating: 0, count: 16)
    let movement = Samples.part("ANIM", [0, 0, 0, 0, 2, 0])
    let hidden = Samples.part("ANMF", head + Samples.lossy + Samples.part("XMP ", [1, 2]))
    let found = try clean(Samples.webP(Samples.extended(0x06) + movement + hidden))
    let shown = Samples.part("ANMF", head + Samples.lossy)
    #expect(found.bytes == Samples.webP(Samples.extended(0x02) + movement + shown))
  }

  @Test func `a WebP that is cut off or makes no sense is refused`() {
    let picture = Samples.webP(Samples.extended(0) + Samples.lossy)
    for length in 12..<picture.count { #expect(flaw(Array(picture.prefix(length))) == .truncated) }
    #expect(flaw(Samples.webP(Samples.extended(0))) == .malformed(at: 12))
    #expect(flaw(Samples.webP(Samples.part("junk", [1, 2]))) == .malformed(at: 12))
    var lying = picture
    lying[34] = 0xFF
    #expect(flaw(lying) == .malformed(at: 30))
  }

  // MARK: - GIF

  @Test func `a GIF keeps its pictures, their timing and how often they play`() throws {
    let kept = Samples.screen + Samples.loop + Samples.control + Samples.image + Samples.image
    #expect(try clean(kept + [0x3B]).bytes == kept + [0x3B])
    // A program may leave out the last byte.
    #expect(try clean(kept).bytes == kept + [0x3B])
  }

  @Test func `what programs put into a GIF goes`() throws {
    let plainText: [UInt8] = [0x21, 0x01, 1, 0, 1, 0x41, 0]
    let found = try clean(
      Samples.screen + Samples.comment
        + Samples.application("NETSCAPE2.0", [3, 1, 4, 0, 5, 2, 1, 2, 3, 4, 0])
        + Samples.application("XMP DataXMP", [2, 0x3C, 0x78, 0]) + Samples.control + plainText
        + Samples.application("SOMETHING10", [0]) + Samples.control + Samples.comment
        + Samples.image + [0x3B] + Array("PK".utf8))
    #expect(
      found.bytes == Samples.screen + Samples.loop + Samples.control + Samples.image + [0x3B])
    #expect(found.removed == [.comment, .xmp, .text, .other, .trailing])
  }

  @Test func `a GIF that is cut off or makes no sense is refused`() {
    let picture = Samples.screen + Samples.control + Samples.image
    for length in 6..<picture.count { #expect(flaw(Array(picture.prefix(length))) == .truncated) }
    #expect(flaw(Samples.screen + [0x3B]) == .malformed(at: 19))
    #expect(flaw(Samples.screen + [0x42]) == .malformed(at: 19))
  }

  // MARK: - AVIF and others

  @Test func `an AVIF stays as it is, unless it holds metadata`() throws {
    let picture = Samples.avif(items: ["av01", "grid"])
    #expect(try clean(picture).bytes == picture)
    #expect(flaw(Samples.avif(items: ["av01", "Exif"])) == .metadata([.exif]))
    #expect(
      flaw(Samples.avif(items: ["Exif", "mime"], payload: [0, 0] + Samples.exif(1, isBig: true)))
        == .metadata([.exif, .place, .xmp]))
    #expect(flaw(picture + Samples.box("uuid", [1])) == .metadata([.other]))
    #expect(flaw(Array(picture.dropLast())) == .truncated)
  }

  @Test(arguments: [
    ("II*\0", PictureFormat.tiff), ("MM\0*", .tiff), ("8BPS", .photoshop),
    ("\0\0\0\u{C}JXL ", .jpegXL), ("\0\0\0\u{C}jP  ", .jpeg2000),
    ("\0\0\0\u{18}ftypheic\0\0\0\0mif1", .heic), ("\0\0\0\u{18}ftypmif1\0\0\0\0heic", .heic),
    ("\0\0\0\u{18}ftypmif1\0\0\0\0avif", .avif), ("\0\0\0\u{18}ftypcrx \0\0\0\0", .raw),
  ])
  func `what browsers do not show is known by its beginning`(
    start: String, format: PictureFormat
  ) {
    #expect(PictureFormat(of: Array(start.utf8) + [0, 0, 0, 0]) == format)
    if format != .avif { #expect(flaw(Array(start.utf8) + [0, 0, 0, 0]) == .notShown) }
  }

  @Test func `films, archives and text are no pictures`() {
    for start in ["", "\0\0\0\u{18}ftypmp42", "PK\u{3}\u{4}", "<html><svg>", "RIFF\0\0\0\0WAVE"] {
      #expect(PictureFormat(of: Array(start.utf8)) == nil)
    }
  }
}
