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
        #expect(block.contains(0x28, through: 0x40) == (0x28...0x40).contains(byte))
        #expect(block.contains(0x00, through: 0x00) == (byte == 0))
        #expect(block.containsBlank == (byte <= 0x20 || byte == 0x7F))
        #expect(block.containsControl == (byte < 0x20))
      }
    }
  }
}
