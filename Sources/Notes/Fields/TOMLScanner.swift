/// Goes through a text of TOML sign by sign, and knows where it is.
struct TOMLScanner {
  /// A key, or a part of one between dots.
  struct Name {
    let text: String
    let mark: Field.Mark
  }

  private let text: [Unicode.Scalar]
  private var index = 0
  private var line: Int
  private var lineStart = 0

  /// `text` has plain line breaks.
  init(_ text: String, firstLine: Int) {
    self.text = Array(text.unicodeScalars)
    line = firstLine
  }

  var mark: Field.Mark { Field.Mark(line: line, column: index - lineStart + 1) }

  static func error(_ words: String, _ mark: Field.Mark) -> FieldsError {
    FieldsError(reason: .other(words), mark: mark)
  }

  // MARK: - Signs

  private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

  func isAt(_ sign: Unicode.Scalar) -> Bool { next == sign }

  private func isAt(_ signs: String) -> Bool {
    text[index...].starts(with: signs.unicodeScalars)
  }

  private mutating func advance() {
    if text[index] == "\n" {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard isAt(sign) else { return false }
    advance()
    return true
  }

  mutating func skipBlanks() {
    while let sign = next, sign == " " || sign == "\t" { advance() }
  }

  /// Goes past white space, line breaks and comments; false at the end of the text.
  mutating func skipLines() throws(FieldsError) -> Bool {
    while let sign = next {
      switch sign {
      case " ", "\t", "\n": advance()
      case "#": try skipComment()
      default: return true
      }
    }
    return false
  }

  private mutating func skipComment() throws(FieldsError) {
    while let sign = next, sign != "\n" {
      guard !Self.isControl(sign) else { throw control }
      advance()
    }
  }

  /// Goes past the rest of a line, which holds no more than a comment.
  mutating func endLine() throws(FieldsError) {
    skipBlanks()
    if isAt("#") { try skipComment() }
    guard let sign = next, sign != "\n" else { return }
    throw Self.error("a line ends behind its value: is a quote or a comma missing?", mark)
  }

  /// What is wrong where a comma or the end of a list or table was to come.
  func unexpected(_ close: Unicode.Scalar) -> FieldsError {
    guard let sign = next, sign != "\n" else {
      return Self.error("“\(close)” is missing here", mark)
    }
    if ["]", "}"].contains(sign) {
      return Self.error("this bracket is closed by one of another kind", mark)
    }
    return sign.isASCII && !Self.isControl(sign)
      ? Self.error("a comma or “\(close)” is missing here", mark) : control
  }

  private var control: FieldsError {
    Self.error("this character can stand in texts and comments alone", mark)
  }

  private static func isControl(_ sign: Unicode.Scalar) -> Bool {
    sign.value < 0x20 && sign != "\t" || sign.value == 0x7F
  }

  // MARK: - Keys

  var isAtName: Bool { next.map { Self.isBare($0) || $0 == "\"" || $0 == "'" } ?? false }

  private static func isBare(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  /// Names with dots between them, and the white space behind.
  mutating func names() throws(FieldsError) -> [Name] {
    var names: [Name] = []
    repeat {
      skipBlanks()
      let mark = mark
      guard isAtName, let sign = next else {
        guard next.map({ $0.isASCII && !Self.isControl($0) || $0 == "\n" }) ?? true else {
          throw control
        }
        throw Self.error("a key is missing here", mark)
      }
      if sign == "\"" || sign == "'" {
        guard !isAt("\"\"\""), !isAt("'''") else {
          throw Self.error("a key stands on one line, between single quotes", mark)
        }
        names.append(Name(text: try string(), mark: mark))
      } else {
        let start = index
        while let sign = next, Self.isBare(sign) { advance() }
        names.append(Name(text: written(start..<index), mark: mark))
      }
      skipBlanks()
    } while take(".")
    return names
  }

  private func written(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text[range]))
  }

  // MARK: - Values

  /// A text, without its quotes; or a number, a date or a truth value.
  mutating func scalar() throws(FieldsError) -> String {
    if isAt("\"") || isAt("'") { return try string() }
    let (start, mark) = (index, mark)
    guard let first = next, first != "\n" else {
      throw Self.error("a value is missing here", mark)
    }
    skipToken()
    // A space may stand between a date and its time.
    if TOMLToken(text[start..<index]).isDate, isAt(" "), index + 1 < text.count,
      "0"..."9" ~= text[index + 1]
    {
      advance()
      skipToken()
    }
    guard TOMLToken(text[start..<index]).isValue else {
      if ["]", "}"].contains(first) {
        throw Self.error("this bracket is closed by one of another kind", mark)
      }
      throw first.isASCII && !Self.isControl(first)
        ? Self.error("a text needs quotes here", mark)
        : Self.error(
          "this character can stand in texts and comments alone", mark)
    }
    return written(start..<index)
  }

  private mutating func skipToken() {
    while let sign = next, Self.isBare(sign) || sign == "." || sign == "+" || sign == ":" {
      advance()
    }
  }

  private mutating func string() throws(FieldsError) -> String {
    let mark = mark
    let quote: Unicode.Scalar = isAt("\"") ? "\"" : "'"
    let isLong = isAt(String(repeating: Character(quote), count: 3))
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    if isLong, isAt("\n") { advance() }
    var scalars = String.UnicodeScalarView()
    while let sign = next {
      if sign == quote {
        guard isLong else {
          advance()
          return String(scalars)
        }
        let run = text[index...].prefix { $0 == quote }.count
        for _ in 0..<min(run, 5) { advance() }
        // Of five quotes, the first two belong to the text.
        scalars.append(contentsOf: repeatElement(quote, count: run < 3 ? run : min(run, 5) - 3))
        if run >= 3 { return String(scalars) }
      } else if sign == "\\", quote == "\"" {
        try escape(isLong, into: &scalars)
      } else {
        guard sign != "\n" || isLong else { break }
        guard !Self.isControl(sign) || sign == "\n" else {
          throw Self.error("this character is to be written as \\u and its four digits", self.mark)
        }
        scalars.append(sign)
        advance()
      }
    }
    throw Self.error("the quote that ends this text is missing", mark)
  }

  private mutating func escape(
    _ isLong: Bool, into scalars: inout String.UnicodeScalarView
  ) throws(FieldsError) {
    let mark = mark
    advance()
    guard let sign = next else { return }
    if isLong, [" ", "\t", "\n"].contains(sign) {
      let rest = text[index...].drop { $0 == " " || $0 == "\t" }
      guard rest.first == "\n" else {
        throw Self.error("behind this backslash the line is to end", mark)
      }
      while let sign = next, [" ", "\t", "\n"].contains(sign) { advance() }
      return
    }
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "e": "\u{1B}", "\"": "\"",
      "\\": "\\",
    ]
    if let meant = plain[sign] {
      advance()
      return scalars.append(meant)
    }
    let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
    guard let count = digits[sign] else {
      throw Self.error("a backslash stands for itself between single quotes, or doubled", mark)
    }
    advance()
    let code = text[index...].prefix(count)
    guard code.count == count, code.allSatisfy(\.properties.isASCIIHexDigit),
      let number = UInt32(String(String.UnicodeScalarView(code)), radix: 16),
      let meant = Unicode.Scalar(number)
    else { throw Self.error("\(count) digits of a character are missing behind \\\(sign)", mark) }
    for _ in 0..<count { advance() }
    scalars.append(meant)
  }
}
