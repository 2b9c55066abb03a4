import Files
import Notes
import Preview
import Problems
import Publishing

/// A site that is looked at in a browser while it is written.
package struct LivePreview: Sendable {
  private let order: Edition.Order
  private let changes: AsyncStream<Void>
  private let programme: Programme
  private let stage: Stage
  private let server: Server
  private let told: @Sendable ([Problem]) -> Void

  package enum Failure: Error {
    /// The site has no such audience.
    case audience
    case server(Problem)
  }

  /// Reads a site and begins to serve it. A site with problems is served too: it shows them.
  ///
  /// `run` tells this run of the program from others. `told` is called with all problems of the site
  /// whenever they are others than before, and when the first reading has none.
  package static func start(
    _ order: Edition.Order, port: Int, run: Int,
    told: @escaping @Sendable ([Problem]) -> Void
  ) async throws(Failure) -> LivePreview {
    // What changes from here on is read again.
    let changes = FolderWatch(.site(order.root)) { told([.watchLimited()]) }.changes()
    let edition = await Edition.read(order)
    if edition.lacksAudience { throw .audience }
    var programme = Programme(order, run: run)
    let stage = Stage(programme.scene(of: edition))
    let server: Server
    do throws(Server.Failure) {
      server = try await Server.start(port: port, showing: stage)
    } catch {
      throw .server(.serverFailed(error, port: port))
    }
    told(edition.verdict.problems)
    return LivePreview(
      order: order, changes: changes, programme: programme, stage: stage, server: server,
      told: told)
  }

  /// Where to look.
  package var address: String { server.address }

  /// Shows each change of the site, until the task is cancelled; then nothing is served any more.
  package func follow() async {
    var programme = programme
    for await _ in changes {
      let edition = await Edition.read(order)
      if programme.problems != edition.verdict.problems { told(edition.verdict.problems) }
      stage.show(programme.scene(of: edition))
    }
    await server.stop()
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
