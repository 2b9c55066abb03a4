import Testing

@testable import Leaks

struct TextWalkTests {
  private func places(
    in text: [UInt8], of wanted: TextWalk.Meaning
  ) -> (words: [Range<Int>], signs: [Int]) {
    var words: [Range<Int>] = []
    var signs: [Int] = []
    TextWalk().through(text, to: wanted) { word in
      words.append(word)
    } sign: { index, meaning in
      #expect(!meaning.isEmpty && wanted.isSuperset(of: meaning))
      signs.append(index)
    }
    return (words, signs)
  }

  @Test(arguments: [
    (TextWalk.Meaning.secret, Array(":=-".utf8)), (.contact, Array("@+(0123456789".utf8)),
    (.disguise, Array("&<\\[%*`=~".utf8) + [0xC2, 0xE2, 0xEF]), (TextWalk.Meaning(), [UInt8]()),
  ])
  func `signs are found wherever they stand`(wanted: TextWalk.Meaning, signs: [UInt8]) {
    for byte in UInt8.min...UInt8.max {
      for place in [0, 3, 7, 8, 15, 16, 21, 31] {
        for after in [0, 7, 9, 17] {
          var text = [UInt8](repeating: 0x7A, count: place) + [byte]
          text += [UInt8](repeating: 0xC3, count: after)
          let expected = signs.contains(byte) ? [place] : []
          #expect(places(in: text, of: wanted).signs == expected)
        }
      }
    }
  }

  @Test(arguments: [UInt8(0x00), 0x0A, 0x20, 0x7F])
  func `a long word is told of once, wherever it begins`(blank: UInt8) {
    for start in 0...32 {
      for count in 14...41 {
        let word = [UInt8](repeating: 0xC3, count: count)
        let text = [UInt8](repeating: blank, count: start) + word
        let expected = count < 16 ? [] : [start..<start + count]
        #expect(places(in: text, of: []).words == expected)
        #expect(places(in: text + [blank], of: .secret).words == expected)
        let next = start + count + 1
        #expect(
          places(in: text + [blank] + word, of: []).words
            == expected + expected.map { _ in next..<next + count })
      }
    }
  }
}
