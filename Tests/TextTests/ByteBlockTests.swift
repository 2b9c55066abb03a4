import Testing

@testable import Text

struct ByteBlockTests {
  @Test(arguments: 0..<8)
  func `eight bytes tell what one of them is`(place: Int) {
    for byte in UInt8.min...UInt8.max {
      var bytes = [UInt8](repeating: 0x7A, count: 8)
      bytes[place] = byte
      bytes.withUnsafeBufferPointer { bytes in
        let block = ByteBlock(bytes, at: 0)
        #expect(block.contains(byte))
        #expect(block.containsControl == (byte < 0x20))
      }
    }
  }

  @Test(arguments: ["abcdefgh", "äöüß", "a🌱b–", "12345…"])
  func `eight bytes tell how many scalars begin in them`(text: String) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect(ByteBlock(bytes, at: 0).scalarCount == text.unicodeScalars.count)
    }
  }
}
