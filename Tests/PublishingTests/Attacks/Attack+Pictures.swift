/// Pictures that tell of their author, lie about themselves, or are programs.
extension Attack {
  private static func svg(_ content: String) -> [UInt8] {
    Array(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(content)</svg>"
        .utf8)
  }

  private static func drawing(_ name: String, _ content: String, _ outcome: Outcome) -> Attack {
    Attack(name, note: "![x](a.svg)", files: ["notes/a.svg": svg(content)], outcome)
  }

  private static func picture(_ name: String, _ file: String, _ bytes: [UInt8], _ outcome: Outcome)
    -> Attack
  {
    Attack(name, note: "![x](\(file))", files: ["notes/\(file)": bytes], outcome)
  }

  private static func chunk(_ name: String, _ payload: [UInt8], length: Int? = nil) -> [UInt8] {
    let count = length ?? payload.count
    return [
      UInt8(count >> 24 & 0xFF), UInt8(count >> 16 & 0xFF), UInt8(count >> 8 & 0xFF),
      UInt8(count & 0xFF),
    ]
      + name.utf8 + payload + [0, 0, 0, 0]
  }

  private static let signature: [UInt8] = [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
  private static let header = chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])

  static let pictures: [Attack] = [
    picture(
      "a place and a comment in a photograph", "a.jpg", SamplePicture.jpeg("quibble"),
      .harmless(without: ["quibble", "CAM"])),
    .init(
      "the same as the picture of a note", note: "---\nimage: a.jpg\n---\nx",
      files: ["notes/a.jpg": SamplePicture.jpeg("quibble")], .harmless(without: ["quibble", "CAM"])),
    .init(
      "the same in static files", note: "x", files: ["static/a.jpg": SamplePicture.jpeg("quibble")],
      .refused(["static/a.jpg: this picture says where it was taken [file-place]"])),
    picture(
      "a remark in a drawing", "a.svg", SamplePicture.svg("quibble"),
      .harmless(without: ["quibble"])),
    picture(
      "text in a PNG", "a.png",
      signature + header + chunk("tEXt", Array("Comment\0quibble".utf8)) + chunk("IDAT", [0])
        + chunk("IEND", []),
      .harmless(without: ["quibble"])),
    picture(
      "data behind the end of a PNG", "a.png",
      signature + header + chunk("IDAT", [0]) + chunk("IEND", [])
        + Array("PK\u{3}\u{4}quibble".utf8),
      .harmless(without: ["quibble"])),
    picture(
      "a length that leaves the file", "a.png",
      signature + header + chunk("IDAT", [0], length: 0x7FFF_FFFF),
      .refused(["notes/a.png: this PNG picture cannot be read: it ends too early [picture-broken]"])
    ),
    picture(
      "a length below zero", "a.png", signature + header + chunk("tEXt", [0], length: 0xFFFF_FFFF),
      .refused(["notes/a.png: this PNG picture cannot be read: it ends too early [picture-broken]"])
    ),
    picture(
      "a photograph of a billion dots", "a.png",
      signature + chunk("IHDR", [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 8, 0, 0, 0, 0])
        + chunk("IDAT", [0]) + chunk("IEND", []),
      .harmless(without: ["quibble"])),
    picture(
      "a remark in a GIF", "a.gif",
      Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255] + [0x21, 0xFE, 7]
        + Array("quibble".utf8) + [0]
        + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B],
      .harmless(without: ["quibble"])),
    picture(
      "a page that is called a picture", "a.jpg",
      Array(("<!DOCTYPE html><script>quibble()</script>" + String(repeating: " ", count: 64)).utf8),
      .harmless(without: [])),
    drawing(
      "a script in a drawing", "<script>quibble()</script><g onload=\"quibble()\"/>",
      .harmless(without: ["quibble", "script>q", "onload"])),
    drawing(
      "a page in a drawing", "<foreignObject><iframe src=\"quibble\"/></foreignObject>",
      .harmless(without: ["quibble", "foreignObject"])),
    drawing(
      "an address that runs",
      "<a xlink:href=\"javascript:quibble()\"><text>x</text></a><a href=\"&#106;avascript:quibble()\"/>",
      .harmless(without: ["quibble"])),
    drawing(
      "a picture from elsewhere in a drawing",
      "<image href=\"https://quibble.example/\"/><use xlink:href=\"//quibble.example/#a\"/>",
      .harmless(without: ["quibble"])),
    drawing(
      "a style that fetches",
      "<style>@import url(//quibble.example/);a{fill:url(//quibble.example/)}</style><g style=\"fill:u\\72l(//quibble.example/)\"/>",
      .harmless(without: ["quibble"])),
    drawing(
      "a set that changes an address",
      "<a id=\"a\"><set attributeName=\"href\" to=\"javascript:quibble()\"/></a>",
      .harmless(without: ["quibble"])),
    picture(
      "a billion laughs", "a.svg",
      Array(
        "<!DOCTYPE svg [<!ENTITY a \"quibble\"><!ENTITY b \"&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&b;</text></svg>"
          .utf8),
      .refused([
        "notes/a.svg: this SVG picture cannot be read: it defines words of its own, which could stand for anything [picture-broken]"
      ])),
    picture(
      "a file of the system, by an entity", "a.svg",
      Array(
        "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>"
          .utf8),
      .refused([
        "notes/a.svg: this SVG picture cannot be read: it defines words of its own, which could stand for anything [picture-broken]"
      ])),
    drawing(
      "elements in elements", String(repeating: "<g>", count: 10_000),
      .refused([
        "notes/a.svg: this SVG picture cannot be read: its elements are nested more than 256 deep [picture-broken]"
      ])),
    .init(
      "a photograph that is written into a note",
      note: "![x](data:image/svg+xml,%3Csvg%20onload=quibble()%3E)",
      .harmless(without: ["quibble"])),
  ]
}
