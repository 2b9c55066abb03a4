/// The bytes of one text file, divided into lines, so that a byte's offset can be told as a place.
///
/// Making one reads the text once; every question after that is answered from the table. A line
/// ends at `\n`, `\r\n` or a lone `\r`, as CommonMark has it.
package struct Lines: Sendable {
  package let bytes: [UInt8]
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var previous: UInt8 = 0
    for (offset, byte) in bytes.enumerated() {
      if previous == Ascii.newline || (previous == Ascii.carriageReturn && byte != Ascii.newline) {
        starts.append(offset)
      }
      previous = byte
    }
    if previous == Ascii.newline || previous == Ascii.carriageReturn { starts.append(bytes.count) }
    self.starts = starts
  }

  package var count: Int { starts.count }

  /// The number, counted from 1, of the line that holds the byte at an offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offset at which a line, counted from 1, starts; the end of the text for a line past it.
  package func start(ofLine line: Int) -> Int {
    line > starts.count ? bytes.count : starts[max(line, 1) - 1]
  }

  /// The bytes of a line without its line ending.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = start(ofLine: line)
    var end = line < starts.count ? self.start(ofLine: line + 1) : bytes.count
    while end > start, bytes[end - 1] == Ascii.newline || bytes[end - 1] == Ascii.carriageReturn {
      end -= 1
    }
    return start..<end
  }

  /// The words of a line; bytes that are no UTF-8 are shown as U+FFFD.
  package func text(ofLine line: Int) -> String {
    String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
  }

  /// The column of an offset, counted in characters from 1.
  package func column(at offset: Int) -> Int {
    let start = start(ofLine: line(at: offset))
    return String(decoding: bytes[start..<max(start, offset)], as: UTF8.self).count + 1
  }
}
