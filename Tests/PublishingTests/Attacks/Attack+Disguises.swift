/// Secrets that do not stand in a text as they are.
extension Attack {
  private static let start = "gh" + "p_" + "9fK2mQ7xTz4L"
  private static let end = "wB8nRc6VdH3sYpJ5gE1aUoXi"

  private static func secret(_ name: String, _ note: String, _ place: String, _ kind: String)
    -> Attack
  {
    Attack(
      name, note: note,
      .refused([
        "notes/2026-01-01-a.md:\(place): this looks like \(kind), and everyone could read it [leak-secret]"
      ]))
  }

  private static func token(_ name: String, _ note: String, _ place: String) -> Attack {
    secret("a token \(name)", note, place, "a GitHub token")
  }

  private static func base64(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bytes = Array(text.utf8)
    while bytes.count % 3 != 0 { bytes.append(0x20) }
    return String(
      stride(from: 0, to: bytes.count, by: 3).flatMap { index in
        let bits = bytes[index..<index + 3].reduce(0) { $0 << 8 | Int($1) }
        return [18, 12, 6, 0].map { letters[bits >> $0 & 63] }
      })
  }

  static let disguises: [Attack] = [
    token("divided by a soft hyphen", "My key is \(start)\u{AD}\(end).", "1:11"),
    token("divided by nothing wide", "My key is \(start)\u{200B}\u{2060}\(end).", "1:11"),
    token("divided by a reference to a soft hyphen", "My key is \(start)&shy;\(end).", "1:11"),
    token("with a character by its number", "My key is \(start)&#119;\(end.dropFirst()).", "1:11"),
    token("with a sign by its number", "gh" + "p&#x5F;9fK2mQ7xTz4L\(end)", "1:1"),
    token("with emphasis inside", "The **\(start)**\(end) key", "1:7"),
    token("with a tag inside", "| a |\n|--|\n| \(start)<b>\(end)</b> |", "3:3"),
    token("with a remark inside", "x \(start)<!-- a -->\(end)", "1:3"),
    token("with a remark inside, behind what seems a tag", "<\(start)<!-- a -->\(end)", "1:2"),
    token("by an escape of Markdown", "gh" + "p\\_9fK2mQ7xTz4L\(end)", "1:1"),
    token("by an escape of YAML", "---\ntitle: \"gh" + "\\x70_9fK2mQ7xTz4L\(end)\"\n---\nx", "2:9"),
    token("by an address", "[x](https://b.example/?t=gh" + "p%5F9fK2mQ7xTz4L\(end))", "1:26"),
    token(
      "by its numbers alone",
      "x " + (start + end).unicodeScalars.map { "&#\($0.value);" }.joined(), "1:3"),
    token("with a mark inside", "\(start)==\(end.prefix(4))==\(end.dropFirst(4))", "1:1"),
    token("with something struck out", "\(start)~~\(end.prefix(4))~~\(end.dropFirst(4))", "1:1"),
    token("across a line of YAML", "---\nsummary: \"\(start)\\\n  \(end)\"\n---\nx", "2:11"),
    token("in base64", "    data: \(base64("key " + start + end))", "1:11"),
    token(
      "in an address of data", "`data:text/plain;base64,\(base64("key=" + start + end))`", "1:25"),
    .init(
      "a confidential word in base64",
      note: "x `\(base64("The roof of the Acme building, at night"))`",
      .refused([
        "notes/2026-01-01-a.md:1:4: a word of the confidential list stands here [leak-confidential]"
      ])),
    .init(
      "files that programs keep keys in", note: "x",
      files: [
        "static/.env": Array("quibble".utf8), "static/a/.npmrc": Array("quibble".utf8),
        "static/.env.example": Array("A=".utf8), "static/keys/id_ed25519": [0, 1],
        "static/.well-known/x": Array("x".utf8),
      ],
      .refused(
        ["static/.env", "static/a/.npmrc", "static/keys/id_ed25519"].map {
          "\($0): files of this name hold keys or passwords, and everyone could read it [leak-secret]"
        })),
    .init(
      "what systems and editors leave behind", note: "x",
      files: [
        "static/.DS_Store": Array("quibble".utf8), "static/a~": Array("quibble".utf8),
        "static/b/.c.swp": Array("quibble".utf8), "static/#d#": Array("quibble".utf8),
        "static/b/Thumbs.db": Array("quibble".utf8),
      ],
      .harmless(without: ["quibble", "DS_Store", "a~", ".swp", "#d#", "Thumbs"])),
    secret(
      "a private key in base64",
      "key-data: "
        + base64(
          "-----BEGIN RSA PRIVATE"
            + " KEY-----\nMIIEpAIBAAKCAQEA7fK2mQ7xTz4LwB8nRc6VdH3sYpJ5gE1aUo\n"),
      "1:11", "a private key"),
    secret(
      "a private key without the lines around it",
      "MIIEpAIBAAKCAQEA7fK2mQ7xTz4LwB8nRc6VdH3sYpJ5gE1aUoXi9fK2mQ7xTz", "1:1", "a private key"),
    secret(
      "a password without a user", "`redis://:urZpaAIbvoI4w60vaXXX@" + "redis.lovelace.io:6379`",
      "1:11", "a password in an address"),
    secret(
      "a password in a command", "`curl -u ada:" + "h8lNCNRkS8VsWz https://api.lovelace.io`",
      "1:14",
      "a password in a command"),
    secret(
      "a password in a sentence", "The password is: " + "R6OoQrk6KUzz", "1:18", "a password or key"),
    secret(
      "a password of four parts", "`BLUESKY_PASSWORD=" + "a2jk-gprw-3zek-dnda`", "1:19",
      "a password or key"),
    secret(
      "a key that looks like a path",
      "AWS_SECRET_ACCESS_KEY: " + "7csGZaF31DDxp63OHm1FZuG296c0xPbX/neGBuzS", "1:24",
      "a password or key"),
    .init(
      "a token in the name of a file", note: "x",
      files: ["notes/2026-01-02-\(start)\(end).md": Array("x".utf8)],
      .refused([
        "notes/2026-01-02-\(String(repeating: "*", count: 40)).md: a GitHub token seems to stand in the file’s path, which becomes an address [leak-secret]"
      ])),
    .init(
      "a token in a text in UTF-16", note: "[x](a.txt)",
      files: ["notes/a.txt": SampleSound.wide("a\n\(start)\(end)")],
      .refused([
        "notes/a.txt:2:1: this looks like a GitHub token, and everyone could read it [leak-secret]"
      ])),
    .init(
      "a confidential word in a text in Latin-1", note: "[x](a.csv)",
      files: [
        "notes/a.csv": Array("a;M".utf8) + [0xFC] + Array("ller & S".utf8) + [0xF6]
          + Array("hne".utf8)
      ],
      .refused(["notes/a.csv:1:3: a word of the confidential list stands here [leak-confidential]"])
    ),
    .init(
      "a token in a file that is no text", note: "[x](a.db)",
      files: ["notes/a.db": [0, 1, 2, 0] + Array("\(start)\(end)".utf8) + [0, 0]],
      .refused([
        "notes/a.db: a key or token seems to stand in this file, which is no text [leak-secret]"
      ])),
    .init(
      "what only looks like secrets",
      note: """
        `AKIAIOSFODNN7EXAMPLE`, `wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY`, `sk_test_xxxxxxxxxxxxxxxxxxxxxxxx`
        `password=<your password>`, `curl -u user:password`, `DB_PASSWORD=${DB_PASSWORD}`, `ghp_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX`
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 550e8400-e29b-41d4-a716-446655440000
        sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==
        the api-design-of-a-library-that-nobody-needed and sdk-of-the-future, token: settings.token2
        Lorem ipsum dolor sit amet, the password is: forgotten. git@github.com:ada/x.git
        """, .harmless(without: [])),
  ]
}
