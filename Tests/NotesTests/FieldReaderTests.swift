import Testing

@testable import Notes

struct FieldReaderTests {
  private func reader(_ text: String) throws -> FieldReader {
    let file = SourceFile(path: "a.yml", bytes: Array(text.utf8))
    return FieldReader(try Field.yaml(file), in: file, what: "file")
  }

  @Test func `a key is told from one of its length and first letter`() throws {
    let reader = try reader("data: 1\nslog: 2\n")
    #expect(reader.field("date") == nil)
    #expect(reader.field("slug") == nil)
    #expect(reader.field("data")?.text == "1")
  }

  @Test func `of several spellings the first that is there is read`() throws {
    let reader = try reader("modified: 1\nlastmod: 2\n")
    #expect(reader.field("updated", "lastmod", "modified")?.text == "2")
    #expect(reader.field("updated") == nil)
  }

  @Test func `a key without letters is a key`() throws {
    let reader = try reader("\"\": 1\nä: 2\n")
    #expect(reader.field("")?.text == "1")
    #expect(reader.field("ä")?.text == "2")
    #expect(reader.field("title") == nil)
  }

  @Test func `of known keys those that are there are found, in the order of the list`() throws {
    let known = KeySet(["slog", "date", "data", "ä"])
    #expect(try reader("data: 1\nslug: 2\ndate: 3\n").keys(among: known) == ["date", "data"])
    #expect(try reader("slug: 1\n").keys(among: known).isEmpty)
    #expect(known.contains("ä") && !known.contains("") && !known.contains("slug"))
  }
}
