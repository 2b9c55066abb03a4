/// The part of a file that a `Range` header asks for (RFC 9110, section 14).
enum ByteRange: Equatable {
  case part(Range<Int>)
  /// A part that the file does not have.
  case outside

  /// Nil for what is no single range in bytes: then the whole file is the answer.
  init?(_ header: String, of count: Int) {
    guard header.lowercased().hasPrefix("bytes=") else { return nil }
    let ends = header.dropFirst(6).split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false
    ).map { $0.drop { $0 == " " }.prefix { $0 != " " } }
    let areNumbers = ends.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard ends.count == 2, areNumbers else { return nil }
    // A number too large for an Int is beyond every file.
    let numbers = ends.map { $0.isEmpty ? nil : Int($0) ?? .max }
    switch (numbers[0], numbers[1]) {
    case (let first?, let last?) where last < first: return nil
    case (let first?, _) where first >= count: self = .outside
    case (let first?, let last): self = .part(first..<min(last ?? .max, count - 1) + 1)
    case (nil, let length?):
      self = length == 0 || count == 0 ? .outside : .part(max(0, count - length)..<count)
    case (nil, nil): return nil
    }
  }
}
