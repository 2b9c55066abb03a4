import Text

/// Finds what an author hardly wants to publish in the text of a file.
package struct LeakScanner: Sendable {
  private let secrets = SecretScanner()
  private let contacts: ContactScanner
  private let confidential: ConfidentialWords?

  /// `knownContacts` are the addresses and numbers that the site's profile shows anyway.
  package init(knownContacts: some Sequence<String>, confidential: ConfidentialWords?) {
    contacts = ContactScanner(known: knownContacts)
    self.confidential = confidential
  }

  /// In the order of the text; of those that overlap, the gravest.
  package func leaks(in text: [UInt8]) -> [Leak] {
    let words = confidential?.leaks(in: text) ?? []
    return (secrets.leaks(in: text) + words + contacts.leaks(in: text)).withoutOverlaps
  }

  /// The same of what is no prose: its many numbers call nobody.
  package func leaks(inData text: [UInt8]) -> [Leak] {
    leaks(in: text).filter { $0.kind != .phoneNumber }
  }

  /// The words of the confidential list in a name or in rendered words, where nothing else leaks.
  package func confidentialLeaks(in text: some Sequence<UInt8>) -> [Leak] {
    confidential?.leaks(in: Array(text)) ?? []
  }
}
