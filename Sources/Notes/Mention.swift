import Leaks
import Problems
import Text

/// A place where a note's text names somebody by their whole name.
package struct Mention: Sendable {
  /// As `People.key` has it.
  package let key: String
  /// What there is to say if they have not agreed to it.
  package let problem: Problem

  /// The first place of each name in a file, from the start of its text on, but for those that its
  /// author has accepted. `shown` are the values of its front matter that are published besides.
  package static func first(
    of names: some Sequence<String>, in file: SourceFile, from start: Int, title: String?,
    shown: [String] = []
  ) -> [Mention] {
    var lines: Lines?
    return Set(names).sorted().compactMap { name in
      let matcher = ConfidentialWords(list: Array(name.utf8))
      if let title, !matcher.leaks(in: Array(title.utf8)).isEmpty {
        return Mention(
          key: People.key(name), problem: .personNamed(inTitleOf: file.path))
      }
      if !matcher.leaks(in: Array(file.path.utf8)).isEmpty {
        return Mention(key: People.key(name), problem: .personNamed(inPath: file.path))
      }
      if !shown.isEmpty, !matcher.leaks(in: Array(shown.joined(separator: "\n\n").utf8)).isEmpty {
        return Mention(key: People.key(name), problem: .personNamed(inMatterOf: file.path))
      }
      let leaks = matcher.leaks(in: Array(file.bytes[start...]))
      guard !leaks.isEmpty else { return nil }
      let known = lines ?? file.lines
      lines = known
      let open = leaks.first { leak in
        let line = known.line(at: leak.range.lowerBound + start)
        if case .accepted = Acceptance(ofLine: line, in: known) { return false }
        return true
      }
      return open.map { leak in
        let range = leak.range.lowerBound + start..<leak.range.upperBound + start
        return Mention(
          key: People.key(name), problem: .personNamed(in: file.path, at: range, known))
      }
    }
  }
}

extension Problem {
  private static let personHint =
    "add the date of their consent to the note or to \(People.fileName), write “a colleague”, or accept it on its line: <!-- outloud: accept WHY -->"

  fileprivate static func personNamed(
    in path: String, at range: Range<Int>, _ lines: Lines
  ) -> Problem {
    Problem(
      .personNamed, file: path, at: range, in: lines,
      "someone is named here who has not agreed to it", hint: personHint)
  }

  fileprivate static func personNamed(inPath path: String) -> Problem {
    Problem(
      .personNamed, file: path,
      "the file’s path, which becomes an address, names someone who has not agreed to it",
      hint: "rename the file, or add the date of their consent to \(People.fileName)")
  }

  fileprivate static func personNamed(inMatterOf path: String) -> Problem {
    Problem(
      .personNamed, file: path,
      "the front matter names someone who has not agreed to it, in more than “people”",
      hint: "write “a colleague” there, or add the date of their consent")
  }

  fileprivate static func personNamed(inTitleOf path: String) -> Problem {
    Problem(
      .personNamed, file: path, "the title names someone who has not agreed to it",
      hint: personHint)
  }
}
