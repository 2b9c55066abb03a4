// Numbers in the bytes of a picture; nil beyond the end.
extension [UInt8] {
  /// A number of one to four bytes, the highest first.
  func big(at offset: Int, count: Int) -> Int? {
    guard offset >= 0, count <= self.count - offset else { return nil }
    return self[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The same, the lowest byte first.
  func little(at offset: Int, count: Int) -> Int? {
    guard offset >= 0, count <= self.count - offset else { return nil }
    return self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Four letters, as the parts of several formats are named.
  func name(at offset: Int) -> String {
    guard offset >= 0, offset + 4 <= count else { return "" }
    return String(decoding: self[offset..<offset + 4], as: UTF8.self)
  }

  mutating func append(big number: Int, count: Int) {
    for shift in stride(from: (count - 1) * 8, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func append(little number: Int, count: Int) {
    for shift in stride(from: 0, to: count * 8, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

extension ArraySlice<UInt8> {
  func starts(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && zip(self, UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        .allSatisfy(==)
  }
}
