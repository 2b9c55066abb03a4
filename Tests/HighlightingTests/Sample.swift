import Foundation
import Testing

@testable import Highlighting

/// Code in which the kinds of its pieces are marked: `«key let» x = «num 1»`.
struct Sample {
  let name: String
  let marked: String

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Samples")

  /// Those of `Samples/`, named for the languages, in alphabetical order.
  static let all: [Sample] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().compactMap { file in
      guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else {
        return nil
      }
      return Sample(name: String(file.prefix { $0 != "." }), marked: text)
    }
  }()

  /// The code alone.
  var code: String {
    marked.replacing(#/«[a-z]{3}\u{20}((?:[^»])*)»/#) { $0.output.1 }
  }

  /// A language's reading of code, marked. No kind goes over a line's end here, so that a change
  /// shows as the line it is in.
  static func marked(_ code: String, as language: String, by languages: Languages) -> String {
    let bytes = Array(code.utf8)
    var marked: [UInt8] = []
    var start = 0
    for token in languages.tokens(of: bytes[...], as: language) ?? [] {
      let lines = bytes[start..<token.end].split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if index > 0 { marked.append(UInt8(ascii: "\n")) }
        if token.kind == .plain || line.isEmpty {
          marked += line
        } else {
          marked += Array("«\(token.kind.className) ".utf8) + line + Array("»".utf8)
        }
      }
      start = token.end
    }
    return String(decoding: marked, as: UTF8.self)
  }
}
