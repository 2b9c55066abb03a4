import Testing
import Text

@Test(arguments: [
  ("pubilc", "public"), ("Privat", "private"), ("coahc", "coach"), ("vissibility", nil), ("x", nil),
])
func `the nearest word is the one that was meant, or none`(word: String, meant: String?) {
  #expect(Spelling.nearest(to: word, among: ["private", "coach", "unlisted", "public"]) == meant)
}
