/// Pictures by their short codes; the names are those that GitHub and Slack share.
enum Emoji {
  static func character(named name: String) -> String? { table[name] }

  private static let table: [String: String] = [
    "+1": "👍", "-1": "👎", "tada": "🎉",
  ]
}
