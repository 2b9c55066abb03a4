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
    starts.reserveCapacity(bytes.count / 32)
    let hasReturns = bytes.offset(of: Ascii.carriageReturn) != nil
    while let end = bytes.lineEnd(from: starts[starts.count - 1], hasReturns: hasReturns) {
      let isPair =
        bytes[end] == Ascii.carriageReturn && bytes[end...].dropFirst().first == Ascii.newline
      starts.append(end + (isPair ? 2 : 1))
    }
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

extension [UInt8] {
  /// Where the first line ending from an offset on begins. Few texts have returns, and the others
  /// are searched faster.
  package func lineEnd(from start: Int, hasReturns: Bool) -> Int? {
    guard hasReturns else { return offset(of: Ascii.newline, from: start) }
    return self[start...].firstIndex { $0 == Ascii.newline || $0 == Ascii.carriageReturn }
  }
}
