import Files
import Notes
import Trials

@testable import Publishing

/// Those whom a random site is built for.
enum Crowd: String, CaseIterable, Sendable {
  case everyone, coach, inside

  var audience: Audience {
    switch self {
    case .everyone: .public
    case .coach: .coach
    case .inside: .named("internal")
    }
  }
}

/// A site made by chance, of which is known who may not see what.
///
/// It is the second opinion on the gate: who sees a note is worked out when it is written, from
/// where it lies and what it says.
struct RandomSite: Sendable {
  private(set) var files: [RandomFile] = []
  let canaries: Canaries

  /// What stands in the text of those who may see it alone.
  struct Canaries: Sendable {
    let nobody, coach, inside, unlisted: String

    init(_ random: inout SplitMix64) {
      func word(_ random: inout SplitMix64) -> String {
        "zq" + String((0..<9).map { _ in random.one(of: Array("bcdfghjklmnpqrstvwxz")) })
      }
      (nobody, coach) = (word(&random), word(&random))
      (inside, unlisted) = (word(&random), word(&random))
    }

    /// Those that a build must not hold anywhere.
    func hidden(from crowd: Crowd) -> [String] {
      switch crowd {
      case .everyone: [nobody, coach, inside]
      case .coach: [nobody, inside]
      case .inside: [nobody, coach]
      }
    }
  }

  init(seed: UInt64) {
    var random = SplitMix64(state: seed)
    canaries = Canaries(&random)
    var writer = SiteWriter(canaries: canaries, random: random)
    files = writer.write()
  }

  /// The folder as it is.
  var whole: MemoryFolder { folder { $0.whole } }

  /// The folder without all that someone may not see.
  func bare(for crowd: Crowd) -> MemoryFolder { folder { $0.text(for: crowd) } }

  /// The folder without notes that nothing leads to.
  var withoutUnlisted: MemoryFolder { folder { $0.isUnlisted ? nil : $0.whole } }

  private func folder(_ bytes: (RandomFile) -> [UInt8]?) -> MemoryFolder {
    var contents: [String: [UInt8]] = [:]
    for file in files { contents[file.path] = bytes(file) }
    return MemoryFolder(contents)
  }
}

/// A file in pieces, each of which is kept from some.
struct RandomFile: Sendable {
  struct Piece: Sendable {
    let whole: [UInt8]
    /// What stands there where it is kept from someone.
    var bare: [UInt8] = []
    var hidden: Set<Crowd> = []
  }

  let path: String
  /// Those who do not get the file.
  var hidden: Set<Crowd> = []
  var isUnlisted = false
  var pieces: [Piece] = []

  var whole: [UInt8] { pieces.flatMap(\.whole) }

  func text(for crowd: Crowd) -> [UInt8]? {
    hidden.contains(crowd)
      ? nil : pieces.flatMap { $0.hidden.contains(crowd) ? $0.bare : $0.whole }
  }

  mutating func add(_ text: String, or bare: String = "", hiddenFrom hidden: Set<Crowd> = []) {
    pieces.append(Piece(whole: Array(text.utf8), bare: Array(bare.utf8), hidden: hidden))
  }
}

extension Set<Crowd> {
  static let all = Set(Crowd.allCases)
}
