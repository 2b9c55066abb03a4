/// The kinds of pages, by the names of their templates: what every theme has one template for.
package enum PageKind: String, Sendable, CaseIterable {
  case home, note, page, project, topic, year, undated, projects, topics, people
  case search, subscribe
  case notFound = "not-found"
  case gone, redirect

  /// What is published with it.
  package var documentation: String {
    switch self {
    case .home: "The home page, and the further pages of the timeline, such as `/page/2/`."
    case .note: "A note."
    case .page: "A standing page, such as `/about/`."
    case .project: "A project, oldest entry first."
    case .topic: "A topic, newest entry first."
    case .year: "A year, newest entry first."
    case .undated: "The notes without a date, at `/undated/`."
    case .projects: "The list of projects, at `/projects/`."
    case .topics: "The list of topics, at `/topics/`."
    case .people: "The people who agreed to be named, at `/people/`."
    case .search: "The search page, at `/search/`."
    case .subscribe: "The page that explains feeds, at `/subscribe/`."
    case .notFound: "What is shown where there is no page: `404.html`."
    case .gone: "What stands where a page was taken down."
    case .redirect: "What stands at an old address, and leads to the new one."
    }
  }
}
