/// What a piece of code is. Each but `plain` is the class of the `span` around it, so these are
/// all the classes of code that a theme can colour.
///
/// Names, operators and punctuation that need no colour are plain and get no `span`.
package enum TokenKind: UInt8, Sendable, CaseIterable {
  case plain
  /// `com`: a comment.
  case comment
  /// `str`: a string, character, regular expression or quoted text, with its marks.
  case string
  /// `num`: a number, or a constant such as `true` and `nil`.
  case number
  /// `key`: a keyword of the language, or a command of a shell; a heading in Markdown.
  case keyword
  /// `typ`: a type, or what is written as one.
  case type
  /// `fun`: a function, macro or command where it is called or declared.
  case function
  /// `var`: a variable that is marked as one: `$HOME`, `@name`, `${name}`.
  case variable
  /// `att`: what names a value: a key of JSON, YAML or TOML, an attribute of HTML, a property of
  /// CSS; also attributes, annotations and decorators.
  case attribute
  /// `tag`: a tag of HTML, a selector of CSS, a section of INI and TOML, a target of Make.
  case tag
  /// `met`: what is about the code: preprocessor lines, prompts, headers of a diff.
  case meta
  /// `add`: a line that a diff adds.
  case added
  /// `del`: a line that a diff removes.
  case removed

  /// The class of the `span`; empty for what is plain.
  package var className: StaticString {
    switch self {
    case .plain: ""
    case .comment: "com"
    case .string: "str"
    case .number: "num"
    case .keyword: "key"
    case .type: "typ"
    case .function: "fun"
    case .variable: "var"
    case .attribute: "att"
    case .tag: "tag"
    case .meta: "met"
    case .added: "add"
    case .removed: "del"
    }
  }

  /// Nil for a name that no kind has.
  init?(className name: some Collection<UInt8>) {
    let kind = Self.allCases.first { kind in
      kind.className.withUTF8Buffer { $0.elementsEqual(name) }
    }
    guard let kind else { return nil }
    self = kind
  }
}
