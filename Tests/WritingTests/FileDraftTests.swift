import Files
import Foundation
import Testing

/// How a file of the user's is written: whole or not at all, whatever an ended run has left beside it.
struct FileDraftTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/a.md" }
  private var draft: String { "\(folder.path)/.a.md.outloud" }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("old", to: "a.md")
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func `what an ended run has left goes, and is no part of the file`() throws {
    try folder.write("what was to be a long file", to: ".a.md.outloud")
    try Disk.replace(path, with: Array("new".utf8))
    #expect(try folder.read("a.md") == "new")
    try folder.write("rest", to: ".b.md.outloud")
    try Disk.place(Array("b".utf8), at: "\(folder.path)/b.md")
    #expect(try folder.read("b.md") == "b")
    #expect(try names == ["a.md", "b.md"])
  }

  @Test func `a draft that somebody is writing is waited for`() async throws {
    let lock = try #require(try FileLock.take(draft))
    let path = path
    async let isReplaced: Void = Task.detached { try Disk.replace(path, with: [0x62]) }.value
    try await Task.sleep(for: .milliseconds(50))
    #expect(try folder.read("a.md") == "old")
    lock.release()
    try await isReplaced
    #expect(try folder.read("a.md") == "b")
    #expect(try names == ["a.md"])
  }

  @Test func `a file keeps its mode, and nobody else reads it meanwhile`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try Disk.replace(path, with: [0x62])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `what stands in the way of a draft, or of a file, is left alone`() throws {
    try Disk.createFolder(draft)
    #expect(throws: FileError.self) { try Disk.replace(path, with: [0x62]) }
    #expect(try folder.read("a.md") == "old")
    #expect(try names == [".a.md.outloud", "a.md"])
    #expect(throws: FileError(.write, folder.path, .notAFile)) {
      try Disk.replace(folder.path, with: [0x62])
    }
  }

  @Test func `a name of any length has room for one`() throws {
    let name = String(repeating: "日", count: 84) + ".md"
    try Disk.place([0x61], at: "\(folder.path)/\(name)")
    try Disk.replace("\(folder.path)/\(name)", with: [0x62])
    #expect(try folder.read(name) == "b")
    #expect(try names == ["a.md", name])
  }
}
