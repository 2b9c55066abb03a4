import Dates
import Problems
import Text

/// Keys that decide who sees a note: those that are understood, what other generators say instead,
/// and what is near enough to either that its author may count on it.
enum VisibilityKeys {
  /// To misspell one of these is an error.
  static let guarded: Set<String> = ["visibility", "draft", "embargo"]

  /// Spellings of when a note becomes public.
  static let publishing = KeySet([
    "published", "publishDate", "publishdate", "publish_date", "publishAt", "publish_at",
    "publishedAt", "published_at", "publishedDate", "published_date", "publishedOn",
    "published_on", "datePublished", "date_published",
  ])

  /// Other words for a guarded key, without case, hyphens and underscores.
  private static let others: [String: String] = [
    "private": "visibility", "public": "visibility", "hidden": "visibility",
    "unlisted": "visibility", "secret": "visibility", "confidential": "visibility",
    "protected": "visibility", "password": "visibility", "passphrase": "visibility",
    "visible": "visibility", "listed": "visibility", "isprivate": "visibility",
    "ispublic": "visibility",
    "eleventyexcludefromcollections": "visibility", "isdraft": "draft", "indraft": "draft",
    "unpublished": "draft", "nopublish": "draft", "donotpublish": "draft", "noexport": "draft",
    "expires": "visibility", "expirydate": "visibility", "expirationdate": "visibility",
    "expiry": "visibility", "unpublishdate": "visibility", "unpublishat": "visibility",
    "embargountil": "embargo", "embargoeduntil": "embargo", "embargodate": "embargo",
    "embargoed": "embargo", "scheduled": "embargo", "releasedate": "embargo",
    "notbefore": "embargo",
  ]

  /// Values of a key that decides nothing which say all the same who may see something.
  private static let words: [String: String] = [
    "private": "visibility", "coach": "visibility", "unlisted": "visibility",
    "hidden": "visibility", "secret": "visibility", "confidential": "visibility",
    "draft": "draft", "unpublished": "draft", "decision": "kind", "boundary": "kind",
  ]

  /// A status that hides a note in other programs, and not here.
  static func hides(_ status: String) -> Bool {
    words[status.lowercased()].map { $0 != "kind" } ?? false
  }

  /// The key that was meant by one that is none.
  static func meant(by entry: Field.Entry, audiences: [String]) -> String? {
    let key = folded(entry.key)
    if ["visibility", "draft", "embargo", "publish", "published", "kind"].contains(key) {
      return key
    }
    if let other = others[key] { return other }
    guard let value = entry.value.text?.trimmed.lowercased() else { return nil }
    return words[value] ?? (audiences.contains(value) ? "visibility" : nil)
  }

  /// A key that decides who sees a note at the top of its front matter, and nothing within another.
  static func misplaced(
    in field: Field, depth: Int = 0
  ) -> Field.Entry? {
    guard depth < 3, let entries = field.entries else { return nil }
    for entry in entries {
      let value = entry.value.text?.lowercased() ?? ""
      switch folded(entry.key) {
      case "visibility" where value != "public", "embargo": return entry
      case "draft", "private":
        if !["false", "no", "off"].contains(value) { return entry }
      case "publish", "published":
        if ["false", "no", "off"].contains(value) { return entry }
      default: break
      }
      if let found = misplaced(in: entry.value, depth: depth + 1) { return found }
    }
    return nil
  }

  /// What tells Hugo, Zola, Eleventy or Obsidian's digital gardens to make no page of a note.
  static func makesNoPage(_ key: String, _ value: Field) -> Bool {
    switch key {
    case "render", "permalink", "dg-publish": return isNo(value)
    case "headless": return ["true", "yes", "on"].contains(value.text?.lowercased())
    case "build", "_build":
      return value.entries?.contains { inner in
        inner.key.lowercased() == "render" && (isNo(inner.value) || inner.value.text == "link")
      } ?? false
    default: return false
    }
  }

  /// What tells Hugo to make a page that no list leads to.
  static func keepsOutOfLists(_ entry: Field.Entry) -> Bool {
    guard let inside = entry.value.entries, ["build", "_build"].contains(entry.key) else {
      return false
    }
    return inside.contains { inner in
      inner.key.lowercased() == "list" && (isNo(inner.value) || inner.value.text == "local")
    }
  }

  private static func isNo(_ value: Field) -> Bool {
    ["false", "no", "off", "never"].contains(value.text?.lowercased())
  }

  /// Keys that may say so.
  static let ofPages = KeySet([
    "render", "permalink", "headless", "build", "_build", "dg-publish",
  ])

  /// Those that are looked at here for nothing else.
  static let foreign = Set(ofPages.keys).subtracting(["permalink"])

  static func folded(_ key: String) -> String {
    String(key.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension Problem {
  static func visibilityNested(
    _ key: String, in outer: String, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .visibilityKey, file: file.path, at: range, in: file.lines,
      "“\(key)” stands inside of “\(outer)”, where it decides nothing",
      hint: "put it at the top of the front matter, before “\(outer)”")
  }

  static func visibilityStatus(
    _ word: String, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .visibilityKey, file: file.path, at: range, in: file.lines,
      "the status “\(word)” hides nothing, and it may have to",
      hint: "write “visibility: private”, or “draft: true”")
  }

  static func visibilityOfLists(
    _ key: String, _ file: SourceFile, at range: Range<Int>
  ) -> Problem {
    Problem(
      .visibilityKey, file: file.path, at: range, in: file.lines,
      "“\(key)” keeps this out of no list here, and it may have to",
      hint: "write “visibility: unlisted”, or “visibility: private”")
  }
}
