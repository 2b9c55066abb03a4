import Markdown
import Problems
import Redaction
import Text

extension SourceFile {
  /// The text of a note with stand-ins in the place of names. Nothing of a front matter that cannot be
  /// told from the text is harmed: it is text then.
  package func redacted(with list: StandInList) -> RedactedText {
    guard let envelope = try? Envelope(self), let matter = envelope.matter else {
      return RedactedText(bytes, list, matter: nil, body: 0)
    }
    let lines = lines
    let range =
      lines.start(ofLine: matter.firstLine)..<lines.start(ofLine: envelope.body.line - 1)
    return RedactedText(
      bytes, list, matter: (matter.language == .yaml ? .yaml : .toml, range),
      body: envelope.body.offset)
  }

  /// The numbers of the lines that hold nothing of a private block; nil where there is no such block.
  package var openLines: [Int]? {
    guard let envelope = try? Envelope(self) else { return nil }
    let body = Array(bytes[envelope.body.offset...]).withPlainNewlines
    guard let open = Document.linesWithoutPrivateBlocks(of: body) else { return nil }
    let before = envelope.body.line - 1
    return before == 0 ? open : Array(1...before) + open.map { $0 + before }
  }

  /// The bytes of some lines, each with its own line ending.
  package func bytes(ofLines numbers: [Int]) -> [UInt8] {
    let lines = lines
    return numbers.flatMap { bytes[lines.start(ofLine: $0)..<lines.start(ofLine: $0 + 1)] }
  }
}

extension SourceFile {
  /// How many words stand below the front matter, as white space divides them.
  package var bodyWords: Int {
    let start = (try? Envelope(self))?.body.offset ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).count
  }
}
