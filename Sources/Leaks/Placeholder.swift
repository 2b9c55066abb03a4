/// Tells what stands for a secret in an example from a secret.
enum Placeholder {
  private static let words = [
    "example", "placeholder", "redacted", "xxxx", "****", "your_", "your-", "yourtoken", "yourkey",
    "mytoken", "changeme", "change_me", "dummy", "fake", "sample", "insert", "replace", "password",
    "passwort", "p4ssw0rd", "passw0rd", "........", "secret", "token_here", "key_here", "foobar",
    "hunter2", "letmein", "notreal", "not-real", "todo",
  ].map { Array($0.utf8) }

  /// For what has a telling prefix: only what cannot be a token is none.
  static func isOne(_ body: ArraySlice<UInt8>) -> Bool {
    let lower = body.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    if isMonotonous(lower) { return true }
    return words.prefix(4).contains { lower.contains(word: $0) }
  }

  /// For what has none: a word that people write where a password belongs is none either.
  static func isLikely(_ value: ArraySlice<UInt8>) -> Bool {
    let lower = value.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return isMonotonous(lower) || words.contains { lower.contains(word: $0) }
  }

  /// Whether it is made of a few characters over and over, or counts up.
  private static func isMonotonous(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 8 else { return false }
    if Set(bytes).count <= 3 { return true }
    let steps = zip(bytes, bytes.dropFirst()).count { $1 == $0 &+ 1 }
    return steps * 4 >= (bytes.count - 1) * 3
  }
}

extension [UInt8] {
  /// Whether a word stands in it.
  fileprivate func contains(word: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= count else { return false }
    for index in 0...(count - word.count)
    where self[index] == first && self[index..<index + word.count].elementsEqual(word) {
      return true
    }
    return false
  }
}
