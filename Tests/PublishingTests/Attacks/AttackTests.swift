import Testing

/// A table of leaks and attacks, each with what comes of it.
struct AttackTests {
  private static let all =
    Attack.leaks + Attack.disguises + Attack.hiding + Attack.blocks + Attack.files
    + Attack.pictures + Attack.escapes + Attack.floods + Attack.markup + Attack.schemes

  @Test(arguments: all)
  func `what should not get out, or in, does not`(attack: Attack) async throws {
    let fault = try await attack.fault()
    #expect(fault == nil, "\(attack.name):\n\(fault ?? "")")
  }

  @Test func `there are enough of them`() {
    #expect(Self.all.count >= 60)
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }
}
