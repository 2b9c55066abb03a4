import Foundation
import Testing
import Trials

/// Commands that change a user's files, killed at random moments: no file is torn or lost, nothing
/// unfinished is published, and the same command again does the rest.
///
/// `KILLS` says how often, `SEED` repeats a run.
struct KillTests {
  private let folder: TemporaryFolder
  private static let kills = Trials.count("KILLS", or: 20)

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: One\nurl: https://a.example/\n", to: "site/outloud.yml")
    try folder.write(
      "---\nid: n-0\ndate: 2026-01-01\n---\n# Of old\n\nIt stands.\r\n", to: "site/notes/old.md")
  }

  private static func drawing(_ width: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"1\"/>"
  }

  // MARK: - Publish

  private static let note = "private/notes/2026-11-20-till.md"

  private func writeNote(_ words: String) throws {
    try folder.write(
      """
      ---
      id: n-1
      ---
      # The till

      \(words) ![One](one.svg) ![Two](acme-two.svg) [All of it](numbers.csv)\r

      """, to: "site/\(Self.note)")
  }

  private func writeFiles() throws {
    try folder.write(Self.drawing(1), to: "site/private/notes/one.svg")
    try folder.write(Self.drawing(2), to: "site/private/notes/acme-two.svg")
    try folder.write("a,b\n1,2\n", to: "site/private/notes/numbers.csv")
    try folder.write(
      "---\nid: n-2\n---\nThe second shows it too: ![One](one.svg)\n",
      to: "site/private/notes/2026-11-21-second.md")
  }

  private static let publish = ["publish", note, "--now", "2026-11-25"]

  @Test func `a note that moves with its files`() throws {
    try writeNote("It rings.")
    try writeFiles()
    try kill(
      Self.publish, named: "publish, moving", Self.kills.share(0, of: 3),
      moving: [
        Self.note: "notes/2026-11-20-till.md",
        "private/notes/acme-two.svg": "notes/acme-two.svg",
        "private/notes/numbers.csv": "notes/numbers.csv",
      ])
  }

  @Test func `a note whose original stays, as a name stands in it`() throws {
    try folder.write("Acme: a retailer\n", to: "site/private/stand-ins.yml")
    try writeNote("Acme rings it.")
    try writeFiles()
    try kill(Self.publish, named: "publish, with stand-ins", Self.kills.share(1, of: 3))
  }

  @Test func `a copy that is brought up to date`() throws {
    try folder.write("Acme: a retailer\n", to: "site/private/stand-ins.yml")
    try writeNote("Acme rings it.")
    try writeFiles()
    let outloud = Binary(workingFolder: folder.url.appending(path: "site"))
    let published = try outloud.run("publish", Self.note, "--now", "2026-11-24")
    #expect(published.status == 0, "\(published.error)")
    try writeNote("Acme rings it again.")
    try folder.write(Self.drawing(3), to: "site/private/notes/acme-two.svg")
    try folder.write("Acme: a shop\n", to: "site/private/stand-ins.yml")
    try kill(Self.publish, named: "publish, again", Self.kills.share(2, of: 3))
  }

  // MARK: - Adopt

  @Test func `a folder of notes that get their ids and dates`() throws {
    for number in 1...40 {
      let day = "2026-02-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1)"
      let fence = ["", "---\r\ntitle: The \(number)th\r\n---\r\n", "+++\ntags = [\"a\"]\n+++\n"]
      try folder.write(
        "\(fence[number % 3])Words of \(number).\r\n", to: "site/notes/\(day)-note-\(number).md")
    }
    try kill(["adopt", "--yes"], named: "adopt", Self.kills)
  }

  // MARK: - Retract

  @Test func `a note that is taken down`() throws {
    for number in 1...20 {
      try folder.write(
        "---\nid: m-\(number)\n---\n# Note \(number)\n\nWords. ![Dot](dot.svg) ![Own](own-\(number).svg)\r\n",
        to: "site/notes/2026-01-0\(number % 9 + 1)-note-\(number).md")
      try folder.write(Self.drawing(number), to: "site/notes/own-\(number).svg")
    }
    try folder.write(Self.drawing(100), to: "site/notes/dot.svg")
    try kill(
      ["retract", "Note 7", "--now", "2026-11-23"], named: "retract, moving",
      Self.kills.share(0, of: 2), isDone: { $0.error.contains("no published note is called") },
      moving: [
        "notes/2026-01-08-note-7.md": "private/notes/2026-01-08-note-7.md",
        "notes/own-7.svg": "private/notes/own-7.svg",
      ])
  }

  @Test func `a copy that is taken down`() throws {
    try folder.write("Acme: a retailer\n", to: "site/private/stand-ins.yml")
    try writeNote("Acme rings it.")
    try writeFiles()
    let outloud = Binary(workingFolder: folder.url.appending(path: "site"))
    let published = try outloud.run("publish", Self.note, "--now", "2026-11-22")
    #expect(published.status == 0, "\(published.error)")
    try kill(
      ["retract", "notes/2026-11-20-till.md", "--now", "2026-11-23"], named: "retract, a copy",
      Self.kills.share(1, of: 2), isDone: { $0.error.contains("no published note is called") })
  }

  // MARK: - Build

  @Test func `a build over another, and a first one`() throws {
    for number in 1...25 {
      try folder.write(
        "---\nid: b-\(number)\ntags: [t-\(number % 5)]\n---\n# Note \(number)\n\n![Own](own-\(number).svg)\n",
        to: "site/notes/2026-01-0\(number % 9 + 1)-note-\(number).md")
      try folder.write(Self.drawing(number), to: "site/notes/own-\(number).svg")
    }
    try copy("site", to: "other")
    try folder.write("title: Two\nurl: https://b.example/\n", to: "other/outloud.yml")
    try FileManager.default.removeItem(at: folder.url.appending(path: "other/notes/old.md"))
    let sites = ["site", "other"]
    for site in sites { try build(site, to: "\(site)-fresh") }
    let fresh = try sites.map { try folder.contents(of: "\($0)-fresh") }
    try build(sites[0], to: "out")
    func command(_ site: Int) -> [String] {
      ["build", sites[site], "--output", "out", "--now", "2026-11-25", "--allow-removed"]
    }
    let out = folder.url.appending(path: "out")
    var killing = try Killing(measuring: command(1), in: folder.url, watching: out)
    var random = SplitMix64(state: Trials.seed)
    var (standing, onTheWay) = (1, 0)
    while killing.goesOn(to: Self.kills) {
      let turn = killing.kills
      let words: Comment = "build: SEED=\(Trials.seed), kill \(turn)"
      let isFirst = turn % 5 == 4
      if isFirst { try remove("out") }
      try killing.kill(
        command(1 - standing), in: folder.url, watching: isFirst ? folder.url : out,
        by: turn % 3 == 0 ? SIGINT : SIGKILL)
      let isThere = FileManager.default.fileExists(atPath: out.path)
      #expect(isFirst || isThere, words)
      if isThere {
        let left = try folder.contents(of: "out")
        for (path, data) in left {
          #expect(fresh.contains { $0[path] == data }, "\(path) is torn: \(words)")
        }
        if !fresh.contains(left) { onTheWay += 1 }
        #expect(!isFirst || left == fresh[1 - standing], words)
      }
      standing = Int.random(in: 0...1, using: &random)
      try build(sites[standing], to: "out")
      try expectSame(folder.contents(of: "out"), fresh[standing], words)
      let beside = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      #expect(beside.sorted() == ["other", "other-fresh", "out", "site", "site-fresh"], words)
    }
    print(killing.report("build", onTheWay: onTheWay))
    #expect(killing.hits == Self.kills)
  }

  // MARK: - Log, new, prompt, backfill

  private static let writing = [
    ["log", "A line of it #atlas"], ["new", "A note", "--print"],
    ["prompt", "--answer", "It went well."], ["backfill", "--answer", "2019-06: We moved."],
  ]

  /// What they make has an id that chance has made.
  private func texts(of site: String) throws -> [String: String] {
    try folder.contents(of: site).mapValues {
      String(decoding: $0, as: UTF8.self).replacing(/id: n-[a-z0-9]{20}/, with: "id: n-")
    }
  }

  @Test(arguments: 0..<writing.count, [false, true])
  func `what is written down is there whole or not at all, and git does not see it`(
    _ number: Int, _ isSecond: Bool
  ) throws {
    let command = Self.writing[number] + ["--now", "2026-11-25T10:00:00Z"]
    if isSecond {
      let outloud = Binary(workingFolder: folder.url.appending(path: "site"))
      let first = try outloud.run(command)
      #expect(first.status == 0, "\(first.error)")
    }
    let before = try texts(of: "site")
    try copy("site", to: "whole")
    var killing = try Killing(measuring: command, in: folder.url.appending(path: "whole"))
    let after = try texts(of: "whole")
    #expect(after != before)
    var onTheWay = 0
    let count = Self.kills.share(number * 2 + (isSecond ? 1 : 0), of: 8)
    while killing.goesOn(to: count) {
      let words: Comment = "\(command): SEED=\(Trials.seed), kill \(killing.kills)"
      try copy("site", to: "copy")
      try killing.kill(command, in: folder.url.appending(path: "copy"))
      let left = try texts(of: "copy").filter { !$0.key.isUnfinished }
      if left != before, left != after { onTheWay += 1 }
      for (path, text) in left {
        #expect(text == before[path] || text == after[path], "\(path) is torn: \(words)")
      }
      for path in before.keys { #expect(left[path] != nil, "\(path) is lost: \(words)") }
      let isSeen = left.keys.contains { $0.hasPrefix("private/notes/") }
      #expect(!isSeen || left["private/.gitignore"] == "*\n", words)
      let outloud = Binary(workingFolder: folder.url.appending(path: "copy"))
      let again = try outloud.run(command)
      #expect(again.status == 0, "\(words): \(again.error)")
      let end = try texts(of: "copy").filter { !$0.key.isUnfinished }
      #expect(end["private/.gitignore"] == "*\n", words)
      // A run that had come to its end before it was killed is done a second time.
      let isDone =
        left.filter { $0.key.hasPrefix("private/notes/") }
        == after.filter { $0.key.hasPrefix("private/notes/") }
      if !isDone {
        #expect(end == after, words)
      }
    }
    print(killing.report("\(command[0]), \(isSecond ? "again" : "first")", onTheWay: onTheWay))
    #expect(killing.hits == count)
  }

  // MARK: - How

  /// Kills a command in copies of the site. `after` an undisturbed run the site is as it is after a
  /// killed one and another. `isDone` knows what the command says that finds nothing left to do.
  private func kill(
    _ command: [String], named name: String, _ count: Int,
    isDone: (Binary.Result) -> Bool = { _ in false }, moving moves: [String: String] = [:]
  ) throws {
    let before = try folder.contents(of: "site")
    try build("site", to: "good")
    let good = try folder.contents(of: "good")
    try copy("site", to: "whole")
    var killing = try Killing(measuring: command, in: folder.url.appending(path: "whole"))
    let after = try folder.contents(of: "whole")
    #expect(after != before)
    try build("whole", to: "next")
    let next = try folder.contents(of: "next")
    var onTheWay = 0
    while killing.goesOn(to: count) {
      let words: Comment = "\(name): SEED=\(Trials.seed), kill \(killing.kills)"
      try copy("site", to: "copy")
      try killing.kill(command, in: folder.url.appending(path: "copy"))
      let left = try folder.contents(of: "copy")
      expectNothingLost(left, before, after, moves, words)
      guard left != before else { continue }
      try copy("good", to: "out")
      if left != after {
        onTheWay += 1
        try build("copy", to: "out")
        try build("copy", to: "fresh")
        #expect(try folder.contents(of: "out") == folder.contents(of: "fresh"), words)
      }
      let outloud = Binary(workingFolder: folder.url.appending(path: "copy"))
      let again = try outloud.run(command)
      #expect(again.status == 0 || isDone(again), "\(words): \(again.error)")
      // A draft stays, hidden, where the command has nothing more to write to its file.
      var end = try folder.contents(of: "copy").filter { !$0.key.isUnfinished }
      // Of a copy that is gone the record may say a line too many, which nobody asks for.
      if again.status != 0 { end["private/published.yml"] = after["private/published.yml"] }
      expectSame(end, after, words)
      try build("copy", to: "out")
      try expectSame(folder.contents(of: "out"), next, words)
      try remove("copy", "out", "fresh")
    }
    print(killing.report(name, onTheWay: onTheWay))
    #expect(killing.hits == count)
    #expect(!good.isEmpty)
  }

  /// Every file is as it was or as it will be, at its place or where it moves to; what is unfinished
  /// is hidden, so that nothing takes it for a note or a picture.
  private func expectNothingLost(
    _ left: [String: Data], _ before: [String: Data], _ after: [String: Data],
    _ moves: [String: String], _ words: Comment
  ) {
    let origins = Dictionary(uniqueKeysWithValues: moves.map { ($1, $0) })
    for (path, bytes) in left {
      // What publishing keeps for itself is judged by what it does with it the next time.
      guard path != "private/published.yml", !path.isUnfinished else { continue }
      let places = [path, moves[path], origins[path]].compactMap(\.self)
      let known = places.flatMap { [before[$0], after[$0]] }
      #expect(known.contains(bytes), "\(path) is torn, or comes from nowhere: \(words)")
    }
    for (path, bytes) in before where path != "private/published.yml" {
      let target = moves[path] ?? path
      // A copy may go, as its original stays.
      guard after[target] != nil else { continue }
      let places = [left[path], left[target]]
      #expect(
        places.contains(bytes) || places.contains(after[target]), "\(path) is lost: \(words)")
    }
  }

  private func expectSame(
    _ found: [String: Data], _ wanted: [String: Data], _ words: Comment
  ) {
    let paths = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }
    #expect(paths.isEmpty, "\(paths.sorted()): \(words)")
  }

  private func build(_ site: String, to output: String) throws {
    let outloud = Binary(workingFolder: folder.url)
    let built = try outloud.run(
      "build", site, "--output", output, "--now", "2026-11-25", "--allow-removed")
    #expect(built.status == 0, "\(built.error)")
  }

  private func copy(_ path: String, to copy: String) throws {
    try remove(copy)
    try FileManager.default.copyItem(
      at: folder.url.appending(path: path), to: folder.url.appending(path: copy))
  }

  private func remove(_ paths: String...) throws {
    for path in paths {
      let place = folder.url.appending(path: path)
      if FileManager.default.fileExists(atPath: place.path) {
        try FileManager.default.removeItem(at: place)
      }
    }
  }
}

extension Int {
  /// A part of it, where several tests share it: together they are the whole.
  fileprivate func share(_ index: Int, of parts: Int) -> Int {
    self / parts + (index < self % parts ? 1 : 0)
  }
}

extension String {
  /// Whether a file is one on its way to another, which is hidden beside it, or keeps others waiting.
  fileprivate var isUnfinished: Bool {
    let name = split(separator: "/").last ?? ""
    return name.hasPrefix(".") && name.hasSuffix(".outloud") || name == ".lock"
  }
}
