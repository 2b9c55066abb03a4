import Files
import Glibc
import Testing

@testable import Publishing

/// An error before the point of no return leaves the site as it was.
struct OutputErrorTests {
  @Test func `every source that cannot be read is reported, and nothing published`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    let missing = ["cat.png", "dog.png"].map { name in
      OutputFile.copy(of: name, in: DiskFolder("/nowhere"), to: "notes/\(name)")
    }
    let report = try sandbox.report {
      try OutputFolder(sandbox.output).write(missing + [OutputFile("a") { [50] }])
    }
    #expect(
      report == """
        error: “/nowhere/cat.png” could not be read: No such file or directory [output-read]
          hint: it belongs at “notes/cat.png”; nothing was published
        error: “/nowhere/dog.png” could not be read: No such file or directory [output-read]
          hint: it belongs at “notes/dog.png”; nothing was published

        """)
    #expect(try sandbox.published() == ["a": "1"])
    #expect(try sandbox.record() == [".outloud/lock", ".outloud/manifest"])
  }

  @Test func `a file that cannot be written is named where it would stand`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    let name = String(repeating: "n", count: 300)
    let report = try sandbox.report { try sandbox.write(["a": "2", "b/\(name)": ""]) }
    #expect(
      report == """
        error: “public/b/\(name)” could not be written: File name too long [output-write]
          hint: nothing was published

        """)
    #expect(try sandbox.published() == ["a": "1"])
    #expect(try sandbox.record() == [".outloud/lock", ".outloud/manifest"])
  }

  @Test func `a full disk is one problem, however many files do not fit`() throws {
    let sandbox = try Sandbox()
    let site = Dictionary(uniqueKeysWithValues: (0..<200).map { ("\($0)/index.html", "") })
    try sandbox.write(["a": "1"])
    let report = try sandbox.report {
      try sandbox.write(site) { () throws(FileError) in
        guard Disk.kind(sandbox.place(".outloud/stage/5")) != nil else { return }
        throw FileError(.write, sandbox.place(".outloud/stage/5/index.html"), .system(ENOSPC))
      }
    }
    #expect(
      report == """
        error: “public/5/index.html” could not be written: No space left on device [output-write]
          hint: nothing was published

        """)
    #expect(try sandbox.published() == ["a": "1"])
  }

  @Test func `a file that cannot be put in place is reported and done by the next build`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    let report = try sandbox.report {
      try sandbox.write(["a": "2"]) { () throws(FileError) in
        guard Disk.kind(sandbox.place(".outloud/commit")) != nil else { return }
        throw FileError(.move, sandbox.place("a"), .system(EACCES))
      }
    }
    #expect(
      report == """
        error: “public/a” could not be put in place: Permission denied [output-write]
          hint: a part of the site is new already; the next build puts the rest in place

        """)
    #expect(try sandbox.write(["a": "2"]).unchanged == 1)
    #expect(try sandbox.published() == ["a": "2"])
  }

  @Test func `an output folder that cannot be made is reported`() throws {
    let sandbox = try Sandbox()
    try Disk.write([], to: sandbox.root + "/file")
    let report = try sandbox.report {
      try OutputFolder(sandbox.root + "/file/public").write([])
    }
    #expect(
      report == """
        error: “file/public” could not be made: Not a directory [output-write]
          hint: nothing was published

        """)
  }

  @Test func `a lock ends with the build, whoever has its file open still`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    let place = sandbox.place(".outloud/lock")
    let lock = try #require(try FileLock.take(place))
    let descriptor = try #require(
      (0..<1_024).first { Disk.resolved("/proc/self/fd/\($0)") == Disk.resolved(place) })
    let copy = dup(Int32(descriptor))
    defer { close(copy) }
    lock.release()
    #expect(try sandbox.write(["a": "2"]).written == 1)
  }

  @Test func `two builds do not write to one folder at once`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    let folder = OutputFolder(sandbox.output)
    let outer = OutputFile("a") {
      let problems: [OutputFailure]
      do throws(OutputFailure) {
        _ = try folder.write([])
        problems = []
      } catch {
        problems = [error]
      }
      return Array("\(problems.flatMap(\.problems).map(\.message))".utf8)
    }
    #expect(try folder.write([outer]).written == 1)
    let message = "another build is writing to “\(sandbox.output)”"
    #expect(try sandbox.published() == ["a": "\([message])"])
    // The lock is gone with the build that held it.
    let lock = try FileLock.take(sandbox.place(".outloud/lock"))
    let report = try sandbox.report { try folder.write([]) }
    #expect(
      report == """
        error: another build is writing to “public” [output-locked]
          hint: build again when it is done

        """)
    lock?.release()
    #expect(try folder.write([]).removed == 1)
  }
}
