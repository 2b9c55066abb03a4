import Foundation
import Testing
import Text
import Trials

@testable import Highlighting

/// Random bytes, and samples cut, damaged and joined: whatever the code, it comes out whole.
struct FuzzTests {
  static let languages = Languages()
  static let names = EmbeddedFiles.files.indices.compactMap { Languages.names(ofFile: $0).first }

  @Test func `any code comes out as it was, but for the tags`() {
    let samples = Sample.all.map { Array($0.code.utf8) }
    let fault = Trials.fuzz("highlighting") { random in
      let code = Self.code(from: samples, using: &random)
      let name = Self.names.randomElement(using: &random) ?? ""
      let lines = LineSet(parsing: "\(Int.random(in: 1...9, using: &random))-12".utf8)
      let marked = random.chance(50) ? lines : LineSet()
      return Self.fault(in: code, as: name, marking: marked).map { "\($0) in \(code) as \(name)" }
    }
    #expect(fault == nil)
  }

  /// The same sample, cut at each byte: strings, comments and interpolations that never end.
  @Test(arguments: Sample.all.map(\.name))
  func `code that ends anywhere comes out whole`(_ name: String) throws {
    let sample = try #require(Sample.all.first { $0.name == name })
    let code = Array(sample.code.utf8)
    for end in stride(from: 0, to: code.count, by: 7) {
      let fault = Self.fault(in: Array(code[..<end]), as: name, marking: LineSet())
      #expect(fault == nil, "cut at \(end)")
    }
  }

  /// What a rule may look at is bounded, so three times the code takes three times the time, and
  /// not nine. The hardest code is one that nearly fits, over and over.
  @Test(arguments: names)
  func `time grows as the code does`(_ name: String) {
    let hard = [
      "(", "[", "{", "\"", "'", "`", "<", "/", "/*", "{-", "<<A ", "<<A\n", "${", "\\(", "#{", "a",
      " ", "\n", "- ", "a:", "a-", "'a", "$(", "<a ", "</", "*", "\"\"\"", "```\n", "{{", "é", "\\",
      "x = /", "r#\"", "R\"(", "--", "=", "<?", "<script>", "<style>", "a(b:",
    ]
    for piece in hard {
      let short = Self.time(reading: piece, upTo: 1_024, as: name)
      let long = Self.time(reading: piece, upTo: 3_072, as: name)
      #expect(long < 6 * short + 0.02, "\(piece.debugDescription) as \(name): \(short), \(long)")
    }
  }

  /// The processor's time in seconds, whatever else it has to do.
  private static func time(reading piece: String, upTo length: Int, as name: String) -> Double {
    let code = Array(String(repeating: piece, count: length / piece.utf8.count).utf8)
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    _ = languages.tokens(of: code[...], as: name)
    return now() - start
  }

  private static func code(from samples: [[UInt8]], using random: inout SplitMix64) -> [UInt8] {
    var code: [UInt8] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      if Int.random(in: 0..<4, using: &random) == 0 {
        // Random, but valid: what is highlighted has been read as UTF-8.
        let bytes = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
          UInt8.random(in: .min ... .max, using: &random)
        }
        code += String(decoding: bytes, as: UTF8.self).utf8
        continue
      }
      guard let sample = samples.randomElement(using: &random), !sample.isEmpty else { continue }
      let start = Int.random(in: 0..<sample.count, using: &random)
      let end = min(sample.count, start + Int.random(in: 1...200, using: &random))
      code += String(decoding: sample[start..<end], as: UTF8.self).utf8
    }
    return code
  }

  private static func fault(in code: [UInt8], as name: String, marking lines: LineSet) -> String? {
    guard let tokens = languages.tokens(of: code[...], as: name) else { return "no language" }
    guard tokens.map(\.end) == tokens.map(\.end).sorted(), tokens.last?.end ?? 0 == code.count
    else {
      return "the tokens do not cover the code"
    }
    for token in tokens where token.end < code.count && code[token.end] & 0xC0 == 0x80 {
      return "a character is cut in two"
    }
    var html = ByteWriter()
    html.append(code: code[...], tokens, marking: lines)
    var plain = ByteWriter()
    plain.append(code: code[...], .plain(code[...]), marking: LineSet())
    return withoutTags(html.bytes) == plain.bytes ? nil : "it came out changed"
  }

  /// The tags that this writes hold no `>` but their last byte.
  private static func withoutTags(_ html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var isInTag = false
    for byte in html {
      if byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag { text.append(byte) }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return text
  }
}
