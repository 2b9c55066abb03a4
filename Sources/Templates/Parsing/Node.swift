/// A part of a template, with the parts inside it. Ranges are those of the template's bytes.
///
/// Indentation is the white space before a tag that starts its line: what the tag brings in is
/// indented by it.
enum Node: Sendable {
  /// The white space at the start of a line: where indentation from outside goes.
  case margin(Range<Int>)
  case text(Range<Int>)
  case variable(Name, isRaw: Bool)
  case section(Section)
  case partial(Partial)
  case parent(Partial, overrides: [Block])
  case block(Block)

  struct Name: Sendable {
    /// The parts of a dotted name; `["."]` for the implicit iterator; none if the name was found
    /// to be none and has been reported.
    let parts: [String]
    let range: Range<Int>
  }

  struct Section: Sendable {
    let name: Name
    let isInverted: Bool
    var indentation: Range<Int>?
    var body: [Node]
  }

  struct Partial: Sendable {
    /// Empty if the name was found to be none and has been reported.
    let name: String
    let range: Range<Int>
    var indentation: Range<Int>?
  }

  struct Block: Sendable {
    let name: String
    let range: Range<Int>
    var indentation: Range<Int>?
    var body: [Node]
  }
}
