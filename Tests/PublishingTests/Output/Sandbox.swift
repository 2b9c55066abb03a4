import Files
import Glibc
import Problems

@testable import Publishing

/// A folder of a test's own, removed afterwards; the site goes to `public` in it.
final class Sandbox: Sendable {
  let root: String
  var output: String { root + "/public" }

  init() throws {
    var template = Array("/tmp/outloud-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(.create, "/tmp", .system(errno)) }
    let bytes = template.dropLast().map { UInt8(bitPattern: $0) }
    root = String(decoding: bytes, as: UTF8.self)
  }

  deinit {
    try? Disk.removeFolder(root)
  }

  /// Builds a site of the given texts, with something that may end the build on the way.
  @discardableResult
  func write(
    _ site: [String: String], before: (@Sendable () throws(FileError) -> Void)? = nil
  ) throws -> OutputSummary {
    try OutputFolder(output, before: before).write(
      site.map { path, text in OutputFile(path) { Array(text.utf8) } })
  }

  /// The problems of a build, as printed, with the sandbox cut from paths.
  func report(_ build: () throws -> OutputSummary) throws -> String {
    do {
      return "\(try build())"
    } catch let failure as OutputFailure {
      return ProblemReport(failure.problems).text.replacing(root + "/", with: "")
    }
  }

  /// All that stands in the output folder outside of the record, with its text; a folder that is
  /// empty and a link are there with a word for what they are.
  func published() throws -> [String: String] {
    try contents("").filter { !$0.key.hasPrefix(".outloud/") }
  }

  /// The record's own files.
  func record() throws -> Set<String> {
    Set(try contents("").keys.filter { $0.hasPrefix(".outloud/") })
  }

  private func contents(_ folder: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for (name, kind) in try Disk.list(output + "/" + folder) {
      let path = folder + name
      switch kind {
      case .file: found[path] = String(decoding: try Disk.read(place(path)), as: UTF8.self)
      case .folder:
        let inside = try contents(path + "/")
        if inside.isEmpty { found[path + "/"] = "empty folder" }
        found.merge(inside) { $1 }
      default: found[path] = "link"
      }
    }
    return found
  }

  func place(_ path: String) -> String {
    path.isEmpty ? output : output + "/" + path
  }

  /// Puts a file into the output folder behind the writer's back.
  func put(_ text: String, at path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) }
    try Disk.createFolder(place(folder ?? ""))
    try Disk.write(Array(text.utf8), to: place(path))
  }

  func link(_ path: String, to target: String) {
    symlink(target, place(path))
  }

  func status(_ path: String) -> (inode: UInt, seconds: Int, nanoseconds: Int) {
    var status = stat()
    lstat(place(path), &status)
    return (status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}
