import Glibc

extension String {
  /// Whether its bytes come before those of another text. `<` would take two spellings of “é” for
  /// one, and is slower.
  package func precedesInBytes(_ other: String) -> Bool {
    utf8Span.span.withUnsafeBytes { mine in
      other.utf8Span.span.withUnsafeBytes { others in
        guard let a = mine.baseAddress, let b = others.baseAddress else {
          return mine.count < others.count
        }
        let order = memcmp(a, b, min(mine.count, others.count))
        return order == 0 ? mine.count < others.count : order < 0
      }
    }
  }
}
