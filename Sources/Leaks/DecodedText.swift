import Text

/// A text as it is read when all that stands between it and its reader is gone: references to
/// characters and escapes resolved, tags, comments, marks of emphasis and the addresses of links left
/// out.
///
/// Every byte knows where in the text it comes from. It reads too much rather than too little: what is
/// markup in one language is looked through in all.
struct DecodedText {
  private(set) var bytes: [UInt8] = []
  /// Where in the text what a byte stands for begins and ends.
  private(set) var ranges: [Range<Int>] = []

  /// No tag or address is longer.
  private static let longest = 4_096

  /// What is left out.
  enum Omission: CaseIterable {
    /// Tags, marks, and the addresses of links.
    case markup
    /// Tags and marks. What looks like an address may be none, or hold a secret.
    case tags
    /// Nothing, as a name may stand in a tag: `<img alt="&#65;cme">`.
    case nothing
  }

  /// Nil for a text in which nothing is to be decoded.
  init?(_ text: [UInt8], without omission: Omission) {
    let signs = omission == .nothing ? Self.codes : Self.signs
    guard text.contains(where: { signs[Int($0)] }) else { return nil }
    bytes.reserveCapacity(text.count)
    ranges.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard signs[Int(text[index])], let piece = Self.piece(of: text, at: index, omission)
      else {
        bytes.append(text[index])
        ranges.append(index..<index + 1)
        index += 1
        continue
      }
      for byte in piece.bytes {
        bytes.append(byte)
        ranges.append(index..<piece.end)
      }
      index = piece.end
    }
  }

  /// The first bytes of what takes no room.
  private static let unseen: [UInt8] = [0xC2, 0xE2, 0xEF]
  /// The first bytes of what may join two parts of a word.
  static let joints = Array("&<\\[%*`=~".utf8) + unseen
  /// The first bytes of what is left out or stands for something else.
  private static let signs = table(of: joints + [UInt8(ascii: "]")])
  /// Those among them that begin what stands for another character, or for none.
  private static let codes = table(of: Array("&\\%".utf8) + unseen)

  private static func table(of signs: [UInt8]) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for byte in signs { table[Int(byte)] = true }
    return table
  }

  /// Where what begins at a joint ends that a reader would not see; nil where it joins two parts of a
  /// word, or one of them is written as something else.
  static func endOfDisguise(in text: [UInt8], at start: Int) -> Int? {
    var followsWord = start > 0 && text[start - 1].isTokenByte
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "]") {
      if isMark(text[end]) {
        end += 1
        continue
      }
      guard let piece = piece(of: text, at: end, .markup) else { break }
      if let first = piece.bytes.first {
        guard first.isTokenByte else { break }
        if followsWord { return nil }
        followsWord = true
      }
      end = piece.end
    }
    if end > start, followsWord, end < text.count, text[end].isTokenByte { return nil }
    return max(end, start + 1)
  }

  /// Whether a byte is left out wherever it stands.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"): true
    default: false
    }
  }

  private typealias Piece = (bytes: [UInt8], end: Int)

  private static func piece(
    of text: [UInt8], at index: Int, _ omission: Omission
  ) -> Piece? {
    switch text[index] {
    case Ascii.ampersand: reference(text, index)
    case Ascii.less: tag(text, index).map { ([], $0) }
    case UInt8(ascii: "\\"): escape(text, index)
    case let byte where isMark(byte): ([], index + 1)
    // What is marked stands between two.
    case UInt8(ascii: "="): text.has("=", at: index + 1) ? ([], index + 2) : nil
    case UInt8(ascii: "]"): ([], omission == .tags ? index + 1 : endOfLink(text, index + 1))
    case UInt8(ascii: "%"): percent(text, index)
    case 0xC2, 0xE2, 0xEF: invisible(text, index).map { ([], $0) }
    default: nil
    }
  }

  /// A character of ASCII as an address has it; with that, what is encoded twice.
  private static func percent(_ text: [UInt8], _ start: Int) -> Piece? {
    guard start + 3 <= text.count,
      let code = UInt8(String(decoding: text[start + 1..<start + 3], as: UTF8.self), radix: 16),
      0x20..<0x7F ~= code
    else { return nil }
    return ([code], start + 3)
  }

  /// The end of a character that takes no room: a soft hyphen, a space without width, a joiner or a
  /// mark of direction, a byte order mark.
  private static func invisible(_ text: [UInt8], _ start: Int) -> Int? {
    if text.has("\u{AD}", at: start) { return start + 2 }
    guard text[start] >= 0xE2, start + 2 < text.count else { return nil }
    switch (text[start], text[start + 1], text[start + 2]) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0...0xA4), (0xEF, 0xBB, 0xBF): return start + 3
    default: return nil
    }
  }

  // MARK: - References to characters

  private static func reference(_ text: [UInt8], _ start: Int) -> Piece? {
    let limit = min(text.count, start + 32)
    guard let end = text[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: text[start + 1..<end], as: UTF8.self)
    let characters: String?
    if name.hasPrefix("#") {
      let isHexadecimal = name.dropFirst().first.map { "xX".contains($0) } ?? false
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      characters = UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Self.character)
    } else {
      characters = named[name] ?? accented(name)
    }
    return characters.map { characters in
      let bytes = Array(characters.utf8)
      return (invisible(bytes, 0) == bytes.count ? [] : bytes, end + 1)
    }
  }

  private static func character(_ code: UInt32) -> String? {
    Unicode.Scalar(code).map { String($0) }
  }

  private static let named = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
    "zwj": "\u{200D}", "zwnj": "\u{200C}", "ensp": " ", "emsp": " ", "thinsp": " ", "hyphen": "-",
    "dash": "-", "ndash": "–", "mdash": "—", "lowbar": "_", "period": ".", "sol": "/", "num": "#",
    "commat": "@", "rsquo": "’", "lsquo": "‘", "szlig": "ss", "aelig": "ae", "AElig": "AE",
    "oelig": "oe", "OElig": "OE", "eth": "d", "ETH": "D", "thorn": "th", "THORN": "TH",
    "Tab": "\t", "NewLine": "\n",
  ]

  /// A letter that carries something, which makes no difference here: `&eacute;`.
  private static func accented(_ name: String) -> String? {
    let marks = [
      "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "slash", "caron", "macr", "breve",
      "ogon", "dot", "strok", "dblac",
    ]
    guard let letter = name.first, marks.contains(String(name.dropFirst())) else { return nil }
    return String(letter)
  }

  // MARK: - Escapes

  private static func escape(_ text: [UInt8], _ start: Int) -> Piece? {
    guard start + 1 < text.count else { return nil }
    let sign = text[start + 1]
    let digits: Range<Int>
    var end: Int
    switch sign {
    case UInt8(ascii: "x"): (digits, end) = (start + 2..<start + 4, start + 4)
    case UInt8(ascii: "u") where text.has("{", at: start + 2):
      let limit = min(text.count, start + 12)
      guard let close = text[start..<limit].firstIndex(of: 0x7D) else { return nil }
      (digits, end) = (start + 3..<close, close + 1)
    case UInt8(ascii: "u"): (digits, end) = (start + 2..<start + 6, start + 6)
    case UInt8(ascii: "U"): (digits, end) = (start + 2..<start + 10, start + 10)
    case Ascii.newline:
      // A line that goes on after its indent.
      let rest = text[(start + 2)...].prefix { $0 == Ascii.space || $0 == Ascii.tab }
      return ([], rest.endIndex)
    // Before a sign, a backslash is none itself.
    default: return sign < 0x80 && !sign.isLetter && !sign.isDigit ? ([], start + 1) : nil
    }
    guard digits.upperBound <= text.count,
      let code = UInt32(String(decoding: text[digits], as: UTF8.self), radix: 16),
      let character = character(code)
    else { return nil }
    return (Array(character.utf8), end)
  }

  // MARK: - Markup

  /// The end of a tag or comment that begins at a place.
  private static func tag(_ text: [UInt8], _ start: Int) -> Int? {
    if text.has("<!--", at: start) {
      let rest = start + 4..<min(text.count, start + longest)
      return text.offset(of: Array("-->".utf8)[...], in: rest).map { $0 + 3 }
    }
    guard start + 1 < text.count,
      text[start + 1].isLetter || [Ascii.slash, UInt8(ascii: "!")].contains(text[start + 1])
    else { return nil }
    let limit = min(text.count, start + longest)
    let end = text[start + 1..<limit].firstIndex { $0 == Ascii.greater || $0 == Ascii.less }
    // Before another tag or comment, what seemed to begin one is text.
    return end.flatMap { text[$0] == Ascii.greater ? $0 + 1 : nil }
  }

  /// The end of a link's address, or of the name of one, behind the words of the link.
  private static func endOfLink(_ text: [UInt8], _ start: Int) -> Int {
    guard start < text.count, text[start] == UInt8(ascii: "(") || text[start] == UInt8(ascii: "[")
    else { return start }
    let close = text[start] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    let limit = min(text.count, start + longest)
    let end = text[start..<limit].firstIndex { $0 == close || $0 == Ascii.newline }
    guard let end, text[end] == close else { return start }
    return end + 1
  }
}

extension ConfidentialWords {
  /// Where the words stand in a text in a way that does not show them, but that its readers see
  /// through: `&#65;cme`, `Ac<b>me</b>`, `"\u0041cme"`.
  package func disguises(in text: [UInt8]) -> [Match] {
    guard !isEmpty else { return [] }
    var known = matches(in: text)
    var found: [Match] = []
    for omission in DecodedText.Omission.allCases {
      guard let decoded = DecodedText(text, without: omission) else { continue }
      let new = matches(in: decoded.bytes).map { match in
        let first = decoded.ranges[match.range.lowerBound]
        let last = decoded.ranges[match.range.upperBound - 1]
        return Match(range: first.lowerBound..<last.upperBound, word: match.word)
      }.besides(known)
      found += new
      known = (known + new).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension [ConfidentialWords.Match] {
  /// Those that overlap none of others. Both are in the order of the text, in which no two of one kind
  /// overlap.
  fileprivate func besides(_ others: [ConfidentialWords.Match]) -> [ConfidentialWords.Match] {
    var others = others[...]
    return filter { match in
      others = others.drop { $0.range.upperBound <= match.range.lowerBound }
      return !(others.first?.range.overlaps(match.range) ?? false)
    }
  }
}
