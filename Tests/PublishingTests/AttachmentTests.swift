import Files
import Foundation
import Testing

@testable import Publishing

/// Pictures and other files of the author's, as they are published.
struct AttachmentTests {
  /// A site whose one note shows some files that lie beside it, with those of `static/`.
  private func site(
    _ files: [String: [UInt8]], static others: [String: [UInt8]] = [:]
  ) -> TestSite {
    let links = files.keys.sorted().map { "![x](\($0))\n" }.joined()
    var site = TestSite("-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\n")
    site.folder.files["notes/2026-01-01-a.md"] = Array("# A\n\n\(links)".utf8)
    for (name, bytes) in files { site.folder.files["notes/\(name)"] = bytes }
    for (name, bytes) in others { site.folder.files["static/\(name)"] = bytes }
    return site
  }

  private static let jpeg = SamplePicture.jpeg("secret")
  private static let clean = SamplePicture.cleanJPEG

  private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\">"

  private func bytes(_ site: TestSite, _ path: String) async throws -> [UInt8] {
    let result = try await site.publication()
    let file = try #require(result.files.first { $0.path == path })
    return try file.contents()
  }

  @Test func `pictures beside notes are published without their metadata`() async throws {
    let site = site(["a.jpg": Self.jpeg, "b.png": Self.jpeg, "c.txt": Array("plain".utf8)])
    #expect(try await site.build().report == "")
    for path in ["a.jpg", "b.png"] { #expect(try await bytes(site, path) == Self.clean) }
    #expect(try await bytes(site, "c.txt") == Array("plain".utf8))
  }

  @Test func `so is the picture that stands for a note, and one that is written into it`()
    async throws
  {
    func address(_ picture: [UInt8]) -> String {
      "data:image/jpeg;base64,\(Data(picture).base64EncodedString())"
    }
    var site = site([:])
    site.folder.files["notes/me.jpg"] = Self.jpeg
    site.folder.files["notes/2026-01-01-a.md"] = Array(
      "---\nimage: me.jpg\n---\n# A\n\n![x](\(address(Self.jpeg)))\n".utf8)
    let result = try await site.build()
    #expect(result.report == "")
    #expect(try await bytes(site, "me.jpg") == Self.clean)
    #expect(result["a/index.html"].contains("src=\"\(address(Self.clean))\""))
    #expect(result["feed.xml"].contains(address(Self.clean)))
  }

  @Test func `what a picture was does not matter to what is published of it`() async throws {
    let (a, b) = (site(["a.jpg": Self.jpeg]), site(["a.jpg": Self.clean]))
    #expect(try await bytes(a, "a.jpg") == bytes(b, "a.jpg"))
  }

  @Test func `a picture that cannot be cleaned keeps the site back`() async throws {
    func box(_ name: String, _ payload: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(payload.count + 8)] + name.utf8 + payload
    }
    let entry = box("infe", [2, 0, 0, 0, 0, 1, 0, 0] + Array("Exif\0".utf8))
    let avif =
      box("ftyp", Array("avif\0\0\0\0".utf8))
      + box("meta", [0, 0, 0, 0] + box("iinf", [0, 0, 0, 0, 0, 1] + entry))
    let result = try await site([
      "a.jpg": Array(Self.jpeg.dropLast()), "b.avif": avif,
      "c.heic": Array("\0\0\0\u{10}ftypheic\0\0\0\0".utf8),
      "d.png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + Array("\0\0\0\0what\0\0\0\0".utf8),
      "e.svg": Array("<!DOCTYPE svg [<!ENTITY x \"y\">]>\(Self.drawing)&x;</svg>".utf8),
      "f.svg": [0xFE, 0xFF, 0, 0x3C], "g.svgz": [0x1F, 0x8B],
      "h.gif": Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x42],
      "i.svg": Array("\(Self.drawing)\(String(repeating: "<g>", count: 300))".utf8),
      "j.png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("\0\0\0\u{D}IHDR".utf8)
        + [UInt8](repeating: 0, count: 17) + Array("\0\0\0\0CgBI\0\0\0\0".utf8),
    ]).build()
    #expect(result.files.isEmpty)
    #expect(
      result.report == """
        notes/a.jpg: error: this JPEG picture cannot be read: it ends too early [picture-broken]
          hint: is all of it there? else open it in a program for pictures and save it again
        notes/b.avif: error: this AVIF picture holds Exif data, which cannot be taken out here [picture-metadata]
          hint: take it out with “exiftool -all= FILE”, or save the picture as JPEG, PNG or WebP
        notes/c.heic: error: browsers do not show HEIC pictures, and their metadata cannot be taken out here [picture-format]
          hint: save it as JPEG, PNG or WebP; to offer it as it is, put it into static/
        notes/d.png: error: this PNG picture cannot be read: byte 9 makes no sense [picture-broken]
          hint: open it in a program for pictures and save it again
        notes/e.svg: error: this SVG picture cannot be read: it defines words of its own, which could stand for anything [picture-broken]
          hint: save it as plain SVG, without what is meant for editing
        notes/f.svg: error: this SVG picture cannot be read: it is not in UTF-8 [picture-broken]
          hint: save it in the encoding UTF-8
        notes/g.svgz: error: browsers do not show compressed SVG pictures, and their metadata cannot be taken out here [picture-format]
          hint: save it as JPEG, PNG or WebP; to offer it as it is, put it into static/
        notes/h.gif: error: this GIF picture cannot be read: byte 14 makes no sense [picture-broken]
          hint: open it in a program for pictures and save it again
        notes/i.svg: error: this SVG picture cannot be read: its elements are nested more than 256 deep [picture-broken]
          hint: open it in a program for pictures and save it again
        notes/j.png: error: this PNG picture cannot be read: no browser knows its part “CgBI” [picture-broken]
          hint: open it in a program for pictures and save it again

        """)
  }

  @Test func `what is lost of a drawing is told, and so is what is no picture`() async throws {
    let result = try await site([
      "a.svg": Array(
        "\(Self.drawing)<script>1</script><g onload=\"1\"/><foreignObject/><a href=\"js:\"/></svg>"
          .utf8),
      "b.png": Array("version https://git-lfs.github.com/spec/v1\noid sha256:0123456789\n".utf8),
      "c.png": Array("to come".utf8), "d.png": [],
    ]).build()
    #expect(
      result.report == """
        notes/a.svg: warning: what could run or fetch something was left out of this drawing: “foreignObject”, “href”, “onload” and 1 more [picture-disarmed]
          hint: put in as paths or text what is needed
        notes/b.png: warning: this is named like a picture and is none that I know, so it is published as it is [picture-unknown]
          hint: does it open in a browser?
        notes/d.png: warning: this is named like a picture and is none that I know, so it is published as it is [picture-unknown]
          hint: does it open in a browser?

        """)
    #expect(result["a.svg"] == "\(Self.drawing)<g/><a/></svg>")
  }

  @Test func `a picture that takes long to load is reported, without its metadata`() async throws {
    func jpeg(weighing count: Int) -> [UInt8] {
      let rest = count - Self.clean.count
      return Self.clean.dropLast(3) + [UInt8](repeating: 0x3F, count: rest) + Self.clean.suffix(3)
    }
    var commented = jpeg(weighing: 2_000_000)
    commented.insert(contentsOf: SamplePicture.segment(0xFE, Array("secret".utf8)), at: 2)
    let result = try await site([
      "a.jpg": commented, "b.jpg": jpeg(weighing: 2_000_001), "c.jpg": jpeg(weighing: 12_345_678),
    ]).build()
    #expect(
      result.report == """
        notes/b.jpg: warning: this picture weighs 2.0 MB, and whoever sees it in a list loads all of that [picture-heavy]
          hint: save it smaller, as with “mogrify -resize 2000x2000\\> FILE”
        notes/c.jpg: warning: this picture weighs 12.3 MB, and whoever sees it in a list loads all of that [picture-heavy]
          hint: save it smaller, as with “mogrify -resize 2000x2000\\> FILE”

        """)
  }

  @Test func `other files are published as they are, and say so where they tell of their author`()
    async throws
  {
    let result = try await site([
      "a.pdf": Array("%PDF-1.7 /Author (Ada)".utf8),
      "b.mp4": Array("\0\0\0\u{8}ftyp\0\0\0\u{18}moov\0\0\0\u{10}udta\0\0\0\u{8}loci".utf8),
    ]).build()
    #expect(
      result.report == """
        notes/a.pdf: warning: this file may say who made it [file-metadata]
          hint: it is published as it is: look at its properties before others do
          notes/2026-01-01-a.md:3: note: named here, where it can be accepted: <!-- outloud: accept WHY -->
        notes/b.mp4: error: this recording says where it was made [file-place]
          hint: take that out with “exiftool -all= FILE”, or “ffmpeg -i FILE -map_metadata -1 -map 0:v? -map 0:a? -c copy NEW”
          notes/2026-01-01-a.md:4: note: named here, where it can be accepted: <!-- outloud: accept WHY -->

        """)
  }

  @Test func `a place is accepted on the line that names the file, with a reason`() async throws {
    func report(_ line: String, static isStatic: Bool = false) async throws -> String {
      let path = isStatic ? "static/b.webm" : "notes/b.webm"
      var site = TestSite(
        "-- outloud.yml --\nurl: https://a.example/\n-- notes/2026-01-01-a.md --\nx\n\n\(line)")
      site.folder.files[path] = SampleSound.webM("LOCATION", "The park")
      return try await site.build().report
    }
    let hint =
      "take that out with “exiftool -all= FILE”, or “ffmpeg -i FILE -map_metadata -1 -map 0:v? -map 0:a? -c copy NEW”"
    #expect(
      try await report("[x](b.webm)") == """
        notes/b.webm: error: this recording says where it was made [file-place]
          hint: \(hint)
          notes/2026-01-01-a.md:3: note: named here, where it can be accepted: <!-- outloud: accept WHY -->

        """)
    #expect(try await report("[x](b.webm) <!-- outloud: accept it is a park -->") == "")
    #expect(try await report("<!-- outloud: accept it is a park -->\n[x](b.webm)") == "")
    #expect(
      try await report("[x](/b.webm) <!-- outloud: accept it is a park -->", static: true) == "")
    #expect(
      try await report("[x](b.webm) <!-- outloud: accept -->") == """
        notes/b.webm: error: this recording says where it was made [file-place]
          hint: \(hint)
          notes/2026-01-01-a.md:3: note: accepted here without a reason: say why, behind “outloud: accept”

        """)
    // A file that no note names has no line to accept it on.
    #expect(
      try await report("x", static: true) == """
        static/b.webm: error: this recording says where it was made [file-place]
          hint: \(hint)

        """)
  }

  @Test func `static files stay as they are, and are looked at`() async throws {
    var commented = Self.clean
    commented.insert(contentsOf: SamplePicture.segment(0xFE, Array("secret".utf8)), at: 2)
    let drawing = Array("<!-- x -->\(Self.drawing)<script/></svg>".utf8)
    let broken = Array(Self.jpeg.prefix(9))
    let files = ["b.jpg": commented, "c.svg": drawing, "d.jpg": broken, "e.jpg": Self.clean]
    let fine = site([:], static: files)
    #expect(
      try await fine.build().report == """
        static/b.jpg: warning: this picture holds a comment [file-metadata]
          hint: in static/ it is published as it is; beside a note it is cleaned

        """)
    for (path, expected) in files { #expect(try await bytes(fine, path) == expected) }
    let report = try await site([:], static: ["a/a.jpg": Self.jpeg]).build().report
    #expect(
      report == """
        static/a/a.jpg: error: this picture says where it was taken [file-place]
          hint: in static/ it is published as it is: put it beside a note, where it is cleaned, or clean it with “exiftool -all= FILE”

        """)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/exiftool")))
  func `exiftool finds nothing that should not be there`() async throws {
    let sandbox = try Sandbox()
    try Disk.createFolder(sandbox.output)
    func tags(_ bytes: [UInt8]) throws -> String {
      try Disk.write(bytes, to: sandbox.place("a.jpg"))
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/exiftool")
      process.arguments = ["-s", "-a", "-u", "-G1", sandbox.place("a.jpg")]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      // What the file system, the frame and the tool itself say.
      let own = ["[System]", "[File]", "[ExifTool]", "[Composite]"]
      return String(decoding: output, as: UTF8.self).split(separator: "\n")
        .filter { line in line.contains("Comment") || !own.contains { line.hasPrefix($0) } }
        .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\n")
    }
    let before = try tags(Self.jpeg)
    #expect(before.contains("GPSLatitudeRef") && before.contains("Make : CAM"))
    #expect(before.contains("secret"))
    let site = site(["a.jpg": Self.jpeg])
    #expect(try tags(try await bytes(site, "a.jpg")) == "[IFD0] Orientation : Rotate 90 CW")
  }
}
