import Glibc

/// A bare client of a server on this machine: it sends what it is told, and understands no more than
/// it must.
package final class HTTPClient {
  private let descriptor: Int32
  private var pending: [UInt8] = []

  package struct Failure: Error {
    package let words: String

    package init(words: String) {
      self.words = words
    }
  }

  package struct Response {
    package let status: Int
    /// By names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Connects to a port of 127.0.0.1, or of ::1.
  package init(port: Int, toSix: Bool = false) throws {
    descriptor = socket(toSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // No test waits for ever.
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_port = in_port_t(port).bigEndian
    four.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_port = in_port_t(port).bigEndian
    six.sin6_addr = in6addr_loopback
    let result = toSix ? connect(&six) : connect(&four)
    guard result == 0 else { throw Failure(words: "cannot connect to \(port): \(errno)") }
  }

  deinit {
    close(descriptor)
  }

  private func connect<Address>(_ address: inout Address) -> Int32 {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
      }
    }
  }

  package func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(words: "cannot send: \(errno)") }
      rest = rest.dropFirst(count)
    }
  }

  /// What is sent next; nothing at the end.
  private func receive() throws -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      let got = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    guard failure == 0 || failure == ECONNRESET else {
      throw Failure(words: "nothing comes: \(failure)")
    }
    return bytes
  }

  /// Everything up to the end of the connection.
  package func rest() throws -> String {
    while true {
      let bytes = try receive()
      if bytes.isEmpty { break }
      pending += bytes
    }
    defer { pending = [] }
    return String(decoding: pending, as: UTF8.self)
  }

  /// Everything up to and with a text.
  package func read(through end: String) throws -> String {
    let mark = Array(end.utf8)
    while true {
      if let range = pending.firstRange(of: mark) {
        defer { pending.removeSubrange(..<range.upperBound) }
        return String(decoding: pending[..<range.upperBound], as: UTF8.self)
      }
      let bytes = try receive()
      guard !bytes.isEmpty else {
        throw Failure(words: "ended with “\(String(decoding: pending, as: UTF8.self))”")
      }
      pending += bytes
    }
  }

  /// Asks for something on the open connection.
  package func request(
    _ target: String, method: String = "GET", host: String, _ headers: String...
  ) throws -> Response {
    let lines = ["\(method) \(target) HTTP/1.1", "Host: \(host)"] + headers
    try send(lines.map { $0 + "\r\n" }.joined() + "\r\n")
    let head = try read(through: "\r\n\r\n").split(separator: "\r\n")
    let fields = head.dropFirst().map { line in
      let name = line.prefix { $0 != ":" }
      return (name.lowercased(), String(line.dropFirst(name.count + 1).drop { $0 == " " }))
    }
    let response = Response(
      status: Int(head[0].split(separator: " ")[1]) ?? 0,
      headers: Dictionary(fields) { $1 },
      body: [])
    let length = Int(response.headers["content-length"] ?? "") ?? 0
    guard method != "HEAD", response.status != 304 else { return response }
    while pending.count < length {
      let bytes = try receive()
      guard !bytes.isEmpty else { throw Failure(words: "an answer was cut off") }
      pending += bytes
    }
    defer { pending.removeFirst(length) }
    return Response(
      status: response.status, headers: response.headers, body: Array(pending.prefix(length)))
  }
}
