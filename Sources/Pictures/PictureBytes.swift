/// The bytes of a picture, of which only a few are asked for.
package struct PictureBytes: Sendable {
  private let read: @Sendable (_ offset: Int, _ count: Int) -> [UInt8]

  /// `read` gives bytes from an offset on: as many as asked for, or fewer at the end.
  package init(_ read: @escaping @Sendable (_ offset: Int, _ count: Int) -> [UInt8]) {
    self.read = read
  }

  package init(_ bytes: [UInt8]) {
    self.init { offset, count in Array(bytes.dropFirst(max(0, offset)).prefix(count)) }
  }

  func bytes(at offset: Int, count: Int) -> [UInt8] { read(offset, count) }

  /// The last bytes; nil of what is longer than a few terabytes.
  func last(_ count: Int) -> [UInt8]? {
    var high = 1
    while high < 1 << 42, !read(high, 1).isEmpty { high *= 2 }
    guard high < 1 << 42 else { return nil }
    var low = 0
    while low < high {
      let middle = (low + high) / 2
      if read(middle, 1).isEmpty { high = middle } else { low = middle + 1 }
    }
    return read(max(0, low - count), count)
  }

  /// A number of one to four bytes, the highest first; nil beyond the end.
  func big(at offset: Int, count: Int) -> Int? {
    let bytes = read(offset, count)
    guard bytes.count == count else { return nil }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// The same, the lowest byte first.
  func little(at offset: Int, count: Int) -> Int? {
    let bytes = read(offset, count)
    guard bytes.count == count else { return nil }
    return bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Four letters of Latin-1, as the boxes and chunks of several formats are named.
  func name(at offset: Int) -> String {
    String(String.UnicodeScalarView(read(offset, 4).map { Unicode.Scalar($0) }))
  }
}
