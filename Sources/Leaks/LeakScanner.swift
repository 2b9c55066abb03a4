import Text

/// Finds what an author hardly wants to publish in the text of a file.
package struct LeakScanner: Sendable {
  private let walk = TextWalk()
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
    var tokens: [Leak] = []
    var passwords: [Leak] = []
    var contactLeaks: [Leak] = []
    var encoded: [Leak] = []
    // A number has no other in it.
    var endOfContact = 0
    // Nil from the first on that joins two parts of a word.
    var endOfDisguise: Int? = 0
    walk.through(text, to: [.secret, .contact, .disguise]) { word in
      secrets.addTokens(in: text, word, to: &tokens)
      for run in EncodedText.all(in: text, word) {
        if let leak = leak(in: run.bytes) { encoded.append(Leak(leak.kind, run.range)) }
      }
    } sign: { sign, meaning in
      if meaning.contains(.secret), let leak = secrets.find(in: text, at: sign) {
        passwords.append(leak)
      }
      if meaning.contains(.contact), sign >= endOfContact {
        let found = contacts.find(in: text, at: sign)
        if let leak = found.leak { contactLeaks.append(leak) }
        endOfContact = found.end
      }
      if meaning.contains(.disguise), let end = endOfDisguise, sign >= end {
        endOfDisguise = DecodedText.endOfDisguise(in: text, at: sign)
      }
    }
    let words = confidential?.leaks(in: text) ?? []
    let known = ((tokens + passwords).withoutOverlaps + words + contactLeaks).withoutOverlaps
    let disguised = endOfDisguise == nil ? disguisedSecrets(in: text) : []
    return known.withoutOverlaps(with: disguised + encoded)
  }

  /// Secrets that only show once the text is read with references, tags or what nobody sees left out.
  private func disguisedSecrets(in text: [UInt8]) -> [Leak] {
    guard let decoded = DecodedText(text, without: .tags) else { return [] }
    return secrets(written: decoded.bytes).map { leak in
      let first = decoded.ranges[leak.range.lowerBound]
      let last = decoded.ranges[leak.range.upperBound - 1]
      return Leak(leak.kind, first.lowerBound..<last.upperBound)
    }
  }

  /// What is not to be published of a text that was written in base64.
  private func leak(in decoded: [UInt8]) -> Leak? {
    confidential?.leaks(in: decoded).first ?? secrets(written: decoded).first
  }

  /// Without the passwords that are known by their names: what is put together reads too much into
  /// the text for these.
  private func secrets(written text: [UInt8]) -> [Leak] {
    var tokens: [Leak] = []
    var passwords: [Leak] = []
    walk.through(text, to: .secret) { word in
      secrets.addTokens(in: text, word, to: &tokens)
    } sign: { sign, _ in
      let leak =
        switch text[sign] {
        case Ascii.colon: WebAddressPassword.find(in: text, at: sign)
        case Ascii.hyphen: PrivateKey.find(in: text, at: sign)
        default: Leak?.none
        }
      if let leak { passwords.append(leak) }
    }
    return (tokens + passwords).withoutOverlaps
  }

  /// The tokens of services in what is no text.
  package func tokens(in bytes: [UInt8]) -> [Leak] {
    tokens(in: bytes) { !$0.isTokenByte }
  }

  /// The same in a name, whose words have hyphens between them.
  package func tokens(inName name: [UInt8]) -> [Leak] {
    tokens(in: name) { $0 == Ascii.hyphen || !$0.isTokenByte }
  }

  private func tokens(in text: [UInt8], dividedBy divides: (UInt8) -> Bool) -> [Leak] {
    var tokens: [Leak] = []
    walk.through(text, to: []) { word in
      secrets.addTokens(in: text, word, dividedBy: divides, to: &tokens)
    }
    return tokens
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
