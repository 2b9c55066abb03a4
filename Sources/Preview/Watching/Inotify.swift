import Glibc

/// The system's calls that tell of changes in folders: the only place that knows them.
struct Inotify: ~Copyable {
  private let descriptor: Int32
  /// What ends the waiting when there is something to read from it.
  private let wake: Int32

  /// Something that happened to one name in a folder that is watched, or to its watch.
  struct Event {
    enum Kind { case appeared, vanished, written, unwatched }

    let watch: Int32
    /// Empty where the watched folder itself is meant.
    let name: String
    let kind: Kind
    let isFolder: Bool
  }

  enum News {
    case events([Event])
    /// Some got lost, because there were too many.
    case overflow
    /// Nothing within the time.
    case silence
    /// `wake` has something to read.
    case end
  }

  enum Failure: Error {
    /// The system watches no more folders.
    case limit
    /// The folder cannot be watched, perhaps because it is gone again.
    case other(Int32)
  }

  /// `wake` is a descriptor from which there is something to read when all waiting is to end.
  init(wake: Int32) throws(Failure) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.wake = wake
    guard descriptor >= 0 else { throw Failure(errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private static let mask =
    UInt32(IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO)
    | UInt32(IN_DELETE | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK)

  /// Watches a folder, and says by which number events name it. A folder that is watched already
  /// keeps its number.
  func watch(_ folder: String) throws(Failure) -> Int32 {
    let number = inotify_add_watch(descriptor, folder, Self.mask)
    guard number >= 0 else { throw Failure(errno) }
    return number
  }

  func forget(_ watch: Int32) {
    inotify_rm_watch(descriptor, watch)
  }

  /// Waits for something to happen, for so many milliseconds or, without a number, for ever.
  func wait(_ milliseconds: Int32?) -> News {
    var descriptors = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&descriptors, 2, milliseconds ?? -1)
    guard count != 0, count > 0 || errno == EINTR else { return count == 0 ? .silence : .end }
    if descriptors[1].revents != 0 { return .end }
    return descriptors[0].revents == 0 ? .silence : read()
  }

  private func read() -> News {
    var events: [Event] = []
    var isOverflow = false
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        let headSize = MemoryLayout<inotify_event>.size
        while rest.count >= headSize {
          let head = rest.loadUnaligned(as: inotify_event.self)
          let size = headSize + Int(head.len)
          if head.mask & UInt32(IN_Q_OVERFLOW) != 0 { isOverflow = true }
          if let event = Event(head, name: rest[headSize..<min(size, rest.count)]) {
            events.append(event)
          }
          rest = UnsafeRawBufferPointer(rebasing: rest[min(size, rest.count)...])
        }
      }
    }
    return isOverflow ? .overflow : .events(events)
  }
}

extension Inotify.Event {
  /// Nil for what else happened to the watched folder itself: the one above it tells that too.
  fileprivate init?(_ head: inotify_event, name: Slice<UnsafeRawBufferPointer>) {
    // The name is filled up with zeros.
    let name = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    let isUnwatched = head.mask & UInt32(IN_IGNORED) != 0
    guard !name.isEmpty || isUnwatched else { return nil }
    watch = head.wd
    self.name = name
    isFolder = head.mask & UInt32(IN_ISDIR) != 0
    kind =
      if isUnwatched {
        .unwatched
      } else if head.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
        .appeared
      } else if head.mask & UInt32(IN_DELETE | IN_MOVED_FROM) != 0 {
        .vanished
      } else {
        .written
      }
  }
}

extension Inotify.Failure {
  fileprivate init(_ number: Int32) {
    self = [ENOSPC, EMFILE, ENFILE, ENOMEM].contains(number) ? .limit : .other(number)
  }
}
