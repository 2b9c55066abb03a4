import Testing
import Text

@Test(
  arguments: [
    ([0x61, 0xC3, 0xA9], nil), ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
    ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98, 0x80], nil), ([0x80], 0),
    (Array(repeating: 0x61, count: 17) + [0xFF], 17),
  ] as [([UInt8], Int?)])
func `the first byte that is no UTF-8 is found`(bytes: [UInt8], offset: Int?) {
  #expect(UTF8Validation.firstInvalid(in: bytes) == offset)
}

@Test func `what the standard library accepts is accepted, and nothing else`() {
  var generator = SystemRandomNumberGenerator()
  for _ in 0..<20_000 {
    let seed: [UInt8] = Array("aé€😀".utf8)
    var bytes = (0..<12).map { _ in seed.randomElement(using: &generator) ?? 0 }
    bytes[Int.random(in: 0..<12, using: &generator)] = .random(in: 0...255, using: &generator)
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect((UTF8Validation.firstInvalid(in: bytes) == nil) == isValid, "\(bytes)")
  }
}
