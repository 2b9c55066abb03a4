/// What is known of published notes, by their numbers: every page asks, and nothing is found faster.
struct NoteTable<Value: Sendable>: Sendable {
  private var values: [Value?]

  /// For some notes of which nothing is known yet.
  init(for notes: [PublishedNote]) {
    values = Array(repeating: nil, count: notes.lazy.map(\.number).max().map { $0 + 1 } ?? 0)
  }

  subscript(note: PublishedNote) -> Value? {
    get { values.indices.contains(note.number) ? values[note.number] : nil }
    set { if values.indices.contains(note.number) { values[note.number] = newValue } }
  }
}
