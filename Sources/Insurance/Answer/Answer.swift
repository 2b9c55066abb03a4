import Dates
import Notes
import Text
import Writing

/// What somebody answers to a question, on its way into a note.
package struct Answer: Sendable {
  package let choice: Agenda.Choice
  /// Markdown, without white space at its ends.
  package let text: String
  /// When it happened that the answer is about.
  package let date: Moment

  /// Nil for an answer that says nothing. A year that the question is about is its date, or a month or
  /// a day of it that the answer begins with: `2019-06: We moved.`
  package init?(_ text: String, to choice: Agenda.Choice, on today: CivilDate, in zone: Zone) {
    var text = Self.cleaned(text)
    var date = Moment(date: today, in: zone)
    if let year = choice.finding.year {
      guard let past = try? Moment(parsing: Self.fourDigits(year), in: zone) else { return nil }
      date = past
      if let (exact, rest) = Self.lead(of: text, in: zone), exact.date.year == year {
        (date, text) = (exact, rest)
      }
    }
    guard !text.isEmpty else { return nil }
    self.choice = choice
    self.text = text
    self.date = date
  }

  private static func fourDigits(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(year).utf8.count)) + String(year)
  }

  /// Without what no note can hold, and without white space around it.
  private static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control {
      scalars.append(scalar)
    }
    return String(scalars).trimmed
  }

  /// The date that a text begins with, and what stands behind it.
  private static func lead(of text: String, in zone: Zone) -> (date: Moment, rest: String)? {
    let lead = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    guard (4...10).contains(lead.count), let date = try? Moment(parsing: String(lead), in: zone),
      let next = text[lead.endIndex...].first,
      // A number alone may count something.
      next == ":" || next.isWhitespace && date.precision > .year
    else { return nil }
    return (date, String(text[lead.endIndex...].dropFirst()).trimmed)
  }
}

extension Answer {
  /// The note that it becomes: private, and kept out of the feed where it is about the past.
  package func draft(id: String, words: Words, language: String) -> NoteDraft {
    let texts = words.table(in: language).texts
    let (fields, body) = parts(texts)
    var draft = NoteDraft(id: id, date: date, fields: fields, text: "\n\(body)\n")
    draft.nameWords = firstWords
    draft.comment = choice.ask
    return draft
  }

  /// The same without an answer, for somebody who is going to write one.
  package static func blank(
    _ choice: Agenda.Choice, id: String, on today: CivilDate, in zone: Zone, words: Words,
    language: String
  ) -> NoteDraft {
    let texts = words.table(in: language).texts
    let heading = choice.question.heading(PartHeadings(texts))
    let year = choice.finding.year.flatMap { CivilDate(year: $0, month: 1, day: 1) }
    let date =
      year.map { Moment(date: $0, offset: Moment(date: $0, in: zone).offset, precision: .year) }
      ?? Moment(date: today, in: zone)
    var fields = choice.fields(status: choice.question.status?.word)
    fields.append(.init("answers", .text(choice.question.id)))
    if choice.finding.year != nil { fields.append(.init("feed", .flag(false))) }
    var draft = NoteDraft(
      id: id, date: date, fields: fields, text: heading.map { "\n## \($0)\n\n" } ?? "\n")
    draft.nameWords = choice.question.id
    draft.comment = choice.question.hint.map { "\(choice.ask) \($0)" } ?? choice.ask
    return draft
  }

  private func parts(_ texts: [String: String]) -> (fields: [FrontMatterValue.Entry], body: String)
  {
    let question = choice.question
    var status = question.status?.word
    var asked: [FrontMatterValue.Entry] = []
    if case .key(let key) = question.fill {
      switch key {
      case .status: status = Self.status(of: text, texts) ?? status
      case .stuckOn: asked = [.init(key.rawValue, .text(firstSentence))]
      case .asks, .offers, .needs: asked = [.init(key.rawValue, .texts([firstSentence]))]
      }
    }
    var fields = choice.fields(status: status) + asked
    fields.append(.init("answers", .text(question.id)))
    if choice.finding.year != nil { fields.append(.init("feed", .flag(false))) }
    let heading = question.heading(PartHeadings(texts))
    return (fields, heading.map { "## \($0)\n\n\(text)" } ?? text)
  }

  /// The status that an answer begins with, in English or in the words of a language.
  private static func status(of text: String, _ texts: [String: String]) -> String? {
    let text = text.lowercased()
    return Status.known.first { status in
      [status, texts["status_\(status)"]?.lowercased()].contains { words in
        guard let words, text.hasPrefix(words) else { return false }
        return text.dropFirst(words.count).first.map { !$0.isLetter } ?? true
      }
    }
  }

  /// On one line, at most 200 characters.
  private var firstSentence: String {
    let paragraph = text.split(separator: "\n", maxSplits: 1)[0]
    var end = paragraph.startIndex
    while end < paragraph.endIndex {
      let next = paragraph.index(after: end)
      if ".!?…".contains(paragraph[end]), next == paragraph.endIndex || paragraph[next].isWhitespace
      {
        end = next
        break
      }
      end = next
    }
    return String(paragraph[..<end]).asOneLine.cut(to: 200)
  }

  private var firstWords: String {
    text.split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")
  }
}

extension Question {
  /// The heading above an answer that is a part of a note.
  fileprivate func heading(_ headings: PartHeadings) -> String? {
    guard case .part(let part) = fill else { return nil }
    return headings.heading(of: part)
  }
}

extension Agenda.Choice {
  fileprivate func fields(status: String?) -> [FrontMatterValue.Entry] {
    var fields: [FrontMatterValue.Entry] = []
    if question.kind != .note { fields.append(.init("kind", .text(question.kind.rawValue))) }
    if let project = finding.project { fields.append(.init("project", .text(project))) }
    if let status { fields.append(.init("status", .text(status))) }
    if let experience = question.experience {
      fields.append(.init("experience", .text(experience.rawValue)))
    }
    return fields
  }
}
