import Foundation
import Notes
import Text

/// One line for a log, as it was said: words, and the marks in them that mean something.
///
///     Pairing with @sam on the parser #atlas
///
/// `#` before a word names a project or topic, `@` a person, where a word can begin. What stands in
/// code, in an address or in a link is left alone.
struct LogText: Sendable {
  enum Piece: Hashable, Sendable {
    case words(String)
    /// Code, an address or a link, which stays as it is.
    case verbatim(String)
    case topic(String)
    case person(String)
  }

  let pieces: [Piece]

  /// On one line, whatever it was on; nil for a text without a word.
  init?(_ text: String) {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || "\u{2028}\u{2029}".unicodeScalars.contains(scalar)
        ? " " : scalar
    }
    let line = String(String.UnicodeScalarView(scalars))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !line.isEmpty else { return nil }
    var scanner = LogTextScanner(Array(line))
    pieces = scanner.pieces()
  }
}

/// Divides a line into its pieces.
private struct LogTextScanner {
  private let characters: [Character]
  private var index = 0
  private var words = ""
  private var found: [LogText.Piece] = []

  init(_ characters: [Character]) {
    self.characters = characters
  }

  mutating func pieces() -> [LogText.Piece] {
    while index < characters.count {
      let piece: (LogText.Piece, end: Int)? =
        switch characters[index] {
        case "\\": escaped()
        case "`": code()
        case "[": link()
        case "<": angle()
        case "#": isAtStart ? topic() : nil
        case "@": isAtStart ? person() : nil
        default: isAtStart ? address() : nil
        }
      guard let piece else {
        words.append(characters[index])
        index += 1
        continue
      }
      flush()
      found.append(piece.0)
      index = piece.end
    }
    flush()
    return found
  }

  private mutating func flush() {
    if !words.isEmpty { found.append(.words(words)) }
    words = ""
  }

  /// Whether a word can begin here.
  private var isAtStart: Bool {
    guard index > 0 else { return true }
    let previous = characters[index - 1]
    return previous.isWhitespace || "([{“„«‘\"'—–".contains(previous)
  }

  private func text(to end: Int) -> String { String(characters[index..<end]) }

  /// `\#` and `\@` are no marks.
  private func escaped() -> (LogText.Piece, end: Int)? {
    guard let next = character(index + 1), next == "#" || next == "@" else { return nil }
    return (.words(String(next)), index + 2)
  }

  private func character(_ index: Int) -> Character? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  private func code() -> (LogText.Piece, end: Int)? {
    let run = characters[index...].prefix { $0 == "`" }.count
    var end = index + run
    while end < characters.count {
      let closing = characters[end...].prefix { $0 == "`" }.count
      if closing == run { return (.verbatim(text(to: end + run)), end + run) }
      end += max(1, closing)
    }
    return nil
  }

  /// `[words](address)` or `[[name]]`.
  private func link() -> (LogText.Piece, end: Int)? {
    let rest = characters[index...]
    guard let close = rest.firstIndex(of: "]") else { return nil }
    if character(index + 1) == "[", character(close + 1) == "]" {
      return (.verbatim(text(to: close + 2)), close + 2)
    }
    guard character(close + 1) == "(",
      let end = characters[close...].firstIndex(of: ")"),
      !characters[(close + 2)..<end].contains(" ")
    else { return nil }
    return (.verbatim(text(to: end + 1)), end + 1)
  }

  /// `<https://a.example>`
  private func angle() -> (LogText.Piece, end: Int)? {
    guard let close = characters[index...].firstIndex(of: ">"),
      characters[index..<close].contains(":"), !characters[index..<close].contains(" ")
    else { return nil }
    return (.verbatim(text(to: close + 1)), close + 1)
  }

  /// `https://a.example/#place`, to the next space.
  private func address() -> (LogText.Piece, end: Int)? {
    let word = characters[index...].prefix { !$0.isWhitespace }
    guard
      ["https://", "http://", "www."].contains(where: {
        String(word.prefix(8)).lowercased().hasPrefix($0)
      })
    else { return nil }
    return (.verbatim(String(word)), word.endIndex)
  }

  /// A letter, and what may follow it in a name: letters, digits, and `-` and `_` between them.
  private func name(from start: Int, also more: String = "") -> Int? {
    var end = start
    while let next = character(end),
      next.isLetter || next.isNumber || "-_".contains(next) || more.contains(next)
    {
      end += 1
    }
    while end > start, let last = character(end - 1), !last.isLetter, !last.isNumber { end -= 1 }
    return characters[start..<end].contains(where: \.isLetter) ? end : nil
  }

  private func topic() -> (LogText.Piece, end: Int)? {
    guard let end = name(from: index + 1) else { return nil }
    let name = String(characters[(index + 1)..<end])
    // `#12`, `#3fa9c2` and `#include <a>` are no topics, nor is what goes on behind.
    let isColour =
      [3, 4, 6, 8].contains(name.count) && name.allSatisfy(\.isHexDigit)
      && name.contains(where: \.isNumber)
    guard !isColour, !goesOn(at: end) else { return nil }
    return (.topic(name), end)
  }

  /// `@sam`, or `@sam@social.example`.
  private func person() -> (LogText.Piece, end: Int)? {
    guard let first = character(index + 1), first.isLetter, var end = name(from: index + 1) else {
      return nil
    }
    if character(end) == "@", let host = name(from: end + 1, also: ".") { end = host }
    // `@types/node` is a package, `@media(…)` code.
    guard !goesOn(at: end) else { return nil }
    return (.person(String(characters[(index + 1)..<end])), end)
  }

  /// Whether a word goes on behind what seemed to be its end.
  private func goesOn(at end: Int) -> Bool {
    guard let next = character(end) else { return false }
    return "/\\(#@=<".contains(next)
  }
}
