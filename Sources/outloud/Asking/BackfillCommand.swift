import ArgumentParser
import Files
import Insurance
import Notes
import Problems

struct BackfillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backfill",
    abstract: "Go back year by year from now, one question at a time.",
    discussion: """
      It begins with the latest year that no note is about, and says what stands before and after it. \
      Each answer becomes a private note with the year for its date, or the month or day that the \
      answer begins with (“2019-06: We moved.”). Published one day, it stands in the timeline and the \
      archive, and not in the feed: nobody who follows you is flooded.

      An empty answer stops, and the next time it goes on from there. “began” says that this is the \
      year in which it began: no earlier one is asked about.

      Examples:
        outloud backfill
        outloud backfill --year 2019
        outloud backfill --from 2001
        outloud backfill --answer "2019-06: We moved the archive, box by box."
      """)

  @OptionGroup var author: AuthorOptions

  @Option(help: "A year to tell more of.")
  var year: Int?

  @Option(help: "The first year to be asked about.")
  var from: Int?

  @Flag(help: "With --answer: this is the year in which it began.")
  var began = false

  func validate() throws {
    for (name, value) in [("--year", year), ("--from", from)] {
      if let value, !(1...9_999).contains(value) {
        throw ValidationError("\(name) wants a year such as 2019, not “\(value)”.")
      }
    }
    if began, author.answer == nil { throw ValidationError("--began goes with --answer.") }
  }

  func run() async throws {
    var run = try await AuthorRun(author)
    if let year, year > run.now.date.year {
      throw ValidationError("--year wants a year that has begun, not “\(year)”.")
    }
    let backfill = backfill(run)
    guard let step = backfill.step else {
      return author.json ? Console.print(backfill.json()) : Console.say(done(backfill))
    }
    if let text = try author.givenAnswer() {
      let path = try run.keep(text, to: began ? step.beginning ?? step.choice : step.choice)
      run = try await AuthorRun(author)
      if author.json { Console.print(self.backfill(run).json(note: path)) }
      return Console.say("\(kept(path, run))\n\(self.backfill(run).progress)")
    }
    guard Questions().isTerminal, !author.json else {
      return Console.print(author.json ? backfill.json() : step.text)
    }
    run.say(preface: run.awayPreface)
    try await walk(from: step, run)
  }

  private func backfill(_ run: AuthorRun) -> Backfill {
    Backfill(run.chronicle, run.book, run.wording, year: year, from: from)
  }

  /// Asks year after year, until nothing is answered.
  private func walk(from first: Backfill.Step, _ before: AuthorRun) async throws {
    var keyboard = Keyboard()
    var run = before
    var next: Backfill.Step? = first
    Console.say(
      "An empty line ends an answer. Without an answer it stops; “began” ends the way back.\n")
    while let step = next {
      Console.say(step.text)
      let line: String
      switch keyboard.next() {
      case .line(let text): line = text
      case .interrupted, .end, .timeUp: line = ""
      }
      let word = line.lowercased().filter { !$0.isWhitespace }
      if word.isEmpty || word == "q" || word == "quit" { break }
      let isBeginning = word == "began"
      let choice = isBeginning ? step.beginning ?? step.choice : step.choice
      if isBeginning { Console.say(choice.ask) }
      var notebook = Notebook(run, choice)
      let ending = try notebook.write(
        from: &keyboard, minutes: nil, beginning: isBeginning ? nil : line)
      guard let path = notebook.path else { break }
      Console.say("\(kept(path, run))\n")
      run = try await AuthorRun(author)
      if ending == .ended || isBeginning || year != nil { break }
      next = backfill(run).step
    }
    let reached = backfill(run)
    Console.say(
      next == nil ? done(reached) : "\(reached.progress) Go on any time: outloud backfill")
  }

  private func done(_ backfill: Backfill) -> String {
    "There is a note of every year. \(backfill.progress)"
  }

  private func kept(_ path: String, _ run: AuthorRun) -> String {
    "Kept in \(run.root.display(path)), where only you see it."
  }
}
