import Foundation
import Testing

@testable import Search

/// Which words a text holds.
struct WordTests {
  private func words(_ text: String) -> [String] {
    IndexReader(SearchIndex(count: 1) { _, counter in counter.read(text, as: .text) }).order
  }

  private func words(html: String) -> [String] {
    let index = SearchIndex(count: 1) { _, counter in
      Array(html.utf8).withUnsafeBufferPointer { counter.read(html: $0) }
    }
    return IndexReader(index).order
  }

  @Test(arguments: [
    ("Café CAFÉ cafe\u{301}", ["cafe"]),
    ("Straße STRASSE", ["strasse"]),
    ("ışık IŞIK İşik", ["isik"]),
    ("Łódź, smørrebrød, þorn, Æon", ["aeon", "lodz", "smorrebrod", "thorn"]),
    ("ΟΔΟΣ οδός", ["οδοσ"]),
    ("ＡＢＣ ﬁle m²", ["abc", "file", "m2"]),
    ("co\u{AD}operate", ["cooperate"]),
    ("שָׁלוֹם שלום", ["שלום"]),
    ("مَرْحَبًا مرحـبا", ["مرحبا"]),
    ("Ёлка ёлка елка", ["елка"]),
    ("हिन्दी", ["हिन्दी"]),
  ])
  func `case, accents and shapes of a letter make no difference`(
    text: String, expected: [String]
  ) {
    #expect(words(text) == expected.map { $0.decomposed })
  }

  @Test func `everything but letters and digits divides words`() {
    #expect(
      words("it's a well-known concurrent_map() of C++, 3.14!")
        == ["14", "3", "a", "c", "concurrent", "it", "known", "map", "of", "s", "well"])
  }

  @Test func `scripts without spaces are found by two letters, and by any single one`() {
    #expect(words("東京都") == ["京都", "東京", "都"])
    #expect(words("猫") == ["猫"])
    #expect(words("AI入門2026年") == ["2026", "ai", "入門", "年", "門"])
    #expect(words("ที่นี่") == ["ที่นี่", "นี่"])
    #expect(words("がん") == ["がん", "ん"].map { $0.decomposed })
  }

  @Test func `of a word without end only the start counts`() {
    #expect(words(String(repeating: "x", count: 100_000)) == [String(repeating: "x", count: 32)])
    let zalgo = "ท" + String(repeating: "\u{E34}", count: 10_000)
    #expect(words(zalgo).map(\.unicodeScalars.count) == [8])
  }

  @Test func `neither its length, nor its end, nor a tag within makes a word another`() {
    let letters = "Abcdefghijklmnopqrstuvwxyz0123456789Abcd"
    for length in 1...letters.count {
      let word = String(letters.prefix(length))
      let expected = [String(word.lowercased().prefix(32))]
      for end in ["", " ", ";", "_", "\u{1}", "—", "<p>", "<b></b>", "&amp;", "\u{301}"] {
        #expect(words(html: word + end) == expected, "\(length) letters before \(end)")
      }
      for split in 0...length {
        let html = "\(word.prefix(split))<b>\(word.dropFirst(split))</b>"
        #expect(words(html: html) == expected, "\(html)")
      }
    }
  }

  @Test func `letters of four bytes leave no room for more than 32`() {
    let gothic = String(repeating: "\u{10330}", count: 32)
    #expect(words(gothic) == [gothic])
    #expect(words(gothic + "abc\u{10330}def") == [gothic])
    #expect(words("a" + gothic) == ["a" + gothic.dropLast()])
  }

  @Test(arguments: [
    ("<p>one</p><p>two</p>", ["one", "two"]),
    ("<b>H</b>ello <a href=\"/secret/\" title=\"a > b\">there</a>", ["hello", "there"]),
    ("one<br>two<td>three", ["one", "three", "two"]),
    ("R&amp;D it&#39;s &#xe9;t&#233; & so", ["d", "ete", "it", "r", "s", "so"]),
    ("a<!-- no <b>word</b> -->b", ["a", "b"]),
    ("a<script>var x = '<p>'</script>b<style>p { }</style>c", ["a", "b", "c"]),
    ("open <a href=\"never closed", ["open"]),
    ("a < b &", ["a"]),
  ])
  func `of HTML only what is read counts`(html: String, expected: [String]) {
    #expect(words(html: html) == expected)
  }
}

extension String {
  /// As folding leaves letters: apart from the marks that they keep.
  fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }
}
