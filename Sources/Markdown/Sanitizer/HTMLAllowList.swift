/// The elements and attributes that raw HTML may use. All others are left out.
///
/// The list is akin to GitHub's. There is no `style` and nothing that runs, asks another host,
/// takes input or refers to the page around the note; no `class`, whose names belong to the theme.
enum HTMLAllowList {
  static func element(_ name: String) -> HTMLElement? { elements[aliases[name] ?? name] }

  /// Elements that HTML has given up, and what is written for them.
  private static let aliases = [
    "acronym": "abbr", "strike": "s", "tfoot": "tbody", "tt": "code",
  ]

  /// The elements of which all that they hold is left out. What plays needs only its address.
  static let dropsContent: Set<String> = [
    "applet", "audio", "datalist", "iframe", "math", "noembed", "noframes", "noscript",
    "plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    "xmp",
  ]

  /// What every element may have.
  private static let everywhere: [String: HTMLAttributeRule] = [
    "dir": .words(["ltr", "rtl", "auto"]), "id": .id, "lang": .language, "title": .text,
  ]

  private static let aligned: [String: HTMLAttributeRule] = ["align": .alignment]

  private static let cell: [String: HTMLAttributeRule] = [
    "align": .alignment, "colspan": .number(1...1_000), "rowspan": .number(1...1_000),
  ]

  private static let elements: [String: HTMLElement] = {
    var elements: [String: HTMLElement] = [:]
    for (names, kind, content, attributes) in table {
      for name in names.split(separator: " ").map(String.init) {
        elements[name] = HTMLElement(
          name: name, kind: kind, content: content,
          attributes: everywhere.merging(attributes) { $1 })
      }
    }
    return elements
  }()

  private typealias Row = (
    names: String, kind: HTMLKinds, content: HTMLKinds, attributes: [String: HTMLAttributeRule]
  )

  private static let table: [Row] = [
    // Within a line.
    ("abbr b bdi cite code del dfn em i ins kbd mark", .phrasing, .inline, [:]),
    ("q s samp small span strong sub sup u var", .phrasing, .inline, [:]),
    ("br wbr", .phrasing, [], [:]),
    ("time", .phrasing, .inline, ["datetime": .moment]),
    ("a", .link, .flow, ["href": .address(.link), "name": .id]),
    (
      "img", .phrasing, [],
      [
        "src": .address(.picture), "alt": .text, "align": .alignment, "width": .number(1...100_000),
        "height": .number(1...100_000),
      ]
    ),
    (
      "video", .phrasing, [],
      [
        "src": .address(.media), "controls": .flag, "loop": .flag, "muted": .flag,
        "width": .number(1...100_000), "height": .number(1...100_000),
      ]
    ),
    ("audio", .phrasing, [], ["src": .address(.media), "controls": .flag, "loop": .flag]),
    ("ruby", .phrasing, [.phrasing, .link, .rubyText], [:]),
    ("rt rp", .rubyText, .inline, [:]),
    // Blocks.
    ("h1 h2 h3 h4 h5 h6", .heading, .inline, aligned),
    ("p", .block, .inline, aligned),
    ("pre", .block, .inline, [:]),
    ("hr", .block, [], [:]),
    ("div", .block, .flow, aligned),
    ("blockquote", .block, .flow, [:]),
    ("details", .block, .summary, ["open": .flag]),
    ("summary", .summary, [.phrasing, .link, .heading], [:]),
    ("figure", .block, [.phrasing, .link, .block, .heading, .table, .figureCaption], [:]),
    ("figcaption", .figureCaption, .flow, [:]),
    // Lists.
    ("ul", .block, .item, [:]),
    (
      "ol", .block, .item,
      ["start": .integer, "reversed": .flag, "type": .words(["1", "a", "A", "i", "I"])]
    ),
    ("li", .item, .flow, ["value": .integer]),
    ("dl", .block, .term, [:]),
    ("dt", .term, .inline, [:]),
    ("dd", .term, .flow, [:]),
    // Tables.
    ("table", .table, [.tableCaption, .tableHead, .tableBody, .row], aligned),
    ("caption", .tableCaption, .inline, [:]),
    ("thead", .tableHead, .row, [:]),
    ("tbody", .tableBody, .row, [:]),
    ("tr", .row, .cell, aligned),
    (
      "th", .cell, [.phrasing, .link, .block, .table],
      cell.merging(["scope": .words(["row", "col", "rowgroup", "colgroup"])]) { $1 }
    ),
    ("td", .cell, .flow, cell),
  ]
}
