import Dates
import Files
import Foundation
import Notes
import Problems
import Testing

@testable import Writing

struct NoteDraftTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func draft(_ title: String?, date: String? = "2026-11-25") throws -> NoteDraft {
    NoteDraft(
      id: "n-1", title: title, date: try date.map { try Moment(parsing: $0, in: .utc) },
      fields: [.init("project", .text("Atlas"))], text: "\n---\n\nHello.\n")
  }

  @Test func `a draft becomes a file with front matter in private notes`() throws {
    let path = try draft("The cache: “again”").create(in: folder.path, notesFolder: "notes")
    #expect(path == "private/notes/2026-11-25-the-cache-again.md")
    #expect(
      try folder.read(path) == """
        ---
        id: n-1
        title: "The cache: “again”"
        date: 2026-11-25
        project: Atlas
        ---

        ---

        Hello.

        """)
    #expect(try folder.read("private/.gitignore") == "*\n")
  }

  @Test(
    arguments: [
      ("The cache", "2026-11-25", "2026-11-25-the-cache"), ("…!", "2026-11-25", "2026-11-25-note"),
      (nil, "2026-11-25", "2026-11-25-note"), ("Was ist Größe?", "2014", "was-ist-größe"),
      ("index", nil, "note"), ("🎉", nil, "note"), ("_x", nil, "x"),
      ("a/b\\..\n c", nil, "ab-c"),
      ("مرحبا بالعالم", nil, "مرحبا-بالعالم"), ("C++ -- or #5", nil, "c-or-5"),
      (
        String(repeating: "a long title ", count: 20), nil,
        "a-long-title-a-long-title-a-long-title-a-long-title-a-long"
      ),
      (String(repeating: "日", count: 200), nil, String(repeating: "日", count: 60)),
    ] as [(String?, String?, String)])
  func `the name of its file says day and title`(
    title: String?, date: String?, name: String
  ) throws {
    #expect(try draft(title, date: date).name == name)
  }

  @Test func `a name that is taken, here or where it would be published, is left alone`() throws {
    try folder.write("mine", to: "private/notes/log/2026-11-25-a.md")
    try folder.write("mine", to: "notes/log/2026-11-25-a-2.md")
    let path = try draft("A").create(in: folder.path, folder: "log", notesFolder: "notes")
    #expect(path == "private/notes/log/2026-11-25-a-3.md")
    #expect(try folder.read("private/notes/log/2026-11-25-a.md") == "mine")
    // A private folder of one's own is left as it is.
    #expect(Disk.kind("\(folder.path)/private/.gitignore") == nil)
  }

  @Test func `nothing is overwritten by who comes at the same time`() throws {
    let path = "\(folder.path)/a.md"
    try Disk.place([1], at: path)
    #expect(throws: FileError(.move, path, .system(EEXIST))) { try Disk.place([2], at: path) }
    #expect(try Disk.read(path) == [1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.md"])
  }

  @Test(arguments: [[], ["..gitignore.outloud"]])
  func `a private folder that an ended run has made is kept from git all the same`(
    _ left: [String]
  ) throws {
    try Disk.createFolder("\(folder.path)/private")
    for name in left { try folder.write("", to: "private/\(name)") }
    _ = try draft("A").create(in: folder.path, notesFolder: "notes")
    #expect(try folder.read("private/.gitignore") == "*\n")
    #expect(try Disk.list("\(folder.path)/private").count == 2)
  }

  @Test func `a folder that cannot be made is a problem`() throws {
    try folder.write("a file", to: "private")
    let problem = #expect(throws: Problem.self) {
      try draft("A").create(in: folder.path, notesFolder: "notes")
    }
    #expect(problem?.code == .outputWrite)
    #expect(
      problem?.message.hasSuffix("private” could not be written: Not a directory") == true)
  }
}

/// A folder of a test's own, removed with it.
final class TemporaryFolder: Sendable {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "outloud-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }
}
