import Problems
import Text

/// A template that has been read: its text as a tree.
struct Template: Sendable {
  let name: String
  let source: TemplateSource
  let nodes: [Node]
  let problems: [Problem]

  init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    source = TemplateSource(path: path, lines: Lines(bytes))
    guard String(validating: bytes, as: UTF8.self) != nil else {
      nodes = []
      problems = [.notUTF8(source)]
      return
    }
    var parser = Parser(source)
    nodes = parser.parse()
    problems = parser.problems
  }
}
