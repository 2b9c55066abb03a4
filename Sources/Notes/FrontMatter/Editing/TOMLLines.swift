import Text

/// The lines of a TOML front matter before its first table.
struct TOMLLines: MatterLines {
  private let matter: MatterPlace
  private let places: [Place]

  /// A key at the top with its value.
  private struct Place {
    let key: String
    /// The lines that they take up, with their line breaks.
    let lines: Range<Int>
    let value: Range<Int>
  }

  init(_ matter: MatterPlace) {
    self.matter = matter
    places = Self.places(in: matter)
  }

  private static func places(in matter: MatterPlace) -> [Place] {
    var places: [Place] = []
    var number = matter.numbers.lowerBound
    while number < matter.numbers.upperBound {
      let line = matter.lines.range(ofLine: number)
      let text = matter.bytes[line]
      let start = text.firstIndex { $0 != Ascii.space && $0 != Ascii.tab } ?? line.upperBound
      if start == line.upperBound || matter.bytes[start] == Ascii.hash {
        number += 1
        continue
      }
      guard matter.bytes[start] != UInt8(ascii: "["),
        let equals = text.firstIndex(of: UInt8(ascii: "=")),
        let value = value(in: matter, from: equals + 1)
      else { return places }
      let last = matter.lines.line(at: max(value.lowerBound, value.upperBound - 1))
      let key = String(decoding: text[start..<equals], as: UTF8.self).trimmed
      places.append(
        Place(
          key: key.unquoted,
          lines: line.lowerBound..<matter.lines.start(ofLine: last + 1), value: value))
      number = last + 1
    }
    return places
  }

  /// The value that begins behind an equals sign, over as many lines as it takes.
  private static func value(in matter: MatterPlace, from start: Int) -> Range<Int>? {
    let bytes = matter.bytes
    let end = matter.lines.start(ofLine: matter.numbers.upperBound)
    guard
      let start = bytes[start..<end].firstIndex(where: { $0 != Ascii.space && $0 != Ascii.tab })
    else { return nil }
    var index = start
    var depth = 0
    var last = start
    while index < end {
      let byte = bytes[index]
      switch byte {
      case Ascii.newline, Ascii.carriageReturn:
        if depth == 0 { return start..<last }
        index += 1
      case Ascii.hash:
        index =
          bytes[index..<end].firstIndex { $0 == Ascii.newline || $0 == Ascii.carriageReturn }
          ?? end
      case Ascii.quote, Ascii.apostrophe:
        guard let after = endOfText(in: bytes, from: index, to: end) else { return nil }
        index = after
        last = after
      default:
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
        index += 1
        if byte > Ascii.space { last = index }
      }
    }
    return depth == 0 ? start..<last : nil
  }

  /// Behind the closing quotes of a text.
  private static func endOfText(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    let quote = bytes[start]
    let isLong = bytes[start..<end].prefix(3).elementsEqual([quote, quote, quote])
    var index = start + (isLong ? 3 : 1)
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"), quote == Ascii.quote {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if !isLong {
        return index + 1
      } else {
        // Up to two more quotes before the closing ones are part of the text.
        let run = bytes[index..<end].prefix { $0 == quote }.count
        index += run
        if run >= 3 { return index }
      }
    }
    return nil
  }

  private func place(of entry: Field.Entry) -> Place? { places.first { $0.key == entry.key } }

  // MARK: - Changes

  func inserting(_ key: String, _ value: FrontMatterValue) -> [UInt8]? {
    // What stands behind the head of a table belongs to that.
    let offset =
      places.last?.lines.upperBound
      ?? matter.lines.start(ofLine: matter.numbers.lowerBound)
    return matter.replacing(
      offset..<offset, with: "\(key) = \(value.written(in: .toml))\(matter.lineEnding)")
  }

  func replacing(_ entry: Field.Entry, with value: FrontMatterValue) -> [UInt8]? {
    place(of: entry).map { matter.replacing($0.value, with: value.written(in: .toml)) }
  }

  func adding(to entry: Field.Entry, _ value: FrontMatterValue) -> [[UInt8]] {
    guard let items = value.items(behind: entry.value), let place = place(of: entry) else {
      return []
    }
    return FrontMatterValue.additions(of: items, in: .toml, to: matter, at: place.value)
  }

  func removing(_ entry: Field.Entry) -> [UInt8]? {
    place(of: entry).map { matter.replacing($0.lines, with: "") }
  }
}

extension String {
  /// A key that stands in quotes without them.
  fileprivate var unquoted: String {
    guard let first, first == last, first == "\"" || first == "'", count >= 2 else { return self }
    return String(dropFirst().dropLast())
  }
}
