import Testing

@testable import Pictures

struct AttachmentTraceTests {
  private func traces(_ bytes: [UInt8]) -> Set<AttachmentTrace> {
    AttachmentTrace.all(in: PictureBytes(bytes))
  }

  private let type = Samples.box("ftyp", Array("mp42".utf8))

  @Test func `a film says where it was made in one of several ways`() {
    let user = [0xA9] + Array("xyz".utf8)
    var position = Samples.box("----", Array("+59.3+018.1/".utf8))
    position.replaceSubrange(4..<8, with: user)
    let key = Samples.box("mdta", Array("com.apple.quicktime.location.ISO6709".utf8))
    let keys = Samples.box("keys", [0, 0, 0, 0, 0, 0, 0, 1] + key)
    let description = Samples.box("stsd", [0, 0, 0, 0, 0, 0, 0, 1] + Samples.box("gpmd", [1]))
    let track = ["stbl", "minf", "mdia", "trak"].reduce(description) { Samples.box($1, $0) }
    for inside in [
      Samples.box("udta", position), Samples.box("udta", Samples.box("loci", [0, 0, 0, 0])),
      Samples.box("meta", keys), Samples.box("meta", [0, 0, 0, 0] + keys), track,
    ] {
      #expect(traces(type + Samples.box("moov", inside)) == [.place])
    }
    #expect(traces(type + Samples.box("moov", Samples.box("udta", [])) + [0, 0, 0, 0]).isEmpty)
  }

  @Test func `documents say who made them`() {
    #expect(traces(Array("%PDF-1.7\n<< /Author (Ada) >>".utf8)) == [.author])
    let late = [UInt8](repeating: 0x20, count: 65_530) + Array("<dc:creator>".utf8)
    #expect(traces(Array("%PDF-1.7".utf8) + late) == [.author])
    #expect(traces(Array("%PDF-1.7\n<< /Title (Ada) >>".utf8)).isEmpty)
    let archive = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26)
    #expect(traces(archive + Array("[Content_Types].xml".utf8)) == [.author, .history])
    #expect(
      traces(archive + Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8))
        == [.author, .history])
    #expect(traces(archive + Array("photos/a.jpg".utf8)).isEmpty)
    #expect(traces(Array("name,age\n".utf8)).isEmpty)
  }

  private func texts(_ bytes: [UInt8]) -> [String] {
    AttachmentFindings(of: PictureBytes(bytes)).texts
  }

  /// A tag of ID3 of some version.
  private func tag(_ version: UInt8, flags: UInt8 = 0, _ frames: [UInt8]) -> [UInt8] {
    Array("ID3".utf8) + [
      version, 0, flags, 0, 0, UInt8(frames.count >> 7), UInt8(frames.count & 0x7F),
    ]
      + frames
  }

  @Test func `three versions of ID3 say the same`() {
    let short = Array("TT2".utf8) + [0, 0, 4, 3] + Array("Ada".utf8)
    #expect(texts(tag(2, short)) == ["Ada"])
    let plain = Array("TIT2".utf8) + [0, 0, 0, 4, 0, 0, 3] + Array("Ada".utf8)
    #expect(texts(tag(3, plain)) == ["Ada"])
    #expect(texts(tag(4, plain)) == ["Ada"])
    // More than 127 bytes, which version 4 counts in another way.
    let long = [UInt8](repeating: 0x61, count: 199)
    #expect(texts(tag(3, Array("TIT2".utf8) + [0, 0, 0, 200, 0, 0, 3] + long)).first?.count == 199)
    #expect(texts(tag(4, Array("TIT2".utf8) + [0, 0, 1, 72, 0, 0, 3] + long)).first?.count == 199)
    // A header that goes on, and zeros that keep the tag from looking like sound.
    #expect(texts(tag(3, flags: 0x40, [0, 0, 0, 6, 0, 0, 0, 0, 0, 0] + plain)) == ["Ada"])
    let stuffed = Array("TIT2".utf8) + [0, 0, 0, 8, 0, 0, 1, 0xFF, 0, 0xFE, 0x41, 0, 0x62, 0]
    #expect(texts(tag(3, flags: 0x80, stuffed)) == ["Ab"])
    #expect(
      traces(tag(3, Array("TPE1".utf8) + [0, 0, 0, 4, 0, 0, 3] + Array("Ada".utf8))) == [.author])
  }

  @Test func `the last tag of a song is found without its size`() {
    let last =
      Array("TAG".utf8) + Array("Title".utf8) + [UInt8](repeating: 0, count: 25)
      + Array("Ada".utf8) + [UInt8](repeating: 0, count: 92)
    for count in [0, 1, 1_000, 65_537] {
      let sound = [0xFF, 0xFB] + [UInt8](repeating: 0x55, count: count)
      #expect(texts(sound + last) == ["Title", "Ada"])
      #expect(traces(sound + last) == [.author])
      #expect(texts(sound + last + [0]).isEmpty)
    }
  }

  @Test(arguments: ["+59.3293+018.0686/", "at -33.8688+151.2093", "+5919.76+01804.12/"])
  func `a position is one wherever it stands`(text: String) {
    let frame =
      Array("TIT2".utf8) + [0, 0, 0, UInt8(text.utf8.count + 1), 0, 0, 3] + Array(text.utf8)
    #expect(traces(tag(3, frame)) == [.place])
  }

  @Test(arguments: ["+1.5-2.25", "2026-11-26", "+46 70 123 45 67", "a+59.3", "+59.3293 +18.0686"])
  func `numbers of other things are none`(text: String) {
    let frame =
      Array("TIT2".utf8) + [0, 0, 0, UInt8(text.utf8.count + 1), 0, 0, 3] + Array(text.utf8)
    #expect(traces(tag(3, frame)).isEmpty)
  }

  @Test func `texts are few and short, however many there are`() {
    let value = [UInt8](repeating: 0x61, count: 60_000)
    let frame = Array("TIT2".utf8) + [0, 0, 0xEA, 0x61, 0, 0, 3] + value
    let frames = (0..<30).flatMap { _ in frame }
    let size = frames.count
    let head = Array("ID3".utf8) + [3, 0, 0] + [21, 14, 7, 0].map { UInt8(size >> $0 & 0x7F) }
    let found = texts(head + frames)
    #expect(found.count <= 17 && found.allSatisfy { $0.utf8.count <= 16_384 })
  }

  @Test func `a colour profile has words of three kinds`() {
    func profile(_ value: [UInt8]) -> [UInt8] {
      [UInt8](repeating: 0, count: 131) + [1] + Array("desc".utf8) + [0, 0, 0, 144]
        + [0, 0, 0, UInt8(value.count)] + value
    }
    let text = Array("text".utf8) + [0, 0, 0, 0] + Array("Ada’s screen".utf8)
    #expect(ColourProfile.texts(ofProfile: profile(text)).first?.hasPrefix("Ada") == true)
    let old = Array("desc".utf8) + [0, 0, 0, 0, 0, 0, 0, 4] + Array("Ada\0".utf8)
    #expect(ColourProfile.texts(ofProfile: profile(old)) == ["Ada"])
    let many =
      Array("mluc".utf8) + [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12] + Array("enUS".utf8)
      + [0, 0, 0, 4, 0, 0, 0, 28, 0, 0x41, 0, 0x62]
    #expect(ColourProfile.texts(ofProfile: profile(many)) == ["Ab"])
    for cut in 0..<profile(many).count {
      #expect(ColourProfile.texts(ofProfile: Array(profile(many).prefix(cut))).count <= 1)
    }
  }
}
