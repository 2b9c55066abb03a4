import Text

/// A line of the user's file with a caret beneath, and the hint behind the caret.
struct Excerpt {
  let line: String
  let place: Place
  let hint: String?

  /// What is shown of a long line, in characters; the place stays inside.
  private static let width = 120

  var lines: [String] {
    let characters = Array(line)
    let first = max(0, min(place.column - 1, characters.count) - Self.width * 2 / 3)
    let start = characters.count > Self.width ? first : 0
    let shown = characters.dropFirst(start).prefix(Self.width)
    let lead = start > 0 ? "…" : ""
    let trail = start + shown.count < characters.count ? "…" : ""
    let before = shown.prefix(place.column - 1 - start)
    // A tab stays a tab beneath, so that the caret stands under its character.
    let padding = String(lead.map { _ in " " }) + String(before.map { $0 == "\t" ? "\t" : " " })
    let reach = min(place.length, max(1, shown.count - before.count))
    let caret = "^" + String(repeating: "~", count: reach - 1)
    let number = String(place.line)
    let gutter = String(repeating: " ", count: max(5, number.count + 1))
    return [
      String(gutter.dropLast(number.count)) + number + " | " + lead + String(shown) + trail,
      gutter + " | " + padding + caret + (hint.map { " " + $0 } ?? ""),
    ]
  }
}
