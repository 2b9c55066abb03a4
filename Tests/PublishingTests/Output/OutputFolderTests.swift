import Files
import Testing

@testable import Publishing

struct OutputFolderTests {
  @Test func `a first build makes the folder and all in it`() throws {
    let sandbox = try Sandbox()
    let site = ["index.html": "home", "notes/a/index.html": "a", "notes/a/a.png": ""]
    #expect(try sandbox.write(site) == OutputSummary(written: 3, unchanged: 0, removed: 0))
    #expect(try sandbox.published() == site)
    #expect(try sandbox.record() == [".outloud/lock", ".outloud/manifest"])
  }

  @Test func `the manifest lists the files ordered by their bytes`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["b": "", "é": "", "a/c": "", "a-b": "", "B": ""])
    let manifest = String(
      decoding: try Disk.read(sandbox.place(".outloud/manifest")), as: UTF8.self)
    #expect(manifest == "outloud manifest 2\nB\na-b\na/c\nb\né\n")
  }

  @Test func `an unchanged file keeps its inode and its time`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "same", "b": "old"])
    let before = (a: sandbox.status("a"), b: sandbox.status("b"))
    let summary = try sandbox.write(["a": "same", "b": "new"])
    #expect(summary == OutputSummary(written: 1, unchanged: 1, removed: 0))
    #expect(sandbox.status("a") == before.a)
    #expect(sandbox.status("b") != before.b)
    #expect(try sandbox.published() == ["a": "same", "b": "new"])
  }

  @Test func `an unchanged build touches nothing, not even its record`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a/b": "same"])
    let before = [".outloud/manifest", ".outloud", "a", "."].map(sandbox.status)
    #expect(try sandbox.write(["a/b": "same"]).unchanged == 1)
    let after = [".outloud/manifest", ".outloud", "a", "."].map(sandbox.status)
    #expect(zip(before, after).allSatisfy(==))
  }

  @Test func `files of the earlier build go, and the folders they leave empty`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a/b/c/1": "", "a/b/2": "", "a/3": "", "x/y/z": ""])
    let summary = try sandbox.write(["a/3": ""])
    #expect(summary == OutputSummary(written: 0, unchanged: 1, removed: 3))
    #expect(try sandbox.published() == ["a/3": ""])
  }

  @Test func `a site may shrink to nothing`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a/b": ""])
    #expect(try sandbox.write([:]) == OutputSummary(written: 0, unchanged: 0, removed: 1))
    #expect(try sandbox.published() == [:])
    #expect(try sandbox.write(["a": ""]).written == 1)
  }

  @Test func `a file becomes a folder, and a folder a file`() throws {
    let sandbox = try Sandbox()
    let one = ["a": "file", "b/c/d": "deep", "b/e": "", "f/g": "file", "f/h": ""]
    let other = ["a/b": "", "a/c/d": "", "b": "file", "f/g/h": "", "f/h": ""]
    try sandbox.write(one)
    try sandbox.write(other)
    #expect(try sandbox.published() == other)
    try sandbox.write(one)
    #expect(try sandbox.published() == one)
  }

  @Test func `two spellings of a letter are two files, and two folders`() throws {
    let sandbox = try Sandbox()
    let names = ["caf\u{E9}", "cafe\u{301}"]
    for inside in ["", "/index.html"] {
      let files = names.map { name in OutputFile(name + inside) { Array(name.utf8) } }
      #expect(try OutputFolder(sandbox.output).write(files).written == 2)
      for name in names {
        #expect(try Disk.read(sandbox.place(name + inside)) == Array(name.utf8))
      }
      #expect(try OutputFolder(sandbox.output).write([files[1]]).removed == 1)
      #expect(Disk.kind(sandbox.place(names[0])) == nil)
      #expect(Disk.kind(sandbox.place(names[1])) != nil)
    }
  }

  @Test func `a file deleted by hand comes back`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1", "b/c": "2"])
    try Disk.removeFolder(sandbox.place("b"))
    #expect(try sandbox.write(["a": "1", "b/c": "2"]).written == 1)
    #expect(try sandbox.published() == ["a": "1", "b/c": "2"])
  }

  @Test func `the output may be a link to a folder, and end in a slash`() throws {
    let sandbox = try Sandbox()
    try Disk.createFolder(sandbox.root + "/real")
    sandbox.link("", to: "real")
    let folder = OutputFolder(sandbox.output + "//")
    #expect(try folder.write([OutputFile("a") { [65] }]).written == 1)
    #expect(Disk.kind(sandbox.output) == .link)
    #expect(try Disk.read(sandbox.root + "/real/a") == [65])
  }

  @Test func `a large site is written as a small one`() throws {
    let sandbox = try Sandbox()
    let numbers = 0..<500
    let site = Dictionary(
      uniqueKeysWithValues: numbers.map { ("n/\($0)/index.html", "page \($0)") })
    #expect(try sandbox.write(site).written == 500)
    #expect(try sandbox.write(site).unchanged == 500)
    #expect(try sandbox.published() == site)
  }
}
