import Leaks
import Notes
import Problems
import Testing

@testable import Publishing

/// Something that gets out, or in, unless it is stopped: a site, and what exactly comes of it.
struct Attack: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// Nothing is published. Each problem, as it is told where others may read it, without its line.
    case refused([String])
    /// It is published without any of these texts, in no file and no name of a file.
    case harmless(without: [String])
    /// The same, of what is markup: data may say what it likes.
    case inert(without: [String])
  }

  let name: String
  var site: TestSite
  let outcome: Outcome

  var testDescription: String { name }

  /// A site of one note, in which the attack stands.
  init(
    _ name: String, note: String, files: [String: [UInt8]] = [:], configuration: String = "",
    _ outcome: Outcome
  ) {
    self.name = name
    site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      \(configuration)
      -- notes/2026-01-01-a.md --
      \(note)
      """)
    site.folder.files.merge(files) { $1 }
    site.options.confidential = ConfidentialWords(list: Array("Acme\nMüller & Söhne\n".utf8))
    self.outcome = outcome
  }

  /// What is wrong with what came of it; nil where it is as it should be.
  func fault() async throws -> String? {
    let result = try await site.build()
    switch outcome {
    case .refused(let problems):
      let found = result.problems.map(\.short)
      if found != problems { return found.joined(separator: "\n") }
      return result.files.isEmpty ? nil : "it is published"
    case .harmless(let texts):
      if result.files.isEmpty { return result.problems.map(\.short).joined(separator: "\n") }
      return result.files.compactMap { path, contents in
        Self.trace(of: texts, in: path, path) ?? Self.trace(of: texts, in: contents, path)
      }.first
    case .inert(let texts):
      if result.files.isEmpty { return result.problems.map(\.short).joined(separator: "\n") }
      return result.files.compactMap { path, contents in
        let isMarkup = ["html", "xml", "svg", "opml"].contains(path.extension)
        return isMarkup ? Self.trace(of: texts, in: contents, path) : nil
      }.first
    }
  }

  private static func trace(of texts: [String], in words: String, _ path: String) -> String? {
    for text in texts {
      guard let place = words.firstRange(of: text)?.lowerBound else { continue }
      return "\(path) holds “\(text)”: …\(words[place...].prefix(200))"
    }
    return nil
  }
}

extension Problem {
  /// Where it is, what it is and its code, in a line.
  fileprivate var short: String {
    let place = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file ?? "")\(place): \(message) [\(code.rawValue)]"
  }
}
