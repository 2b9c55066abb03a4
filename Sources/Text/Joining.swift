extension String {
  /// Three texts one behind another, in one piece of memory.
  package static func joining(_ first: String, _ second: String, _ third: String) -> String {
    first.withUTF8Bytes { first in
      second.withUTF8Bytes { second in
        third.withUTF8Bytes { third in
          let count = first.count + second.count + third.count
          return String(unsafeUninitializedCapacity: count) { text in
            var end = text.initialize(fromContentsOf: first)
            end = text[end...].initialize(fromContentsOf: second)
            return text[end...].initialize(fromContentsOf: third)
          }
        }
      }
    }
  }
}
