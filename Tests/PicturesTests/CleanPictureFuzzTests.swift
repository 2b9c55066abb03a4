import Testing
import Trials

@testable import Pictures

/// Pictures that are cut, changed and mixed at random.
struct CleanPictureFuzzTests {
  private static let drawing = """
    <?xml version="1.0"?><!-- c --><svg xmlns="http://www.w3.org/2000/svg" xmlns:x="u:x" onload="x">
    <style><![CDATA[ a { fill: url(http://a.example/) } ]]> b { } </style>
    <g x:y="1" style="fill:url('#a')"><image href="data:image/png;base64,iVBORw0KGgo="/>&amp;</g></svg>
    """

  private static let seeds: [[UInt8]] = [
    Samples.jpeg(
      Samples.jfif + Samples.segment(0xE1, "Exif\0\0", Samples.exif(6))
        + Samples.segment(0xFE, "secret"), trailing: [1, 2, 3]),
    Samples.png(
      Samples.chunk("eXIf", Samples.exif(6)) + Samples.chunk("tEXt", Array("a\0secret".utf8))),
    Samples.webP(
      Samples.extended(0x0E)
        + Samples.part("ANMF", [UInt8](repeating: 0, count: 16) + Samples.lossy)
        + Samples.part("EXIF", Samples.exif(6)) + Samples.part("XMP ", Array("secret".utf8))),
    Samples.screen + Samples.loop + Samples.control + Samples.comment + Samples.image + [0x3B],
    Samples.avif(items: ["av01", "Exif"]),
    Array(drawing.utf8),
    Array("ID3\u{3}\0\0\0\0\0\u{1A}TIT2\0\0\0\u{4}\0\0\u{3}AdaAPIC\0\0\0\u{3}\0\0\0a\0".utf8),
    Array("OggS".utf8) + [UInt8](repeating: 0, count: 22) + [1, 22, 3] + Array("vorbis".utf8)
      + [0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0] + Array("A=b".utf8),
    Array("fLaC".utf8) + [0x84, 0, 0, 15, 0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0] + Array("A=b".utf8),
    [
      0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0xFF, 0x15, 0x49, 0xA9, 0x66, 0x84,
      0x7B,
    ]
      + [0xA9, 0x81, 0x61],
    Array("RIFF\u{20}\0\0\0WAVELIST\u{10}\0\0\0INFOIART\u{3}\0\0\0Ada\0".utf8),
    Array("%PDF-1.7 /Author (A\\(d\\101) /Title <FEFF0041> <x:xmpmeta Exif\0\0II*\0".utf8),
    Samples.box("ftyp", Array("mp42".utf8))
      + Samples.box("moov", Samples.box("udta", Samples.box("titl", Array("Ada".utf8)))),
  ]

  @Test func `no bytes make it crash or hang, and what comes out is clean`() {
    let fault = Trials.fuzz("pictures") { random in
      let picture = Self.damaged(using: &random)
      let findings = AttachmentFindings(of: PictureBytes(picture))
      guard findings.texts.allSatisfy({ $0.utf8.count <= 65_536 }) else {
        return Base64.encode(picture)
      }
      _ = ColourProfile.texts(ofProfile: picture)
      _ = PictureWords.texts(in: picture)
      _ = PictureSize(of: PictureBytes(picture))
      for format in [PictureFormat(of: picture), .svg].compactMap(\.self) {
        guard let clean = try? CleanPicture(picture, as: format) else { continue }
        let again = try? CleanPicture(clean.bytes, as: format)
        guard again?.bytes == clean.bytes, again?.removed.isEmpty == true else {
          return Base64.encode(picture)
        }
      }
      return nil
    }
    #expect(fault == nil)
  }

  private static func damaged(using random: inout SplitMix64) -> [UInt8] {
    var picture = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 0...6, using: &random) where !picture.isEmpty {
      let place = Int.random(in: 0..<picture.count, using: &random)
      switch Int.random(in: 0...4, using: &random) {
      case 0: picture[place] = .random(in: 0...255, using: &random)
      case 1: picture[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      case 2: picture.removeSubrange(place...)
      case 3: picture.removeSubrange(place..<min(picture.count, place + 9))
      default:
        let other = seeds.randomElement(using: &random) ?? []
        let start = Int.random(in: 0..<other.count, using: &random)
        picture.insert(contentsOf: other[start...].prefix(40), at: place)
      }
    }
    return picture
  }
}
