import Dispatch
import Foundation

/// The signals by which a person or the system asks the program to end. From the making of this on,
/// they end nothing by themselves.
struct Interruption {
  private let signals: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  init() {
    let (signals, continuation) = AsyncStream.makeStream(of: Void.self)
    self.signals = signals
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
  }

  /// Waits for one of them, which may have come before.
  func wait() async {
    for await _ in signals { break }
    for source in sources { source.cancel() }
  }
}
