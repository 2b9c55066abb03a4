import Foundation
import Testing

/// 577 real notes without any front matter, where they stand beside the project.
struct CorpusTests {
  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora").standardizedFileURL

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: corpora.appending(path: "make-til").path)
  }

  private let folder: TemporaryFolder
  private let outloud: Binary

  init() throws {
    folder = try TemporaryFolder()
    outloud = Binary(workingFolder: folder.url)
    if Self.isThere { try Self.makeNotes("til", in: folder) }
  }

  /// Makes the repository of the notes in a folder.
  static func makeNotes(_ name: String, in folder: TemporaryFolder) throws {
    let made = try Binary.run(
      URL(filePath: "/bin/bash"), [corpora.appending(path: "make-til").path, name], [:],
      folder.url)
    #expect(made.status == 0, "\(made.error)")
  }

  @Test(.enabled(if: isThere, "../shared/corpora is not beside the project"))
  func `a folder of real notes is a site without an edit`() throws {
    let built = try outloud.run("build", "til", "--output", "site", "--now", "2026-11-23")
    #expect(built.status == 0, "\(built.error.suffix(1_000))")
    #expect(built.error.contains("Built 577 notes into site: "))
    let tsv = try String(
      contentsOf: Self.corpora.appending(path: "til/dates.tsv"), encoding: .utf8)
    var dated = 0
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields[1].hasSuffix(".md"), fields[1] != "README.md" else { continue }
      let html = try folder.read("site/\(fields[1].dropLast(3))/index.html")
      let date = fields[0].replacingOccurrences(of: "+00:00", with: "Z")
      #expect(html.contains("datetime=\"\(date)\""), "\(fields[1]) is not of \(date)")
      let title = try folder.read("til/\(fields[1])").split(separator: "\n")
        .first { $0.hasPrefix("# ") }
      #expect(title == nil || html.ranges(of: "<h1").count == 1, "\(fields[1])")
      let topic = fields[1].split(separator: "/")[0]
      #expect(html.contains("href=\"/topics/\(topic)/\""), "\(fields[1])")
      dated += 1
    }
    #expect(dated == 577)
  }

  @Test(.enabled(if: isThere, "../shared/corpora is not beside the project"))
  func `whatever is taken for a leak in them is known`() throws {
    let checked = try outloud.run("check", "til", "--now", "2026-11-23")
    let found = checked.error.split(separator: "\n").map(String.init)
      .filter { $0.contains("[leak-") || $0.contains("[person-") }
      .map { line in
        let parts = line.split(separator: ":", maxSplits: 2)
        return "\(parts[0].dropFirst(4)):\(parts[1]) \(line.split(separator: "[").last ?? "")"
      }
    #expect(
      found.sorted() == [
        // Names of keys of Amazon's, in full.
        "aws/ocr-pdf-textract.md:37 leak-key-name]",
        // The address of its author, who shows it nowhere else.
        "cloudrun/gcloud-run-services-list.md:61 leak-mail]",
        "cloudrun/gcloud-run-services-list.md:61 leak-mail]",
        "fly/fly-logs-to-s3.md:53 leak-key-name]",
        // Wrong: the modes of two folders, as git prints them.
        "git/git-bisect.md:85 leak-phone]",
        // Wrong: a user and a machine, for ssh.
        "github-actions/debug-tmate.md:29 leak-mail]",
        "github-actions/debug-tmate.md:31 leak-mail]",
        "github-actions/s3-bucket-github-actions.md:18 leak-key-name]",
        // Numbers of restaurants, which answer.
        "llms/llama-cpp-python-grammars.md:101 leak-phone]",
        "llms/llama-cpp-python-grammars.md:84 leak-phone]",
        // Wrong: an account on a network, written like an address.
        "mastodon/mastodon-bots-github-actions.md:42 leak-mail]",
        "mastodon/mastodon-bots-github-actions.md:52 leak-mail]",
        // The number of a shop.
        "postgresql/constructing-geojson-in-postgresql.md:76 leak-phone]",
      ])
  }

  @Test(.enabled(if: isThere, "../shared/corpora is not beside the project"))
  func `a shallow clone stops, says why and what to do`() throws {
    let cloned = try Binary.run(
      URL(filePath: "/usr/bin/git"),
      ["clone", "-q", "--depth", "1", "file://\(folder.url.path)/til", "shallow"],
      ["HOME": folder.url.path], folder.url)
    #expect(cloned.status == 0, "\(cloned.error)")
    let stopped = try outloud.run("build", "shallow", "--output", "site")
    #expect(stopped.status == 1)
    #expect(
      stopped.error.contains("577 notes take their dates from git, and this clone is shallow"))
    #expect(stopped.error.contains("git fetch --unshallow"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "site").path))

    let undated = try outloud.run("build", "shallow", "--output", "site", "--allow-undated")
    #expect(undated.status == 0)
    #expect(undated.error.contains("577 notes without a date: see /undated/."))
    #expect(try folder.read("site/undated/index.html").ranges(of: "<li").count >= 577)
  }
}
