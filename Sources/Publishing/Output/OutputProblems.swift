import Files
import Problems
import Text

/// The words for everything that can go wrong with the output folder.
extension Problem {
  static func outputFolder(_ path: String) -> Problem {
    Problem(
      .outputFolder, "\(quoted(path)) is not a folder",
      hint: "choose another with --output")
  }

  /// `paths` in any order; a few are named.
  static func outputForeign(_ paths: [String], in folder: String) -> Problem {
    let shown = 3
    let sorted = paths.sorted { $0.precedesInBytes($1) }
    let names = sorted.prefix(shown).map(quoted)
    let more = paths.count > shown ? ["\(paths.count - shown) more"] : []
    return Problem(
      .outputForeign,
      "\(quoted(folder)) holds what no build wrote: \(listed(names + more))",
      hint: "nothing was changed; move it elsewhere, or choose another folder with --output")
  }

  static func outputLocked(_ path: String) -> Problem {
    Problem(
      .outputLocked, "another build is writing to \(quoted(path))",
      hint: "build again when it is done")
  }

  static func outputRecord(_ path: String, line: Int) -> Problem {
    Problem(
      .outputRecord, "line \(line) of \(quoted(path)) is nothing that this version wrote",
      hint: "nothing was changed; look what is in the folder, then delete it and build again")
  }

  static func outputCollision(_ path: String) -> Problem {
    Problem(.outputCollision, "two files want to be \(quoted(path))")
  }

  static func outputCollision(_ path: String, isFolderOf other: String) -> Problem {
    Problem(
      .outputCollision,
      "\(quoted(path)) cannot be a file and also the folder of \(quoted(other))")
  }

  static func outputPath(_ path: String, _ flaw: OutputPath.Flaw) -> Problem {
    let reason =
      switch flaw {
      case .empty: "it is empty"
      case .absolute: "it starts with “/”"
      case .emptyComponent: "it has a part without a name"
      case .dots: "it has a part that is “.” or “..”"
      case .forbiddenCharacter: "it has a line break or a zero byte"
      case .ownRecord: "“\(OutputRecord.folder)” is kept for the build’s own record"
      }
    return Problem(.outputPath, "\(quoted(path)) cannot be published: \(reason)")
  }

  /// Something that goes into the site could not be read.
  static func outputRead(_ error: FileError, for name: String) -> Problem {
    Problem(
      .outputRead, "\(quoted(error.path)) could not be read: \(error.explanation)",
      hint: "it belongs at \(quoted(name.withoutSecretID)); nothing was published")
  }

  static func outputWrite(_ error: FileError, at name: String) -> Problem {
    Problem(.outputWrite, failed(error, name), hint: "nothing was published")
  }

  /// The point of no return is passed.
  static func outputUnfinished(_ error: FileError, at name: String) -> Problem {
    Problem(
      .outputWrite, failed(error, name),
      hint: "a part of the site is new already; the next build puts the rest in place")
  }

  private static func failed(_ error: FileError, _ name: String) -> String {
    let action =
      switch error.action {
      case .list, .read: "read"
      case .write: "written"
      case .create: "made"
      case .move: "put in place"
      case .remove: "removed"
      case .lock: "locked"
      }
    return "\(quoted(name.withoutSecretID)) could not be \(action): \(error.explanation)"
  }

  /// In quotes, without what a hostile name could send to the terminal.
  private static func quoted(_ path: String) -> String {
    "“\(path.printable)”"
  }

  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
