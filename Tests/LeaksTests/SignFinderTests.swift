import Testing

@testable import Leaks

struct SignFinderTests {
  @Test(arguments: ["@+(0123456789", ":=-", "a", "\u{0}\u{7F}"])
  func `signs are found wherever they stand`(signs: String) {
    let finder = SignFinder(signs)
    for byte in UInt8.min...UInt8.max {
      for place in [0, 3, 7, 8, 15] {
        for after in [0, 7, 9] {
          var text = [UInt8](repeating: 0x7A, count: place) + [byte]
          text += [UInt8](repeating: 0xC3, count: after)
          let expected = signs.utf8.contains(byte) ? place : nil
          #expect(finder.first(in: text, from: 0) == expected)
          #expect(finder.first(in: text, from: place) == expected)
          #expect(finder.first(in: text, from: place + 1) == nil)
        }
      }
    }
  }
}
