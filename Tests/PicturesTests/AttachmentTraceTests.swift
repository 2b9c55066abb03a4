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
}
