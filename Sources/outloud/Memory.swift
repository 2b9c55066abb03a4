import CMalloc
import Glibc

/// How the C library gets memory from the system.
enum Memory {
  /// In large pieces, of which nothing is used before it is needed.
  ///
  /// A build takes more and more until it ends. By default each thread asks for a few pages at a
  /// time, and while the system answers one, the others wait.
  static func takeLargePieces() {
    let size = 128 << 20
    mallopt(M_TOP_PAD, Int32(size))
    mallopt(M_MMAP_THRESHOLD, Int32(size / 4))
    // Where a few threads share one heap they seldom meet there, and its pages can be large too:
    // that is one answer of the system instead of 512.
    guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) <= 2 else { return }
    mallopt(M_ARENA_MAX, 1)
    // A piece that is more than there is brings all of the rest. To ask for its size keeps the
    // compiler from leaving out what nobody uses.
    let piece = malloc(1 << 20)
    _ = malloc_usable_size(piece)
    free(piece)
    guard let end = sbrk(0) else { return }
    let start = UnsafeMutableRawPointer(
      bitPattern: (UInt(bitPattern: end) - UInt(size) + 4_095) & ~4_095)
    madvise(start, size - 4_096, MADV_HUGEPAGE)
  }
}
