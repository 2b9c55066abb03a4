import Leaks
import Testing
import Text

/// What would be found in a text, each as its kind and its words.
private func found(_ text: String, confidential: String = "", known: [String] = []) -> [String] {
  let bytes = Array(text.utf8)
  let scanner = LeakScanner(
    knownContacts: known, confidential: ConfidentialWords(list: Array(confidential.utf8)))
  return scanner.leaks(in: bytes).map { leak in
    "\(name(leak.kind)): \(String(decoding: bytes[leak.range], as: UTF8.self))"
  }
}

private func name(_ kind: Leak.Kind) -> String {
  switch kind {
  case .secret(let name): name
  case .keyName(let name): "\(name) (name)"
  case .mailAddress: "mail"
  case .phoneNumber: "phone"
  case .confidential: "confidential"
  case .standIn: "stand-in"
  }
}

@Suite struct SecretTests {
  /// Tokens are put together here, so that no scanner of repositories takes them for real ones.
  private static let letters = "9fK2mQ7xTz4LwB8nRc6VdH3sYpJ5gE1aUoXiNtMqWvZyCbDk0GhSrFjPlAeIuO"

  private static func token(_ prefix: String, _ count: Int) -> String {
    prefix + String(String(repeating: letters, count: 5).prefix(count))
  }

  private static func hexadecimal(_ prefix: String, _ count: Int) -> String {
    let digits = "3f9a0c71e5d2b8467ac0915be3d8f264"
    return prefix + String(String(repeating: digits, count: 5).prefix(count))
  }

  static let tokens: [(name: String, token: String)] = [
    ("an AWS access key id (name)", "AKIA" + "Q3EGRZ7WLM2XJ4TB"),
    ("a GitHub token", token("ghp_", 36)), ("a GitHub token", token("github_pat_", 82)),
    ("a GitLab token", token("glpat-", 20)), ("a Slack token", token("xoxb-2417-", 40)),
    ("a Stripe key", token("sk_live_", 24)), ("a Google API key", token("AIza", 35)),
    ("a Google OAuth secret", token("GOCSPX-", 28)), ("an npm token", token("npm_", 36)),
    ("a PyPI token", token("pypi-AgE", 120)),
    ("a SendGrid key", token("SG.", 22) + "." + token("", 43)),
    ("a DigitalOcean token", hexadecimal("dop_v1_", 64)),
    ("a Shopify token", hexadecimal("shpat_", 32)), ("a Twilio key", hexadecimal("SK", 32)),
    ("a Mailgun key", hexadecimal("key-", 32)), ("an OpenAI key", token("sk-proj-", 60)),
    ("an Anthropic key", token("sk-ant-api03-", 60)), ("a Hugging Face token", token("hf_", 34)),
    ("a Docker token", token("dckr_pat_", 27)), ("a Databricks token", hexadecimal("dapi", 32)),
    ("a Vault token", token("hvs.", 40)), ("a Linear key", token("lin_api_", 40)),
    ("a Telegram bot token", "271828182:AA" + token("", 33)),
    ("a Discord bot token", token("M", 23) + ".Gk3x9Q." + token("", 30)),
    ("a Mailchimp key", hexadecimal("", 32) + "-us14"),
    ("an Azure client secret", "x7f8Q~" + token("", 34)),
    ("a JSON web token", token("eyJ", 30) + "." + token("eyJ", 40) + "." + token("", 43)),
    (
      "an age key",
      "AGE-SECRET-KEY-1" + "Q3EGRZ7WLM2XJ4TBQ3EGRZ7WLM2XJ4TBQ3EGRZ7WLM2XJ4TBQ3EGRZ7WLM"
    ),
    ("a Slack webhook", "hooks.slack.com/services/T02AB3CD4/B05EF6GH7/" + token("", 24)),
  ]

  @Test(arguments: tokens.indices)
  func `a token of a service is found wherever it stands`(index: Int) {
    let (name, token) = Self.tokens[index]
    for (before, after) in [
      ("", ""), ("The key is ", ", I think."), ("`", "`"), ("x=\"", "\""), ("| ", " |"),
      ("(", ")."), ("https://", ""), ("- ", "\n"),
    ] {
      #expect(found(before + token + after) == ["\(name): \(token)"])
    }
    #expect(found("a" + token).isEmpty || !found("a" + token)[0].hasSuffix(": \(token)"))
  }

  @Test func `a private key is found, its shape in prose is not`() {
    let key = "MIIEpAIBAAKCAQEA7fK2mQ7xTz4LwB8nRc6VdH3sYpJ5gE1aUo"
    for kind in ["RSA PRIVATE KEY", "PRIVATE KEY", "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK"] {
      let first = "-----BEGIN \(kind)-----"
      #expect(found("\(first)\n\(key)\n") == ["a private key: \(first)"])
      #expect(found("\"\(first)\\n\(key)\\n\"") == ["a private key: \(first)"])
      #expect(found("A file that begins with `\(first)` is a key. \(first)\n...\n").isEmpty)
    }
    #expect(found("-----BEGIN PUBLIC KEY-----\n\(key)\n").isEmpty)
  }

  @Test(arguments: [
    ("postgres://ada:l0velace1843@db.acme.io/notes", "l0velace1843"),
    ("https://deploy:9fK2mQ7x@git.acme.io/x.git", "9fK2mQ7x"),
    ("mongodb+srv://u:Zq8-w3@cluster0.ab1cd.mongodb.net", "Zq8-w3"),
  ])
  func `a password in an address is found`(address: String, password: String) {
    #expect(found("See \(address) there.") == ["a password in an address: \(password)"])
  }

  @Test(arguments: [
    "postgres://postgres:postgres@localhost:5432/db", "https://user:password@acme.io/",
    "https://user:${PASSWORD}@acme.io/", "https://u:p4ss@127.0.0.1/", "http://a:bcdef@database/x",
    "https://ada@acme.io:8080/", "redis://x:s3cr3tt@cache.internal", "https://acme.io:8080/@ada:x",
    "https://me:<token>@github.com", "https://x:y8z9w@db.example.com",
  ])
  func `an address that keeps nothing secret is none`(address: String) {
    #expect(found(address) == [])
  }

  @Test(arguments: [
    ("DB_PASSWORD=tr0ub4dor.and3", "a password or key: tr0ub4dor.and3"),
    ("  password: \"Xk9#mQ2$vL\"", "a password or key: Xk9#mQ2$vL"),
    (
      "const apiKey = 'a8f5f167f44f4964e6c998dee827110c';",
      "a password or key: a8f5f167f44f4964e6c998dee827110c"
    ),
    (
      "\"SecretAccessKey\": \"wJa1rXUtnFEMIK7MDENGbPxRfiCYzQk9mQ2vL4Tb\"",
      "a password or key: wJa1rXUtnFEMIK7MDENGbPxRfiCYzQk9mQ2vL4Tb"
    ),
    (
      "-H \"Authorization: Bearer 9fK2mQ7xTz4LwB8nRc6VdH3s\"",
      "a key in a header: 9fK2mQ7xTz4LwB8nRc6VdH3s"
    ),
    (
      "Authorization: Basic YWRhOmwwdmVsYWNlMTg0Mw==",
      "a key in a header: YWRhOmwwdmVsYWNlMTg0Mw=="
    ),
    ("client_secret := \"q8Zr5tYw2xNc7vBm\"", "a password or key: q8Zr5tYw2xNc7vBm"),
  ])
  func `a value with a telling name is found`(line: String, leak: String) {
    #expect(found(line) == [leak])
  }

  @Test(arguments: [
    "password is", "PASSWORD  is", "The password ist", "\"mot_de_passe\" est",
    "password" + String(repeating: " is", count: 100_000),
  ])
  func `a name may stand before its verb`(name: String) {
    #expect(found(name + ": aB3dE6gH9jK2") == ["a password or key: aB3dE6gH9jK2"])
  }

  @Test(arguments: [
    "is: aB3dE6gH9jK2", " is: aB3dE6gH9jK2", "this: aB3dE6gH9jK2", "password IS: aB3dE6gH9jK2",
    "api_key = os.environ[\"OPENAI_API_KEY2\"]", "token: ${{ secrets.GITHUB_TOKEN }}",
    "password = get_password(user1)", "access_token = response.json()[\"access_token1\"]",
    "password: changeme123", "next_token = None", "The password: it is long.",
    "api_key = \"sk-...\"", "token == \"a8f5f167f44f4964\"", "secret: config/key1.pem",
    "token=$TOKEN2", "password_hash = \"a8f5f167f44f4964e6\"", "x-api-key: YOUR_API_KEY_1",
    "token: https://acme.io/t0ken99", "password=settings.DB_PASSWORD1",
    "Authorization: Bearer <token>", "max_tokens: 128000000",
  ])
  func `where only a name stands there is no secret`(line: String) {
    #expect(found(line) == [])
  }

  @Test func `examples and look-alikes are no secrets`() {
    for text in [
      "AKIAIOSFODNN7EXAMPLE", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "sk-...",
      "npm_config_cache",
      "hf_hub_download_with_a_long_name_behind_it", "sk_live_your_example_key_here00",
      "3f9a0c71e5d2b8467ac0915be3d8f264", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
      "550e8400-e29b-41d4-a716-446655440000", "eyJhbGciOiJIUzI1NiJ9",
      "key-value-stores-and-what-they-are-good-for", "AIzaSyA-example-key-that-is-too-long-for-one",
    ] {
      #expect(found(text) == [], "\(text)")
    }
  }
}

@Suite struct ContactTests {
  @Test(arguments: ["ada@lovelace.org", "ada.l+work@mail.lovelace.co.uk", "a_b-c@x-y.se"])
  func `an e-mail address is found`(address: String) {
    for (before, after) in [("", ""), ("<", ">"), ("(", ")."), ("mailto:", "?subject=x")] {
      #expect(found(before + address + after) == ["mail: \(address)"])
    }
    #expect(found("Write to \(address)", known: [address.uppercased()]) == [])
  }

  @Test(arguments: [
    "ada@example.com", "git@github.com:a/b.git", "@ada@social.zone", "cat@2x.png", "a@b",
    "https://ada@host.org/", "x@localhost.localdomain.test", "noreply@acme.org",
    "1+ada@users.noreply.github.com", "pkg@1.2.3", "@media (min-width: 40em)", "someone@",
  ])
  func `what is nobody's address is none`(text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: [
    "+46 70 123 45 67", "+4930123456", "(212) 664-7665", "212-664-7665", "212.664.7665",
    "030 1234 5678", "070-123 45 67", "+1 (212) 664 7665", "0044 20 7946 0958",
    "01 42 68 53 00",
  ])
  func `a phone number is found`(number: String) {
    for (before, after) in [("", ""), ("Call ", "."), ("tel:", ""), ("(", ")")] {
      #expect(found(before + number + after) == ["phone: \(number)"])
    }
    #expect(found("Call \(number)", known: [number]) == [])
  }

  @Test(arguments: [
    "2026-11-22", "22.11.2026", "1574845672087375873", "1,234,567,890", "10.0.0.1",
    "192.168.100.200",
    "(212) 555-0143", "978-3-16-148410-0", "v1.2.3.4", "12:30:45", "3.14159265358", "#0123456789",
    "0x0123456789", "/0301234567/8901", "01234567890123", "2019-08-07 2019-08-08", "5053338621",
    "%2B4930123456", "00:11:22:33:44:55", "1-800", "000 000 000 000", "02/20/2021 22:29",
    "viewBox=\"0 0 680 400\"", "Sun May 17 12:08:02 2015 -0500", "from -2147483648 to +2147483647",
    "06 3c 01 00 00 00 01", "01 00 00 00 01 ff", "b7 00 01 b1 00 00 00 01  00 0a 00 00",
  ])
  func `numbers that call nobody are none`(text: String) {
    #expect(found(text) == [])
  }
}

@Suite struct ConfidentialTests {
  private static let list = "# clients\nAcme\nGlobex Corporation\nMüller\nIBM\n株式会社"

  @Test(arguments: [
    ("I work for Acme.", "Acme"), ("ACME", "ACME"), ("acme's roof", "acme"), ("Ac-me", "Ac-me"),
    ("Ac\u{AD}me", "Ac\u{AD}me"), ("Ac-\n  me", "Ac-\n  me"), ("**Ac**me", "Ac**me"),
    ("Acmé", "Acmé"), ("the acme-logo.png", "acme"), ("anAcmeLogo", "Acme"),
    ("Globex Corporation", "Globex Corporation"), ("globexcorporation.com", "globexcorporation"),
    ("globex-corporation", "globex-corporation"), ("Globex\nCorporation", "Globex\nCorporation"),
    ("GLOBEX_CORPORATION", "GLOBEX_CORPORATION"), ("Mueller", "Mueller"), ("MULLER", "MULLER"),
    ("M%C3%BCller", "M%C3%BCller"), ("Mu\u{308}ller", "Mu\u{308}ller"), ("an IBM", "IBM"),
    ("Acmes", "Acme"), ("IBMs", "IBM"), ("IBMClient", "IBM"), ("在株式会社", "株式会社"),
  ])
  func `a confidential word is found in every dress`(text: String, word: String) {
    #expect(found(text, confidential: Self.list) == ["confidential: \(word)"])
  }

  @Test(arguments: ["macme", "Globex", "Corporation", "IBMXs", "Ac me", "Mull", "a c m e", "ibmx"])
  func `what only looks like one is none`(text: String) {
    #expect(found(text, confidential: Self.list) == [])
  }

  @Test func `an empty list finds nothing`() {
    #expect(found("anything at all", confidential: "# nothing\n\n") == [])
  }
}

@Suite struct AcceptanceTests {
  @Test func `a leak is accepted on its line, or alone above it, with a reason`() {
    let text = """
      a <!-- outloud: accept it is made up -->
      # outloud: accept the public one
      b
      c <!-- outloud: accept -->
      text outloud: accept of the line above
      d
      """
    let lines = Lines(Array(text.utf8))
    let verdicts = (1...6).map { Acceptance(ofLine: $0, in: lines) }
    #expect(
      verdicts == [
        .accepted(reason: "it is made up"), .accepted(reason: "the public one"),
        .accepted(reason: "the public one"), .withoutReason,
        .accepted(reason: "of the line above"), .none,
      ])
  }
}
