import Text

/// Finds TOML that the library does not survive: tables in tables deeper than anyone writes by hand,
/// which it takes apart by recursion, and what it stops the program at: a table without a name, and
/// what can be no value in a list.
enum TOMLGuard {
  /// The number, counted from 0, of the first line that is refused, and why.
  static func flaw(in text: String) -> (line: Int, reason: FieldsError.Reason)? {
    let bytes = Array(text.utf8)
    let lines = Lines(bytes)
    for number in 1...lines.count where mayBeTooDeep(bytes[lines.range(ofLine: number)]) {
      return (number - 1, .tooDeep)
    }
    var scan = Scan(bytes: bytes)
    return scan.flaw().map { offset, words in (lines.line(at: offset) - 1, .other(words)) }
  }

  private static let dotLimit = 200

  /// Whether so many dots stand on a line that they may make a key of tables in tables. A line of one
  /// text cannot.
  private static func mayBeTooDeep(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > dotLimit, line.count(where: { $0 == Ascii.dot }) > dotLimit else {
      return false
    }
    let key = line.prefix { $0 != UInt8(ascii: "=") }
    let value = line[key.endIndex...].dropFirst().first { $0 != Ascii.space && $0 != Ascii.tab }
    let isText = value == Ascii.quote || value == Ascii.apostrophe
    return !isText || key.count(where: { $0 == Ascii.dot }) > Field.depthLimit
  }

  /// Goes through TOML as far as it has no mistake; behind the first one the library stops anyway.
  private struct Scan {
    let bytes: [UInt8]
    var index = 0
    /// The brackets that are open.
    var open: [UInt8] = []

    /// The offset of the first flaw, and what it is: a bracket at the start of a line, and outside of
    /// values, behind which no name can begin; or, within a value, a bracket that closes one of
    /// another kind, or a character that only texts and comments can hold.
    mutating func flaw() -> (Int, String)? {
      var isStart = true
      // The library passes over a byte order mark.
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
      while index < bytes.count {
        let byte = bytes[index]
        if isStart, open.isEmpty, byte == UInt8(ascii: "[") {
          guard hasName() else {
            return (index, "the name of a table is missing behind its bracket")
          }
          skipLine()
          continue
        }
        switch byte {
        case Ascii.newline: isStart = true
        case Ascii.space, Ascii.tab: break
        case Ascii.hash:
          skipLine()
          continue
        case Ascii.quote, Ascii.apostrophe:
          isStart = false
          skipString(byte)
          continue
        default:
          isStart = false
          if "[{".utf8.contains(byte) {
            open.append(byte)
          } else if "]}".utf8.contains(byte), let opener = open.popLast() {
            // In ASCII a bracket closes the one two places before it.
            guard byte == opener + 2 else {
              return (index, "this bracket is closed by one of another kind")
            }
          } else if !open.isEmpty, byte >= 0x7F || byte < Ascii.space && byte != 0x0D {
            return (index, "this character can stand in texts and comments alone")
          }
        }
        index += 1
      }
      return nil
    }

    private func hasName() -> Bool {
      var next = index + 1
      while next < bytes.count, [Ascii.space, Ascii.tab].contains(bytes[next]) { next += 1 }
      if next == index + 1, next < bytes.count, bytes[next] == UInt8(ascii: "[") { next += 1 }
      while next < bytes.count, [Ascii.space, Ascii.tab].contains(bytes[next]) { next += 1 }
      guard next < bytes.count else { return false }
      switch bytes[next] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: return true
      // Of these the library says by itself that they are wrong.
      case UInt8(ascii: "]"): return true
      case UInt8(ascii: "["): return next > index + 1 && bytes[index + 1] != UInt8(ascii: "[")
      case Ascii.quote, Ascii.apostrophe: return true
      default: return false
      }
    }

    private mutating func skipLine() {
      while index < bytes.count, bytes[index] != Ascii.newline { index += 1 }
    }

    private mutating func skipString(_ quote: UInt8) {
      let isLong = bytes[index...].prefix(3).elementsEqual([quote, quote, quote])
      index += isLong ? 3 : 1
      while index < bytes.count {
        if quote == Ascii.quote, bytes[index] == UInt8(ascii: "\\") {
          index += 2
        } else if bytes[index] != quote {
          if !isLong, bytes[index] == Ascii.newline { return }
          index += 1
        } else if !isLong {
          index += 1
          return
        } else if bytes[index...].prefix(3).elementsEqual([quote, quote, quote]) {
          // Two more may stand before the three that end it.
          index += 3
          for _ in 0..<2 where index < bytes.count && bytes[index] == quote { index += 1 }
          return
        } else {
          index += 1
        }
      }
    }
  }
}
