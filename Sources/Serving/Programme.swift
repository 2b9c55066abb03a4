import Notes
import Preview
import Problems
import Publishing

/// Makes scenes of the readings of a site, one after the other.
struct Programme: Sendable {
  private let order: Edition.Order
  private let run: Int
  /// What was sound last.
  private var shown: Publication?
  private var number = 0
  /// What the last reading had to say.
  private(set) var problems: [Problem] = []

  init(_ order: Edition.Order, run: Int) {
    self.order = order
    self.run = run
  }

  /// The reading as it is shown: where it cannot be built, its problems, over what was sound last.
  mutating func scene(of edition: Edition) -> Scene {
    problems = edition.verdict.problems
    if let publication = edition.publication, !edition.verdict.hasErrors {
      shown = publication
      number += 1
    }
    let address = shown?.portfolio.address
    return Scene(
      version: "\(run).\(number)", origin: address?.origin ?? "",
      basePath: address?.basePath ?? "/", audience: Self.words(for: order.audience),
      notices: report.items.map(Notice.init), files: files)
  }

  private var report: ProblemReport {
    // Nobody but the author looks at a preview.
    ProblemReport(problems, showsLeaks: true) { [root = order.root] in root.display($0) }
  }

  private var files: Scene.Files {
    guard let shown else { return nil }
    return Dictionary(
      shown.files.map { ($0.path, contents(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  private func contents(of file: OutputFile) -> Scene.Contents {
    let root = order.root
    return { () throws(Scene.Unavailable) in
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
    case "me": "As you alone see it"
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
