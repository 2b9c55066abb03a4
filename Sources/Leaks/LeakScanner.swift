import Text

/// Finds what an author hardly wants to publish in the text of a file.
package struct LeakScanner: Sendable {
  private let secrets = SecretScanner()
  private let contacts: ContactScanner
  private let confidential: ConfidentialWords?
  private let signs = SignFinder(SecretScanner.signs + ContactScanner.signs)
  private let secretSigns = Alphabet(SecretScanner.signs)

  /// `knownContacts` are the addresses and numbers that the site's profile shows anyway.
  package init(knownContacts: some Sequence<String>, confidential: ConfidentialWords?) {
    contacts = ContactScanner(known: knownContacts)
    self.confidential = confidential
  }

  /// In the order of the text; of those that overlap, the gravest.
  package func leaks(in text: [UInt8]) -> [Leak] {
    var secretLeaks = secrets.tokens(in: text)
    var contactLeaks: [Leak] = []
    var next = 0
    // A number has no other in it.
    var contactEnd = 0
    while let sign = signs.first(in: text, from: next) {
      next = sign + 1
      if secretSigns.contains(text[sign]) {
        if let leak = secrets.find(in: text, at: sign) { secretLeaks.append(leak) }
      } else if sign >= contactEnd {
        let found = contacts.find(in: text, at: sign)
        if let leak = found.leak { contactLeaks.append(leak) }
        contactEnd = found.end
      }
    }
    let words = confidential?.leaks(in: text) ?? []
    return (secretLeaks.withoutOverlaps + words + contactLeaks).withoutOverlaps
  }

  /// The same of what is no prose: its many numbers call nobody.
  package func leaks(inData text: [UInt8]) -> [Leak] {
    leaks(in: text).filter { $0.kind != .phoneNumber }
  }

  package var hasConfidentialWords: Bool { !(confidential?.isEmpty ?? true) }

  /// The words of the confidential list in a name or in rendered words, where nothing else leaks.
  package func confidentialLeaks(in text: some Sequence<UInt8>) -> [Leak] {
    confidential?.leaks(in: Array(text)) ?? []
  }
}
