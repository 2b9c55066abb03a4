import Testing
import Trials

@testable import Notes

struct NoteIDTests {
  @Test func `minted ids are secrets, and never one that is taken`() {
    var random = SplitMix64(state: 1)
    var ids: Set<String> = []
    for _ in 0..<2_000 {
      let id = NoteID.mint(using: &random, avoiding: ids)
      #expect(NoteID.isSecret(id))
      #expect(ids.insert(id).inserted)
      #expect(id.utf8.count == 22)
    }
    var (first, second) = (SplitMix64(state: 7), SplitMix64(state: 7))
    let id = NoteID.mint(using: &first)
    #expect(NoteID.mint(using: &second, avoiding: [id]) != id)
  }

  @Test(arguments: [
    "n-1", "aaaaaaaaaaaaaaaaaaaaa1", "abcdefghijklmnopqrstuvw", "abc def ghi jkl mno pqr 1",
  ])
  func `what can be guessed is no secret`(id: String) {
    #expect(!NoteID.isSecret(id))
  }
}
