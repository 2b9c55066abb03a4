import Fetching
import Glibc
import Loopback
import Problems
import Testing

@testable import Publishing

/// What a plan is compared with, where whoever answers means harm: an exact problem, or an exact
/// outcome, in bounded time and memory.
@Suite(.timeLimit(.minutes(10)))
struct HostileServerTests {
  struct Hostility: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What is said of it.
    let reason: String
    let answer: @Sendable (HTTPServer.Visitor) -> Void

    init(
      _ name: String, _ reason: String, _ answer: @escaping @Sendable (HTTPServer.Visitor) -> Void
    ) {
      testDescription = name
      self.reason = reason
      self.answer = answer
    }
  }

  private static let noSitemap = "its sitemap.xml is none, or breaks off"
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n"

  static let hostilities = [
    Hostility("a body without end", "what stands there is larger than 2 MiB") { visitor in
      visitor.send(head + "\r\n<urlset>")
      while visitor.send(String(repeating: "<url>", count: 4_096)) {}
    },
    Hostility("a body in pieces without end", "what stands there is larger than 2 MiB") { visitor in
      visitor.send(head + "Transfer-Encoding: chunked\r\n\r\n")
      while visitor.send("1000\r\n" + String(repeating: "x", count: 4_096) + "\r\n") {}
    },
    Hostility("one byte after the other", "it takes longer than 2 seconds") { visitor in
      visitor.send(head + "\r\n<urlset>")
      while visitor.send("<") { usleep(50_000) }
    },
    Hostility("silence", "it takes longer than 2 seconds") { _ in sleep(4) },
    Hostility("a length that is too great", "the answer breaks off") { visitor in
      visitor.send(head + "Content-Length: 100\r\n\r\n<urlset></urlset>")
    },
    Hostility("a length that is far too great", "what stands there is larger than 2 MiB") {
      $0.send(head + "Content-Length: 99999999999999\r\n\r\n<urlset></urlset>")
    },
    Hostility("a length that is too small", noSitemap) { visitor in
      visitor.send(head + "Content-Length: 4\r\n\r\n<urlset></urlset>")
    },
    Hostility("a bomb", "what stands there is larger than 2 MiB") { visitor in
      visitor.send(head + "Content-Encoding: gzip\r\n\r\n")
      visitor.send(zeros(16 << 20))
    },
    Hostility("what is called packed and is not", "the answer cannot be understood") { visitor in
      visitor.answer("<urlset></urlset>", "Content-Encoding: gzip")
    },
    Hostility("a way without end", "it leads from address to address without end") { visitor in
      visitor.answer(
        "", status: "302 Found", "Location: /\(visitor.target.utf8.count)\(visitor.target)")
    },
    Hostility("a way to another host", "it leads elsewhere, to “https://b.example/sitemap.xml”") {
      $0.answer("", status: "301 Moved", "Location: https://b.example/sitemap.xml")
    },
    Hostility("a way to a file", "it leads elsewhere, to “file:///etc/passwd”") { visitor in
      visitor.answer("", status: "302 Found", "Location: file:///etc/passwd")
    },
    Hostility(
      "a way to another server of this machine", "it leads elsewhere, to “http://127.0.0.1:1/”"
    ) {
      $0.answer("", status: "302 Found", "Location: http://127.0.0.1:1/")
    },
    Hostility(
      "a way to what clouds tell", "it leads elsewhere, to “http://169.254.169.254/latest/”"
    ) {
      $0.answer("", status: "302 Found", "Location: http://169.254.169.254/latest/")
    },
    Hostility(
      "a host that is somebody's name", "it leads elsewhere, to “http://127.0.0.1@b.example/”"
    ) {
      $0.answer("", status: "302 Found", "Location: http://127.0.0.1@b.example/")
    },
    Hostility("a way to nowhere", "the server answers with 302") { visitor in
      visitor.answer("", status: "302 Found")
    },
    Hostility("what is not there", "the server answers with 404") { visitor in
      visitor.answer("<urlset></urlset>", status: "404 Not Found")
    },
    Hostility("a page", noSitemap) { visitor in
      visitor.answer("<!DOCTYPE html><title>Welcome</title><p>&lt;urlset></urlset>")
    },
    Hostility("nothing", noSitemap) { visitor in visitor.answer("") },
    Hostility("zeros", noSitemap) { visitor in visitor.answer("\0\0<urlset\0></urlset\0>") },
    Hostility("pages of others", "its sitemap lists no page of this site") { visitor in
      visitor.answer("<urlset><url><loc>https://b.example/</loc></url></urlset>")
    },
    Hostility("a list that lists itself", "a part of its sitemap lists others again") { visitor in
      visitor.answer(index(["sitemap.xml"], visitor))
    },
    Hostility(
      "a list of one many times",
      "its sitemap.xml lists more than 100 others, or one of them twice"
    ) { visitor in visitor.answer(index(["a.xml", "a.xml"], visitor)) },
    Hostility(
      "a list of very many", "its sitemap.xml lists more than 100 others, or one of them twice"
    ) { visitor in visitor.answer(index((0..<101).map { "\($0).xml" }, visitor)) },
    Hostility("a list that drips", "it takes longer than 2 seconds") { visitor in
      guard visitor.target != "/sitemap.xml" else {
        return visitor.answer(index((0..<100).map { "\($0).xml" }, visitor))
      }
      usleep(300_000)
      visitor.answer("<urlset></urlset>")
    },
    Hostility("headers without end", "the answer breaks off") { visitor in
      visitor.send(head)
      while visitor.send("X-\(String(repeating: "a", count: 999)): b\r\n") {}
    },
    Hostility("a header without end", "the answer cannot be understood") { visitor in
      visitor.send(head + "X: ")
      while visitor.send(String(repeating: "a", count: 65_536)) {}
    },
    Hostility("a cut", "the answer breaks off") { visitor in
      visitor.send(head + "Content-Length: 100\r\n\r\n<urlset>")
      usleep(50_000)
      visitor.reset()
    },
    Hostility("a cut that looks like the end", noSitemap) { visitor in
      visitor.send(head + "\r\n<urlset><url><loc>http://127.0.0.1:\(visitor.port)/</loc></url>")
    },
    Hostility("no answer", "the answer breaks off") { _ in },
    Hostility("nonsense", "the answer cannot be understood") { visitor in
      visitor.send("\u{1}\u{2}\u{3} nonsense \r\n\r\n")
    },
  ]

  private static func index(_ parts: [String], _ visitor: HTTPServer.Visitor) -> String {
    let items = parts.map { "<sitemap><loc>http://127.0.0.1:\(visitor.port)/\($0)</loc></sitemap>" }
    return "<sitemapindex>\(items.joined())</sitemapindex>"
  }

  /// So many zeros, packed with fixed codes (RFC 1951): one as itself, then 258 at a time as what has
  /// just been.
  private static func zeros(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var (buffer, filled) = (0, 0)
    func add(_ bits: String) {
      for bit in bits {
        buffer |= (bit == "1" ? 1 : 0) << filled
        filled += 1
        if filled == 8 {
          bytes.append(UInt8(buffer))
          (buffer, filled) = (0, 0)
        }
      }
    }
    add("110" + "00110000")
    for _ in 0..<count / 258 { add("1100010100000") }
    return bytes
  }

  /// Where time is not what is tried, a busy machine gets enough of it.
  private func fetch(within seconds: Int = 60) -> Fetch {
    var limits = Fetch.Limits()
    (limits.seconds, limits.secondsInAll, limits.bytes) = (seconds, seconds, 2 << 20)
    return Fetch(limits)
  }

  private func standing(
    by scheme: String = "http", within seconds: Int = 60,
    _ answer: @escaping @Sendable (HTTPServer.Visitor) -> Void
  ) async throws -> Result<Standing, OutputFailure> {
    let server = try HTTPServer(answer)
    let site = "\(scheme)://127.0.0.1:\(server.port)/"
    let publication = try await TestSite(
      "-- outloud.yml --\nurl: \(site)\n-- notes/2026-01-01-a.md --\nx"
    ).publication()
    do throws(OutputFailure) {
      return .success(
        try await Standing(against: site, of: publication.portfolio, by: fetch(within: seconds)))
    } catch {
      return .failure(error)
    }
  }

  private func reason(_ result: Result<Standing, OutputFailure>) -> String? {
    guard case .failure(let failure) = result, failure.problems.count == 1,
      let words = failure.problems.first?.message.split(separator: "/”: ").last
    else { return nil }
    return String(words)
  }

  @Test(arguments: hostilities)
  func `is told in so many words`(_ hostility: Hostility) async throws {
    let seconds = hostility.reason.contains("seconds") ? 2 : 60
    let result = try await standing(within: seconds, hostility.answer)
    #expect(reason(result) == hostility.reason)
  }

  @Test func `what speaks no TLS is told, and not asked without`() async throws {
    let result = try await standing(by: "https") { visitor in
      if visitor.target.isEmpty { visitor.send([UInt8](repeating: 0x2A, count: 4_096)) }
      visitor.answer("<urlset></urlset>")
    }
    #expect(reason(result) == "there is no secure connection with it")
  }

  @Test func `nobody at all is told`() async throws {
    let port = try HTTPServer { _ in }.port
    let failure = await #expect(throws: Fetch.Failure.self) {
      _ = try await fetch().bytes("http://127.0.0.1:\(port)/")
    }
    #expect(failure?.reason == "nobody answers there")
  }

  @Test func `a way to the same host is gone`() async throws {
    let result = try await standing { visitor in
      guard visitor.target != "/sitemap.xml" else {
        return visitor.answer("", status: "308 Moved", "Location: /deeper/sitemap.xml")
      }
      visitor.answer(
        "<urlset><url><loc>http://127.0.0.1:\(visitor.port)/a/</loc></url></urlset>")
    }
    #expect(try result.get().files == ["a/index.html"])
  }

  @Test func `entities are not resolved, and what is no text is no page`() async throws {
    let result = try await standing { visitor in
      let site = "http://127.0.0.1:\(visitor.port)/"
      let lol = (1..<10).map {
        "<!ENTITY lol\($0) \"\(String(repeating: "&lol\($0 - 1);", count: 10))\">"
      }
      visitor.send(
        "HTTP/1.1 200 OK\r\n\r\n<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol0 \"lol\">\(lol.joined())]>"
      )
      visitor.send(
        "<urlset><url><loc>\(site)&lol9;/</loc></url><url><loc>\(site)a%00b/</loc></url>")
      visitor.send(Array("<url><loc>\(site)".utf8) + [0xFF, 0xFE, 0] + Array("/</loc></url>".utf8))
      visitor.send("<url><loc>\(site)../../etc/</loc></url></urlset>")
    }
    let files = try result.get().files
    #expect(files.count == 4 && files.contains("&lol9;/index.html"))
  }

  @Test func `ten thousand pages are read`() async throws {
    let result = try await standing { visitor in
      let items = (0..<10_000).map {
        "<url><loc>http://127.0.0.1:\(visitor.port)/\($0)/</loc></url>"
      }
      visitor.answer("<urlset>\(items.joined())</urlset>")
    }
    #expect(try result.get().files.count == 10_000)
  }
}
