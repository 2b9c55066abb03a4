import Loopback
import NIOCore
import Testing

@testable import Preview

/// The server at its sockets: whom it answers, whom it lets wait, and whom it lets go.
struct ServerTests {
  private static func scene(_ version: String, _ text: String = "home") -> Scene {
    Scene(
      version: version, origin: "https://me.example", basePath: "/",
      audience: "As everyone sees it",
      notices: [],
      find: { path in
        ["index.html": text, "empty.txt": ""][path].map { text in { @Sendable in Array(text.utf8) }
        }
      })
  }

  private let stage = Stage(scene("1"))

  private func serve(
    _ change: (inout Connection.Limits) -> Void = { _ in },
    _ test: (Server, String) async throws -> Void
  ) async throws {
    var limits = Connection.Limits()
    change(&limits)
    let server = try await Server.start(port: 0, showing: stage, limits)
    do {
      try await test(server, "localhost:\(server.port)")
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func `many requests go over one connection`() async throws {
    try await serve { server, host in
      let client = try HTTPClient(port: server.port)
      for _ in 0..<3 {
        let response = try client.request("/", host: host)
        #expect(response.status == 200 && response.text == "home")
        #expect(response.headers["content-length"] == "4")
      }
      let head = try client.request("/", method: "HEAD", host: host)
      #expect(head.status == 200 && head.headers["content-length"] == "4")
      let tag = try #require(head.headers["etag"])
      #expect(try client.request("/", host: host, "If-None-Match: \(tag)").status == 304)
      #expect(try client.request("/empty.txt", host: host).headers["content-length"] == "0")
      #expect(
        try client.request("/", method: "POST", host: host, "Content-Length: 0").status == 405)
      #expect(try client.request("/", host: "evil.example:\(server.port)").status == 421)
      #expect(try client.request("/", host: host).status == 200)
    }
  }

  @Test func `requests that come at once are answered in their order`() async throws {
    try await serve { server, host in
      let client = try HTTPClient(port: server.port)
      func request(_ path: String, _ header: String) -> String {
        "GET /\(path) HTTP/1.1\r\nHost: \(host)\r\n\(header)\r\n"
      }
      try client.send(
        request("", "") + request("nothing", "") + request("empty.txt", "Connection: close\r\n"))
      let statuses = try client.rest().matches(of: /HTTP\/1\.1 (\d+)/).map { String($0.1) }
      #expect(statuses == ["200", "404", "200"])
    }
  }

  @Test func `it answers at the address of the other family too`() async throws {
    try await serve { server, host in
      // Not every machine has one.
      guard let client = try? HTTPClient(port: server.port, toSix: true) else { return }
      let response = try client.request("/", host: "[::1]:\(server.port)")
      #expect(response.status == 200)
    }
  }

  @Test func `who listens is told of each scene, and of the first at once`() async throws {
    try await serve { server, host in
      let client = try HTTPClient(port: server.port)
      try client.send("GET /-/events HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      let head = try client.read(through: "\r\n\r\n").lowercased()
      #expect(head.contains("content-type: text/event-stream"))
      #expect(try client.read(through: "\n\n").contains(#"data: {"version":"1","#))
      stage.show(Self.scene("2", "another"))
      #expect(try client.read(through: "\n\n").contains(#"data: {"version":"2","#))
      #expect(try HTTPClient(port: server.port).request("/", host: host).text == "another")
    }
  }

  @Test func `who listens hears a sign of life`() async throws {
    try await serve({ $0.pulse = .milliseconds(20) }) { server, host in
      let client = try HTTPClient(port: server.port)
      try client.send("GET /-/events HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      #expect(try client.read(through: ":\n\n").contains("data: "))
    }
  }

  @Test func `who has gone is told nothing any more`() async throws {
    try await serve { server, host in
      for _ in 0..<20 {
        let client = try HTTPClient(port: server.port)
        try client.send("GET /-/events HTTP/1.1\r\nHost: \(host)\r\n\r\n")
        _ = try client.read(through: "\n\n")
      }
      // The end of a connection is noticed when it is.
      var count = stage.listeners
      for _ in 0..<1000 where count > 0 {
        try await Task.sleep(for: .milliseconds(10))
        count = stage.listeners
      }
      #expect(count == 0)
    }
  }

  @Test func `who sends slowly is let go`() async throws {
    try await serve({ $0.request = .milliseconds(100) }) { server, host in
      let silent = try HTTPClient(port: server.port)
      let slow = try HTTPClient(port: server.port)
      try slow.send("GET / HTTP/1.1\r\nHo")
      #expect(try silent.rest() == "")
      #expect(try slow.rest() == "")
    }
  }

  @Test(arguments: [
    "nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
    "GET /\u{0} HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 40_000))\r\n\r\n",
    "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 400) + "\r\n",
    "GET / HTTP/1.1\r\n"
      + String(repeating: "A: \(String(repeating: "b", count: 900))\r\n", count: 60)
      + "\r\n",
  ])
  func `what is no request, or more than one can be, ends the connection`(text: String)
    async throws
  {
    try await serve { server, host in
      let client = try HTTPClient(port: server.port)
      // It may be closed before all is sent.
      try? client.send(text)
      let answer = (try? client.rest()) ?? ""
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(80))")
      #expect(try HTTPClient(port: server.port).request("/", host: host).status == 200)
    }
  }

  @Test func `a body without end ends the connection`() async throws {
    try await serve({ $0.body = 1000 }) { server, host in
      let client = try HTTPClient(port: server.port)
      try client.send("GET / HTTP/1.1\r\nHost: \(host)\r\nContent-Length: 100000\r\n\r\n")
      try? client.send(String(repeating: "x", count: 5000))
      #expect((try? client.rest()) ?? "" == "")
    }
  }

  @Test func `more connections than there is room for are closed at once`() async throws {
    try await serve({ $0.connections = 3 }) { server, host in
      let clients = try (0..<3).map { _ in try HTTPClient(port: server.port) }
      for client in clients { #expect(try client.request("/", host: host).status == 200) }
      let late = try HTTPClient(port: server.port)
      try? late.send("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      #expect((try? late.rest()) ?? "" == "")
      #expect(try clients[0].request("/", host: host).status == 200)
    }
  }

  @Test func `a port that is taken is refused`() async throws {
    try await serve { server, _ in
      await #expect(throws: Server.Failure.taken) {
        try await Server.start(port: server.port, showing: stage)
      }
    }
  }
}
