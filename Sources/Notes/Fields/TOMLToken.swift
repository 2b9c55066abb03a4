/// A value of TOML that has no quotes, as it is written.
struct TOMLToken {
  private let text: String

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    text = String(String.UnicodeScalarView(scalars))
  }

  var isValue: Bool { ["true", "false"].contains(text) || isNumber || isDate || isMoment }

  /// `2026-11-22`, whether or not there is such a day: who wants one looks.
  var isDate: Bool { text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil }

  /// A date with a time, or a time.
  private var isMoment: Bool {
    let date = /([0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ])?/
    let time = /[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?/
    let offset = /([Zz]|[+\-][0-9]{2}:[0-9]{2})?/
    guard let start = text.prefixMatch(of: date),
      let middle = text[start.range.upperBound...].prefixMatch(of: time)
    else { return false }
    let rest = text[middle.range.upperBound...]
    return start.range.isEmpty ? rest.isEmpty : rest.wholeMatch(of: offset) != nil
  }

  private var isNumber: Bool {
    let whole = /[+\-]?(0|[1-9](_?[0-9])*)(\.[0-9](_?[0-9])*)?([eE][+\-]?[0-9](_?[0-9])*)?/
    let other = /0x[0-9a-fA-F](_?[0-9a-fA-F])*|0o[0-7](_?[0-7])*|0b[01](_?[01])*|[+\-]?(inf|nan)/
    return text.wholeMatch(of: whole) != nil || text.wholeMatch(of: other) != nil
  }
}
