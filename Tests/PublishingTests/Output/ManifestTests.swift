import Files
import Testing

@testable import Publishing

/// A manifest may come from a stranger, with the rest of the folder; what it lists may be removed.
struct ManifestTests {
  private static let digest = String(repeating: "0a", count: 32)

  @Test(arguments: [
    ("", 1),
    ("outloud manifest 1", 1),
    ("outloud manifest 3\na\n", 1),
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
    ("outloud manifest 2\nu/a\n", 2),
    ("outloud manifest 2\n/etc/passwd\n", 2),
    ("outloud manifest 2\n/\(Self.digest)\na\n", 3),
    ("outloud manifest 2\n/\(Self.digest)\n/\(Self.digest)\n", 3),
    ("outloud manifest 1\n/\(Self.digest)\n", 2),
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
    #expect(throws: ManifestText.Damage.self) { try ManifestText(parsing: bytes) }
  }

  @Test func `what is written is read again`() throws {
    let paths = try ["a", "a b", "é/🎉"].map { try OutputPath($0) }
    for paths in [paths, []] {
      let text = try ManifestText(parsing: ManifestText.bytes(paths))
      #expect(try text.manifest(lookingInto: []).paths == paths)
    }
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

  @Test func `what is unlisted is known by its digest alone`() throws {
    let sandbox = try Sandbox()
    let secret = "u/n-a1b2c3d4e5f6g7h8j9k0/index.html"
    try sandbox.write(["a": "1", secret: "2", "u/n-a1b2c3d4e5f6g7h8j9k0/x.png": "3"])
    let manifest = try String(
      decoding: Disk.read(sandbox.place(".outloud/manifest")), as: UTF8.self)
    #expect(manifest.hasPrefix("outloud manifest 2\na\n/"))
    #expect(manifest.count(of: "\n/") == 3)
    #expect(!manifest.contains("u/") && !manifest.contains("a1b2c3"))
    let same = try sandbox.write(["a": "1", secret: "2"])
    #expect(same == OutputSummary(written: 0, unchanged: 2, removed: 1))
    #expect(try sandbox.published() == ["a": "1", secret: "2"])
    #expect(try sandbox.write(["a": "1"]).removed == 1)
    #expect(try sandbox.published() == ["a": "1"])
  }

  @Test func `what somebody else put below u is foreign`() throws {
    let sandbox = try Sandbox()
    try sandbox.write(["u/n-a1b2c3d4e5f6g7h8j9k0/index.html": "2"])
    try sandbox.put("mine", at: "u/n-a1b2c3d4e5f6g7h8j9k0/mine.txt")
    try sandbox.put("mine", at: "u/other/mine.txt")
    let report = try sandbox.report { try sandbox.write([:]) }
    #expect(
      report.hasPrefix(
        "error: “public” holds what no build wrote: “u/n-a1b2c3d4e5f6g7h8j9k0/mine.txt” and “u/other/” [output-foreign]"
      ))
  }

  @Test func `the record of an earlier version is read, and told less of by the next build`() throws
  {
    let sandbox = try Sandbox()
    try sandbox.put("1", at: "u/n-a1b2c3d4e5f6g7h8j9k0/index.html")
    try sandbox.put(
      "outloud manifest 1\nu/n-a1b2c3d4e5f6g7h8j9k0/index.html\n", at: ".outloud/manifest")
    try sandbox.write(["u/n-a1b2c3d4e5f6g7h8j9k0/index.html": "1", "a": "2"])
    let manifest = try String(
      decoding: Disk.read(sandbox.place(".outloud/manifest")), as: UTF8.self)
    #expect(!manifest.contains("a1b2c3"))
  }
}
