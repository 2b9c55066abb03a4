import Files
import Leaks
import Markdown
import Problems
import Redaction
import Text

/// Turns what leaks in the text of a file into problems at their places, but for what its author
/// has accepted.
///
/// A problem never repeats what it found: where it shows a line, the leak in it is blotted out.
package struct LeakCheck: Sendable {
  private let scanner: LeakScanner
  /// The names for which other words are published.
  private let standIns: StandInList

  package init(
    _ configuration: Configuration, confidential: ConfidentialWords?, standIns: StandInList
  ) {
    self.standIns = standIns
    scanner = LeakScanner(
      knownContacts: [configuration.author.email].compactMap(\.self), confidential: confidential)
  }

  package func problems(in file: SourceFile) -> [Problem] {
    problems(in: file, scanner.leaks(in: file.bytes))
  }

  /// Names belong into private files, and into no others.
  private func names(in text: [UInt8], of path: String) -> [Leak] {
    guard !SiteLayout.isPrivate(path) else { return [] }
    return standIns.places(in: text).map { Leak(.standIn, $0) }
  }

  private func problems(in file: SourceFile, _ leaks: [Leak]) -> [Problem] {
    problems(inPath: file.path) + problems(inTextOf: file, leaks)
  }

  private func problems(inTextOf file: SourceFile, _ leaks: [Leak]) -> [Problem] {
    let names = names(in: file.bytes, of: file.path)
    let leaks = names.isEmpty ? leaks : names.withoutOverlaps(with: leaks)
    guard !leaks.isEmpty else { return [] }
    let lines = file.lines
    let blotted = Lines(Self.blotted(file.bytes, leaks))
    var problems: [Problem] = []
    var known: (line: Int, acceptance: Acceptance, count: Int) = (0, .none, 0)
    for leak in leaks {
      let line = lines.line(at: leak.range.lowerBound)
      if line != known.line { known = (line, Acceptance(ofLine: line, in: lines), 0) }
      known.count += 1
      guard !known.acceptance.isAccepted, known.count <= Self.mostOnLine else { continue }
      problems.append(
        Problem.leak(
          leak, isUnexplained: known.acceptance == .withoutReason, in: file.path, lines, blotted))
    }
    return problems
  }

  /// No more are told of one line: each shows all of it, with every leak in it blotted out.
  private static let mostOnLine = 20

  /// The same of any file that is published: of one that is no text, its path alone.
  package func problems(inFile path: String, of folder: any Folder) -> [Problem] {
    guard folder.kind(path) == .file else { return [] }
    switch SourceFile.read(path, in: folder) {
    case .success(let file): return problems(in: file, scanner.leaks(inData: file.bytes))
    case .failure: return problems(inPath: path) + problems(inBytesOf: path, in: folder)
    }
  }

  /// What stands in a file that is no text in UTF-8, as far as it can be told: everything in a text of
  /// another encoding, tokens in whatever else it is.
  private func problems(inBytesOf path: String, in folder: any Folder) -> [Problem] {
    guard let bytes = try? folder.read(path, at: 0, count: Self.byteLimit) else { return [] }
    guard let text = OldText.bytes(of: bytes) else {
      let isSecret = scanner.tokens(in: bytes).contains { $0.kind.isSecret }
      return isSecret ? [.secretInBytes(path)] : []
    }
    let file = SourceFile(path: path, bytes: text)
    return problems(inTextOf: file, scanner.leaks(inData: text))
  }

  /// More of a file that is no text is not looked at.
  private static let byteLimit = 1_048_576

  /// What stands in the metadata of a file that is no text: words that are to stay confidential, names
  /// for which others are published, people who have not agreed to be named, and secrets.
  package func problems(
    inWords texts: [String], of path: String, unnamed: ConfidentialWords
  ) -> [Problem] {
    guard !texts.isEmpty else { return [] }
    let bytes = Array(texts.joined(separator: "\n\n").utf8)
    let leaks = scanner.leaks(inData: bytes)
    var problems: [Problem] = []
    if leaks.contains(where: { $0.kind.isSecret }) {
      problems.append(.inMetadata(.leakSecret, path, "a key, token or password stands"))
    }
    if !scanner.confidentialLeaks(in: bytes).isEmpty {
      problems.append(
        .inMetadata(.leakConfidential, path, "a word of the confidential list stands"))
    }
    if !names(in: bytes, of: path).isEmpty {
      problems.append(
        .inMetadata(
          .leakStandIn, path, "a name for which \(StandInFile.path) has other words stands"))
    }
    if !unnamed.leaks(in: bytes).isEmpty {
      problems.append(
        .inMetadata(.personNamed, path, "the name of someone who has not agreed to it stands"))
    }
    if leaks.contains(where: { $0.kind == .mailAddress }) {
      problems.append(.inMetadata(.leakMail, path, "an e-mail address stands"))
    }
    return problems
  }

  /// The words of the confidential list that stand on a page, but in no line of its file that would
  /// show them: in the values of its front matter, and in its text once it is rendered.
  func problems(hiddenIn file: SourceFile, _ fields: Field, _ document: Document) -> [Problem] {
    guard scanner.hasConfidentialWords else { return [] }
    let shown = scanner.confidentialLeaks(in: file.bytes).count
    let value = fields.texts.joined(separator: "\n\n").utf8
    let rendered = RenderedWords(of: document).bytes
    let most = [
      scanner.confidentialLeaks(in: value).count, scanner.confidentialLeaks(in: rendered).count,
    ]
    return most.contains { $0 > shown } ? [.confidentialWhenRendered(file.path)] : []
  }

  /// A path is published too, as an address.
  private func problems(inPath path: String) -> [Problem] {
    let bytes = Array(path.utf8)
    let names = names(in: bytes, of: path)
    let words = names.withoutOverlaps(with: scanner.confidentialLeaks(in: bytes))
    let tokens = scanner.tokens(inName: bytes)
    guard !words.isEmpty || !tokens.isEmpty else {
      return KeyFile.isOne(path) ? [.keyFile(path)] : []
    }
    let name = String(
      decoding: Self.blotted(bytes, words.withoutOverlaps(with: tokens)), as: UTF8.self)
    let secrets = tokens.prefix(1).compactMap { leak -> Problem? in
      guard case .secret(let what) = leak.kind else { return nil }
      return .secretName(name, what)
    }
    return secrets
      + (words.isEmpty ? [] : [names.isEmpty ? .confidentialName(name) : .standInName(name)])
  }

  /// A text with `*` for every byte that leaks.
  private static func blotted(_ text: [UInt8], _ leaks: [Leak]) -> [UInt8] {
    var text = text
    for leak in leaks {
      for index in leak.range where text[index] != Ascii.newline {
        text[index] = UInt8(ascii: "*")
      }
    }
    return text
  }
}

extension Problem {
  fileprivate static func leak(
    _ leak: Leak, isUnexplained: Bool, in path: String, _ lines: Lines, _ blotted: Lines
  ) -> Problem {
    let (code, message): (Code, String) =
      switch leak.kind {
      case .secret(let name):
        (.leakSecret, "this looks like \(name), and everyone could read it")
      case .keyName(let name): (.leakKeyName, "this looks like \(name), which is half of a key")
      case .mailAddress:
        (.leakMail, "an e-mail address stands here that the site’s author does not show")
      case .phoneNumber: (.leakPhone, "this looks like a phone number")
      case .confidential: (.leakConfidential, "a word of the confidential list stands here")
      case .standIn:
        (.leakStandIn, "a name stands here for which \(StandInFile.path) has other words")
      }
    let way =
      isUnexplained
      ? "say why, behind “outloud: accept”"
      : leak.kind.isSecret
        ? "take it out and have a new one made; if it is none, accept it: <!-- outloud: accept WHY -->"
        : leak.kind == .standIn
          ? "write the other words; “outloud publish” does it for a note in \(SiteLayout.privateNotesFolder)/"
          : "take it out, or accept it on its line: <!-- outloud: accept WHY -->"
    return Problem(code, file: path, at: leak.range, in: lines, message, hint: way)
      .showing(blotted.text(ofLine: lines.line(at: leak.range.lowerBound)))
  }

  fileprivate static func confidentialWhenRendered(_ path: String) -> Problem {
    Problem(
      .leakConfidential, file: path,
      "a word of the confidential list stands on the page, though no line of the file shows it",
      hint: "look for references such as &#65;, for escapes, and for markup within words")
  }

  fileprivate static func confidentialName(_ path: String) -> Problem {
    Problem(
      .leakConfidential, file: path,
      "a word of the confidential list stands in the file’s path, which becomes an address",
      hint: "rename the file, or give its note a “slug”")
  }

  fileprivate static func secretName(_ path: String, _ what: String) -> Problem {
    Problem(
      .leakSecret, file: path,
      "\(what) seems to stand in the file’s path, which becomes an address",
      hint: "rename the file and have a new one made")
  }

  fileprivate static func inMetadata(_ code: Code, _ path: String, _ what: String) -> Problem {
    Problem(
      code, file: path, "\(what) in what this file says of itself",
      hint: "take it out with “exiftool -all= FILE”, or with a program for tags")
  }

  fileprivate static func keyFile(_ path: String) -> Problem {
    Problem(
      .leakSecret, file: path,
      "files of this name hold keys or passwords, and everyone could read it",
      hint: "move it out of the folder")
  }

  fileprivate static func secretInBytes(_ path: String) -> Problem {
    Problem(
      .leakSecret, file: path, "a key or token seems to stand in this file, which is no text",
      hint: "take it out and have a new one made")
  }

  fileprivate static func standInName(_ path: String) -> Problem {
    Problem(
      .leakStandIn, file: path,
      "a name for which \(StandInFile.path) has other words stands in the file’s path",
      hint: "rename the file")
  }
}

extension Leak.Kind {
  fileprivate var isSecret: Bool {
    if case .secret = self { true } else { false }
  }
}
