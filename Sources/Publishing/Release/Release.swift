import Dates
import Files
import Notes
import Pictures
import Problems
import Redaction
import Text

/// What it takes to publish a note: what will be seen of it, and the files that come to be.
///
/// It is made by `ReleaseDesk`, which looks at the site as it would be, and done by `apply`.
package struct Release: Sendable {
  /// Where the note lies, and where what is published of it will; the same for one that stays.
  package let source: String
  package let target: String
  package let reach: Reach
  package let text: PublicNoteText
  package let title: String
  /// The whole address of the page; empty where it cannot be told.
  package let address: String
  /// How many there are.
  package let words: Int
  package let files: [ReleasedFile]
  /// The people in it, whoever has agreed.
  package let hasPeople: Bool
  /// Whether the original stays private, beside the public copy.
  package let keepsOriginal: Bool
  /// Whether a copy is there already, and would not change.
  package let isUpToDate: Bool
  /// Whether it was published before.
  package let isUpdate: Bool
  /// Whether nothing has been published by name before on this site.
  package let isFirst: Bool
  /// What is to be said; with an error among them, nothing can be done.
  package let problems: [Problem]
  /// The folder as it would be, for the lines that problems are about.
  package let folder: any Folder
  let steps: [Step]
  /// The files that the steps are about.
  let basis: [Basis]

  /// A picture, or another file beside the note, that is published with it.
  package struct ReleasedFile: Hashable, Sendable {
    package enum Way: Hashable, Sendable {
      case moves
      /// Something else shows it too, or it was cleaned: the original stays.
      case copies
      case isThere
    }

    package let source: String
    package let target: String
    package let way: Way
    /// What a picture says unasked, and what is taken out of it.
    package let removed: Set<PictureMetadata>
  }
}

extension Release {
  /// One change to the disk: it happens or it does not, and what was done before it stands. All of them
  /// can be done again from the start.
  enum Step: Hashable, Sendable {
    /// A new file.
    case place([UInt8], at: String)
    /// Other bytes in a file that is there, or is to be there.
    case replace(String, with: [UInt8])
    case move(String, to: String)
    case remove(String)

    fileprivate func apply(in root: String) throws(FileError) {
      switch self {
      case .place(let bytes, let path):
        try Disk.createFolder("\(root)/\(path.folder)")
        try Disk.place(bytes, at: "\(root)/\(path)")
      case .replace(let path, let bytes): try Disk.replace("\(root)/\(path)", with: bytes)
      case .move(let path, let target):
        try Disk.moveFile("\(root)/\(path)", toFree: "\(root)/\(target)")
      case .remove(let path): try Disk.removeFile("\(root)/\(path)")
      }
    }

    var paths: [String] {
      switch self {
      case .place(_, let path), .replace(let path, _), .remove(let path): [path]
      case .move(let path, let target): [path, target]
      }
    }
  }

  /// What a file was when the release was made.
  struct Basis: Hashable, Sendable {
    let path: String
    /// Nil where there was none.
    let digest: String?

    init(of path: String, in folder: any Folder) throws(FileError) {
      self.path = path
      digest =
        folder.kind(path) == nil
        ? nil : SHA256.hexadecimal(try folder.read(path, limit: ReleaseFiles.limit))
    }
  }

  /// Does it, in a site's folder. Where somebody has changed a file since the release was made, as while
  /// its author was asked, nothing is done. `before` is called before each step: what it throws ends it
  /// there, as if the power had gone.
  package func apply(
    in root: String, before: (() throws(FileError) -> Void)? = nil
  ) throws(ReleaseRefusal) {
    var outdated: [Problem] = []
    do throws(FileError) {
      let lock = try PrivateFolder.lock(in: root)
      defer { lock?.remove() }
      for old in basis where try Basis(of: old.path, in: DiskFolder(root)) != old {
        outdated.append(.publishOutdated(old.path))
      }
      if outdated.isEmpty {
        for step in steps {
          try before?()
          try step.apply(in: root)
        }
      }
    } catch {
      throw ReleaseRefusal(problems: [.publishStopped(error)])
    }
    guard outdated.isEmpty else { throw ReleaseRefusal(problems: outdated) }
  }
}

extension String {
  /// The folder of a path; empty for one without.
  var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "" }
}

extension Problem {
  fileprivate static func publishOutdated(_ path: String) -> Problem {
    Problem(
      .publishChanged, file: path,
      "it has changed since it was looked at, and nothing was published",
      hint: "publish the note again, to see what will be seen now")
  }

  fileprivate static func publishStopped(_ error: FileError) -> Problem {
    Problem(
      .outputWrite, "“\(error.path)” could not be changed: \(error.explanation)",
      hint: "do it again when that is mended; nothing is lost")
  }
}
