import Dates
import Problems

/// What a site's folder remembers of its past: a git repository, or nothing.
package protocol History: Sendable {
  /// The files and folders, the latter with a `/` at their end, that are not to be published
  /// because the history leaves them out.
  func ignored() async throws(Problem) -> [String]
  /// When each of some files was added, where that is known.
  func additions(of paths: [String]) async throws(Problem) -> Additions
  /// The files of the folder that it keeps now.
  func tracked() async throws(Problem) -> [String]
  /// The files of the folder that it has ever kept, on any branch; nil where it was cut off.
  func everTracked() async throws(Problem) -> [String]?
}

package enum Additions: Sendable {
  case known([String: Moment])
  /// The history was cut off, so that its dates would be wrong.
  case shallow
}

/// A folder without a past.
package struct NoHistory: History {
  package init() {}

  package func ignored() -> [String] { [] }
  package func additions(of paths: [String]) -> Additions { .known([:]) }
  package func tracked() -> [String] { [] }
  package func everTracked() -> [String]? { [] }
}
