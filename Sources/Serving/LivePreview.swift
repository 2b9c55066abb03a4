import Files
import Notes
import Preview
import Problems
import Publishing

/// A site that is looked at in a browser while it is written.
package struct LivePreview: Sendable {
  /// Where to look.
  package let address: String
  private let following: Task<Void, Never>

  package enum Failure: Error {
    /// The site has no such audience.
    case audience
    case server(Problem)
  }

  /// Reads a site and begins to serve it, and what it becomes. A site with problems is served too:
  /// it shows them.
  ///
  /// `run` tells this run of the program from others. `told` is called with all problems of the site
  /// at first, and then whenever they are others than before.
  package static func start(
    _ order: Edition.Order, port: Int, run: Int,
    told: @escaping @Sendable ([Problem]) -> Void
  ) async throws(Failure) -> LivePreview {
    // What changes from here on is read again.
    let changes = FolderWatch(.site(order.root)) { told([.watchLimited()]) }.changes()
    let programme = Programme(order, run: run)
    let stage = Stage(await programme.next())
    let problems = await programme.problems
    if problems.contains(where: { $0.code == .audienceUnknown }) { throw .audience }
    let server: Server
    do throws(Server.Failure) {
      server = try await Server.start(port: port, showing: stage)
    } catch {
      throw .server(.serverFailed(error, port: port))
    }
    told(problems)
    let following = Task {
      var known = problems
      for await _ in changes {
        stage.show(await programme.next())
        let problems = await programme.problems
        if problems != known { told(problems) }
        known = problems
      }
      await server.stop()
    }
    return LivePreview(address: server.address, following: following)
  }

  /// Serves nothing any more.
  package func stop() async {
    following.cancel()
    await following.value
  }
}

extension Problem {
  static func serverFailed(_ failure: Server.Failure, port: Int) -> Problem {
    switch failure {
    case .taken:
      Problem(
        .portTaken, "the port \(port) is taken: perhaps another “outloud serve” runs already",
        hint: "say another, such as --port \(port + 1), or --port 0 for any that is free")
    case .refused:
      Problem(
        .portRefused, "the system lets nobody but its administrator serve at the port \(port)",
        hint: "say one from 1024 on, such as --port 4000")
    case .other(let words):
      Problem(.portRefused, "nothing can be served at the port \(port): \(words)")
    }
  }

  static func watchLimited() -> Problem {
    Problem(
      .watchLimited,
      "the system watches no more folders for changes, so they are looked for every second",
      hint: "raise its limit: sysctl fs.inotify.max_user_watches=524288")
  }
}
