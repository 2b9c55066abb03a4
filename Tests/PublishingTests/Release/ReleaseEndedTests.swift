import Files
import Glibc
import Notes
import Problems
import Testing

@testable import Publishing

/// A publication that is ended between any two steps: nothing is torn or lost, and doing it again does
/// the rest.
struct ReleaseEndedTests {
  private static let picture =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"

  @Test func `a note that moves with its pictures`() async throws {
    try await endEverywhere(
      """
      -- outloud.yml --
      url: https://a.example/
      -- private/notes/2026-11-20-a.md --
      ![One](one.svg) ![Two](two.svg)
      -- private/notes/2026-11-21-b.md --
      ![Two](two.svg)
      -- private/notes/one.svg --
      \(Self.picture)
      -- private/notes/two.svg --
      \(Self.picture)
      """, "private/notes/2026-11-20-a.md", atLeast: 4)
  }

  private static let secret = """
    -- outloud.yml --
    url: https://a.example/
    -- private/stand-ins.yml --
    Acme: a retailer
    -- private/notes/2026-11-20-acme.md --
    Acme ![Logo](acme.svg)
    -- private/notes/acme.svg --
    \(picture)
    """

  @Test func `a note whose names stay private`() async throws {
    try await endEverywhere(Self.secret, "private/notes/2026-11-20-acme.md", atLeast: 3)
  }

  @Test func `a copy that is brought up to date`() async throws {
    try await endEverywhere(Self.secret, "private/notes/2026-11-20-acme.md", atLeast: 4) { site in
      try await site.publish("private/notes/2026-11-20-acme.md")
      try site.write(
        "Acme again ![Logo](acme.svg)", to: "private/notes/2026-11-20-acme.md")
      try site.write(
        Self.picture.replacing("width=\"1\"", with: "width=\"2\""), to: "private/notes/acme.svg")
    }
  }

  @Test func `a copy whose path holds a name by now`() async throws {
    try await endEverywhere(
      Self.secret.replacing("Acme: a retailer", with: "Acme: a retailer\nInitech: a firm"),
      "private/notes/2026-11-20-acme.md", atLeast: 4
    ) { site in
      try await site.publish("private/notes/2026-11-20-acme.md")
      try site.write(
        "Acme: a shop\nInitech: a firm\nA retailer: somebody\n", to: "private/stand-ins.yml")
    }
  }

  /// Publishes a note, ended after 0, 1, 2 … steps, and then again to its end.
  private func endEverywhere(
    _ text: String, _ note: String, atLeast least: Int,
    preparing: (ReleaseSandbox) async throws -> Void = { _ in }
  ) async throws {
    let whole = try ReleaseSandbox(text)
    try await preparing(whole)
    let start = try whole.files()
    let steps = try await whole.publish(note).steps.count
    let end = try whole.files()
    #expect(steps >= least)
    for allowed in 0..<steps {
      let site = try ReleaseSandbox(text)
      try await preparing(site)
      var left = allowed
      let release = try await site.release(note)
      #expect(throws: ReleaseRefusal.self) {
        try release.apply(in: site.root) { () throws(FileError) in
          guard left > 0 else { throw FileError(.write, "the disk", .system(ENOSPC)) }
          left -= 1
        }
      }
      let middle = try site.files()
      for (path, text) in middle where path != PublishedCopies.path && path != note {
        #expect([start[path], end[path]].contains(text), "\(path) after \(allowed)")
      }
      for text in start.values where end.values.contains(text) {
        #expect(middle.values.contains(text), "after \(allowed)")
      }
      try await site.publish(note)
      #expect(try site.files() == end, "ended after \(allowed)")
    }
  }
}
