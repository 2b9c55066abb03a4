import Glibc

/// What the system refused to do with a file, and why, in its own words.
package struct FileError: Error, Hashable, Sendable {
  package enum Action: String, Sendable {
    case list, read, write, create, move, remove, lock
  }

  package enum Reason: Hashable, Sendable {
    /// The system's error number.
    case system(Int32)
    /// More bytes than the caller was ready to take.
    case tooLarge(limit: Int)
    case notAFile
    /// It grew or shrank while it was read.
    case changed
  }

  package let action: Action
  package let path: String
  package let reason: Reason

  package init(_ action: Action, _ path: String, _ reason: Reason) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// The reason alone, such as “No such file or directory”.
  package var explanation: String {
    switch reason {
    case .system(let number): String(cString: strerror(number))
    case .tooLarge(let limit): "it is larger than \(limit / 1_048_576) MiB"
    case .changed: "it changed while it was read"
    case .notAFile: "it is not a regular file"
    }
  }

  /// Whether something stands there that was to be made; of a folder some systems say that it is
  /// not empty.
  package var isTaken: Bool { reason == .system(EEXIST) || reason == .system(ENOTEMPTY) }

  package var isMissing: Bool { reason == .system(ENOENT) || reason == .system(ENOTDIR) }
}
