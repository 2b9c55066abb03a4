/// What the server answers.
struct Response: Sendable {
  let status: Int
  private(set) var headers: [(name: String, value: String)]
  /// The bytes of a GET; a HEAD is answered without them, and with their number all the same.
  private(set) var body: ArraySlice<UInt8>

  init(_ status: Int, _ headers: [(name: String, value: String)], _ body: ArraySlice<UInt8>) {
    self.status = status
    self.headers = headers + Self.always
    self.body = body
  }

  /// What is said with every answer: nothing is guessed, told to others or kept unasked, and no page
  /// of another origin may take anything of it in.
  private static let always = [
    (name: "Cache-Control", value: "no-cache"),
    (name: "X-Content-Type-Options", value: "nosniff"),
    (name: "Referrer-Policy", value: "no-referrer"),
    (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    (name: "Cross-Origin-Opener-Policy", value: "same-origin"),
  ]

  /// A few words.
  static func words(
    _ status: Int, _ words: String, _ headers: [(name: String, value: String)] = []
  ) -> Response {
    Response(
      status,
      headers + [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Security-Policy", Policy.pages),
      ], Array((words + "\n").utf8)[...])
  }

  static func redirect(_ status: Int, to location: String) -> Response {
    words(status, "See \(location)", [("Location", location)])
  }

  func value(of name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// What pages may do, as the browser enforces it.
enum Policy {
  /// The site's: all they need is their own. The search page has a script, which is a file.
  static let pages =
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    + "media-src 'self'; font-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

  /// That of the frame around them.
  static let frame =
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; style-src 'self'; "
    + "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
}
