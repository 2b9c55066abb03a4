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
    if set.count == 1, let byte = set.first { return add(.init(what: .byte, value: Int32(byte))) }
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
      let set = index(of: [UInt8(truncatingIfNeeded: node.value)])
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
  private mutating func byteSet() throws(Failure) -> Set<UInt8> {
    guard skip("[") else { return cases(of: try member()) }
    let isNegative = skip("^")
    var set: Set<UInt8> = []
    while !skip("]") {
      let member = try member()
      guard member.count == 1, let low = member.first, byte == UInt8(ascii: "-"),
        offset + 1 < text.count, text[offset + 1] != UInt8(ascii: "]")
      else {
        set.formUnion(member)
        continue
      }
      offset += 1
      guard let high = try self.member().first, low <= high else {
        throw Failure(words: "a range without its end")
      }
      set.formUnion(low...high)
    }
    set = cases(of: set)
    return isNegative ? Set(UInt8.min...UInt8.max).subtracting(set) : set
  }

  /// One byte, or those that an escape stands for.
  private mutating func member() throws(Failure) -> Set<UInt8> {
    guard let byte else { throw Failure(words: "it ends too early") }
    offset += 1
    guard byte == UInt8(ascii: "\\") else {
      // Only in a set is a dot itself.
      let isAny = byte == Ascii.dot && !isInSet
      return isAny ? Set(UInt8.min...UInt8.max).subtracting([Ascii.newline]) : [byte]
    }
    guard let escaped = self.byte else { throw Failure(words: "it ends in a backslash") }
    offset += 1
    switch escaped {
    case UInt8(ascii: "w"): return Set((UInt8.min...UInt8.max).filter(\.isOfWord))
    case UInt8(ascii: "u"): return Set(0x80...0xFF)
    case UInt8(ascii: "_"): return [Ascii.space, Ascii.tab]
    case UInt8(ascii: "d"): return Set(0x30...0x39)
    case UInt8(ascii: "h"): return Set(0x30...0x39).union(0x41...0x46).union(0x61...0x66)
    case UInt8(ascii: "s"): return [Ascii.space, Ascii.tab, Ascii.newline, Ascii.carriageReturn]
    case UInt8(ascii: "n"): return [Ascii.newline]
    case UInt8(ascii: "t"): return [Ascii.tab]
    case let letter where letter.isOfWord:
      throw Failure(words: "an escape that is none: \\\(Character(Unicode.Scalar(letter)))")
    default: return [escaped]
    }
  }

  /// Whether a `[` before the current byte is still open.
  private var isInSet: Bool {
    var isOpen = false
    var index = 0
    while index < offset - 1 {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isOpen = true
      case UInt8(ascii: "]"): isOpen = false
      default: break
      }
      index += 1
    }
    return isOpen
  }

  private func cases(of set: Set<UInt8>) -> Set<UInt8> {
    guard ignoresCase else { return set }
    return Set(
      set.flatMap { byte in
        Character(Unicode.Scalar(byte)).isASCII && Character(Unicode.Scalar(byte)).isLetter
          ? [byte | 0x20, byte & 0xDF] : [byte]
      })
  }

  private mutating func index(of set: Set<UInt8>) -> Int32 {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in set { table[Int(byte)] = 1 }
    for start in stride(from: 0, to: patterns.sets.count, by: 256)
    where patterns.sets[start..<start + 256].elementsEqual(table) {
      return Int32(start)
    }
    patterns.sets += table
    return Int32(patterns.sets.count - 256)
  }
}
