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

  @Test(arguments: 0..<8)
  func `eight bytes of ASCII tell where the first of some stands`(place: Int) {
    for byte in UInt8.min...0x7F {
      var bytes = [UInt8](repeating: 0x7A, count: 8)
      bytes[place] = byte
      bytes.withUnsafeBufferPointer { bytes in
        let block = ByteBlock(bytes, at: 0)
        let isFound = byte < 0x20 || [0x22, 0x3C, 0x5C].contains(byte)
        #expect(block.isASCII)
        #expect(block.asciiCount(before: 0x22, 0x3C, 0x5C) == (isFound ? place : 8))
      }
    }
  }

  @Test(arguments: ["abcdefgh", "äöüß", "a🌱b–", "12345…"])
  func `eight bytes tell how many scalars begin in them`(text: String) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect(ByteBlock(bytes, at: 0).scalarCount == text.unicodeScalars.count)
      #expect(ByteBlock(bytes, at: 0).isASCII == text.utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
