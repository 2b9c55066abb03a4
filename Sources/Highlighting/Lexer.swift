import Text

/// Reads a region of a text as one language, from its start to its end.
///
/// Each step takes at least a byte or is one of a bounded number at its place, and looks at a
/// bounded number of bytes more; so the time is proportional to the length, whatever stands there.
struct Lexer {
  private let language: Language
  private let tables: Language.Tables
  private let languages: Languages
  private let bytes: UnsafeBufferPointer<UInt8>
  private let region: Range<Int>
  /// How many languages this one stands in.
  private let depth: Int

  private var offset: Int
  private var stack: [Frame]
  /// The states to enter at the end of the line.
  private var later: [Frame] = []
  /// Whether what stands before can be divided.
  private var followsValue = false
  private var stepsInPlace = 0
  private var tokens: [Token]

  private struct Frame {
    let state: Int32
    let kept: Range<Int>
  }

  /// Deeper nested languages are left plain.
  private static let greatestDepth = 5
  /// So many steps may be made without a byte, until one is taken whatever it is.
  private static let mostStepsInPlace = 16

  /// `tokens` are those before the region, to which its own are added.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, in region: Range<Int>, as language: Language,
    of languages: Languages, adding tokens: inout [Token], depth: Int = 0
  ) {
    let before = tokens
    // Two lists that share their storage would copy it.
    tokens = []
    tokens = language.withTables { tables in
      var lexer = Lexer(
        language, tables, of: languages, bytes, in: region, after: before, depth: depth)
      lexer.run()
      return lexer.tokens
    }
  }

  private init(
    _ language: Language, _ tables: Language.Tables, of languages: Languages,
    _ bytes: UnsafeBufferPointer<UInt8>, in region: Range<Int>, after tokens: [Token], depth: Int
  ) {
    self.language = language
    self.tables = tables
    self.languages = languages
    self.bytes = bytes
    self.region = region
    self.depth = depth
    self.tokens = tokens
    offset = region.lowerBound
    var start = language.start.state
    if let other = language.start.other,
      UnsafeBufferPointer(rebasing: bytes[region]).holds(other.bytes)
    {
      start = other.state
    }
    stack = []
    stack.reserveCapacity(8)
    stack.append(Frame(state: start, kept: 0..<0))
  }

  private mutating func run() {
    while offset < region.upperBound {
      if !later.isEmpty, bytes[offset] == Ascii.newline {
        take(to: offset + 1, as: .plain)
        stack += later.reversed()
        later = []
        continue
      }
      let state = Int(stack[stack.count - 1].state)
      let list = list(at: offset, in: state)
      if list == 0 { skip(in: state) } else if !tryRules(from: list) { skipOne(in: state) }
    }
  }

  private func list(at place: Int, in state: Int) -> Int {
    let isAtLineStart = place == region.lowerBound || bytes[place - 1] == Ascii.newline
    return tables.list(for: bytes[place], in: state, isAtLineStart: isAtLineStart)
  }

  /// Takes what no rule can start with.
  private mutating func skip(in state: Int) {
    var end = offset
    repeat {
      let byte = bytes[end]
      if byte > Ascii.space { followsValue = byte.endsValue }
      end += 1
    } while end < region.upperBound && list(at: end, in: state) == 0
      && (later.isEmpty || bytes[end] != Ascii.newline)
    take(to: end, as: language.fallbacks[state])
  }

  private mutating func skipOne(in state: Int) {
    let byte = bytes[offset]
    if byte > Ascii.space { followsValue = byte.endsValue }
    take(to: offset + 1, as: language.fallbacks[state])
  }

  private mutating func tryRules(from list: Int) -> Bool {
    let kept = stack[stack.count - 1].kept
    var place = list
    while tables.dispatch[place] >= 0 {
      let rule = tables.rules[Int(tables.dispatch[place])]
      place += 1
      if rule.place != .anywhere, (rule.place == .afterValue) != followsValue { continue }
      var match = PatternMatch(bytes, in: region, kept: kept)
      guard let end = match.end(of: rule.pattern, in: tables.patterns, at: offset) else {
        continue
      }
      if end == offset {
        // It must lead somewhere else, and not in a circle.
        guard !rule.steps.isEmpty, stepsInPlace < Self.mostStepsInPlace else { continue }
        stepsInPlace += 1
      }
      apply(rule, end: end, captured: match.captured)
      return true
    }
    return false
  }

  private mutating func apply(_ rule: Language.Rule, end: Int, captured: Range<Int>?) {
    let matched = offset..<end
    if end > offset {
      let kind =
        rule.isWord
        ? language.words.kind(of: matched, in: bytes, end: region.upperBound) : rule.kind
      note(kind, rule, last: bytes[end - 1])
      take(to: end, as: kind)
    } else if rule.leaves != .anywhere {
      followsValue = rule.leaves == .afterValue
    }
    for step in rule.steps {
      switch language.steps[Int(step)] {
      case .enter(let state):
        stack.append(Frame(state: state, kept: captured ?? stack[stack.count - 1].kept))
        if rule.leaves == .anywhere, end > matched.lowerBound { followsValue = false }
      case .leave:
        if stack.count > 1 { stack.removeLast() }
      case .become(let state):
        let kept = captured ?? stack[stack.count - 1].kept
        stack[stack.count - 1] = Frame(state: state, kept: kept)
      case .enterLater(let state):
        later.append(Frame(state: state, kept: captured ?? 0..<0))
      case .embed(let name, let until):
        embed(name, until: until, kept: captured, matched)
      }
    }
  }

  private mutating func note(_ kind: TokenKind, _ rule: Language.Rule, last: UInt8) {
    switch rule.leaves {
    case .afterValue: followsValue = true
    case .afterOperator: followsValue = false
    case .anywhere:
      switch kind {
      case .comment: break
      case .keyword: followsValue = false
      case .plain:
        if last > Ascii.space { followsValue = last.endsValue }
      default: followsValue = true
      }
    }
  }

  private mutating func embed(
    _ name: Int32, until: Patterns.Index, kept: Range<Int>?, _ matched: Range<Int>
  ) {
    var end = offset
    var match = PatternMatch(bytes, in: region, kept: kept ?? stack[stack.count - 1].kept)
    while end < region.upperBound,
      match.end(of: until, in: tables.patterns, at: end) == nil
    {
      end += 1
    }
    guard end > offset else { return }
    let name =
      name >= 0
      ? language.names[Int(name)] : String(decoding: bytes[matched], as: UTF8.self)
    guard depth < Self.greatestDepth, let inner = languages.language(named: name) else {
      take(to: end, as: .plain)
      return
    }
    Self.read(
      bytes, in: offset..<end, as: inner, of: languages, adding: &tokens, depth: depth + 1)
    offset = end
    stepsInPlace = 0
  }

  private mutating func take(to end: Int, as kind: TokenKind) {
    var end = end
    // A character is of one kind.
    while end < region.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    if tokens.last?.kind == kind {
      tokens[tokens.count - 1].end = end
    } else {
      tokens.append(Token(kind: kind, end: end))
    }
    offset = end
    stepsInPlace = 0
  }
}

extension UInt8 {
  /// Whether what ends with it can be divided.
  fileprivate var endsValue: Bool {
    isOfWord || self == UInt8(ascii: ")") || self == UInt8(ascii: "]")
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ text: [UInt8]) -> Bool {
    guard let first = text.first, count >= text.count else { return false }
    for start in 0...count - text.count where self[start] == first {
      if self[start..<start + text.count].elementsEqual(text) { return true }
    }
    return false
  }
}
