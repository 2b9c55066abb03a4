import Text

/// Reads a file of `Languages/`.
///
///     # A remark
///     names: swift
///     key: let var func
///     calls: fun
///
///     [code]
///     com   //.*
///     com   /\*                > comment
///     word  [A-Za-z_]\w*
///
///     [comment com]
///     com   /\*                > comment
///     com   \*/                <
///
/// Above the states stand settings: `names` is first; a kind lists the words that are of it;
/// `calls`, `capitalized` and `capitals` give other words a kind by their shape; `case: any` takes
/// letters as equal whatever their case. A text starts in the state `code`, or, where it holds TEXT,
/// in that of `start: STATE TEXT`. `base: LANGUAGE` adds all that another file says; where both have
/// a state of the same name, the other's is `base.NAME`.
///
/// A state has a name, and the kind of what no rule takes. A rule has a kind (`-` for plain; `word`
/// for that of the word), a pattern (see `Patterns`), and what follows from it: `> STATE` enters a
/// state, `<` leaves it, `= STATE` makes it another, `later STATE` enters it on the next line,
/// `embed LANGUAGE PATTERN` reads what follows as another language up to where the pattern fits
/// (`*` takes the match for its name). `after value` and `after operator` say where a rule fits;
/// `then value` and `then operator` what it counts as. `use STATE` stands for the rules of another.
struct LanguageFile {
  struct Failure: Error {
    let line: Int
    let words: String
  }

  private struct State {
    let name: [UInt8]
    let fallback: TokenKind
    var rules: [Int32] = []
    /// Rules of other states that are taken in, and before which of its own.
    var uses: [(place: Int, name: [UInt8], line: Int)] = []
  }

  private var states: [State] = []
  private var rules: [Language.Rule] = []
  private var steps: [Language.Step] = []
  private var patterns = Patterns()
  private var words = WordTable()
  private var languages: [String] = []
  private var otherStart: (name: [UInt8], bytes: [UInt8])?
  private var line = 0

  /// `file` finds the text of a file by a name of its language.
  static func parse(
    _ text: [UInt8], finding file: (String) -> [UInt8]?
  ) throws(Failure) -> Language {
    var reader = Self()
    return try reader.read(text + reader.base(of: text, finding: file))
  }

  /// What the file builds on, to be read after it.
  private func base(of text: [UInt8], finding file: (String) -> [UInt8]?) throws(Failure) -> [UInt8]
  {
    let setting = Array("base: ".utf8)
    guard let line = text.split(separator: Ascii.newline).first(where: { $0.starts(with: setting) })
    else { return [] }
    let name = String(decoding: line.dropFirst(setting.count), as: UTF8.self)
    guard let base = file(name) else { throw failure("an unknown language: \(name)") }
    return [Ascii.newline] + base + (try self.base(of: base, finding: file))
  }

  /// What a file says to be the names of its language.
  static func names(in text: UnsafeBufferPointer<UInt8>) -> [String] {
    for line in text.split(separator: Ascii.newline) where line.starts(with: "names:".utf8) {
      return line.dropFirst(6).split(separator: Ascii.space).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return []
  }

  private mutating func read(_ text: [UInt8]) throws(Failure) -> Language {
    let lines = text.split(separator: Ascii.newline, omittingEmptySubsequences: false)
    // The states are named before they stand there.
    for line in lines where line.first == UInt8(ascii: "[") {
      let parts = line.dropFirst().prefix { $0 != UInt8(ascii: "]") }
        .split(separator: Ascii.space)
      guard let first = parts.first else { continue }
      var name = Array(first)
      while states.contains(where: { $0.name == name }) { name = Array("base.".utf8) + name }
      let kind = parts.count > 1 ? TokenKind(className: parts[1]) : .plain
      states.append(State(name: name, fallback: kind ?? .plain))
    }
    var state = -1
    var isInSettings = true
    for text in lines {
      line += 1
      // Here the base begins.
      if state >= 0, text.starts(with: "names:".utf8) { isInSettings = true }
      let parts = text.split { $0 == Ascii.space || $0 == Ascii.tab }
      guard let first = parts.first, text.first != Ascii.hash else { continue }
      if text.first == UInt8(ascii: "[") {
        state += 1
        isInSettings = false
        if parts.count > 1 { _ = try kind(parts[1].prefix { $0 != UInt8(ascii: "]") }) }
      } else if isInSettings {
        try readSetting(first, parts.dropFirst())
      } else if first.elementsEqual("use".utf8), parts.count == 2 {
        states[state].uses.append((states[state].rules.count, Array(parts[1]), line))
      } else {
        states[state].rules.append(Int32(rules.count))
        rules.append(try rule(first, Array(parts.dropFirst())))
      }
    }
    return try language()
  }

  private mutating func readSetting(
    _ name: ArraySlice<UInt8>, _ values: ArraySlice<ArraySlice<UInt8>>
  ) throws(Failure) {
    guard name.last == Ascii.colon else { throw failure("a setting without its colon") }
    let name = String(decoding: name.dropLast(), as: UTF8.self)
    switch name {
    case "names", "base": break
    case "case": words.ignoresCase = true
    case "calls": words.call = try kind(values.first)
    case "capitalized": words.capitalized = try kind(values.first)
    case "capitals": words.capitals = try kind(values.first)
    case "start" where otherStart == nil:
      guard values.count == 2, let state = values.first, let text = values.last else {
        throw failure("start without a state and a text")
      }
      otherStart = (Array(state), Array(text))
    default:
      let kind = try kind(name.utf8.map { $0 }[...])
      for word in values { words.add(Array(word), kind) }
    }
  }

  private func kind(_ name: ArraySlice<UInt8>?) throws(Failure) -> TokenKind {
    if name?.elementsEqual("-".utf8) ?? false { return .plain }
    guard let name, let kind = TokenKind(className: name) else {
      throw failure("an unknown kind: \(String(decoding: name ?? [], as: UTF8.self))")
    }
    return kind
  }

  private mutating func rule(
    _ kind: ArraySlice<UInt8>, _ parts: [ArraySlice<UInt8>]
  ) throws(Failure) -> Language.Rule {
    guard let written = parts.first else { throw failure("a rule without a pattern") }
    let isWord = kind.elementsEqual("word".utf8)
    var rule = Language.Rule(
      pattern: try pattern(written), kind: isWord ? .plain : try self.kind(kind), isWord: isWord)
    let start = Int32(steps.count)
    var index = 1
    func next() throws(Failure) -> ArraySlice<UInt8> {
      index += 1
      guard index < parts.count else { throw failure("a rule that ends too early") }
      return parts[index]
    }
    while index < parts.count {
      switch String(decoding: parts[index], as: UTF8.self) {
      case ">": steps.append(.enter(try state(try next())))
      case "<": steps.append(.leave)
      case "=": steps.append(.become(try state(try next())))
      case "later": steps.append(.enterLater(try state(try next())))
      case "after": rule.place = try place(try next())
      case "then": rule.leaves = try place(try next())
      case "embed":
        let name = String(decoding: try next(), as: UTF8.self)
        let until = try pattern(try next())
        if name != "*" { languages.append(name) }
        steps.append(
          .embed(name: name == "*" ? -1 : Int32(languages.count - 1), until: until))
      case let word: throw failure("an unknown step: \(word)")
      }
      index += 1
    }
    rule.steps = start..<Int32(steps.count)
    return rule
  }

  private mutating func pattern(_ text: ArraySlice<UInt8>) throws(Failure) -> Patterns.Index {
    do throws(PatternParser.Failure) {
      return try PatternParser.parse(text, ignoringCase: words.ignoresCase, into: &patterns)
    } catch {
      throw failure(error.words)
    }
  }

  private func place(_ word: ArraySlice<UInt8>) throws(Failure) -> Language.Place {
    switch String(decoding: word, as: UTF8.self) {
    case "value": .afterValue
    case "operator": .afterOperator
    case let word: throw failure("neither value nor operator: \(word)")
    }
  }

  private func state(_ name: some Collection<UInt8>) throws(Failure) -> Int32 {
    guard let index = states.firstIndex(where: { $0.name.elementsEqual(name) }) else {
      throw failure("an unknown state: \(String(decoding: name, as: UTF8.self))")
    }
    return Int32(index)
  }

  private func failure(_ words: String) -> Failure { Failure(line: line, words: words) }

  // MARK: The tables

  private func language() throws(Failure) -> Language {
    let firstBytes = rules.map { FirstBytes.of($0.pattern, in: patterns) }
    var dispatch: [Int32] = []
    var lists: [Int32] = []
    let listsStart = Int32(states.count * 512)
    for index in states.indices {
      let all = try allRules(of: index, depth: 0)
      // Bytes that start the same rules share a list.
      guard all.count <= UInt128.bitWidth else { throw failure("a state of too many rules") }
      var places: [UInt128: Int32] = [0: 0]
      func bits(_ isTried: (Int32) -> Bool) -> UInt128 {
        all.reversed().reduce(0) { $0 << 1 | (isTried($1) ? 1 : 0) }
      }
      let atLineStart = (UInt8.min...UInt8.max).map { byte in
        bits { firstBytes[Int($0)].contains(byte) }
      }
      let ofLineStarts = bits(isForLineStarts)
      for tried in atLineStart + atLineStart.map({ $0 & ~ofLineStarts }) {
        if places[tried] == nil {
          places[tried] = listsStart + Int32(lists.count)
          for (bit, rule) in all.enumerated() where tried >> UInt128(bit) & 1 != 0 {
            lists.append(rule)
          }
          lists.append(-1)
        }
        dispatch.append(places[tried] ?? 0)
      }
    }
    var start = Language.Start(state: try state("code".utf8))
    if let otherStart { start.other = (try state(otherStart.name), otherStart.bytes) }
    return Language(
      fallbacks: states.map(\.fallback), dispatch: dispatch + lists, rules: rules, steps: steps,
      patterns: patterns, words: words, names: languages, start: start)
  }

  private func isForLineStarts(_ rule: Int32) -> Bool {
    let first = Int(rules[Int(rule)].pattern)
    return patterns.nodes.indices.contains(first) && patterns.nodes[first].what == .lineStart
  }

  private func allRules(of state: Int, depth: Int) throws(Failure) -> [Int32] {
    guard depth < 8 else { throw failure("states that use each other") }
    var all: [Int32] = []
    var taken = 0
    for use in states[state].uses {
      all += states[state].rules[taken..<use.place]
      taken = use.place
      all += try allRules(of: Int(try self.state(use.name)), depth: depth + 1)
    }
    return all + states[state].rules[taken...]
  }
}
