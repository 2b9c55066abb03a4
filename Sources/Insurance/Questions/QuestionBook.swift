import Files
import Notes
import Problems
import Text

/// All that can be asked on one site, in its language.
///
/// It is made of packs: those that come with the program, then those of the site's folder
/// `prompts/`, then one that is named. A later pack changes what an earlier one says, question by
/// question and key by key, so a translation holds nothing but texts.
package struct QuestionBook: Sendable {
  package private(set) var questions: [Question] = []
  package private(set) var worksheets: [Worksheet] = []
  private var because: [Occasion: String] = [:]
  private var words: [RestWords: String] = [:]

  package static let folder = "prompts"

  /// The packs of a site's folder, and one besides. Of a problem there is nothing left out but the
  /// question that it is about.
  package static func read(
    in folder: any Folder, adding pack: SourceFile? = nil, language: String
  ) -> (book: QuestionBook, problems: [Problem]) {
    var problems: [Problem] = []
    var files = builtIn
    do throws(FileError) {
      for entry in try folder.entries(enters: { $0 == Self.folder })
      where entry.kind == .file && entry.path.lies(in: Self.folder)
        && [".yml", ".yaml"].contains(where: entry.path.hasSuffix)
      {
        switch SourceFile.read(entry.path, in: folder) {
        case .success(let file): files.append(file)
        case .failure(let problem): problems.append(problem)
        }
      }
    } catch {
      problems.append(.packsUnreadable(error))
    }
    if let pack { files.append(pack) }
    let (book, found) = make(of: files, language: language)
    return (book, problems + found)
  }

  /// The English one first, as the others hold only what is different in their language.
  private static var builtIn: [SourceFile] {
    let files = EmbeddedFiles.files.map { path, text in
      SourceFile(path: path.string, bytes: text.withUTF8Buffer { Array($0) })
    }
    return files.filter { $0.path == english } + files.filter { $0.path != english }
  }

  private static let english = "en.yml"

  static func make(
    of files: [SourceFile], language: String
  ) -> (book: QuestionBook, problems: [Problem]) {
    var book = QuestionBook()
    var problems: [Problem] = []
    let packs = files.map { file in
      let (pack, found) = Pack.read(file)
      problems += found
      return pack
    }
    let tags = language.lowercased().split(separator: "-")
    let known = tags.indices.map { tags[...$0].joined(separator: "-") }
    for pack in packs where pack.language.map(known.contains) ?? true {
      problems += book.add(pack).map { $0.quoting(pack.file.lines) }
    }
    return (book, problems)
  }

  package func question(_ id: String) -> Question? { questions.first { $0.id == id } }

  package func questions(for occasion: Occasion) -> [Question] {
    questions.filter { $0.occasion == occasion }
  }

  package func worksheet(_ id: String) -> Worksheet? { worksheets.first { $0.id == id } }

  /// Why something is asked; nil where no pack says so.
  func because(_ occasion: Occasion) -> String? { because[occasion] }

  func words(_ rest: RestWords) -> String? { words[rest] }

  // MARK: - Adding a pack

  private mutating func add(_ pack: Pack) -> [Problem] {
    var problems: [Problem] = []
    if pack.replaces { (questions, worksheets) = ([], []) }
    because.merge(pack.because) { $1 }
    words.merge(pack.words) { $1 }
    for entry in pack.questions { add(entry, pack.file, &problems) }
    for sheet in pack.worksheets { add(sheet, pack.file, &problems) }
    return problems
  }

  private mutating func add(
    _ entry: Pack.Entry, _ file: SourceFile, _ problems: inout [Problem]
  ) {
    let place = questions.firstIndex { $0.id == entry.id }
    guard let ask = entry.ask?.text ?? place.map({ questions[$0].ask }) else {
      problems.append(.questionIncomplete(entry.id, file, at: entry.place))
      return
    }
    var question =
      place.map { questions[$0] }
      ?? Question(id: entry.id, ask: ask, occasion: entry.occasion ?? .any)
    question.ask = ask
    if let occasion = entry.occasion { question.occasion = occasion }
    if let hint = entry.hint { question.hint = hint }
    if let fill = entry.fill { question.fill = fill }
    if let kind = entry.kind { question.kind = kind }
    if let experience = entry.experience { question.experience = experience }
    if let status = entry.status { question.status = status }
    let known = question.occasion.placeholders
    if let unknown = Placeholders.unknown(in: ask, but: known) {
      problems.append(
        .placeholderUnknown(unknown, known, file, at: entry.ask?.place ?? entry.place))
      return
    }
    if let place { questions[place] = question } else { questions.append(question) }
  }

  private mutating func add(_ sheet: Pack.Sheet, _ file: SourceFile, _ problems: inout [Problem]) {
    let place = worksheets.firstIndex { $0.id == sheet.id }
    var worksheet =
      place.map { worksheets[$0] } ?? Worksheet(id: sheet.id, title: sheet.id, questions: [])
    if let title = sheet.title { worksheet.title = title }
    if let hint = sheet.hint { worksheet.hint = hint }
    if let ids = sheet.questions {
      worksheet.questions = []
      for (id, range) in ids where !worksheet.questions.contains(id) {
        if let question = question(id) {
          worksheet.questions.append(id)
          guard let unknown = Placeholders.unknown(in: question.ask, but: []) else { continue }
          problems.append(.placeholderUnknown(unknown, [], file, at: range))
        } else if !problems.contains(where: { $0.file == file.path && $0.place != nil }) {
          // A question that has a problem of its own is not missing.
          let nearest = Spelling.nearest(to: id, among: questions.map(\.id))
          problems.append(.questionMissing(id, meant: nearest, file, at: range))
        }
      }
    }
    if let place { worksheets[place] = worksheet } else { worksheets.append(worksheet) }
  }
}

extension StaticString {
  fileprivate var string: String { withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}
