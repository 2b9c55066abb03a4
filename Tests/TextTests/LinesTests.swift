import Testing
import Text

struct LinesTests {
  let lines = Lines(Array("one\r\ntwo é x\rthree\n".utf8))

  @Test func `lines end at every kind of line ending`() {
    #expect(lines.count == 4)
    #expect((1...4).map { lines.text(ofLine: $0) } == ["one", "two é x", "three", ""])
  }

  @Test func `a column counts characters, not bytes`() {
    let offset = lines.start(ofLine: 2) + "two é ".utf8.count
    #expect(lines.line(at: offset) == 2)
    #expect(lines.column(at: offset) == 7)
  }
}
