import Testing

@testable import Notes

/// TOML as its description has it, and what is none, at its place.
struct TOMLTests {
  private func read(_ text: String) -> String {
    do throws(FieldsError) {
      return Self.words(try Field.toml(text, firstLine: 1))
    } catch {
      let place = "\(error.mark.line):\(error.mark.column)"
      return switch error.reason {
      case .other(let words): "\(place): \(words)"
      case .duplicateKey(let key): "\(place): \(key) twice"
      default: "\(place): \(error.reason)"
      }
    }
  }

  private static func words(_ field: Field) -> String {
    switch field.value {
    case .nothing: "nothing"
    case .text(let text): "‹\(text)›"
    case .list(let items): "[\(items.map(words).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key): \(words($0.value))" }.joined(separator: ", "))}"
    }
  }

  static let right: [(String, String)] = [
    ("", "{}"), ("# x\n\n", "{}"), ("a=1", "{a: ‹1›}"), ("a = 1 # x\n", "{a: ‹1›}"),
    ("\"a b\" = 'x'\n'' = ''", "{a b: ‹x›, : ‹›}"), ("a . \"b.c\" = 1", "{a: {b.c: ‹1›}}"),
    ("1.2 = 3", "{1: {2: ‹3›}}"), ("a.b = 1\na.c = 2", "{a: {b: ‹1›, c: ‹2›}}"),
    ("a = \"\\t\\u00e9\\U0001F600\\x41\\\"\"", "{a: ‹\té😀A\"›}"),
    ("a = 'C:\\x'", "{a: ‹C:\\x›}"),
    ("a = \"\"\"\nb\n[c] = \\\n   d\"\"\"", "{a: ‹b\n[c] = d›}"),
    ("a = \"\"\"b\"\"\"\"\"\n[ b ]", "{a: ‹b\"\"›, b: {}}"), ("a = \"\"\"\"b\"\"\"", "{a: ‹\"b›}"),
    ("a = '''\n[[ =\n'''", "{a: ‹[[ =\n›}"), ("a = \"\"", "{a: ‹›}"),
    (
      "a = [\n  [\n    1,\n  ],\n  [ {b = 1} ],\n  [ # c\n ],\n]\n[t]\nb = 2",
      "{a: [[‹1›], [{b: ‹1›}], []], t: {b: ‹2›}}"
    ),
    ("a = {}\nb = {c.d = 1, c.e = [2, 'x',]}", "{a: {}, b: {c: {d: ‹1›, e: [‹2›, ‹x›]}}}"),
    ("[a.b]\nc = 1\n[a]\nd = 2", "{a: {b: {c: ‹1›}, d: ‹2›}}"),
    ("[[ a ]]\n['b']\n# [ =\nc = '['\nd = \"\\\"[\"", "{a: [{}], b: {c: ‹[›, d: ‹\"[›}}"),
    ("[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\nb = 3", "{a: [{b: ‹1›, c: {d: ‹2›}}, {b: ‹3›}]}"),
    (
      "a = 2026-11-22\nb = 2026-11-22T10:00:00Z\nc = 2026-11-22 10:00:00.5-06:00\nd = 10:00",
      "{a: ‹2026-11-22›, b: ‹2026-11-22T10:00:00Z›, c: ‹2026-11-22 10:00:00.5-06:00›, d: ‹10:00›}"
    ),
    ("a = [2026-11-22 , 1]", "{a: [‹2026-11-22›, ‹1›]}"),
    (
      "a = [+1_000, -0.5e+3, 0xFF, 0o7, 0b1, -inf, nan, true, false, 6.0]",
      "{a: [‹+1_000›, ‹-0.5e+3›, ‹0xFF›, ‹0o7›, ‹0b1›, ‹-inf›, ‹nan›, ‹true›, ‹false›, ‹6.0›]}"
    ),
  ]

  @Test(arguments: right)
  func `what is right is read`(_ text: String, _ meaning: String) {
    #expect(read(text) == meaning)
  }

  static let wrong: [(String, String)] = [
    ("a", "1:1: “=” is missing behind this key"), ("= 1", "1:1: a key is missing here"),
    ("a. = 1", "1:4: a key is missing here"), ("a =", "1:4: a value is missing here"),
    ("a = \nb = 1", "1:5: a value is missing here"), ("a = x", "1:5: a text needs quotes here"),
    ("a = 01", "1:5: a text needs quotes here"), ("a = 1__0", "1:5: a text needs quotes here"),
    ("a = 2026-11-22T:3", "1:5: a text needs quotes here"),
    ("a = 2026-11-22 1:3", "1:5: a text needs quotes here"),
    ("a = 1 b", "1:7: a line ends behind its value: is a quote or a comma missing?"),
    ("a = 'b' c = 1", "1:9: a line ends behind its value: is a quote or a comma missing?"),
    ("a = 'b\nc = 1'", "1:5: the quote that ends this text is missing"),
    ("a = \"\"\"b\"\"", "1:5: the quote that ends this text is missing"),
    ("a = \"\\q\"", "1:6: a backslash stands for itself between single quotes, or doubled"),
    ("a = \"\\ud800\"", "1:6: 4 digits of a character are missing behind \\u"),
    ("a = \"\"\"b\\ c\"\"\"", "1:9: behind this backslash the line is to end"),
    ("a = '\u{1}'", "1:6: this character is to be written as \\u and its four digits"),
    ("a = [1 2]", "1:8: a comma or “]” is missing here"),
    ("a = [1", "1:5: the bracket that ends this list is missing"),
    ("a = [ }", "1:7: this bracket is closed by one of another kind"),
    ("a = {b = 1]", "1:11: this bracket is closed by one of another kind"),
    ("a = {b = 1,\nc = 2}", "1:12: “}” is missing here"),
    ("a = {b = 1,}", "1:12: this bracket is closed by one of another kind"),
    ("[ =", "1:1: the name of a table is missing behind its bracket"),
    ("[a", "1:1: the bracket that ends this name is missing"),
    ("[[a]", "1:1: the bracket that ends this name is missing"),
    ("[a]\n[a]", "2:2: a twice"), ("a = 1\n[a]", "2:2: a twice"),
    ("a = 1\na.b = 2", "2:1: a twice"),
    ("[a.b]\n[a]\nb.c = 1", "3:1: b twice"), ("a = [1]\n[[a]]", "2:3: a twice"),
    ("a = {b = 1}\n[a.c]", "2:2: a twice"), ("a = {b = 1, b = 2}", "1:13: b twice"),
    ("a.b = 1\n[a]", "2:2: a twice"),
    ("\"\"\"a\"\"\" = 1", "1:1: a key stands on one line, between single quotes"),
    ("a = [\n\u{2028}1]", "2:1: this character can stand in texts and comments alone"),
    ("é = 1", "1:1: this character can stand in texts and comments alone"),
  ]

  @Test(arguments: wrong)
  func `what is wrong is told at its place`(_ text: String, _ problem: String) {
    #expect(read(text) == problem)
  }
}
