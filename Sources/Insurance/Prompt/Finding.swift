import Dates
import Notes

/// A reason to ask something on one day: an occasion, and what it is about.
package struct Finding: Hashable, Sendable {
  package let occasion: Occasion
  /// The project, the title of the note, or the request that it is about.
  package var name: String?
  /// The project that an answer belongs to.
  package var project: String?
  package var since: CivilDate?
  /// The year that it is about, where that is not the present.
  package var year: Int?
  /// When it fell due, for what falls due.
  package var due: CivilDate?

  package init(_ occasion: Occasion) {
    self.occasion = occasion
  }
}

/// How long is long, by what the author finds enough.
struct Pace: Sendable {
  /// The days from one note to the next.
  let days: Int

  init(_ rhythm: Configuration.Rhythm) {
    days =
      switch rhythm {
      case .weekly: 7
      case .monthly: 31
      case .quarterly: 92
      }
  }

  /// After so many days without a note, the next one is a return.
  var absence: Int { max(91, days * 2) }
  /// After so many days without a word, a project is quiet.
  var quiet: Int { max(30, days * 2) }
  /// For so many days nothing is asked again that has been answered.
  var rest: Int { max(7, days) }
}
