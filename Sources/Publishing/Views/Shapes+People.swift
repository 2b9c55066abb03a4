import Templates

/// The page of people.
extension Shapes {
  var people: Shape<PeoplePage> {
    Shape<PeoplePage>("page of people")
      .list("people", "Who has agreed to be named, in the order of their names.", Self.namedPerson)
    {
      $0.people
    }
      .merging(frame) { $0.frame }
  }

  private static var namedPerson: Shape<NamedPersonView> {
    Shape<NamedPersonView>("person with notes")
      .text("name", "Their name.") { $0.person.name }
      .text("url", "Their own address; empty where no note gives one.") { $0.person.url }
      .list("helped", "The notes in which they helped the author, newest first.", noteLink) {
        $0.helped
      }
      .list("was_helped", "The notes in which the author helped them, newest first.", noteLink) {
        $0.wasHelped
      }
  }
}
