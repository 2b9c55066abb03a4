import Files
import Text

/// The folders below one that are watched, each by its number.
struct WatchedTree: ~Copyable {
  private let inotify: Inotify
  private let scope: WatchScope
  /// Relative to the root, which itself is empty.
  private var folders: [Int32: String] = [:]

  init(_ scope: WatchScope, _ inotify: consuming Inotify) {
    self.scope = scope
    self.inotify = inotify
  }

  /// Watches all that there is.
  mutating func watchAll() throws(Inotify.Failure) {
    try watch("")
    // Where the site's own folder cannot be watched, nothing is told.
    guard !folders.isEmpty else { throw .other(0) }
  }

  /// Watches a folder and those in it. What is gone again before its turn needs no watching.
  private mutating func watch(_ folder: String) throws(Inotify.Failure) {
    var pending = [folder]
    while let folder = pending.popLast() {
      let path = scope.path(folder)
      do throws(Inotify.Failure) {
        folders[try inotify.watch(path)] = folder
      } catch .limit {
        throw .limit
      } catch {
        continue
      }
      for (name, kind) in (try? Disk.list(path)) ?? [] where kind == .folder {
        let child = folder.isEmpty ? name : "\(folder)/\(name)"
        if scope.concerns(child, isFolder: true) { pending.append(child) }
      }
    }
  }

  enum News {
    /// Whether something happened that concerns the site.
    case change(Bool)
    case silence
    case end
  }

  /// Waits for something to happen; see `Inotify.wait`.
  mutating func wait(_ milliseconds: Int32?) throws(Inotify.Failure) -> News {
    switch inotify.wait(milliseconds) {
    case .silence: return .silence
    case .end: return .end
    case .overflow:
      // New folders may be among what got lost.
      try watchAll()
      return .change(true)
    case .events(let events):
      var isChange = false
      for event in events {
        if try take(event) { isChange = true }
      }
      return .change(isChange)
    }
  }

  /// Follows the folders that come and go, and says whether the event concerns the site.
  private mutating func take(_ event: Inotify.Event) throws(Inotify.Failure) -> Bool {
    guard let folder = folders[event.watch] else { return false }
    if event.kind == .unwatched {
      // With the site's own folder goes everything.
      guard !folder.isEmpty else { throw .other(0) }
      folders[event.watch] = nil
      return false
    }
    let path = folder.isEmpty ? event.name : "\(folder)/\(event.name)"
    guard event.isFolder else { return scope.concerns(path, isFolder: false) }
    switch event.kind {
    case .written, .unwatched: return false
    case .vanished:
      // One that was moved elsewhere is still watched, under a name that it has no longer.
      let moved = folders.filter { $0.value == path || $0.value.lies(in: path) }
      for number in moved.keys {
        inotify.forget(number)
        folders[number] = nil
      }
      return !moved.isEmpty
    case .appeared:
      guard scope.concerns(path, isFolder: true) else { return false }
      try watch(path)
      return true
    }
  }
}
