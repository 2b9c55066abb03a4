import Dates
import Files
import Notes
import Problems
import Text

/// Adds lines to the private log of a day.
///
/// A log that has been published is finished: whoever follows it has read it. And a log belongs to one
/// project at most. So a day may have several, `2026-11-25.md`, `2026-11-25-2.md` …
package struct LogBook: Sendable {
  private let root: String
  private let survey: Survey
  private let site: Acquaintance
  private let publishedIDs: Set<String>

  package static let folder = "log"

  /// `root` is the site's folder; the present is in seconds since 1970.
  package init(in root: String, _ survey: Survey, now: Int) {
    self.root = root
    self.survey = survey
    site = Acquaintance(survey, now: now)
    publishedIDs = survey.publishedIDs
  }

  /// What is to be written down.
  package struct Entry: Sendable {
    package var day: CivilDate
    /// In seconds since midnight, on a whole minute; nil where only the day is known.
    package var time: Int?
    package var status: Status?
    /// Goes before a project that the text names.
    package var project: String?

    package init(
      day: CivilDate, time: Int? = nil, status: Status? = nil, project: String? = nil
    ) {
      self.day = day
      self.time = time
      self.status = status
      self.project = project
    }
  }

  /// What was written down.
  package struct Record: Sendable {
    package let lines: [(line: LogLine, path: String)]
    /// Logs of the day that could not be added to.
    package let problems: [Problem]

    /// The files, each once, in the order in which lines came to them.
    package var paths: [String] {
      lines.map(\.path).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  /// The lines of a text, each for itself; empty ones say nothing.
  package func lines(of text: String) -> [LogLine] {
    text.split(whereSeparator: \.isNewline).compactMap { LogText(String($0)) }
      .map { LogLine($0, knowing: site) }
  }

  /// A whole text as one line; nil where it says nothing.
  package func line(of text: String) -> LogLine? {
    LogText(text).map { LogLine($0, knowing: site) }
  }

  /// Writes lines down, all of them or, where a file cannot be written, none. Others who write at the
  /// same time come before or after.
  package func add(
    _ lines: [LogLine], _ entry: Entry, using generator: inout some RandomNumberGenerator
  ) throws(Problem) -> Record {
    let lock: FileLock?
    do throws(FileError) {
      try PrivateFolder.make(in: root, notes: Self.folder)
      lock = try PrivateFolder.lock(in: root)
    } catch {
      throw .notWritten(error)
    }
    defer { lock?.remove() }
    var day = Day(of: entry.day, in: root, survey, publishedIDs)
    var written: [(LogLine, String)] = []
    for line in lines {
      let line = entry.project.map(line.about) ?? line
      written.append((line, try day.add(line, entry, using: &generator)))
    }
    try day.write()
    return Record(lines: written, problems: day.problems)
  }
}

/// The logs of a day while lines are added to them.
private struct Day {
  private let day: CivilDate
  private let root: String
  private let notesFolder: String
  private let ids: Set<String>
  private var logs: [Log] = []
  private(set) var problems: [Problem] = []

  private struct Log {
    let name: String
    let path: String
    var content: DayLog
    /// As it is on disk; nil for one that is not there yet.
    let old: [UInt8]?
  }

  init(of day: CivilDate, in root: String, _ survey: Survey, _ publishedIDs: Set<String>) {
    self.day = day
    self.root = root
    notesFolder = survey.notesFolder
    ids = survey.ids
    var number = 1
    while isTaken(number) {
      let path = path(number)
      do throws(Problem) {
        if !isPublished(number), let bytes = try Self.read("\(root)/\(path)", path) {
          let log = try DayLog(bytes, path: path)
          if !publishedIDs.contains(log.id ?? "") {
            logs.append(Log(name: name(number), path: path, content: log, old: bytes))
          }
        }
      } catch {
        problems.append(error.with(severity: .warning))
      }
      number += 1
    }
  }

  private static func read(_ file: String, _ path: String) throws(Problem) -> [UInt8]? {
    guard Disk.kind(file) != nil else { return nil }
    do throws(FileError) {
      return try Disk.read(file, limit: SourceFile.sizeLimit)
    } catch {
      throw .unreadable(path, error)
    }
  }

  private func name(_ number: Int) -> String { number == 1 ? "\(day)" : "\(day)-\(number)" }

  private func path(_ number: Int) -> String {
    "\(SiteLayout.privateNotesFolder)/\(LogBook.folder)/\(name(number)).md"
  }

  private func isPublished(_ number: Int) -> Bool {
    let folder = notesFolder.isEmpty ? "" : notesFolder + "/"
    return Disk.kind("\(root)/\(folder)\(LogBook.folder)/\(name(number)).md") != nil
  }

  private func isTaken(_ number: Int) -> Bool {
    isPublished(number) || Disk.kind("\(root)/\(path(number))") != nil
      || logs.contains { $0.name == name(number) }
  }

  /// Adds a line to the log of its project, else to one that has no other, else to a new one.
  mutating func add(
    _ line: LogLine, _ entry: LogBook.Entry, using generator: inout some RandomNumberGenerator
  ) throws(Problem) -> String {
    let own = logs.indices.filter { logs[$0].content.project == line.project }
    let fitting = logs.indices.filter { index in
      !own.contains(index) && (logs[index].content.project == nil || line.project == nil)
    }
    for index in own + fitting {
      do throws(Problem) {
        if let new = try logs[index].content.adding(
          line, status: entry.status, time: entry.time, on: day)
        {
          logs[index].content = new
          return logs[index].path
        }
      } catch {
        problems.append(error.with(severity: .warning))
      }
    }
    var number = 1
    while isTaken(number) { number += 1 }
    let id = NoteID.mint(using: &generator, avoiding: ids)
    let log = try DayLog(id: id, name: name(number), day: day, path: path(number))
    guard
      let new = try log.adding(line, status: entry.status, time: entry.time, on: day)
    else { throw .lineUnfit(line) }
    logs.append(Log(name: name(number), path: path(number), content: new, old: nil))
    return path(number)
  }

  func write() throws(Problem) {
    do throws(FileError) {
      for log in logs {
        let file = "\(root)/\(log.path)"
        if let old = log.old {
          if log.content.bytes != old { try Disk.replace(file, with: log.content.bytes) }
        } else {
          try Disk.place(log.content.bytes, at: file)
        }
      }
    } catch {
      throw .notWritten(error)
    }
  }
}

extension Problem {
  fileprivate static func lineUnfit(_ line: LogLine) -> Problem {
    Problem(
      .valueInvalid, "this cannot be a line of a log: “\(line.text.cut(to: 60))”",
      hint: "make a note of it: outloud new")
  }
}
