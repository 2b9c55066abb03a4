import Testing

@testable import Text

struct SixteenBytesTests {
  /// Every length, from every place: nothing before or behind the text is seen.
  @Test(arguments: 0..<40)
  func `they are the text from an index on, then zeros`(count: Int) {
    let around = (0..<60).map { UInt8($0 + 100) }
    let text = around[10..<10 + count]
    text.withUnsafeBufferPointer { text in
      for index in 0...count {
        let expected = SIMD16(Array((text[index...] + Array(repeating: 0, count: 16)).prefix(16)))
        #expect(SixteenBytes(text, from: index) == expected)
      }
    }
  }

  @Test(arguments: 0..<16)
  func `they tell what one of them is`(place: Int) {
    for byte in UInt8.min...UInt8.max where byte != 0x7A {
      var bytes = SixteenBytes(repeating: 0x7A)
      bytes[place] = byte
      func expected(_ isFound: Bool) -> Int { isFound ? place : 16 }
      #expect(bytes.are(byte).falseCount == place)
      #expect(bytes.are(upTo: 0x20).falseCount == expected(byte <= 0x20))
      #expect(bytes.are(from: 0x30, through: 0x39).falseCount == expected(0x30...0x39 ~= byte))
      #expect(bytes.continueScalar.falseCount == expected(0x80..<0xC0 ~= byte))
      #expect(bytes.with(0x20).are(byte | 0x20).trueCount == (byte == 0x5A ? 16 : 1))
      #expect(bytes.are(byte).highBits == 0x80 << UInt128(8 * place))
      let halves = bytes.are(byte).halves
      #expect((halves.first != 0) == (place < 8) && (halves.last != 0) == (place >= 8))
    }
  }

  @Test(arguments: ["abcdefghijklmnop", "äöüßäöüß", "a🌱b–1234…"])
  func `they tell how many go on with a scalar`(text: String) {
    text.withUTF8Bytes { bytes in
      let count = SixteenBytes(bytes, from: 0).continueScalar.trueCount
      #expect(count == 16 - text.unicodeScalars.count)
    }
  }
}
