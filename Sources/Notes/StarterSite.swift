import Dates

/// The files of a new portfolio: a configuration, two standing pages, and three notes that teach by
/// being notes.
package struct StarterSite: Sendable {
  package var title: String
  package var author: String?
  package var url: String?
  package var language: String
  /// When it is made. Its notes are dated on that day, and nothing in them lies ahead.
  package var made: Moment
  /// Ids for the notes, which are to be used nowhere else.
  package var ids: [String]

  package init(
    title: String, author: String?, url: String?, language: String, made: Moment, ids: [String]
  ) {
    self.title = title
    self.author = author
    self.url = url
    self.language = language
    self.made = made
    self.ids = ids
  }

  package static let noteCount = 3

  private var day: CivilDate { made.date }

  /// Paths below the new folder, and what stands there.
  package var files: [String: String] {
    [
      Configuration.fileName: configuration,
      ".gitignore": "# What is private stays on this machine.\n/private/\n/public/\n/public-*/\n",
      "notes/\(day)-start-here.md": start,
      "notes/\(day)-a-note-is-two-sentences.md": short,
      "notes/learning-outloud.md": log,
      StandInFile.path: standIns,
      "pages/about.md": about,
      "pages/now.md": now,
    ]
  }

  private var configuration: String {
    """
    # Every line here is optional.
    title: \(quoted(title))
    \(author.map { "author: \(quoted($0))" } ?? "# author: Your Name")
    \(url.map { "url: \(quoted($0))" } ?? "# Where the site will stand; feeds need it.\n# url: https://your.site/")
    language: \(language)
    # timezone: Europe/Paris

    """
  }

  private var start: String {
    """
    ---
    id: \(id(0))
    title: Start here
    date: \(day)
    project: This portfolio
    status: started
    tags: [working out loud]
    ---
    This is a note: one Markdown file in the folder `notes/`. The lines at the top say when the work
    happened, which project it belongs to and where it stands. None of them is needed.

    ## What I did

    I made this site with one command. Then I opened this file to see how a note is written.

    ## Why

    People find, help and hire those whose work they can see. I would rather show the work while
    it happens than write a summary when I need a job.

    ## Stuck

    I do not know yet what to write about. A good start is what I did this morning, or the question
    that I cannot answer yet.

    ## Next

    Change this note into my own, or delete it. What is not ready to be seen goes into
    `private/notes/`, from where `outloud publish` brings it here when I say so.

    """
  }

  private var short: String {
    """
    ---
    id: \(id(1))
    date: \(day)
    project: This portfolio
    status: doing
    ---
    A note can be two sentences. This is the second one.

    """
  }

  private var log: String {
    """
    ---
    id: \(id(2))
    title: Learning Outloud
    project: This portfolio
    status: doing
    tags: [working out loud]
    ---
    A log is one note with a heading for each day. Every day of it is an entry of its own in the
    timeline and in the feed.

    ## \(day): the first day

    - \(made.isoTime) Made the folder.
    - \(made.isoTime) Read [the first note](\(day)-start-here.md), and changed a word in it.
    - \(made.isoTime) Built the site again. Only the page that had changed was written.

    """
  }

  private var standIns: String {
    """
    # The names of clients and employers, and what “outloud publish” writes in their place. A name that
    # stands in what is published all the same stops the build.
    #
    # Acme: a retailer
    # Globex: {as: a bank, also: [Globex Holding, globex.com]}

    """
  }

  private var about: String {
    """
    ---
    title: About
    ---
    Who I am, what I work on, and how to reach me: two or three sentences are enough.

    """
  }

  private var now: String {
    """
    ---
    title: Now
    updated: \(day)
    ---
    What I am working on these weeks.

    """
  }

  private func id(_ index: Int) -> String { ids.indices.contains(index) ? ids[index] : "" }

  /// A YAML text in double quotes.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case let scalar where scalar.value < 0x20: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
