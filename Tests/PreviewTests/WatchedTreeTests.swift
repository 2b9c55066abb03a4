import Files
import Foundation
import Testing

@testable import Preview

/// What is told of changes in a folder on disk.
///
/// The system tells of a change before the call that made it returns, so nothing is waited for.
struct WatchedTreeTests {
  private let root: String
  private let wake: Int32
  private let end: Int32

  init() throws {
    root =
      FileManager.default.temporaryDirectory.appending(path: "outloud-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: root + "/notes/deep", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: root + "/idle", withIntermediateDirectories: true)
    try Data("old".utf8).write(to: URL(filePath: root + "/notes/a.md"))
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    (wake, end) = (ends[0], ends[1])
  }

  private func tree() throws -> WatchedTree {
    let scope = WatchScope(root: root) { path, isFolder in
      !path.hasPrefix("idle") && !path.hasSuffix("~")
    }
    var tree = WatchedTree(scope, try Inotify(wake: wake))
    try tree.watchAll()
    return tree
  }

  private func write(_ path: String) throws {
    try Data("new".utf8).write(to: URL(filePath: "\(root)/\(path)"))
  }

  private func move(_ path: String, to newPath: String) throws {
    try FileManager.default.moveItem(atPath: "\(root)/\(path)", toPath: "\(root)/\(newPath)")
  }

  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(root)/\(path)", withIntermediateDirectories: true)
  }

  /// Whether a change has been told; all that there is to tell is told then.
  private func isChanged(_ tree: inout WatchedTree) throws -> Bool {
    var isChanged = false
    while true {
      switch try tree.wait(0) {
      case .change(let concerns): isChanged = isChanged || concerns
      case .silence, .end: return isChanged
      }
    }
  }

  @Test func `a file that is written, made, moved or removed is told`() throws {
    var tree = try tree()
    #expect(try !isChanged(&tree))
    try write("notes/a.md")
    #expect(try isChanged(&tree))
    try write("notes/deep/b.md")
    #expect(try isChanged(&tree))
    try move("notes/deep/b.md", to: "notes/c.md")
    #expect(try isChanged(&tree))
    try FileManager.default.removeItem(atPath: "\(root)/notes/c.md")
    #expect(try isChanged(&tree))
    #expect(try !isChanged(&tree))
  }

  @Test func `an editor that writes beside the file and moves that over it is told once`() throws {
    var tree = try tree()
    try write("notes/a.md~")
    #expect(try !isChanged(&tree))
    try FileManager.default.removeItem(atPath: "\(root)/notes/a.md")
    _ = try isChanged(&tree)
    try move("notes/a.md~", to: "notes/a.md")
    #expect(try isChanged(&tree))
  }

  @Test func `what happens in a new folder is told, and in folders in that`() throws {
    var tree = try tree()
    try makeFolder("notes/2026/11")
    #expect(try isChanged(&tree))
    try write("notes/2026/11/a.md")
    #expect(try isChanged(&tree))
  }

  @Test func `a folder that moves is followed to its new place`() throws {
    var tree = try tree()
    try makeFolder("notes/deep/deeper")
    _ = try isChanged(&tree)
    try move("notes/deep", to: "moved")
    #expect(try isChanged(&tree))
    try write("moved/deeper/a.md")
    #expect(try isChanged(&tree))
  }

  @Test func `a folder that moves to where nobody looks is told no more`() throws {
    var tree = try tree()
    try move("notes/deep", to: "idle/deep")
    #expect(try isChanged(&tree))
    try write("idle/deep/a.md")
    #expect(try !isChanged(&tree))
    try move("idle/deep", to: "deep")
    #expect(try isChanged(&tree))
    try write("deep/a.md")
    #expect(try isChanged(&tree))
  }

  @Test func `what does not concern anybody is not told`() throws {
    var tree = try tree()
    try write("idle/a.md")
    try write("notes/a.md~")
    try makeFolder("idle/new")
    #expect(try !isChanged(&tree))
  }

  @Test func `without its own folder there is nothing to listen to`() throws {
    var tree = try tree()
    try FileManager.default.removeItem(atPath: root)
    do {
      while try isChanged(&tree) {}
      Issue.record("it listens on")
    } catch is Inotify.Failure {
      return
    }
  }

  @Test func `more than the system can hold is told as one change`() throws {
    let limit = try #require(
      Int(
        try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
          .filter(\.isNumber)))
    try write("notes/deep/x")
    var tree = try tree()
    let (path, other) = ("\(root)/notes/a.md", "\(root)/notes/deep/x")
    // Two names in turn, as the same again is not told twice.
    for index in 0...limit { chmod(index.isMultiple(of: 2) ? path : other, 0o644) }
    try makeFolder("notes/late")
    #expect(try isChanged(&tree))
    try write("notes/late/a.md")
    #expect(try isChanged(&tree))
  }

  @Test func `the wait ends when it is to end`() throws {
    var tree = try tree()
    close(end)
    guard case .end = try tree.wait(nil) else {
      Issue.record("it waits on")
      return
    }
  }

  @Test(arguments: [true, false])
  func `changes are told one after the other, with and without the system’s help`(helped: Bool)
    async throws
  {
    let scope = WatchScope(root: root) { _, _ in true }
    let watch = FolderWatch(scope, isHelped: helped) {}
    var changes = watch.changes().makeAsyncIterator()
    for number in 0..<2 {
      try write("notes/\(number).md")
      #expect(await changes.next() != nil)
    }
  }
}
