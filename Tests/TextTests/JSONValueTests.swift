import Testing
import Text

struct JSONValueTests {
  private func json(_ value: JSONValue, for place: JSONPlace = .file) -> String {
    var bytes: [UInt8] = []
    bytes.append(json: value, for: place)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `keys stay in their order, and those without a value are left out`() {
    let value = JSONValue.object([
      "b": .number(1), "a": .text(unlessEmpty: ""), "c": .array([.text("x"), .utf8([0x79])]),
      "d": .texts(unlessEmpty: []), "e": .object([:]),
    ])
    #expect(json(value) == #"{"b":1,"c":["x","y"],"e":{}}"#)
  }

  @Test func `what ends a string, or a line, is escaped`() {
    #expect(
      json(.text("\" \\ / \n\r\t\u{1}\u{1F} é 🌱 \u{2028}\u{2029}\u{2027}"))
        == "\"\\\" \\\\ / \\n\\r\\t\\u0001\\u001f é 🌱 \\u2028\\u2029\u{2027}\"")
  }

  @Test func `nothing in a script ends it`() {
    #expect(json(.text("</script><!--"), for: .script) == #""\u003c/script>\u003c!--""#)
    #expect(json(.text("</script>")) == #""</script>""#)
  }
}
