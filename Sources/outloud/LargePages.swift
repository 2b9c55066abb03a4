import Dispatch
import Glibc

/// Large pages for the heaps of threads: where memory is touched for the first time, the system then
/// answers once for what are 512 small pages.
///
/// The C library asks for them only where the user's environment says so. It gives each thread a heap
/// of its own, which outlives it and is taken over by the next thread. So as many threads as there are
/// processors, and the first, come by for a moment, each with a heap, and ask.
struct LargePages {
  /// On a machine with many processors each has little to do, and a page is two million bytes.
  private static let mostThreads = 8

  private let ready = DispatchSemaphore(value: 0)
  private let end = DispatchSemaphore(value: 0)

  static func ask() {
    var pages = LargePages()
    withUnsafeMutablePointer(to: &pages) { $0.pointee.ask(in: $0) }
  }

  private func ask(in context: UnsafeMutableRawPointer) {
    let count = min(sysconf(Int32(_SC_NPROCESSORS_ONLN)) + 1, Self.mostThreads)
    let threads = (0..<count).compactMap { _ -> pthread_t? in
      var thread = pthread_t()
      return pthread_create(&thread, nil, Self.visit, context) == 0 ? thread : nil
    }
    // None ends before all are there, or two would have had the same heap.
    for _ in threads { ready.wait() }
    for _ in threads { end.signal() }
    for thread in threads { pthread_join(thread, nil) }
  }

  private static let visit: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
    { context in
      let size = 64 << 20
      let piece = malloc(64)
      // A heap begins at a multiple of its size. Where one ever does not, this is a wish in vain.
      let heap = UInt(bitPattern: piece) & ~(UInt(size) - 1)
      madvise(UnsafeMutableRawPointer(bitPattern: heap), size, MADV_HUGEPAGE)
      free(piece)
      let pages = context?.assumingMemoryBound(to: LargePages.self).pointee
      pages?.ready.signal()
      pages?.end.wait()
      return nil
    }
}
