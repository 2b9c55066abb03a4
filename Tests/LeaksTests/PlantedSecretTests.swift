import Leaks
import Testing
import Trials

/// A hundred secrets of twenty kinds, made by chance as their services make them, in texts of all
/// kinds. `SEED` repeats a run.
struct PlantedSecretTests {
  @Test func `at least 95 of 100 planted secrets are found`() {
    var random = SplitMix64(state: Trials.seed)
    let scanner = LeakScanner(knownContacts: [String](), confidential: nil)
    var missed: [String] = []
    for kind in Self.kinds {
      for _ in 0..<5 {
        let secret = kind.make(&random)
        let text = random.one(of: kind.places).replacing("SECRET", with: secret)
        let isFound = scanner.leaks(in: Array(text.utf8)).contains { leak in
          if case .secret = leak.kind { true } else { false }
        }
        if !isFound { missed.append("\(kind.name) in \(text.debugDescription)") }
      }
    }
    #expect(Self.kinds.count == 20)
    #expect(missed.count <= 5, "SEED=\(Trials.seed): \(missed.joined(separator: "\n"))")
    print("planted secrets: SEED=\(Trials.seed), \(100 - missed.count) of 100 found")
  }

  private struct Kind: Sendable {
    let name: String
    /// Where it is written; those that have no look of their own are told by their names.
    var places = Self.anywhere
    let make: @Sendable (inout SplitMix64) -> String

    private static let anywhere = [
      "Yesterday I used SECRET for the first time.", "```sh\nexport KEY=SECRET\n```",
      "| key | value |\n|---|---|\n| a | SECRET |", "- SECRET\n- more", "key: \"SECRET\"",
      "{\"key\": \"SECRET\", \"b\": 1}", "curl -H 'X-Key: SECRET' https://api.acme.io/",
      "[the key](https://acme.io/?key=SECRET)", "<!-- SECRET -->", "It is `SECRET`.", "(SECRET)",
      "---\nsummary: SECRET\n---\n", "const key = 'SECRET';", "SECRET",
    ]
  }

  private static func text(
    _ count: ClosedRange<Int>, of alphabet: String, _ random: inout SplitMix64
  ) -> String {
    let characters = Array(alphabet)
    return String(
      (0..<Int.random(in: count, using: &random)).map { _ in random.one(of: characters) })
  }

  private static let digits = "0123456789"
  private static let hexadecimal = digits + "abcdef"
  private static let small = "abcdefghijklmnopqrstuvwxyz"
  private static let letters = small + small.uppercased() + digits
  private static let url = letters + "-_"
  private static let base64 = letters + "+/"

  /// The first letters of each are put together here, so that nobody takes this for a leak.
  private static func token(
    _ name: String, _ prefix: [String], _ count: ClosedRange<Int>, of alphabet: String = letters,
    _ ending: String = ""
  ) -> Kind {
    Kind(name: name) { prefix.joined() + text(count, of: alphabet, &$0) + ending }
  }

  private static let kinds: [Kind] = [
    token("GitHub, classic", ["gh", "p_"], 36...36),
    token("GitHub, fine-grained", ["github", "_pat_"], 82...82, of: letters + "_"),
    token("GitLab", ["gl", "pat-"], 20...20, of: url),
    token("Slack bot", ["xo", "xb-"], 48...56, of: letters),
    Kind(name: "Slack webhook") {
      "https://hooks.slack" + ".com/services/T" + text(8...10, of: digits + "ABCDEF", &$0) + "/B"
        + text(8...10, of: digits + "ABCDEF", &$0) + "/" + text(24...24, of: letters, &$0)
    },
    token("Stripe", ["sk_", "live_"], 24...99),
    token("Google", ["AI", "za"], 35...35, of: url),
    Kind(name: "SendGrid") {
      "S" + "G." + text(22...22, of: url, &$0) + "." + text(43...43, of: letters, &$0)
    },
    token("Twilio", ["S", "K"], 32...32, of: hexadecimal),
    token("OpenAI", ["sk-", "proj-"], 48...156, of: letters),
    token("Anthropic", ["sk-", "ant-api03-"], 93...93, of: letters, "AA"),
    token("npm", ["np", "m_"], 36...36),
    token("PyPI", ["pypi-", "AgE"], 120...180, of: letters),
    token("DigitalOcean", ["dop", "_v1_"], 64...64, of: hexadecimal),
    token("Hugging Face", ["h", "f_"], 34...34),
    Kind(name: "JSON web token") {
      "ey" + "J" + text(33...33, of: letters, &$0) + ".ey" + "J" + text(60...90, of: letters, &$0)
        + "." + text(43...43, of: letters, &$0)
    },
    Kind(name: "Telegram bot") {
      text(9...10, of: "123456789", &$0) + ":A" + "A" + text(33...33, of: letters, &$0)
    },
    Kind(
      name: "AWS secret",
      places: [
        "AWS_SECRET_ACCESS" + "_KEY=SECRET", "aws_secret_access" + "_key = SECRET",
        "\"SecretAccess" + "Key\": \"SECRET\"", "export AWS_SECRET_ACCESS" + "_KEY=\"SECRET\"",
      ]
    ) { text(40...40, of: base64, &$0) },
    Kind(
      name: "private key",
      places: [
        "SECRET", "```\nSECRET\n```", "> SECRET", "key: |\n  SECRET",
      ]
    ) {
      let kind = $0.one(of: ["RSA PRIVATE", "PRIVATE", "OPENSSH PRIVATE", "EC PRIVATE"])
      return "-----BEGIN \(kind)" + " KEY-----\n" + text(64...64, of: base64, &$0) + "\n"
    },
    Kind(
      name: "password",
      places: [
        "DB_PASS" + "WORD=SECRET", "pass" + "word: \"SECRET\"",
        "postgres://ada:SECRET" + "@db.acme.io/notes",
        "client_sec" + "ret = 'SECRET'", "https://deploy:SECRET" + "@git.acme.io/x.git",
        "Authorization: Bearer" + " SECRET", "mysql --pass" + "word=SECRET -u root",
      ]
    ) { text(14...24, of: letters, &$0) },
  ]
}
