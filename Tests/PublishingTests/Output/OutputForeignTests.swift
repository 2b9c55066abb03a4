import Files
import Testing

@testable import Publishing

/// What a build did not make is neither replaced nor removed, and keeps the build from starting.
struct OutputForeignTests {
  private let hint =
    "  hint: nothing was changed; move it elsewhere, or choose another folder with --output\n"

  @Test func `a folder with something else in it is refused untouched`() throws {
    let sandbox = try Sandbox()
    for path in ["photos/cat.jpg", "b.txt", "a.txt", "z", "y"] {
      try sandbox.put("mine", at: path)
    }
    let before = try sandbox.published()
    let report = try sandbox.report { try sandbox.write(["index.html": ""]) }
    #expect(
      report == """
        error: “public” holds what no build wrote: “a.txt”, “b.txt”, “photos/” and 2 more \
        [output-foreign]

        """ + hint)
    #expect(try sandbox.published() == before)
    #expect(Disk.kind(sandbox.place(".outloud")) == nil)
  }

  @Test func `a file that came later is refused untouched`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a/b": "1", "c": "1"])
    try sandbox.put("mine", at: "a/CNAME")
    let report = try sandbox.report { try sandbox.write(["c": "2"]) }
    #expect(
      report == "error: “public” holds what no build wrote: “a/CNAME” [output-foreign]\n" + hint)
    #expect(try sandbox.published() == ["a/b": "1", "c": "1", "a/CNAME": "mine"])
  }

  @Test(arguments: ["d", "a/d"])
  func `even an empty folder is foreign`(_ path: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a/b": "1"])
    try Disk.createFolder(sandbox.place(path))
    let report = try sandbox.report { try sandbox.write([path: "a file there"]) }
    #expect(
      report == "error: “public” holds what no build wrote: “\(path)/” [output-foreign]\n" + hint)
  }

  @Test func `a folder where a file was is foreign`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    try Disk.removeFile(sandbox.place("a"))
    try sandbox.put("mine", at: "a/b")
    let report = try sandbox.report { try sandbox.write([:]) }
    #expect(report == "error: “public” holds what no build wrote: “a/” [output-foreign]\n" + hint)
    #expect(try sandbox.published() == ["a/b": "mine"])
  }

  @Test func `a link is foreign, even by the name of a file or folder of the site`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a/b": "1", "c": "1", "d": "1"])
    try Disk.createFolder(sandbox.root + "/elsewhere")
    try Disk.write([65], to: sandbox.root + "/elsewhere/b")
    try Disk.removeFolder(sandbox.place("a"))
    try Disk.removeFile(sandbox.place("c"))
    sandbox.link("a", to: "../elsewhere")
    sandbox.link("c", to: "../elsewhere/b")
    let report = try sandbox.report { try sandbox.write(["d": "2"]) }
    #expect(
      report == "error: “public” holds what no build wrote: “a” and “c” [output-foreign]\n" + hint)
    #expect(try Disk.read(sandbox.root + "/elsewhere/b") == [65])
    #expect(try sandbox.published()["d"] == "1")
  }

  @Test func `a record that is a link, or holds something else, is foreign`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    try sandbox.put("mine", at: ".outloud/notes.txt")
    let strange = try sandbox.report { try sandbox.write([:]) }
    #expect(strange.hasPrefix("error: “public” holds what no build wrote: “.outloud/notes.txt” ["))
    try Disk.removeFile(sandbox.place(".outloud/notes.txt"))

    try Disk.move(sandbox.place(".outloud"), to: sandbox.root + "/record")
    sandbox.link(".outloud", to: "../record")
    let linked = try sandbox.report { try sandbox.write([:]) }
    #expect(linked.hasPrefix("error: “public” holds what no build wrote: “.outloud” ["))
    #expect(try sandbox.published() == ["a": "1", ".outloud": "link"])
  }

  @Test func `without its manifest a site is foreign to the next build`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1", "b/c": "1"])
    try Disk.removeFile(sandbox.place(".outloud/manifest"))
    let report = try sandbox.report { try sandbox.write([:]) }
    #expect(
      report
        == "error: “public” holds what no build wrote: “a” and “b/” [output-foreign]\n" + hint)
  }

  @Test func `a name cannot write to the terminal`() throws {
    let sandbox = try Sandbox()
    try sandbox.put("", at: "\u{1B}[2J")
    let report = try sandbox.report { try sandbox.write([:]) }
    #expect(
      report
        == "error: “public” holds what no build wrote: “\u{FFFD}[2J” [output-foreign]\n" + hint)
  }

  @Test(arguments: [true, false])
  func `an output that is no folder is refused`(_ isLink: Bool) throws {
    let sandbox = try Sandbox()
    if isLink {
      sandbox.link("", to: "nowhere")
    } else {
      try Disk.write([65], to: sandbox.output)
    }
    let report = try sandbox.report { try sandbox.write([:]) }
    #expect(
      report == """
        error: “public” is not a folder [output-folder]
          hint: choose another with --output

        """)
    #expect(Disk.kind(sandbox.root + "/nowhere") == nil)
  }
}
