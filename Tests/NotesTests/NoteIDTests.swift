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
    "my-secret-note-of-2026", "meeting-2026-with-3-people-at-4pm", "s3cr3t-n0te-for-4cme-2026",
    "salary-negotiation-notes-7f3a", "secretnote2026formycoach1234", "my5ecretn0te4mycoach1",
    "notes_for_coach_2026_q4", "a1b2c3d4e5f6g7h8i9j0", "1a2a3a4a5a6a7a8a9a0a1b",
    "abcdefghijklmnopqrst1", "qwertyuiopasdfghjkl1", "ada-lovelace-acme-2026-q3-review-1",
    // Of a time and a machine, of a name, and of a note's place.
    "2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d", "886313e1-3b8a-5372-9b90-0c9aee199e5d",
    NoteID.ofPlace("the-secret"),
  ])
  func `what can be guessed is no secret`(id: String) {
    #expect(!NoteID.isSecret(id))
  }

  @Test(arguments: [
    "q3egrz7wlm2xj4tb0p9k", "n-7kq2vx9r4mzt8wbc3hdy", "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",
    "01890A5D-AC96-774B-BCCE-B302099A8057", "V1StGXR8_Z5jdHi6B-myT", "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "5f2b1c9ad84e4f07a3c6e1b29d7f8c04",
  ])
  func `what was drawn at random is a secret`(id: String) {
    #expect(NoteID.isSecret(id))
  }

  @Test func `few of those that were drawn at random are taken for words`() {
    var random = SplitMix64(state: 3)
    let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
    let refused = (0..<10_000).count { _ in
      !NoteID.isSecret(String((0..<20).compactMap { _ in alphabet.randomElement(using: &random) }))
    }
    #expect(refused < 150, "\(refused) of 10000")
  }
}
