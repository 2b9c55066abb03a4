import Markdown
import Testing

/// What a stranger may write, and exactly what comes of it.
struct Attack: Sendable, CustomTestStringConvertible {
  let name: String
  let markdown: String
  let html: String

  init(_ name: String, _ markdown: String, _ html: String) {
    self.name = name
    self.markdown = markdown
    self.html = html
  }

  var testDescription: String { name }
}

struct SanitizerAttackTests {
  @Test(arguments: Attack.scripts + Attack.elements + Attack.addresses + Attack.structure)
  func `an attack comes to nothing when sanitized`(_ attack: Attack) {
    #expect(attack.markdown.sanitized == attack.html)
    #expect(Wellformedness(of: attack.html).fault == nil)
  }

  @Test func `there are enough attacks, each with a name of its own`() {
    let attacks = Attack.scripts + Attack.elements + Attack.addresses + Attack.structure
    #expect(attacks.count > 100)
    #expect(Set(attacks.map(\.name)).count == attacks.count)
  }
}

extension String {
  var document: Document { Document(markdown: Array(utf8)) }

  /// The HTML of a Markdown text.
  var sanitized: String { String(decoding: document.html, as: UTF8.self) }

  /// The same where raw HTML is treated otherwise.
  func html(_ policy: MarkdownOptions.RawHTML) -> String {
    let document = Document(markdown: Array(utf8), options: .init(rawHTML: policy))
    return String(decoding: document.html, as: UTF8.self)
  }
}
