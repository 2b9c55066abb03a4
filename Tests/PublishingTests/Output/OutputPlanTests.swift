import Testing

@testable import Publishing

/// Paths are judged before anything is made.
struct OutputPlanTests {
  @Test(arguments: [
    ("", "“” cannot be published: it is empty"),
    ("/etc/passwd", "“/etc/passwd” cannot be published: it starts with “/”"),
    ("a//b", "“a//b” cannot be published: it has a part without a name"),
    ("a/", "“a/” cannot be published: it has a part without a name"),
    ("..", "“..” cannot be published: it has a part that is “.” or “..”"),
    ("a/../../b", "“a/../../b” cannot be published: it has a part that is “.” or “..”"),
    ("./a", "“./a” cannot be published: it has a part that is “.” or “..”"),
    ("a\0b", "“a\u{FFFD}b” cannot be published: it has a line break or a zero byte"),
    ("a\nb", "“a\u{FFFD}b” cannot be published: it has a line break or a zero byte"),
    (
      ".outloud/manifest",
      "“.outloud/manifest” cannot be published: “.outloud” is kept for the build’s own record"
    ),
    (".OutLoud", "“.OutLoud” cannot be published: “.outloud” is kept for the build’s own record"),
  ])
  func `a path that leads elsewhere is refused`(_ path: String, _ message: String) throws {
    let sandbox = try Sandbox()
    let report = try sandbox.report { try sandbox.write([path: "", "fine": ""]) }
    #expect(report == "error: \(message) [output-path]\n")
    #expect(throws: (any Error).self) { try sandbox.published() }
  }

  @Test(arguments: [
    "...", ".a", "..a", "a/.outloud/b", ".outloud2", "a b", "ü/🎉", ".well-known/x",
    "a/\u{301}b/c",
  ])
  func `a path that only looks odd is fine`(_ path: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write([path: "x"])
    #expect(try sandbox.published() == [path: "x"])
    try sandbox.write([:])
    #expect(try sandbox.published() == [:])
  }

  @Test func `two files cannot want one path, nor a file and a folder`() throws {
    let sandbox = try Sandbox()
    let paths = ["x", "a/b/d", "x", "a", "a-b", "x", "a/b/c", "a/b"]
    let report = try sandbox.report {
      try OutputFolder(sandbox.output).write(paths.map { path in OutputFile(path) { [] } })
    }
    #expect(
      report == """
        error: two files want to be “x” [output-collision]
        error: “a/b” cannot be a file and also the folder of “a/b/c” [output-collision]
        error: “a” cannot be a file and also the folder of “a/b” [output-collision]

        """)
  }
}
