import Problems
import Text

/// The words for everything that can be wrong with templates, beginning with how they are written.
extension Problem {
  static func notUTF8(_ source: TemplateSource) -> Problem {
    Problem(
      .templateSyntax, file: source.path, "this template is not UTF-8",
      hint: "save it as UTF-8")
  }

  static func unclosedTag(_ range: Range<Int>, in source: TemplateSource) -> Problem {
    source.problem(.templateSyntax, range, "this tag is not closed", hint: "it needs its “}}”")
  }

  static func badDelimiters(_ range: Range<Int>, in source: TemplateSource) -> Problem {
    source.problem(
      .templateSyntax, range, "these are no delimiters", hint: "write it like {{=<% %>=}}")
  }

  static func noName(_ tag: Tag, in source: TemplateSource) -> Problem {
    guard !tag.name.isEmpty else {
      return source.problem(.templateSyntax, tag.range, "this tag has no name")
    }
    return source.problem(
      .templateSyntax, tag.nameRange, "“\(tag.name)” cannot be a name",
      hint: tag.name.hasPrefix("*")
        ? "a template is included by its own name" : "a name has no spaces and no empty parts")
  }

  static func neverClosed(
    _ opener: Tag, before close: Tag? = nil, in source: TemplateSource
  ) -> Problem {
    source.problem(
      .templateSyntax, opener.range, "“\(opener.name)” is never closed",
      hint: "it needs a {{/\(opener.name)}}",
      notes: close.map {
        [source.note("“\($0.name)”, which is around it, is closed here", $0.range)]
      } ?? [])
  }

  static func neverOpened(_ close: Tag, in source: TemplateSource) -> Problem {
    source.problem(
      .templateSyntax, close.range, "“\(close.name)” is closed but was not opened")
  }

  static func wrongClose(_ close: Tag, open: Tag, in source: TemplateSource) -> Problem {
    source.problem(
      .templateSyntax, close.nameRange,
      "“\(close.name)” is closed where “\(open.name)” is open",
      hint: "did you mean “\(open.name)”?",
      notes: [source.note("“\(open.name)” was opened here", open.range)])
  }

  static func strayInParent(_ range: Range<Int>, in source: TemplateSource) -> Problem {
    source.problem(
      .templateSyntax, range, "this would be lost: only blocks count inside a {{<…}}",
      hint: "put it into a block, such as {{$main}}…{{/main}}")
  }

  static func filledTwice(
    _ block: Node.Block, first: Node.Block, in source: TemplateSource
  ) -> Problem {
    source.problem(
      .templateSyntax, block.range, "the block “\(block.name)” is filled twice",
      notes: [source.note("it is filled here already", first.range)])
  }
}

/// What templates say about one another.
extension Problem {
  static func templateMissing(_ name: String, among names: [String]) -> Problem {
    Problem(
      .templatePartialMissing, "the theme has no template “\(name)”",
      hint: didYouMean(name, names))
  }

  static func partialMissing(
    _ partial: Node.Partial, at position: Position, among names: [String]
  ) -> Problem {
    position.problem(
      .templatePartialMissing, partial.range, "there is no template “\(partial.name)”",
      hint: didYouMean(partial.name, names))
  }

  static func blockUnknown(
    _ block: Node.Block, parent: String, at position: Position, among names: Set<String>
  ) -> Problem {
    position.problem(
      .templateBlockUnknown, block.range, "“\(parent)” has no block “\(block.name)”",
      hint: didYouMean(block.name, names),
      notes: list(names.sorted(), "its blocks"))
  }

  static func recursion(
    _ name: String, at range: Range<Int>, in source: TemplateSource
  ) -> Problem {
    source.problem(
      .templateRecursion, range, "“\(name)” includes itself without end",
      hint: "put it into the section of a list, which ends with the data")
  }
}

/// What templates ask of their pages.
extension Problem {
  static func nameUnknown(
    _ part: String, of name: Node.Name, at position: Position,
    among vocabularies: [Vocabulary]
  ) -> Problem {
    let names = vocabularies.map { $0.fields.map(\.name).filter { $0 != "." } }
    let hint = didYouMean(part, names.joined())
    let lists = zip(vocabularies, names).flatMap { list($1, "names of “\($0.name)”") }
    return position.problem(
      .templateNameUnknown, name.range(of: part, in: position.template.source),
      "“\(part)” is no name known here",
      hint: hint, notes: hint == nil ? lists : [])
  }

  static func noValue(
    _ name: Node.Name, at position: Position, _ vocabulary: Vocabulary?
  ) -> Problem {
    position.problem(
      .templateNameUnknown, name.range,
      "“.” stands for a text or a number, and here is a “\(vocabulary?.name ?? "")”",
      notes: list(vocabulary?.fields.map(\.name) ?? [], "its names"))
  }

  static func nothingInside(
    _ field: Field, _ name: Node.Name, at position: Position
  ) -> Problem {
    let isList = field.kind == .list
    return position.problem(
      .templateKind, name.range,
      "“\(field.name)” is \(field.kind.words), with no names inside\(isList ? " but “any”" : "")",
      hint: isList ? "go through it with \(field.section)" : nil)
  }

  static func notWritable(_ field: Field, _ name: Node.Name, at position: Position) -> Problem {
    let verb =
      switch field.kind {
      case .list: "go through it with"
      case .flag: "ask it with"
      default: "go inside with"
      }
    return position.problem(
      .templateKind, name.range,
      "“\(field.name)” is \(field.kind.words), and cannot be written out",
      hint: "\(verb) \(field.section)")
  }

  static func markupEscaped(_ name: Node.Name, at position: Position) -> Problem {
    let name = (name.parts.joined(separator: "."), name.range)
    return position.problem(
      .templateEscaping, name.1, "“\(name.0)” is markup, and would be shown as code",
      hint: "write {{{\(name.0)}}}")
  }

  static func textUnescaped(_ name: Node.Name, at position: Position) -> Problem {
    let name = (name.parts.joined(separator: "."), name.range)
    return position.problem(
      .templateEscaping, name.1, "“\(name.0)” is text, and could break the page unescaped",
      hint: "write {{\(name.0)}}")
  }
}

/// Limits.
extension Problem {
  static func tooDeep(_ range: Range<Int>, in source: TemplateSource) -> Problem {
    source.problem(
      .templateLimit, range,
      "more than \(TemplateLimits.nesting) sections and partials are inside one another here")
  }

  static func tooLarge(_ source: TemplateSource) -> Problem {
    Problem(
      .templateLimit, file: source.path,
      "with all that it includes, this comes to more than "
        + "\(TemplateLimits.expandedBytes >> 20) MiB of templates")
  }

  static func renderingLimit(
    _ limit: Renderer.Limit, at origin: Position.Trail?, file: String
  ) -> Problem {
    let reason =
      switch limit {
      case .depth: "it goes more than \(TemplateLimits.depth) levels deep"
      case .passes: "it takes more than \(TemplateLimits.passes) steps"
      case .outputBytes: "it comes to more than \(TemplateLimits.outputBytes >> 20) MiB"
      }
    let message = "a page of this template has no end: \(reason)"
    let hint = "does a partial go round in circles here, such as from note to project to note?"
    guard let origin else { return Problem(.templateLimit, file: file, message, hint: hint) }
    return origin.source.problem(.templateLimit, origin.range, message, hint: hint)
  }
}

extension Problem {
  private static func didYouMean(_ word: String, _ names: some Sequence<String>) -> String? {
    Spelling.nearest(to: word, among: names).map { "did you mean “\($0)”?" }
  }

  private static func list(_ names: [String], _ label: String) -> [Note] {
    guard !names.isEmpty else { return [] }
    let more = names.count > 12 ? ", …" : ""
    return [Note("\(label): \(names.prefix(12).joined(separator: ", "))\(more)")]
  }
}

extension TemplateSource {
  fileprivate func problem(
    _ code: Problem.Code, _ range: Range<Int>, _ message: String, hint: String? = nil,
    notes: [Problem.Note] = []
  ) -> Problem {
    Problem(code, file: path, at: range, in: lines, message, hint: hint, notes: notes)
  }

  fileprivate func note(_ message: String, _ range: Range<Int>) -> Problem.Note {
    Problem.Note(message, file: path, line: lines.line(at: range.lowerBound))
  }
}

extension Position {
  /// A problem here, with the way that led here: which template includes which.
  fileprivate func problem(
    _ code: Problem.Code, _ range: Range<Int>, _ message: String, hint: String? = nil,
    notes: [Problem.Note] = []
  ) -> Problem {
    let way = trail.suffix(5).reversed().map { $0.source.note("included here", $0.range) }
    return template.source.problem(code, range, message, hint: hint, notes: notes + way)
  }
}

extension Node.Name {
  /// Where one part of a dotted name stands.
  fileprivate func range(of part: String, in source: TemplateSource) -> Range<Int> {
    var start = range.lowerBound
    for other in parts {
      if other == part { return start..<start + part.utf8.count }
      start += other.utf8.count + 1
    }
    return range
  }
}

extension Field {
  fileprivate var section: String { "{{#\(name)}}…{{/\(name)}}" }
}

extension Field.Kind {
  fileprivate var words: String {
    switch self {
    case .text: "a text"
    case .html: "markup"
    case .number: "a number"
    case .flag: "a flag"
    case .object: "an object"
    case .list: "a list"
    }
  }
}
