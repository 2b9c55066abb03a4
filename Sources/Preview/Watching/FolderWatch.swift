import Dispatch
import Files
import Glibc

/// Tells when something changes in a folder and all below it.
package struct FolderWatch: Sendable {
  private let scope: WatchScope
  private let isHelped: Bool
  private let limited: @Sendable () -> Void

  /// `limited` is called once where the system cannot tell of changes, so that they are looked for
  /// now and then.
  package init(_ scope: WatchScope, limited: @escaping @Sendable () -> Void) {
    self.init(scope, isHelped: true, limited: limited)
  }

  /// Without the help of the system, changes are looked for from the beginning.
  init(_ scope: WatchScope, isHelped: Bool, limited: @escaping @Sendable () -> Void) {
    self.scope = scope
    self.isHelped = isHelped
    self.limited = limited
  }

  /// Changes that come close upon another are one: it is told when it has been quiet for so many
  /// milliseconds, or has gone on for as long as the second number says.
  static let quiet: Int32 = 12
  static let patience = Duration.milliseconds(150)

  /// One element for each change, but for those that nobody has taken up yet, which are one. What
  /// happens after the call is told.
  package func changes() -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return continuation.finish() }
      let (end, start) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      continuation.onTermination = { _ in
        // To close it alone would not do while a program that was started has it open too.
        _ = write(start, "!", 1)
        close(start)
      }
      let ready = DispatchSemaphore(value: 0)
      // A thread of its own, as it does little but wait.
      DispatchQueue(label: "folder-watch").async {
        watch(wake: end, ready: ready, continuation)
        close(end)
        continuation.finish()
      }
      ready.wait()
    }
  }

  private func watch(
    wake: Int32, ready: DispatchSemaphore, _ changes: AsyncStream<Void>.Continuation
  ) {
    do throws(Inotify.Failure) {
      guard isHelped else { throw .other(0) }
      var tree = WatchedTree(scope, try Inotify(wake: wake))
      try tree.watchAll()
      ready.signal()
      try listen(to: &tree, changes)
    } catch {
      if case .limit = error { limited() }
      let stamps = scope.stamps()
      ready.signal()
      changes.yield()
      poll(wake: wake, from: stamps, changes)
    }
  }

  private func listen(
    to tree: inout WatchedTree, _ changes: AsyncStream<Void>.Continuation
  ) throws(Inotify.Failure) {
    while true {
      switch try tree.wait(nil) {
      case .end: return
      case .silence, .change(false): continue
      case .change(true): break
      }
      let deadline = ContinuousClock.now + Self.patience
      settling: while ContinuousClock.now < deadline {
        switch try tree.wait(Self.quiet) {
        case .end: return
        case .silence: break settling
        case .change: continue
        }
      }
      changes.yield()
    }
  }

  private func poll(
    wake: Int32, from first: [String: Disk.Stamp], _ changes: AsyncStream<Void>.Continuation
  ) {
    var known = first
    var pause = Duration.seconds(1)
    while true {
      var descriptors = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
      let milliseconds = Int32(pause / .milliseconds(1))
      guard Glibc.poll(&descriptors, 1, milliseconds) == 0 || errno == EINTR else { return }
      let start = ContinuousClock.now
      let stamps = scope.stamps()
      // Looking takes no more than a twentieth of the time.
      pause = max(.seconds(1), (ContinuousClock.now - start) * 20)
      guard stamps != known else { continue }
      known = stamps
      changes.yield()
    }
  }
}
