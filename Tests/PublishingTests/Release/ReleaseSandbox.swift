import Dates
import Files
import Notes
import Problems
import Testing

@testable import Publishing

/// A site on disk, written as one text, whose notes can be published.
final class ReleaseSandbox: Sendable {
  let root: String
  private let sandbox: Sandbox
  let now: Int

  /// The 25th of November 2026, unless a test says otherwise.
  init(_ text: String, now: String = "2026-11-25") throws {
    sandbox = try Sandbox()
    root = sandbox.root + "/site"
    self.now = try Moment(parsing: now, in: .utc).instant
    for (path, bytes) in TestSite(text).folder.files { try write(bytes, to: path) }
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Disk.createFolder("\(root)/\(path.folder)")
    try Disk.write(bytes, to: "\(root)/\(path)")
  }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func read(_ path: String) -> String? {
    (try? Disk.read("\(root)/\(path)")).map { String(decoding: $0, as: UTF8.self) }
  }

  func remove(_ path: String) throws { try Disk.removeFile("\(root)/\(path)") }

  /// Every file of the site with its text.
  func files() throws -> [String: String] {
    var files: [String: String] = [:]
    for entry in try DiskFolder(root).entries(enters: { _ in true }) {
      files[entry.path] = read(entry.path) ?? ""
    }
    return files
  }

  private func reading(_ folder: any Folder, isWhole: Bool) async -> SiteReader.Reading {
    var options = SiteReader.Options()
    options.includesPrivate = isWhole
    return await SiteReader(folder, history: NoHistory(), options: options).read()
  }

  private func desk(for audience: Audience) async throws -> (desk: ReleaseDesk, site: Site) {
    let folder = DiskFolder(root)
    let site = try #require(await reading(folder, isWhole: true).site)
    let desk = try await ReleaseDesk(site, in: folder, now: now, for: [audience]) {
      await self.reading($0, isWhole: $1 != .public)
    }
    return (desk, site)
  }

  /// What it takes to publish a note.
  func release(
    _ note: String, for reach: Reach = .public, id: String = "n-7kq2vx9r4mzt8wbc3hdy"
  ) async throws -> Release {
    let (desk, site) = try await desk(for: reach.audience)
    return try await desk.release(try site.note(note, path: note), for: reach, id: id)
  }

  /// Publishes it; a problem of any kind is an error.
  @discardableResult
  func publish(_ note: String, for reach: Reach = .public) async throws -> Release {
    let release = try await release(note, for: reach)
    guard release.problems.isEmpty else { throw ReleaseRefusal(problems: release.problems) }
    try release.apply(in: root)
    return release
  }

  /// The problems of a release, as they are printed, with the lines of leaks.
  func report(_ note: String, for reach: Reach = .public) async throws -> String {
    let (desk, site) = try await desk(for: reach.audience)
    let found = try site.note(note, path: note)
    do throws(ReleaseRefusal) {
      let release = try await desk.release(found, for: reach, id: "n-7kq2vx9r4mzt8wbc3hdy")
      return text(of: release.problems, site, release.folder)
    } catch {
      return text(of: error.problems, site, DiskFolder(root))
    }
  }

  private func text(of problems: [Problem], _ site: Site?, _ folder: any Folder) -> String {
    let verdict = Verdict(problems, site?.configuration, isStrict: false, in: folder)
    return ProblemReport(verdict.problems, showsLeaks: true).text
  }

  func candidates() async throws -> String {
    let desk = try await desk(for: .public).desk
    var count = 0
    let candidates = await desk.candidates {
      count += 1
      return "n-7kq2vx9r4mzt8wbc3hd\(count)"
    }
    return CandidateReport(candidates) { $0 }.text
  }

  /// What a build makes for an audience.
  func build(for audience: Audience = .public) async throws -> TestSite.Result {
    var site = TestSite("")
    for path in try files().keys { site.folder.files[path] = try Disk.read("\(root)/\(path)") }
    site.options.includesPrivate = audience != .public
    site.audience = audience
    site.now = "2026-11-25"
    return try await site.build()
  }
}
