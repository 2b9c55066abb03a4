import Testing
import Text

@Test(arguments: [
  ("short", 10, "short"),
  ("ten letters here", 11, "ten…"),
  ("ten letters here", 12, "ten letters…"),
  ("one, two", 6, "one…"),
  ("one , two", 7, "one…"),
  ("one  two", 7, "one…"),
  ("“one” two", 7, "“one…"),
  ("one twö three", 9, "one twö…"),
  ("one\u{A0}two three", 9, "one\u{A0}two…"),
  ("one\u{A0}two three", 6, "one…"),
  (" unbroken", 4, "…"),
  ("unbroken", 4, "unb…"),
  ("åäö åäö åäö åäö åäö end", 20, "åäö åäö åäö åäö åäö…"),
  ("sixteen letters are here, and more", 24, "sixteen letters are…"),
])
func `a text is cut between words`(text: String, limit: Int, cut: String) {
  #expect(text.cut(to: limit) == cut)
}

@Test func `texts are ordered by their bytes`() {
  let texts = ["", "a", "a/b", "ab", "b", "e\u{301}", "z", "\u{E9}"]
  for (index, text) in texts.enumerated() {
    for (place, other) in texts.enumerated() {
      #expect(text.precedesInBytes(other) == (index < place), "\(text), \(other)")
    }
  }
}

@Test func `texts are the same by their bytes alone`() {
  #expect("é".equalsInBytes("é") && "".equalsInBytes(""))
  #expect(!"\u{E9}".equalsInBytes("e\u{301}"))
  #expect(!"a".equalsInBytes("") && !"a".equalsInBytes("b"))
  #expect("e\u{301}".begins(with: "e") && "a".begins(with: "") && !"a".begins(with: "ab"))
}

@Test(arguments: [
  ("private/a", "a"), ("private/", ""), ("private/a/b", "a/b"), ("private/\u{301}a", "\u{301}a"),
  ("private", nil), ("privately/a", nil), ("a/private/b", nil), ("", nil),
])
func `a path lies in a folder by its bytes`(path: String, rest: String?) {
  #expect(path.lies(in: "private") == (rest != nil))
  #expect(path.path(below: "private").map { Array($0.utf8) } == rest.map { Array($0.utf8) })
  #expect("/\(path)".path(below: "") == path)
}
