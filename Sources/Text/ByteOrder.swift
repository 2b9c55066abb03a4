import Glibc

extension String {
  /// Whether its bytes come before those of another text. `<` would take two spellings of “é” for
  /// one, and is slower.
  package func precedesInBytes(_ other: String) -> Bool {
    withUTF8Bytes { mine in
      other.withUTF8Bytes { others in
        let order = mine.order(others, upTo: min(mine.count, others.count))
        return order == 0 ? mine.count < others.count : order < 0
      }
    }
  }

  /// Whether it has the very bytes of another text.
  package func equalsInBytes(_ other: String) -> Bool {
    withUTF8Bytes { mine in
      other.withUTF8Bytes { others in
        mine.count == others.count && mine.order(others, upTo: mine.count) == 0
      }
    }
  }

  /// Whether the bytes of another text stand at its start.
  package func begins(with other: String) -> Bool {
    withUTF8Bytes { mine in
      other.withUTF8Bytes { others in
        mine.count >= others.count && mine.order(others, upTo: others.count) == 0
      }
    }
  }

  /// Whether it is the path of something in a folder, however deep, by bytes: to `hasPrefix` a slash
  /// with an accent on it is no slash.
  package func lies(in folder: String) -> Bool {
    withUTF8Bytes { mine in
      folder.withUTF8Bytes { folder in
        mine.count > folder.count && mine[folder.count] == Ascii.slash
          && mine.order(folder, upTo: folder.count) == 0
      }
    }
  }

  /// The path of something in a folder from there on; nil where it lies elsewhere. Whole paths lie in
  /// the folder without a name.
  package func path(below folder: String) -> String? {
    guard lies(in: folder) else { return nil }
    return String(self[utf8.index(startIndex, offsetBy: folder.utf8.count + 1)...])
  }
}

extension StringProtocol {
  /// The names of a path, between its slashes; one that begins with an accent is a name too.
  package var pathNames: [SubSequence] {
    utf8.split(separator: Ascii.slash).map { self[$0.startIndex..<$0.endIndex] }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Below zero where it comes first, above where the other does, by so many bytes that both have.
  @inline(__always)
  fileprivate func order(_ other: Self, upTo count: Int) -> Int32 {
    guard let mine = baseAddress, let other = other.baseAddress else { return 0 }
    return memcmp(mine, other, count)
  }
}
