import Notes
import Preview
import Problems
import Publishing

/// Reads a site again and again, and makes a scene of each reading.
actor Programme {
  private let order: Edition.Order
  private let run: Int
  private var edition: Edition?
  /// What was sound last.
  private var shown: Publication?
  private var number = 0

  init(_ order: Edition.Order, run: Int) {
    var order = order
    order.reading.keepsNotes = true
    self.order = order
    self.run = run
  }

  /// What the last reading had to say.
  var problems: [Problem] { edition?.verdict.problems ?? [] }

  /// The site as it is now: where it cannot be built, its problems, over what was sound last.
  func next() async -> Scene {
    let edition = await Edition.read(order, after: edition)
    self.edition = edition
    if let publication = edition.publication, !edition.verdict.hasErrors {
      shown = publication
      number += 1
    }
    let address = shown?.portfolio.address
    return Scene(
      version: "\(run).\(number)", origin: address?.origin ?? "",
      basePath: address?.basePath ?? "/", audience: Self.words(for: order.audience),
      notices: report.items.map(Notice.init), find: find)
  }

  private var report: ProblemReport {
    // Nobody but the author looks at a preview.
    ProblemReport(problems, showsLeaks: true) { [root = order.root] in root.display($0) }
  }

  private var find: Scene.Find? {
    shown.map { shown in
      let (finder, root) = (shown.finder, order.root)
      return { path in finder(path).map { Self.contents(of: $0, in: root) } }
    }
  }

  private static func contents(of file: OutputFile, in root: SiteRoot) -> Scene.Contents {
    { () throws(Scene.Unavailable) in
      do throws(Problem) {
        return try file.contents()
      } catch {
        throw Scene.Unavailable(ProblemReport([error]) { root.display($0) }.text)
      }
    }
  }

  private static func words(for audience: String) -> String {
    switch audience {
    case "public": "As everyone sees it"
    case "coach": "As your coach sees it"
    case "me": "As you see it"
    default: "As “\(audience)” sees it"
    }
  }
}

extension Notice {
  init(_ item: ProblemReport.Item) {
    self.init(
      isError: item.isError, place: item.place, message: item.message, excerpt: item.excerpt,
      hint: item.hint, notes: item.notes)
  }
}
