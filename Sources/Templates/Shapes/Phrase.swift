import Text

/// A text of the program's own, which may be in another language than the page.
///
/// Where markup can stand it is then marked, as `<span lang="en">…</span>`. An attribute, or a page's
/// title, has no way to say so.
package struct Phrase: Sendable {
  package let text: String
  /// The attributes that say its language, such as ` lang="en"`; empty for that of the page.
  private let mark: String

  package init(_ text: String, mark: String = "") {
    self.text = text
    self.mark = mark
  }

  fileprivate func write(to output: inout ByteWriter) {
    guard !mark.isEmpty, !text.isEmpty else { return output.append(escaping: text) }
    output.append("<span")
    output.append(mark)
    output.append(">")
    output.append(escaping: text)
    output.append("</span>")
  }
}

extension Phrase: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Shape {
  /// A text in the language that it says it is in.
  package consuming func phrase(
    _ name: String, _ documentation: String, _ read: @escaping @Sendable (Subject) -> Phrase
  ) -> Shape {
    value(
      name, documentation, .text, inside: .phrase, read, unless: \.text.isEmpty,
      marked: { $0.write(to: &$1) }
    ) { $1.append(escaping: $0.text) }
  }
}

extension Shape<Phrase> {
  private static var phrase: Shape { Shape("text").phrase(".", "The text itself.") { $0 } }
}
