import Problems
import Templates
import Text

/// A book with everything that a shape can have.
struct Book: Sendable {
  var title = "Tides"
  var subtitle: String?
  var blurb = "<p>Salt &amp; wind</p>"
  var pages = 0
  var isNew = false
  var author: Author?
  var tags: [String] = []
  var chapters: [Chapter] = []
  var shop = Shop()

  static var shape: Shape<Book> {
    Shape<Book>("book")
      .text("title", "The title.") { $0.title }
      .text("subtitle", "What comes below the title.") { $0.subtitle }
      .text("shelfmark", "Where it stands.", utf8: { _ in Array("A<1>".utf8) })
      .html("blurb", "What the publisher says.") { Array($0.blurb.utf8) }
      .number("pages", "How long it is.") { $0.pages }
      .flag("isNew", "Whether it came out this year.") { $0.isNew }
      .object("author", "Who wrote it.", Author.shape) { $0.author }
      .texts("tags", "What it is about.") { $0.tags }
      .list("chapters", "What is in it.", Chapter.shape) { $0.chapters }
      .constants("words", "The words of the theme.", ["by": "by", "more": "read <more>"])
      .merging(Shop.shape) { $0.shop }
  }
}

struct Author: Sendable {
  var name = "Ada"
  var books: [Book] = []

  static var shape: Shape<Author> {
    Shape<Author>("author")
      .text("name", "The name.") { $0.name }
      .list("books", "Everything by this author.", Book.shape) { $0.books }
      .object("itself", "A circle in the data.", Author.shape) { $0 }
  }
}

struct Chapter: Sendable {
  var title = ""
  var parts: [Chapter] = []

  static var shape: Shape<Chapter> {
    Shape<Chapter>("chapter")
      .text("title", "The title.") { $0.title }
      .list("parts", "What it is divided into.", Chapter.shape) { $0.parts }
  }
}

struct Shop: Sendable {
  var name = "The Corner"

  static var shape: Shape<Shop> {
    Shape<Shop>("shop")
      .text("shop", "The name of the shop.") { $0.name }
      .text("title", "A name that the book has too.") { _ in "never seen" }
  }
}

func library(_ templates: [String: String]) -> TemplateLibrary {
  TemplateLibrary(
    templates.reduce(into: [:]) {
      $0[$1.key] = (path: $1.key + ".mustache", bytes: Array($1.value.utf8))
    })
}

extension Program {
  func render(_ subject: Subject) -> (bytes: [UInt8], problem: Problem?) {
    var output = ByteWriter()
    let problem = render(subject, to: &output)
    return (output.bytes, problem)
  }
}

/// What the template “page” makes of a book, after the report of all problems, if there are any.
func page(_ template: String, _ others: [String: String] = [:], of book: Book = Book()) -> String {
  let library = library(others.merging(["page": template]) { $1 })
  var problems = library.problems
  let program = library.bind("page", to: Book.shape, problems: &problems)
  let (bytes, problem) = program.render(book)
  problems += problem.map { [$0] } ?? []
  return ProblemReport(problems).text + String(decoding: bytes, as: UTF8.self)
}

/// The report alone, of a template and the others it includes.
func problems(_ template: String, _ others: [String: String] = [:]) -> String {
  let library = library(others.merging(["page": template]) { $1 })
  var problems = library.problems
  _ = library.bind("page", to: Book.shape, problems: &problems)
  return ProblemReport(problems).text
}
