import Text

/// One attempt to match, at a place in a region of a text.
struct PatternMatch {
  let bytes: UnsafeBufferPointer<UInt8>
  let region: Range<Int>
  /// What `\@` stands for.
  let kept: Range<Int>
  /// What `(?@…)` has matched.
  var captured: Range<Int>?

  init(_ bytes: UnsafeBufferPointer<UInt8>, in region: Range<Int>, kept: Range<Int>) {
    self.bytes = bytes
    self.region = region
    self.kept = kept
  }

  /// Where the match of a pattern ends that starts at an offset; nil where there is none.
  mutating func end(of pattern: Patterns.Index, in patterns: Patterns.Tables, at start: Int) -> Int?
  {
    end(of: pattern, patterns, start, limit: min(region.upperBound, start + Patterns.reach))
  }

  private mutating func end(
    of pattern: Patterns.Index, _ patterns: Patterns.Tables, _ start: Int, limit: Int
  ) -> Int? {
    var index = pattern
    var offset = start
    while index != Patterns.none {
      let node = patterns.nodes[Int(index)]
      switch node.what {
      case .byte:
        guard offset < limit, bytes[offset] == UInt8(truncatingIfNeeded: node.value) else {
          return nil
        }
        offset += 1
      case .set:
        guard offset < limit, patterns.sets[Int(node.value) + Int(bytes[offset])] != 0 else {
          return nil
        }
        offset += 1
      case .run:
        let end = min(
          node.isLast ? region.upperBound : limit,
          node.maximum == .max ? .max : offset + Int(node.maximum))
        let first = offset
        while offset < end, patterns.sets[Int(node.value) + Int(bytes[offset])] != 0 {
          offset += 1
        }
        guard offset - first >= Int(node.minimum) else { return nil }
      case .repetition:
        var count: Int32 = 0
        while count < node.maximum,
          let end = end(of: node.value, patterns, offset, limit: limit), end > offset
        {
          offset = end
          count += 1
        }
        guard count >= node.minimum else { return nil }
      case .alternatives:
        var found: Int?
        var branch = node.value
        while branch != Patterns.none, found == nil {
          let alternative = patterns.nodes[Int(branch)]
          found = end(of: alternative.value, patterns, offset, limit: limit)
          branch = alternative.next
        }
        guard let found else { return nil }
        offset = found
      case .alternative: return nil
      case .capture:
        guard let end = end(of: node.value, patterns, offset, limit: limit) else { return nil }
        captured = offset..<end
        offset = end
      case .captured:
        guard offset + kept.count <= region.upperBound else { return nil }
        for (ahead, place) in kept.enumerated() where bytes[offset + ahead] != bytes[place] {
          return nil
        }
        offset += kept.count
      case .indent:
        guard offset + kept.count <= region.upperBound else { return nil }
        for place in offset..<offset + kept.count where bytes[place] != Ascii.space { return nil }
        offset += kept.count
      case .ahead:
        let fits = end(of: node.value, patterns, offset, limit: limit) != nil
        guard fits != node.isNegative else { return nil }
      case .behind:
        let fits =
          offset > region.lowerBound
          && patterns.sets[Int(node.value) + Int(bytes[offset - 1])] != 0
        guard fits != node.isNegative else { return nil }
      case .lineStart:
        guard offset == region.lowerBound || bytes[offset - 1] == Ascii.newline else { return nil }
      case .lineEnd:
        guard offset == region.upperBound || bytes[offset] == Ascii.newline else { return nil }
      case .start:
        guard offset == region.lowerBound else { return nil }
      case .wordEnd:
        guard offset == region.upperBound || !bytes[offset].isOfWord else { return nil }
      }
      index = node.next
    }
    return offset
  }
}

extension UInt8 {
  /// Letters, digits, `_`, and all bytes of characters beyond ASCII.
  var isOfWord: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
