import Foundation

/// `EmbedFiles FOLDER OUTPUT`: writes the text files below a folder as a Swift table.
@main
struct EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw Failure(words: "usage: EmbedFiles FOLDER OUTPUT") }
    let root = URL(filePath: arguments[1]).standardizedFileURL
    var rows: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted() {
      let file = root.appending(path: path)
      guard !file.hasDirectoryPath, try file.isRegularFile else { continue }
      guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
        throw Failure(words: "\(file.path) is no UTF-8 text")
      }
      rows.append("    (\(literal(path)), \(literal(text))),")
    }
    let source = """
      enum EmbeddedFiles {
        /// Paths below the folder, and what stands there. The bytes lie in the program's image.
        static let files: [(path: StaticString, text: StaticString)] = [
      \(rows.joined(separator: "\n"))
        ]
      }

      """
    try source.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
  }

  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  struct Failure: Error, CustomStringConvertible {
    let words: String
    var description: String { words }
  }
}

extension URL {
  fileprivate var isRegularFile: Bool {
    get throws { try resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false }
  }
}
