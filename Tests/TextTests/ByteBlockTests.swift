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
}
