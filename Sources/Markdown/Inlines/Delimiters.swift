import Text

/// The runs of `*`, `_`, `~`, `=` and quotes of one block that may still open or close something.
struct Delimiters {
  static let none: Int32 = -1

  struct Run {
    let byte: UInt8
    let length: Int32
    let canOpen: Bool
    let canClose: Bool
    /// How many of its characters stand for themselves so far.
    var count: Int32
    /// Neighbours in the stack.
    var previous: Int32
    var next = Delimiters.none
    /// The spans that it opens, the outermost first, and those that it closes, the innermost first.
    var firstOpening = Delimiters.none
    var closings: Int32 = 0
    /// Of a quote: which mark it is.
    var quote = Quote.none
  }

  enum Quote { case none, open, close }

  struct Opening {
    let kind: Tree.Kind
    let next: Int32
  }

  private(set) var runs: [Run] = []
  private(set) var openings: [Opening] = []
  private(set) var last = none

  mutating func reset() {
    runs.removeAll(keepingCapacity: true)
    openings.removeAll(keepingCapacity: true)
    last = Self.none
  }

  /// Adds a run; one that can neither open nor close only stands for itself.
  mutating func append(
    _ byte: UInt8, length: Int, canOpen: Bool, canClose: Bool, onStack: Bool
  ) -> Int32 {
    let index = Int32(runs.count)
    runs.append(
      Run(
        byte: byte, length: Int32(length), canOpen: canOpen, canClose: canClose,
        count: Int32(length), previous: last))
    if onStack {
      if last != Self.none { runs[Int(last)].next = index }
      last = index
    }
    return index
  }

  /// Takes all runs off the stack down to one that stays.
  mutating func drop(above bottom: Int32) {
    last = bottom
    if bottom != Self.none { runs[Int(bottom)].next = Self.none }
  }

  private mutating func remove(_ index: Int32) {
    let run = runs[Int(index)]
    if run.next == Self.none {
      last = run.previous
    } else {
      runs[Int(run.next)].previous = run.previous
    }
    if run.previous != Self.none { runs[Int(run.previous)].next = run.next }
  }

  /// Finds the pairs above a run: the “process emphasis” of the specification.
  mutating func match(above bottom: Int32) {
    guard last != bottom else { return }
    var bottoms = [Int32](repeating: bottom, count: 36)
    var closer = last
    while closer != Self.none, runs[Int(closer)].previous != bottom {
      closer = runs[Int(closer)].previous
    }
    while closer != Self.none {
      let run = runs[Int(closer)]
      guard run.canClose else {
        closer = run.next
        continue
      }
      let slot = Self.slot(run)
      var opener = run.previous
      while opener != Self.none, opener != bottom, opener != bottoms[slot],
        !Self.fits(runs[Int(opener)], run)
      {
        opener = runs[Int(opener)].previous
      }
      let isFound = opener != Self.none && opener != bottom && opener != bottoms[slot]
      let old = closer
      closer = isFound ? pair(opener, closer) : run.next
      if Self.isQuote(run.byte) {
        runs[Int(old)].quote = isFound ? .close : .none
      }
      if !isFound {
        bottoms[slot] = run.previous
        if !run.canOpen { remove(old) }
      }
    }
    drop(above: bottom)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == Ascii.quote || byte == Ascii.apostrophe
  }

  /// Closers that the same openers fit share a slot, where it is kept how far down was searched.
  private static func slot(_ run: Run) -> Int {
    let kind =
      switch run.byte {
      case UInt8(ascii: "*"): 0
      case UInt8(ascii: "_"): 1
      case UInt8(ascii: "~"): 2
      case UInt8(ascii: "="): 3
      case Ascii.quote: 4
      default: 5
      }
    return kind * 6 + Int(run.length % 3) + (run.canOpen ? 3 : 0)
  }

  private static func fits(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.canOpen, opener.byte == closer.byte else { return false }
    return !(closer.canOpen || opener.canClose) || closer.length % 3 == 0
      || (opener.length + closer.length) % 3 != 0
  }

  /// Makes a span of a pair, and returns where to go on.
  private mutating func pair(_ opener: Int32, _ closer: Int32) -> Int32 {
    let (first, second) = (runs[Int(opener)], runs[Int(closer)])
    let next = second.next
    switch first.byte {
    case Ascii.quote, Ascii.apostrophe:
      runs[Int(opener)].quote = .open
      // In many languages a mark that closes is no apostrophe, so none is closed twice.
      remove(opener)
      return next
    case UInt8(ascii: "~"), UInt8(ascii: "="):
      guard first.length == second.length else { return next }
      span(first.byte == UInt8(ascii: "~") ? .strikethrough : .mark, opener, closer, first.length)
    default:
      let count: Int32 = first.count >= 2 && second.count >= 2 ? 2 : 1
      span(count == 2 ? .strong : .emphasis, opener, closer, count)
    }
    // What stood between them can pair with nothing outside.
    runs[Int(opener)].next = closer
    runs[Int(closer)].previous = opener
    if runs[Int(opener)].count == 0 { remove(opener) }
    guard runs[Int(closer)].count == 0 else { return closer }
    remove(closer)
    return next
  }

  private mutating func span(_ kind: Tree.Kind, _ opener: Int32, _ closer: Int32, _ count: Int32) {
    let opening = Opening(kind: kind, next: runs[Int(opener)].firstOpening)
    runs[Int(opener)].firstOpening = Int32(openings.count)
    openings.append(opening)
    runs[Int(opener)].count -= count
    runs[Int(closer)].count -= count
    runs[Int(closer)].closings += 1
  }
}
