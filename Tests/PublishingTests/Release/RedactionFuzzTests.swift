import Files
import Foundation
import Notes
import Redaction
import Testing
import Text
import Trials

@testable import Publishing

/// Lists of names and notes put together by chance: nothing that stands for a name lets it through.
struct RedactionFuzzTests {
  // MARK: - Lists

  private static let names = [
    "Zyxquor", "Zyxquor Labs", "Labs Vantrix", "Vantrix", "Çzäwö Qadd", "E\u{301}lanqu",
    "Qübix & Söhne", "A.B+C(d)[e]*$^x", "Qubixo.com", "O’Qubiqo", "クビックス社", "КУБИКС", "ab", "IBZ",
    "Yaqoo!", String(repeating: "wq", count: 90), "Ｆｕｌｌｗｑ", "xZyxquor",
  ]

  private static let words = [
    "a retailer", "the bank", "1 firm", "a *big* [firm] & more", "a: b", "x #y", "l'atelier",
    "ein Laden",
    "\"quoted\"", "\"a \\\"b\\\"\"", "ß", "日本",
  ]

  private static let damages = Pieces([
    "&a ", "*a", "{", "}", "[", "]", "- ", "? ", "!!binary ", "|\n  ", "\t", "\0", "\r\n", "\n",
    ": ",
    "as", "also", "Zyxquor", "\"", "'", "#", "~", "%YAML 1.2\n", "---\n", "<<: *a\n", "é",
    "\u{202E}",
    "\u{301}", "a: &a [*a, *a]\n", "b: &b [*a, *a, *a]\n", String(repeating: "[", count: 300),
    String(repeating: "x", count: 3_000), String(repeating: "- ", count: 300),
  ])

  private static func list(_ random: inout SplitMix64) -> String {
    var lines: [String] = []
    for name in names.shuffled(using: &random).prefix(.random(in: 1...8, using: &random)) {
      let words = random.one(of: words)
      let key = "\"\(name.replacing("\\", with: "\\\\"))\""
      lines.append(
        random.chance(30) ? "\(key): {as: \(words), also: [\"\(name) Inc\"]}" : "\(key): \(words)")
    }
    return lines.joined(separator: random.one(of: ["\n", "\r\n"])) + "\n"
  }

  private static func read(_ text: String) -> (list: StandInList, isWhole: Bool) {
    let folder = MemoryFolder([StandInFile.path: Array(text.utf8)])
    let (list, problems) = StandInFile.read(in: folder)
    return (list, problems.isEmpty)
  }

  // MARK: - Notes

  /// A name as the leak check still hears it.
  private static func disguised(
    _ name: String, _ random: inout SplitMix64, isPlain: Bool = false
  ) -> String {
    let half = name.index(name.startIndex, offsetBy: name.count / 2)
    func joined(_ sign: String) -> String { name[..<half] + sign + name[half...] }
    switch isPlain
      ? random.one(of: [0, 1, 2, 3, 5, 8, 10, 11, 20]) : Int.random(in: 0..<22, using: &random)
    {
    case 0: return name.lowercased()
    case 1: return name.uppercased()
    case 2: return name.replacing(" ", with: "-")
    case 3: return name.replacing(" ", with: "_")
    case 4: return name.replacing(" ", with: "")
    case 5: return name.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    case 6: return name.unicodeScalars.map { "&#\($0.value);" }.joined()
    case 7: return name.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
    case 8: return joined("\u{AD}")
    case 9: return joined("\u{200B}")
    case 10: return name.decomposedStringWithCanonicalMapping
    case 11:
      return String(
        String.UnicodeScalarView(
          name.unicodeScalars.map { scalar in
            0x21...0x7E ~= scalar.value ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
          }))
    case 12: return joined("**")
    case 13: return joined("<b>") + "</b>"
    case 14: return joined("<!-- x -->")
    case 15: return name.replacing(" ", with: "\n")
    case 16: return joined("-")
    case 17: return joined("-\n")
    case 18: return name + random.one(of: ["s", "'s", "’s", "2", "Roof", "verse"])
    case 19: return joined("\u{301}")
    default: return name
    }
  }

  private static let frames = [
    "Words for % here.", "# %", "- %", "`%`", "[%](%.svg)", "![%](%.svg)", "<who@%.com>",
    "https://%.com/%?q=%", "[[%]]", "| % | a |\n| --- | --- |", "> %", "```\n%\n```\n",
    "<img alt=\"%\" src=\"%.svg\">", "the % roof", "An %. %", "x[^%]\n\n[^%]: %", "%", "a%b", "%%",
    "    %", "\"%\"", "<!-- % -->", "% \r\n", "\\%", "&%;", "*%*", "~~%~~", "[a]: <%.svg>",
    "%\u{301}",
  ]

  private static let matters = [
    "title: %", "tags: [%, b]", "title: \"%\"", "summary: >\n  %", "slug: %", "title: '%'", "%: x",
    "image: %.svg", "people:\n  - {name: %}", "title: x # %",
  ]

  private static func note(_ random: inout SplitMix64, isPlain: Bool = false) -> String {
    func filled(_ frames: [String], _ count: Int) -> String {
      (0..<count).map { _ in
        random.one(of: frames).split(separator: "%", omittingEmptySubsequences: false)
          .reduce(into: (text: "", isFirst: true)) { whole, part in
            if !whole.isFirst {
              whole.text += disguised(random.one(of: names), &random, isPlain: isPlain)
            }
            whole = (whole.text + part, false)
          }.text
      }.joined(separator: random.one(of: ["\n", "\n\n", " ", "\r\n"]))
    }
    let matter =
      random.chance(50) ? "---\n\(filled(matters, .random(in: 1...3, using: &random)))\n---\n" : ""
    return matter + filled(frames, .random(in: 1...(isPlain ? 2 : 6), using: &random)) + "\n"
  }

  // MARK: - What a reader hears

  /// The names of a list that can be read out of a text, found in another way than by the leak check.
  private static func heard(_ list: StandInList, in text: String) -> String? {
    let whole = sounds(resolved(text))
    let shown = sounds(withoutTags(resolved(text)))
    return list.standIns.flatMap(\.spellings).first { name in
      let words = sounds(name).filter { $0 != joint }
      return words.count(where: { $0 != gap }) >= 4
        && [whole, shown].contains { stands(words, in: $0) }
    }
  }

  private static let joint: Unicode.Scalar = "-"
  private static let gap: Unicode.Scalar = " "

  private static func sounds(_ text: String) -> [Unicode.Scalar] {
    text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.compactMap { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark: nil
      case .format, .dashPunctuation: joint
      case _ where "*_~`".unicodeScalars.contains(scalar): joint
      default:
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar : gap
      }
    }
  }

  /// Whether words stand in a text, from where a word begins on. Between them may be a gap or none.
  private static func stands(_ words: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Bool {
    text.indices.contains { start in
      guard start == 0 || [joint, gap].contains(text[start - 1]) else { return false }
      var (at, index) = (0, start)
      while at < words.count {
        if words[at] == gap { at += 1; continue }
        guard index < text.count else { return false }
        if text[index] == words[at] {
          at += 1
          index += 1
        } else if at > 0, text[index] == joint || text[index] == gap && words[at - 1] == gap {
          index += 1
        } else {
          return false
        }
      }
      return true
    }
  }

  private static func resolved(_ text: String) -> String {
    let references = text.replacing(/&#(x?)([0-9a-fA-F]+);/) { match in
      UInt32(match.2, radix: match.1.isEmpty ? 10 : 16).flatMap(Unicode.Scalar.init)
        .map { String($0) } ?? String(match.0)
    }
    return references.replacing(/(%[0-9a-fA-F]{2})+/) { match in
      String(match.0).removingPercentEncoding ?? String(match.0)
    }
  }

  private static func withoutTags(_ text: String) -> String {
    text.replacing(/<!--.*?-->|<[a-zA-Z\/!][^>]*>/.dotMatchesNewlines(), with: "")
  }

  // MARK: - Properties

  @Test func `no name is left in a redacted text, and all else is as it was`() {
    let fault = Trials.fuzz("stand-ins") { random in
      if random.chance(20) {
        _ = Self.read(Self.damages.text(1...20, &random))
        return nil
      }
      let (list, isWhole) = Self.read(Self.list(&random))
      guard isWhole else { return nil }
      let text = Self.note(&random)
      guard case .success(let file) = SourceFile.text(Array(text.utf8), "a.md") else { return nil }
      let redacted = file.redacted(with: list)
      return Self.fault(of: redacted, file, list).map {
        "\($0): \(text.debugDescription) with \(list.standIns)"
      }
    }
    #expect(fault == nil)
  }

  private static func fault(
    of redacted: RedactedText, _ file: SourceFile, _ list: StandInList
  ) -> String? {
    var (rest, end): ([UInt8], Int) = ([], 0)
    for replacement in redacted.replacements {
      guard replacement.range.lowerBound >= end else { return "two replacements overlap" }
      rest += file.bytes[end..<replacement.range.lowerBound] + Array(replacement.new.utf8)
      end = replacement.range.upperBound
      guard !list.places(in: Array(replacement.old.utf8)).isEmpty else {
        return "“\(replacement.old)” is replaced, and is no name"
      }
    }
    guard rest + file.bytes[end...] == redacted.bytes else { return "other bytes are changed" }
    guard redacted.obstacles.isEmpty else { return nil }
    // Where words and what stands beside them make a name, the leak check refuses it.
    guard list.places(in: redacted.bytes).isEmpty else { return nil }
    let new = String(decoding: redacted.bytes, as: UTF8.self)
    return heard(list, in: new).map { "“\($0)” can be read in \(new.debugDescription)" }
  }

  @Test func `no name is left in a path, which stays one`() {
    let fault = Trials.fuzz("stand-ins in paths") { random in
      let (list, isWhole) = Self.read(Self.list(&random))
      guard isWhole else { return nil }
      let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        random.one(of: ["", "2026-11-20-", "a ", "_", "."])
          + Self.disguised(random.one(of: Self.names), &random).replacing("/", with: "")
      }
      let path = parts.joined(separator: "/") + random.one(of: [".md", ".svg", ""])
      guard let new = list.redacted(path: path) else { return nil }
      let words = "\(path.debugDescription) becomes \(new.debugDescription) with \(list.standIns)"
      if let name = Self.heard(list, in: new) { return "“\(name)” can be read: \(words)" }
      let isPath =
        new.count(where: { $0 == "/" }) == path.count(where: { $0 == "/" })
        && new.split(separator: "/").allSatisfy { ![".", ".."].contains($0) }
        && new.split(separator: "/").count == path.split(separator: "/").count
      return isPath ? nil : words
    }
    #expect(fault == nil)
  }

  @Test func `no name is left in what is published of a note, nor in the names of its files`()
    async throws
  {
    var random = SplitMix64(state: Trials.seed)
    let end = ContinuousClock.now + .seconds(Trials.seconds)
    var (count, published) = (0, 0)
    while ContinuousClock.now < end {
      let text = Self.list(&random)
      let (list, isWhole) = Self.read(text)
      let isPlain = random.chance(80)
      let name = Self.disguised(random.one(of: Self.names), &random, isPlain: isPlain)
        .filter { !"/<>\n\"\\".contains($0) }
      let note = "private/notes/2026-11-20-\(name.prefix(60)).md"
      var files: [String: [UInt8]] = [
        "outloud.yml": Array("url: https://a.example/\n".utf8),
        StandInFile.path: Array(text.utf8),
        note: Array(Self.note(&random, isPlain: isPlain).utf8),
      ]
      for name in Self.names.prefix(6) {
        files["private/notes/\(name).svg"] = Array(
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>".utf8)
      }
      count += 1
      guard isWhole, let release = await Self.release(note, MemoryFolder(files)) else { continue }
      published += 1
      for step in release.steps {
        let fault = Self.places(of: step).compactMap { Self.heard(list, in: $0) }.first
        #expect(
          fault == nil,
          "SEED=\(Trials.seed), input \(count - 1): “\(fault ?? "")” in \(Self.places(of: step)) with \(text)"
        )
        if fault != nil { return }
      }
    }
    print(
      "fuzz, publishing with stand-ins: SEED=\(Trials.seed), \(count) inputs, \(published) published"
    )
    // In a short time, all of them may have had something in the way.
    #expect(published > 0 || count < 100)
  }

  /// What can be read of a step by those who may see the notes that are published.
  private static func places(of step: Release.Step) -> [String] {
    switch step {
    case .place(let bytes, let path), .replace(let path, let bytes):
      path.hasPrefix("private/") ? [] : [path, String(decoding: bytes, as: UTF8.self)]
    case .move(_, let path): [path]
    case .remove: []
    }
  }

  private static func release(_ note: String, _ folder: MemoryFolder) async -> Release? {
    @Sendable func reading(_ folder: any Folder, _ isWhole: Bool) async -> SiteReader.Reading {
      var options = SiteReader.Options()
      options.includesPrivate = isWhole
      return await SiteReader(folder, history: NoHistory(), options: options).read()
    }
    guard let site = await reading(folder, true).site,
      let found = try? site.note(note, path: note),
      let desk = try? await ReleaseDesk(
        site, in: folder, now: 1_796_000_000,
        reading: { await reading($0, $1 != .public) }),
      let release = try? await desk.release(found, for: .public, id: "n-7kq2vx9r4mzt8wbc3hdy"),
      !release.problems.hasErrors
    else { return nil }
    return release
  }

  // MARK: - Time

  private static let long = 20_000

  private static func many(_ text: String) -> String {
    String(repeating: text, count: long / text.utf8.count)
  }

  private static let plainName = "Zyxquor: a firm"

  private static let times: [(String, String)] = [
    (plainName, "&amp; " + many("Zyxquor ")), (plainName, many("&#90;yxquor Zyxquor ")),
    (plainName, many("zyxquorverse ")), (plainName, many("Zyxquor.")),
    (plainName, many("zyxquor/")),
    (plainName, many("<!--\n\n") + "Zyxquor"), (plainName, many("<!-- ") + "Zyxquor"),
    (plainName, many("<a") + "Zyxquor"), (plainName, many("[](<") + "Zyxquor"),
    (plainName, many("(") + "Zyxquor"), (plainName, many("> ") + "Zyxquor"),
    (plainName, ticks + "Zyxquor"), (String(repeating: "a", count: 200) + ": a firm", many("a-")),
    ("a b c d e f g h: a firm", many("a b c d e f g ")), (many("a") + "b: a firm", many("a-")),
    (many("a: &a [*a, *a]\n"), "x"), (many("["), "x"), (many("{a: "), "x"), (many("- "), "x"),
    (manyNames.joined(separator: "\n"), many("x1y ")),
    ("{" + manyNames.joined(separator: ", ") + "}", many("x1y ")),
    (manyFlaws.joined(separator: "\n"), "x"),
  ]

  private static let ticks = (1..<190).map { String(repeating: "`", count: $0) + "x" }.joined()
  private static let manyNames: [String] = (0..<1_000).map { number in "x\(number)y: a firm" }
  private static let manyFlaws: [String] = (0..<3_000).map { number in "\(number % 10): 1" }

  @Test(arguments: times)
  func `however it is made, it takes no more time than its length does`(
    _ list: String, _ text: String
  ) throws {
    let start = Self.processorTime
    let (list, _) = Self.read(list)
    let file = try SourceFile.text(Array(text.utf8), "a.md").get()
    _ = file.redacted(with: list)
    _ = list.redacted(path: String(text.prefix(5_000)))
    #expect(Self.processorTime - start < 3)
  }

  /// In seconds, of this thread: other work on the machine does not count.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
