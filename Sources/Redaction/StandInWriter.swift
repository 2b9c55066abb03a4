import Text

/// Writes stand-ins into a text so that they fit where the name stood.
struct StandInWriter {
  let text: [UInt8]
  let surroundings: Surroundings
  /// Where the Markdown begins.
  let body: Int

  struct Edit {
    let range: Range<Int>
    let text: String
    let isAddress: Bool
  }

  /// Nil where the stand-in cannot be written. The edit stays within `free`, which neighbours leave.
  func edit(
    _ range: Range<Int>, to standIn: StandIn, spelling: String, within free: Range<Int>
  ) -> Edit? {
    let token = Token(around: range, in: text)
    if let host = token.host, host.contains(range.lowerBound) {
      return hostEdit(range, host, standIn, free)
    }
    let part = surroundings.part(at: range.lowerBound)
    let kind = part?.kind ?? .prose
    let form = form(at: range, kind, token)
    guard form == .words else {
      let isAddress = token.isAddress || kind == .address
      return Edit(range: range, text: form.written(standIn.words), isAddress: isAddress)
    }
    let start = part.map(\.range.lowerBound) ?? body
    let sentence = Sentence(text: text, start: start)
    let phrase = sentence.phrase(
      standIn.words, for: range, spelling: spelling, within: free)
    return written(phrase.words, as: kind, isFirst: phrase.range.lowerBound == start).map {
      Edit(range: phrase.range, text: $0, isAddress: false)
    }
  }

  // MARK: - Names

  /// The name of a host ends in `.example`, where nobody's site can stand.
  private func hostEdit(
    _ range: Range<Int>, _ host: Range<Int>, _ standIn: StandIn, _ free: Range<Int>
  ) -> Edit {
    let name = Form.host(standIn.words)
    let isLast = host.upperBound <= free.upperBound
    guard isLast else { return Edit(range: range, text: name, isAddress: true) }
    let tail = text[range.upperBound..<max(range.upperBound, host.upperBound)]
    let kept = tail[..<(tail.lastIndex(of: Ascii.dot) ?? tail.startIndex)]
    let hasDot = text[range].contains(Ascii.dot) || tail.contains(Ascii.dot)
    let ending = hasDot ? ".example" : String(decoding: tail, as: UTF8.self)
    return Edit(
      range: range.lowerBound..<max(range.upperBound, host.upperBound),
      text: name + String(decoding: kept, as: UTF8.self) + ending, isAddress: true)
  }

  private func form(at range: Range<Int>, _ kind: Surroundings.Kind, _ token: Token) -> Form {
    let isUpper =
      text[range].count(where: \.isCapital) > 1 && !text[range].contains(where: \.isSmall)
    let isCapital = text[range.lowerBound].isCapital || text[range.lowerBound] >= 0x80
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : Ascii.space
    let after = range.upperBound < text.count ? text[range.upperBound] : Ascii.space
    let hasSpace = text[range].contains { $0.isBlank }
    let joinsPrevious = text.isLetter(before: range.lowerBound - 1)
    let joinsNext = text.isLetter(at: range.upperBound + 1)

    if text[range].contains(0x5F) && !hasSpace || before == 0x5F && joinsPrevious
      || after == 0x5F && joinsNext
    {
      return .underscores(isUpper: isUpper)
    }
    let continuesWord = text.isLetter(before: range.lowerBound)
    let isWithinWord =
      continuesWord || text.isLetter(at: range.upperBound) && !isPlural(range.upperBound)
    if isWithinWord, !hasSpace { return .camel(isUpper: isCapital || continuesWord) }
    if before == Ascii.hyphen && joinsPrevious || after == Ascii.hyphen && joinsNext {
      return .hyphens(isUpper: isUpper)
    }
    if kind == .address || token.isAddress { return .hyphens(isUpper: isUpper && !token.isAddress) }
    let marks: Set<UInt8> = [UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "^"), 0x24]
    if marks.contains(before), !hasSpace { return .hyphens(isUpper: false) }
    let isExtended = after == Ascii.dot && text.has(smallAt: range.upperBound + 1)
    let isPath =
      before == Ascii.slash || after == Ascii.slash || before == 0x5C
      || before == Ascii.dot && joinsPrevious || isExtended
    if isPath, !isCapital || kind == .code, !hasSpace { return .hyphens(isUpper: isUpper) }
    guard kind == .code, !hasSpace else { return .words }
    return isUpper
      ? .underscores(isUpper: true)
      : isCapital ? .camel(isUpper: true) : .underscores(isUpper: false)
  }

  private func isPlural(_ end: Int) -> Bool {
    text[end] == UInt8(ascii: "s") && !text.isLetter(at: end + 1)
  }

  // MARK: - Words

  private func written(
    _ words: String, as kind: Surroundings.Kind, isFirst: Bool
  ) -> String? {
    switch kind {
    case .prose:
      var escaped = ""
      for character in words {
        if "*_[]&~".contains(character) { escaped.append("\\") }
        escaped.append(character)
      }
      return escaped
    case .attribute:
      return words.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        .replacing("'", with: "&#39;")
    case .escaped: return words.replacing("\"", with: "\\\"")
    case .singleQuoted: return words.replacing("'", with: "''")
    case .literal: return words.contains("'") ? nil : words
    case .unquoted(let inBrackets):
      let isSafe =
        !words.contains(": ") && !words.contains(" #") && !words.hasSuffix(":")
        && !(isFirst && words.first.map { "-?:,[]{}#&*!|>'\"%@`".contains($0) } ?? true)
        && !(inBrackets && words.contains { ",[]{}".contains($0) })
      return isSafe ? words : nil
    case .code, .address, .plain: return words
    }
  }
}

extension [UInt8] {
  /// Whether a letter or a digit begins at an offset.
  fileprivate func isLetter(at offset: Int) -> Bool {
    guard offset < count else { return false }
    let scalar = String(decoding: self[offset..<Swift.min(count, offset + 4)], as: UTF8.self)
    return scalar.unicodeScalars.first?.isLetterOrDigit ?? false
  }

  /// Whether one ends before an offset.
  fileprivate func isLetter(before offset: Int) -> Bool {
    guard offset > 0 else { return false }
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = String(decoding: self[start..<offset], as: UTF8.self)
    return scalar.unicodeScalars.first?.isLetterOrDigit ?? false
  }

  fileprivate func has(smallAt offset: Int) -> Bool { offset < count && self[offset].isSmall }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension UInt8 {
  fileprivate var isSmall: Bool { 0x61...0x7A ~= self }

  fileprivate var isCapital: Bool { 0x41...0x5A ~= self }
}
