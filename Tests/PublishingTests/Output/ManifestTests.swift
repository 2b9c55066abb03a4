import Files
import Testing

@testable import Publishing

/// A manifest may come from a stranger, with the rest of the folder; what it lists may be removed.
struct ManifestTests {
  @Test(arguments: [
    ("", 1),
    ("outloud manifest 1", 1),
    ("outloud manifest 2\na\n", 1),
    ("outloud manifest 1\n/etc/passwd\n", 2),
    ("outloud manifest 1\na\n../outside\n", 3),
    ("outloud manifest 1\na/../../outside\n", 2),
    ("outloud manifest 1\na\n\n", 3),
    ("outloud manifest 1\na//b\n", 2),
    ("outloud manifest 1\n.outloud/lock\n", 2),
    ("outloud manifest 1\na\nb", 3),
    ("outloud manifest 1\nb\na\n", 3),
    ("outloud manifest 1\na\na\n", 3),
    ("outloud manifest 1\na\0b\n", 2),
  ])
  func `a manifest that no build wrote is refused, and nothing removed`(
    _ text: String, _ line: Int
  ) throws {
    for name in ["manifest", "commit"] {
      let sandbox = try Sandbox()
      try Disk.write([65], to: sandbox.root + "/outside")
      try sandbox.write(["a": "1"])
      try sandbox.put(text, at: ".outloud/\(name)")
      let report = try sandbox.report { try sandbox.write([:]) }
      #expect(
        report == """
          error: line \(line) of “public/.outloud/\(name)” is nothing that this version wrote \
          [output-record]
            hint: nothing was changed; look what is in the folder, then delete it and build again

          """)
      #expect(try sandbox.published() == ["a": "1"])
      #expect(Disk.kind(sandbox.root + "/outside") == .file)
    }
  }

  @Test func `bytes that are no text are refused`() {
    let bytes = Array("outloud manifest 1\n".utf8) + [0xFF, 0x0A]
    #expect(throws: Manifest.Damage.self) { try Manifest(parsing: bytes) }
  }

  @Test func `what is written is read again`() throws {
    let paths = try ["a", "a b", "é/🎉"].map { try OutputPath($0) }
    #expect(try Manifest(parsing: Manifest(ordered: paths).bytes).paths == paths)
    #expect(try Manifest(parsing: Manifest.empty.bytes).paths == [])
  }

  @Test func `a file staged behind the back of a begun build is refused`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    try sandbox.put("outloud manifest 1\na\n", at: ".outloud/commit")
    try sandbox.put("2", at: ".outloud/stage/a")
    try sandbox.put("outloud manifest 1\n", at: ".outloud/stage/.outloud/manifest")
    let report = try sandbox.report { try sandbox.write([:]) }
    #expect(
      report.hasPrefix(
        "error: “public/.outloud/stage” holds what no build wrote: “.outloud/” [output-foreign]"))
    #expect(try sandbox.published() == ["a": "1"])
  }

  @Test func `a staged link is refused`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["a": "1"])
    try sandbox.put("outloud manifest 1\na\n", at: ".outloud/commit")
    try Disk.createFolder(sandbox.place(".outloud/stage"))
    sandbox.link(".outloud/stage/a", to: "/etc/passwd")
    let report = try sandbox.report { try sandbox.write([:]) }
    #expect(
      report.hasPrefix(
        "error: “public/.outloud/stage” holds what no build wrote: “a” [output-foreign]"))
  }
}
