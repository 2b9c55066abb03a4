/// What a browser asks for.
struct Request: Sendable {
  let method: String
  /// Path and query, as they were sent.
  let target: String
  private let headers: [(name: String, value: String)]

  init(method: String, target: String, headers: [(name: String, value: String)]) {
    self.method = method
    self.target = target
    self.headers = headers
  }

  /// All values that a header was sent with.
  func values(of name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// The value of a header that was sent once.
  func value(of name: String) -> String? {
    let values = values(of: name)
    return values.count == 1 ? values[0] : nil
  }

  /// The path without the query; decoding is another matter.
  var path: Substring { target.prefix { $0 != "?" } }

  /// The query with its question mark, or nothing.
  var query: Substring { target[path.endIndex...] }
}
