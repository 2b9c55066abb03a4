import Testing

@testable import Pictures

/// What is left of drawings.
struct CleanDrawingTests {
  private func clean(_ drawing: String) throws -> CleanPicture {
    let clean = try CleanPicture(Array(drawing.utf8), as: .svg)
    let again = try CleanPicture(clean.bytes, as: .svg)
    #expect(again.bytes == clean.bytes)
    #expect(again.removed.isEmpty && again.disarmed.isEmpty)
    return clean
  }

  private func text(_ clean: CleanPicture) -> String {
    String(decoding: clean.bytes, as: UTF8.self)
  }

  /// A drawing of some elements, with the namespaces that drawings have.
  private func drawing(_ inside: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(inside)</svg>"
  }

  @Test func `a drawing stays as it is, byte by byte`() throws {
    let picture = """
      \u{FEFF}<?xml version="1.0" encoding='UTF-8' standalone="no"?>
      <svg  xmlns="http://www.w3.org/2000/svg"\n xmlns:xlink='http://www.w3.org/1999/xlink' viewBox="0 0 9 9">
      <title>Ward &amp; “plan”</title><style type="text/css">
      <![CDATA[ .a > b { fill: url(#g); font: 1px "It's" } ]]></style>
      <style>.c{fill:url( '#g' )}</style>
      <defs><linearGradient id="g"><stop offset="0%" stop-color='#fff'/></linearGradient></defs>
      <a href="https://b.example/?a=1&amp;b=2" target="_blank"><text x="1" xml:space="preserve">x  y</text></a>
      <use xlink:href="#g" transform="rotate(45 1 2)" fill="url(#g)" style="stroke:red;"></use>
      <path d="M0,0 L1,1" /><animate attributeName="x" from="0" to="9" dur="1s"/>
      </svg>

      """
    // The mark at the beginning is no part of the text.
    #expect(text(try clean(picture)) == String(picture.dropFirst()))
    #expect(try clean(picture).removed.isEmpty)
  }

  @Test(arguments: [
    // What editors keep for themselves.
    ("<!-- by Ada --><g/>", "<g/>"),
    ("<metadata><rdf:RDF xmlns:rdf=\"u:rdf\"><x/></rdf:RDF></metadata><g/>", "<g/>"),
    (
      "<i:n xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:z=\"1\"><g/></i:n><g/>",
      "<g/>"
    ),
    ("<g xmlns:i=\"u:i\" i:label=\"Acme\" data-name=\"Acme\" id=\"a\"/>", "<g id=\"a\"/>"),
    ("<?editor Acme?><g/>", "<g/>"), ("<g/><!---->", "<g/>"),
    ("<style>/* Acme */a{}</style>", "<style>a{}</style>"),
    ("<style>a{}<!-- Acme --></style>", "<style>a{}</style>"),
  ])
  func `what editors leave goes`(inside: String, expected: String) throws {
    let clean = try clean(drawing(inside))
    #expect(text(clean) == drawing(expected))
    #expect(clean.disarmed.isEmpty)
    #expect(!clean.removed.isEmpty)
  }

  @Test(arguments: [
    ("<script>alert(1)</script><g/>", "<g/>", "script"),
    ("<script href=\"a.js\"/><g/>", "<g/>", "script"),
    ("<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>", "", "script"),
    ("<script xmlns=\"\">alert(1)</script>", "", "script"),
    ("<script xmlns=\"http://www.w3.org/1999/&#120;html\">alert(1)</script>", "", "script"),
    ("<h:iframe xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"a\"><g/></h:iframe>", "", "iframe"),
    ("<foreignObject><body onload=\"x\"/></foreignObject><g/>", "<g/>", "foreignObject"),
    ("<g onload=\"alert(1)\" ONCLICK='x'/>", "<g/>", "ONCLICK onload"),
    ("<handler type=\"text/javascript\">x</handler>", "", "handler"),
    ("<a href=\"javascript:alert(1)\"><g/></a>", "<a><g/></a>", "href"),
    ("<a href=\"&#106;ava&#x0A;script:alert(1)\"><g/></a>", "<a><g/></a>", "href"),
    ("<a xlink:href=\" \tjavaScript:alert(1)\"/>", "<a/>", "xlink:href"),
    (
      "<a xmlns:k=\"http://www.w3.org/1999/xlink\" k:href=\"data:text/html,x\"/>",
      "<a xmlns:k=\"http://www.w3.org/1999/xlink\"/>", "k:href"
    ),
    (
      "<a><animate attributeName=\"href\" values=\"javascript:alert(1)\"/></a>", "<a></a>",
      "animate"
    ),
    ("<set attributeName=\" xlink:href\" to=\"javascript:x\"/>", "", "set"),
    ("<set attributeName=\"onload\" to=\"x\"/>", "", "set"),
    ("<use href=\"https://b.example/a.svg#x\"/>", "<use/>", "href"),
    ("<use href=\"other.svg#x\"/>", "<use/>", "href"),
    ("<image href=\"//b.example/a.png\" width=\"1\"/>", "<image width=\"1\"/>", "href"),
    ("<image href=\"data:image/svg+xml;base64,PHN2Zz4=\"/>", "<image/>", "href"),
    ("<g xml:base=\"https://b.example/\"/>", "<g/>", "xml:base"),
    ("<g fill=\"url(https://b.example/a.svg#x)\"/>", "<g fill=\"url(#)\"/>", "url()"),
    ("<g fill=\"u&#114;l( 'a.svg#x' )\"/>", "<g fill=\"url(#)\"/>", "url()"),
    ("<g style=\"fill:u\\72l(http://b.example/)\"/>", "<g style=\"\"/>", "style"),
    ("<g style=\"fill:image-set('http://b.example/' 1x)\"/>", "<g style=\"\"/>", "style"),
    ("<style>@import 'https://b.example/a;b.css'; a{}</style>", "<style> a{}</style>", "@import"),
    ("<style>@&#105;mport url(a;b.css);a{}</style>", "<style>a{}</style>", "@import"),
    (
      "<style>@im@import x;port 'https://b.example/';</style>",
      "<style>@im port 'https://b.example/';</style>", "@import"
    ),
    (
      "<style>a{b:ur/**/l(http://b.example/)}</style>",
      "<style>a{b:ur l(http://b.example/)}</style>", ""
    ),
    ("<style>a{b:url(//b.example/)}</style>", "<style>a{b:url(#)}</style>", "url()"),
    ("<style>a{b:'x\n url(//b.example/)}</style>", "<style>a{b:'x\n url(#)}</style>", "url()"),
    ("<style><script>x</script>a{}</style>", "<style>a{}</style>", ""),
    ("<style>a{}<![CDATA[@import 'x';]]></style>", "<style>a{} </style>", "@import"),
    ("<blink>x</blink>", "", "blink"),
  ])
  func `what could run or fetch something goes`(
    inside: String, expected: String, disarmed: String
  ) throws {
    let clean = try clean(drawing(inside))
    #expect(text(clean) == drawing(expected))
    #expect(Set(clean.disarmed).sorted().joined(separator: " ") == disarmed)
  }

  @Test func `a style sheet elsewhere is not asked for`() throws {
    let clean = try clean("<?xml-stylesheet href=\"https://b.example/a.css\"?>" + drawing(""))
    #expect(text(clean) == drawing(""))
    #expect(clean.disarmed == ["xml-stylesheet"])
  }

  @Test func `a picture inside a drawing is cleaned too`() throws {
    func address(_ picture: [UInt8]) -> String {
      "data:image/png;base64," + Base64.encode(picture)
    }
    let telling = address(Samples.png(Samples.chunk("tEXt", Array("a\0secret".utf8))))
    for inside in [
      "<image href=\"%\"/>", "<g style=\"fill:url(%)\"/>", "<style>a{fill:url(%)}</style>",
    ] {
      let found = try clean(drawing(inside.replacing("%", with: telling)))
      let expected = drawing(inside.replacing("%", with: address(Samples.png())))
      #expect(text(found) == expected)
      #expect(found.removed == [.text])
      #expect(try clean(expected).bytes == Array(expected.utf8))
    }
  }

  @Test(arguments: [
    ("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>", PictureFlaw.documentType),
    ("<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>", .encoding),
    ("<svg><g></svg>", .malformed(at: 8)), ("<svg/><svg/>", .malformed(at: 6)),
    ("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", .malformed(at: 0)), ("", .truncated),
    ("<svg a=b/>", .malformed(at: 7)), ("<svg a/>", .malformed(at: 6)), ("<svg", .truncated),
    ("<svg><!-- -></svg>", .truncated), ("words<svg/>", .malformed(at: 0)),
    ("<svg a=\"<script>\"/>", .malformed(at: 8)), ("<svg>\u{0}</svg>", .malformed(at: 5)),
  ])
  func `a drawing that browsers would not show is refused`(
    drawing: String, flaw: PictureFlaw
  ) {
    #expect(throws: flaw) { try CleanPicture(Array(drawing.utf8), as: .svg) }
  }

  @Test func `UTF-16 is refused, and so is what is nested without end`() {
    #expect(throws: PictureFlaw.encoding) {
      try CleanPicture([0xFF, 0xFE, 0x3C, 0x00], as: .svg)
    }
    let deep = String(repeating: "<g>", count: 100_000)
    #expect(throws: PictureFlaw.tooDeep(limit: 256)) {
      try CleanPicture(Array("<svg>\(deep)".utf8), as: .svg)
    }
  }

  @Test func `a plain document type is left out`() throws {
    let clean = try clean("<!DOCTYPE svg PUBLIC \"a\" \"b\">\n" + drawing("<g/>"))
    #expect(text(clean) == "\n" + drawing("<g/>"))
  }

  @Test func `bytes and letters are turned into one another`() {
    for length in 0..<10 {
      let bytes = (0..<length).map { UInt8($0 * 27) }
      #expect(Base64.decode(Base64.encode(bytes).utf8) == bytes)
    }
    #expect(Base64.encode(Array("light w".utf8)) == "bGlnaHQgdw==")
    #expect(Base64.decode("bGln\n aHQ".utf8) == Array("light".utf8))
    #expect(Base64.decode("bGl*".utf8) == nil)
  }
}
