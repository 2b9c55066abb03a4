import Problems

/// All the templates of a theme, read and ready to be bound to what their pages hold.
///
///     let library = TemplateLibrary(["note": (path: "theme/note.mustache", bytes: bytes)])
///     var problems = library.problems
///     let page = library.bind("note", to: NotePage.shape, problems: &problems)
package struct TemplateLibrary: Sendable {
  /// What is wrong in the templates by themselves, those that no page uses included.
  package let problems: [Problem]
  private let templates: [String: Template]

  /// Reads templates, given by the names that `{{>name}}` and `{{<name}}` know them by.
  package init(_ files: [String: (path: String, bytes: [UInt8])]) {
    var templates: [String: Template] = [:]
    for (name, file) in files {
      templates[name] = Template(name: name, path: file.path, bytes: file.bytes)
    }
    self.templates = templates
    problems = templates.values.flatMap(\.problems).sorted()
  }

  package var names: [String] { templates.keys.sorted() }

  /// Makes a template into a program for one kind of page. Every name in it, and in all that it
  /// includes, is looked up here, whether or not a page will ever come to it.
  ///
  /// There is always a program; with problems, it leaves out what they are about.
  package func bind<Subject: Sendable>(
    _ name: String, to shape: Shape<Subject>, problems: inout [Problem]
  ) -> Program<Subject> {
    guard let template = self[name] else {
      problems.append(.templateMissing(name, among: names))
      return Program(path: name, routines: [[]], origins: [nil], slots: 1)
    }
    var binder = Binder(library: self)
    binder.bind(template, to: shape.vocabulary)
    problems += binder.problems.distinct
    return Program(
      path: template.source.path, routines: binder.routines, origins: binder.origins,
      slots: binder.slots)
  }

  subscript(name: String) -> Template? { templates[name] }
}

extension Sequence<Problem> {
  /// One problem for each place: what is wrong in a partial is wrong for every page that uses it.
  package var distinct: [Problem] {
    var seen: Set<String> = []
    return sorted().filter { problem in
      let place = problem.place.map { "\($0.line):\($0.column)" } ?? ""
      return seen.insert("\(problem.file ?? ""):\(place): \(problem.message)").inserted
    }
  }
}
