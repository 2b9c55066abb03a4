import Testing
import Text

struct JSONWriterTests {
  private func json(
    for place: JSONPlace = .file, _ members: (inout JSONWriter) -> Void
  ) -> String {
    var output = ByteWriter()
    output.append(jsonFor: place, members)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func `keys stay in their order, and those without a value are left out`() {
    let text = json { json in
      json.number("b", 1)
      json.text("a", unlessEmpty: "")
      json.text("a", nil)
      json.texts("c", ["x", "y"])
      json.texts("d", [])
      json.object("e") { _ in }
      json.array("f") { json in
        for number in 1...2 { json.object { $0.number("g", number) } }
      }
      json.text("h", [0x7A])
      json.written("i", Array("[1]".utf8))
    }
    #expect(
      text
        == #"{"b":1,"c":["x","y"],"e":{},"f":[{"g":1},{"g":2}],"h":"z","i":[1]}"#)
  }

  @Test func `an object goes behind what was written before`() {
    var output = ByteWriter()
    output.append("[{")
    output.append(jsonFor: .file) { $0.text("a", "b") }
    #expect(String(decoding: output.bytes, as: UTF8.self) == #"[{{"a":"b"}"#)
  }

  @Test func `what ends a string, or a line, is escaped`() {
    #expect(
      json { $0.text("a", "\" \\ / \n\r\t\u{1}\u{1F} é 🌱 \u{2028}\u{2029}\u{2027}") }
        == "{\"a\":\"\\\" \\\\ / \\n\\r\\t\\u0001\\u001f é 🌱 \\u2028\\u2029\u{2027}\"}")
  }

  @Test func `nothing in a script ends it`() {
    #expect(
      json(for: .script) { $0.text("a", "</script><!--") } == #"{"a":"\u003c/script>\u003c!--"}"#)
    #expect(json { $0.text("a", "</script>") } == #"{"a":"</script>"}"#)
  }

  @Test(arguments: 0..<20)
  func `what is escaped is found wherever it stands`(place: Int) {
    for filling in ["x", "é", "–"] {
      for (raw, escaped) in [("\"", #"\""#), ("\n", #"\n"#), ("<", #"\u003c"#)] {
        let (before, after) = (String(repeating: filling, count: place), filling + "yz")
        #expect(
          json(for: .script) { $0.text("a", before + raw + after) }
            == "{\"a\":\"\(before)\(escaped)\(after)\"}")
      }
    }
  }
}
