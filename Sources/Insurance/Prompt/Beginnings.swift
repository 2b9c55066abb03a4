import Dates

extension Chronicle {
  /// What begins: with the first note, after a long time, in a new job.
  func beginnings(_ pace: Pace) -> [Finding] {
    isEmpty ? [Finding(.first)] : [comingBack(pace), newJob].compactMap(\.self)
  }

  /// How many days after the first note someone is still just back.
  private static let welcome = 14

  private func comingBack(_ pace: Pace) -> Finding? {
    let days = livedDays
    guard let last = days.last, let trace = traces.last(where: { $0.isLived && $0.last == last })
    else { return nil }
    let before = days.dropLast().last
    let isAway = age(last) >= pace.absence
    let isBack = before.map { last.daysSinceEpoch - $0.daysSinceEpoch >= pace.absence } ?? false
    guard isAway || isBack && age(last) <= Self.welcome else { return nil }
    var finding = Finding(.back)
    finding.name = trace.title
    finding.since = last
    return finding
  }

  /// How many days a job is new.
  private static let newness = 183

  /// A role at work that no note before it had, after notes with another one.
  private var newJob: Finding? {
    var known: Set<String> = []
    var began: CivilDate?
    for trace in traces where trace.experience == .work {
      guard let role = trace.role?.lowercased(), let day = trace.days.first else { continue }
      if !known.isEmpty, !known.contains(role) { began = day }
      known.insert(role)
    }
    guard let began, age(began) <= Self.newness else { return nil }
    var finding = Finding(.newJob)
    finding.since = began
    finding.due = began
    return finding
  }
}
