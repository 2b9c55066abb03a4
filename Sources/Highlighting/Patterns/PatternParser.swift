import Text

/// Reads one pattern and adds its nodes to those of a language.
struct PatternParser {
  struct Failure: Error { let words: String }

  private let text: [UInt8]
  private let ignoresCase: Bool
  private var offset = 0
  private var patterns: Patterns

  /// The first node of the pattern. What was added before a failure is of no consequence.
  static func parse(
    _ text: some Collection<UInt8>, ignoringCase: Bool, into patterns: inout Patterns
  ) throws(Failure) -> Patterns.Index {
    var parser = Self(text: Array(text), ignoresCase: ignoringCase, patterns: patterns)
    let first = try parser.alternatives()
    guard parser.offset == parser.text.count else { throw Failure(words: "a ) without its (") }
    parser.markLast(first)
    patterns = parser.patterns
    return first
  }

  private init(text: [UInt8], ignoresCase: Bool, patterns: Patterns) {
    self.text = text
    self.ignoresCase = ignoresCase
    self.patterns = patterns
  }

  private var byte: UInt8? { offset < text.count ? text[offset] : nil }

  private mutating func skip(_ expected: StaticString) -> Bool {
    let found = expected.withUTF8Buffer { text[offset...].starts(with: $0) }
    if found { offset += expected.utf8CodeUnitCount }
    return found
  }

  /// What may run to the end of the text: the last node, if nothing can fail after it.
  private mutating func markLast(_ first: Patterns.Index) {
    var index = first
    while index != Patterns.none, patterns.nodes[Int(index)].next != Patterns.none {
      index = patterns.nodes[Int(index)].next
    }
    guard index != Patterns.none else { return }
    patterns.nodes[Int(index)].isLast = true
    let node = patterns.nodes[Int(index)]
    guard node.what == .alternatives else { return }
    for branch in Array(patterns.alternatives(of: node)) { markLast(branch) }
  }

  private mutating func alternatives() throws(Failure) -> Patterns.Index {
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count > 1 ? add(alternatives: branches) : branches[0]
  }

  private mutating func sequence() throws(Failure) -> Patterns.Index {
    var first = Patterns.none
    var last = Patterns.none
    while let byte, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let node = try repeated(try item())
      if last == Patterns.none { first = node } else { patterns.nodes[Int(last)].next = node }
      last = node
    }
    return first
  }

  private mutating func add(_ node: Patterns.Node) -> Patterns.Index {
    patterns.nodes.append(node)
    return Patterns.Index(patterns.nodes.count - 1)
  }

  private mutating func add(alternatives: [Patterns.Index]) -> Patterns.Index {
    var next = Patterns.none
    for alternative in alternatives.reversed() {
      next = add(.init(what: .alternative, value: alternative, next: next))
    }
    return add(.init(what: .alternatives, value: next))
  }

  private mutating func item() throws(Failure) -> Patterns.Index {
    if skip("(?=") { return try group(.ahead) }
    if skip("(?!") { return try group(.ahead, isNegative: true) }
    if skip("(?<=") { return try behind(isNegative: false) }
    if skip("(?<!") { return try behind(isNegative: true) }
    if skip("(?@") { return try group(.capture) }
    if skip("(") {
      let inner = try alternatives()
      try close()
      // One alternative, so that what follows it has a node to follow.
      return add(alternatives: [inner])
    }
    if skip("^") { return add(.init(what: .lineStart)) }
    if skip("$") { return add(.init(what: .lineEnd)) }
    if skip("\\A") { return add(.init(what: .start)) }
    if skip("\\b") { return add(.init(what: .wordEnd)) }
    if skip("\\@") { return add(.init(what: .captured)) }
    if skip("\\=") { return add(.init(what: .indent)) }
    let set = try byteSet()
    if let byte = set.only { return add(.init(what: .byte, value: Int32(byte))) }
    return add(.init(what: .set, value: index(of: set)))
  }

  private mutating func group(
    _ what: Patterns.What, isNegative: Bool = false
  ) throws(Failure) -> Patterns.Index {
    let inner = try alternatives()
    try close()
    return add(.init(what: what, isNegative: isNegative, value: inner))
  }

  private mutating func behind(isNegative: Bool) throws(Failure) -> Patterns.Index {
    let set = try byteSet()
    try close()
    return add(.init(what: .behind, isNegative: isNegative, value: index(of: set)))
  }

  private mutating func close() throws(Failure) {
    guard skip(")") else { throw Failure(words: "a ( without its )") }
  }

  private mutating func repeated(_ item: Patterns.Index) throws(Failure) -> Patterns.Index {
    let minimum: Int32
    var maximum = Int32.max
    if skip("*") {
      minimum = 0
    } else if skip("+") {
      minimum = 1
    } else if skip("?") {
      (minimum, maximum) = (0, 1)
    } else if skip("{") {
      minimum = try number()
      maximum = skip(",") ? (byte == UInt8(ascii: "}") ? .max : try number()) : minimum
      guard skip("}") else { throw Failure(words: "a { without its }") }
    } else {
      return item
    }
    let node = patterns.nodes[Int(item)]
    switch node.what {
    case .byte:
      let set = index(of: ByteSet([UInt8(truncatingIfNeeded: node.value)]))
      return add(.init(what: .run, value: set, minimum: minimum, maximum: maximum))
    case .set:
      return add(.init(what: .run, value: node.value, minimum: minimum, maximum: maximum))
    default:
      return add(.init(what: .repetition, value: item, minimum: minimum, maximum: maximum))
    }
  }

  private mutating func number() throws(Failure) -> Int32 {
    let digits = text[offset...].prefix { (0x30...0x39).contains($0) }
    offset += digits.count
    guard let number = Int32(String(decoding: digits, as: UTF8.self)) else {
      throw Failure(words: "a { without a number")
    }
    return number
  }
}

// MARK: Sets of bytes

extension PatternParser {
  private mutating func byteSet() throws(Failure) -> ByteSet {
    guard skip("[") else { return cased(try member(isInSet: false)) }
    let isNegative = skip("^")
    var set = ByteSet()
    while !skip("]") {
      let member = try member(isInSet: true)
      guard let low = member.only, byte == UInt8(ascii: "-"), offset + 1 < text.count,
        text[offset + 1] != UInt8(ascii: "]")
      else {
        set.formUnion(member)
        continue
      }
      offset += 1
      guard let high = try self.member(isInSet: true).only, low <= high else {
        throw Failure(words: "a range without its end")
      }
      set.formUnion(ByteSet(low...high))
    }
    set = cased(set)
    return isNegative ? set.inverted : set
  }

  /// One byte, or those that an escape stands for. In a set a dot is itself.
  private mutating func member(isInSet: Bool) throws(Failure) -> ByteSet {
    guard let byte else { throw Failure(words: "it ends too early") }
    offset += 1
    guard byte == UInt8(ascii: "\\") else {
      return byte == Ascii.dot && !isInSet ? ByteSet([Ascii.newline]).inverted : ByteSet([byte])
    }
    guard let escaped = self.byte else { throw Failure(words: "it ends in a backslash") }
    offset += 1
    switch escaped {
    case UInt8(ascii: "w"): return .word
    case UInt8(ascii: "u"): return ByteSet(0x80...0xFF)
    case UInt8(ascii: "_"): return ByteSet([Ascii.space, Ascii.tab])
    case UInt8(ascii: "d"): return ByteSet(0x30...0x39)
    case UInt8(ascii: "h"): return ByteSet("0123456789ABCDEFabcdef".utf8)
    case UInt8(ascii: "s"): return ByteSet(" \t\n\r".utf8)
    case UInt8(ascii: "n"): return ByteSet([Ascii.newline])
    case UInt8(ascii: "t"): return ByteSet([Ascii.tab])
    case let letter where letter.isOfWord:
      throw Failure(words: "an escape that is none: \\\(Character(Unicode.Scalar(letter)))")
    default: return ByteSet([escaped])
    }
  }

  private func cased(_ set: ByteSet) -> ByteSet { ignoresCase ? set.ignoringCase : set }

  private mutating func index(of set: ByteSet) -> Int32 {
    if let known = patterns.places[set] { return known }
    let place = Int32(patterns.sets.count)
    patterns.sets += (UInt8.min...UInt8.max).map { set.contains($0) ? 1 : 0 }
    patterns.places[set] = place
    return place
  }
}
