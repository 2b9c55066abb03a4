import Testing

/// A table of leaks and attacks, each with what comes of it.
struct AttackTests {
  @Test(arguments: Attack.leaks + Attack.pictures + Attack.escapes + Attack.floods + Attack.markup)
  func `what should not get out, or in, does not`(attack: Attack) async throws {
    let fault = try await attack.fault()
    #expect(fault == nil, "\(attack.name):\n\(fault ?? "")")
  }

  @Test func `there are enough of them`() {
    let all = Attack.leaks + Attack.pictures + Attack.escapes + Attack.floods + Attack.markup
    #expect(all.count >= 60)
    #expect(Set(all.map(\.name)).count == all.count)
  }
}
