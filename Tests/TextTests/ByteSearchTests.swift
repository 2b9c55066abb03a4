import Testing

@testable import Text

struct ByteSearchTests {
  private let text = Array("aab aabaac".utf8)

  @Test func `a word is found where it first stands in a range`() {
    #expect(offset(of: "aab", in: 0..<10) == 0)
    #expect(offset(of: "aab", in: 1..<10) == 4)
    #expect(offset(of: "aac", in: 0..<10) == 7)
    #expect(offset(of: "c", in: 9..<10) == 9)
  }

  @Test func `a word that goes beyond the range is not found`() {
    #expect(offset(of: "aac", in: 0..<9) == nil)
    #expect(offset(of: "aab", in: 5..<6) == nil)
    #expect(offset(of: "aab", in: 10..<10) == nil)
    #expect(offset(of: "", in: 0..<10) == nil)
  }

  private func offset(of word: String, in range: Range<Int>) -> Int? {
    text.offset(of: Array(word.utf8)[...], in: range)
  }
}
