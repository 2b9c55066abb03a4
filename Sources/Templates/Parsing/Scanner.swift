import Problems
import Text

/// Divides a template into text and tags.
struct Scanner {
  private let source: TemplateSource
  private var position = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private(set) var tokens: [Token] = []
  private(set) var problems: [Problem] = []

  init(_ source: TemplateSource) {
    self.source = source
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    scan()
  }

  private var bytes: [UInt8] { source.bytes }

  private mutating func scan() {
    var isLineStart = true
    while position < bytes.count {
      if isLineStart { scanMargin() }
      let newline = source.newline(at: position)
      if newline > 0 {
        emit(upTo: position + newline, as: Token.newline)
      } else if isOpening(at: position) {
        scanTag()
      } else {
        scanText()
      }
      isLineStart = newline > 0
    }
  }

  private mutating func emit(upTo end: Int, as token: (Range<Int>) -> Token) {
    tokens.append(token(position..<end))
    position = end
  }

  private mutating func scanMargin() {
    guard !source.endsLine(at: position) else { return }
    emit(upTo: source.endOfBlanks(from: position), as: Token.margin)
  }

  private mutating func scanText() {
    var end = position
    while end < bytes.count, source.newline(at: end) == 0, !isOpening(at: end) { end += 1 }
    emit(upTo: end, as: Token.text)
  }

  private mutating func scanTag() {
    let inside = position + opening.count
    let sigil = inside < bytes.count ? bytes[inside] : 0
    let (kind, suffix) = Self.kind(of: sigil)
    let start = kind == .variable ? inside : inside + 1
    guard let close = find(suffix + closing, from: start),
      kind == .comment || !contains(opening, in: start..<close)
    else {
      let end = source.lines.range(ofLine: source.lines.line(at: position)).upperBound
      problems.append(.unclosedTag(source.trimmed(position..<end), in: source))
      return emit(upTo: inside, as: Token.text)
    }
    let end = close + suffix.count + closing.count
    let name = source.trimmed(start..<close)
    var startsLine = false
    if case .margin = tokens.last { startsLine = true }
    tokens.append(
      .tag(
        Tag(
          kind: kind, name: source.words(name), range: position..<end, nameRange: name,
          startsLine: startsLine, endsLine: source.endsLine(at: end))))
    if kind == .delimiters { setDelimiters(name, tag: position..<end) }
    position = end
  }

  /// What the character after the opening delimiter makes of a tag, and what has to stand before
  /// the closing one.
  private static func kind(of sigil: UInt8) -> (Tag.Kind, suffix: [UInt8]) {
    switch sigil {
    case UInt8(ascii: "#"): (.section, [])
    case UInt8(ascii: "^"): (.inverted, [])
    case UInt8(ascii: "/"): (.close, [])
    case UInt8(ascii: "!"): (.comment, [])
    case UInt8(ascii: ">"): (.partial, [])
    case UInt8(ascii: "<"): (.parent, [])
    case UInt8(ascii: "$"): (.block, [])
    case UInt8(ascii: "&"): (.raw, [])
    case UInt8(ascii: "{"): (.raw, [UInt8(ascii: "}")])
    case UInt8(ascii: "="): (.delimiters, [UInt8(ascii: "=")])
    default: (.variable, [])
    }
  }

  private mutating func setDelimiters(_ range: Range<Int>, tag: Range<Int>) {
    let words = source.words(range).split(whereSeparator: \.isWhitespace)
    guard words.count == 2, !words.contains(where: { $0.contains("=") }) else {
      return problems.append(.badDelimiters(tag, in: source))
    }
    opening = Array(words[0].utf8)
    closing = Array(words[1].utf8)
  }

  private func isOpening(at offset: Int) -> Bool {
    bytes[offset] == opening[0] && bytes[offset...].starts(with: opening)
  }

  private func find(_ word: [UInt8], from start: Int) -> Int? {
    (start..<max(start, bytes.count)).first {
      bytes[$0] == word[0] && bytes[$0...].starts(with: word)
    }
  }

  private func contains(_ word: [UInt8], in range: Range<Int>) -> Bool {
    range.contains { bytes[$0] == word[0] && bytes[$0..<range.upperBound].starts(with: word) }
  }
}
