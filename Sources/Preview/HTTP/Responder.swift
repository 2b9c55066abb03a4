import Text

/// Turns a request into its answer, from the scene that is shown.
struct Responder: Sendable {
  let hosts: HostNames

  enum Reply: Sendable {
    case response(Response)
    /// Not one answer, but news for as long as the browser listens.
    case events
  }

  /// Longer addresses are refused.
  static let longestTarget = 8192

  func reply(to request: Request, showing scene: Scene) -> Reply {
    if let refusal = refusal(of: request) { return .response(refusal) }
    guard let path = RequestPath(request.path) else {
      return .response(.words(400, "This address means nothing."))
    }
    if path.text == "/-" || path.text.hasPrefix("/-/") { return own(path.text, request) }
    return .response(site(path.text, request, scene))
  }

  private func refusal(of request: Request) -> Response? {
    let hosts = request.values(of: "host")
    guard hosts.count == 1 else { return .words(400, "One Host is wanted.") }
    guard self.hosts.contains(hosts[0]) else {
      return .words(421, "Nothing is served by that name: try http://localhost:\(self.hosts.port)/")
    }
    guard request.target.utf8.count <= Self.longestTarget else {
      return .words(414, "This address is too long.")
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      return .words(405, "Here is only something to look at.", [("Allow", "GET, HEAD")])
    }
    return nil
  }

  /// What is the server's own.
  private func own(_ path: String, _ request: Request) -> Reply {
    switch path {
    case "/-": .response(.redirect(308, to: "/-/"))
    case "/-/events": .events
    default:
      if let (type, bytes) = FramePage.file(at: String(path.dropFirst(3))) {
        .response(whole(bytes, type, Policy.frame, for: request))
      } else {
        .response(.words(404, "There is nothing here."))
      }
    }
  }

  private func site(_ path: String, _ request: Request, _ scene: Scene) -> Response {
    let base = scene.basePath.percentDecoded ?? scene.basePath
    guard path.hasPrefix(base) else {
      if path == "/" { return .redirect(307, to: scene.basePath) }
      if path + "/" == base { return .redirect(308, to: scene.basePath) }
      return missing(request, scene)
    }
    let place = String(path.dropFirst(base.count))
    let file = place.isEmpty || place.hasSuffix("/") ? place + "index.html" : place
    if let contents = scene.contents(of: file) {
      return made(contents, request) { bytes in
        whole(bytes, ContentType.of(file), Policy.pages, for: request)
      }
    }
    if scene.contents(of: place + "/index.html") != nil {
      return .redirect(308, to: path.percentEncodedPath + "/" + request.query)
    }
    return missing(request, scene)
  }

  private func missing(_ request: Request, _ scene: Scene) -> Response {
    guard !scene.isEmpty else {
      return .words(503, "There is nothing to show before the site’s problems are mended.")
    }
    guard let page = scene.contents(of: "404.html") else {
      return .words(404, "There is nothing here.")
    }
    return made(page, request) { bytes in
      Response(404, head(ContentType.of("404.html"), Policy.pages), bytes[...])
    }
  }

  private func made(
    _ contents: Scene.Contents, _ request: Request, _ answer: ([UInt8]) -> Response
  ) -> Response {
    do throws(Scene.Unavailable) {
      return answer(try contents())
    } catch {
      return .words(500, error.words)
    }
  }

  private func head(_ type: String, _ policy: String) -> [(name: String, value: String)] {
    [("Content-Type", type), ("Content-Security-Policy", policy)]
  }

  /// A file, or as much of it as was asked for.
  private func whole(
    _ bytes: [UInt8], _ type: String, _ policy: String, for request: Request
  ) -> Response {
    let tag = EntityTag(bytes)
    let head = head(type, policy) + [("ETag", tag.text), ("Accept-Ranges", "bytes")]
    if tag.isNamed(in: request.values(of: "if-none-match")) { return Response(304, head, []) }
    // A part of other bytes than those that the browser has would make no whole.
    guard request.method == "GET", let header = request.value(of: "range"),
      request.value(of: "if-range").map({ $0 == tag.text }) ?? true,
      let range = ByteRange(header, of: bytes.count)
    else { return Response(200, head, bytes[...]) }
    switch range {
    case .part(let part):
      let place = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)"
      return Response(206, head + [("Content-Range", place)], bytes[part])
    case .outside:
      return .words(416, "The file is shorter.", [("Content-Range", "bytes */\(bytes.count)")])
    }
  }
}
