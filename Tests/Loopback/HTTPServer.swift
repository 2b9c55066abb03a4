import Foundation
import Glibc

/// A bare server on this machine, which answers what it is told to, however wrong that is.
package final class HTTPServer: Sendable {
  package let port: Int
  private let descriptor: Int32

  /// One connection, by whoever asks.
  package struct Visitor: Sendable {
    /// What is asked for, such as `/sitemap.xml`.
    package let target: String
    /// Of the server.
    package let port: Int
    fileprivate let descriptor: Int32

    /// False where nobody listens any more.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes {
          Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }

    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// A whole answer, as servers give it.
    package func answer(_ body: String, status: String = "200 OK", _ headers: String...) {
      let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
      send(lines.map { $0 + "\r\n" }.joined() + "\r\n" + body)
    }

    /// Ends the connection as if the cable were cut.
    package func reset() {
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    }
  }

  /// The connection ends behind the answer.
  package init(_ answer: @escaping @Sendable (Visitor) -> Void) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let failure = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(descriptor, place, length) != 0 || listen(descriptor, 64) != 0
          || getsockname(descriptor, place, &length) != 0
      }
    }
    guard !failure else { throw HTTPClient.Failure(words: "cannot serve: \(errno)") }
    let port = Int(in_port_t(bigEndian: address.sin_port))
    self.descriptor = descriptor
    self.port = port
    Thread.detachNewThread {
      while true {
        let visitor = accept(descriptor, nil, nil)
        guard visitor >= 0 else { return }
        Thread.detachNewThread {
          let head = Self.head(visitor)
          let words = head.split(separator: " ")
          answer(
            Visitor(
              target: words.count > 1 ? String(words[1]) : "", port: port, descriptor: visitor))
          close(visitor)
        }
      }
    }
  }

  deinit {
    // This wakes who waits for visitors, too.
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  /// What is asked, up to an empty line; of what is no text, its first bytes.
  private static func head(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < 65_536 {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      // A greeting of TLS begins with this byte, and no line follows.
      if bytes.first == 0x16 || bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
