/// How a language is read: states, each with rules that are tried where their first byte stands.
///
/// It is made from a file of `Languages/` by `LanguageFile` and never changes.
final class Language: Sendable {
  /// What a state colours where no rule fits, by its index.
  let fallbacks: [TokenKind]
  /// Two rows of bytes for each state, for a line's start and for elsewhere: where the list of the
  /// rules to be tried begins, or 0. Then these lists, each ended by -1.
  private let dispatch: [Int32]
  private let rules: [Rule]
  private let patterns: Patterns
  let steps: [Step]
  let words: WordTable
  let names: [String]
  let start: Start

  /// The state that a text starts in.
  struct Start: Sendable {
    let state: Int32
    /// Another one, for texts that hold these bytes.
    var other: (state: Int32, bytes: [UInt8])?
  }

  struct Rule: Sendable {
    let pattern: Patterns.Index
    let kind: TokenKind
    /// Whether the kind is that of the word which the pattern takes.
    var isWord = false
    /// Whether it fits only after a value, as division does, or only elsewhere, as a regular
    /// expression does.
    var place = Place.anywhere
    /// Whether what follows can be divided, where the rule says.
    var leaves = Place.anywhere
    /// Its part of `steps`.
    var steps: Range<Int32> = 0..<0
  }

  enum Place: UInt8, Sendable { case anywhere, afterValue, afterOperator }

  /// What is done after a rule has matched.
  enum Step: Sendable {
    case enter(Int32)
    case leave
    /// Leaves the state for another one, which keeps what it has kept.
    case become(Int32)
    /// Enters a state at the end of the line, as what follows `<<END` does.
    case enterLater(Int32)
    /// Reads what follows as another language, up to where a pattern fits. The name is one of
    /// `names`; -1 takes what the rule has matched for it.
    case embed(name: Int32, until: Patterns.Index)
  }

  init(
    fallbacks: [TokenKind], dispatch: [Int32], rules: [Rule], steps: [Step],
    patterns: Patterns, words: WordTable, names: [String], start: Start
  ) {
    self.fallbacks = fallbacks
    self.dispatch = dispatch
    self.rules = rules
    self.steps = steps
    self.patterns = patterns
    self.words = words
    self.names = names
    self.start = start
  }

  /// What is looked at for every byte, without its being counted who holds it.
  struct Tables {
    let dispatch: UnsafeBufferPointer<Int32>
    let rules: UnsafeBufferPointer<Rule>
    let patterns: Patterns.Tables

    /// Where the list of rules for a byte begins, or 0.
    func list(for byte: UInt8, in state: Int, isAtLineStart: Bool) -> Int {
      Int(dispatch[(state * 2 + (isAtLineStart ? 0 : 1)) * 256 + Int(byte)])
    }
  }

  /// The tables must not be kept.
  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    dispatch.withUnsafeBufferPointer { dispatch in
      rules.withUnsafeBufferPointer { rules in
        patterns.withTables { body(Tables(dispatch: dispatch, rules: rules, patterns: $0)) }
      }
    }
  }
}
