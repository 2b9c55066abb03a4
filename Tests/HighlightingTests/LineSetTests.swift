import Testing

@testable import Highlighting

struct LineSetTests {
  @Test(arguments: [
    ("2,4-6", [2, 4, 5, 6]), ("2 4-6", [2, 4, 5, 6]), ("2,\"4-6\"", [2, 4, 5, 6]),
    ("6-4", []), ("0", []), ("", []), ("-", []), ("-3", [3]), ("8-", [8, 9, 10]),
    ("3-5,4-9,4", [3, 4, 5, 6, 7, 8, 9]), ("9,1", [1, 9]),
    ("1--3", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ("99999999999999999999", []), ("1, 2", [1, 2]),
  ])
  func `lines are read`(_ text: String, _ lines: [Int]) {
    let set = LineSet(parsing: text.utf8)
    #expect((1...10).filter(set.contains) == lines)
  }
}
