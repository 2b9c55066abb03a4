import Testing

@testable import Text

struct SixteenBytesTests {
  /// Every length, from every place: nothing before or behind the text is seen.
  @Test(arguments: 0..<40)
  func `they are the text from an index on, then zeros`(count: Int) {
    let around = (0..<60).map { UInt8($0 + 100) }
    let text = around[10..<10 + count]
    text.withUnsafeBufferPointer { text in
      for index in 0..<count {
        let expected = SIMD16(Array((text[index...] + Array(repeating: 0, count: 16)).prefix(16)))
        if text.count - index >= 16 {
          #expect(SixteenBytes(text, at: index) == expected)
        } else {
          #expect(SixteenBytes(endOf: text, from: index) == expected)
        }
      }
    }
  }
}
