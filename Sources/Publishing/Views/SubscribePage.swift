/// The page that explains feeds to people.
struct SubscribePage: Sendable {
  let frame: Frame
  let strings: Strings

  static let route = Route.page("subscribe")

  var portfolio: Portfolio { frame.portfolio }
}

/// What can be followed, as the page lists it.
struct FollowableView: Sendable {
  let name: String
  let subject: Followable
  let portfolio: Portfolio

  func url(_ format: FeedFormat) -> String { portfolio.addresses.url(subject.route(format)) }
}

extension SubscribePage {
  var site: FollowableView {
    FollowableView(
      name: portfolio.configuration.title, subject: portfolio.followable, portfolio: portfolio)
  }

  func views(of threads: [Thread]) -> [FollowableView] {
    threads.map { thread in
      FollowableView(
        name: thread.name, subject: portfolio.followable(thread), portfolio: portfolio)
    }
  }
}
