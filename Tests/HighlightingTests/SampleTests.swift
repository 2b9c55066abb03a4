import Foundation
import Testing

@testable import Highlighting

struct SampleTests {
  static let languages = Languages()

  /// `RECORD=1` writes the marks anew; then look at what has changed.
  @Test(arguments: Sample.all.map(\.name))
  func `each piece of the sample is of its kind`(_ name: String) throws {
    let sample = try #require(Sample.all.first { $0.name == name })
    let marked = Sample.marked(sample.code, as: name, by: Self.languages)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try marked.write(
        to: Sample.folder.appending(path: "\(name).txt"), atomically: true, encoding: .utf8)
      return
    }
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = sample.marked.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == expected.count)
    for (line, wanted) in zip(lines, expected) { #expect(line == wanted) }
  }

  @Test func `every language has a sample`() {
    let sampled = Set(Sample.all.map(\.name))
    for file in EmbeddedFiles.files.indices {
      let names = Languages.names(ofFile: file)
      #expect(names.contains { sampled.contains($0) }, "no sample for \(names)")
    }
  }
}
