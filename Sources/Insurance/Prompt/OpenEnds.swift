import Dates
import Text

extension Chronicle {
  /// More of a kind would be a list of what is not done.
  private static let limit = 3
  /// What is older than a year is no open end, but a part of the past.
  private static let memory = 366

  /// What is stuck, waits, was asked for, has just been finished, or was not heard of for long; of
  /// each kind the newest first.
  func openEnds(_ pace: Pace) -> [Finding] {
    let threads = threads
    return held(as: "stuck", .stuck, threads, from: 1)
      + held(as: "waiting", .waiting, threads, from: 7)
      + asked(threads) + shipped(threads) + quiet(threads, pace)
  }

  /// A project's notes, oldest first; or one note that belongs to none.
  private struct Thread {
    let traces: [Trace]
    /// The name of the project, or the title of the note.
    let name: String
    let project: String?
    let last: CivilDate

    /// The last that was said of where it stands, and the first of the notes that said so one after
    /// the other.
    let standing: (status: String, since: CivilDate)?

    init?(_ traces: [Trace], closed: Set<String>) {
      guard let newest = traces.last, let last = newest.last else { return nil }
      self.traces = traces
      self.last = last
      project = newest.project
      name = newest.project?.asOneLine ?? "“\(newest.title.asOneLine)”"
      var standing: (status: String, since: CivilDate)?
      for trace in traces {
        guard let status = trace.status, let day = trace.last else { continue }
        let isClosed = trace.id.map(closed.contains) ?? false
        let word = isClosed && ["stuck", "waiting"].contains(status) ? "closed" : status
        if standing?.status != word { standing = (word, day) }
      }
      self.standing = standing
    }

    var isFinished: Bool { ["shipped", "dropped"].contains(standing?.status) }
  }

  private var threads: [Thread] {
    let closed = closed
    let inProjects = Dictionary(grouping: traces.filter { $0.project != nil }) { $0.projectKey }
    let alone = traces.filter { $0.project == nil && $0.status != nil }.map { [$0] }
    return (inProjects.values + alone).compactMap { Thread($0, closed: closed) }.sorted { a, b in
      a.last == b.last ? (a.traces.last?.path ?? "") < (b.traces.last?.path ?? "") : a.last > b.last
    }
  }

  private func held(
    as status: String, _ occasion: Occasion, _ threads: [Thread], from days: Int
  ) -> [Finding] {
    let found = threads.compactMap { thread -> Finding? in
      guard let standing = thread.standing, standing.status == status, age(standing.since) >= days,
        age(thread.last) <= Self.memory
      else { return nil }
      return finding(occasion, thread, since: standing.since)
    }
    return Array(found.prefix(Self.limit))
  }

  private func finding(_ occasion: Occasion, _ thread: Thread, since: CivilDate) -> Finding {
    var finding = Finding(occasion)
    finding.name = thread.name
    finding.project = thread.project
    finding.since = since
    return finding
  }

  private func asked(_ threads: [Thread]) -> [Finding] {
    let closed = closed
    let finished = Set(threads.filter(\.isFinished).compactMap { $0.project?.lowercased() })
    let found = traces.reversed().compactMap { trace -> Finding? in
      guard let request = trace.asks.first, let day = trace.last,
        (14...Self.memory).contains(age(day)), !(trace.id.map(closed.contains) ?? false),
        !(trace.projectKey.map(finished.contains) ?? false)
      else { return nil }
      var finding = Finding(.asked)
      finding.name = request.asOneLine.cut(to: 120)
      finding.project = trace.project
      finding.since = day
      return finding
    }
    return Array(found.prefix(Self.limit))
  }

  private func shipped(_ threads: [Thread]) -> [Finding] {
    let found = threads.compactMap { thread -> Finding? in
      guard let standing = thread.standing, standing.status == "shipped",
        age(standing.since) <= 60,
        !thread.traces.contains(where: { trace in
          trace.parts.contains(.learned) && trace.last.map { $0 >= standing.since } ?? false
        })
      else { return nil }
      return finding(.shipped, thread, since: standing.since)
    }
    return Array(found.prefix(Self.limit))
  }

  private func quiet(_ threads: [Thread], _ pace: Pace) -> [Finding] {
    let settled: Set<String> = [
      "shipped", "dropped", "paused", "learned", "stuck", "waiting",
    ]
    let found = threads.compactMap { thread -> Finding? in
      guard thread.project != nil, (pace.quiet...Self.memory).contains(age(thread.last)),
        !(thread.standing.map { settled.contains($0.status) } ?? false)
      else { return nil }
      return finding(.quiet, thread, since: thread.last)
    }
    return Array(found.prefix(Self.limit))
  }
}
