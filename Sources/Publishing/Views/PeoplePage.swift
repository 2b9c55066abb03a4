import Notes

/// The page of those who helped, or were helped, and have agreed to be named.
struct PeoplePage: Sendable {
  let frame: Frame
  let strings: Strings

  static let route = Route.page("people")

  var people: [NamedPersonView] {
    frame.portfolio.people.map {
      NamedPersonView(person: $0, portfolio: frame.portfolio, strings: strings)
    }
  }
}

struct NamedPersonView: Sendable {
  let person: NamedPerson
  let portfolio: Portfolio
  let strings: Strings

  var helped: [NoteLink] { person.helped.map { NoteLink($0, portfolio, strings) } }
  var wasHelped: [NoteLink] { person.wasHelped.map { NoteLink($0, portfolio, strings) } }
}
