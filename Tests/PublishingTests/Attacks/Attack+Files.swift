/// Recordings and documents that say more than they are meant to.
extension Attack {
  private static func file(
    _ name: String, _ path: String, _ bytes: [UInt8], mark: String = "", _ outcome: Outcome
  ) -> Attack {
    Attack(name, note: "[x](\(path))\(mark)", files: ["notes/\(path)": bytes], outcome)
  }

  private static func told(_ path: String, _ what: String, _ code: String) -> Outcome {
    .refused(["notes/\(path): \(what) in what this file says of itself [\(code)]"])
  }

  private static func word(_ path: String) -> Outcome {
    told(path, "a word of the confidential list stands", "leak-confidential")
  }

  private static func place(_ path: String) -> Outcome {
    .refused(["notes/\(path): this recording says where it was made [file-place]"])
  }

  private static let lone = "a.mp3"
  private static let position = "+59.3293+018.0686/"
  private static let title: [UInt8] = [0xA9] + Array("nam".utf8)
  private static let cover: [UInt8] =
    Array("image/jpeg".utf8) + [0, 3, 0] + SamplePicture.jpeg("quibble")

  static let files: [Attack] = [
    file(
      "a confidential word in the title of a song", lone,
      SampleSound.mp3(SampleSound.frame("TIT2", Array("For Acme".utf8))), word(lone)),
    file(
      "the same in UTF-16", lone,
      SampleSound.mp3(SampleSound.frame("TALB", SampleSound.wide("For Acme"), encoding: 1)),
      word(lone)),
    file(
      "the same in a remark in Latin-1", lone,
      SampleSound.mp3(
        SampleSound.frame(
          "COMM",
          Array("eng".utf8) + [0, 0x4D, 0xFC] + Array("ller & S".utf8) + [0xF6]
            + Array("hne".utf8), encoding: 0)),
      word(lone)),
    file(
      "the same at the end of the file", lone,
      SampleSound.mp3([]) + Array("TAGFor Acme".utf8) + [UInt8](repeating: 0, count: 117),
      word(lone)),
    file(
      "where a song was recorded", lone,
      SampleSound.mp3(SampleSound.frame("TXXX", Array("Recording location\0Home".utf8))),
      place(lone)),
    file(
      "a cover that says where it was taken", lone,
      SampleSound.mp3(SampleSound.frame("APIC", cover, encoding: 0)), place(lone)),
    file(
      "a word in the comments of Ogg", "a.ogg", SampleSound.ogg(["TITLE=For Acme"]), word("a.ogg")),
    file(
      "a place in the comments of Ogg", "a.ogg",
      SampleSound.ogg([String(repeating: "x", count: 600), "GEO_LOCATION=59.3;18.0"]),
      place("a.ogg")),
    file("a word in FLAC", "a.flac", SampleSound.flac(["ALBUM=Acme, live"]), word("a.flac")),
    file("a place in FLAC", "a.flac", SampleSound.flac(["COMMENT=\(position)"]), place("a.flac")),
    file("a word in WebM", "a.webm", SampleSound.webM("TITLE", "At Acme"), word("a.webm")),
    file("a place in WebM", "a.webm", SampleSound.webM("LOCATION", "Home"), place("a.webm")),
    file("a word in WAVE", "a.wav", SampleSound.wave("INAM", "At Acme"), word("a.wav")),
    file("a word in a film", "a.mp4", SampleSound.film(title, "At Acme"), word("a.mp4")),
    file(
      "a position in a remark of a film", "a.mov", SampleSound.film(title, position), place("a.mov")
    ),
    file(
      "a word in the properties of a PDF", "a.pdf",
      Array("%PDF-1.7\n<< /Title <FEFF00410063006D0065> >>".utf8), word("a.pdf")),
    file(
      "the same with signs of its own", "a.pdf",
      Array("%PDF-1.7\n<< /Subject (For \\(all\\) \\101cme) >>".utf8), word("a.pdf")),
    file(
      "a photograph in a PDF that says where it was taken", "a.pdf",
      Array("%PDF-1.7\nstream\n".utf8) + SamplePicture.jpeg("quibble"), place("a.pdf")),
    file(
      "a word in the colour profile of a photograph", "a.jpg",
      SamplePicture.jpeg(
        "quibble",
        profile: Array("ICC_PROFILE\0\u{1}\u{1}".utf8) + SampleSound.profile("Acme screen")),
      word("a.jpg")),
    .init(
      "somebody who has not agreed, in a film",
      note: "---\npeople: [Sam Okafor]\n---\n[x](a.mp4)",
      files: ["notes/a.mp4": SampleSound.film(title, "With Sam Okafor")],
      told("a.mp4", "the name of someone who has not agreed to it stands", "person-named")),
    .init(
      "a name with a stand-in, in a film", note: "[x](a.mp4)",
      files: [
        "notes/a.mp4": SampleSound.film(title, "At Globex"),
        "private/stand-ins.yml": Array("Globex: a bank\n".utf8),
      ],
      told(
        "a.mp4", "a name for which private/stand-ins.yml has other words stands", "leak-stand-in")),
    file(
      "a place that its author knows of", "a.webm", SampleSound.webM("LOCATION", "The park"),
      mark: " <!-- outloud: accept everyone knows the park -->", .harmless(without: [])),
    file(
      "a place that is accepted without a reason", "a.webm", SampleSound.webM("LOCATION", "x"),
      mark: " <!-- outloud: accept -->", place("a.webm")),
    .init(
      "a place in a static file that its author knows of",
      note: "x\n\n<!-- outloud: accept it is the town hall -->\n![x](/a.jpg)",
      files: ["static/a.jpg": SamplePicture.jpeg("x")], .harmless(without: [])),
    .init(
      "the picture of a note that its author knows of",
      note: "---\nimage: /a.jpg # outloud: accept it is the town hall\n---\nx",
      files: ["static/a.jpg": SamplePicture.jpeg("x")],
      .refused(["static/a.jpg: this picture says where it was taken [file-place]"])),
    .init(
      "lengths that leave the file",
      note: "[a](a.mp3) [b](a.ogg) [c](a.flac) [d](a.webm) [e](a.wav)",
      files: [
        "notes/a.mp3": Array("ID3".utf8) + [3, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F]
          + Array("TIT2".utf8) + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 3],
        "notes/a.ogg": Array("OggS".utf8) + [UInt8](repeating: 0xFF, count: 400),
        "notes/a.flac": Array("fLaC".utf8) + [0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        "notes/a.webm": [
          0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF,
        ],
        "notes/a.wav": Array("RIFF".utf8) + [UInt8](repeating: 0xFF, count: 40),
      ],
      .harmless(without: [])),
  ]
}
