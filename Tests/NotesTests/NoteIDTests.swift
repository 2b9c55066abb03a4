import Testing

@testable import Notes

struct NoteIDTests {
  @Test func `minted ids are secrets, and never one that is taken`() {
    var random = Counter(state: 1)
    var ids: Set<String> = []
    for _ in 0..<2_000 {
      let id = NoteID.mint(using: &random, avoiding: ids)
      #expect(NoteID.isSecret(id))
      #expect(ids.insert(id).inserted)
      #expect(id.utf8.count == 22)
    }
    var (first, second) = (Counter(state: 7), Counter(state: 7))
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

/// Sebastiano Vigna's generator: small, and the same everywhere for a seed.
private struct Counter: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
