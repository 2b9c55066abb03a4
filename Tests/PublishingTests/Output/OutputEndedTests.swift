import Files
import Glibc
import Synchronization
import Testing

@testable import Publishing

/// A build that is ended after any number of changes to the disk: the rest never happens, as when
/// the process is killed.
struct OutputEndedTests {
  private let one = [
    "index.html": "home", "same/a.html": "same", "gone/b/c.html": "gone", "gone.html": "gone",
    "file": "a file", "folder/x": "in a folder", "folder/y/z": "deeper", "part/1": "1",
    "u/gone/index.html": "1", "u/gone/a/b.png": "1", "u/same/index.html": "1", "u/same/a": "1",
  ]
  private let other = [
    "index.html": "home, longer", "same/a.html": "same", "new/d/e.html": "new", "new.html": "new",
    "file/inside": "now a folder", "folder": "now a file", "part/1": "1", "part/2": "2",
    "u/same/index.html": "2", "u/same/b": "2", "u/new/index.html": "1", "u/new/a/b.png": "1",
  ]

  @Test func `the first build, ended anywhere, is done by the next`() throws {
    try endEverywhere(from: nil, to: one, then: one)
  }

  @Test func `a later build, ended anywhere, is done by the next`() throws {
    try endEverywhere(from: one, to: other, then: other)
  }

  @Test func `a build, ended anywhere, does not keep the next from being another`() throws {
    try endEverywhere(from: one, to: other, then: one)
    try endEverywhere(from: nil, to: other, then: one)
    try endEverywhere(from: one, to: [:], then: other)
  }

  @Test func `a build that finishes another may be ended as well`() throws {
    let one = ["file": "a file", "folder/x": "in a folder", "gone": "gone"]
    let other = ["file/inside": "now a folder", "folder": "now a file"]
    try countUp { first in
      var isFirstDone = false
      try countUp { second in
        let sandbox = try Sandbox()
        try sandbox.write(one)
        isFirstDone = (try? sandbox.write(other, before: Steps(first).take)) != nil
        let isSecondDone = (try? sandbox.write(other, before: Steps(second).take)) != nil
        try check(sandbox, from: one, to: other, then: other, "ended after \(first), \(second)")
        return isSecondDone
      }
      return isFirstDone
    }
  }

  @Test func `a step that fails leaves the site whole, and the next build does the rest`() throws {
    try countUp { failing in
      let sandbox = try Sandbox()
      try sandbox.write(one)
      let steps = Steps(failing, failures: 1)
      do {
        try sandbox.write(other, before: steps.take)
      } catch let failure as OutputFailure {
        #expect(failure.problems.map(\.code) == [.outputWrite])
        if failure.problems.first?.hint == "nothing was published" {
          #expect(try sandbox.published() == one, "failed at \(failing)")
          #expect(try sandbox.record() == [".outloud/lock", ".outloud/manifest"])
        }
      }
      try check(sandbox, from: one, to: other, then: other, "failed at \(failing)")
      return steps.left > 0
    }
  }

  @Test func `a half written stage is forgotten`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(one)
    try sandbox.put("half a pa", at: ".outloud/stage/index.html")
    try sandbox.put("never to be", at: ".outloud/stage/never")
    try sandbox.put("outloud mani", at: ".outloud/commit.new")
    #expect(try sandbox.write(one).unchanged == one.count)
    #expect(try sandbox.published() == one)
    #expect(try sandbox.record() == [".outloud/lock", ".outloud/manifest"])
  }

  @Test func `a foreign file that comes between is safe from the build that finishes`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    // Ended between the two moves.
    _ = try? sandbox.write(["b": "2", "c/d": "2"]) { () throws(FileError) in
      guard ["b", "c"].contains(where: { Disk.kind(sandbox.place($0)) != nil }) else { return }
      throw FileError(.write, "the disk", .system(ENOSPC))
    }
    #expect(Disk.kind(sandbox.place(".outloud/commit")) == .file)
    try sandbox.put("mine", at: "CNAME")
    let report = try sandbox.report { try sandbox.write(["b": "2", "c/d": "2"]) }
    #expect(report.hasPrefix("error: “public” holds what no build wrote: “CNAME” [output-foreign]"))
    try Disk.removeFile(sandbox.place("CNAME"))
    try sandbox.write(["b": "2", "c/d": "2"])
    #expect(try sandbox.published() == ["b": "2", "c/d": "2"])
  }

  /// Ends the second build after 0, 1, 2 … changes, until it is done before it is ended.
  private func endEverywhere(
    from start: [String: String]?, to middle: [String: String], then end: [String: String]
  ) throws {
    try countUp { allowed in
      let sandbox = try Sandbox()
      if let start { try sandbox.write(start) }
      let isDone = (try? sandbox.write(middle, before: Steps(allowed).take)) != nil
      try check(sandbox, from: start ?? [:], to: middle, then: end, "ended after \(allowed)")
      return isDone
    }
  }

  /// Tries 0, 1, 2 … until that is enough.
  private func countUp(_ isEnough: (Int) throws -> Bool) throws {
    var number = 0
    while try !isEnough(number) { number += 1 }
    #expect(number > 2)
  }

  /// No file is torn now; the next build succeeds, and what stands then is what it made.
  private func check(
    _ sandbox: Sandbox, from start: [String: String], to middle: [String: String],
    then end: [String: String], _ comment: Comment
  ) throws {
    if Disk.kind(sandbox.output) != nil {
      for (path, text) in try sandbox.published() where text != "empty folder" {
        #expect([start[path], middle[path]].contains(text), comment)
      }
    }
    try sandbox.write(end)
    #expect(try sandbox.published() == end, comment)
    #expect(try sandbox.record() == [".outloud/lock", ".outloud/manifest"], comment)
    #expect(try sandbox.write(end).unchanged == end.count, comment)
    #expect(try Disk.list(sandbox.root).map(\.name) == ["public"], comment)
  }
}

/// Lets a number of changes happen; after them some fail, or all there are.
final class Steps: Sendable {
  private let count = Atomic(0)
  private let allowed: Int
  private let failures: Int

  init(_ allowed: Int, failures: Int = .max) {
    self.allowed = allowed
    self.failures = failures
  }

  /// How many changes are still allowed.
  var left: Int { allowed - count.load(ordering: .relaxed) }

  @Sendable func take() throws(FileError) {
    let number = count.wrappingAdd(1, ordering: .relaxed).oldValue
    guard number >= allowed, number - allowed < failures else { return }
    throw FileError(.write, "the disk", .system(ENOSPC))
  }
}
