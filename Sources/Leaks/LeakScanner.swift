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
    let known = (secretLeaks.withoutOverlaps + words + contactLeaks).withoutOverlaps
    let disguised = disguisedSecrets(in: text)
    return disguised.isEmpty ? known : known.withoutOverlaps(with: disguised)
  }

  /// Secrets that only show once the text is read: with references, tags or what nobody sees in
  /// between, or in base64.
  private func disguisedSecrets(in text: [UInt8]) -> [Leak] {
    var found: [Leak] = []
    if DecodedText.joinsWords(in: text), let decoded = DecodedText(text, without: .tags) {
      found += secrets(written: decoded.bytes).map { leak in
        let first = decoded.ranges[leak.range.lowerBound]
        let last = decoded.ranges[leak.range.upperBound - 1]
        return Leak(leak.kind, first.lowerBound..<last.upperBound)
      }
    }
    for run in EncodedText.all(in: text) {
      if confidential?.leaks(in: run.bytes).isEmpty == false {
        found.append(Leak(.confidential, run.range))
      } else if let leak = secrets(written: run.bytes).first {
        found.append(Leak(leak.kind, run.range))
      }
    }
    return found
  }

  /// Without the passwords that are known by their names: what is put together reads too much into
  /// the text for these.
  private func secrets(written text: [UInt8]) -> [Leak] {
    var leaks = secrets.tokens(in: text)
    var next = 0
    while let sign = signs.first(in: text, from: next) {
      next = sign + 1
      let leak =
        switch text[sign] {
        case Ascii.colon: WebAddressPassword.find(in: text, at: sign)
        case Ascii.hyphen: PrivateKey.find(in: text, at: sign)
        default: Leak?.none
        }
      if let leak { leaks.append(leak) }
    }
    return leaks.withoutOverlaps
  }

  /// The tokens of services in what is no text.
  package func tokens(in bytes: [UInt8]) -> [Leak] { secrets.tokens(in: bytes) }

  /// The same in a name, whose words have hyphens between them.
  package func tokens(inName name: [UInt8]) -> [Leak] {
    secrets.tokens(in: name, divides: { $0 == Ascii.hyphen || !$0.isTokenByte })
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
