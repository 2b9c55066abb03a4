import Files
import Insurance
import Notes
import Problems
import Writing

/// The note that an answer is kept in, from its first line on.
struct Notebook {
  private let run: AuthorRun
  private let choice: Agenda.Choice
  private let id: String
  /// Where it lies in the site's folder; nil before anything was written.
  private(set) var path: String?

  init(_ run: AuthorRun, _ choice: Agenda.Choice) {
    self.run = run
    self.choice = choice
    var generator = SystemRandomNumberGenerator()
    id = NoteID.mint(using: &generator)
  }

  /// Writes the answer as it is by now; says where.
  mutating func keep(_ answer: Answer) throws -> String {
    let draft = answer.draft(id: id, words: run.site.words, language: run.language)
    do throws(Problem) {
      if let path {
        try draft.replace(path, in: run.root.path)
        return path
      }
      let path = try draft.create(in: run.root.path, notesFolder: run.site.layout.notesFolder)
      self.path = path
      return path
    } catch {
      throw run.refusal(error)
    }
  }

  /// Makes a note without an answer for an editor; says where.
  mutating func open() throws -> String {
    let draft = Answer.blank(
      choice, id: id, on: run.now.date, in: run.zone, words: run.site.words,
      language: run.language)
    do throws(Problem) {
      let path = try draft.create(in: run.root.path, notesFolder: run.site.layout.notesFolder)
      self.path = path
      return path
    } catch {
      throw run.refusal(error)
    }
  }

  /// Takes an answer from the keyboard, for so many minutes where they are given. Every line is kept
  /// as soon as it is there. `beginning` is a line that was typed before. Says whether anything was
  /// written, and whether more may be asked.
  mutating func write(
    from keyboard: inout Keyboard, minutes: Int?, beginning: String? = nil
  ) throws -> Ending {
    var sitting = Sitting(isTimed: minutes != nil)
    if let beginning {
      _ = sitting.add(beginning)
      try keep(sitting)
    }
    let end = minutes.map { ContinuousClock.now + .seconds($0 * 60) }
    while true {
      let left = sitting.isTimed ? end.map { ContinuousClock.now.duration(to: $0) } : nil
      switch keyboard.next(within: left.map { $0 / .seconds(1) }) {
      case .line(let line):
        let goesOn = sitting.add(line)
        try keep(sitting)
        if !goesOn { return path == nil ? .nothing : .answered }
      case .interrupted(let line):
        _ = sitting.add(line)
        try keep(sitting)
        return path == nil ? .nothing : .ended
      case .end:
        return path == nil ? .nothing : .ended
      case .timeUp:
        sitting.endTime()
        Console.say("\u{7}The time is over. Finish your sentence; an empty line ends.")
      }
    }
  }

  enum Ending {
    case nothing, answered
    /// And nothing more is to be asked.
    case ended
  }

  private mutating func keep(_ sitting: Sitting) throws {
    let answer = Answer(sitting.text, to: choice, on: run.now.date, in: run.zone)
    if let answer { _ = try keep(answer) }
  }
}
