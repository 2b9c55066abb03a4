import Dates

/// Which notes were stuck or asked something, and which later ones say that they closed it: the
/// front matter's `closes`.
///
/// Only notes that are published are tied. An id that belongs to no such note says nothing.
package struct Ties: Sendable {
  private let closers: [ObjectIdentifier: [PublishedNote]]
  private let closed: [ObjectIdentifier: [PublishedNote]]

  init(_ notes: [PublishedNote]) {
    let closing = notes.filter { !$0.closes.isEmpty }
    let wanted = Set(closing.flatMap(\.closes))
    var byID: [String: PublishedNote] = [:]
    if !wanted.isEmpty {
      for note in notes {
        if let id = note.id, wanted.contains(id), byID[id] == nil { byID[id] = note }
      }
    }
    var closers: [ObjectIdentifier: [PublishedNote]] = [:]
    var closed: [ObjectIdentifier: [PublishedNote]] = [:]
    for note in closing {
      var seen: Set<String> = []
      for id in note.closes where seen.insert(id).inserted {
        guard let other = byID[id], other !== note else { continue }
        closers[ObjectIdentifier(other), default: []].append(note)
        closed[ObjectIdentifier(note), default: []].append(other)
      }
    }
    self.closers = closers.mapValues { $0.sorted(by: Self.precedes) }
    self.closed = closed.mapValues { $0.sorted(by: Self.precedes) }
  }

  package var isEmpty: Bool { closers.isEmpty }

  /// The notes that closed what this one left open, oldest first.
  package func closers(of note: PublishedNote) -> [PublishedNote] {
    closers[ObjectIdentifier(note)] ?? []
  }

  /// The notes whose open ends this one closed, oldest first.
  package func closed(by note: PublishedNote) -> [PublishedNote] {
    closed[ObjectIdentifier(note)] ?? []
  }

  private static func precedes(_ a: PublishedNote, _ b: PublishedNote) -> Bool {
    let (first, second) = (a.latest?.instant ?? 0, b.latest?.instant ?? 0)
    return first == second ? a.path < b.path : first < second
  }
}

extension PublishedNote {
  /// When it last brought something to the timeline.
  var latest: Moment? { updates.map(\.date).max { $0.instant < $1.instant } ?? date }

  var isStuck: Bool { status?.word == "stuck" }
}
