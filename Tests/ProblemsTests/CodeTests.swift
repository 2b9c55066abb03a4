import Foundation
import Problems
import Testing

@Test func `every code has a test of its exact text`() throws {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  var text = ""
  for path in try FileManager.default.subpathsOfDirectory(atPath: tests.path)
  where path.hasSuffix(".swift") {
    text += try String(contentsOf: tests.appending(path: path), encoding: .utf8)
  }
  for code in Problem.Code.allCases {
    #expect(text.contains("[\(code.rawValue)]"), "\(code.rawValue) is tested nowhere")
  }
}
