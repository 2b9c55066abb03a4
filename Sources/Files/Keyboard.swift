import Glibc

/// What a person types, line by line.
///
/// On a terminal, Ctrl-C is taken as the end of what was typed, and not as the end of the program:
/// nobody should lose a half-written sentence to it. The terminal is as it was once this is gone.
package struct Keyboard: ~Copyable {
  package enum Input: Hashable, Sendable {
    /// A line without its end; the last one may have had none.
    case line(String)
    /// Nothing more will come.
    case end
    /// Ctrl-C, and what stood on its line.
    case interrupted(String)
    /// Nothing came in the time that was given.
    case timeUp
  }

  private let stream: StandardStream
  private let before: termios?
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  private static let interrupt: UInt8 = 3

  package init(_ stream: StandardStream = .standardInput) {
    self.stream = stream
    var settings = termios()
    guard stream.isTerminal, tcgetattr(stream.rawValue, &settings) == 0 else {
      before = nil
      return
    }
    before = settings
    // Ctrl-C ends a line like the return key, and is kept at its end.
    withUnsafeMutableBytes(of: &settings.c_cc) { keys in
      // No key: `_POSIX_VDISABLE`, which Swift does not see.
      keys[Int(VINTR)] = 0
      keys[Int(VEOL)] = Self.interrupt
    }
    tcsetattr(stream.rawValue, TCSANOW, &settings)
  }

  deinit {
    guard var before else { return }
    tcsetattr(stream.rawValue, TCSANOW, &before)
  }

  /// Waits for the next line, for so many seconds at most, where a number is given.
  package mutating func next(within seconds: Double? = nil) -> Input {
    let deadline = seconds.map { ContinuousClock.now + .seconds(max(0, $0)) }
    while true {
      if let input = takeLine() { return input }
      if isAtEnd { return .end }
      guard waits(until: deadline) else { return .timeUp }
      fill()
    }
  }

  private mutating func takeLine() -> Input? {
    guard let end = bytes.firstIndex(where: { $0 == 0x0A || before != nil && $0 == Self.interrupt })
    else {
      guard isAtEnd, !bytes.isEmpty else { return nil }
      defer { bytes = [] }
      return .line(String(decoding: bytes, as: UTF8.self))
    }
    var line = String(decoding: bytes[..<end], as: UTF8.self)
    if line.hasSuffix("\r") { line.removeLast() }
    let isInterrupt = bytes[end] == Self.interrupt
    bytes.removeFirst(end + 1)
    return isInterrupt ? .interrupted(line) : .line(line)
  }

  private func waits(until deadline: ContinuousClock.Instant?) -> Bool {
    while true {
      var milliseconds: Int32 = -1
      if let deadline {
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { return false }
        // A minute at a time, as the number that the system takes is small.
        milliseconds = Int32(min(60_000, left / .milliseconds(1) + 1))
      }
      var request = pollfd(fd: stream.rawValue, events: Int16(POLLIN), revents: 0)
      if poll(&request, 1, milliseconds) > 0 { return true }
    }
  }

  private mutating func fill() {
    var failure: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, count in
      let got = Glibc.read(stream.rawValue, buffer.baseAddress, buffer.count)
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    if failure == EINTR || failure == EAGAIN { return }
    isAtEnd = part.isEmpty
    bytes += part
  }
}
