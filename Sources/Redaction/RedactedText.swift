import Leaks
import Text

/// A Markdown text with stand-ins in the place of names, byte for byte the same elsewhere.
package struct RedactedText: Sendable {
  package let bytes: [UInt8]
  /// In the order of the text.
  package let replacements: [Replacement]
  /// Where a name stands that nobody could replace well. There are to be none before the text is
  /// published.
  package let obstacles: [Obstacle]

  package struct Replacement: Hashable, Sendable {
    /// What stood there, and what stands there now.
    package let old: String
    package let new: String
    /// Where it stood, in bytes.
    package let range: Range<Int>
    /// Whether an address was changed, which then leads to nothing.
    package let isAddress: Bool
  }

  package struct Obstacle: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// Marks, or the end of a block, stand within the name.
      case divided
      /// The name begins a longer word.
      case insideWord
      /// Escapes or tags hide it.
      case disguised
      /// The stand-in would need quotes.
      case unquoted
    }

    package let range: Range<Int>
    package let reason: Reason
  }

  /// `matter` is the front matter without its marks, `body` where the Markdown begins.
  package init(
    _ text: [UInt8], _ list: StandInList, matter: (language: MatterLanguage, range: Range<Int>)?,
    body: Int
  ) {
    var surroundings = Surroundings()
    if let matter { surroundings.addMatter(text, matter.range, matter.language) }
    surroundings.addMarkdown(text, from: body)
    let writer = StandInWriter(text: text, surroundings: surroundings, body: body)
    let lines = Lines(text)
    var found = list.names.matches(in: text) { match in
      Wholeness(of: match.range, as: list.spellings[match.word].text, in: text).flaw == nil
    }.map { ($0, isDisguised: false) }
    found += list.names.disguises(in: text).map { ($0, isDisguised: true) }
    found.sort { $0.0.range.lowerBound < $1.0.range.lowerBound }

    var edits: [StandInWriter.Edit] = []
    var obstacles: [Obstacle] = []
    // A line is looked at once, as very many names may stand on it.
    var known: (line: Int, isAccepted: Bool) = (0, false)
    for (index, (match, isDisguised)) in found.enumerated() {
      let line = lines.line(at: match.range.lowerBound)
      if line != known.line { known = (line, Acceptance(ofLine: line, in: lines).isAccepted) }
      if known.isAccepted { continue }
      let (spelling, standIn) = list.spellings[match.word]
      let whole = Wholeness(of: match.range, as: spelling, in: text)
      let flaw = isDisguised ? whole.isOnlyEncoded ? nil : .disguised : whole.flaw
      if let flaw {
        obstacles.append(Obstacle(range: match.range, reason: flaw))
        continue
      }
      let next =
        found.indices.contains(index + 1) ? found[index + 1].0.range.lowerBound : text.count
      let free = (edits.last?.range.upperBound ?? 0)..<next
      guard let edit = writer.edit(whole.range, to: standIn, spelling: spelling, within: free)
      else {
        obstacles.append(Obstacle(range: match.range, reason: .unquoted))
        continue
      }
      edits.append(edit)
    }
    self.obstacles = obstacles
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 64)
    var end = 0
    for edit in edits {
      output += text[end..<edit.range.lowerBound]
      output += Array(edit.text.utf8)
      end = edit.range.upperBound
    }
    bytes = output + text[end...]
    replacements = edits.map {
      Replacement(
        old: String(decoding: text[$0.range], as: UTF8.self), new: $0.text, range: $0.range,
        isAddress: $0.isAddress)
    }
  }
}

extension StandInList {
  /// A path with stand-ins in the place of names; nil where that cannot be done well.
  package func redacted(path: String) -> String? {
    let text = Array(path.utf8)
    var surroundings = Surroundings()
    surroundings.add(0..<text.count, .address)
    let writer = StandInWriter(text: text, surroundings: surroundings, body: 0)
    var output: [UInt8] = []
    var end = 0
    let found = names.matches(in: text) { !text[$0.range].contains(Ascii.slash) }
    for match in found {
      let (spelling, standIn) = spellings[match.word]
      let whole = Wholeness(of: match.range, as: spelling, in: text)
      // Words that stand for the name of a folder and that of a file would make one name of both.
      guard whole.flaw == nil, !text[whole.range].contains(Ascii.slash),
        let edit = writer.edit(
          whole.range, to: standIn, spelling: spelling, within: end..<text.count)
      else { return nil }
      output += text[end..<edit.range.lowerBound] + Array(edit.text.utf8)
      end = edit.range.upperBound
    }
    let redacted = output + text[end...]
    return places(in: redacted).isEmpty ? String(decoding: redacted, as: UTF8.self) : nil
  }
}
