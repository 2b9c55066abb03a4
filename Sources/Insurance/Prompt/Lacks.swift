import Dates
import Notes

extension Chronicle {
  /// What the notes do not say yet; nothing while there are too few to tell.
  var lacks: [Finding] {
    let year = traces.filter { trace in trace.last.map { age($0) <= 366 } ?? false }
    let latest = year.suffix(10)
    var found: [Occasion] = []
    func lack(_ occasion: Occasion, of least: Int, when isLacking: Bool) {
      if isLacking, year.count >= least { found.append(occasion) }
    }
    lack(.noWhy, of: 3, when: !latest.contains { $0.parts.contains(.why) })
    lack(
      .noLearned, of: 3,
      when: !latest.contains { $0.parts.contains(.learned) || $0.status == "learned" })
    lack(.noHelp, of: 3, when: !latest.contains(where: \.wasHelped))
    lack(.noNext, of: 3, when: !latest.suffix(5).contains(where: \.namesNext))
    lack(.noOffer, of: 3, when: !year.contains(where: \.offersSomething))
    lack(
      .noAsk, of: 3, when: !latest.contains { !$0.asks.isEmpty || $0.isStuckOnSomething })
    let halfYear = year.filter { trace in trace.last.map { age($0) <= 183 } ?? false }
    lack(.noDecision, of: 5, when: !halfYear.contains { $0.kind != .note })
    lack(
      .noLife, of: 5,
      when: !year.contains { [.life, .volunteer, .learning].contains($0.experience) })
    let all = traces + undated
    lack(.unpublished, of: 3, when: !all.contains(where: \.isPublic))
    return [standless].compactMap(\.self) + found.map { Finding($0) } + [past].compactMap(\.self)
  }

  /// The newest note, if it belongs to a project and does not say where that stands.
  private var standless: Finding? {
    guard let newest = traces.last(where: \.isLived), let day = newest.last, age(day) <= 30,
      newest.project != nil, newest.status == nil, newest.answers == nil, !newest.isLog
    else { return nil }
    var finding = Finding(.noStatus)
    finding.name = newest.title
    finding.project = newest.project
    return finding
  }

  /// The latest year between others of which there is no note.
  private var past: Finding? {
    let known = Set(traces.flatMap(\.days).map(\.year))
    guard traces.count >= 5, let first = known.min(), first < today.year,
      let year = (first..<today.year).last(where: { !known.contains($0) })
    else { return nil }
    var finding = Finding(.past)
    finding.year = year
    return finding
  }
}
