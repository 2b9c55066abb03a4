/// When a question is worth asking: what there is, what is due, or what the notes lack.
///
/// In the order in which they are thought of. Their words are what a pack says behind `when:`.
package enum Occasion: String, Hashable, Sendable, CaseIterable {
  // Beginnings
  /// There is no note yet.
  case first
  /// The first note after a long time, or the time itself.
  case back
  /// A role at work that no note had before.
  case newJob = "new_job"

  case stuck

  // What is due
  case year, quarter, month, week

  // What is open
  case waiting
  /// Something was asked for, and nothing closed it.
  case asked
  /// A project was finished, and no note says what it taught.
  case shipped
  /// A project was not heard of for long.
  case quiet

  // What the notes lack
  case noStatus = "no_status"
  case noWhy = "no_why"
  case noLearned = "no_learned"
  case noHelp = "no_help"
  case noNext = "no_next"
  case noOffer = "no_offer"
  case noAsk = "no_ask"
  case noDecision = "no_decision"
  case noLife = "no_life"
  /// There are notes, and none is published.
  case unpublished
  /// A year between others without a note.
  case past

  case any

  /// How it began; asked by `backfill`, of whoever says so.
  case began
  /// In a worksheet, and nowhere else.
  case worksheet

  /// What a pack can ask for.
  static let words = allCases.filter { $0 != .worksheet }.map(\.rawValue)

  /// Those that are alike: of these, another one comes first each day.
  static let lacks: Set<Occasion> = [
    .noStatus, .noWhy, .noLearned, .noHelp, .noNext, .noOffer, .noAsk, .noDecision, .noLife,
    .unpublished, .past,
  ]

  /// The names in braces that a question for it may hold.
  var placeholders: Set<String> {
    switch self {
    case .stuck, .waiting, .asked, .shipped, .quiet, .back: ["name", "since"]
    case .noStatus: ["name"]
    case .newJob: ["since"]
    case .past, .began: ["year"]
    default: []
    }
  }
}
