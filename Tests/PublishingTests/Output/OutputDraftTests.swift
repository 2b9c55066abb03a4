import Files
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Publishing

/// The build that makes the output folder: it appears in one step, or not at all.
struct OutputDraftTests {
  @Test func `the folder is not there before the whole site is`() throws {
    let sandbox = try Sandbox()
    let site = Dictionary(uniqueKeysWithValues: (0..<100).map { ("\($0)/index.html", "\($0)") })
    let summary = try sandbox.write(site) { () throws(FileError) in
      if Disk.kind(sandbox.output) != nil {
        throw FileError(.write, "the disk", .system(ENOSPC))
      }
    }
    #expect(summary == OutputSummary(written: 100, unchanged: 0, removed: 0))
    #expect(try sandbox.published() == site)
    #expect(try sandbox.record() == [".outloud/lock", ".outloud/manifest"])
    #expect(try Disk.list(sandbox.root).map(\.name) == ["public"])
  }

  @Test func `a build that fails leaves nothing`() throws {
    let sandbox = try Sandbox()
    let name = String(repeating: "n", count: 300)
    let report = try sandbox.report { try sandbox.write(["a": "1", "b/\(name)": ""]) }
    #expect(
      report == """
        error: “public/b/\(name)” could not be written: File name too long [output-write]
          hint: nothing was published

        """)
    #expect(try Disk.list(sandbox.root).isEmpty)
  }

  @Test func `a full disk leaves nothing`() throws {
    let sandbox = try Sandbox()
    let report = try sandbox.report {
      try sandbox.write(["a": "1"]) { () throws(FileError) in
        guard Disk.kind(sandbox.root + "/.public.outloud/a") != nil else { return }
        if Disk.kind(sandbox.root + "/full") == nil {
          try Disk.createFolder(sandbox.root + "/full")
          throw FileError(.move, sandbox.output, .system(ENOSPC))
        }
      }
    }
    #expect(
      report == """
        error: “public” could not be put in place: No space left on device [output-write]
          hint: nothing was published

        """)
    #expect(try Disk.list(sandbox.root).map(\.name) == ["full"])
  }

  @Test func `what an ended build left goes, even where the folder was made since`() throws {
    let sandbox = try Sandbox()
    try sandbox.put("ha", at: "../.public.outloud/index.html")
    try sandbox.put("outloud manifest 1\nindex.html\n", at: "../.public.outloud/.outloud/manifest")
    try Disk.removeFolder(sandbox.output)
    try Disk.createFolder(sandbox.output)
    try sandbox.write(["index.html": "home"])
    #expect(try sandbox.published() == ["index.html": "home"])
    #expect(try Disk.list(sandbox.root).map(\.name) == ["public"])
  }

  @Test func `a draft that an ended build was removing goes too`() throws {
    let site = ["a.html": "a", "b/c.html": "c", "index.html": "home"]
    var steps = 0
    var isDone = false
    while !isDone {
      let sandbox = try Sandbox()
      for (path, text) in site { try sandbox.put(text, at: "../.public.outloud/\(path)") }
      let manifest = "outloud manifest 1\n" + site.keys.sorted().joined(separator: "\n") + "\n"
      try sandbox.put(manifest, at: "../.public.outloud/.outloud/manifest")
      isDone = (try? sandbox.write(site, before: Steps(steps).take)) != nil
      try sandbox.write(site)
      #expect(try sandbox.published() == site, "ended after \(steps)")
      steps += 1
    }
    #expect(steps > site.count)
  }

  @Test func `a stranger's file beside the folder is safe`() throws {
    let sandbox = try Sandbox()
    try Disk.createFolder(sandbox.root + "/.public.outloud")
    try Disk.write(Array("mine".utf8), to: sandbox.root + "/.public.outloud/thesis.txt")
    let report = try sandbox.report { try sandbox.write(["index.html": "home"]) }
    #expect(
      report == """
        error: “.public.outloud” holds what no build wrote: “thesis.txt” [output-foreign]
          hint: nothing was changed; move it elsewhere, or choose another folder with --output

        """)
    #expect(try Disk.list(sandbox.root + "/.public.outloud").map(\.name) == ["thesis.txt"])
    #expect(Disk.kind(sandbox.output) == nil)
  }

  @Test func `a link in the place of its record is not followed`() throws {
    let sandbox = try Sandbox()
    try Disk.createFolder(sandbox.root + "/.public.outloud")
    try Disk.createFolder(sandbox.root + "/mine")
    symlink(sandbox.root + "/mine", sandbox.root + "/.public.outloud/.outloud")
    let report = try sandbox.report { try sandbox.write(["index.html": "home"]) }
    #expect(
      report == """
        error: “.public.outloud” holds what no build wrote: “.outloud” [output-foreign]
          hint: nothing was changed; move it elsewhere, or choose another folder with --output

        """)
    #expect(try Disk.list(sandbox.root + "/mine").isEmpty)
  }

  @Test func `a file in the place of a draft is refused`() throws {
    let sandbox = try Sandbox()
    try Disk.write([], to: sandbox.root + "/.public.outloud")
    let report = try sandbox.report { try sandbox.write(["index.html": "home"]) }
    #expect(
      report == """
        error: “.public.outloud” is not a folder [output-folder]
          hint: choose another with --output

        """)
  }

  @Test func `two first builds do not write to one folder at once`() throws {
    let sandbox = try Sandbox()
    let folder = OutputFolder(sandbox.output)
    let outer = OutputFile("a") {
      do throws(OutputFailure) {
        _ = try folder.write([])
        return []
      } catch {
        return Array("\(error.problems.map(\.code.rawValue))".utf8)
      }
    }
    #expect(try folder.write([outer]).written == 1)
    #expect(try sandbox.published() == ["a": "[\"output-locked\"]"])
  }

  /// The one that is ended may have begun in the moment before.
  @Test func `nothing of another build's is in a first one`() throws {
    let sandbox = try Sandbox()
    let stranger = Mutex(Optional("theirs"))
    try sandbox.write(["a": "1"]) { () throws(FileError) in
      guard let text = stranger.withLock({ $0.take() }) else { return }
      let draft = sandbox.root + "/.public.outloud"
      try Disk.createFolder(draft + "/.outloud")
      try Disk.write(Array(text.utf8), to: draft + "/b")
      try Disk.write(Array("outloud manifest 2\nb\n".utf8), to: draft + "/.outloud/manifest")
    }
    #expect(try sandbox.published() == ["a": "1"])
  }

  @Test func `of many first builds at once one makes the folder, whole`() throws {
    let site = Dictionary(uniqueKeysWithValues: (0..<20).map { ("\($0)/index.html", "\($0)") })
    for _ in 0..<40 {
      let sandbox = try Sandbox()
      let codes = Mutex<[String]>([])
      let group = DispatchGroup()
      for _ in 0..<8 {
        group.enter()
        Thread.detachNewThread {
          let found: [String]
          do {
            try sandbox.write(site)
            found = ["done"]
          } catch let failure as OutputFailure {
            found = failure.problems.map(\.code.rawValue)
          } catch {
            found = ["\(error)"]
          }
          codes.withLock { $0 += found }
          group.leave()
        }
      }
      group.wait()
      let found = codes.withLock(\.self)
      #expect(found.contains("done"))
      #expect(Set(found).isSubset(of: ["done", "output-locked"]), "\(found)")
      #expect(try sandbox.published() == site)
      #expect(try sandbox.record() == [".outloud/lock", ".outloud/manifest"])
      #expect(try Disk.list(sandbox.root).map(\.name) == ["public"])
    }
  }
}
