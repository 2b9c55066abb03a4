/// Some lines of a text, counted from 1.
package struct LineSet: Hashable, Sendable {
  private var ranges: [ClosedRange<Int>] = []

  package init() {}

  package var isEmpty: Bool { ranges.isEmpty }

  package func contains(_ line: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(line)
  }

  /// Reads `2,4-6`, with whatever stands between the numbers: quotes, brackets, spaces. `7-` goes
  /// on to the end.
  package init(parsing text: some Collection<UInt8>) {
    var found: [ClosedRange<Int>] = []
    var number: Int?
    var first: Int?
    func close() {
      if let low = first {
        let high = number ?? .max
        if low >= 1, high >= low { found.append(low...high) }
      } else if let number, number >= 1 {
        found.append(number...number)
      }
      (first, number) = (nil, nil)
    }
    for byte in text {
      switch byte {
      case 0x30...0x39: number = min((number ?? 0) * 10 + Int(byte - 0x30), 1_000_000_000)
      case 0x2D where number != nil && first == nil: (first, number) = (number, nil)
      default: close()
      }
    }
    close()
    add(found)
  }

  package mutating func formUnion(_ other: LineSet) {
    add(other.ranges)
  }

  /// Keeps all in order and apart, so that a line is found by halving.
  private mutating func add(_ found: [ClosedRange<Int>]) {
    let all = (ranges + found).sorted { $0.lowerBound < $1.lowerBound }
    ranges = []
    for range in all {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }
}
