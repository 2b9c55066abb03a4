import Testing

@testable import Text

struct ByteWriterTests {
  @Test func `what is written piece by piece comes out as one`() {
    var writer = ByteWriter(capacity: 1)
    var expected: [UInt8] = []
    #expect(writer.bytes == [])
    for length in 0..<100 {
      let piece = [UInt8](repeating: UInt8(length), count: length)
      writer.append(piece)
      writer.append(piece[..<(length / 2)])
      writer.append("é\(length)")
      writer.append(UInt8(length))
      expected += piece + piece[..<(length / 2)] + Array("é\(length)".utf8) + [UInt8(length)]
      #expect(writer.count == expected.count)
      #expect(writer.last == expected.last)
    }
    #expect(writer.bytes == expected)
  }

  @Test func `numbers are written in digits`() {
    var writer = ByteWriter(capacity: 1)
    for number in [0, 9, 10, -1, 1_234, .max, .min] {
      writer.append(number)
      writer.append(" ")
    }
    let expected = "0 9 10 -1 1234 9223372036854775807 -9223372036854775808 "
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}
